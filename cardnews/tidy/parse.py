"""From the lines of a script to what is written in them, comments included."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec.structs import replace

from cardnews.source.mend import Lines
from cardnews.tidy.tree import Alias, Flow, Group, Item, Listing, Page, Pair, Text, Written
from cardnews.tidy.trivia import Trivia

_MARKS = re.compile(r"(?:[&!]\S*\s*)+")
_SPACE = re.compile(r"(?:\s|#[^\n]*)*")
_DASH = re.compile(r"(?:\s|#[^\n]*)*-")
_COMMENT = re.compile(r"(?<!\S)#[^\n]*")
_BETWEEN = re.compile(r"[\s,:\[\]{}]*")
_END = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_START = (yaml.MappingStartEvent, yaml.SequenceStartEvent)


class UnusualError(Exception):
    """The script is written in a way that has no tidy form here, though it can be read."""


def parse(lines: Lines) -> Page:
    """What is written in `lines`, mended so that YAML reads them.

    Raises:
        UnusualError: for what is not worth taking apart: directives, keys of several lines.
    """
    return _Parser([line.text for line in lines]).page()


class _Parser:
    """Walks along the events of YAML. `ancestors` are the columns of the lists and groups that are open."""

    def __init__(self, lines: list[str]) -> None:
        self.text = "\n".join(lines)
        self.events: deque[Any] = deque(yaml.parse(self.text, Loader=yaml.CBaseLoader))
        self.trivia = Trivia(lines, self._texts())

    def _texts(self) -> Iterator[tuple[int, int]]:
        for event in self.events:
            if isinstance(event, yaml.AliasEvent):
                yield _began(event), _ended(event)[1]
            elif isinstance(event, yaml.ScalarEvent):
                start, end = self._behind_marks(event), _ended(event)[1]
                if event.style in ("|", ">"):
                    # What follows the sign of a block may be a comment, what stands below it is text.
                    start = self.text.find("\n", start, end)
                if start >= 0:
                    yield start, end

    def page(self) -> Page:
        self.events.popleft()
        start = self.events.popleft()
        if isinstance(start, yaml.StreamEndEvent) or start.version or start.tags:
            raise UnusualError
        trivia = self.trivia
        head: tuple[str, ...] = ()
        if start.explicit:
            head = trivia.above(start.start_mark.line)
            trivia.reach(*_ended(start))
            if self._row() == trivia.here[0] or trivia.here[0] in trivia.comments:
                raise UnusualError
        brackets = not self._is_block()
        above = trivia.above(self._row()) if brackets else ()
        root = self._node(())
        beside = trivia.beside() if brackets else ""
        every = tuple(comment.text for comment in trivia.comments.values())
        return Page(root, head, bool(start.explicit), above, beside, trivia.above(len(trivia.lines)), every)

    # -- where things are ------------------------------------------------------------------------------------------

    def _row(self) -> int:
        """The row of the next event."""
        return int(self.events[0].start_mark.line)

    def _is_block(self) -> bool:
        return isinstance(self.events[0], _START) and not self.events[0].flow_style

    def _behind_marks(self, event: Any) -> int:
        """Where what an anchor and a tag belong to begins."""
        start = _began(event)
        match = _MARKS.match(self.text, start) if event.anchor is not None or event.tag is not None else None
        return match.end() if match else start

    def _marks(self, event: Any) -> str:
        return " ".join(self.text[_began(event) : self._behind_marks(event)].split())

    def _foot(self, column: int, ancestors: tuple[int, ...]) -> tuple[str, ...]:
        """The comments that stand as deep as what ends here, and deeper than what follows it."""
        closing = 0
        while isinstance(self.events[closing], _END):
            closing += 1
        follows = self.events[closing]
        if isinstance(follows, yaml.DocumentEndEvent):
            return self.trivia.foot(column, -1, len(self.trivia.lines))
        return self.trivia.foot(column, ancestors[-1 - closing], follows.start_mark.line)

    # -- nodes -----------------------------------------------------------------------------------------------------

    def _node(self, ancestors: tuple[int, ...]) -> Written:
        event = self.events.popleft()
        if isinstance(event, yaml.AliasEvent):
            self.trivia.reach(*_ended(event))
            return Alias(self.text[_began(event) : _ended(event)[1]])
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if event.flow_style:
            return self._flow(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._listing(event, ancestors)
        return self._group(event, ancestors)

    def _scalar(self, event: Any) -> Text:
        start, (row, end) = self._behind_marks(event), _ended(event)
        at = self.trivia.place(start)
        self.trivia.reach(row, end)
        if event.style in ("|", ">"):
            last = row - (event.end_mark.column == 0)
            while last > at[0] and not self.trivia.lines[last].strip():
                last -= 1
            if event.style == "|" and event.value.strip("\n"):  # whose last line may be of spaces
                last = at[0] + event.value.rstrip("\n").count("\n") + 1
            self.trivia.here, self.trivia.until = (at[0], start), (last, end)
        return Text(event.value, event.style or "", self.text[start:end], self._marks(event), at)

    def _group(self, event: Any, ancestors: tuple[int, ...]) -> Group:
        first = _SPACE.match(self.text, self._behind_marks(event))
        assert first is not None
        at = self.trivia.place(first.end())
        pairs: list[Pair] = []
        while not isinstance(self.events[0], _END):
            below, above = self.trivia.between_entries(self._row()) if pairs else ((), self.trivia.above(self._row()))
            pairs[-1:] = [replace(pair, below=below) for pair in pairs[-1:]]
            pairs.append(self._pair(above, (*ancestors, at[1])))
        self.events.popleft()
        return Group(tuple(pairs), self._marks(event), self._foot(at[1], ancestors), at)

    def _pair(self, above: tuple[str, ...], ancestors: tuple[int, ...]) -> Pair:
        trivia = self.trivia
        key = self._node(ancestors)
        if not isinstance(key, Text) or key.sign in ("|", ">") or "\n" in key.source:
            raise UnusualError
        if self._is_block():
            beside = trivia.beside()
            return Pair(key, self._node(ancestors), above, beside)
        beside = ""
        if self._row() > trivia.here[0]:
            beside = trivia.beside()
            above = (*above, *filter(None, trivia.above(self._row())))
        value = self._node(ancestors)
        behind = trivia.beside()
        if beside and behind:
            above = (*above, beside.strip())
        return Pair(key, value, above, behind or beside)

    def _listing(self, event: Any, ancestors: tuple[int, ...]) -> Listing:
        column = self.trivia.place(self._dash(self._behind_marks(event)))[1]
        items: list[Item] = []
        while not isinstance(self.events[0], _END):
            dash = self._dash(self.trivia.here[1] if items else self._behind_marks(event))
            row = self.trivia.place(dash)[0]
            below, above = self.trivia.between_entries(row) if items else ((), self.trivia.above(row))
            items[-1:] = [replace(item, below=below) for item in items[-1:]]
            above = (*above, *self.trivia.above(self._row()))
            block = self._is_block()
            value = self._node((*ancestors, column))
            beside = "" if block else self.trivia.beside()
            items.append(Item(value, above, beside, (), (row, self.trivia.here[0] + 1)))
        self.events.popleft()
        return Listing(tuple(items), self._marks(event), self._foot(column, ancestors))

    def _dash(self, index: int) -> int:
        match = _DASH.match(self.text, index)
        if match is None:
            raise UnusualError
        return match.end() - 1

    # -- brackets --------------------------------------------------------------------------------------------------

    def _flow(self, event: Any) -> Flow:
        """What stands in brackets. A comment in it stays with the item before it in its line, or after it in the
        next."""
        trivia, start = self.trivia, self._behind_marks(event)
        trivia.reach(trivia.place(start)[0], start + 1)
        rigid = self.text[start : start + 1] not in ("[", "{")  # `[a: b]` implies a group
        commented = False
        parts: list[Item] = []
        below = trivia.beside(self._next()).strip()
        while True:
            follows, last = self.events[0], self.trivia.here[1]
            rigid = rigid or not _BETWEEN.fullmatch(_COMMENT.sub("", self.text[last : _began(follows)]))
            above = (*filter(None, [below]), *filter(None, trivia.above(self._row())))
            if isinstance(follows, _END):
                trivia.reach(*_ended(self.events.popleft()))
                break
            value = self._node(())
            beside = trivia.beside(self._next())
            match value:
                case Text():
                    rigid = rigid or bool(value.marks) or (not value.value and not value.sign)
                case Flow():
                    rigid = rigid or value.rigid or bool(value.marks)
                    commented = commented or value.commented
                case _:
                    rigid = True
            parts.append(Item(value, above, beside))
            commented, below = commented or bool(above or beside), ""
        commented = commented or bool(above)
        inner = self._entries(parts, above, isinstance(event, yaml.MappingStartEvent))
        if inner is None or (commented and not parts):
            rigid, inner = True, Listing(tuple(parts))
        source = self.text[start : trivia.here[1]]
        return Flow(inner, source, rigid, commented, self._marks(event), trivia.place(start))

    def _next(self) -> int:
        return _began(self.events[0])

    def _entries(self, parts: list[Item], foot: tuple[str, ...], paired: bool) -> Group | Listing | None:
        """The parts of brackets as a list or a group; None where a comment stands between a key and its value."""
        if not paired:
            return Listing(tuple(parts), "", foot)
        pairs: list[Pair] = []
        for key, value in zip(parts[0::2], parts[1::2], strict=True):
            if not isinstance(key.value, Text) or "\n" in key.value.source:
                raise UnusualError
            if key.beside or value.above:
                return None
            pairs.append(Pair(key.value, value.value, key.above, value.beside))
        return Group(tuple(pairs), "", foot)


def _began(event: Any) -> int:
    """The index where an event begins."""
    return int(event.start_mark.index)


def _ended(event: Any) -> tuple[int, int]:
    """Row and index behind an event."""
    return event.end_mark.line, event.end_mark.index
