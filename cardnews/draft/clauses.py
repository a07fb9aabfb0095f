"""Where a sentence that is too long for its place may be parted: at the gap that breaks its meaning least."""

from __future__ import annotations

import re

from cardnews.draft.prose import Prose
from cardnews.draft.sentences import depth_of
from cardnews.text.phrase import gap_label

_LEAST = 5  # characters either part has
_INSIDE = 1.2  # what it costs, in labels of `gap_label`, to part a bracket or a quotation
_LEANING = 2.0  # what it costs to part all the way at one end
_AHEAD = 60  # characters behind those that are looked at, too
_STUB = 0.8  # what it costs to leave less than that many characters
_SHORT = 16
# Behind a comma, and behind endings that link clauses; `다고` and the like only quote. A comma between two nouns
# of a list ends none.
_CLAUSE = re.compile(
    r"(?:(?<=[고며서면니데만아어여해져려록],)|(?<=결과,)|(?<=지만)|(?<=는데)|(?<=은데)|(?<=면서)|(?<=으며)|(?<=하며)|(?<=되며)|(?<=므로)|(?<=니까)"
    r"|(?<=[하되있없았었겠]고))\s+(?=\S)"
)
_EOJEOL = re.compile(r"\S+")


def parted(prose: Prose, first: int, second: int | None = None, worst: float = 3.0) -> tuple[Prose, Prose] | None:
    """Two parts of `prose`, at most `first` and `second` characters long; None where no gap allows that or where all
    are worse than `worst`, a label of `gap_label` (1 is fine, 2 awkward)."""
    text = prose.text
    seen = text[: first + _AHEAD]
    found = list(_EOJEOL.finditer(seen))
    words = ["", *(match[0] for match in found), "", ""]
    depths = depth_of(seen)
    # Two parts weigh about the same; one that others follow is full.
    aim = min(first * 0.7, len(text) * 0.5) if second is not None else first * 0.85
    best: tuple[float, int] | None = None
    for index in range(1, len(found)):
        at, behind = found[index - 1].end(), found[index].start()
        if at > first:
            break
        rest = len(text) - behind
        if at < _LEAST or rest < _LEAST or (second is not None and rest > second):
            continue
        label = 0.0
        if "\n" not in text[at:behind]:
            label = gap_label(words[index], words[index + 1], words[index - 1], words[index + 2])[0]
        label += _INSIDE * (depths[at] > 0)
        cost = label + _LEANING * abs(at - aim) / aim + (_STUB if rest < _SHORT else 0.0)
        if label <= worst and (best is None or cost < best[0]):
            best = cost, at
    return None if best is None else (prose.cut(0, best[1]), prose.cut(best[1]))


def at_clause(prose: Prose, first: int, second: int) -> tuple[Prose, Prose] | None:
    """Two parts of `prose`, at most `first` and `second` characters long, parted where a clause ends; the evenest."""
    depths = depth_of(prose.text)
    ends = [match for match in _CLAUSE.finditer(prose.text) if not depths[match.start()]]
    fits = [
        match.start()
        for match in ends
        if _SHORT // 2 <= match.start() <= first and _SHORT // 2 <= len(prose.text) - match.end() <= second
    ]
    if not fits:
        return None
    at = min(fits, key=lambda at: abs(at - len(prose.text) / 2))
    return prose.cut(0, at), prose.cut(at)


def pieces(prose: Prose, most: int) -> tuple[Prose, ...]:
    """`prose` in parts of at most `most` characters; only a single eojeol may be longer."""
    found: list[Prose] = []
    rest = prose
    while len(rest) > most:
        split = parted(rest, most, worst=99.0)
        if split is None:
            gap = rest.text.find(" ", most)
            before = rest.text.rfind(" ", 0, most + 1)
            at = before if before > 0 else gap
            if at < 0:
                break
            split = rest.cut(0, at), rest.cut(at)
        found.append(split[0])
        rest = split[1]
    return tuple(part for part in (*found, rest) if part.text)


def shorter(prose: Prose, most: int) -> Prose | None:
    """The part of a heading that says enough: before a colon, a dash or a comma, or without brackets; None where it has
    none of those, for its first words alone would be a cut-off sentence."""
    if len(prose) <= most:
        return prose
    for pattern in (r"\s*[:：|]\s+|\s+[—–―-]+\s+|\s*…+\s*|\s*,\s+", r"\s*[(（\[<〈《]"):
        ends = [at for at in _starts(pattern, prose.text) if _LEAST <= at <= most]
        if ends:
            return prose.cut(0, ends[-1])
    return None


def _starts(pattern: str, text: str) -> list[int]:
    """Where a pattern is found outside brackets and quotations."""
    depths = depth_of(text)
    return [match.start() for match in re.finditer(pattern, text) if not depths[match.start()]]
