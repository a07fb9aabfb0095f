"""Placed boxes to the flat items of a Frame: surfaces, tails, highlight bars, glyph runs, art, codes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cardnews.color import Color
from cardnews.compose.boxes import Placed
from cardnews.compose.frame import Art, Code, GlyphRun, Item, Line, Photo, Polygon, Radii, Shape, Slot, Turned
from cardnews.compose.node import Node, TextContent
from cardnews.drawing import Drawing
from cardnews.geometry import Rect
from cardnews.text.fit import Fitted, LineRange, cluster_slice, pen_advance
from cardnews.text.paragraphs import Paragraphs
from cardnews.theme import Theme


@dataclass(frozen=True, slots=True)
class Emitter:
    """Turns placed boxes into items; `root` is where tails look for the box they point to."""

    theme: Theme
    canvas: Rect
    root: Placed

    def items(self, placed: Placed) -> Iterator[Item]:
        """The items of a box in painting order."""
        node = placed.node
        if node.box.floor:
            yield from self._floor(placed)
        if node.box.kind == "marquee":
            inner = tuple(item for child in placed.children for item in self.items(child))
            center = (placed.rect.x + placed.rect.width / 2, placed.rect.y + placed.rect.height / 2)
            yield Turned(inner, node.box.turn, center) if node.box.turn else Turned(inner, 0.0, center)
            return
        if node.surface is not None:
            yield from self._surface(placed)
        if node.text is not None and placed.fitted is not None:
            yield from self._text(placed, placed.fitted)
        elif node.art is not None and node.art.drawing is not None:
            yield self._art(placed)
        elif node.image is not None:
            yield Photo(node.image.path, placed.rect, self._radii(placed), node.image.focus)
        elif node.box.kind == "qr":
            yield self._code(placed)
        elif node.box.kind == "bar":
            yield from self._bar(placed)
        for child in placed.children:
            yield from self.items(child)

    def _floor(self, placed: Placed) -> Iterator[Item]:
        top = placed.rect.bottom
        ground = self.theme.grounds.get(placed.node.box.floor)
        color = ground.colors["fill"] if ground is not None else self._color(placed.node, placed.node.box.floor)
        yield Shape(Rect(self.canvas.x, top, self.canvas.width, self.canvas.bottom - top), color)

    def _color(self, node: Node, role: str) -> Color:
        return node.ground.color(role) or node.ground.colors["text"]

    @staticmethod
    def _on(node: Node, role: str) -> Color:
        return node.outer.color(role) or node.outer.colors["text"]

    def _radii(self, placed: Placed) -> Radii:
        surface = placed.node.surface
        if surface is None:
            return (0.0, 0.0, 0.0, 0.0)
        rect = placed.rect
        most = min(rect.width, rect.height) / 2
        if surface.round:
            return (most, most, most, most)
        given = [min(radius * placed.node.u, most) for radius in surface.radius]
        if len(given) == 4:
            return (given[0], given[1], given[2], given[3])
        return (given[0], given[0], given[0], given[0])

    def _surface(self, placed: Placed) -> Iterator[Item]:
        node, surface = placed.node, placed.node.surface
        assert surface is not None
        radii = self._radii(placed)
        if surface.fill:
            yield Shape(placed.rect, self._on(node, surface.fill), radii)
        if surface.stroke:
            yield Shape(placed.rect, self._on(node, surface.stroke), radii, max(1.0, surface.line * node.u))
        if node.box.tail is not None and surface.fill:
            yield self._tail(placed, self._on(node, surface.fill))

    def _tail(self, placed: Placed, color: Color) -> Polygon:
        """A tail whose inner edge is steep and whose outer edge slants, its tip rounded (design.md 7)."""
        tail, u, rect = placed.node.box.tail, placed.node.u, placed.rect
        assert tail is not None
        target = self.root.find(tail.to) if tail.to else None
        width, height = tail.width * u, tail.height * u
        if target is not None:
            tip = target.rect.center[0]
            leans_left = tip < rect.center[0]
            tip += (1.9 if leans_left else -1.9) * u
        else:
            tip = rect.x + (tail.x if tail.x is not None else 0.2) * rect.width
            leans_left = tail.lean == "left"
        top = rect.bottom - 0.4 * u
        steep, slant = (-0.8 * u, width - 0.8 * u) if leans_left else (0.8 * u, -(width - 0.8 * u))
        points = ((tip + steep, top), (tip + slant, top), (tip, rect.bottom + height))
        return Polygon(points, color, 2, 0.5 * u)

    def _art(self, placed: Placed) -> Art:
        node = placed.node
        assert node.art is not None and node.art.drawing is not None
        drawing = node.art.drawing
        source = drawing.source
        if node.box.show == "head" and drawing.head is not None:
            x, y, side = drawing.head
            source = drawing.cropped((x, y, side, side))
        rect = placed.rect
        if node.box.turn:
            source, rect = turned_drawing(drawing, node.box.turn, rect)
        clip = self._radii(placed) if node.surface is not None and node.surface.clip else None
        return Art(node.art.name, source, node.art.style, rect, clip)

    def _code(self, placed: Placed) -> Code:
        import segno

        code = segno.make(placed.node.link, micro=False, error="m", boost_error=True)
        rows = tuple("".join("1" if module else "0" for module in row) for row in code.matrix)
        # Four modules stay clear on every side, the padding counted in; whole px keep the edges sharp.
        inner = placed.rect.inset(placed.node.pad)
        clear = min(placed.rect.width, placed.rect.height) // (len(rows) + 8)
        side = max(1.0, min(clear, min(inner.width, inner.height) // len(rows))) * len(rows)
        x, y = placed.rect.center
        rect = Rect(x - side / 2, y - side / 2, side, side)
        return Code(rows, rect, self._color(placed.node, placed.node.box.color or "text"))

    def _bar(self, placed: Placed) -> Iterator[Item]:
        """A share as a filled length of a rounded track."""
        node, rect = placed.node, placed.rect
        radius = rect.height / 2
        radii = (radius, radius, radius, radius)
        yield Shape(rect, self._color(node, "track"), radii)
        width = max(rect.height, rect.width * min(1.0, max(0.0, node.share)))
        yield Shape(replace(rect, width=width), self._color(node, node.box.color or "text"), radii)

    # -- text ----------------------------------------------------------------------------------------------------

    def _text(self, placed: Placed, fitted: Fitted) -> Iterator[Item]:
        content = placed.node.text
        assert content is not None
        pens = list(self._pens(placed, fitted))
        yield from self._bars(placed.node, content, fitted, pens)
        for line, (x, top, baseline) in zip(fitted.lines, pens, strict=True):
            yield from self._runs(placed.node, content, fitted, line, x, baseline)
            yield from self._strikes(content, fitted, line, x, top, baseline)

    def _pens(self, placed: Placed, fitted: Fitted) -> Iterator[tuple[float, float, float]]:
        """Left edge, top of the line box and baseline of each line; the Hangul ink box is centered in the line box."""
        content = placed.node.text
        assert content is not None
        inner = placed.rect.inset(placed.node.pad)
        step = fitted.step
        leading = step.size * step.leading
        top = inner.y + _VERTICAL[placed.node.box.vertical or _text_anchor(placed.node)] * (
            inner.height - fitted.height
        )
        ink_top, ink_bottom = content.face.fonts[0].ink_box
        center = (ink_top + ink_bottom) / 2 * step.size
        share = {"center": 0.5, "right": 1.0}.get(placed.node.box.horizontal, 0.0)
        pull = 0.0
        if share == 0.0 and step.size >= self.theme.pull_from * 90 * placed.node.u - 0.01:
            pull = self.theme.pull * step.size
        for index, line in enumerate(fitted.lines):
            x = inner.x + share * (inner.width - line.width) - pull
            line_top = top + index * leading
            yield x, line_top, line_top + leading / 2 + center

    def _bars(
        self, node: Node, content: TextContent, fitted: Fitted, pens: list[tuple[float, float, float]]
    ) -> Iterator[Item]:
        marks = self.theme.marks
        step = fitted.step
        leading = step.size * step.leading
        # The bar is measured on the line box of a headline; a looser line keeps it as close to the letters.
        box_height = min(leading, 1.25 * step.size)
        for span in _set(content, fitted).marked.spans:
            if span.mark != "highlight":
                continue
            for line, (x, line_top, _) in zip(fitted.lines, pens, strict=True):
                start, end = max(span.start, line.start), min(span.end, line.end)
                if start >= end:
                    continue
                left = x + self._advance(content, fitted, line, start)
                right = x + self._advance(content, fitted, line, end, after=False)
                over = marks.overhang * step.size
                middle = line_top + leading / 2
                top = middle + (marks.top - 0.5) * box_height
                bottom = middle + (marks.bottom - 0.5) * box_height
                yield Shape(
                    Rect(left - over, top, right - left + 2 * over, bottom - top), self._color(node, "highlight")
                )

    @staticmethod
    def _advance(content: TextContent, fitted: Fitted, line: LineRange, offset: int, after: bool = True) -> float:
        """Pen position in px of `offset` from the line's start; without the tracking before it where `after` is off."""
        step = fitted.step
        pen = 0.0
        count = 0
        for cluster in cluster_slice(_set(content, fitted), line):
            if cluster.start >= offset:
                break
            pen += pen_advance(cluster, line, step)
            count += not cluster.bare
        if not after and count:
            pen -= step.tracking
        return pen * step.size

    def _runs(
        self, node: Node, content: TextContent, fitted: Fitted, line: LineRange, x: float, baseline: float
    ) -> Iterator[GlyphRun]:
        step = fitted.step
        strong_role = self.theme.marks.strong.get(content.mode, ("", None))[0]
        strong_color = self._color(node, strong_role) if strong_role else content.color
        pen = 0.0
        run: list[tuple[int, float, float]] = []
        letters: list[str] = []
        key: tuple[str, Color] | None = None
        text = _set(content, fitted).marked.text
        for cluster in cluster_slice(_set(content, fitted), line):
            color = strong_color if "strong" in _set(content, fitted).marked.marks_at(cluster.start) else content.color
            if not cluster.space:
                font = cluster.glyphs[0].font.key if cluster.glyphs else ""
                if key is not None and (font, color) != key:
                    yield GlyphRun(key[0], step.size, key[1], tuple(run), "".join(letters))
                    run, letters = [], []
                key = (font, color)
                run.extend(
                    (glyph.id, round(x + (pen + glyph.x) * step.size, 3), round(baseline - glyph.y * step.size, 3))
                    for glyph in cluster.glyphs
                )
            letters.append(text[cluster.start : cluster.end])
            pen += pen_advance(cluster, line, step)
        if key is not None and run:
            yield GlyphRun(key[0], step.size, key[1], tuple(run), "".join(letters))

    def _strikes(
        self, content: TextContent, fitted: Fitted, line: LineRange, x: float, top: float, baseline: float
    ) -> Iterator[Item]:
        step = fitted.step
        for span in _set(content, fitted).marked.spans:
            start, end = max(span.start, line.start), min(span.end, line.end)
            if span.mark != "struck" or start >= end:
                continue
            left = x + self._advance(content, fitted, line, start)
            right = x + self._advance(content, fitted, line, end, after=False)
            thickness = max(2.0, 0.07 * step.size)
            ink_top, ink_bottom = content.face.fonts[0].ink_box
            middle = baseline - (ink_top + ink_bottom) / 2 * step.size
            yield Shape(Rect(left, middle - thickness / 2, right - left, thickness), content.color)

    def slots(self, placed: Placed, decorative: bool = False) -> Iterator[Slot]:
        """What was set where, in reading order."""
        decorative = decorative or placed.node.box.kind == "marquee"
        content, fitted = placed.node.text, placed.fitted
        if content is not None and fitted is not None:
            text = _set(content, fitted).marked.text
            lines = tuple(
                Line(text[line.start : line.end], line.start, line.end, round(line.width, 2), line.ended, line.rules)
                for line in fitted.lines
            )
            clusters = (cluster for line in fitted.lines for cluster in cluster_slice(_set(content, fitted), line))
            fonts = dict.fromkeys(glyph.font.key for cluster in clusters for glyph in cluster.glyphs)
            yield Slot(
                placed.node.box.id or placed.node.path.rpartition("/")[2],
                placed.node.box.source,
                fitted.step.role,
                placed.rect,
                round(fitted.step.size, 2),
                round(content.ladder[content.nominal].size, 2),
                tuple(fonts),
                lines,
                decorative,
            )
        for child in placed.children:
            yield from self.slots(child, decorative)


def turned_drawing(drawing: Drawing, angle: float, rect: Rect) -> tuple[str, Rect]:
    """A drawing turned clockwise about its center, in a view box that holds all of it, and the rectangle to match."""
    cosine, sine = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    width = drawing.width * cosine + drawing.height * sine
    height = drawing.width * sine + drawing.height * cosine
    box = (drawing.x + (drawing.width - width) / 2, drawing.y + (drawing.height - height) / 2, width, height)
    source = drawing.cropped(box, angle)
    scale = rect.width / drawing.width
    middle_x, middle_y = rect.center
    return source, Rect(middle_x - width * scale / 2, middle_y - height * scale / 2, width * scale, height * scale)


def _set(content: TextContent, fitted: Fitted) -> Paragraphs:
    """What was set: the text, or the shorter one that had to stand for it."""
    return fitted.instead or content.paragraphs


_VERTICAL = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


def _text_anchor(node: Node) -> str:
    """Where lines stand in a box taller than they are: centered on a surface, else hanging from the top."""
    return "middle" if node.surface is not None else "top"
