"""A script's text as a tree of positioned nodes, with author text that only looks like YAML read as it is meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

import yaml

from cardnews.comments import Comments
from cardnews.errors import Finding, Place, finding, sort_findings
from cardnews.mend import Line, Lines, place_at
from cardnews.repair import MAX_DEPTH, settle, spot
from cardnews.source import tidy

Style = Literal["plain", "quoted", "block"]
MAX_ALIASED = 1_000
_ROUND_QUOTES = "“”‘’＂"
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; `origin` says where each piece of it, beginning at the same index of `starts`, is in the file."""

    text: str
    at: Place
    style: Style = "plain"
    origin: tuple[tuple[int, int], ...] = ()
    starts: tuple[int, ...] = ()

    def place_of(self, offset: int) -> Place:
        """Where in the file the character at `offset` of `text` is; for folded and escaped texts at least the line."""
        index = bisect_right(self.starts, max(offset, 0)) - 1
        if index < 0:
            return self.at
        line, column = self.origin[index]
        return Place(self.at.path, line, column + max(offset, 0) - self.starts[index])


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `source` is its text as written where it is in brackets."""

    items: tuple[Node, ...]
    at: Place
    source: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file, each key once; `source` as in `Sequence`."""

    entries: tuple[Entry, ...]
    at: Place
    source: str = ""


Node = Scalar | Sequence | Mapping


def read_nodes(text: str, shown: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """The tree of the script `text`, None where there is nothing to read, and all that is wrong with it."""
    text, stray = tidy(text, shown)
    raw = tuple(text.split("\n"))
    root, lines, found = settle(tuple(Line(line) for line in raw), shown)
    if root is None:
        return None, sort_findings((*stray, *found))
    builder = _Builder(lines, raw, shown)
    tree = builder.node(root, 0)
    return tree, sort_findings((*stray, *found, *builder.found, *Comments(root, lines, raw, shown).findings()))


def _in_brackets(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


class _Builder:
    """PyYAML's tree as ours."""

    def __init__(self, lines: Lines, raw: tuple[str, ...], shown: str) -> None:
        self.lines, self.raw, self.shown = lines, raw, shown
        self.found: list[Finding] = []
        self.seen: set[int] = set()
        self.active: set[int] = set()
        self.aliased = 0

    def node(self, node: yaml.Node, depth: int) -> Node:
        place = self.place(node.start_mark)
        again = id(node) in self.seen
        self.aliased += again
        rule = "alias-cycle" if id(node) in self.active else "alias-limit" if self.aliased > MAX_ALIASED else ""
        rule = rule or ("nesting-limit" if depth > MAX_DEPTH else "")
        if rule:
            if all(item.rule != rule for item in self.found):
                self.found.append(finding(rule, place, limit=MAX_ALIASED, depth=MAX_DEPTH))
            return Scalar("", place)
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        line, column = spot(node.start_mark, self.lines)
        if (start := self.lines[line].text[column:]).startswith("!") and not again:
            self.found.append(finding("tag-ignored", place, what=start.split()[0]))
        self.active.add(id(node))
        source = self.source(node) if _in_brackets(node) else ""
        result: Node
        if isinstance(node, yaml.SequenceNode):
            result = Sequence(tuple(self.node(item, depth + 1) for item in node.value), place, source)
        else:
            result = Mapping(tuple(self.entries(node, depth)), place, source)
        self.active.discard(id(node))
        return result

    def entries(self, node: Any, depth: int) -> Iterator[Entry]:
        first: dict[str, Place] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.found.append(finding("key-not-text", self.place(key_node.start_mark)))
                continue
            key = self.scalar(key_node)
            if key.text == "<<" and key.style == "plain":
                self.found.append(finding("merge-key", key.at))
                continue
            if key.text in first:
                self.found.append(
                    finding(
                        "duplicate-key", key.at, key=key.text, first=first[key.text].line, column=first[key.text].column
                    )
                )
                continue
            first[key.text] = key.at
            if key.style == "plain" and key.text.startswith(tuple(_ROUND_QUOTES)):
                self.found.append(finding("syntax-fullwidth", key.at, what=key.text))
                key = replace(key, text=key.text.strip(_ROUND_QUOTES))
            yield Entry(key, self.node(value_node, depth + 1))

    def place(self, mark: yaml.Mark) -> Place:
        return place_at(mark.line, mark.column, self.lines, self.shown)

    def source(self, node: yaml.Node) -> str:
        begin, end = self.place(node.start_mark), self.place(node.end_mark)
        if begin.line == end.line:
            return self.raw[begin.line - 1][begin.column - 1 : end.column - 1]
        middle = self.raw[begin.line : end.line - 1]
        return "\n".join(
            (self.raw[begin.line - 1][begin.column - 1 :], *middle, self.raw[end.line - 1][: end.column - 1])
        )

    def scalar(self, node: yaml.ScalarNode) -> Scalar:
        if node.start_mark.line >= len(self.lines):
            return Scalar(node.value, self.place(node.start_mark))
        row, column = node.start_mark.line, node.start_mark.column
        text = self.lines[row].text
        if skipped := _PROPERTIES.match(text, column):
            column = skipped.end()
        place = place_at(row, column, self.lines, self.shown)
        raw = self.raw[place.line - 1]
        style: Style = "plain"
        if node.style in ("|", ">"):
            style = "block"
        elif node.style in ("'", '"') and raw[place.column - 1 : place.column] == node.style:
            style, column = "quoted", column + 1
        elif node.style in ("'", '"'):
            column += 1
        starts, origin = self.pieces(node, row, column)
        return Scalar(node.value, place, style, origin, starts)

    def pieces(
        self, node: yaml.ScalarNode, row: int, column: int
    ) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
        """Where each line of the value begins, in the value and in the file."""
        block = node.style in ("|", ">")
        last = min(node.end_mark.line, len(self.lines) - 1)
        starts, origin, offset = [], [], 0
        exact = node.value.split("\n") if node.style == "|" else []
        for number in range(row + block, last + 1):
            text = self.lines[number].text
            if number > row:
                column = self.lines[number].indent
            if number == node.end_mark.line:
                text = text[: node.end_mark.column - (1 if node.style in ("'", '"') else 0)]
            words = text[column:].strip()
            if node.style == "'":
                words = words.replace("''", "'")
            if exact:
                index = number - row - 1
                if index >= len(exact):
                    break
                column = max(len(text) - len(exact[index]), 0)
                starts.append(offset)
                offset += len(exact[index]) + 1
            elif words or number == row:
                at = node.value.find(words, offset, offset + len(words) + 200)
                offset = max(at, offset)
                starts.append(offset)
                offset += len(words) if at >= 0 else 0
            else:
                continue
            place = place_at(number, column, self.lines, self.shown)
            origin.append((place.line, place.column))
        return tuple(starts), tuple(origin)
