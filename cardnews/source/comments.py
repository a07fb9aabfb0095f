"""Words behind a `#` that an author more likely meant for the card."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

import yaml
from msgspec import Struct

from cardnews.errors import Finding, finding, shortened
from cardnews.source.mend import Lines, place_at, quoted


class _Words(Struct, frozen=True):
    """A scalar as the search for comments needs it: `column` is the one its continuation must be deeper than."""

    start: int
    end: int
    role: str
    column: int = -1
    plain: bool = True
    value: str = ""


_GLUED = re.compile(r"#+[^\s#=*~-]*\w")
_ONLY_TAGS = re.compile(r"(?:#\w+[ \t]*,?[ \t]*)+")
# Lines whose `#` hides no words: comments of their own that are not hashtags throughout, and colors in quotes.
_HARMLESS = re.compile(r"^[ \t]*#(?!\w+[ \t]*(?:,|#|$|[ \t])).*$|^ *[\w-]+: \"#[0-9A-Fa-f]{6}\"$", re.MULTILINE)
_COMMENT = re.compile("#[^\n]*")
_ONE_SPACE = re.compile(r"[^ \t] $")


class Comments:
    """The search for words behind a `#` that an author more likely meant for the card."""

    def __init__(self, root: yaml.Node, lines: Lines, raw: tuple[str, ...], shown: str) -> None:
        self.lines, self.raw, self.shown = lines, raw, shown
        self.text = "\n".join([line.text for line in lines])
        self.begins = [0]
        self.words: list[_Words] = []
        if "#" in self.text and "#" in _HARMLESS.sub("", self.text):
            self.begins = [0, *accumulate(len(line.text) + 1 for line in lines)]
            self.words = sorted(self.scalars(root, "value", -1, set()), key=lambda item: item.start)

    def findings(self) -> Iterator[Finding]:
        stops = [*(item.start for item in self.words[1:]), len(self.text)]
        for item, stop in zip(self.words, stops, strict=False):
            yield from self.behind(item, max(stop, item.end))

    def behind(self, item: _Words, stop: int) -> Iterator[Finding]:
        """What is lost between `item` and the next scalar, which begins at `stop`."""
        lost, bare, last, only_lost = "", "", item.end, True
        for match in _COMMENT.finditer(self.text, item.end, stop):
            bare += self.text[last : match.start()].strip()
            last = match.end()
            row = bisect_right(self.begins, match.start()) - 1
            column = match.start() - self.begins[row]
            before = self.lines[row].text[:column]
            comment = match[0].rstrip()
            same_line = self.begins[row] <= item.end
            open_flow = not re.search(r"[\]}]", bare) and (item.role == "flow" or bool(re.search(r"[\[{]", bare)))
            if before.strip():
                gone = bool(_GLUED.match(comment)) and same_line and (item.role != "key" or open_flow)
            else:
                goes_on = item.role == "value" and item.plain and column > item.column and only_lost and not bare
                gone = bool(_ONLY_TAGS.fullmatch(comment)) and (open_flow or goes_on)
            only_lost = only_lost and gone
            place = place_at(row, column, self.lines, self.shown)
            if gone:
                lost = f"{lost} {comment}".strip()[:200]
                fixed = quoted(comment) if open_flow else self.mended(item, lost)
                yield finding("lost-comment-words", place, words=shortened(comment), fixed=fixed)
            elif same_line and item.role == "value" and item.plain and _ONE_SPACE.search(before) and " " in item.value:
                yield finding("comment-after-text", place, words=shortened(comment))

    def mended(self, item: _Words, lost: str) -> str:
        row = bisect_right(self.begins, item.start) - 1
        head = self.raw[row][: self.lines[row].column(item.start - self.begins[row])].strip()
        return f"{head} {quoted(f'{item.value.strip()} {lost}'.strip())}"

    def scalars(self, node: yaml.Node, role: str, column: int, seen: set[int]) -> Iterator[_Words]:
        if id(node) in seen:
            return
        seen.add(id(node))
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            # What follows the sign of a block may be a comment, what stands below it is text.
            yield _Words(start, start + 1, role, column, False)
            yield _Words(max(self.text.find("\n", start, end), start + 1), end, role, column, False)
        elif isinstance(node, yaml.ScalarNode):
            line = self.lines[min(node.start_mark.line, len(self.lines) - 1)]
            # Quotes that only the mending put there are none to the author.
            plain = not node.style or (node.start_mark.column - line.lead) in line.added
            yield _Words(start, end, role, column, plain, node.value)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from self.scalars(item, "flow" if node.flow_style else "value", node.start_mark.column, seen)
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                at = key.start_mark.column
                yield from self.scalars(key, "flow" if node.flow_style else "key", at, seen)
                yield from self.scalars(value, "flow" if node.flow_style else "value", at, seen)
