"""Measuring bound boxes: how wide a box wants to be, and how tall it must be at a width."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import field

from cardnews.boxtree import Length
from cardnews.compose.fitting import EPSILON, TextSetter
from cardnews.compose.node import Node
from cardnews.text.fit import one_line_width
from cardnews.values import ImageValue

MOST_FRAMES = 12  # segments or frames; more cards are shown as a bar (design.md, 5)
_BAR = 11.0  # u
# Logos of one area look equally large, whatever their shape; none is taller than its row or wider than this.
_LOGO_AREA, _WIDEST = 1.6, 3.6
PLATE = 0.6  # u that a plate reaches beyond a logo on every side
FEWEST_DOTS, MOST_DOTS = 10, 25  # in a row of dots that is not the only one; in any row
WIDEST_PITCH = 7.6  # u from one dot to the next
DOT = 0.76  # of that distance


class Measurer(TextSetter, kw_only=True):
    """One attempt at sizes, measured box by box."""

    _sharing: dict[tuple[str, int], list[Node]] = field(default_factory=dict)
    _shared: dict[tuple[str, int, float], float] = field(default_factory=dict)

    def natural_width(self, node: Node, available: float) -> float:
        """The width in px the box wants, at most `available`."""
        box = node.box
        fixed = self.resolve(box.width, available, node.u)
        if fixed is not None:
            return fixed
        if box.width is not None and box.width.shared:
            return self._shared_width(node, box.width, available)
        return self._own_width(node, available)

    def _shared_width(self, node: Node, length: Length, available: float) -> float:
        """The width of the widest box of the same name, in the same column of a table, within the bounds it sets."""
        most = available if length.most is None else min(available, length.most * node.u)
        key = (length.shared, node.across, round(most, 2))
        if key not in self._shared:
            members = self._sharing.get(key[:2], [node])
            self._shared[key] = max(self._own_width(one, most) for one in members)
        return min(most, max(length.least * node.u, self._shared[key]))

    def share_widths(self, node: Node) -> None:
        """Note which boxes of a tree share their width."""
        if node.box.width is not None and node.box.width.shared:
            self._sharing.setdefault((node.box.width.shared, node.across), []).append(node)
        for child in node.children:
            self.share_widths(child)

    def _own_width(self, node: Node, available: float) -> float:
        box, pad = node.box, node.pad
        if box.loose and node.text is not None:
            return one_line_width(node.text.paragraphs, node.text.ladder[node.text.nominal]) + pad.horizontal
        if node.text is not None:
            fitted = self.fit(node, available - pad.horizontal, None)
            width = max((line.width for line in fitted.lines), default=0.0) if fitted is not None else available
            wanted = min(one_line_width(node.text.paragraphs, self.first_step(node)), available - pad.horizontal)
            content = wanted if fitted is not None and len(fitted.lines) == 1 else width
        elif node.images:
            tall = self.resolve(box.height, 0.0, node.u) or node.u
            gaps = box.gap * node.u * (len(node.images) - 1)
            content = sum(logo_extent(image, tall)[0] for image in node.images) + gaps
        elif node.box.kind == "frames":
            total, side = node.parts[1][0], self.resolve(box.height, 0.0, node.u) or node.u
            gap = (box.gap or 1.0) * node.u
            content = total * side + (total - 1) * gap if total <= MOST_FRAMES else _BAR * node.u
        elif node.art is not None:
            height = self.resolve(box.height, 0.0, node.u)
            content = node.art.width / node.art.height * height if height else node.art.width * node.u
        elif node.children and flow(node) == "row":
            content = sum(self.natural_width(child, available) for child in node.children) + gap_total(node)
        elif node.children:
            content = max(self.natural_width(child, available - pad.horizontal) for child in node.children)
        else:
            content = 0.0
        return min(available, content + pad.horizontal)

    def height(self, node: Node, width: float, limit: float | None) -> float:
        """The height in px the box needs at `width`; `limit` is the most it may have, where a box says so."""
        box = node.box
        low = high = None
        if box.height is not None and box.height.percent is None:
            low = box.height.least * node.u
            high = box.height.most * node.u if box.height.most is not None else None
        if low is not None and low == high and not (box.height is not None and box.height.fill):
            return low
        pad = node.pad
        room = self.room(node, limit)
        inner = width - pad.horizontal
        content = 0.0
        if node.text is not None:
            fitted = self.fit(node, inner, room)
            content = fitted.height if fitted is not None else 0.0
        elif node.art is not None:
            content = node.art.height / node.art.width * inner
        elif node.box.kind in ("qr", "donut"):
            content = inner
        elif node.box.kind == "dots":
            content = (dot_rows(node)[0] - 1 + DOT) * dot_pitch(node, inner)
        elif node.box.kind == "marquee":
            content = 0.0
        elif node.children:
            content = self._children_height(node, inner, room)
        needed = content + pad.vertical
        if low is not None:
            needed = max(low, needed)
        if high is not None and needed > high + EPSILON:
            self.report(node, needed - high)
            needed = high
        return max(needed, box.min * node.u)

    @staticmethod
    def room(node: Node, limit: float | None) -> float | None:
        """The height in px inside a box's padding, where `limit` or the box itself bounds it."""
        length = node.box.height
        most = length.most * node.u if length is not None and length.most is not None else None
        bound = min((value for value in (limit, most) if value is not None), default=None)
        return None if bound is None else bound - node.pad.vertical

    def _children_height(self, node: Node, width: float, room: float | None) -> float:
        if flow(node) == "row":
            widths = self.row_widths(node, width)
            return max(self.height(child, own, room) for child, own in zip(node.children, widths, strict=True))
        if flow(node) == "column":
            heights = [self.height(child, self.child_width(child, width), None) for child in node.children]
            if node.box.equal:
                heights = [max(heights)] * len(heights)
            total = sum(heights) + gap_total(node)
            if room is not None and total > room + EPSILON:
                self.report(node, total - room)
            return total
        if node.box.kind == "place":
            return max((placed_box(child)[1] + placed_box(child)[3]) * node.u for child in node.children)
        return max(self.height(child, self.child_width(child, width), room) for child in node.children)

    def child_width(self, node: Node, available: float) -> float:
        """A child's width in a column or overlay: what it says, what it wants, or all of it."""
        fixed = self.resolve(node.box.width, available, node.u)
        if fixed is not None:
            return min(fixed, available) if not node.box.bleed else fixed
        wants = node.box.width is not None and not node.box.width.fill
        shrinks = node.surface is not None and node.text is not None
        if wants or shrinks or (node.box.horizontal and node.text is None and node.art is None):
            return self.natural_width(node, available)
        return available

    def row_widths(self, node: Node, available: float) -> list[float]:
        """Widths of a row's children: fixed ones, then what the others want, the rest shared by those that fill."""
        children = node.children
        widths: list[float | None] = [self.resolve(child.box.width, available, child.u) for child in children]
        left = available - gap_total(node) - sum(width for width in widths if width is not None)
        fillers = [
            index for index, child in enumerate(children) if child.box.width is not None and child.box.width.fill
        ]
        for index, child in enumerate(children):
            if widths[index] is None and index not in fillers:
                self._check_line(node, child, available, left)
                widths[index] = self.natural_width(child, max(0.0, left))
                left -= widths[index] or 0.0
        bounds = [
            ((length.least or 0.0) * child.u, most_of(length, child.u)) if length is not None else (0.0, math.inf)
            for child, length in ((children[index], children[index].box.width) for index in fillers)
        ]
        for index, share in zip(fillers, shared_out(left, bounds), strict=True):
            widths[index] = share
        least = sum(least for least, _ in bounds)
        if left < least - EPSILON:
            self.report(node, least - left)
        return [width or 0.0 for width in widths]

    def _check_line(self, row: Node, child: Node, available: float, left: float) -> None:
        """A text of one line that the texts before it in a row leave too little of it concerns them all."""
        if child.text is not None and child.text.fit.lines == 1 and not child.text.fit.shorten and left < available:
            wanted = one_line_width(child.text.paragraphs, self.first_step(child)) + child.pad.horizontal
            if wanted > left + EPSILON:
                self.report(row, wanted - left)

    @staticmethod
    def resolve(length: Length | None, available: float, u: float) -> float | None:
        if length is None or length.fill:
            return None
        if length.percent is not None:
            return length.percent * available
        return length.least * u if length.most == length.least and not length.shared else None


def most_of(length: Length | None, u: float) -> float:
    """The px that a length may be at most."""
    return math.inf if length is None or length.most is None else length.most * u


def shared_out(room: float, bounds: Sequence[tuple[float, float]]) -> list[float]:
    """The px of those that share `room` equally, none with less or more than its bounds: what one may not take, or
    must have beyond its share, the others make up for."""
    shares = [0.0] * len(bounds)
    open_ = set(range(len(bounds)))
    room = max(room, 0.0)
    while open_:
        share = room / len(open_)
        over = {index for index in open_ if share > bounds[index][1]}
        under = {index for index in open_ if share < bounds[index][0]}
        # Those that need more go first: what they take makes the share of the others smaller.
        settled = under or over
        for index in settled or open_:
            shares[index] = min(max(share, bounds[index][0]), max(bounds[index]))
        if not settled:
            break
        room = max(room - sum(shares[index] for index in settled), 0.0)
        open_ -= settled
    return shares


def dot_rows(node: Node) -> tuple[int, int]:
    """Rows of dots, and how many dots stand in each: as many rows as the box says, but no row of a few dots above
    another, and none so long that its dots are specks."""
    count = int(sum(number for number, _ in node.parts))
    rows = max(min(node.box.rows, count // FEWEST_DOTS), math.ceil(count / MOST_DOTS), 1)
    return rows, math.ceil(count / rows)


def dot_pitch(node: Node, width: float) -> float:
    """The px from one dot to the next: the first and the last touch the edges, but a few dots stay dots."""
    return min(width / (dot_rows(node)[1] - 1 + DOT), WIDEST_PITCH * node.u)


def logo_extent(image: ImageValue, most: float) -> tuple[float, float]:
    """Width and height in px of a logo's mark, for a row `most` px tall."""
    # Reads pictures, which few scripts need for composing.
    from cardnews.logos import logo_ratio

    ratio = logo_ratio(image.path)
    height = min(most, math.sqrt(_LOGO_AREA * most * most / ratio), _WIDEST * most / ratio)
    return height * ratio, height


def placed_box(node: Node) -> tuple[float, float, float, float]:
    return node.box.box or (0.0, 0.0, 10.0, 10.0)


def flow(node: Node) -> str:
    if node.box.kind == "each":
        return node.box.flow or "column"
    return node.box.flow or node.box.kind


def gap_list(node: Node) -> list[float]:
    """The distance after each child; none after the last."""
    children = node.children
    gaps = [(child.box.clear if child.box.clear is not None else node.box.gap) * node.u for child in children[:-1]]
    return [*gaps, 0.0] if children else []


def gap_total(node: Node) -> float:
    return sum(gap_list(node))


def growth(child: Node, height: float) -> float:
    """How many px a box of `[least, most]` height may grow beyond what it holds; any other stays as it is."""
    length = child.box.height
    if length is None or length.fill or length.most is None or length.most == length.least:
        return 0.0
    return max(0.0, length.most * child.u - height)
