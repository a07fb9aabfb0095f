"""What a card says to those who cannot see it: the author's words, or what its pictures show and its texts say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from unicodedata import normalize

from cardnews.amount import amount_parts
from cardnews.compose.cards import BEFORE, WHOLE, CardPlan
from cardnews.compose.frame import Slot
from cardnews.schema import is_korean
from cardnews.text.phrase.affixes import is_form_of
from cardnews.values import GroupValue, ImageValue, ListValue, Value

_ENDS = ".?!…:”’\"'」』)"
MOST = 1_000  # characters; platforms take about as many


def alt_text(plan: CardPlan, slots: Iterable[Slot], logos: Collection[str] = ()) -> str:
    """The author's `alt`, with `(1/2)` where the slide takes several cards; else the alt texts of the card's pictures
    and then its texts in reading order. The pictures of the fields `logos` are called by their files where nothing
    else names them."""
    if plan.slide.alt:
        return f"{plan.slide.alt} ({plan.part}/{plan.parts})" if plan.parts > 1 else plan.slide.alt
    shown = (value for name, value in plan.fields.items() if not name.endswith((WHOLE, BEFORE)))
    parts = [part for part in (*_pictures(shown), *_texts(slots)) if part.strip()]
    parts.extend(_logos((value for name, value in plan.fields.items() if name in logos), " ".join(parts)))
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


def _logos(values: Iterable[Value], said: str) -> Iterator[str]:
    """Logos that nobody describes, by names of files that are Korean words: `구청.png` is 구청 로고."""
    words = re.findall(r"\w+", said)
    for value in values:
        for item in value.items if isinstance(value, ListValue) else ():
            if isinstance(item, ImageValue) and not item.alt:
                name = re.sub(r"[\s_-]*로고[\s_-]*", "", normalize("NFC", item.path.stem))
                if is_korean(name) and not _says(name, said, words):
                    yield f"{name} 로고"


def _says(name: str, said: str, words: Iterable[str]) -> bool:
    """Whether a text says a name as a word of its own, with particles or without."""
    return name in said if " " in name else any(is_form_of(word, frozenset({name})) for word in words)


def _pictures(values: Iterable[Value]) -> Iterator[str]:
    for value in values:
        match value:
            case ImageValue(alt=alt):
                yield alt
            case ListValue(items=items):
                yield from _pictures(items)
            case GroupValue(fields=fields):
                yield from _pictures(fields.values())
