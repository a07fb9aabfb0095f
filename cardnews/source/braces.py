"""Mappings in braces, whose commas end a value to YAML and may be the text's to an author."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain

from cardnews.errors import nearest
from cardnews.source.nodes import Entry, Mapping, Scalar


def whole_texts(node: Mapping, names: Collection[str]) -> tuple[Entry, ...]:
    """The entries of a mapping in braces that takes `names`, where YAML reads `value: 1,234` or `place: first floor,
    room 2` as two: a key without a value that neither is nor resembles a name belongs to the plain text before it."""
    entries: list[Entry] = []
    behind: list[list[str]] = []  # the pieces of text that belong to each of the entries
    at = 0
    for entry in node.entries:
        name, before = entry.key.text, entries[-1].value if entries else None
        at = max(at, node.source.find(name, at))
        meant = name.partition("：")[0].strip()  # the field, where its colon is a full-width one
        bare = isinstance(entry.value, Scalar) and not entry.value.text and meant not in names
        if bare and isinstance(before, Scalar) and before.style == "plain" and nearest(name, names) is None:
            behind[-1] += "," if node.source[at - 1 : at] == "," else ", ", name
        else:
            entries.append(entry)
            behind.append([])
    return tuple(map(_joined, entries, behind))


def _joined(entry: Entry, behind: list[str]) -> Entry:
    if not behind or not isinstance(entry.value, Scalar):
        return entry
    return entry._replace(value=Scalar("".join(chain((entry.value.text,), behind)), entry.value.at))
