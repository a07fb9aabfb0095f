"""Whether a tidied script says what it said: every value, every slide in its order, every mistake, every comment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from cardnews.errors import Severity
from cardnews.library import Shelf
from cardnews.reader import SCRIPT_KEYS, load_script
from cardnews.script import Script
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.source.nodes import Node, Scalar, read_nodes

_APART = frozenset({"place", "node", "findings"})  # what may differ: where things stand


class Reading(Struct, frozen=True):
    """A script as the reader sees it: its tree, and its values with what the reader found."""

    node: Node | None
    script: Script

    @property
    def texts(self) -> frozenset[tuple[int, int]]:
        """Line and column of what looks like YAML and was read as text."""
        found = (item.place for item in self.script.findings if item.rule == "read-as-text")
        return frozenset((place.line, place.column) for place in found)


def read(text: str, shown: str, folder: Path, shelf: Shelf) -> Reading:
    """Read `text` as the script of `folder`, with the slides that it skips."""
    data = text.encode("utf-8", "surrogatepass")
    return Reading(read_nodes(text, shown)[0], load_script(folder / "script.yaml", shelf, shown, data=data, every=True))


def differing(old: Reading, new: Reading, kept: Collection[int] = ()) -> frozenset[int] | None:
    """The numbers of the slides that are not the same in both; None where anything else is not.

    Of the slides that were `kept` as they are, only the values are compared.
    """
    if len(old.script.slides) != len(new.script.slides) or _other(old.script) != _other(new.script):
        return None
    was, now = _plain(old.node, old.texts), _plain(new.node, frozenset())
    before, after = _slides(was), _slides(now)
    if _settings(was) != _settings(now) or len(before) != len(after):
        return None
    pairs = enumerate(zip(before, after, strict=True), 1)
    numbers = {number for number, (one, two) in pairs if number not in kept and one != two}
    both = zip(old.script.slides, new.script.slides, strict=True)
    numbers |= {one.number for one, two in both if _bare(one) != _bare(two)}
    worse = _mistakes(new) - _mistakes(old)
    lost = _errors(old) - _errors(new)
    numbers |= {slide for _, slide in (*worse, *lost) if slide is not None}
    return None if any(slide is None for _, slide in (*worse, *lost)) else frozenset(numbers)


def _mistakes(reading: Reading) -> Counter[tuple[str, int | None]]:
    return Counter((item.rule, item.slide) for item in reading.script.findings if item.severity is not Severity.INFO)


def _errors(reading: Reading) -> Counter[tuple[str, int | None]]:
    return Counter((item.rule, item.slide) for item in reading.script.findings if item.severity is Severity.ERROR)


def _plain(node: Node | None, texts: frozenset[tuple[int, int]]) -> Any:
    """The tree without places; what stands at one of `texts` is the text it was read as."""
    if node is None or isinstance(node, Scalar):
        return None if node is None else node.text
    if (node.at.line, node.at.column) in texts:
        if node.source:
            return node.source
        if isinstance(node, MappingNode) and len(node.entries) == 1 and isinstance(node.entries[0].value, Scalar):
            return f"{node.entries[0].key.text}: {node.entries[0].value.text}"
    if isinstance(node, MappingNode):
        return {entry.key.text: _plain(entry.value, texts) for entry in node.entries}
    return [_plain(item, texts) for item in node.items]


def _slides(tree: Any) -> Sequence[Any]:
    if isinstance(tree, dict):
        tree = next((value for key, value in tree.items() if SCRIPT_KEYS.get(key) == "slides"), None)
    return tree if isinstance(tree, list) else []


def _settings(tree: Any) -> Any:
    if not isinstance(tree, dict):
        return None if isinstance(tree, list) else tree
    slides = _slides(tree)
    return {key: value for key, value in tree.items() if value is not slides}


def _other(script: Script) -> Any:
    return [(name, value) for name, value in _parts(script) if name != "slides"]


def _bare(value: Any) -> Any:
    """A value without the places in it."""
    if isinstance(value, Mapping):
        return {key: _bare(item) for key, item in value.items()}
    if isinstance(value, tuple | list) and not isinstance(value, Scalar):
        return [_bare(item) for item in value]
    return list(_parts(value)) if isinstance(value, Struct) else value


def _parts(value: Struct) -> Iterator[tuple[str, Any]]:
    for name in value.__struct_fields__:
        if name not in _APART:
            yield name, _bare(getattr(value, name))
