"""What a card says to those who cannot see it: the author's words, or what its pictures show and its texts say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cardnews.amount import amount_parts
from cardnews.compose.cards import BEFORE, WHOLE, CardPlan
from cardnews.compose.frame import Slot
from cardnews.values import GroupValue, ImageValue, ListValue, Value

_ENDS = ".?!…:”’\"'」』)"
MOST = 1_000  # characters; platforms take about as many


def alt_text(plan: CardPlan, slots: Iterable[Slot]) -> str:
    """The author's `alt`, with `(1/2)` where the slide takes several cards; else the alt texts of the card's pictures
    and then its texts in reading order."""
    if plan.slide.alt:
        return f"{plan.slide.alt} ({plan.part}/{plan.parts})" if plan.parts > 1 else plan.slide.alt
    shown = (value for name, value in plan.fields.items() if not name.endswith((WHOLE, BEFORE)))
    parts = [part for part in (*_pictures(shown), *_texts(slots)) if part.strip()]
    whole = " ".join(part if part[-1] in _ENDS else f"{part}." for part in dict.fromkeys(parts))
    return whole if len(whole) <= MOST else f"{whole[: MOST - 1]}…"


def _texts(slots: Iterable[Slot]) -> Iterator[str]:
    """The texts in reading order; a unit that stands right behind its number belongs to it."""
    last, end = "", None
    for slot in slots:
        if slot.decorative:
            continue
        text = " ".join(line.text.strip() for line in slot.lines)
        if end is not None and abs(slot.rect.x - end) < 0.5 * slot.size and amount_parts(last + text) == (last, text):
            last += text
        else:
            yield last
            last = text
        end = slot.rect.right
    yield last


def _pictures(values: Iterable[Value]) -> Iterator[str]:
    for value in values:
        match value:
            case ImageValue(alt=alt):
                yield alt
            case ListValue(items=items):
                yield from _pictures(items)
            case GroupValue(fields=fields):
                yield from _pictures(fields.values())
