"""A script's text as a tree of positioned nodes, with author text that only looks like YAML read as it is meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any, Literal, NamedTuple

import yaml
from msgspec import Struct

from cardnews.errors import Finding, Place, finding, shortened, sort_findings
from cardnews.source.comments import Comments
from cardnews.source.mend import Line, Lines, place_at
from cardnews.source.repair import MAX_DEPTH, settle, spot
from cardnews.source.text import tidy

Style = Literal["plain", "quoted", "block"]
MAX_ALIASED = 1_000
_ROUND_QUOTES = "“”‘’＂"
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")


class Written(NamedTuple):
    """A scalar as YAML read it from `lines`: what its characters' places are found by, should anybody ask."""

    lines: Lines
    node: yaml.ScalarNode
    row: int
    column: int

    def __eq__(self, other: object) -> bool:
        """Whether the same was written at the same place, whatever else is in the file."""
        return isinstance(other, Written) and self._own() == other._own()

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((self.row, self.column, self.node.value))

    def _own(self) -> tuple[object, ...]:
        end = self.node.end_mark
        own = self.lines[self.row : end.line + 1]
        return self.row, self.column, end.line, end.column, self.node.style, self.node.value, own

    def pieces(self) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
        """Where each line of the value begins, in the value and in the file."""
        lines, node, row, column = self.lines, self.node, self.row, self.column
        block = node.style in ("|", ">")
        last = min(node.end_mark.line, len(lines) - 1)
        starts, origin, offset = [], [], 0
        exact = node.value.split("\n") if node.style == "|" else []
        for number in range(row + block, last + 1):
            text = lines[number].text
            if number > row:
                column = lines[number].indent
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
            origin.append((number + 1, lines[number].column(column) + 1))
        return tuple(starts), tuple(origin)


class Scalar(NamedTuple):
    """A text, as a tuple because there are thousands of them.

    `origin` says where each piece of it, beginning at the same index of `starts`, is in the file; where it is empty,
    `written` finds that out.
    """

    text: str
    at: Place
    style: Style = "plain"
    origin: tuple[tuple[int, int], ...] = ()
    starts: tuple[int, ...] = ()
    written: Written | None = None

    def place_of(self, offset: int) -> Place:
        """Where in the file the character at `offset` of `text` is; for folded and escaped texts at least the line."""
        starts, origin = self.starts, self.origin
        if self.written is not None:
            starts, origin = self.written.pieces()
        index = bisect_right(starts, max(offset, 0)) - 1
        if index < 0:
            return self.at
        line, column = origin[index]
        return Place(self.at.path, line, column + max(offset, 0) - starts[index])


class Sequence(Struct, frozen=True):
    """A list; `source` is its text as written where it is in brackets, `end` the first line behind it (0: unknown)."""

    items: tuple[Node, ...]
    at: Place
    source: str = ""
    end: int = 0


class Entry(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: Node


class Mapping(Struct, frozen=True):
    """Keys and values in the order of the file, each key once; `source` as in `Sequence`."""

    entries: tuple[Entry, ...]
    at: Place
    source: str = ""


Node = Scalar | Sequence | Mapping


def read_nodes(text: str, shown: str, comments: bool = True) -> tuple[Node | None, tuple[Finding, ...]]:
    """The tree of the script `text`, None where there is nothing to read, and all that is wrong with it.

    Words that a `#` has made a comment of are looked for unless `comments` is off.
    """
    text, stray = tidy(text, shown)
    raw = tuple(text.split("\n"))
    root, lines, found = settle(tuple(Line(line) for line in raw), shown)
    if root is None:
        return None, sort_findings((*stray, *found))
    builder = _Builder(lines, raw, shown)
    tree = builder.node(root, 0)
    lost = Comments(root, lines, raw, shown).findings() if comments else ()
    return tree, sort_findings((*stray, *found, *builder.found, *lost))


class _Builder:
    """PyYAML's tree as ours."""

    def __init__(self, lines: Lines, raw: tuple[str, ...], shown: str) -> None:
        self.lines, self.raw, self.shown = lines, raw, shown
        self.found: list[Finding] = []
        self.seen: set[int] = set()
        self.active: set[int] = set()
        self.aliased = 0
        # What few scripts have is looked for only in those.
        text = "\n".join([line.text for line in lines])
        self.aliases = "*" in text
        self.properties = "!" in text or "&" in text
        self.mended = any(line.lead or line.added for line in lines)

    def node(self, node: yaml.Node, depth: int) -> Node:
        if isinstance(node, yaml.ScalarNode) and not self.aliases and depth <= MAX_DEPTH:
            return self.scalar(node)
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
        if self.properties and not again:
            line, column = spot(node.start_mark, self.lines)
            if (start := self.lines[line].text[column:]).startswith("!"):
                self.found.append(finding("tag-ignored", place, what=shortened(start.split()[0])))
        self.active.add(id(node))
        source = self.source(node) if isinstance(node, yaml.CollectionNode) and node.flow_style else ""
        result: Node
        if isinstance(node, yaml.SequenceNode):
            items = tuple([self.node(item, depth + 1) for item in node.value])
            result = Sequence(items, place, source, self.behind(node.end_mark))
        else:
            result = Mapping(tuple(self.entries(node, depth)), place, source)
        self.active.discard(id(node))
        return result

    def entries(self, node: Any, depth: int) -> list[Entry]:
        entries: list[Entry] = []
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
                name, at = shortened(key.text), first[key.text]
                self.found.append(finding("duplicate-key", key.at, key=name, first=at.line, column=at.column))
                continue
            first[key.text] = key.at
            if key.text[:1] in _ROUND_QUOTES and key.style == "plain" and key.text:
                self.found.append(finding("syntax-fullwidth", key.at, what=shortened(key.text)))
                key = key._replace(text=key.text.strip(_ROUND_QUOTES))
            entries.append(Entry(key, self.node(value_node, depth + 1)))
        return entries

    def place(self, mark: yaml.Mark) -> Place:
        return place_at(mark.line, mark.column, self.lines, self.shown)

    def behind(self, mark: yaml.Mark) -> int:
        """The first line behind what ends at `mark`: a list in lines ends where the next words begin."""
        row = min(mark.line, len(self.lines) - 1)
        inside = mark.line == row and bool(self.lines[row].text[: mark.column].strip())
        return mark.line + (2 if inside else 1)

    def source(self, node: yaml.Node) -> str:
        begin, end = self.place(node.start_mark), self.place(node.end_mark)
        if begin.line == end.line:
            return self.raw[begin.line - 1][begin.column - 1 : end.column - 1]
        middle = self.raw[begin.line : end.line - 1]
        return "\n".join(
            (self.raw[begin.line - 1][begin.column - 1 :], *middle, self.raw[end.line - 1][: end.column - 1])
        )

    def scalar(self, node: yaml.ScalarNode) -> Scalar:
        mark = node.start_mark
        row, column = mark.line, mark.column
        if row >= len(self.lines):
            return Scalar(node.value, self.place(mark))
        if self.properties and (skipped := _PROPERTIES.match(self.lines[row].text, column)):
            column = skipped.end()
        place = Place(self.shown, row + 1, (self.lines[row].column(column) if self.mended else column) + 1)
        style: Style = "plain"
        quote = node.style
        if quote in ("|", ">"):
            style = "block"
        elif quote:
            if self.raw[row][place.column - 1 : place.column] == quote:
                style = "quoted"
            column += 1
        return Scalar(node.value, place, style, (), (), Written(self.lines, node, row, column))
