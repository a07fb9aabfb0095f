"""Lines as YAML shall see them, with quotes around each value that only looks like YAML."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct
from msgspec.structs import replace

from cardnews.errors import Finding, Place, shortened

# Lines a quote or bracket may stay open while a script is mended.
_MAX_AHEAD = 300


class Line(Struct, frozen=True):
    """A line as YAML shall see it: `lead` more spaces in front than the author's, characters put in at `added`."""

    text: str
    lead: int = 0
    added: tuple[int, ...] = ()

    def column(self, seen: int) -> int:
        """The author's 0-based column of the character that YAML sees at column `seen`."""
        if not self.lead and not self.added:
            return seen
        seen -= self.lead
        return max(seen - bisect_left(self.added, seen), 0)

    def insert(self, *marks: tuple[int, str]) -> Line:
        """This line with each single character of `marks`, sorted by column, put in before that column."""
        text, last, added = "", 0, []
        old = list(self.added)
        for count, (column, character) in enumerate(marks):
            text += self.text[last:column] + character
            last = column
            added.append(column + count - self.lead)
        for position in old:
            added.append(position + sum(column - self.lead <= position for column, _ in marks))
        return replace(self, text=text + self.text[last:], added=tuple(sorted(added)))

    def indented(self, width: int) -> Line:
        """This line with `width` spaces in front instead of its own white space."""
        body = self.text.lstrip(" \t")
        return replace(self, text=" " * width + body, lead=self.lead + width - (len(self.text) - len(body)))

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))


Lines = tuple[Line, ...]


def place_at(line: int, column: int, lines: Lines, shown: str) -> Place:
    """Where in the author's file YAML's 0-based `line` and `column` are."""
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1].text)
    return Place(shown, line + 1, lines[line].column(column) + 1)


_PLAIN_KEY = r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|[\-?:](?=\S))(?:(?!\s#).)*?"
_QUOTED_KEY = r"\"(?:[^\"\\]|\\.)*\"[ \t]*|'(?:[^']|'')*'[ \t]*"
HEAD = re.compile(rf"(?P<indent> *)(?P<dashes>(?:-[ \t]+|-$)*)(?P<key>(?:{_QUOTED_KEY}|{_PLAIN_KEY}):(?:[ \t]+|$))?")
_ONE_WORD_KEY = re.compile(r"\s*(?:[\w-]+|\"[^\"]*\"):(?:\s|$)|\s*-(?:\s|$)")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]{0,2}[ \t]*(?:#.*)?")
_COMMENT = re.compile(r"[ \t]+#")
_ROUND_QUOTES = "“”‘’＂＇"
_COLON = re.compile(r":(?:\s|$)")
_QUOTE_END = {'"': re.compile(r'(?:[^"\\]|\\.|\\$)*"'), "'": re.compile(r"(?:[^']|'')*'")}
_FLOW = re.compile(
    r"(?P<open>[\[{])|(?P<close>[\]}])|(?P<quote>[\"'])|(?P<hash>(?<![^\s\[{,])#)|[,:]|(?P<word>[^\s\[\]{}\"',:#]+|#)"
)
_HASHTAG = re.compile(r"(?<![^\s\[{,])#[^\s,\[\]{}\"']+")
_ODD_START = re.compile(r"\*+|\{\{|[\"'\[{&!|>@`%,\]}]|[-?:](?:\s|$)")
_PROPERTY = re.compile(r"[&*]([A-Za-z0-9_-]+)(?=[\s,\]}]|$)")


def mend(lines: Lines, shown: str, only: frozenset[int] | None = None) -> tuple[Lines, tuple[Finding, ...]]:
    """`lines` with quotes around each value that only looks like YAML; of the values in the lines `only`, if given."""
    mender = _Mender(list(lines), shown, only)
    mender.run()
    return tuple(mender.lines), tuple(mender.found)


class _Mender:
    """One walk down the lines, knowing as little of YAML as is needed to tell where a value begins and ends."""

    def __init__(self, lines: list[Line], shown: str, only: frozenset[int] | None) -> None:
        self.lines, self.shown, self.only = lines, shown, only
        self.found: list[Finding] = []
        marks = {match[0] for line in lines for match in _PROPERTY.finditer(line.text)}
        # Names that are both set and used: the only ones that are more than text.
        self.names = {mark[1:] for mark in marks if mark[0] == "&" and "*" + mark[1:] in marks}

    def run(self) -> None:
        index, block, pending = 0, None, None
        while index < len(self.lines):
            line = self.lines[index]
            body = line.text.lstrip(" ")
            outside = block is None or line.indent <= block
            if body.startswith("\t") and body.strip() and outside and self.only is None:
                line = self._untab(index)
                outside = block is None or line.indent <= block
            if not outside or not body.strip() or body.startswith("#") or line.text.startswith(("---", "...", "%")):
                index += 1
                continue
            head = HEAD.match(line.text)
            assert head
            block = None
            if head["key"]:
                parent = head.start("key")
            elif head["dashes"]:
                parent = head.start("dashes") + len(head["dashes"].rstrip()) - 1
            elif pending is not None and line.indent > pending:
                parent = pending
            else:
                pending, index = None, index + 1
                continue
            begin = self._skip_anchor(line.text, head.end())
            rest = line.text[begin:].rstrip()
            pending = parent if not rest or rest.startswith("#") or self._heads_block(rest, index, parent) else None
            if pending is None and _BLOCK_HEADER.fullmatch(rest):
                block = parent
            index = index + 1 if pending is not None or block is not None else self._value(index, begin, parent)

    def _untab(self, index: int) -> Line:
        line = self.lines[index]
        body = line.text.lstrip(" \t")
        white = line.text[: len(line.text) - len(body)]
        width = self._beside(index, body)
        width = len(white.replace("\t", "  ")) if width is None else width
        self._report("syntax-tab", index, white.index("\t"), spaces=width)
        self.lines[index] = line.indented(width)
        return self.lines[index]

    def _beside(self, index: int, body: str) -> int | None:
        """The column of the field in the line above, where a field below it can only stand beside it."""
        above = next((line for line in reversed(self.lines[max(0, index - 5) : index]) if line.text.strip()), None)
        head, own = above and HEAD.match(above.text), HEAD.match(body)
        if not (above and head and head["key"] and own and own["key"] and not own["dashes"]):
            return None
        rest = above.text[head.end() :].strip()
        return None if not rest or rest.startswith("#") or _BLOCK_HEADER.fullmatch(rest) else head.start("key")

    def _skip_anchor(self, text: str, begin: int) -> int:
        match = _PROPERTY.match(text, begin)
        if match and match[0][0] == "&" and match[1] in self.names:
            return match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
        return begin

    def _heads_block(self, rest: str, index: int, parent: int) -> bool:
        """Whether `rest` is a lone tag or anchor of a list or a group in the lines below."""
        if rest[0] not in "!&":
            return False
        rows = range(index + 1, len(self.lines))  # a slice would copy all lines below, for each of them
        below = next((self.lines[row] for row in rows if self.lines[row].text.strip()), None)
        dashed = below and below.indent == parent and HEAD.match(below.text)
        return bool(below and " " not in rest and (below.indent > parent or (dashed and dashed["dashes"])))

    def _value(self, index: int, begin: int, parent: int) -> int:
        """Quote the value at `begin` if it needs it; the line where the walk goes on."""
        rest = self.lines[index].text[begin:].rstrip()
        first, rule, end = rest[0], "read-as-text", None
        if first in "\"'":
            end = self._quote_end(index, begin, parent)
            rule = rule if end else "syntax-quote"
        elif first in "[{":
            end = self._flow_end(index, begin, parent)
            if not end and self._quote_hashtags(index, begin):
                end = self._flow_end(index, begin, parent)
            rule = rule if end or rest.startswith("{{") else "syntax-bracket"
            if rest.startswith("{{"):
                end = end and (index, begin)
        elif first == "*" and (alias := _PROPERTY.match(rest)) and alias[1] in self.names:
            end = index, begin + alias.end()
        if end and re.fullmatch(r"\s*(?:#.*)?", self.lines[end[0]].text[end[1] :]):
            return end[0] + 1
        pieces = self._pieces(index, begin, parent)
        mark = _ODD_START.match(rest)
        odd = mark or any(_COLON.search(self.lines[at].text, start, stop) for at, start, stop in pieces)
        if odd and (self.only is None or index in self.only):
            if rule == "syntax-quote" and rest[-1] in _ROUND_QUOTES:
                rule = "syntax-quote-round"
            self._quote(pieces, rule, mark[0].strip() if mark else ":")
        return pieces[-1][0] + 1

    def _quote(self, pieces: list[tuple[int, int, int]], rule: str, what: str) -> None:
        words = " ".join(self.lines[at].text[start:stop] for at, start, stop in pieces)
        self._report(rule, pieces[0][0], pieces[0][1], what=what, last=words[-1:], fixed=quoted(words))
        for number, (at, start, stop) in enumerate(pieces):
            text = self.lines[at].text
            marks = [(spot, "'") for spot in range(start, stop) if text[spot] == "'"]
            if number == 0:
                marks.insert(0, (start, "'"))
            if number == len(pieces) - 1:
                marks.append((stop, "'"))
            self.lines[at] = self.lines[at].insert(*marks)

    def _pieces(self, index: int, begin: int, parent: int) -> list[tuple[int, int, int]]:
        """Line, start and stop of each line of a plain text, as YAML would go on with it."""
        pieces = []
        start = begin
        while True:
            text = self.lines[index].text
            comment = _COMMENT.search(text, start)
            pieces.append((index, start, comment.start() if comment else len(text.rstrip())))
            index += 1
            while index < len(self.lines) and not self.lines[index].text.strip():
                index += 1
            if comment or index == len(self.lines) or self.lines[index].indent <= parent:
                return pieces
            text = self.lines[index].text
            start = self.lines[index].indent
            if text[start] in "#\t" or _ONE_WORD_KEY.match(text):
                return pieces

    def _quote_end(self, index: int, begin: int, parent: int) -> tuple[int, int] | None:
        pattern = _QUOTE_END[self.lines[index].text[begin]]
        column = begin + 1
        first = index
        while index < min(len(self.lines), first + _MAX_AHEAD):
            if match := pattern.match(self.lines[index].text, column):
                return index, match.end()
            index += 1
            column = self.lines[index].indent if index < len(self.lines) else 0
            if index < len(self.lines) and self.lines[index].text.strip() and self.lines[index].indent <= parent:
                break
        return None

    def _flow_end(self, index: int, begin: int, parent: int) -> tuple[int, int] | None:
        stack, quote, column = "", "", begin
        first, fresh = index, True
        while index < min(len(self.lines), first + _MAX_AHEAD):
            text = self.lines[index].text
            if index > first and text.strip() and self.lines[index].indent <= parent and text.strip()[0] not in "]}":
                return None
            while True:
                if quote:
                    match = _QUOTE_END[quote].match(text, column)
                    if not match:
                        break
                    quote, column, fresh = "", match.end(), False
                match = _FLOW.search(text, column)
                if not match or match["hash"]:
                    break
                column = match.end()
                if match["quote"]:
                    quote = match[0] if fresh else ""
                elif match["open"]:
                    stack += "]" if match[0] == "[" else "}"
                elif match["close"]:
                    if match[0] != stack[-1]:
                        return None
                    stack = stack[:-1]
                    if not stack:
                        return index, column
                fresh = not (match["word"] or match["close"] or match["quote"])
            index += 1
            column = self.lines[index].indent if index < len(self.lines) else 0
        return None

    def _quote_hashtags(self, index: int, begin: int) -> bool:
        line = self.lines[index]
        tags = list(_HASHTAG.finditer(line.text, begin))
        if tags and (self.only is None or index in self.only):
            self.lines[index] = line.insert(*(mark for tag in tags for mark in ((tag.start(), '"'), (tag.end(), '"'))))
            words = " ".join(tag[0] for tag in tags)
            self._report(
                "lost-comment-words",
                index,
                tags[0].start(),
                line=line,
                words=shortened(words),
                fixed=shortened(self.lines[index].text.strip()),
            )
        return bool(tags)

    def _report(self, rule: str, index: int, column: int, line: Line | None = None, **values: object) -> None:
        place = Place(self.shown, index + 1, (line or self.lines[index]).column(column) + 1)
        values = {"what": "", **values}
        self.found.append(
            Finding(rule, place, values=tuple((key, str(value)) for key, value in sorted(values.items())))
        )


def quoted(words: str) -> str:
    """`words` as an author would quote them in YAML, shortened in the middle where they are long."""
    if len(words) > 80:
        words = f"{words[:50]} … {words[-20:]}"
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'
