"""One passage in one layout: which parts its fields take, and how much of the passage they show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from cardnews.draft.clauses import shorter
from cardnews.draft.passage import Part, Passage, Shown, words_in
from cardnews.draft.prose import Prose
from cardnews.layout import Field, Layout
from cardnews.suits import Suit

UNLIMITED = 400
# How far over a field's `most` words may go rather than be cut: `most` is what a layout is made for, and longer texts
# become smaller. Lists of many items have no room to give.
SLACK = 1.4
_FEW_ITEMS = 8
_LATIN = 0.6  # of the width of a syllable that a Latin letter, a digit or a sign takes
_ABOVE = 2.0  # times what a field of names is made for that one above its row may hold
_NARROW = 8  # characters below which a field is a key that stands beside its text
SENTENCE_SLACK = 1.6  # a sentence is worse off in halves than small
_SLACKS = {"opening": SLACK, "closing": SLACK, "sentence": SENTENCE_SLACK}
# Parts whose beginning names what is below them, too, while that of a sentence says something else.
_NAMES = ("title", "heading")
_ASIDE = (
    "heading",
    "lead",
    "number",
    "image",
    "alt",
    "cells",
    "share",
)  # parts that are no measure of how much of a passage is shown


class Fit(Struct, frozen=True):
    """A layout that takes a passage: the fields, the share of its words that they show, and the parts they come of."""

    layout: Layout
    suit: Suit
    fields: Mapping[str, Shown]
    share: float
    shown: frozenset[str]


def fit(passage: Passage, layout: Layout, suit: Suit) -> Fit | None:
    """The passage in the fields of a layout, or None where a field that it needs stays empty."""
    by_name = {field.name: field for field in layout.fields}
    fields: dict[str, Shown] = {}
    shown: set[str] = set()
    for name in dict.fromkeys(top_of(path) for path, _ in suit.pairs):
        pairs = [(path, part) for path, part in suit.pairs if top_of(path) == name]
        value = field_value(by_name[name], pairs, passage)
        if value is not None:
            fields[name] = value
            shown |= {top_of(part) for _, part in pairs}
    if any(field.required and field.name not in fields for field in layout.fields):
        return None
    whole = _size(part for name, part in passage.parts.items() if name not in _ASIDE)
    given = _size(fields[name] for name in fields if dict(suit.pairs).get(name) not in _ASIDE)
    return Fit(layout, suit, fields, given / whole if whole else 1.0, frozenset(shown))


def limit(layout: Layout, suit: Suit, part: str) -> int:
    """The characters that a layout takes of a part; 0 where it has no field for it."""
    name = next((path for path, found in suit.pairs if found == part), "")
    field = next((field for field in layout.fields if field.name == name), None)
    return 0 if field is None else field.most or UNLIMITED


def top_of(path: str) -> str:
    """`items` of `items.head`."""
    return path.partition(".")[0]


def field_value(field: Field, pairs: Sequence[tuple[str, str]], passage: Passage) -> Shown | None:
    """The value of a field from the parts that go into it, or None where there are none or they do not fit."""
    parts = passage.parts
    if field.type == "list":
        return _list(field, pairs, parts)
    if field.type == "group":
        source = parts.get(top_of(pairs[0][1]))
        return _group(field, pairs, source, 1.0) if isinstance(source, Mapping) else None
    name = pairs[0][1]
    part = parts.get(name)
    if field.required and field.type == "text" and passage.kind in _SLACKS:
        return _single(field, part, _SLACKS[passage.kind])
    named = name == "subtitle" or (name in _NAMES and field.required)
    if isinstance(part, Prose) and named and field.most and len(part) > field.most * SLACK:
        return shorter(part, int(field.most * SLACK))
    return _single(field, part, SLACK if named else 1.0)


def _single(field: Field, part: Part | None, slack: float = 1.0) -> Shown | None:
    if field.type == "image" and isinstance(part, Mapping):
        return {name: words for name, words in part.items() if isinstance(words, Prose)}
    if not isinstance(part, Prose) or not part.text:
        return None
    if field.type in ("image", "link"):
        return part.text
    return part if _extent(part.text) <= (field.most or UNLIMITED) * slack else None


def _extent(text: str) -> float:
    """About how wide words are, in syllables: addresses and telephone numbers are narrow."""
    return sum(_LATIN if "!" <= letter <= "~" else 1.0 for letter in text)


def _list(field: Field, pairs: Sequence[tuple[str, str]], parts: Mapping[str, Part]) -> Shown | None:
    low, high = field.count or (1, UNLIMITED)
    source = parts.get(top_of(pairs[0][1]))
    if not isinstance(source, tuple) or not max(low, 1) <= len(source) <= high:
        return None
    found: list[Shown] = []
    slack = SLACK if len(source) <= _FEW_ITEMS else 1.0
    for item in source:
        value = _plain_item(field, item) if pairs[0][0] == field.name else _group(field, pairs, item, slack)
        if value is None:
            return None
        found.append(value)
    return tuple(found)


def _plain_item(field: Field, item: Part) -> Shown | None:
    """An item of a list of plain values: only one that is a single text."""
    words = [part for part in words_in(item) if part.text]
    return words[0] if len(words) == 1 and len(words[0]) <= (field.most or UNLIMITED) else None


def _group(field: Field, pairs: Sequence[tuple[str, str]], item: Part, slack: float) -> Shown | None:
    """An item of a list of groups, or None where a field that it needs stays empty or one is too short for its part."""
    values: dict[str, Shown] = {}
    several = len(field.of) > 1
    for path, name in pairs:
        inner = next(one for one in field.of if one.name == path.partition(".")[2])
        part = item.get(name.partition(".")[2]) if isinstance(item, Mapping) else None
        value = (
            _cells(inner, part)
            if isinstance(part, tuple)
            else _single(inner, part, _ABOVE if name == "rows.tag" else slack if _gives(inner) and several else 1.0)
        )
        if value is not None:
            values[inner.name] = value
        elif inner.required or (isinstance(part, Prose) and part):
            return None
    return values


def _gives(field: Field) -> bool:
    """Whether a field may hold more than it is made for: a text, and no name or key in a narrow place."""
    return not (field.plain and field.name == "label") and (field.most or UNLIMITED) >= _NARROW


def _cells(field: Field, part: tuple[Part, ...]) -> Shown | None:
    words = tuple(words_in(part))
    low, high = field.count or (0, UNLIMITED)
    fits = all(len(word) <= (field.most_of(len(words)) or UNLIMITED) for word in words)
    return words if field.type == "list" and low <= len(words) <= high and fits else None


def _size(values: Iterable[Shown | Part]) -> int:
    """Characters, those of words that several parts share counted once."""
    words = {id(word): word for value in values for word in words_in(value)}
    return sum(len(word) for word in words.values())
