"""Where a line may end: between eojeol only, with kinsoku across loose spaces (UAX #14, KLREQ)."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

# What a line must not begin with and must not end with (KLREQ 3.3, JIS X 4051 kinsoku for the shared marks).
NOT_AT_START = frozenset(",.!?;:)]}%°′″'\"’”〉》」』】〕〗］）｝，．！？：；、。·・…‥—–~～㎡％℃")
NOT_AT_END = frozenset("([{‘“〈《「『【〔〖［（｛#@$₩￦￥")
_BREAKING = frozenset(" \u200b\u3000\u2002\u2003\u2009\u205f")
_DASHES = frozenset("—–―-")
_SAID = frozenset(".?!…”’\"'」』》〉)")
_MOST_IN_CREDIT = 6  # eojeol of a name with its title
_STRAIGHT = frozenset("'\"")


class Eojeol(Struct, frozen=True):
    """A run of text between places where a line may end: characters `start` to `end`, loose spaces inside included."""

    start: int
    end: int


def eojeol_of(text: str, start: int, end: int) -> tuple[Eojeol, ...]:
    """The unbreakable runs of one paragraph, characters `start` to `end` of `text` (no newline inside)."""
    runs: list[Eojeol] = []
    credited: set[int] = set()
    position = start
    while position < end:
        while position < end and text[position] in _BREAKING:
            position += 1
        if position >= end:
            break
        first = position
        while position < end and text[position] not in _BREAKING:
            position += 1
        credit = bool(runs) and _opens_credit(text, runs[-1].end - 1, first, position, end)
        if runs and (runs[-1].start in credited or (not credit and _held(text, runs[0].start, runs[-1], first))):
            credited.discard(runs[-1].start)
            runs[-1] = Eojeol(runs[-1].start, position)
        else:
            runs.append(Eojeol(first, position))
            if credit:
                credited.add(first)
    return tuple(runs)


def _opens_credit(text: str, before: int, first: int, last: int, end: int) -> bool:
    """Whether the word from `first` to `last` is a dash alone that parts what was said from who said it: “…” — 김하나.

    Such a dash goes with the name; any other is held to the line before it.
    """
    if text[before] not in _SAID or any(character not in _DASHES for character in text[first:last]):
        return False
    credit = text[last:end].split()
    return 0 < len(credit) <= _MOST_IN_CREDIT and credit[-1][-1] not in ".?!…"


def paragraphs_of(text: str) -> tuple[tuple[int, int], ...]:
    """The author's lines: ranges between newlines. Empty lines are kept as empty ranges."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        ranges.append((start, start + len(line)))
        start += len(line) + 1
    return tuple(ranges)


def cluster_starts(text: str, start: int, end: int) -> tuple[int, ...]:
    """Grapheme cluster boundaries inside `text[start:end]`, `start` included, `end` not (the cases of UAX #29 that
    occur in cards: marks, variation selectors, ZWJ sequences, skin tones, flags, keycaps, conjoining jamo)."""
    starts: list[int] = []
    flags = 0
    for position in range(start, end):
        character = text[position]
        regional = 0x1F1E6 <= ord(character) <= 0x1F1FF
        if position > start and (
            _extends(character)
            or text[position - 1] == "\u200d"
            or (regional and flags % 2 == 1)
            or (_leads(character) and _leads(text[position - 1]))
        ):
            flags = flags + 1 if regional else 0
            continue
        flags = flags + 1 if regional else 0
        starts.append(position)
    return tuple(starts)


def _leads(character: str) -> bool:
    """Conjoining initial consonants; two in a row are one old Hangul cluster."""
    return "\u1100" <= character <= "\u115f" or "\ua960" <= character <= "\ua97c"


def _extends(character: str) -> bool:
    code = ord(character)
    return (
        character in "\u200d\u200c\ufe0e\ufe0f\u20e3"
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0020 <= code <= 0xE007F
        or 0x1160 <= code <= 0x11FF
        or 0xD7B0 <= code <= 0xD7FB
        or unicodedata.category(character) in ("Mn", "Me", "Mc")
    )


def _held(text: str, opening: int, last: Eojeol, first: int) -> bool:
    """Whether kinsoku holds the run that begins at `first` to the one before it although a space lies between."""
    before, after = text[last.end - 1], text[first]
    if before in _STRAIGHT and not _apostrophe(text, last.end - 1) and _opens(text, opening, last.end - 1):
        return True
    if before in NOT_AT_END:
        return True
    if after in _STRAIGHT:
        return not _opens(text, opening, first)
    # A number such as `.5` or `-3` is a word of its own, not stranded punctuation.
    return after in NOT_AT_START and not (after in ".~-" and text[first + 1 : first + 2].isdigit())


def _opens(text: str, start: int, index: int) -> bool:
    """Whether the straight quote at `index` opens: the side with a letter tells, else quotes open and close in turn."""
    quote = text[index]
    leans_back = bool(text[max(start, index - 1) : index].strip())
    leans_on = bool(text[index + 1 : index + 2].strip())
    if leans_back != leans_on:
        return leans_on
    before = sum(text[at] == quote and not _apostrophe(text, at) for at in range(start, index))
    return before % 2 == 0


def _apostrophe(text: str, index: int) -> bool:
    return text[index] == "'" and text[index - 1 : index].isalnum() and text[index + 1 : index + 2].isalnum()


def emergency_breaks(text: str, run: Eojeol) -> tuple[int, ...]:
    """Offsets inside an over-wide run where it may be torn if nothing else helps: between grapheme clusters,
    keeping kinsoku and never inside a number or a Latin word unless that is all there is."""
    starts = cluster_starts(text, run.start, run.end)[1:]
    kept = [
        offset
        for offset in starts
        if text[offset] not in NOT_AT_START and text[offset - 1] not in NOT_AT_END and not _joined(text, offset)
    ]
    return tuple(kept) or starts


def _joined(text: str, offset: int) -> bool:
    before, after = text[offset - 1], text[offset]
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
