"""Which cards a script makes in one size: one a slide, or several where a list has more items than a card has room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from msgspec import Struct
from msgspec.structs import replace

from cardnews.errors import CardnewsError
from cardnews.layout import Layout
from cardnews.library import Shelf
from cardnews.script import Script, Size, Slide
from cardnews.values import ListValue, TextValue, Value

# What layouts may ask of a slide that goes on: `part` says which of its cards this is (`1/2`) where that is no field of
# theirs, `rows.all` is the whole list that `rows` is a part of, `rows.before` how many of its items stand on the cards
# before.
PART, WHOLE, BEFORE = "part", ".all", ".before"


class CardPlan(Struct, frozen=True):
    """A card: `number` of `total` in its size, the slide it shows, and of that the `part`th of `parts`."""

    number: int
    total: int
    slide: Slide
    fields: Mapping[str, Value]
    part: int = 1
    parts: int = 1

    @property
    def place(self) -> str:
        """`first`, `inner` or `last` of the series; a series of one card is its last."""
        if self.number == 1 and self.total > 1:
            return "first"
        return "last" if self.number == self.total else "inner"


def plan_cards(script: Script, size: Size, shelf: Shelf, theme: str | None = None) -> tuple[CardPlan, ...]:
    """The cards of `script` in `size`, in order; `theme` stands in for the script's own."""
    plans: list[CardPlan] = []
    for slide in script.slides:
        layout: Layout | None = None
        # A layout or theme that cannot be read is reported by composing.
        with suppress(CardnewsError):
            layout = shelf.layout(slide.layout)
            dress = shelf.theme(slide.theme or theme or script.theme)
            if layout is not None and dress is not None:
                layout = shelf.in_theme(layout, dress)
        pieces = tuple(_pieces(slide, layout, size.kind)) if layout is not None else (slide.fields,)
        for part, fields in enumerate(pieces, 1):
            plans.append(CardPlan(len(plans) + 1, 0, slide, fields, part, len(pieces)))
    return tuple(replace(plan, total=len(plans)) for plan in plans)


def _pieces(slide: Slide, layout: Layout, kind: str) -> Iterator[Mapping[str, Value]]:
    """The fields of each card of a slide: the list that needs most cards is shared out evenly over them, in order."""
    needs = {
        field.name: -(-len(value.items) // field.room_at(kind))
        for field in layout.fields
        if field.room and isinstance(value := slide.fields.get(field.name), ListValue) and value.items
    }
    count = max(needs.values(), default=1)
    if count == 1:
        yield slide.fields
        return
    for part in range(count):
        fields = dict(slide.fields)
        for name, cards in needs.items():
            value = slide.fields[name]
            assert isinstance(value, ListValue)
            if cards == 1:
                continue
            # Where they do not come out even, the first cards hold one more.
            start, end = (-(-len(value.items) * at // count) for at in (part, part + 1))
            fields[name] = replace(value, items=value.items[start:end])
            fields[name + WHOLE] = value
            fields[name + BEFORE] = TextValue(str(start), plain=True)
        yield fields
