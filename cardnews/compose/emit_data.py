"""Data leaves to items: bars, rings, dots, rows of logos."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace

from cardnews.compose.boxes import Placed
from cardnews.compose.emit_text import color_of
from cardnews.compose.frame import Item, Logo, Sector, Shape
from cardnews.compose.measure import DOT, PLATE, dot_pitch, dot_rows, logo_extent
from cardnews.geometry import Rect

_GAP = 1.2  # degrees between the parts of a ring, where the box says nothing: .6 on either side (design.md, 6)
_CORNER = 0.8  # u of a plate


def _bar(placed: Placed) -> Iterator[Item]:
    """A share as a filled length of a track, which is its surface or else rounded."""
    node, rect = placed.node, placed.rect
    surface = node.surface
    if surface is None:
        radius = rect.height / 2
        yield Shape(rect, color_of(node, "track"), (radius,) * 4)
    else:
        radius = min((*surface.radius, 0.0)[0] * node.u, rect.height / 2)
    share = min(1.0, max(0.0, node.share))
    # Something that is not nothing is seen, and a corner is never wider than its bar.
    width = max(rect.height, rect.width * share) if surface is None else rect.width * share
    if surface is not None and node.share > 0:
        width = max(width, 0.5 * node.u)
    corner = min(radius, width / 2)
    if width > 0:
        yield Shape(replace(rect, width=width), color_of(node, node.box.color or "text"), (corner,) * 4)


def _donut(placed: Placed) -> Iterator[Item]:
    """A ring of parts from 12 o'clock clockwise."""
    node, rect = placed.node, placed.rect
    radius = min(rect.width, rect.height) / 2
    inner = max(0.0, radius - (node.box.line or 7.0) * node.u)
    shown = [part for part in node.parts if part[0] > 0]
    at = 0.0
    for share, color in shown:
        sweep = 360 * share
        gap = min(node.box.gap or _GAP, sweep / 2) if len(shown) > 1 else 0.0
        yield Sector(rect.center, radius, inner, at + gap / 2, sweep - gap, color)
        at += sweep


def _dots(placed: Placed) -> Iterator[Item]:
    """Dots in rows, filled row by row."""
    node, rect = placed.node, placed.rect
    if not node.parts:
        return
    _, columns = dot_rows(node)
    pitch = dot_pitch(node, rect.width)
    side = DOT * pitch
    colors = [color for number, color in node.parts for _ in range(round(number))]
    for index, color in enumerate(colors):
        row, column = divmod(index, columns)
        x, y = rect.x + column * pitch, rect.y + row * pitch
        yield Shape(Rect(x, y, side, side), color, (side / 2,) * 4)


def _logos(placed: Placed) -> Iterator[Item]:
    """Logos of equal optical size in one row, each in the middle of its height; on a plate, which a mark may be too
    tall for the box to hold, where the box has a color."""
    node = placed.node
    rect = placed.rect.inset(node.pad)
    gap = node.box.gap * node.u
    extents = [logo_extent(image, rect.height) for image in node.images]
    total = sum(width for width, _ in extents) + gap * (len(extents) - 1)
    scale = min(1.0, rect.width / total) if total else 1.0
    align = {"center": 0.5, "right": 1.0}.get(node.box.horizontal, 0.0)
    x = rect.x + align * (rect.width - total * scale)
    if node.box.color:
        tall, more = max(height for _, height in extents) * scale, PLATE * node.u
        plate = Rect(x - more, rect.y + (rect.height - tall) / 2 - more, total * scale + 2 * more, tall + 2 * more)
        yield Shape(plate, color_of(node, node.box.color), (_CORNER * node.u,) * 4)
    for image, (width, height) in zip(node.images, extents, strict=True):
        y = rect.y + (rect.height - height * scale) / 2
        yield Logo(image.path, Rect(x, y, width * scale, height * scale))
        x += (width + gap) * scale


DATA: Mapping[str, Callable[[Placed], Iterator[Item]]] = {
    "bar": _bar,
    "donut": _donut,
    "dots": _dots,
    "logos": _logos,
}
