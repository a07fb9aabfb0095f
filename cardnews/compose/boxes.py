"""Measuring and arranging bound boxes: rows, columns, overlays, repetitions, with texts fitted where they stand.

One arrangement never changes its mind: it records what does not fit, and `solve` tries again with other sizes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cardnews.boxtree import Length
from cardnews.compose.bind import Node, TextContent
from cardnews.compose.marquee import arrange_marquee
from cardnews.geometry import Rect
from cardnews.text.fit import Fitted, Step, fit_text, one_line_width, set_lines

_EPSILON = 0.01


@dataclass(frozen=True, slots=True)
class Placed:
    """A bound box where it stands, in the order of painting."""

    node: Node
    rect: Rect
    fitted: Fitted | None = None
    children: tuple[Placed, ...] = ()

    def find(self, box_id: str) -> Placed | None:
        """The first box of that id in this tree."""
        if self.node.box.id == box_id:
            return self
        return next((found for child in self.children if (found := child.find(box_id)) is not None), None)

    def texts(self) -> tuple[Placed, ...]:
        """The fitted texts in reading order."""
        own = (self,) if self.fitted is not None else ()
        return (*own, *(text for child in self.children for text in child.texts()))


@dataclass(frozen=True, slots=True)
class Overflow:
    """Content that needs `excess` px more than it has; `paths` are the texts that could give."""

    path: str
    excess: float
    paths: tuple[str, ...]


@dataclass(slots=True)
class Arranger:
    """One attempt: `rungs` says from which step of its ladder each text may start, `caps` the largest size of a group."""

    canvas: Rect
    rungs: Mapping[str, int]
    caps: Mapping[str, float]
    bind_scene: Callable[[Node, float], Node | None]
    overflows: list[Overflow] = field(default_factory=list)
    _fits: dict[tuple[str, float, float | None], Fitted | None] = field(default_factory=dict)
    _scenes: dict[tuple[str, float], Node | None] = field(default_factory=dict)

    # -- measuring -----------------------------------------------------------------------------------------------

    def natural_width(self, node: Node, available: float) -> float:
        """The width in px the box wants, at most `available`."""
        box = node.box
        fixed = self.resolve(box.width, available, node.u)
        if fixed is not None:
            return fixed
        pad = node.pad
        if node.text is not None:
            fitted = self.fit(node, available - pad.horizontal, None)
            width = max((line.width for line in fitted.lines), default=0.0) if fitted is not None else available
            wanted = min(one_line_width(node.text.paragraphs, self.first_step(node)), available - pad.horizontal)
            content = wanted if fitted is not None and len(fitted.lines) == 1 else width
        elif node.art is not None:
            height = self.resolve(box.height, 0.0, node.u)
            content = node.art.width / node.art.height * height if height else node.art.width * node.u
        elif node.children and _flow(node) == "row":
            content = sum(self.natural_width(child, available) for child in node.children) + _gaps(node)
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
        bound = min((value for value in (limit, high) if value is not None), default=None)
        room = None if bound is None else bound - pad.vertical
        inner = width - pad.horizontal
        content = 0.0
        if node.text is not None:
            fitted = self.fit(node, inner, room)
            content = fitted.height if fitted is not None else 0.0
        elif node.art is not None:
            content = node.art.height / node.art.width * inner
        elif node.box.kind == "qr":
            content = inner
        elif node.box.kind == "marquee":
            content = 0.0
        elif node.children:
            content = self._children_height(node, inner, room)
        needed = content + pad.vertical
        if low is not None:
            needed = max(low, needed)
        if high is not None and needed > high + _EPSILON:
            self._report(node, needed - high)
            needed = high
        return max(needed, box.min * node.u)

    def _children_height(self, node: Node, width: float, room: float | None) -> float:
        if _flow(node) == "row":
            widths = self.row_widths(node, width)
            return max(self.height(child, own, room) for child, own in zip(node.children, widths, strict=True))
        if _flow(node) == "column":
            heights = [self.height(child, self.child_width(child, width), None) for child in node.children]
            if node.box.equal:
                heights = [max(heights)] * len(heights)
            total = sum(heights) + _gaps(node)
            if room is not None and total > room + _EPSILON:
                self._report(node, total - room)
            return total
        if node.box.kind == "place":
            return max((_placed_box(child)[1] + _placed_box(child)[3]) * node.u for child in node.children)
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
        left = available - _gaps(node) - sum(width for width in widths if width is not None)
        fillers = [index for index, child in enumerate(children) if child.box.width is not None and child.box.width.fill]
        for index, child in enumerate(children):
            if widths[index] is None and index not in fillers:
                widths[index] = self.natural_width(child, max(0.0, left))
                left -= widths[index] or 0.0
        for index in fillers:
            widths[index] = max(0.0, left) / len(fillers)
        if left < -_EPSILON:
            self._report(node, -left)
        return [width or 0.0 for width in widths]

    @staticmethod
    def resolve(length: Length | None, available: float, u: float) -> float | None:
        if length is None or length.fill:
            return None
        if length.percent is not None:
            return length.percent * available
        return length.least * u if length.most == length.least else None

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
            while rung < len(content.ladder) - 1 and content.ladder[rung].size > cap + _EPSILON:
                rung += 1
        return rung

    def fit(self, node: Node, width: float, height: float | None) -> Fitted | None:
        """The text of `node` set in `width`; where nothing fits, its last step unlimited, with the overflow recorded."""
        key = (node.path, round(width, 3), None if height is None else round(height, 3))
        if key not in self._fits:
            self._fits[key] = self._fit(node, width, height)
        return self._fits[key]

    def _fit(self, node: Node, width: float, height: float | None) -> Fitted | None:
        content = node.text
        assert content is not None
        first = self.first_rung(node)
        grown = self._grown(content, width, height) if first < content.nominal else None
        if grown is not None:
            return grown
        first = max(first, content.nominal)
        measure = self._measure(content, width, first)
        fitted = fit_text(
            content.paragraphs,
            content.ladder,
            measure,
            mode=content.mode,
            max_lines=content.fit.lines,
            max_height=height,
            first_rung=first,
            extra=content.fit.extra,
        )
        if fitted is None:
            last = len(content.ladder) - 1
            fitted = set_lines(content.paragraphs, content.ladder[last], measure, content.mode, 0, last, tear=True)
            self._report(node, node.u)
        return fitted

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

    def _report(self, node: Node, excess: float) -> None:
        self.overflows.append(Overflow(node.path, excess, _text_paths(node)))

    # -- arranging -----------------------------------------------------------------------------------------------

    def arrange(self, node: Node, rect: Rect) -> Placed:
        """`node` in `rect` (its outer rectangle), with everything inside it."""
        rect = self._bled(node, rect)
        inner = rect.inset(node.pad)
        if node.text is not None:
            return self._arrange_text(node, rect, inner)
        if node.art is not None:
            return self._arrange_art(node, rect, inner)
        if node.box.kind == "qr":
            side = min(inner.width, inner.height)
            return Placed(node, Rect(rect.x, rect.y, side + node.pad.horizontal, side + node.pad.vertical))
        if node.box.kind == "marquee":
            return arrange_marquee(self, node, rect)
        if not node.children:
            return Placed(node, rect)
        if _flow(node) == "row":
            children = self._row(node, inner)
        elif _flow(node) == "column":
            children = self._column(node, inner)
        elif node.box.kind == "place":
            children = [self._place(child, inner) for child in node.children]
        else:
            children = [self._overlay(child, inner) for child in node.children]
        return Placed(node, rect, None, tuple(children))

    def _bled(self, node: Node, rect: Rect) -> Rect:
        sides = node.box.bleed
        if not sides:
            return rect
        left = self.canvas.x if "left" in sides else rect.x
        top = self.canvas.y if "top" in sides else rect.y
        right = self.canvas.right if "right" in sides else rect.right
        bottom = self.canvas.bottom if "bottom" in sides else rect.bottom
        return Rect(left, top, right - left, bottom - top)

    def _arrange_text(self, node: Node, rect: Rect, inner: Rect) -> Placed:
        limited = node.box.height is not None and not node.box.height.fill
        fitted = self.fit(node, inner.width, inner.height if limited else None)
        if fitted is not None and fitted.width > inner.width + 0.5:
            self._report(node, fitted.width - inner.width)
        return Placed(node, rect, fitted)

    def _arrange_art(self, node: Node, rect: Rect, inner: Rect) -> Placed:
        assert node.art is not None
        scale = min(inner.width / node.art.width, inner.height / node.art.height)
        if scale <= 0:
            self._report(node, node.u)
            scale = 0.01
        width, height = node.art.width * scale, node.art.height * scale
        x = inner.x + _share(node.box.horizontal, "center") * (inner.width - width)
        y = inner.y + _share(node.box.vertical, "bottom") * (inner.height - height)
        drawn = Rect(x, y, width, height)
        if node.art.scene is None:
            return Placed(node, drawn if node.surface is None else rect)
        key = (node.path, round(scale, 6))
        if key not in self._scenes:
            self._scenes[key] = self.bind_scene(node, scale)
        scene = self._scenes[key]
        if scene is None:
            return Placed(node, drawn)
        return Placed(node, drawn, None, (self.arrange(scene, drawn),))

    def _row(self, node: Node, inner: Rect) -> list[Placed]:
        widths = self.row_widths(node, inner.width)
        spare = inner.width - sum(widths) - _gaps(node)
        lead, between = _spread(node.box.align, spare, len(widths))
        x = inner.x + lead
        placed: list[Placed] = []
        for child, width, gap in zip(node.children, widths, _gap_list(node), strict=True):
            height = self._cross_height(child, width, inner.height)
            y = inner.y + _share(child.box.vertical, "middle") * (inner.height - height)
            placed.append(self.arrange(child, Rect(x, y, width, height)))
            x += width + gap + between
        return placed

    def _cross_height(self, child: Node, width: float, available: float) -> float:
        if child.box.height is not None and child.box.height.fill:
            return available
        percent = child.box.height.percent if child.box.height is not None else None
        if percent is not None:
            return percent * available
        if child.art is not None and child.box.height is None:
            return available
        height = self.height(child, width, available)
        needed = height
        if child.text is not None:
            fitted = self.fit(child, width - child.pad.horizontal, available - child.pad.vertical)
            needed = height - fitted.height + fitted.tight_height if fitted is not None else height
        if needed > available + _EPSILON:
            self._report(child, needed - available)
        return height

    def _column(self, node: Node, inner: Rect) -> list[Placed]:
        children = node.children
        gaps = _gap_list(node)
        widths = [self.child_width(child, inner.width) for child in children]
        heights: list[float | None] = []
        for child, width in zip(children, widths, strict=True):
            length = child.box.height
            if length is not None and length.fill:
                heights.append(None)
            elif length is not None and length.percent is not None:
                heights.append(length.percent * inner.height)
            else:
                heights.append(self.height(child, width, None))
        if node.box.equal and all(height is not None for height in heights):
            heights = [max(height for height in heights if height is not None)] * len(heights)
        left = inner.height - sum(gaps) - sum(height for height in heights if height is not None)
        fillers = [index for index, height in enumerate(heights) if height is None]
        least = sum(children[index].box.min * children[index].u for index in fillers)
        if left < least - _EPSILON:
            self._report(node, least - left)
        if node.box.equal and node.box.align == "stretch" and left > 0 and not fillers:
            # Rows of a list share the height of the card up to what each of them may take.
            most = [child.box.height.most * child.u if child.box.height and child.box.height.most else 0 for child in children]
            heights = [max(height or 0.0, min(top, (height or 0.0) + left / len(children))) for height, top in zip(heights, most, strict=True)]
            left = inner.height - sum(gaps) - sum(height for height in heights if height is not None)
        for index in fillers:
            share = max(left, 0.0) / len(fillers)
            length = children[index].box.height
            most_u = length.most if length is not None else None
            heights[index] = share if most_u is None else min(share, most_u * children[index].u)
        spare = max(0.0, left) if not fillers else 0.0
        lead, between = _spread(node.box.align, spare, len(children))
        y = inner.y + lead
        placed: list[Placed] = []
        for child, width, height, gap in zip(children, widths, heights, gaps, strict=True):
            x = inner.x + _share(child.box.horizontal, "left") * (inner.width - width)
            placed.append(self.arrange(child, Rect(x, y, width, height or 0.0)))
            y += (height or 0.0) + gap + between
        return placed

    def _overlay(self, child: Node, inner: Rect) -> Placed:
        width = self.child_width(child, inner.width)
        height = self._cross_height(child, width, inner.height)
        if child.box.height is None and child.text is None and child.art is None and not child.box.at:
            height = inner.height
        point = [float(word[:-1]) / 100 for word in child.box.at if word.endswith("%")]
        if len(point) == 2:
            x = inner.x + point[0] * inner.width - width / 2
            y = inner.y + point[1] * inner.height - height / 2
        else:
            x = inner.x + _share(child.box.horizontal, "left") * (inner.width - width)
            y = inner.y + _share(child.box.vertical, "middle") * (inner.height - height)
        return self.arrange(child, Rect(x, y, width, height))

    def _place(self, child: Node, inner: Rect) -> Placed:
        x, y, width, height = (value * child.u for value in _placed_box(child))
        return self.arrange(child, Rect(inner.x + x, inner.y + y, width, height))


def _placed_box(node: Node) -> tuple[float, float, float, float]:
    return node.box.box or (0.0, 0.0, 10.0, 10.0)


def _flow(node: Node) -> str:
    if node.box.kind == "each":
        return node.box.flow or "column"
    return node.box.flow or node.box.kind


def _gap_list(node: Node) -> list[float]:
    """The distance after each child; none after the last."""
    children = node.children
    gaps = [(child.box.clear if child.box.clear is not None else node.box.gap) * node.u for child in children[:-1]]
    return [*gaps, 0.0] if children else []


def _gaps(node: Node) -> float:
    return sum(_gap_list(node))


def _share(word: str, default: str) -> float:
    return {"left": 0.0, "top": 0.0, "center": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}[word or default]


def _spread(align: str, spare: float, count: int) -> tuple[float, float]:
    """Space before the first child and between children."""
    if align == "spread" and count > 1:
        return 0.0, spare / (count - 1)
    share = {"center": 0.5, "middle": 0.5, "end": 1.0, "bottom": 1.0, "right": 1.0}.get(align, 0.0)
    return share * spare, 0.0


def _text_paths(node: Node) -> tuple[str, ...]:
    own = (node.path,) if node.text is not None else ()
    return (*own, *(path for child in node.children for path in _text_paths(child)))


