"""The painter: one Frame item after another onto one RGB canvas."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

import uharfbuzz as hb
from msgspec.structs import replace
from PIL import Image

from cardnews.assets import Stamp, stamp_of
from cardnews.color import Color
from cardnews.compose.frame import (
    Art,
    Code,
    Frame,
    GlyphRun,
    Item,
    Logo,
    Photo,
    Polygon,
    Sector,
    Shape,
    Turned,
    Veil,
)
from cardnews.errors import CardnewsError, Place, finding
from cardnews.geometry import Rect
from cardnews.logos import read_logo
from cardnews.paint.outline import Outline, polygon, rounded_rectangle, sector
from cardnews.paint.pictures import read_photo, toned, whole_in
from cardnews.paint.raster import UPRIGHT, Matrix, Rasterizer, apply, clip_box, run_box, turn_about
from cardnews.paint.veil import draw_veil
from cardnews.svg import draw_svg
from cardnews.text.font import Font, FontSource, open_source
from cardnews.text.fontbook import FontBook, shipped_fonts


def paint(frame: Frame, book: FontBook | None = None) -> Image.Image:
    """The picture of a Frame as an RGB image of its size.

    Raises:
        CardnewsError: where a picture, a drawing or a font of the author's that the Frame names cannot be read.
    """
    return Painter(book).paint(frame)


class Painter:
    """Paints Frames; keeps the drawings it has rasterized, since a series repeats its figures and marks."""

    def __init__(self, book: FontBook | None = None) -> None:
        self._book = book or shipped_fonts()
        self._own: dict[FontSource, Font] = {}
        self._sources: dict[str, FontSource] = {}
        self._raster = Rasterizer()
        self._drawings: dict[tuple[str, str, int, int, int], Image.Image] = {}
        self._marks: dict[tuple[Path, Stamp, int, int], Image.Image] = {}
        self._canvas = Image.new("RGB", (1, 1))

    def paint(self, frame: Frame) -> Image.Image:
        """The picture of one Frame."""
        self._canvas = Image.new("RGB", (frame.width, frame.height), tuple(frame.background))
        self._sources = {source.key: source for source in frame.fonts}
        self._items(frame.items, UPRIGHT)
        return self._canvas

    def _items(self, items: Iterable[Item], matrix: Matrix) -> None:
        for item in items:
            match item:
                case Shape():
                    self._shape(item, matrix)
                case Polygon():
                    self._fill(Outline([polygon(item.points, item.round_at, item.radius)]), item.color, matrix)
                case Sector():
                    ring = sector(item.center, item.outer, item.inner, item.start, item.sweep)
                    self._fill(Outline(ring), item.color, matrix)
                case GlyphRun():
                    self._glyphs(item, matrix)
                case Art():
                    self._art(item, matrix)
                case Photo():
                    self._photo(item, matrix)
                case Logo():
                    self._logo(item)
                case Veil():
                    draw_veil(self._canvas, item)
                case Code():
                    self._code(item, matrix)
                case Turned():
                    self._items(item.items, turn_about(item.angle, item.center))

    # -- shapes --------------------------------------------------------------------------------------------------

    def _shape(self, shape: Shape, matrix: Matrix) -> None:
        rect, radii = shape.rect, shape.radii
        if rect.width <= 0 or rect.height <= 0:
            return
        if matrix is UPRIGHT and not shape.line and not any(radii) and _on_pixels(rect):
            box = clip_box(rect.x, rect.y, rect.right, rect.bottom, self._canvas.size)
            if box[0] < box[2] and box[1] < box[3]:
                self._canvas.paste(tuple(shape.color), box)
            return
        contours = [rounded_rectangle(rect.x, rect.y, rect.width, rect.height, radii)]
        if shape.line:
            line = shape.line
            inner = [max(0.0, radius - line) for radius in radii]
            hole = rounded_rectangle(rect.x + line, rect.y + line, rect.width - 2 * line, rect.height - 2 * line, inner)
            contours.append(hole[::-1])
        self._fill(Outline(contours), shape.color, matrix)

    def _fill(self, outline: Outline, color: Color, matrix: Matrix) -> None:
        found = self._raster.outline_mask(outline, matrix, self._canvas.size)
        if found is not None:
            mask, (left, top) = found
            self._canvas.paste(tuple(color), (left, top, left + mask.width, top + mask.height), mask)

    # -- text ----------------------------------------------------------------------------------------------------

    def _font(self, key: str) -> Font:
        """The font of that key: the author's where the Frame says where it is, else a shipped one."""
        source = self._sources.get(key)
        if source is None:
            return self._book.by_key(key)
        font = self._own.get(source)
        if font is None:
            try:
                open_source(source)
            except CardnewsError as error:
                raise CardnewsError([finding("font-lost", Place(str(source.path)), name=source.path.name)]) from error
            font = self._own[source] = Font(key, source.weight or 400.0, source, open_source)
        return font

    def _glyphs(self, run: GlyphRun, matrix: Matrix) -> None:
        font = self._font(run.font)
        if font.color:
            colored = tuple(glyph for glyph in run.glyphs if font.is_colored(glyph[0]))
            self._color_glyphs(replace(run, glyphs=colored), font, matrix)
            run = replace(run, glyphs=tuple(glyph for glyph in run.glyphs if not font.is_colored(glyph[0])))
            if not run.glyphs:
                return
        left, top, right, bottom = run_box(font, run.size, run.glyphs)
        corners = [apply(matrix, x, y) for x in (left, right) for y in (top, bottom)]
        box = clip_box(
            min(corner[0] for corner in corners) - 1,
            min(corner[1] for corner in corners) - 1,
            max(corner[0] for corner in corners) + 1,
            max(corner[1] for corner in corners) + 1,
            self._canvas.size,
        )
        scale = run.size / font.upem
        mask = self._raster.mask([(font.hb_font, glyph, x, y, scale) for glyph, x, y in run.glyphs], box, matrix)
        if mask is not None:
            self._canvas.paste(tuple(run.color), box, mask)

    def _color_glyphs(self, run: GlyphRun, font: Font, matrix: Matrix) -> None:
        """Color emoji (COLRv1), one picture each."""
        scale = run.size / font.upem
        for glyph, x, y in run.glyphs:
            extents = font.hb_font.get_glyph_extents(glyph)
            if extents is None or not extents.width:
                continue
            near_x, near_y = x + extents.x_bearing * scale, y - extents.y_bearing * scale
            left, top = math.floor(near_x), math.floor(near_y)
            width = math.ceil(extents.width * scale) + 2
            height = math.ceil(-extents.height * scale) + 2
            if max(width, height) > 2 * max(self._canvas.size):
                continue  # no emoji's, but a damaged font's
            image = paint_emoji(font, glyph, scale, x - left, y - top, width, height, run.color)
            if image is None:
                continue
            if _turns(matrix):
                # HarfBuzz paints no color glyph under a turned transform, so the picture of it is turned.
                self._turned(image, (left + width / 2, top + height / 2), matrix)
            else:
                self._canvas.paste(image, (left, top), image)

    # -- pictures ------------------------------------------------------------------------------------------------

    def _turned(self, image: Image.Image, center: tuple[float, float], matrix: Matrix) -> None:
        """Places a picture with its middle where the matrix puts it, turned as the matrix turns."""
        angle = math.degrees(math.atan2(matrix[1], matrix[0]))
        image = image.convert("RGBA").rotate(-angle, Image.Resampling.BICUBIC, expand=True)
        x, y = apply(matrix, *center)
        self._canvas.paste(image, (round(x - image.width / 2), round(y - image.height / 2)), image)

    def _art(self, art: Art, matrix: Matrix) -> None:
        rect = art.rect
        left, top = math.floor(rect.x + 0.5), math.floor(rect.y + 0.5)
        width, height = max(1, round(rect.width)), max(1, round(rect.height))
        radius = round(art.clip[0]) if art.clip is not None else 0
        key = (art.source, art.style, width, height, radius)
        image = self._drawings.get(key)
        if image is None:
            image = draw_svg(art.source, art.style, width, height, art.name)
            if art.clip is not None:
                image = self._clipped(image, art.clip)
            self._drawings[key] = image
        if _turns(matrix):
            self._turned(image, rect.center, matrix)
            return
        self._canvas.paste(image, (left, top), image)

    def _clipped(self, image: Image.Image, radii: tuple[float, float, float, float]) -> Image.Image:
        outline = Outline([rounded_rectangle(0, 0, image.width, image.height, radii)])
        found = self._raster.outline_mask(outline, UPRIGHT, image.size)
        if found is None:
            return image
        clear = Image.new("RGBA", image.size, (0, 0, 0, 0))
        clear.paste(image, (0, 0), found[0])
        return clear

    def _photo(self, photo: Photo, matrix: Matrix) -> None:
        if photo.whole:
            photo = replace(photo, rect=whole_in(photo.path, photo.rect), whole=False)
        if _turns(matrix):
            width, height = max(1, round(photo.rect.width)), max(1, round(photo.rect.height))
            image = toned(read_photo(photo.path, width, height, photo.focus), photo.tones)
            self._turned(self._clipped(image.convert("RGBA"), photo.radii), photo.rect.center, matrix)
            return
        box = clip_box(
            round(photo.rect.x),
            round(photo.rect.y),
            round(photo.rect.right),
            round(photo.rect.bottom),
            self._canvas.size,
        )
        width, height = box[2] - box[0], box[3] - box[1]
        if width <= 0 or height <= 0:
            return
        image = toned(read_photo(photo.path, width, height, photo.focus), photo.tones)
        if not any(photo.radii):
            self._canvas.paste(image, box)
            return
        outline = Outline([rounded_rectangle(0, 0, width, height, photo.radii)])
        found = self._raster.outline_mask(outline, UPRIGHT, (width, height))
        self._canvas.paste(image, box, found[0] if found is not None else None)

    def _logo(self, logo: Logo) -> None:
        mark = read_logo(logo.path)
        rect = logo.rect
        scale = min(rect.width / mark.width, rect.height / mark.height)
        width, height = max(1, round(mark.width * scale)), max(1, round(mark.height * scale))
        key = (logo.path, stamp_of(logo.path), width, height)
        if key not in self._marks:
            # Pillow weighs colors by their coverage only where alpha is multiplied in.
            small = mark.convert("RGBa").resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
            self._marks[key] = small.convert("RGBA")
        small = self._marks[key]
        x, y = round(rect.center[0] - width / 2), round(rect.center[1] - height / 2)
        self._canvas.paste(small, (x, y), small)

    def _code(self, code: Code, matrix: Matrix) -> None:
        """Modules on whole px, so that their edges are sharp; the code is centered in its rectangle."""
        count = len(code.rows)
        module = max(1, math.floor(min(code.rect.width, code.rect.height) / count))
        picture = Image.new("1", (count, count))
        picture.putdata([255 if module_set == "1" else 0 for row in code.rows for module_set in row])
        mask = picture.convert("L").resize((count * module, count * module), Image.Resampling.NEAREST)
        if _turns(matrix):
            image = Image.new("RGBA", mask.size, tuple(code.color))
            image.putalpha(mask)
            self._turned(image, code.rect.center, matrix)
            return
        left = round(code.rect.x + (code.rect.width - mask.width) / 2)
        top = round(code.rect.y + (code.rect.height - mask.height) / 2)
        self._canvas.paste(tuple(code.color), (left, top, left + mask.width, top + mask.height), mask)


def paint_emoji(
    font: Font, glyph: int, scale: float, x: float, y: float, width: int, height: int, color: Color
) -> Image.Image | None:
    """One color glyph as RGBA with its pen at `x`, `y`; what it paints in the color of the text is `color`."""
    painter = hb.RasterPaint()
    painter.foreground = hb.Color(*tuple(color)[:3], 255)
    painter.transform = (scale, 0.0, 0.0, -scale, x, y)
    painter.extents = hb.RasterExtents(x_origin=0, y_origin=0, width=width, height=height, stride=4 * width)
    painter.paint_glyph(font.hb_font, glyph)
    image = painter.render()
    if image is None:
        return None
    # HarfBuzz hands out premultiplied BGRA.
    return Image.frombuffer("RGBA", (width, height), image.buffer, "raw", "BGRa", image.extents.stride, 1)


def _turns(matrix: Matrix) -> bool:
    return abs(matrix[1]) > 1e-9 or matrix[0] < 0


def _on_pixels(rect: Rect) -> bool:
    return all(abs(value - round(value)) < 0.01 for value in (rect.x, rect.y, rect.right, rect.bottom))
