"""Author text to the characters that are set: NFC, one newline, no controls, with every offset mapped back."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

# Kept because they mean something to a line or a glyph: ZWSP, ZWNJ, ZWJ, WJ and the variation selectors (UAX #14).
_KEPT = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f")
_NEWLINES = frozenset("\n\x0b\x0c\x85\u2028\u2029")


class NormalText(Struct, frozen=True):
    """`text` as it is set; `origin[i]` is the offset in the author's text of character `i` (one more at the end)."""

    text: str
    origin: tuple[int, ...]


def normalize_text(raw: str) -> NormalText:
    """Text in NFC with newlines as LF, tabs as spaces, and invisible controls left out.

    Trailing newlines go (a YAML block scalar always has one); spaces at line ends stay until lines are made.
    """
    if raw.isascii() and raw.isprintable():
        kept = raw.rstrip(" ")
        return NormalText(kept, (*range(len(kept)), len(raw)))
    characters: list[str] = []
    origin: list[int] = []
    for start, run in _clusters(raw):
        for character in unicodedata.normalize("NFC", run):
            one = _set_as(character)
            if one:
                characters.append(one)
                origin.append(start)
    while characters and characters[-1] in "\n ":
        characters.pop()
        origin.pop()
    return NormalText("".join(characters), (*origin, len(raw)))


def _set_as(character: str) -> str:
    if character in _NEWLINES:
        return "\n"
    if character == "\t":
        return " "
    category = unicodedata.category(character)
    if category == "Cc" or (category == "Cf" and character not in _KEPT and not _is_tag(character)):
        return ""
    return character


def _is_tag(character: str) -> bool:
    """Tag characters spell the flags of England, Scotland and Wales (UTS #51)."""
    return 0xE0020 <= ord(character) <= 0xE007F


def _clusters(raw: str) -> Iterator[tuple[int, str]]:
    """Runs that NFC composes among themselves, a starter with its combining marks or conjoining jamo, by offset."""
    start = 0
    while start < len(raw):
        end = start + 1
        if raw[start] == "\r":
            if raw[end : end + 1] != "\n":
                yield start, "\n"
            start = end
            continue
        while end < len(raw) and (unicodedata.category(raw[end]).startswith("M") or 0x1160 <= ord(raw[end]) <= 0x11FF):
            end += 1
        yield start, raw[start:end]
        start = end
