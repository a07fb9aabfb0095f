"""Measuring bound boxes: how wide a box wants to be, how tall it must be at a width, and how its text is set there."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cardnews.boxtree import Length
from cardnews.compose.node import Node, TextContent
from cardnews.text.fit import Fitted, fit_text, one_line_width, set_lines
from cardnews.text.paragraphs import Step

EPSILON = 0.01


@dataclass(frozen=True, slots=True)
class Overflow:
    """Content that needs `excess` px more than it has; `paths` are the texts that could give.

    `pushed` says that it would fit, and was only pushed off the card by what stands before it.
    """

    path: str
    excess: float
    paths: tuple[str, ...]
    pushed: bool = False


@dataclass(slots=True, kw_only=True)
class Measurer:
    """One attempt at sizes: `rungs` says from which step of its ladder each text may start, `caps` the largest size of
    a group. What does not fit is recorded in `overflows`."""

    rungs: Mapping[str, int]
    caps: Mapping[str, float]
    overflows: list[Overflow] = field(default_factory=list)
    _sharing: dict[tuple[str, int], list[Node]] = field(default_factory=dict)
    _shared: dict[tuple[str, int, float], float] = field(default_factory=dict)
    _fits: dict[tuple[str, float, float | None], Fitted | None] = field(default_factory=dict)

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
        if box.height is not None and box.height.percent is None and not box.height.fill:
            low = box.height.least * node.u
            high = box.height.most * node.u if box.height.most is not None else None
        if low is not None and low == high:
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
            content = dot_rows(node)[0] * inner / dot_rows(node)[1]
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
                widths[index] = self.natural_width(child, max(0.0, left))
                left -= widths[index] or 0.0
        for index in fillers:
            widths[index] = max(0.0, left) / len(fillers)
        if left < -EPSILON:
            self.report(node, -left)
        return [width or 0.0 for width in widths]

    @staticmethod
    def resolve(length: Length | None, available: float, u: float) -> float | None:
        if length is None or length.fill:
            return None
        if length.percent is not None:
            return length.percent * available
        return length.least * u if length.most == length.least and not length.shared else None

    def first_step(self, node: Node) -> Step:
        assert node.text is not None
        return node.text.ladder[self.first_rung(node)]

    def first_rung(self, node: Node) -> int:
        """Where on its ladder a text starts: after growth it may not take, below its group's cap."""
        assert node.text is not None
        return self.first_rung_of(node.path, node.text)

    def first_rung_of(self, path: str, content: TextContent) -> int:
        rung = self.rungs.get(path, 0)
        cap = self.caps.get(content.group)
        if cap is not None:
            while rung < len(content.ladder) - 1 and content.ladder[rung].size > cap + EPSILON:
                rung += 1
        return rung

    def fit(self, node: Node, width: float, height: float | None) -> Fitted | None:
        """The text of `node` set in `width`; where nothing fits, its last step without limits, and an overflow."""
        key = (node.path, round(width, 3), None if height is None else round(height, 3))
        if key not in self._fits:
            self._fits[key] = _loose_line(node.text) if node.box.loose and node.text else self._fit(node, width, height)
        return self._fits[key]

    def _fit(self, node: Node, width: float, height: float | None) -> Fitted | None:
        content = node.text
        assert content is not None
        first = self.first_rung(node)
        grown = self._grown(content, width, height) if first < content.nominal and content.fit.least == 1 else None
        if grown is not None:
            return grown
        first = max(first, content.nominal)
        # A box as wide as its text holds it, however its edges were added up.
        measure = self._measure(content, width + EPSILON, first)
        fitted = fit_text(
            content.paragraphs,
            content.ladder,
            measure,
            mode=content.mode,
            max_lines=content.fit.lines,
            max_height=height,
            first_rung=first,
            nominal=content.nominal,
            extra=content.fit.extra,
            at_least=content.fit.least,
            tighten=True,
        )
        if fitted is None and content.fit.shorten:
            fitted = self._shortened(content, measure)
        if fitted is None:
            last = len(content.ladder) - 1
            fitted = set_lines(content.paragraphs, content.ladder[last], measure, content.mode, 0, last, tear=True)
            self.report(node, self._excess(content, fitted, height) if fitted is not None else node.u)
        return fitted

    @staticmethod
    def _excess(content: TextContent, fitted: Fitted, height: float | None) -> float:
        """How many px of lines are too many for a height or for the text's own limit of lines."""
        leading = fitted.step.size * fitted.step.leading
        by_lines = 0.0 if content.fit.lines is None else (len(fitted.lines) - content.fit.lines) * leading
        by_height = 0.0 if height is None else fitted.tight_height - height
        return max(by_lines, by_height, 1.0)

    @staticmethod
    def _shortened(content: TextContent, width: float) -> Fitted | None:
        """The longest beginning of a one-line text that fits `width` with an ellipsis behind it."""
        step = content.ladder[-1]
        longest = len(content.paragraphs.marked.text)
        while longest > 1 and content.paragraphs.width(0, longest, step) > width:
            longest -= 1
        for kept in range(longest, 0, -1):
            shorter = content.paragraphs.shortened(kept, content.face)
            if shorter is not None and one_line_width(shorter, step) <= width:
                fitted = set_lines(shorter, step, width, content.mode, 0, len(content.ladder) - 1)
                return None if fitted is None else replace(fitted, instead=shorter)
        return None

    @staticmethod
    def _measure(content: TextContent, width: float, rung: int) -> float:
        if content.measure is None:
            return width
        step = content.ladder[rung]
        return min(width, content.measure * step.size * (0.865 + step.tracking))

    def _grown(self, content: TextContent, width: float, height: float | None) -> Fitted | None:
        """A headline of one line takes the largest growth step that keeps it on one line."""
        nominal = set_lines(content.paragraphs, content.ladder[content.nominal], width, content.mode)
        if nominal is None or len(nominal.lines) != 1:
            return None
        for rung in range(content.nominal):
            fitted = set_lines(content.paragraphs, content.ladder[rung], width, content.mode, 0, rung)
            if fitted is not None and len(fitted.lines) == 1 and (height is None or fitted.tight_height <= height):
                return fitted
        return None

    def report(self, node: Node, excess: float, pushed: bool = False) -> None:
        self.overflows.append(Overflow(node.path, excess, _text_paths(node), pushed))


def _loose_line(content: TextContent) -> Fitted | None:
    """A text that may run off its box: one line of its own size."""
    step = content.ladder[content.nominal]
    width = one_line_width(content.paragraphs, step) + 1
    return set_lines(content.paragraphs, step, width, content.mode, 0, content.nominal)


def dot_rows(node: Node) -> tuple[int, int]:
    """Rows of dots, and how many dots stand in each."""
    count = int(sum(number for number, _ in node.parts))
    rows = min(node.box.rows, count)
    return rows, math.ceil(count / rows)


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


def _text_paths(node: Node) -> tuple[str, ...]:
    own = (node.path,) if node.text is not None else ()
    return (*own, *(path for child in node.children for path in _text_paths(child)))
