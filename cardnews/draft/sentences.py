"""Where sentences end: Korean final endings, and the full stops that end none (`3.5`, `2026. 11. 28.`, `No. 3`)."""

from __future__ import annotations

import re

from cardnews.draft.prose import Prose

PAIRS = dict(zip("([{“‘「『〈《【〔（［", ")]}”’」』〉》】〕）］", strict=True))
CLOSING = frozenset(PAIRS.values()) | {'"', "'"}
_FAR = 1_000  # characters a bracket or quotation may hold; one that holds more was never closed
_BEHIND = 40  # characters before a full stop that tell what it is
_SHORT_NUMBER = re.compile(r"(?:^|[\s(\[~/])(?:\d{1,4}\.)*\d{1,4}$")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z.]*$")
_ABBREVIATIONS = frozenset(
    "no vol vs mr mrs ms dr prof st etc inc ltd co corp fig ed eds pp al cf approx jan feb mar apr jun jul aug sep "
    "sept oct nov dec".split()
)
_ENUMERATORS = frozenset("가나다라마바사아자차카타파하")
_FINALS = frozenset("다요까죠오자네지라")
# What goes on with the sentence behind a closing quotation mark and a space.
_GOES_ON = ("라고", "이라고", "라며", "이라며", "라면서", "이라면서", "라는", "이라는", "하고", "하며", "하는", "고 ")


def sentences(prose: Prose) -> tuple[Prose, ...]:
    """The sentences of a paragraph; each newline ends one."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for end in (*boundaries(prose.text), len(prose.text)):
        piece = prose.text[start:end]
        if ranges and not any(letter.isalnum() for letter in piece):
            ranges[-1] = ranges[-1][0], end
        elif piece.strip():
            ranges.append((start, end))
        start = end
    return tuple(prose.cut(start, end) for start, end in ranges)


def boundaries(text: str) -> tuple[int, ...]:
    """The offsets behind each sentence but the last."""
    depths = depth_of(text)
    found: list[int] = []
    start = 0
    for match in re.finditer(r"[.?!…。？！]+|\n", text):
        if match[0] == "\n":
            end = match.end()
        elif (ended := _ends_at(text, match, start, depths)) is not None:
            end = ended
        else:
            continue
        if end < len(text):
            found.append(end)
        start = end
    return tuple(found)


def depth_of(text: str) -> list[int]:
    """How many brackets and quotations are open before each character; those without a partner do not count."""
    depth = [0] * (len(text) + 1)
    waiting: list[tuple[str, int]] = []
    for at, letter in enumerate(text):
        if letter in PAIRS:
            waiting.append((PAIRS[letter], at))
        elif letter == '"':
            opener = next((start for closer, start in reversed(waiting) if closer == '"'), None)
            if opener is None:
                waiting.append(('"', at))
            else:
                _close(waiting, '"', at, depth)
        elif letter in CLOSING:
            _close(waiting, letter, at, depth)
    for at in range(1, len(depth)):
        depth[at] += depth[at - 1]
    return depth


def _close(waiting: list[tuple[str, int]], closer: str, at: int, depth: list[int]) -> None:
    """Pair the closing mark at `at`; `depth` holds steps until they are summed up."""
    for index in range(len(waiting) - 1, max(len(waiting) - 8, -1), -1):
        if waiting[index][0] == closer:
            start = waiting[index][1]
            del waiting[index:]
            if at - start <= _FAR:
                depth[start + 1] += 1
                depth[at + 1] -= 1
            return


def _ends_at(text: str, match: re.Match[str], start: int, depths: list[int]) -> int | None:
    """The offset behind the sentence that the marks of `match` end, or None where they end none."""
    end = match.end()
    while end < len(text) and text[end] in CLOSING and depths[end + 1] < depths[end]:
        end += 1
    if depths[end] > 0 or end == len(text):
        return None
    closed, rest = end > match.end(), text[end:]
    spaced = rest[0].isspace()
    if not spaced and not (match[0] == "." and _glued(text, match.start(), rest, closed)):
        return None
    if closed and rest.lstrip().startswith(_GOES_ON):
        return None
    return end if _final(text, match, start, rest.lstrip()) else None


def _glued(text: str, at: int, rest: str, closed: bool) -> bool:
    """`했다.그러나`: a sentence that begins right behind a full stop."""
    return not closed and text[at - 1 : at] in ("다", "요", "까") and bool(re.match(r"[가-힣“‘\"]", rest))


def _final(text: str, match: re.Match[str], start: int, rest: str) -> bool:
    marks, before = match[0], text[max(start, match.start() - _BEHIND) : match.start()]
    if set(marks) & set("?!。？！"):
        return True
    if len(marks) > 1 or marks == "…":
        return before[-1:] in _FINALS
    if before[-1:].isdigit():
        return not _SHORT_NUMBER.search(before)
    latin = _LATIN_WORD.search(before)
    if latin and (len(latin[0]) == 1 or "." in latin[0] or latin[0].lower() in _ABBREVIATIONS):
        return False
    if match.start() - start < _BEHIND and before.strip() in _ENUMERATORS:
        return False
    return latin is None or not re.match(r"[a-z]", rest)
