"""Veils: a color that thickens over a picture towards the text, as much as the text needs to be read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache, partial

from PIL import Image, ImageChops

from cardnews.compose.frame import Veil, Veiled
from cardnews.geometry import Rect
from cardnews.paint.contrast import contrast_on, sample_of

Area = tuple[int, int, int, int]
_STEPS = 40
_SAMPLE = 1500  # pixels behind a text
_NEAREST = Image.Resampling.NEAREST  # a column of rows only repeats
_FADE = 0.16  # of the veil's height, before the first text
_SOFT = 0.2  # of its width; a longer way is not softer
# Ratios are measured on rounded pixels; a hair more than is asked for stays above it.
_SPARE = 0.1


def draw_veil(canvas: Image.Image, veil: Veil) -> None:
    """Lay a veil over `canvas`: as its gradient says, and thicker where a text would have too little contrast
    (design.md, 4: WCAG ratio at the 85th percentile of the pixels behind it)."""
    box = _inside(veil.rect, canvas.size)
    if box is None:
        return
    areas = [_inside(text.rect, canvas.size) for text in veil.texts]
    texts = [(area, text) for area, text in zip(areas, veil.texts, strict=True) if area is not None]
    own, more = _columns(veil, box, [area for area, _ in texts])

    def column(step: int) -> Image.Image:
        """The coverage, 0 to 255, row by row, with so many steps of strength beside the texts."""
        return ImageChops.lighter(own, more.point([round(value * step / _STEPS) for value in range(256)]))

    looked_at: list[tuple[Area, Veiled, Image.Image]] = []

    def reads(step: int, texts: Sequence[tuple[Area, Veiled, Image.Image]]) -> bool:
        """Whether all of the texts can be read through so many steps."""
        laid = column(step)
        return all(
            contrast_on(text.color, _veiled(picture, veil, laid, box, area)) >= text.least + _SPARE
            for area, text, picture in texts
        )

    # The least strength at which all can be read is found by halving. Most texts can be read at what those before them
    # need, and one that a thicker veil is too much for is looked at again in the end.
    step = 0
    for area, text in texts:
        one = [(area, text, sample_of(canvas.crop(area).reduce(2), _SAMPLE))]
        looked_at += one
        if step < _STEPS and not reads(step, one):
            step = bisect_left(range(_STEPS), True, lo=step + 1, key=partial(reads, texts=one))
    if step < _STEPS and not reads(step, looked_at):
        step = bisect_left(range(_STEPS), True, key=partial(reads, texts=looked_at))
    laid = column(step)
    reach = laid.getbbox()
    if reach is not None:
        top, bottom = reach[1], reach[3]
        mask = laid.crop((0, top, 1, bottom)).resize((box[2] - box[0], bottom - top), _NEAREST)
        canvas.paste(tuple(veil.color), (box[0], box[1] + top, box[2], box[1] + bottom), mask)


def _columns(veil: Veil, box: Area, texts: Sequence[Area]) -> tuple[Image.Image, Image.Image]:
    """The veil's own gradient, and where it may be thicker for the texts, each one px wide and as tall as the veil.

    What is added fades in before the first text, seen from the gradient's thin end, and holds to its thick end.
    """
    height = box[3] - box[1]
    start, solid = veil.start * height, veil.solid * height
    own = _ramp(height, start - 0.5, (solid - start) or 1e-6)
    if not texts:
        return own, Image.new("L", (1, height))
    down = veil.solid >= veil.start
    edge = (min(area[1] for area in texts) if down else max(area[3] for area in texts)) - box[1]
    # Of a low veil the share is a few rows, which the eye takes for an edge: it has all of the room to its end.
    room = edge if down else height - edge
    fade = max(_FADE * height, min(room, _SOFT * (box[2] - box[0])))
    return own, _ramp(height, edge - fade, fade) if down else _ramp(height, edge + fade, -fade)


@lru_cache(maxsize=16)
def _ramp(height: int, start: float, extent: float) -> Image.Image:
    """A column that goes from 0 to 255 in `extent` rows, upwards where that is negative, without corners."""
    return Image.frombytes(
        "L", (1, height), bytes(round(255 * _eased((row - start) / extent)) for row in range(height))
    )


def _eased(share: float) -> float:
    """A ramp from 0 to 1 without corners."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


def _veiled(picture: Image.Image, veil: Veil, column: Image.Image, box: Area, area: Area) -> Image.Image:
    """What lies behind a text, under the veil."""
    top, bottom = (min(max(row - box[1], 0), column.height) for row in (area[1], area[3]))
    if top >= bottom:
        return picture
    mask = column.crop((0, top, 1, bottom)).resize(picture.size, _NEAREST)
    return Image.composite(Image.new("RGB", picture.size, tuple(veil.color)), picture, mask)


def _inside(rect: Rect, extent: tuple[int, int]) -> Area | None:
    """The whole px of a rectangle inside a picture, None where there are none."""
    left, top = max(0, round(rect.x)), max(0, round(rect.y))
    right, bottom = min(extent[0], round(rect.right)), min(extent[1], round(rect.bottom))
    return (left, top, right, bottom) if left < right and top < bottom else None
