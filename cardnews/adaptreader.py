"""Reading adaptations: `adapt` of layouts and themes, `vary` of repetitions, and their conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from cardnews.adaptation import ITEM_WORDS, SIZE_KEYS, Adaptation, Condition
from cardnews.errors import nearest
from cardnews.schema import Checker, same
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.source.nodes import Node, Scalar, Sequence

_OWN = ("when", "tight")  # keys of an adaptation that are no boxes
ChangesReader = Callable[[Node, Checker], Mapping[str, object]]


def read_adaptations(
    node: Node, checker: Checker, changes_of: ChangesReader, keys: Iterable[str] = SIZE_KEYS
) -> tuple[Adaptation, ...]:
    """An `adapt` or `vary` list: conditions with any of `keys`, and changes by box id, in file order."""
    if not isinstance(node, Sequence):
        checker.report("wrong-type", node.at, what="adapt", expected="list", found="mapping")
        return ()
    adaptations: list[Adaptation] = []
    for item in node.items:
        if not isinstance(item, MappingNode):
            checker.report("wrong-type", item.at, what="adapt", expected="mapping", found="text")
            continue
        when, tight = Condition(), 0
        changes: list[tuple[str, Mapping[str, object]]] = []
        for entry in item.entries:
            if entry.key.text == "when":
                when = read_condition(entry.value, checker, keys)
            elif entry.key.text == "tight":
                tight = int(checker.ranged(entry.value, "tight", 0, 20) or 0)
            elif isinstance(entry.value, Scalar) and nearest(entry.key.text, _OWN):
                checker.unknown("unknown-key", entry.key.at, entry.key.text, _OWN)
            else:
                changes.append((entry.key.text, changes_of(entry.value, checker)))
        adaptations.append(Adaptation(when, tight, tuple(changes)))
    return tuple(adaptations)


def read_condition(node: Node, checker: Checker, keys: Iterable[str] = SIZE_KEYS) -> Condition:
    """A `when` mapping."""
    entries = checker.entries(node, same(keys), "when") or {}

    def texts(key: str) -> tuple[str, ...]:
        return checker.texts(entries[key].value, key) if key in entries else ()

    def ranges(key: str) -> tuple[tuple[str, int, int], ...]:
        if key not in entries or not isinstance(entries[key].value, MappingNode):
            return ()
        found = []
        mapping = entries[key].value
        assert isinstance(mapping, MappingNode)
        for entry in mapping.entries:
            bounds = checker.entries(entry.value, same(("min", "max")), key) or {}
            low = checker.number(bounds["min"].value, "min") if "min" in bounds else 0
            high = checker.number(bounds["max"].value, "max") if "max" in bounds else 1_000_000
            found.append((entry.key.text, int(low or 0), int(high or 0)))
        return tuple(found)

    equal: tuple[tuple[str, str], ...] = ()
    if "is" in entries and isinstance(mapping := entries["is"].value, MappingNode):
        equal = tuple((entry.key.text, checker.text(entry.value, "is") or "") for entry in mapping.entries)
    return Condition(
        texts("size"),
        texts("has"),
        texts("none"),
        equal,
        ranges("chars"),
        ranges("count"),
        texts("card"),
        texts("ground"),
        _known(entries["item"].value, checker) if "item" in entries else (),
    )


def _known(node: Node, checker: Checker) -> tuple[str, ...]:
    words = checker.texts(node, "item")
    for word in words:
        if word not in ITEM_WORDS:
            checker.unknown("unknown-choice", node.at, word, ITEM_WORDS)
    return tuple(word for word in words if word in ITEM_WORDS)
