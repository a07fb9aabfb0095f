"""Logos: what of a file is mark and what is margin, and the mark with its transparency."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageChops, ImageOps

from cardnews.assets import Stamp, stamp_of
from cardnews.drawing import read_drawing
from cardnews.errors import CardnewsError, Place, finding
from cardnews.picturefile import FORMATS, check_extent, in_srgb, is_clear, is_deep, shallow, white_of
from cardnews.svg import draw_svg

_LONGEST = 1600  # px of the longer side of what is kept of a mark
# A scanned white is not quite white.
_NOISE = 12


def logo_ratio(path: Path) -> float:
    """Width by height of the mark in a logo's file, its margins left out; 1 where the file cannot be read."""
    try:
        mark = read_logo(path)
    except CardnewsError:
        return 1.0
    return mark.width / mark.height


def read_logo(path: Path) -> Image.Image:
    """The mark in a logo's file (SVG, PNG and others) as sRGB with alpha, upright as its EXIF says, without the margins
    around it; at most 1600 px long.

    Raises:
        CardnewsError: where the file cannot be read, or has more pixels than are read.
    """
    return _read(path, stamp_of(path))


@lru_cache(maxsize=32)
def _read(path: Path, _: Stamp) -> Image.Image:
    image = _drawn(path) if path.suffix.casefold() == ".svg" else _opened(path)
    mark = image.crop(_mark(image) or (0, 0, *image.size))
    # A mark is a tenth of a card: what scans and photographs have beyond that would only be held.
    mark.thumbnail((_LONGEST, _LONGEST), Image.Resampling.LANCZOS)
    return mark


def _drawn(path: Path) -> Image.Image:
    drawing = read_drawing(path)
    scale = _LONGEST / max(drawing.width, drawing.height)
    width, height = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    return draw_svg(drawing.source, "", width, height, path.name)


def _opened(path: Path) -> Image.Image:
    try:
        with Image.open(path, formats=FORMATS) as opened:
            check_extent(opened, path)
            opened.draft("RGB", (2 * _LONGEST, 2 * _LONGEST))
            return _colored(ImageOps.exif_transpose(opened), opened.info.get("icc_profile"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or "not-a-picture"
        raise CardnewsError([finding("unreadable-image", Place(path.name), name=path.name, why=why)]) from None


def _colored(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A picture of any mode as sRGB with its alpha."""
    if is_deep(image):
        return in_srgb(shallow(image, white_of(image)), profile).convert("RGBA")
    if not is_clear(image):
        known = image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")
        return in_srgb(known, profile).convert("RGBA")
    whole = image.convert("RGBA")
    # A profile for gray means nothing to what has been made RGB.
    color = in_srgb(image.getchannel("L") if image.mode == "LA" else whole.convert("RGB"), profile).convert("RGBA")
    color.putalpha(whole.getchannel("A"))
    return color


def _mark(image: Image.Image) -> tuple[int, int, int, int] | None:
    """What is neither transparent nor the color of the corner."""
    alpha = image.getchannel("A")
    if any(alpha.histogram()[: 255 - _NOISE]):
        return alpha.point(lambda value: 255 if value > _NOISE else 0).getbbox()
    flat = image.convert("RGB")
    corner = flat.getpixel((0, 0))
    assert isinstance(corner, tuple)
    apart = ImageChops.difference(flat, Image.new("RGB", flat.size, corner)).convert("L")
    return apart.point(lambda value: 255 if value > _NOISE else 0).getbbox()
