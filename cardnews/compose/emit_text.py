"""Set text to items: highlight bars, glyph runs and strikes, each line at its pen."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cardnews.color import Color, contrast, least_contrast, mix
from cardnews.compose.boxes import Placed
from cardnews.compose.frame import GlyphRun, Item, Shape
from cardnews.compose.node import Node, TextContent
from cardnews.geometry import Rect
from cardnews.text.fit import Fitted, LineRange, cluster_slice, pen_advance
from cardnews.text.labels import opens_with
from cardnews.text.paragraphs import Paragraphs
from cardnews.theme import Theme


def color_of(node: Node, role: str) -> Color:
    """A color role as the content of `node` sees it."""
    return node.ground.color(role) or node.ground.colors["text"]


def highlighted(node: Node, color: Color, least: float) -> tuple[Color, Color]:
    """The colors of highlighted words and of the bar under them, both of which the words are read against.

    The ground's own highlight where words of `color`, or of the ground's text color, have the contrast `least` to it,
    or those of the color `marked` of a ground whose bars stand behind whole letters; else, as on a pill, as much of the
    words' color in what lies behind them as leaves them that contrast.
    """
    bar, behind = color_of(node, "highlight"), _behind(node)
    marked = node.ground.color("marked")
    if marked is not None and bar != behind and contrast(marked, bar) >= least:
        return marked, bar
    for letters in (color, color_of(node, "text")):
        if contrast(letters, bar) >= least and contrast(letters, behind) >= least:
            return letters, bar
    mixes = (mix(color, behind, share / 20) for share in range(7, 0, -1))
    return color, next((mixed for mixed in mixes if contrast(color, mixed) >= least), behind)


def _behind(node: Node) -> Color:
    """What a text stands on: its own surface, or its ground."""
    fill = node.surface.fill if node.surface is not None else ""
    return (node.outer.color(fill) if fill else None) or node.ground.colors["fill"]


def _strong_color(node: Node, color: Color, role: str, least: float) -> Color:
    """The color of strong words: that of `role`, or that of the text where it could not be read on the text's own
    surface, such as a pill."""
    if not role:
        return color
    strong = color_of(node, role)
    return strong if contrast(strong, _behind(node)) >= least else color


class TextEmitter(Struct, frozen=True):
    """Turns fitted texts into items."""

    theme: Theme

    def items(self, placed: Placed, fitted: Fitted, edge: float) -> Iterator[Item]:
        """The items of a text; nothing hangs beyond the `edge` in px."""
        content = placed.node.text
        assert content is not None
        pens = list(self._pens(placed, fitted, edge))
        yield from self._bars(placed.node, content, fitted, pens)
        for line, (x, top, baseline) in zip(fitted.lines, pens, strict=True):
            yield from self._runs(placed.node, content, fitted, line, x, baseline)
            yield from self._strikes(content, fitted, line, x, top, baseline)

    def _pens(self, placed: Placed, fitted: Fitted, edge: float) -> Iterator[tuple[float, float, float]]:
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
        paragraphs = text_set(content, fitted)
        for index, line in enumerate(fitted.lines):
            x = inner.x + share * (inner.width - line.width)
            if paragraphs.pad and opens_with(paragraphs.marked, line.start):
                # The edge of the bar aligns, not the letters on it.
                x += paragraphs.parted(line.start) * step.size
            else:
                x -= pull
                if share == 0.0 and index == 0 and content.mode == "display":
                    hung = _hung(content, fitted, line, 90 * placed.node.u)
                    x -= hung if x - hung >= edge else 0.0
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
        _, bar = highlighted(node, content.color, least_contrast(step.size, round(90 * node.u)))
        paragraphs = text_set(content, fitted)
        for span in paragraphs.marked.spans:
            if span.mark != "highlight":
                continue
            for line, (x, line_top, _) in zip(fitted.lines, pens, strict=True):
                start, end = max(span.start, line.start), min(span.end, line.end)
                if start >= end:
                    continue
                left = x + self._advance(content, fitted, line, start)
                right = x + self._advance(content, fitted, line, end, after=False)
                before, after = (
                    (marks.overhang + paragraphs.parted(edge)) * step.size for edge in (line.start, line.end)
                )
                left -= before if start == line.start else marks.overhang * step.size
                right += after if end == line.end else marks.overhang * step.size
                middle = line_top + leading / 2
                top = middle + (marks.top - 0.5) * box_height
                bottom = middle + (marks.bottom - 0.5) * box_height
                yield Shape(Rect(left, top, right - left, bottom - top), bar)

    @staticmethod
    def _advance(content: TextContent, fitted: Fitted, line: LineRange, offset: int, after: bool = True) -> float:
        """Pen position in px of `offset` from the line's start; without the tracking before it where `after` is off."""
        step = fitted.step
        pen = 0.0
        count = 0
        for cluster in cluster_slice(text_set(content, fitted), line):
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
        least = least_contrast(step.size, round(90 * node.u))
        strong_color = _strong_color(node, content.color, strong_role, least)
        pen = 0.0
        run: list[tuple[int, float, float]] = []
        letters: list[str] = []
        key: tuple[str, Color] | None = None
        text = text_set(content, fitted).marked.text
        for cluster in cluster_slice(text_set(content, fitted), line):
            marks = text_set(content, fitted).marked.marks_at(cluster.start)
            color = strong_color if "strong" in marks else content.color
            if "highlight" in marks:
                color = highlighted(node, color, least)[0]
            if not cluster.space and cluster.glyphs:
                font = cluster.glyphs[0].font.key
                if key is not None and (font, color) != key:
                    yield GlyphRun(key[0], step.size, key[1], tuple(run), "".join(letters), node.box.loose)
                    run, letters = [], []
                key = (font, color)
                run.extend(
                    (glyph.id, round(x + (pen + glyph.x) * step.size, 3), round(baseline - glyph.y * step.size, 3))
                    for glyph in cluster.glyphs
                )
            letters.append(text[cluster.start : cluster.end])
            pen += pen_advance(cluster, line, step)
        if key is not None and run:
            yield GlyphRun(key[0], step.size, key[1], tuple(run), "".join(letters), node.box.loose)

    def _strikes(
        self, content: TextContent, fitted: Fitted, line: LineRange, x: float, top: float, baseline: float
    ) -> Iterator[Item]:
        step = fitted.step
        for span in text_set(content, fitted).marked.spans:
            start, end = max(span.start, line.start), min(span.end, line.end)
            if span.mark != "struck" or start >= end:
                continue
            left = x + self._advance(content, fitted, line, start)
            right = x + self._advance(content, fitted, line, end, after=False)
            thickness = max(2.0, 0.07 * step.size)
            ink_top, ink_bottom = content.face.fonts[0].ink_box
            middle = baseline - (ink_top + ink_bottom) / 2 * step.size
            yield Shape(Rect(left, middle - thickness / 2, right - left, thickness), content.color)


def text_set(content: TextContent, fitted: Fitted) -> Paragraphs:
    """What was set: the text, or the shorter one that had to stand for it."""
    return fitted.instead or content.paragraphs


def hanging_edge(placed: Placed, plate: Rect | None, canvas: Rect) -> float:
    """The x in px beyond which a text's opening quotation mark does not hang: half into the padding of the plate that
    it stands on, or well clear of the card's edge."""
    if plate is None:
        return canvas.x + _EDGE * placed.node.u
    return (plate.x + placed.rect.inset(placed.node.pad).x) / 2


def _hung(content: TextContent, fitted: Fitted, line: LineRange, full: float) -> float:
    """How far a headline that begins with an opening quotation mark goes to the left, so that its letters align."""
    step = fitted.step
    first = next(iter(cluster_slice(text_set(content, fitted), line)), None)
    quoted = first is not None and text_set(content, fitted).marked.text[first.start : first.end] in ("“", "‘")
    return pen_advance(first, line, step) * step.size if first and quoted and step.size >= _HANGS * full else 0.0


_EDGE = 2.4  # u from the edge of a card into which nothing hangs
_HANGS = 0.06  # of 90u: the smallest size whose quotation marks hang
_VERTICAL = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


def _text_anchor(node: Node) -> str:
    """Where lines stand in a box taller than they are: centered on a surface, else hanging from the top."""
    return "middle" if node.surface is not None else "top"
