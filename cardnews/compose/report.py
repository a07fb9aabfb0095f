"""What composing has to say of texts: those that do not fit, characters that no font has, marks without a partner."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import groupby
from unicodedata import category

from cardnews.compose.boxes import Placed
from cardnews.compose.node import TextContent
from cardnews.compose.solve import Solution
from cardnews.errors import Finding, finding
from cardnews.script import Size, Slide
from cardnews.text.fit import characters_over
from cardnews.text.markup import lone_marks
from cardnews.text.normalize import normalize_text
from cardnews.text.shape import Cluster
from cardnews.text.tear import is_seam, tightened


def overflow_findings(slide: Slide, solution: Solution, size: Size) -> Iterator[Finding]:
    """One error per text that does not fit, with the number of characters that are too many."""
    if not solution.overflows or solution.placed is None:
        return
    texts = {text.node.path: text for text in solution.placed.texts()}
    said: set[str] = set()
    # What was only pushed off the card comes back once the others are mended.
    first = [overflow for overflow in solution.overflows if not overflow.pushed]
    for overflow in first or solution.overflows:
        candidates = [texts[path] for path in overflow.paths if path in texts]
        if not candidates:
            if overflow.path not in said and not said:
                said.add(overflow.path)
                yield finding(
                    "no-room",
                    slide.place,
                    slide=slide.number,
                    layout=slide.layout,
                    box=_last(overflow.path),
                    size=size.name,
                )
            continue
        # The text with most lines is the one that an author can shorten to most effect.
        placed = max(candidates, key=lambda text: len(text.fitted.lines) if text.fitted is not None else 0)
        path = placed.node.path
        if path in said:
            continue
        said.add(path)
        content, fitted = placed.node.text, placed.fitted
        assert content is not None and fitted is not None
        width = placed.rect.inset(placed.node.pad).width
        leading = fitted.step.size * fitted.step.leading
        allowed = max(1, len(fitted.lines) - max(1, math.ceil(overflow.excess / leading - 0.01)))
        if content.fit.lines is not None:
            allowed = min(allowed, content.fit.lines)
        over = characters_over(content.paragraphs, content.ladder[-1], width, content.mode, allowed, None)
        floor = f"{content.ladder[-1].size:.0f}"
        yield _about("text-overflow", slide, placed, over=over, canvas=size.name, size=floor)


def text_findings(slide: Slide, placed: Placed, whole: bool, size: Size) -> Iterator[Finding]:
    """Characters that no font has, marks without a partner, and, where the card is `whole`, eojeol that had to be torn
    at this `size`."""
    for text in placed.texts():
        content, fitted = text.node.text, text.fitted
        assert content is not None and fitted is not None
        marked = content.paragraphs.marked
        for missing in dict.fromkeys(content.paragraphs.shaped.missing):
            codes = " ".join(f"U+{ord(character):04X}" for character in missing.text)
            if any(category(character) == "Co" for character in missing.text):
                yield _about("private-character", slide, text, missing.offset, code=codes)
            else:
                yield _about("missing-glyph", slide, text, missing.offset, character=missing.text, code=codes)
        other = next((one for one in content.paragraphs.shaped.clusters if _strange(one, marked.text, content)), None)
        if other is not None:
            syllable = marked.text[other.start : other.end]
            family = other.glyphs[0].font.family
            yield _about("fallback-face", slide, text, other.start, character=syllable, family=family)
        yield from _mark_findings(slide, text)
        if fitted.instead is not None:
            yield _about("text-shortened", slide, text, text=fitted.instead.marked.text)
        if whole:
            yield from _wide_findings(slide, text, size)
        # An eojeol of several lines is told once, with all of its pieces but the last.
        for torn, lines in groupby(fitted.lines if whole else (), lambda line: line.ended == "torn"):
            if torn:
                pieces = list(lines)
                told = " / ".join(marked.text[line.start : line.end] for line in pieces)
                parted = all(is_seam(marked.text, line.end) for line in pieces)
                yield _about("compound-parted" if parted else "torn-eojeol", slide, text, pieces[0].start, text=told)


def _mark_findings(slide: Slide, text: Placed) -> Iterator[Finding]:
    """Marks that an author opened and did not close, or the other way round: they stand on the card as letters."""
    assert text.node.text is not None
    value = text.node.text.value
    if value.plain or text.node.box.show:
        return
    normal = normalize_text(value.text)
    name = _field(text)
    for at, mark in lone_marks(normal.text):
        told = {"field": name, "name": value.called or name, "what": mark}
        place = value.place_of(normal.origin[at])
        yield finding("mark-open", place, slide=slide.number, layout=slide.layout, **told)


def _wide_findings(slide: Slide, text: Placed, size: Size) -> Iterator[Finding]:
    """An eojeol for whose width a text gave tracking or size."""
    content, fitted = text.node.text, text.fitted
    assert content is not None and fitted is not None
    paragraphs, step = content.paragraphs, fitted.step
    asked = text.node.box.width
    if fitted.torn or fitted.instead is not None or (asked is not None and asked.shared):
        return  # what is as wide as its words has given nothing for them
    width = text.rect.inset(text.node.pad).width
    offset, word = paragraphs.widest_word(step)
    tighter = step.tracking < content.ladder[fitted.rung].tracking
    if tighter:
        amount = f"{content.ladder[fitted.rung].tracking - step.tracking:.3f}".rstrip("0")
        yield _about("eojeol-tightened", slide, text, offset, word=word, amount=amount, canvas=size.name)
    # A box that is as wide as its words is no line that they had to fit.
    hugged = not tighter and width < paragraphs.widest(step) + 1
    if fitted.rung > content.nominal and not hugged:
        larger = content.ladder[fitted.rung - 1]
        if paragraphs.widest(larger) > width and tightened(paragraphs, larger, width) is None:
            sizes = {"size": f"{step.size:.0f}", "larger": f"{larger.size:.0f}"}
            yield _about("eojeol-wide", slide, text, offset, word=word, canvas=size.name, **sizes)


def _about(rule: str, slide: Slide, placed: Placed, offset: int | None = None, **values: object) -> Finding:
    """A finding of the field that `placed` sets, at the character `offset` of its text or at its beginning."""
    content = placed.node.text
    assert content is not None
    place = content.value.place
    if offset is not None:
        place = content.value.place_of(content.paragraphs.marked.origin[offset])
    name = _field(placed)
    called = content.value.called or name
    return finding(rule, place, slide=slide.number, layout=slide.layout, field=name, name=called, **values)


def _strange(cluster: Cluster, text: str, content: TextContent) -> bool:
    """Whether a Hangul syllable is set in another family than its text, for want of it and not of one beside it.

    A family without any Hangul is said once for all texts, and is not strange here.
    """
    letter, family = text[cluster.start], content.face.fonts[0].family
    if not ("가" <= letter <= "힣" and cluster.glyphs and cluster.glyphs[0].font.family != family):
        return False
    own = [font for font in content.face.fonts if font.family == family]
    return any(font.glyph(ord("가")) for font in own) and not any(font.glyph(ord(letter)) for font in own)


def _field(placed: Placed) -> str:
    """The field as its author wrote it: a box in a repetition reads `item.head`, the script says `head`."""
    box = placed.node.box
    return box.source.removeprefix("item.") or box.id


def _last(path: str) -> str:
    return path.rpartition("/")[2]
