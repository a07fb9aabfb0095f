"""Numbers as people write them in Korean: `1,234`, `62%`, `3만 5천`, `약 1조 2,000억 원`, `-3`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SCALES = {"십": 10.0, "백": 100.0, "천": 1e3, "만": 1e4, "억": 1e8, "조": 1e12}
_LARGEST = 1e30  # nothing that people count, and the sum of a list of them is a number still
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_PIECE = re.compile(rf"\s*({_DIGITS})\s*([십백천]?[만억조]?)")
_BEFORE = re.compile(r"\s*(?:약|총|모두|무려|최대|최소|단|연|월|하루|₩|\$|€|¥)?\s*([-−–▲△+]?)\s*(?=\d)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what stands behind it (`%`, `명`, `건`, or nothing)."""

    value: float
    unit: str = ""

    @property
    def is_share(self) -> bool:
        """Whether it is a share of a hundred."""
        return self.unit.startswith(("%", "％", "퍼센트", "프로"))


def parse_amount(text: str) -> Amount | None:
    """The number that `text` begins with, or None where it is no number but words.

    △ and ▲ before a number mean minus, as in Korean public budgets.
    """
    text = text.replace("*", "").replace("==", "")
    start = _BEFORE.match(text)
    if start is None:
        return None
    at, total, last = start.end(), 0.0, float("inf")
    found = False
    while (piece := _PIECE.match(text, at)) is not None:
        scale = 1.0
        for letter in piece[2]:
            scale *= _SCALES[letter]
        # `3만 5천` goes on only downward; `3월 5일` and `10 20` are no sums.
        if found and (scale >= last or last == 1.0):
            return None
        total += float(piece[1].replace(",", "")) * scale
        at, last, found = piece.end(), scale, True
    rest = text[at:].strip()
    # A unit is one short word; anything with a number in it is a sentence or a date.
    if not found or total > _LARGEST or len(rest) > 12 or any(letter.isdigit() for letter in rest):
        return None
    return Amount(-total if start[1] in tuple("-−–▲△") and start[1] else total, rest)


def amount_parts(text: str) -> tuple[str, str]:
    """What is written before and in a number, and the unit behind it: `3만 5천` and `명`; marked text stays whole."""
    amount = parse_amount(text)
    whole = text.strip()
    if amount is None or not amount.unit or not whole.endswith(amount.unit):
        return text, ""
    return whole[: -len(amount.unit)].rstrip(), amount.unit
