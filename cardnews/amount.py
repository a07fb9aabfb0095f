"""Numbers as people write them in Korean: `1,234`, `62%`, `3만 5천`, `1천200만 원`, `약 1조 2,000억 원`, `-3`."""

from __future__ import annotations

import re

from msgspec import Struct

_SMALL = {"": 1.0, "십": 10.0, "백": 100.0, "천": 1e3}
_LARGE = {"만": 1e4, "억": 1e8, "조": 1e12}
_LARGEST = 1e30  # nothing that people count, and the sum of a list of them is a number still
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_PIECE = re.compile(rf"\s*({_DIGITS})\s*([십백천]?)([만억조]?)")
_BEFORE = re.compile(r"\s*(?:약|총|모두|무려|최대|최소|단|연|월|하루|₩|\$|€|¥)?\s*([-−–▲△+]?)\s*(?=\d)")


class Amount(Struct, frozen=True):
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
    text = text.replace("**", "").replace("==", "")
    start = _BEFORE.match(text)
    if start is None:
        return None
    at, total, section = start.end(), 0.0, 0.0
    small = large = float("inf")
    found = False
    while (piece := _PIECE.match(text, at)) is not None:
        scale = _SMALL[piece[2]]
        number = float(piece[1].replace(",", "")) * scale
        # `3만 5천` and `1천200만` go on only downward; `3월 5일` and `10 20` are no sums.
        if max(scale, number) >= small:
            return None
        section, small = section + number, scale
        if piece[3]:
            if _LARGE[piece[3]] >= large:
                return None
            large = _LARGE[piece[3]]
            # 천, 백 and 십 are counted in the 만, 억 or 조 that follows them: 1천200만 is 1,200만.
            total, section, small = total + section * large, 0.0, float("inf")
        at, found = piece.end(), True
    total += section
    rest = text[at:].strip()
    # A unit is one short word; anything with a number in it is a sentence or a date.
    if not found or total > _LARGEST or len(rest) > 12 or any(letter.isdigit() for letter in rest):
        return None
    return Amount(-total if start[1] in tuple("-−–▲△") else total, rest)


def rounding(count: int) -> float:
    """By how many points `count` shares of a hundred may miss it for their being rounded."""
    return max(0.5 * count, 1.0)


def amount_parts(text: str) -> tuple[str, str]:
    """What is written before and in a number, and the unit behind it: `3만 5천` and `명`; marked text stays whole."""
    amount = parse_amount(text)
    whole = text.strip()
    if amount is None or not amount.unit or not whole.endswith(amount.unit):
        return text, ""
    return whole[: -len(amount.unit)].rstrip(), amount.unit
