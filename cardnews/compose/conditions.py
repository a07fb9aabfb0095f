"""Conditions of adaptations: static, so nothing that is measured can change which of them hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from cardnews.adaptation import Adaptation, Condition
from cardnews.text.markup import parse_marks
from cardnews.text.normalize import normalize_text
from cardnews.values import ArtValue, GroupValue, ListValue, TextValue, Value


def _characters(value: TextValue) -> int:
    """Characters of a text as it is set, marks and spaces not counted."""
    return len(_set(value).replace("\n", "").replace(" ", ""))


def characters_of(value: TextValue) -> int:
    """Characters of a text as it is set, spaces included: what a layout's `most` counts."""
    return len(_set(value))


def _set(value: TextValue) -> str:
    normal = normalize_text(value.text)
    return normal.text if value.plain else parse_marks(normal).text


def holds(
    condition: Condition,
    fields: Mapping[str, Value],
    size: str,
    card: str,
    facts: Collection[str] = (),
    ground: str = "",
) -> bool:
    """Whether a static condition holds for a slide on a `ground`, or for an item of a repetition of which `facts` are
    true."""

    def value(name: str) -> Value | None:
        if name in fields:
            return fields[name]
        head, _, rest = name.partition(".")
        found = fields.get(head)
        if rest and isinstance(found, ListValue):
            inner = [item.fields.get(rest) for item in found.items if isinstance(item, GroupValue)]
            return next((item for item in inner if item is not None), None)
        return found

    def characters(name: str) -> int:
        """The characters of a text, of a list's field `items.head` those of the longest."""
        head, _, rest = name.partition(".")
        if name not in fields and isinstance(listed := fields.get(head), ListValue):
            inner = (item.fields.get(rest) for item in listed.items if isinstance(item, GroupValue))
            return max((_characters(text) for text in inner if isinstance(text, TextValue)), default=0)
        found = value(name)
        return _characters(found) if isinstance(found, TextValue) else 0

    def count(name: str) -> int:
        found = value(name)
        return len(found.items) if isinstance(found, ListValue) else 0

    def equals(name: str, wanted: str) -> bool:
        found = value(name)
        name_found = found.text if isinstance(found, TextValue) else found.name if isinstance(found, ArtValue) else ""
        return name_found == wanted

    return (
        (not condition.sizes or size in condition.sizes)
        and (not condition.card or card in condition.card)
        and (not condition.ground or ground in condition.ground)
        and all(word in facts for word in condition.item)
        and all(value(name) is not None for name in condition.has)
        and all(value(name) is None for name in condition.none)
        and all(equals(name, wanted) for name, wanted in condition.equal)
        and all(low <= characters(name) <= high for name, low, high in condition.chars)
        and all(low <= count(name) <= high for name, low, high in condition.count)
    )


def changes_for(
    adaptations: tuple[Adaptation, ...],
    fields: Mapping[str, Value],
    size: str,
    card: str,
    tight: int,
    ground: str = "",
) -> tuple[dict[str, dict[str, object]], int]:
    """The attributes to replace by box id, and the number of relief steps there are."""
    changes: dict[str, dict[str, object]] = {}
    steps = 0
    for adaptation in adaptations:
        if not holds(adaptation.when, fields, size, card, ground=ground):
            continue
        steps = max(steps, adaptation.tight)
        if adaptation.tight > tight:
            continue
        for box_id, attributes in adaptation.changes:
            changes.setdefault(box_id, {}).update(attributes)
    return changes, steps
