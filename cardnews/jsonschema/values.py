"""Schemas of single values: text, names, sizes, switches. What YAML takes for a number is a text to scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from cardnews.errors import Language
from cardnews.jsonschema.words import Schema
from cardnews.schema import FALSE, TRUE

LANGUAGES: tuple[Language, ...] = ("en", "ko")
LISTS = ("array", "object")


def reference(name: str) -> Schema:
    """A reference to one of `$defs`."""
    return {"$ref": f"#/$defs/{name}"}


def either(*schemas: Schema) -> Schema:
    """Any of `schemas`."""
    return {"anyOf": [*schemas]}


def titled(schema: Schema) -> Schema:
    """`schema` with its title also on what its lists hold: editors call a new item by that."""
    items = (branch.get("items") for branch in schema.get("anyOf", ()))
    for item in items:
        for branch in item.get("anyOf", ()) if item else ():
            if "$ref" not in branch:
                branch.setdefault("title", schema["title"])
    return schema


def scalar(*, most: int | None = None, pattern: str = "", empty: bool = False, message: str = "") -> tuple[Schema, ...]:
    """Alternatives for a text: what YAML reads as a text or a number, and what else it makes of single words.

    Truth values (and nothing at all, where it may be `empty`) are let in by what they are not: an editor would else
    suggest `true`, `false` and `null` wherever text belongs.
    """
    text: Schema = {"type": ["string", "number"]}
    if most is not None:
        text["maxLength"] = most
    if pattern:
        text["pattern"] = pattern
    if message:
        text["errorMessage"] = message
    if pattern:
        return (text,)
    return (text, {"not": {"type": ["string", "number", *LISTS, *([] if empty else ["null"])]}})


def one_of(options: Sequence[tuple[Any, str]], accepted: Iterable[str]) -> Schema:
    """One of some names: `options` are suggested, each with what it means, and every name `accepted` may be written."""
    known = [option for option, _ in options]
    enum: Schema = {"enum": known}
    if any(meaning for _, meaning in options):
        enum["enumDescriptions"] = [meaning for _, meaning in options]
    others = [name for name in dict.fromkeys(accepted) if name not in known]
    if not others:
        return enum
    return either(enum, {"type": "string", "pattern": exactly(others)})


def exactly(names: Iterable[str]) -> str:
    """A pattern that one of `names` matches, and nothing else; engines of JSON Schema differ in what `\\w` is."""
    return f"^(?:{'|'.join(map(escaped, names))})$"


def escaped(text: str) -> str:
    """`text` in a pattern; `re.escape` also escapes what must not be escaped in a pattern of Unicode ECMAScript."""
    return re.sub(r"[\\^$.*+?()[\]{}|/]", r"\\\g<0>", text)


def any_case(words: Iterable[str]) -> str:
    """A pattern for `words` in capital and small letters."""
    folded = ("".join(f"[{c.lower()}{c.upper()}]" if c.lower() != c.upper() else c for c in word) for word in words)
    return f"(?:{'|'.join(sorted(folded))})"


def flag(korean: bool) -> Schema:
    """A switch."""
    words = {"type": "string", "pattern": f"^{any_case((*TRUE, *FALSE))}$"}
    if not korean:
        return either({"type": "boolean"}, words)
    suggested = [next(word for word in group if not word.isascii()) for group in (TRUE, FALSE)]
    return either({"enum": suggested}, words, {"not": {"type": ["string", "number", "null", *LISTS]}})


def typed(name: str) -> Any:
    """What YAML makes of a name that is written without quotes."""
    if re.fullmatch(r"[-+]?\d+", name) and not re.fullmatch(r"[-+]?0\d+", name):
        return int(name)
    return name
