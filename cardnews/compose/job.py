"""One card on its way through composing: its plan, its layout, its theme and ground."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cardnews.assets import Stamp
from cardnews.boxtree import sources_of
from cardnews.compose.boxes import Placed
from cardnews.compose.cards import PART, CardPlan
from cardnews.geometry import Rect
from cardnews.layout import Layout
from cardnews.script import Slide
from cardnews.theme import Ground, Theme
from cardnews.values import TextValue, Value


class Job(Struct, frozen=True):
    """One card on its way: everything that does not change while sizes are tried."""

    plan: CardPlan
    layout: Layout
    theme: Theme
    ground: Ground
    fields: Mapping[str, Value]
    pictures: tuple[tuple[Path, Stamp], ...]

    @property
    def slide(self) -> Slide:
        return self.plan.slide

    @property
    def number(self) -> int:
        return self.plan.number

    @property
    def card(self) -> str:
        return self.plan.place


def with_part(plan: CardPlan, layout: Layout) -> Mapping[str, Value]:
    """The fields of a card; a layout that has no place for `1/2` shows it behind the first of its texts that the slide
    has, and one of nothing but lists and pictures not at all."""
    if plan.parts == 1:
        return plan.fields
    part = TextValue(f"{plan.part}/{plan.parts}", plan.slide.place, plain=True)
    # A field of that name is the author's own.
    if PART in sources_of(layout.body) and all(field.name != PART for field in layout.fields):
        return {**plan.fields, PART: part}
    for field in layout.fields:
        value = plan.fields.get(field.name)
        if field.type == "text" and isinstance(value, TextValue):
            return {**plan.fields, field.name: replace(value, text=f"{value.text.rstrip()} ({part.text})")}
    return plan.fields


def next_ground(theme: Theme, number: int, previous: str) -> str:
    """The rhythm's ground for a card, or the one after it where that would repeat its neighbor's."""
    order = theme.order
    for shift in range(len(order)):
        name = order[(number - 1 + shift) % len(order)]
        if theme.repeat or name != previous:
            return name
    return order[0]


def ground_under(placed: Placed | None, area: Rect) -> Ground | None:
    """The ground of the last picture, veil or filled surface that covers `area`, where a band stands on one."""
    if placed is None:
        return None
    node = placed.node
    filled = node.surface is not None and bool(node.surface.fill)
    paints = filled or node.image is not None or node.box.kind == "veil"
    found = node.ground if paints and placed.rect.contains(area) else None
    for child in placed.children:
        found = ground_under(child, area) or found
    return found


def floor_of(placed: Placed | None) -> str:
    """The name of the floor that the body's art stands on, if any."""
    if placed is None or placed.node.box.floor:
        return placed.node.box.floor if placed is not None else ""
    return next((found for child in placed.children if (found := floor_of(child))), "")
