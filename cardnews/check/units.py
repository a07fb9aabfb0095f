"""The rule over the numbers of one chart: they are drawn beside each other, so they count the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cardnews.amount import parse_amount
from cardnews.boxtree import REPEATS, Box
from cardnews.check.deck import Deck
from cardnews.errors import Finding, finding
from cardnews.script import Slide
from cardnews.values import GroupValue, ListValue, TextValue

_UNIT = "unit"  # the field that says the unit of all numbers of a slide
_ITEM = "item."


def units_mixed(deck: Deck) -> Iterator[Finding]:
    """Numbers of a bar chart or a ring that have another unit than most of them."""
    for slide in deck.script.slides:
        layout = deck.layouts.get(slide.layout)
        for name, part in dict.fromkeys(_charts(layout.body)) if layout is not None else ():
            yield from _odd(slide, name, part)


def _charts(box: Box, listed: str = "") -> Iterator[tuple[str, str]]:
    """The lists that a layout draws as bars or as a ring, each with the field of its items that holds the number."""
    if box.kind in REPEATS:
        listed = box.source
    if box.kind == "bar" and listed and box.source.startswith(_ITEM):
        yield listed, box.source.removeprefix(_ITEM)
    elif box.kind == "donut":
        head, _, part = box.source.partition(".")
        yield head, part
    for child in box.children:
        yield from _charts(child, listed)


def _odd(slide: Slide, name: str, part: str) -> Iterator[Finding]:
    value = slide.fields.get(name)
    items = value.items if isinstance(value, ListValue) else ()
    texts = [item.fields.get(part) for item in items if isinstance(item, GroupValue)]
    said = slide.fields.get(_UNIT)
    common = said.text.strip() if isinstance(said, TextValue) else ""
    found = [
        (text, amount.unit or common)
        for text in texts
        if isinstance(text, TextValue) and (amount := parse_amount(text.text)) is not None
    ]
    counts = Counter(unit for _, unit in found)
    if len(counts) < 2:
        return
    # Of two that are as many, the one that names a unit is meant.
    usual = max(counts, key=lambda unit: (counts[unit], bool(unit)))
    for text, unit in found:
        if unit != usual:
            told = {"found": text.text.strip(), "unit": usual or "–"}
            yield finding("units-mixed", text.place, slide=slide.number, layout=slide.layout, field=part, **told)
