"""Numbers that strike: amounts with their units as a sentence writes them, whole, and the one a card would show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from cardnews.amount import parse_amount
from cardnews.draft.passage import Part
from cardnews.draft.prose import Prose

_SENTENCE = 80  # characters of a sentence that makes one point
_MOST_DOTS = 200  # that can be counted
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALE = r"(?:[십백천][만억조]?|[만억조])"
_NUMBER = rf"[+−▲△-]?{_DIGITS}(?:{_SCALE}(?:\s?{_DIGITS}{_SCALE})*(?:\s?{_DIGITS}(?![\d.,]))?)?"
_COUNTED = r"명|건|곳|배|가구|톤|권"
# What stands before a number that is only a part of another, or no amount: `30~50명`, `제3권`, `1.2.3`.
_FIGURE = re.compile(
    rf"(?<![\d.,~∼–—제A-Za-z+−▲△-])(?P<value>{_NUMBER}여?)\s*(?P<unit>%p?|％|퍼센트포인트|퍼센트|{_COUNTED}|원|개|㎡)"
)
_SCALED_ONLY = frozenset(("원", "개", "㎡"))  # what strikes nobody below a thousand
# Units of which a number says when or where, and not how much.
_TIMES = frozenset(("년", "월", "일", "시", "분", "년도", "학년", "층", "호", "번", "차", "회차", "단계", "부", "장"))
_OF = re.compile(r"\s*(?:가운데(?:서)?|중(?:에서?)?)\s*(?:약\s*)?")
_RISES = re.compile(r"(?:에서|던\s\S{1,6}(?:이|가|은|는))\s")


class Figure(Struct, frozen=True):
    """An amount in a text: where it stands, and where its number and its unit do."""

    span: tuple[int, int]
    value: tuple[int, int]
    unit: tuple[int, int]


def figures_in(text: str) -> list[Figure]:
    """The amounts with their units that a reader might remember, each with all of its number."""
    return list(_figures(text))


def _figures(text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text):
        value = match["value"].removesuffix("여")
        amount = parse_amount(value)
        scaled = re.search(r"[십백천만억조]", value) is not None
        if amount is None or amount.unit or (match["unit"] in _SCALED_ONLY and not scaled):
            continue
        yield Figure(match.span(), match.span("value"), match.span("unit"))


def figure_in(sentence: Prose) -> dict[str, Part] | None:
    """The striking amount of a sentence, where it has one: what is left of a whole, what something came to, or the
    share or the longer number of two."""
    text = sentence.text
    found = figures_in(text) if len(sentence) <= _SENTENCE else []
    if not 1 <= len(found) <= 2:
        return None
    parts: dict[str, Part] = {}
    units = [text[slice(*figure.unit)] for figure in found]
    if len(found) == 2 and units[0] == units[1] and _OF.fullmatch(text, found[0].span[1], found[1].span[0]):
        figure = found[1]
        share = _share(*(text[slice(*one.value)] for one in reversed(found)))
        parts |= {"share": share} if share else {}
    elif len(found) == 2 and units[0] == units[1] and _RISES.match(text, found[0].span[1]):
        figure = found[1]
    else:
        figure = max(found, key=lambda one: ("%" in text[slice(*one.unit)], one.value[1] - one.value[0]))
    return {"value": sentence.cut(*figure.value), "unit": sentence.cut(*figure.unit), "text": sentence, **parts}


def _share(part: str, whole: str) -> dict[str, Part]:
    """A part of a whole, where both can be counted in dots."""
    counts = part.isdigit() and whole.isdigit() and 0 < int(part) <= int(whole) <= _MOST_DOTS
    return {"part": Prose(part), "whole": Prose(whole)} if counts else {}


def amounts_of(texts: list[str]) -> tuple[str, list[float]] | None:
    """The unit that all texts are amounts of, and how many each counts; None where one is none or counts another."""
    found = [parse_amount(text) for text in texts]
    amounts = [amount for amount in found if amount is not None]
    units = {amount.unit for amount in amounts}
    if len(amounts) < len(texts) or len(units) != 1 or (unit := units.pop()) in _TIMES or " " in unit:
        return None
    return unit, [amount.value for amount in amounts]


def is_whole(unit: str, values: list[float]) -> bool:
    """Whether amounts are the shares of one whole."""
    return unit in ("%", "％", "퍼센트") and min(values) >= 0 and abs(sum(values) - 100) <= 1
