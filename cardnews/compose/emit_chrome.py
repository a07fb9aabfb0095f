"""Where in a series a card stands, to items: segments and film frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from cardnews.compose.boxes import Placed
from cardnews.compose.emit_text import color_of
from cardnews.compose.frame import Item, Shape
from cardnews.compose.measure import MOST_FRAMES
from cardnews.geometry import Rect

_GAP = 1.0  # u between segments, where the box says nothing
_LINE = 0.26  # u: the outline of a frame
_CORNER = 0.18  # of a frame's side


def _segments(placed: Placed) -> Iterator[Item]:
    """As many lengths as cards, those up to this one in color; a bar where they would be specks."""
    node, rect = placed.node, placed.rect
    (at, _), (total, _) = node.parts
    radius = rect.height / 2
    radii = (radius, radius, radius, radius)
    color, rest = color_of(node, node.box.color or "text"), color_of(node, "track")
    if total > MOST_FRAMES:
        yield Shape(rect, rest, radii)
        yield Shape(Rect(rect.x, rect.y, max(rect.height, rect.width * at / total), rect.height), color, radii)
        return
    gap = (node.box.gap or _GAP) * node.u
    width = (rect.width - gap * (total - 1)) / total
    for index in range(round(total)):
        yield Shape(
            Rect(rect.x + index * (width + gap), rect.y, width, rect.height), color if index < at else rest, radii
        )


def _frames(placed: Placed) -> Iterator[Item]:
    """Squares in a row, that of this card filled; a bar where there are too many of them."""
    node, rect = placed.node, placed.rect
    (at, _), (total, _) = node.parts
    if total > MOST_FRAMES:
        height = 0.7 * node.u
        bar = Rect(rect.x, rect.y + (rect.height - height) / 2, rect.width, height)
        yield from _segments(Placed(node, bar))
        return
    gap = (node.box.gap or _GAP) * node.u
    color = color_of(node, node.box.color or "text")
    corner = _CORNER * rect.height
    for index in range(round(total)):
        square = Rect(rect.x + index * (rect.height + gap), rect.y, rect.height, rect.height)
        line = 0.0 if index + 1 == at else max(1.0, _LINE * node.u)
        yield Shape(square, color, (corner, corner, corner, corner), line)


CHROME: Mapping[str, Callable[[Placed], Iterator[Item]]] = {"segments": _segments, "frames": _frames}
