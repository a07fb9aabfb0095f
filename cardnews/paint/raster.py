"""Coverage masks from HarfBuzz: glyph runs and outlines, at sub-pixel positions and any angle."""

from __future__ import annotations

import math
from collections.abc import Sequence

import uharfbuzz as hb
from PIL import Image

from cardnews.paint.outline import Outline
from cardnews.text.font import Font

Matrix = tuple[float, float, float, float, float, float]
UPRIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def turn_about(angle: float, center: tuple[float, float]) -> Matrix:
    """The matrix (a, b, c, d, e, f: x' = ax + cy + e, y' = bx + dy + f) that turns clockwise by `angle` degrees."""
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    x, y = center
    return cosine, sine, -sine, cosine, x - cosine * x + sine * y, y - sine * x - cosine * y


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


class Rasterizer:
    """Makes masks; keeps HarfBuzz's buffers between calls."""

    def __init__(self) -> None:
        self._draw = hb.RasterDraw()

    def mask(
        self,
        pieces: Sequence[tuple[hb.Font, int, float, float, float]],
        box: tuple[int, int, int, int],
        matrix: Matrix = UPRIGHT,
    ) -> Image.Image | None:
        """The coverage, in the px rectangle `box`, of glyphs given as (font, id, x, y, px per font unit)."""
        left, top, right, bottom = box
        width, height = right - left, bottom - top
        if width <= 0 or height <= 0:
            return None
        a, b, c, d, _, _ = matrix
        draw = self._draw
        draw.clear()
        for font, glyph, x, y, scale in pieces:
            at_x, at_y = apply(matrix, x, y)
            # Font units run upward and HarfBuzz's rows run bottom up, so the picture is made upright and read as it is.
            draw.transform = (scale * a, scale * b, -scale * c, -scale * d, at_x - left, at_y - top)
            draw.draw_glyph(font, glyph)
        draw.extents = hb.RasterExtents(x_origin=0, y_origin=0, width=width, height=height, stride=width)
        image = draw.render()
        if image is None:
            return None
        return Image.frombuffer("L", (width, height), image.buffer, "raw", "L", image.extents.stride, 1)

    def outline_mask(
        self, outline: Outline, matrix: Matrix, within: tuple[int, int]
    ) -> tuple[Image.Image, tuple[int, int]] | None:
        """The coverage of an outline on a canvas of extent `within`, and where it goes."""
        corners = [apply(matrix, x, y) for x in (outline.left, outline.right) for y in (outline.top, outline.bottom)]
        box = clip_box(
            min(corner[0] for corner in corners),
            min(corner[1] for corner in corners),
            max(corner[0] for corner in corners),
            max(corner[1] for corner in corners),
            within,
        )
        font, units = outline.font()
        mask = self.mask([(font, 1, outline.left, outline.top, 1 / units)], box, matrix)
        return None if mask is None else (mask, box[:2])


def clip_box(
    left: float, top: float, right: float, bottom: float, within: tuple[int, int]
) -> tuple[int, int, int, int]:
    """The whole px that a rectangle touches, inside a canvas."""
    return (
        max(0, math.floor(left)),
        max(0, math.floor(top)),
        min(within[0], math.ceil(right)),
        min(within[1], math.ceil(bottom)),
    )


def run_box(font: Font, size: float, glyphs: Sequence[tuple[int, float, float]]) -> tuple[float, float, float, float]:
    """The ink box of glyphs with their pens, in px: left, top, right, bottom."""
    scale = size / font.upem
    boxes = []
    for glyph, x, y in glyphs:
        extents = font.hb_font.get_glyph_extents(glyph)
        if extents is None or not extents.width:
            continue
        boxes.append(
            (
                x + extents.x_bearing * scale,
                y - extents.y_bearing * scale,
                x + (extents.x_bearing + extents.width) * scale,
                y - (extents.y_bearing + extents.height) * scale,
            )
        )
    if not boxes:
        return 0.0, 0.0, 0.0, 0.0
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
