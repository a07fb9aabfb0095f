"""Arranging bound boxes: rows, columns, overlays, repetitions, each child in its rectangle.

One arrangement never changes its mind: it records what does not fit, and `solve` tries again with other sizes.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field
from msgspec.structs import replace

from cardnews.compose.fitting import EPSILON
from cardnews.compose.marquee import place_pills
from cardnews.compose.measure import Measurer, flow, gap_list, gap_total, growth, most_of, placed_box, shared_out
from cardnews.compose.node import Node
from cardnews.geometry import Rect
from cardnews.text.fit import Fitted, set_lines

_FULL = 80.0  # u; a scene that is as wide is drawn for a card from edge to edge


class Placed(Struct, frozen=True):
    """A bound box where it stands, in the order of painting; `hidden` are texts of it that found no place."""

    node: Node
    rect: Rect
    fitted: Fitted | None = None
    children: tuple[Placed, ...] = ()
    hidden: tuple[str, ...] = ()

    def find(self, box_id: str) -> Placed | None:
        """The first box of that id in this tree."""
        if self.node.box.id == box_id:
            return self
        return next((found for child in self.children if (found := child.find(box_id)) is not None), None)

    def texts(self) -> tuple[Placed, ...]:
        """The fitted texts in reading order."""
        own = (self,) if self.fitted is not None else ()
        return (*own, *(text for child in self.children for text in child.texts()))


class Arranger(Measurer, kw_only=True):
    """One attempt at arranging a tree on `canvas`; `bind_scene` binds a scene once its scale is known, `bind_poster`
    the lines of a poster once its extent is, and `smallest` is the least size in px of a text's role.

    `_loose` while a marquee is arranged, whose pills are meant to run off the card.
    """

    canvas: Rect
    bind_scene: Callable[[Node, float], Node | None]
    bind_poster: Callable[[Node, float, float], tuple[Node, ...]]
    smallest: Callable[[Node], float]
    _scenes: dict[tuple[str, float], Node | None] = field(default_factory=dict)
    _loose: bool = False

    def arrange(self, node: Node, rect: Rect, limit: float | None = None) -> Placed:
        """`node` in `rect` (its outer rectangle), with everything inside it.

        `limit` is the height in px that a text was measured with, so that it is set here as it was measured.
        """
        within = rect
        rect = self._bled(node, rect)
        inner = rect.inset(node.pad)
        if node.text is not None:
            return self._arrange_text(node, rect, inner, limit)
        if node.art is not None:
            return self._arrange_art(node, rect, inner, within)
        if node.box.kind == "donut":
            side = min(inner.width, inner.height)
            x = inner.x + _share(node.box.horizontal, "center") * (inner.width - side)
            return Placed(node, Rect(x, inner.y, side, side))
        if node.box.kind == "qr":
            side = min(inner.width, inner.height)
            return Placed(node, Rect(rect.x, rect.y, side + node.pad.horizontal, side + node.pad.vertical))
        if node.box.kind == "marquee":
            return self._marquee(node, rect)
        if node.box.kind == "poster":
            return self._poster(node, rect, inner)
        if not node.children:
            return Placed(node, rect)
        if flow(node) == "row":
            children = self._row(node, inner)
        elif flow(node) == "column":
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

    def _arrange_text(self, node: Node, rect: Rect, inner: Rect, limit: float | None) -> Placed:
        fitted = self.fit(node, inner.width, self.room(node, limit))
        if fitted is not None and not self._loose and not node.box.loose:
            self._keep_inside(node, rect, inner, fitted)
        return Placed(node, rect, fitted)

    def _keep_inside(self, node: Node, rect: Rect, inner: Rect, fitted: Fitted) -> None:
        """Whatever led here, a text that is wider or taller than its box, or off the card, does not fit."""
        excess = max(fitted.width - inner.width, fitted.tight_height - max(inner.height, 0.0))
        pushed = excess <= 0.5 and not self.canvas.contains(rect, 0.5 * node.u)
        if pushed or excess > 0.5:
            self.report(node, max(excess, node.u) if pushed else excess, pushed)

    def _arrange_art(self, node: Node, rect: Rect, inner: Rect, within: Rect) -> Placed:
        """`within` is the box before it bled: where single drawings, which nothing continues beyond the edge, and
        scenes of a body's width stay."""
        assert node.art is not None
        margin = within.x
        if node.art.scene is None or node.art.width < _FULL:
            left, right = max(inner.x, within.x), min(inner.right, within.right)
            inner = Rect(left, inner.y, right - left, inner.height)
        scale = min(inner.width / node.art.width, inner.height / node.art.height)
        if scale <= 0:
            self.report(node, node.u)
            scale = 0.01
        width, height = node.art.width * scale, node.art.height * scale
        x = inner.x + _share(node.box.horizontal, "center") * (inner.width - width)
        if node.box.horizontal == "left":
            x = min(max(x, margin), inner.right - width)
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
        if scene.box.width is not None and scene.box.width.fill:
            # A scene that is lower than it is wide spreads over the width instead of standing small in a corner.
            drawn = Rect(max(inner.x, margin), y, inner.right - max(inner.x, margin), height)
        return Placed(node, drawn, None, (self.arrange(scene, drawn),))

    def height(self, node: Node, width: float, limit: float | None) -> float:
        """As any box's, and of a poster that does not fill: that of its lines at the measure, in at most `limit`."""
        length = node.box.height
        if node.box.kind != "poster" or (length is not None and length.fill):
            return Measurer.height(self, node, width, limit)
        pad, most = node.pad, [limit if limit is not None else self.canvas.height]
        if length is not None and length.most is not None:
            most.append(length.most * node.u)
        lines = self.bind_poster(node, width - pad.horizontal, min(most) - pad.vertical)
        steps = [line.text.ladder[0] for line in lines if line.text is not None]
        return sum(step.size * step.leading for step in steps) + pad.vertical

    def _poster(self, node: Node, rect: Rect, inner: Rect) -> Placed:
        """Lines stacked close, each as wide as the measure lets it be."""
        lines = self.bind_poster(node, inner.width, inner.height)
        heights = [line.text.ladder[0].size * line.text.ladder[0].leading for line in lines if line.text is not None]
        y = inner.y + _share(node.box.vertical, "top") * max(0.0, inner.height - sum(heights))
        placed: list[Placed] = []
        for line, height in zip(lines, heights, strict=True):
            assert line.text is not None
            step = line.text.ladder[0]
            fitted = set_lines(line.text.paragraphs, step, 2 * inner.width, line.text.mode)
            placed.append(Placed(line, Rect(inner.x, y, inner.width, height), fitted))
            if step.size < self.smallest(line) - EPSILON:
                self.report(line, (self.smallest(line) - step.size) * len(lines))
            y += height
        return Placed(node, rect, None, tuple(placed))

    def _marquee(self, node: Node, rect: Rect) -> Placed:
        widths = [self.natural_width(child, rect.width) for child in node.children]
        height = max(self.height(child, rect.width, None) for child in node.children)
        pills = place_pills(widths, height, node.box.gap * node.u, node.box.rows, node.box.turn, rect)
        self._loose = True
        placed = tuple(self.arrange(node.children[index], spot) for index, spot in pills.spots)
        self._loose = False
        texts = [child.text.paragraphs.marked.text for child in node.children if child.text is not None]
        return Placed(node, rect, None, placed, tuple(texts[index] for index in pills.hidden if index < len(texts)))

    def _row(self, node: Node, inner: Rect) -> list[Placed]:
        widths = self.row_widths(node, inner.width)
        spare = inner.width - sum(widths) - gap_total(node)
        lead, between = _spread(node.box.align, spare, len(widths))
        x = inner.x + lead
        placed: list[Placed] = []
        for child, width, gap in zip(node.children, widths, gap_list(node), strict=True):
            height = self._cross_height(child, width, inner.height)
            y = inner.y + _share(child.box.vertical, "middle") * (inner.height - height)
            placed.append(self.arrange(child, Rect(x, y, width, height), inner.height))
            x += width + gap + between
        return _on_one_baseline(placed)

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
        if needed > available + EPSILON and not child.box.loose:
            self.report(child, needed - available)
        return height

    def _column(self, node: Node, inner: Rect) -> list[Placed]:
        children = node.children
        gaps = gap_list(node)
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
        bounds = [
            (self._least(children[index], widths[index]), most_of(children[index].box.height, children[index].u))
            for index in fillers
        ]
        least = sum(low for low, _ in bounds)
        if left < least - EPSILON:
            self.report(node, least - left)
        for index, share in zip(fillers, shared_out(left, bounds), strict=True):
            heights[index] = share
        # What those that fill may not take is spare.
        spare = max(0.0, left - sum(heights[index] or 0.0 for index in fillers))
        if node.box.grow:
            rooms = [growth(child, height or 0.0) for child, height in zip(children, heights, strict=True)]
            shares = shared_out(spare, [(0.0, room) for room in rooms])
            heights = [(height or 0.0) + more for height, more in zip(heights, shares, strict=True)]
            spare -= sum(shares)
        lead, between = _spread(node.box.align, spare, len(children))
        y = inner.y + lead
        placed: list[Placed] = []
        for child, width, height, gap in zip(children, widths, heights, gaps, strict=True):
            x = inner.x + _share(child.box.horizontal, "left") * (inner.width - width)
            given = child.box.height is not None and (child.box.height.fill or child.box.height.percent is not None)
            placed.append(self.arrange(child, Rect(x, y, width, height or 0.0), height if given else None))
            y += (height or 0.0) + gap + between
        return placed

    def _least(self, filler: Node, width: float) -> float:
        """The least height in px of a box that fills; one that grows holds at least its children."""
        length = filler.box.height
        least = max(filler.box.min, length.least if length is not None else 0.0) * filler.u
        return max(least, self.height(filler, width, None)) if filler.box.grow else least

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
        return self.arrange(child, Rect(x, y, width, height), inner.height)

    def _place(self, child: Node, inner: Rect) -> Placed:
        x, y, width, height = (value * child.u for value in placed_box(child))
        return self.arrange(child, Rect(inner.x + x, inner.y + y, width, height), height)


def _on_one_baseline(placed: list[Placed]) -> list[Placed]:
    """The children of a row, those that stand `at: baseline` moved to the lowest baseline among them."""
    lines = [first_baseline(child) if "baseline" in child.node.box.at else None for child in placed]
    lowest = max((line for line in lines if line is not None), default=0.0)
    return [
        child if line is None else replace(child, rect=child.rect.moved(0.0, lowest - line))
        for child, line in zip(placed, lines, strict=True)
    ]


def first_baseline(placed: Placed) -> float | None:
    """The y in px of the baseline of a text's first line; None for anything else."""
    content, fitted = placed.node.text, placed.fitted
    if content is None or fitted is None:
        return None
    inner = placed.rect.inset(placed.node.pad)
    share = {"middle": 0.5, "bottom": 1.0}.get(placed.node.box.vertical, 0.0)
    ink_top, ink_bottom = content.face.fonts[0].ink_box
    step = fitted.step
    return (
        inner.y
        + share * (inner.height - fitted.height)
        + step.size * step.leading / 2
        + (ink_top + ink_bottom) / 2 * step.size
    )


def _share(word: str, default: str) -> float:
    return {"left": 0.0, "top": 0.0, "center": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}[word or default]


def _spread(align: str, spare: float, count: int) -> tuple[float, float]:
    """Space before the first child and between children."""
    if align == "spread" and count > 1:
        return 0.0, spare / (count - 1)
    share = {"center": 0.5, "middle": 0.5, "end": 1.0, "bottom": 1.0, "right": 1.0}.get(align, 0.0)
    return share * spare, 0.0
