"""Comments and empty lines: where they are, and what they belong to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, takewhile

from msgspec import Struct

_COMMENT = re.compile(r"(?<!\S)#[^\n]*")
_ITEM = re.compile(r"#\s*-\s")


class Comment(Struct, frozen=True):
    """A comment, `alone` in its line or behind something; rows, columns and indices from 0."""

    index: int
    row: int
    column: int
    text: str
    alone: bool

    @property
    def end(self) -> int:
        return self.index + len(self.text)


class Trivia:
    """Hands out, in their order, the comments and empty lines around what is read.

    `here` is the row and the index where what was read last has ended; `until` the same for a block of text, whose
    first line alone can have a comment behind it.
    """

    def __init__(self, lines: Sequence[str], texts: Iterable[tuple[int, int]]) -> None:
        self.lines = lines
        self.begins = [0, *accumulate(len(line) + 1 for line in lines)]
        self.comments = {comment.row: comment for comment in self._found("\n".join(lines), texts)}
        self.here = self.until = (-1, 0)

    def _found(self, text: str, texts: Iterable[tuple[int, int]]) -> Iterator[Comment]:
        """What begins with `#` outside of `texts`, which are begin and end of each of them."""
        last = 0
        for start, end in (*texts, (len(text), len(text))):
            for match in _COMMENT.finditer(text, last, start):
                row, column = self.place(match.start())
                alone = not self.lines[row][:column].strip()
                yield Comment(match.start(), row, column, match[0].rstrip(), alone)
            last = end

    def place(self, index: int) -> tuple[int, int]:
        """Row and column of a character."""
        row = bisect_right(self.begins, index) - 1
        return row, index - self.begins[row]

    def reach(self, row: int, index: int) -> None:
        """Go on behind what ends there."""
        self.here = self.until = row, index

    def above(self, row: int) -> tuple[str, ...]:
        """The comments and empty lines before `row`."""
        found: list[str] = []
        for number in range(self.here[0] + 1, row):
            comment = self.comments.get(number)
            if comment is not None:
                found.append(comment.text)
            elif not self.lines[number].strip() and found[-1:] != [""]:
                found.append("")
        self.reach(max(self.here[0], row - 1), self.here[1])
        return tuple(found)

    def between_entries(self, row: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The comments below what was read last, set apart from what follows by an empty line, and the lines above
        that."""
        found = self.above(row)
        if found and found[0] and "" in found:
            return found[: found.index("")], found[found.index("") :]
        return (), found

    def beside(self, before: int | None = None) -> str:
        """The comment behind what was read last, in its line and before the index `before`, with the spaces before
        it."""
        row, index = self.here
        comment = self.comments.get(row)
        self.here = self.until
        if comment is None or comment.alone or comment.index < index or (before is not None and comment.index > before):
            return ""
        self.here = self.here[0], max(self.here[1], comment.end)
        words = self.lines[row][: comment.column]
        gap = words[len(words.rstrip()) :]
        return ("  " if "\t" in gap else gap) + comment.text

    def foot(self, column: int, limit: int, row: int) -> tuple[str, ...]:
        """The comments before `row` that stand at least at `column`, and deeper than `limit`."""
        if column == limit:
            return self._shared_foot(row)
        found: list[str] = []
        empty = False
        for number in range(self.here[0] + 1, row):
            comment = self.comments.get(number)
            if comment is None and not self.lines[number].strip():
                empty = True
                continue
            if comment is None or not comment.alone or comment.column < column or comment.column <= limit:
                break
            found += ["", comment.text] if empty else [comment.text]
            empty = False
            self.reach(number, comment.end)
        return tuple(found)

    def _shared_foot(self, row: int) -> tuple[str, ...]:
        """The comments below a list whose dashes stand as deep as the keys around it: those that an empty line sets
        apart from the next key, or that were items."""
        run: list[Comment] = []
        for number in range(self.here[0] + 1, row):
            comment = self.comments.get(number)
            if comment is None or not comment.alone:
                break
            run.append(comment)
        behind = self.here[0] + 1 + len(run)
        if behind >= row or self.lines[behind].strip():
            run = [*takewhile(lambda comment: _ITEM.match(comment.text), run)]
        if run:
            self.reach(run[-1].row, run[-1].end)
        return tuple(comment.text for comment in run)
