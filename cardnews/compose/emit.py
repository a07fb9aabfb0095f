"""Placed boxes to the flat items of a Frame: surfaces, tails, highlight bars, glyph runs, art, codes."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct

from cardnews.color import Color
from cardnews.compose.boxes import Placed
from cardnews.compose.emit_chrome import CHROME
from cardnews.compose.emit_dashes import dashed_outline
from cardnews.compose.emit_data import DATA
from cardnews.compose.emit_text import TextEmitter, color_of, hanging_edge, text_set
from cardnews.compose.frame import (
    Art,
    Code,
    Item,
    Line,
    Photo,
    Polygon,
    Radii,
    Shape,
    Slot,
    Turned,
    Veil,
)
from cardnews.compose.node import Node
from cardnews.drawing import Drawing
from cardnews.geometry import Rect
from cardnews.text.fit import cluster_slice
from cardnews.theme import Theme


class Emitter(Struct, frozen=True):
    """Turns placed boxes into items; `root` is where tails look for the box they point to, `codes` whether QR codes
    get their modules."""

    theme: Theme
    canvas: Rect
    root: Placed
    codes: bool = True

    def items(self, placed: Placed, plate: Rect | None = None) -> Iterator[Item]:
        """The items of a box in painting order; `plate` is the filled shape that it stands on, if any."""
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
            plate = placed.rect
        if node.text is not None and placed.fitted is not None:
            edge = hanging_edge(placed, plate, self.canvas)
            yield from TextEmitter(self.theme).items(placed, placed.fitted, edge)
        elif node.art is not None and node.art.drawing is not None:
            yield self._art(placed)
        elif node.image is not None:
            image = node.image
            tones = self.theme.tones.get(image.tone, ())
            yield Photo(image.path, placed.rect, self._radii(placed), image.focus, node.box.whole, tones)
        elif node.box.kind == "qr":
            yield self._code(placed)
        elif node.box.kind == "veil":
            yield Veil(placed.rect, color_of(node, node.box.color or "fill"), node.box.start, node.box.solid)
        elif node.box.kind in DATA:
            yield from DATA[node.box.kind](placed)
        elif node.box.kind in CHROME:
            yield from CHROME[node.box.kind](placed)
        for child in placed.children:
            yield from self.items(child, plate)

    def _floor(self, placed: Placed) -> Iterator[Item]:
        top = placed.rect.bottom
        ground = self.theme.grounds.get(placed.node.box.floor)
        color = ground.colors["fill"] if ground is not None else color_of(placed.node, placed.node.box.floor)
        yield Shape(Rect(self.canvas.x, top, self.canvas.width, self.canvas.bottom - top), color)

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
            color, line = self._on(node, surface.stroke), max(1.0, surface.line * node.u)
            if surface.dash:
                tail = self._tail(placed) if node.box.tail is not None else ()
                yield dashed_outline(placed.rect, radii, tail, color, line, surface.dash * node.u)
            else:
                yield Shape(placed.rect, color, radii, line)
        if node.box.tail is not None and surface.fill:
            yield Polygon(self._tail(placed), self._on(node, surface.fill), 2, 0.5 * node.u)

    def _tail(self, placed: Placed) -> tuple[tuple[float, float], ...]:
        """The corners of a tail whose inner edge is steep and whose outer edge slants (design.md 7), its tip last."""
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
        return ((tip + steep, top), (tip + slant, top), (tip, rect.bottom + height))

    def _art(self, placed: Placed) -> Art:
        node = placed.node
        assert node.art is not None and node.art.drawing is not None
        drawing = node.art.drawing
        source = drawing.source
        if (shown := drawing.shown(node.box.show)) is not None:
            x, y, side = shown
            source = drawing.cropped((x, y, side, side))
        rect = placed.rect
        if node.box.turn:
            source, rect = turned_drawing(drawing, node.box.turn, rect)
        clip = self._radii(placed) if node.surface is not None and node.surface.clip else None
        return Art(node.art.name, source, node.art.style, rect, clip)

    def _code(self, placed: Placed) -> Code:
        color = color_of(placed.node, placed.node.box.color or "text")
        if not self.codes:
            return Code((), placed.rect, color, placed.node.link)
        # Takes longer to load than a card to compose.
        import segno

        code = segno.make(placed.node.link, micro=False, error="m", boost_error=True)
        rows = tuple("".join("1" if module else "0" for module in row) for row in code.matrix)
        # Four modules stay clear on every side, the padding counted in; whole px keep the edges sharp.
        inner = placed.rect.inset(placed.node.pad)
        clear = min(placed.rect.width, placed.rect.height) // (len(rows) + 8)
        side = max(1.0, min(clear, min(inner.width, inner.height) // len(rows))) * len(rows)
        x, y = placed.rect.center
        rect = Rect(x - side / 2, y - side / 2, side, side)
        return Code(rows, rect, color, placed.node.link)

    def slots(self, placed: Placed, decorative: bool = False) -> Iterator[Slot]:
        """What was set where, in reading order."""
        decorative = decorative or placed.node.box.kind == "marquee" or placed.node.box.loose
        content, fitted = placed.node.text, placed.fitted
        if content is not None and fitted is not None:
            text = text_set(content, fitted).marked.text
            lines = tuple(
                Line(text[line.start : line.end], line.start, line.end, round(line.width, 2), line.ended, line.rules)
                for line in fitted.lines
            )
            clusters = (cluster for line in fitted.lines for cluster in cluster_slice(text_set(content, fitted), line))
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
