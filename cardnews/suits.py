"""What a layout is good for: which kinds of passage it shows, and which part of a passage goes into which field.

A layout says so under `suits`, and drafting reads nothing else of it, so that a new layout takes part by its own file:

    suits:
      list: {title: heading, items.head: items.head, items.note: items.note}
      closing: {title: text, link: link, art: [companions]}

The keys are kinds of passage; below each, a field of the layout (`items.head`: a field of each item) and the part that
fills it. A list in brackets holds values of the layout's own, taken in turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from cardnews.errors import Place
from cardnews.schema import Checker, same
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.source.nodes import Node, Sequence

if TYPE_CHECKING:
    from cardnews.layout import Field

# Every kind of passage and its parts; a dot stands before a part of each item.
KINDS: Mapping[str, tuple[str, ...]] = {
    "opening": ("title", "subtitle", "kicker", "image"),
    "section": ("heading", "lead", "number"),
    "sentence": ("text", "support", "heading"),
    "question": ("text",),
    "quote": ("text", "who", "role", "heading"),
    "voice": ("text", "who", "role", "heading"),
    "dialog": ("turns.text", "turns.who", "heading"),
    "exchange": ("question", "answer", "heading"),
    "figure": ("value", "unit", "text", "share.part", "share.whole", "heading"),
    "definition": ("term", "origin", "meaning", "heading"),
    "words": ("items", "heading", "lead"),
    "list": ("items", "items.head", "items.note", "items.key", "heading", "lead"),
    "todo": ("items", "items.head", "items.note", "heading", "lead"),
    "steps": ("items", "items.head", "items.note", "items.number", "heading", "lead"),
    "timeline": ("items.time", "items.head", "items.note", "heading", "lead"),
    "facts": ("items.label", "items.value", "heading", "lead"),
    "comparison": ("left", "right", "rows.tag", "rows.before", "rows.after", "heading", "lead"),
    "table": ("columns", "rows.cells", "rows.head", "rows.rest", "heading", "lead"),
    "bars": ("rows.label", "rows.value", "unit", "heading", "lead"),
    "shares": ("rows.label", "rows.value", "unit", "heading", "lead"),
    "picture": ("image", "alt", "heading"),
    "closing": ("text", "link", "source", "note"),
}


class Suit(Struct, frozen=True):
    """One kind of passage that a layout shows: pairs of a field and the part in it, and fields with values `given`."""

    kind: str
    pairs: tuple[tuple[str, str], ...]
    given: tuple[tuple[str, tuple[str, ...]], ...] = ()


def read_suits(node: Node, fields: Iterable[Field], checker: Checker) -> tuple[Suit, ...]:
    """The `suits` of a layout with these fields; what they get wrong is reported."""
    known = tuple(_paths(fields))
    found = checker.entries(node, same(KINDS), "suits") or {}
    return tuple(_suit(kind, entry.value, known, checker) for kind, entry in found.items())


def _paths(fields: Iterable[Field]) -> Iterable[str]:
    for field in fields:
        yield field.name
        yield from (f"{field.name}.{item.name}" for item in field.of if item.name)


def _suit(kind: str, node: Node, known: tuple[str, ...], checker: Checker) -> Suit:
    pairs: list[tuple[str, str]] = []
    given: list[tuple[str, tuple[str, ...]]] = []
    if not isinstance(node, MappingNode):
        checker.report("wrong-type", node.at, what=kind, expected="mapping", found="text")
        return Suit(kind, ())
    told: dict[str, tuple[str, Place]] = {}
    for entry in node.entries:
        path = entry.key.text
        if path not in known:
            checker.unknown("unknown-field", entry.key.at, path, known)
            continue
        field, dot, _ = path.partition(".")
        other, place = told.setdefault(field, (path, entry.key.at))
        if (other == field) != (path == field):
            checker.report("same-key-twice", entry.key.at, name=path, other=other, line=place.line)
        elif dot and isinstance(entry.value, Sequence):
            checker.report("wrong-type", entry.value.at, what=path, expected="text", found="list")
        elif isinstance(entry.value, Sequence):
            given.append((path, checker.texts(entry.value, path)))
        elif (part := checker.choice(entry.value, path, KINDS[kind])) is not None:
            pairs.append((path, part))
    return Suit(kind, tuple(pairs), tuple(given))
