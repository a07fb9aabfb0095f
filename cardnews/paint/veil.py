"""Veils: a color that thickens over a picture towards the text, as much as the text needs to be read."""

from __future__ import annotations

from PIL import Image

from cardnews.compose.frame import Veil
from cardnews.geometry import Rect
from cardnews.paint.contrast import contrast_on

Area = tuple[int, int, int, int]
_STEPS = 40
_FADE = 0.2  # of the veil's height, before the first text
# Ratios are measured on rounded pixels; a hair more than is asked for stays above it.
_SPARE = 0.1


def draw_veil(canvas: Image.Image, veil: Veil) -> None:
    """Lay a veil over `canvas`: as its gradient says, and thicker where a text would have too little contrast
    (design.md, 4: WCAG ratio at the 85th percentile of the pixels behind it)."""
    box = _inside(veil.rect, canvas.size)
    if box is None:
        return
    areas = [_inside(text.rect, canvas.size) for text in veil.texts]
    texts = [(area, text.color, text.least) for area, text in zip(areas, veil.texts, strict=True) if area is not None]
    under = [canvas.crop(area).reduce(2) for area, _, _ in texts]
    span = (min(area[1] for area, _, _ in texts), max(area[3] for area, _, _ in texts)) if texts else None
    column = _column(veil, box, 0.0, span)
    for step in range(1, _STEPS + 1):
        if all(
            contrast_on(color, _veiled(picture, veil, column, box, area)) >= least + _SPARE
            for picture, (area, color, least) in zip(under, texts, strict=True)
        ):
            break
        column = _column(veil, box, step / _STEPS, span)
    mask = Image.frombytes("L", (1, len(column)), bytes(column)).resize((box[2] - box[0], len(column)))
    canvas.paste(tuple(veil.color), box, mask)


def _column(veil: Veil, box: Area, strength: float, span: tuple[int, int] | None) -> list[int]:
    """The veil's coverage, 0 to 255, row by row: its own gradient, or `strength` beside the texts where that is more.

    The strength fades in before the first text, seen from the gradient's thin end, and holds to its thick end.
    """
    height = box[3] - box[1]
    down = veil.solid >= veil.start
    alphas: list[int] = []
    for row in range(height):
        alpha = _eased(((row + 0.5) / height - veil.start) / ((veil.solid - veil.start) or 1e-6))
        if span is not None and strength:
            before = box[1] + row - span[0] if down else span[1] - box[1] - row
            alpha = max(alpha, strength * _eased(1 + before / (_FADE * height)))
        alphas.append(round(255 * alpha))
    return alphas


def _eased(share: float) -> float:
    """A ramp from 0 to 1 without corners."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


def _veiled(picture: Image.Image, veil: Veil, column: list[int], box: Area, area: Area) -> Image.Image:
    """What lies behind a text, under the veil."""
    rows = [column[min(max(row - box[1], 0), len(column) - 1)] for row in range(area[1], area[3])]
    mask = Image.frombytes("L", (1, len(rows)), bytes(rows)).resize(picture.size)
    return Image.composite(Image.new("RGB", picture.size, tuple(veil.color)), picture, mask)


def _inside(rect: Rect, extent: tuple[int, int]) -> Area | None:
    """The whole px of a rectangle inside a picture, None where there are none."""
    left, top = max(0, round(rect.x)), max(0, round(rect.y))
    right, bottom = min(extent[0], round(rect.right)), min(extent[1], round(rect.bottom))
    return (left, top, right, bottom) if left < right and top < bottom else None
