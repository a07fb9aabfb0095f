"""Words of an article with their marks and links: cut, joined and written without losing a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import category, normalize

from msgspec import Struct
from msgspec.structs import replace

from cardnews.text.markup import Mark, Span, parse_marks
from cardnews.text.normalize import normalize_text

_SIGNS: dict[Mark, str] = {"strong": "**", "highlight": "==", "struck": "~~"}
_MARK_LETTERS = "*=~"
_KEPT_FORMATS = "\u200c\u200d"


class Prose(Struct, frozen=True):
    """Plain words with marked spans, and the addresses of links by the offset behind their words."""

    text: str = ""
    spans: tuple[Span, ...] = ()
    links: tuple[tuple[int, str], ...] = ()

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int | None = None) -> Prose:
        """The words from `start` to `end`, without white space around them, with what is marked and linked there."""
        end = len(self.text) if end is None else min(end, len(self.text))
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        spans = (Span(max(s.start, start) - start, min(s.end, end) - start, s.mark) for s in self.spans)
        return Prose(
            self.text[start:end],
            tuple(span for span in spans if span.end > span.start),
            tuple((at - start, link) for at, link in self.links if start < at <= end),
        )

    def strip(self) -> Prose:
        return self.cut(0)

    def marked(self, mark: Mark, start: int, end: int) -> Prose:
        """These words with one more mark."""
        return replace(self, spans=(*self.spans, Span(start, end, mark)))

    def script(self) -> str:
        """The words as a script says them: marks written out, letters that would be marks escaped."""
        if not self.spans and not any(letter in self.text for letter in (*_MARK_LETTERS, "\\")):
            return self.text
        marks = {at: sign for span in _apart(self) for at, sign in _signs(span)}
        written: list[str] = []
        for at, letter in enumerate(self.text):
            sign, behind = marks.get(at, ""), marks.get(at + 1, "") or self.text[at + 1 : at + 2]
            before = sign or self.text[at - 1 : at] if at else sign
            paired = letter in _MARK_LETTERS and letter in (before[-1:], behind[:1])
            escaping = letter == "\\" and behind[:1] in (*_MARK_LETTERS, "\\")
            written += (sign, "\\" if paired or escaping else "", letter)
        written.append(marks.get(len(self.text), ""))
        return "".join(written)


NOTHING = Prose()


def _signs(span: Span) -> tuple[tuple[int, str], ...]:
    return (span.start, _SIGNS[span.mark]), (span.end, _SIGNS[span.mark])


def _apart(prose: Prose) -> list[Span]:
    """Those spans that marks can say: without space at their ends, and none that overlaps or touches another."""
    kept: list[Span] = []
    last = -1
    for span in sorted(prose.spans, key=lambda item: (item.start, -item.end)):
        start, end = span.start, min(span.end, len(prose.text))
        while start < end and prose.text[start].isspace():
            start += 1
        while end > start and prose.text[end - 1].isspace():
            end -= 1
        if start > last and end > start and "\n" not in prose.text[start:end]:
            kept.append(Span(start, end, span.mark))
            last = end
    return kept


def plain(text: str) -> Prose:
    """Words without marks, tidied."""
    return tidied(Prose(text))


def from_marks(text: str) -> Prose:
    """Words in which pairs of marks mean what they mean in a script."""
    found = parse_marks(normalize_text(text))
    return tidied(Prose(found.text, found.spans))


def joined(parts: Iterable[Prose], between: str = " ") -> Prose:
    """All `parts` in one, with `between` them."""
    text, spans, links = "", [], []
    for number, part in enumerate(parts):
        text += between if number else ""
        start = len(text)
        text += part.text
        spans += [Span(span.start + start, span.end + start, span.mark) for span in part.spans]
        links += [(at + start, link) for at, link in part.links]
    return Prose(text, tuple(spans), tuple(links))


def tidied(prose: Prose) -> Prose:
    """The same words in NFC, each run of white space as one, without characters that show nothing."""
    text = prose.text
    if text.isascii() and text.isprintable() and "  " not in text and text == text.strip():
        return prose
    edges = sorted({at for span in prose.spans for at in (span.start, span.end)} | {at for at, _ in prose.links})
    pieces, moved, last = "", {}, 0
    for at in (*edges, len(text)):
        pieces += normalize("NFC", "".join(map(_shown, text[last:at])))
        moved[at] = len(pieces)
        last = at
    offsets, clean = _squeezed(pieces)
    ends = {at: offsets[new] for at, new in moved.items()}
    spans = (Span(ends[span.start], ends[span.end], span.mark) for span in prose.spans)
    return Prose(
        clean,
        tuple(span for span in spans if clean[span.start : span.end].strip()),
        tuple((ends[at], link) for at, link in prose.links),
    )


def _shown(letter: str) -> str:
    if letter in "\n\x0b\x0c\x85\u2028\u2029":
        return "\n"
    if letter.isspace():
        return " "
    if letter in _KEPT_FORMATS or category(letter) not in ("Cc", "Cf", "Cs", "Cn"):
        return letter
    return letter if 0xE0020 <= ord(letter) <= 0xE007F else ""


def _squeezed(text: str) -> tuple[list[int], str]:
    """`text` without white space that is too much, and where each of its offsets went."""
    offsets: list[int] = []
    kept: list[str] = []
    for letter in text:
        offsets.append(len(kept))
        before = kept[-1] if kept else "\n"
        if letter == "\n" and before != "\n":
            while kept and kept[-1] == " ":
                kept.pop()
            kept.append("\n")
        elif letter == " " and before not in " \n":
            kept.append(" ")
        elif letter not in " \n":
            kept.append(letter)
    while kept and kept[-1] in " \n":
        kept.pop()
    offsets.append(len(kept))
    return [min(at, len(kept)) for at in offsets], "".join(kept)


def wholly_strong(text: Prose) -> bool:
    """Whether every letter is strong: then none of them is stressed."""
    strong = {at for span in text.spans if span.mark == "strong" for at in range(span.start, span.end)}
    return bool(strong) and all(at in strong or letter.isspace() for at, letter in enumerate(text.text))


def squeezed(text: str) -> str:
    """Words as two places are compared: their letters and numbers only."""
    return re.sub(r"[\W_]+", "", text)
