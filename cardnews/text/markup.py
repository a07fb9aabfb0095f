"""Inline marks: `**strong**`, `==highlight==`, `~~struck~~` and `\\` escapes, out of the text and into spans.

CommonMark's flanking rules fail next to Hangul particles and quotes (`**“인용”**은`), so a pair of marks counts
wherever its content neither begins nor ends with a space. A mark without a partner is plain text.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from cardnews.text.normalize import NormalText

Mark = Literal["strong", "highlight", "struck"]
_MARKS: dict[str, Mark] = {"*": "strong", "=": "highlight", "~": "struck"}
_ESCAPABLE = frozenset("*=~\\")
_LONE = re.compile(r"[*=~\\]")


class Span(Struct, frozen=True):
    """A marked run: characters `start` to `end` of the plain text."""

    start: int
    end: int
    mark: Mark


class MarkedText(Struct, frozen=True):
    """Plain text with its marks as spans; `origin` maps each offset to the author's text."""

    text: str
    spans: tuple[Span, ...]
    origin: tuple[int, ...]

    def marks_at(self, offset: int) -> frozenset[Mark]:
        return frozenset(span.mark for span in self.spans if span.start <= offset < span.end)


def plain_text(normal: NormalText) -> MarkedText:
    """Text whose marks are letters, for fields that take none."""
    return MarkedText(normal.text, (), normal.origin)


def parse_marks(normal: NormalText) -> MarkedText:
    """Take the marks out of `normal`."""
    source = normal.text
    if not any(character in _ESCAPABLE for character in source):
        return plain_text(normal)
    tokens = _tokens(source)
    closers = _partners(source, tokens)
    text: list[str] = []
    origin: list[int] = []
    spans: list[Span] = []
    opened: dict[int, int] = {}
    for position, (start, token) in enumerate(tokens):
        if position in closers.values():
            begin = opened[next(opener for opener, closer in closers.items() if closer == position)]
            spans.append(Span(begin, len(text), _MARKS[token[0]]))
        elif position in closers:
            opened[position] = len(text)
        else:
            letters = token[1:] if len(token) == 2 and token[0] == "\\" else token
            skipped = len(token) - len(letters)
            text.extend(letters)
            origin.extend(normal.origin[start + skipped + offset] for offset in range(len(letters)))
    spans.sort(key=lambda span: (span.start, span.end))
    return MarkedText("".join(text), tuple(spans), (*origin, normal.origin[-1]))


def without_lone_marks(source: str) -> str:
    """`source` with the marks that have no partner escaped, so that they are letters in any part of it too."""
    tokens = _tokens(source)
    partners = _partners(source, tokens)
    paired = {*partners, *partners.values()}
    return "".join(
        token if position in paired or (len(token) == 2 and token[0] == "\\") else _LONE.sub(r"\\\g<0>", token)
        for position, (_, token) in enumerate(tokens)
    )


def lone_marks(source: str) -> tuple[tuple[int, str], ...]:
    """The marks that have no partner though they look as if they were meant to have one, each with its offset.

    One between spaces compares (`3 == 3`), and waves at the end of a word (`좋아요~~`) are a way to write.
    """
    if not any(mark * 2 in source for mark in _MARKS):
        return ()
    tokens = _tokens(source)
    partners = _partners(source, tokens)
    paired = {*partners, *partners.values()}
    found = []
    for position, (start, token) in enumerate(tokens):
        if position in paired or len(token) != 2 or token[0] not in _MARKS or token[0] != token[1]:
            continue
        opens = bool(source[start + 2 : start + 3].strip())
        closes = bool(source[max(0, start - 1) : start].strip())
        if opens and not closes if token == "~~" else opens or closes:
            found.append((start, token))
    return tuple(found)


def _tokens(source: str) -> list[tuple[int, str]]:
    """Escapes, runs of one mark character, and the letters between, by offset."""
    tokens: list[tuple[int, str]] = []
    start = 0
    while start < len(source):
        character = source[start]
        end = start + 1
        if character == "\\" and source[end : end + 1] in _ESCAPABLE and end < len(source):
            end += 1
        elif character in _MARKS:
            while source[end : end + 1] == character:
                end += 1
        elif character != "\\":
            while end < len(source) and source[end] not in _ESCAPABLE:
                end += 1
        tokens.append((start, source[start:end]))
        start = end
    return tokens


def _partners(source: str, tokens: list[tuple[int, str]]) -> dict[int, int]:
    """Which mark token opens and which closes it."""
    partners: dict[int, int] = {}
    waiting: dict[str, int] = {}
    for position, (start, token) in enumerate(tokens):
        if len(token) != 2 or token[0] not in _MARKS or token[0] != token[1]:
            continue
        before = source[start - 1] if start else " "
        after = source[start + 2] if start + 2 < len(source) else " "
        if token in waiting and not before.isspace() and waiting[token] != position - 1:
            partners[waiting.pop(token)] = position
        elif not after.isspace():
            waiting[token] = position
    return partners
