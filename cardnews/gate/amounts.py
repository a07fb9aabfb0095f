"""Numbers as authors write them, in the manner of a sample, and shares that add up where the sample's do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from cardnews.amount import parse_amount
from cardnews.source.nodes import Entry, Scalar
from cardnews.values import MAX_DOTS

_UNIT = " ?(?:%p?|배|[십백천만억조]{0,2}[원명건개곳회점표석채대장]?)"
_AMOUNT = re.compile(rf"\s*([^\w\s]?)(\d[\d,]*)(?:\.(\d+))?({_UNIT})\s*")
_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*")
_UNITS = ("", "%", "만", "명", "건", "억")
_DIGITS = {"short": 1, "empty": 2, "emoji": 2, "mixed": 3, "limit": 4, "giant": 5}
_WHOLE = 100.0


def is_amount(text: str) -> bool:
    """Whether a text is one number, with a unit or without (`1,234`, `62%`, `3만`); a year is none."""
    return _AMOUNT.fullmatch(text) is not None and _YEAR.fullmatch(text) is None


def amounts_like(samples: Sequence[str], count: int, most: int | None, kind: str, seed: str) -> tuple[str, ...]:
    """`count` numbers with the units of `samples` (any unit where those are empty), at most `most` characters each.

    Several samples that add up to a hundred, percent or not, are shares: so are these.
    """
    random = Random(seed)
    found = [_AMOUNT.fullmatch(sample) for sample in samples if sample]
    matches = [match for match in found if match is not None]
    if len(matches) > 1 and abs(sum(map(_value, matches)) - _WHOLE) < 0.51:
        return tuple(f"{share}{matches[0][4]}" for share in _shares(count, kind, random))
    amounts = []
    for at in range(count):
        match = matches[at % len(matches)] if matches else None
        unit = match[4] if match is not None else random.choice(_UNITS)
        before = match[1] if match is not None else ""
        amounts.append(_amount(unit, before, match, most, kind, random))
    return tuple(amounts)


def counted(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The numbers of a row of dots: as many as can be drawn at most, and a part that is not more than its whole."""
    most, found = MAX_DOTS, []
    for entry in sorted(entries, key=lambda entry: entry.key.text == "part"):
        node = entry.value
        if isinstance(node, Scalar) and (amount := parse_amount(node.text)) is not None:
            most = min(most, max(1, int(amount.value)))
            node = Scalar(str(most), node.at)
        found.append(entry._replace(value=node))
    return tuple(found)


def _value(match: re.Match[str]) -> float:
    return float(match[2].replace(",", "") + "." + (match[3] or "0"))


def _amount(unit: str, before: str, sample: re.Match[str] | None, most: int | None, kind: str, random: Random) -> str:
    if unit.strip().startswith("%"):
        number = {"short": "7", "limit": "100", "mixed": "62.5"}.get(kind, str(random.randint(11, 99)))
    else:
        # A number may be one digit longer than the sample's, as a sentence may be a third longer.
        known = len(sample[2].replace(",", "")) + 1 if sample is not None else 5
        digits = min(_DIGITS.get(kind, 3), known)
        number = f"{random.randint(10 ** (digits - 1), 10**digits - 1):,}"
    text = before + number + unit
    while most is not None and len(text) > most and len(number) > 1:
        number = number[:-1].rstrip(",.")
        text = before + number + unit
    return text


def _shares(count: int, kind: str, random: Random) -> list[int]:
    """Whole numbers that add up to a hundred: a giant and slivers in that kind of copy, else much alike."""
    if kind == "giant" and count > 1:
        least = [random.randint(1, 3) for _ in range(count - 1)]
        return [100 - sum(least), *least]
    weights = [random.randint(6, 24) for _ in range(count)]
    shares = [max(1, 100 * weight // sum(weights)) for weight in weights]
    shares[0] += 100 - sum(shares)
    return shares
