"""What lies under a card's looks: boxes, baselines, zones, sizes and why lines end, for drawing over its picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from cardnews.compose.frame import Frame, GlyphRun, Item, Turned
from cardnews.inspection import record
from cardnews.script import SIZES, Size
from cardnews.theme import Theme

# design.md, 2: a story's top 14 % and bottom 16 % are the app's. A profile shows posts cut to 3:4.
_STORY_TOP, _STORY_BOTTOM = 0.14, 0.16
_GRID = 3 / 4
_ADVANCE = 0.9  # em that a Hangul syllable takes, about


def overlay_record(frame: Frame, theme: Theme | None) -> dict[str, Any]:
    """The Frame as `inspect` tells it, with `zones` and `baselines` in px: x, y, width, degrees turned about x, y."""
    size = Size(frame.size, frame.width, frame.height)
    return {
        **record(frame),
        "baselines": [[round(value, 1) for value in line] for line in dict.fromkeys(_baselines(frame.items))],
        "zones": [{"name": name, "box": [round(value, 1) for value in box]} for name, box in _zones(size, theme)],
    }


Line = tuple[float, float, float, float, float, float]


def _baselines(items: Iterable[Item], angle: float = 0.0, center: tuple[float, float] = (0.0, 0.0)) -> Iterator[Line]:
    for item in items:
        if isinstance(item, GlyphRun) and item.glyphs:
            pens = [x for _, x, _ in item.glyphs]
            left, y = min(pens), item.glyphs[0][2]
            yield left, y, max(pens) - left + _ADVANCE * item.size, angle, *center
        elif isinstance(item, Turned):
            yield from _baselines(item.items, item.angle, item.center)


def _zones(size: Size, theme: Theme | None) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """What stays visible, and where the theme keeps its contents."""
    width, height, u = size.width, size.height, size.u
    if theme is not None:
        margin = theme.margin(size.kind)
        side, top = margin.side * u, margin.top * u
        yield "margin", (side, top, width - 2 * side, height - top - margin.foot * u)
    if size.kind == "story":
        yield "app", (0, _STORY_TOP * height, width, (1 - _STORY_TOP - _STORY_BOTTOM) * height)
    elif size.kind != "wide" and size.kind in SIZES and width > _GRID * height:
        yield "grid", ((width - _GRID * height) / 2, 0, _GRID * height, height)
