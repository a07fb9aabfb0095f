"""Adaptations: changes to boxes by id, and the static conditions under which they are taken."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

SIZE_KEYS = ("size", "has", "none", "is", "chars", "count", "card", "ground")
ITEM_KEYS = (*SIZE_KEYS, "item")
ITEM_WORDS = ("first", "last", "key", "amounts", "even", "other")


class Condition(Struct, frozen=True):
    """A static condition of an adaptation: every part that is set must hold.

    `ground` names the grounds that the card may have. `item` is asked of one item of a repetition: `first`, `last`,
    `key`, `amounts` (it stands in a column of numbers).
    """

    sizes: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    equal: tuple[tuple[str, str], ...] = ()
    chars: tuple[tuple[str, int, int], ...] = ()
    count: tuple[tuple[str, int, int], ...] = ()
    card: tuple[str, ...] = ()
    ground: tuple[str, ...] = ()
    item: tuple[str, ...] = ()


class Adaptation(Struct, frozen=True):
    """Changes to boxes by id, taken when `when` holds; `tight` > 0 makes it a relief step, taken in that order only
    while something does not fit."""

    when: Condition
    tight: int
    changes: tuple[tuple[str, Mapping[str, object]], ...]
