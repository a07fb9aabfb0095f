"""Checked values out of a positioned YAML tree: every mistake becomes a finding, and reading goes on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from cardnews.errors import CardnewsError, Finding, Place, finding, nearest
from cardnews.source.nodes import Entry, Node, Scalar, Sequence
from cardnews.source.nodes import Mapping as MappingNode

_Answer = TypeVar("_Answer")
_MOST_SHOWN = 40
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")


@dataclass(slots=True)
class Checker:
    """Collects the findings of one file while its tree is turned into values.

    `slide` and `layout` say which slide is being read, so that its findings name it.
    """

    findings: list[Finding] = field(default_factory=list)
    slide: int | None = None
    layout: str | None = None

    def report(self, rule: str, place: Place, **values: str | int) -> None:
        found = finding(rule, place, slide=self.slide, layout=self.layout)
        pairs = tuple((key, str(value)) for key, value in sorted(values.items()))
        self.findings.append(replace(found, values=pairs))

    def ask(self, question: Callable[[str], _Answer], name: str) -> _Answer | None:
        """The answer to a question about another file, or None with the findings of that file where it is broken."""
        try:
            return question(name)
        except CardnewsError as error:
            self.findings.extend(replace(item, slide=self.slide, layout=self.layout) for item in error.findings)
            return None

    def unknown(self, rule: str, place: Place, name: str, known: Iterable[str]) -> None:
        """Report a name that is none of `known`: with the nearest one, or with the whole list."""
        choices = tuple(dict.fromkeys(known))
        near = nearest(name, choices)
        shown = ", ".join(choices[:_MOST_SHOWN]) + (", …" if len(choices) > _MOST_SHOWN else "")
        self.report(rule if near else f"{rule}-list", place, name=name, near=near or "", known=shown)

    def entries(
        self, node: Node, keys: Mapping[str, str], what: str, unknown: str = "unknown-key"
    ) -> dict[str, Entry] | None:
        """The entries of a mapping by their canonical key; `keys` maps every accepted spelling to it."""
        if not isinstance(node, MappingNode):
            self.report("wrong-type", node.at, what=what, expected="mapping", found=kind_of(node))
            return None
        found: dict[str, Entry] = {}
        for entry in node.entries:
            name = keys.get(entry.key.text)
            if name is None:
                self.unknown(unknown, entry.key.at, entry.key.text, keys)
            elif name in found:
                self.report(
                    "same-key-twice",
                    entry.key.at,
                    name=entry.key.text,
                    other=found[name].key.text,
                    line=found[name].key.at.line,
                )
            else:
                found[name] = entry
        return found

    def text(self, node: Node, what: str) -> str | None:
        if isinstance(node, Scalar):
            return node.text
        self.report("wrong-type", node.at, what=what, expected="text", found=kind_of(node))
        return None

    def number(self, node: Node, what: str) -> float | None:
        if isinstance(node, Scalar) and _NUMBER.fullmatch(node.text.strip()):
            return float(node.text)
        self.report("wrong-type", node.at, what=what, expected="number", found=_shown(node))
        return None

    def flag(self, node: Node, what: str) -> bool | None:
        if isinstance(node, Scalar) and node.text.casefold() in _TRUE | _FALSE:
            return node.text.casefold() in _TRUE
        self.report("wrong-type", node.at, what=what, expected="true-or-false", found=_shown(node))
        return None

    def choice(self, node: Node, what: str, options: Iterable[str]) -> str | None:
        choices = tuple(options)
        if isinstance(node, Scalar) and node.text in choices:
            return node.text
        if isinstance(node, Scalar):
            self.unknown("unknown-choice", node.at, node.text, choices)
        else:
            self.report("wrong-type", node.at, what=what, expected="text", found=kind_of(node))
        return None

    def numbers(self, node: Node, what: str) -> tuple[float, ...] | None:
        """One number or a list of them."""
        values = [self.number(item, what) for item in items_of(node)]
        return None if None in values else tuple(value for value in values if value is not None)

    def texts(self, node: Node, what: str) -> tuple[str, ...]:
        """One text or a list of them."""
        return tuple(text for item in items_of(node) if (text := self.text(item, what)) is not None)


_TRUE = frozenset({"true", "yes", "on", "예", "네"})
_FALSE = frozenset({"false", "no", "off", "아니요", "아니오"})


def items_of(node: Node) -> tuple[Node, ...]:
    """The items of a list; anything else is a list of itself."""
    return node.items if isinstance(node, Sequence) else (node,)


def kind_of(node: Node) -> str:
    """`text`, `list`, `mapping` or `nothing`: catalogue words for what was found."""
    if isinstance(node, Sequence):
        return "list"
    if isinstance(node, MappingNode):
        return "mapping"
    return "text" if node.text.strip() else "nothing"


def _shown(node: Node) -> str:
    return f'"{node.text}"' if isinstance(node, Scalar) and node.text.strip() else kind_of(node)


def same(names: Iterable[str]) -> dict[str, str]:
    """Keys without other spellings."""
    return {name: name for name in names}
