"""The same passage told in another kind, for the layouts at hand: steps as a list, a table as a list, or lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from cardnews.draft.passage import Part, Passage, words_in
from cardnews.draft.prose import NOTHING, Prose, joined
from cardnews.draft.sentences import sentences

_KEY = 5  # characters of a label that can stand beside its value

Retold = tuple[Passage, ...]


def others(passage: Passage) -> Iterator[Retold]:
    """Other ways to tell a passage, the nearest first; the last are its sentences."""
    for retell in _NEARER.get(passage.kind, ()):
        yield retell(passage)
    yield _as_sentences(passage)


def _as(kind: str) -> Callable[[Passage], Retold]:
    """The same parts under another kind."""
    return lambda passage: (passage.of_kind(kind, **passage.parts),)


def _as_list(passage: Passage) -> Retold:
    """Items with a head, a note and a key, from whatever the items of the passage hold."""
    found: list[Mapping[str, Part]] = []
    facts = [(item["label"], item["value"]) for item in passage.items("items") if item.keys() == {"label", "value"}]
    if any(isinstance(label, Prose) and len(label) > _KEY for label, _ in facts):
        return (passage.of_kind("list", items=tuple({"head": label, "note": value} for label, value in facts)),)
    for item in passage.items("items"):
        texts: dict[str, Part] = {name: part for name, part in item.items() if isinstance(part, Prose) and part}
        named = texts.get("label") or texts.get("time") or texts.get("number") or texts.get("key")
        head = texts.get("head") or texts.get("value")
        if named and head and len(named) > _KEY:
            # A date that is too long to stand apart goes on with what happens then.
            head, named = joined(words_in((named, head))), NOTHING
        key = {"key": named} if named and head else {}
        note = {"note": texts["note"]} if "note" in texts else {}
        found.append({**key, "head": head or named or NOTHING, **note})
    return (passage.of_kind("list", items=tuple(found)),)


def _compared_as_table(passage: Passage) -> Retold:
    rows = passage.items("rows")
    first = 0 if any("tag" in row for row in rows) else 1
    cells = [(row.get("tag", NOTHING), row["before"], row["after"])[first:] for row in rows]
    columns = (NOTHING, passage.text("left"), passage.text("right"))[first:]
    whole = tuple({"cells": row, "head": row[0], "rest": row[1:]} for row in cells)
    return (passage.of_kind("table", columns=columns, rows=whole),)


def _charted_as_table(passage: Passage) -> Retold:
    return (passage.of_kind("table", columns=passage.parts.get("columns", ()), rows=passage.parts.get("cells", ())),)


def _rows_as_list(passage: Passage) -> Retold:
    """Each row of a table as an item: its first cell, and below it what the columns say."""
    columns = [words.text for words in words_in(passage.parts.get("columns", ()))]
    found: list[Mapping[str, Part]] = []
    for row in passage.items("rows"):
        head, *rest = words_in(row.get("cells", ()))
        names = columns[1:] if len(rest) > 1 and len(columns) > len(rest) else [""] * len(rest)
        told = [
            joined((Prose(name), cell), ": ") if name else cell for name, cell in zip(names, rest, strict=False) if cell
        ]
        note = {"note": joined(told, "\n")} if told else {}
        found.append({"head": head, **note} if head or not told else {"head": note["note"]})
    return (passage.of_kind("list", items=tuple(found)),)


def _as_lines(passage: Passage) -> Retold:
    """The list in lines: no layout has a kind of that name, what tells sentences tells it."""
    return (passage.of_kind("lines", items=passage.parts.get("items", ())),)


def _as_turns(passage: Passage) -> Retold:
    return tuple(passage.of_kind("voice", **dict(turn)) for turn in passage.items("turns"))


def _as_sentences(passage: Passage) -> Retold:
    told = [part for name, part in passage.parts.items() if name not in ("heading", "lead", "image")]
    run = passage.run or tuple(sentence for words in words_in(tuple(told)) for sentence in sentences(words))
    parts: dict[str, Part] = {name: part for name, part in passage.parts.items() if name == "heading"}
    if passage.kind == "section":
        parts["lead"] = passage.text("lead")
    return (Passage("sentence", parts, passage.units, passage.weight, run, passage.opens),)


_NEARER: Mapping[str, tuple[Callable[[Passage], Retold], ...]] = {
    "quote": (_as("voice"),),
    "voice": (_as("quote"),),
    "dialog": (_as_turns,),
    "words": (_as_list,),
    "todo": (_as_list,),
    "steps": (_as_list,),
    "timeline": (_as_list,),
    "facts": (_as_list,),
    "list": (_as_lines,),
    "shares": (_as("bars"), _charted_as_table),
    "bars": (_charted_as_table,),
    "comparison": (_compared_as_table,),
    "table": (_rows_as_list,),
}
