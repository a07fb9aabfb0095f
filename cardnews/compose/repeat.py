"""Repetitions: which item is the key one, what conditions may ask of an item, and the color of its data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cardnews.amount import parse_amount, rounding
from cardnews.compose.cards import BEFORE, WHOLE
from cardnews.compose.node import Scope
from cardnews.values import GroupValue, ListValue, TextValue, Value

_MOST_DIGITS = 5
_MOSTLY = 0.6  # of a column's cells are numbers, if it is one of numbers
_LONGEST_NONE = 4  # characters of a word that may stand among them, if no number is longer
DATA_COLORS = 4  # a ground has `data-1` ... `data-4` beside `data-key`


def item_scopes(scope: Scope, source: str, ways: Sequence[str], across: bool) -> list[Scope]:
    """The scope of each item of the list `source`; `ways` says how the key item is told, `across` whether the items
    stand side by side. Of a list that goes on over several cards, the whole decides about keys and numbers."""
    items = items_in(scope, source)
    whole = items_in(scope, source + WHOLE) or items
    before = int(amount_of(scope.fields.get(source + BEFORE)) or 0)
    key = key_index(scope.fields, whole, ways)
    key = None if key is None else key - before
    columns = _amount_columns(scope.fields)
    scopes: list[Scope] = []
    others = before - (key is not None and key < 0)
    for index, item in enumerate(items):
        facts = {
            word
            for word, holds in (
                ("first", index == 0),
                ("last", index == len(items) - 1),
                ("even", (before + index) % 2 == 1),
                ("key", index == key),
                ("other", _is_others(item, whole, before + index)),
                ("amounts", across and index in columns),
            )
            if holds
        }
        series = "data-key" if index == key else f"data-{others % DATA_COLORS + 1}"
        others += index != key
        place = index if across else scope.across
        scopes.append(Scope(scope.fields, item, index, frozenset(facts), series, place, before + index + 1))
    return scopes


def _is_others(item: Value, whole: Sequence[Value], index: int) -> bool:
    """Whether an item belongs to another than the first: by its `name`, and in turn where either has none."""
    names = [_part(one, "name") if isinstance(one, GroupValue) else None for one in (item, whole[0])]
    own, first = (name.text.strip() if isinstance(name, TextValue) else "" for name in names)
    return own != first if own and first else index % 2 == 1


def items_in(scope: Scope, source: str) -> tuple[Value, ...]:
    """The items of a list; nothing where there is none."""
    value = scope.get(source)
    return value.items if isinstance(value, ListValue) else ()


def whole_list(scope: Scope, source: str) -> tuple[Value, ...]:
    """The items of a list on all the cards that it goes on over."""
    return items_in(scope, source + WHOLE) or items_in(scope, source)


def key_index(fields: Mapping[str, Value], items: Sequence[Value], ways: Sequence[str]) -> int | None:
    """Which item is the key one, by the first of `ways` that tells: a field of the slide that names it by its words or
    its number (`highlight`), a field that only the key item has (`item.key`), or `largest item.value`."""
    for way in ways:
        found = _named(fields.get(way), items)
        if way.startswith("item."):
            found = next((index for index, item in enumerate(items) if _is_yes(_part(item, way[5:]))), None)
        elif way.startswith("largest "):
            amounts = [amount_of(_part(item, way.removeprefix("largest item."))) for item in items]
            known = [amount for amount in amounts if amount is not None]
            found = amounts.index(max(known)) if known else None
        if found is not None:
            return found
    return None


def amount_of(value: Value | None) -> float | None:
    """The number that a text begins with."""
    amount = parse_amount(value.text) if isinstance(value, TextValue) else None
    return None if amount is None else amount.value


def is_count(text: str) -> bool:
    """Whether a text is a number of items or cards; Python refuses to read thousands of digits."""
    return text.isdecimal() and len(text) < _MOST_DIGITS


def parts_of(items: Sequence[Value], field: str) -> list[float]:
    """The numbers in a field of each item; what is none, or below zero, counts nothing."""
    return [max(0.0, amount_of(_part(item, field)) or 0.0) for item in items]


def whole_of(items: Sequence[Value], field: str) -> float:
    """What the numbers in a field of each item are parts of: a hundred for shares that leave more of it open than
    rounding does, else their sum."""
    texts = [_part(item, field) for item in items]
    amounts = [parse_amount(text.text) if isinstance(text, TextValue) else None for text in texts]
    total = sum(parts_of(items, field))
    shares = all(amount is not None and amount.is_share for amount in amounts)
    return 100.0 if shares and 0 < total < 100 - rounding(len(amounts)) else total


def _named(value: Value | None, items: Sequence[Value]) -> int | None:
    if not isinstance(value, TextValue):
        return None
    wanted = value.text.strip()
    for index, item in enumerate(items):
        fields = item.fields.values() if isinstance(item, GroupValue) else (item,)
        if any(isinstance(text, TextValue) and text.text.strip() == wanted for text in fields):
            return index
    return int(wanted) - 1 if is_count(wanted) and 0 < int(wanted) <= len(items) else None


def _part(item: Value, field: str) -> Value | None:
    return item.fields.get(field) if isinstance(item, GroupValue) else item


def _is_yes(value: Value | None) -> bool:
    return isinstance(value, TextValue) and value.text.strip().casefold() not in ("", "no", "false", "아니요")


def _amount_columns(fields: Mapping[str, Value]) -> frozenset[int]:
    """The columns of a table, the slide's list of lists, of which most cells that say something hold a number: a short
    word among them (`없음`, `미정`) stands for one."""
    rows = [
        cells.items
        for value in fields.values()
        if isinstance(value, ListValue)
        for row in value.items
        if isinstance(row, GroupValue)
        for cells in row.fields.values()
        if isinstance(cells, ListValue)
    ]
    found = set()
    for column in range(max((len(row) for row in rows), default=0)):
        cells = [row[column] for row in rows if column < len(row)]
        said = [cell for cell in cells if isinstance(cell, TextValue) and cell.text.strip() not in ("", "-", "–")]
        numbers = [cell for cell in said if amount_of(cell) is not None]
        longest = max([_LONGEST_NONE, *(len(cell.text.strip()) for cell in numbers)])
        if said and len(numbers) >= _MOSTLY * len(said) and all(len(cell.text.strip()) <= longest for cell in said):
            found.add(column)
    return frozenset(found)
