"""Markdown: CommonMark with tables and struck text, to lines, tables and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cardnews.draft.document import Line, LineKind, Picture, Raw, Source, Table
from cardnews.draft.inline import BREAKING_TAG, FOOTNOTE, inline
from cardnews.draft.plain import lines_in
from cardnews.draft.prose import NOTHING, Prose, joined, tidied

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_NESTING = 40
# What an article stays far below; parsing costs the square of some of them.
_MAX_PARAGRAPH = 20_000  # characters of one paragraph
_MAX_OPEN = 100  # brackets at once
_MAX_QUOTED = 2_000  # lines of all quotes
_MAX_CELLS = 50_000  # of all tables
_DELIMITERS = frozenset("|:- \t>+*.)0123456789")
_BRACKET = re.compile(r"[\[\]]")
_BLANK = re.compile(r"\n[ \t]*(?=\n)")
_DEEP = re.compile(r"[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){20}")
_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FRONT_LINE = re.compile(r"([\w가-힣-]+)[ \t]*:[ \t]*(.*)")
_TAG = re.compile(r"<!--.*?(?:-->|$)|</?[A-Za-z][^<>]*>", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style)\b", re.IGNORECASE)
_UNSEEN_END = {
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
}
_HANGUL = re.compile("[가-힣]")
_PIPE = re.compile(r"(?<!\\)\|")
_META = {
    "title": "title", "제목": "title", "subtitle": "subtitle", "부제": "subtitle", "author": "author",
    "글쓴이": "author", "저자": "author", "date": "date", "날짜": "date", "brand": "brand", "series": "series",
    "시리즈": "series", "link": "link", "url": "link", "source": "source", "출처": "source",
}  # fmt: skip


def is_deep(text: str) -> bool:
    """Whether quotes, lists, brackets or tables are such as nobody writes by hand, so that parsing them costs too much.

    The text is then to be read as plain text, which costs no more than its length.
    """
    cells = quoted = 0
    for paragraph in _BLANK.split(text):
        lines = paragraph.split("\n")
        cells += len(lines) * max(map(_columns, lines))
        quoted += sum(line.lstrip().startswith(">") for line in lines)
        if len(paragraph) > _MAX_PARAGRAPH or quoted > _MAX_QUOTED or cells > _MAX_CELLS or _opens(paragraph):
            return True
        if any(_DEEP.match(line) for line in lines):
            return True
    return False


def _columns(line: str) -> int:
    """Columns of a table that the line may begin, where it is the row of dashes below a head."""
    return line.count("|") + 1 if "|" in line and "-" in line and _DELIMITERS.issuperset(line) else 0


def _opens(paragraph: str) -> bool:
    """Whether more brackets stand open at once than anybody keeps in mind."""
    depth = 0
    for match in _BRACKET.finditer(paragraph):
        depth = depth + 1 if match[0] == "[" else max(0, depth - 1)
        if depth > _MAX_OPEN:
            return True
    return False


def read_markdown(text: str) -> Source:
    """The text of a Markdown file."""
    from markdown_it import MarkdownIt

    meta, text, told = _front(text)
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    # An indented line of an article is a paragraph, never code.
    parser.disable("code")
    environment: dict[str, dict[str, dict[str, str]]] = {}
    tokens = parser.parse(text, environment)
    walker = _Walker(text.split("\n"))
    below = tuple(walker.blocks(tokens))
    headed = any(isinstance(item, Line) and item.kind == "heading" and item.level < 2 for item in below)
    meta, rest = _sorted(meta, "title" if headed else "")
    raw = (*told, *below, *rest)
    used = {link for item in raw if isinstance(item, Line) for _, link in item.text.links}
    named = (item["href"] for item in environment.get("references", {}).values())
    unused = (Line(Prose(link, (), ((len(link), link),)), "note", ends=True) for link in named if link not in used)
    return Source((*raw, *unused), meta)


def _front(text: str) -> tuple[tuple[tuple[str, str], ...], str, tuple[Line, ...]]:
    """What stands between `---` lines on top: what is known of it, the text below, and lines of what is not known."""
    found = _FRONT.match(text)
    if found is None:
        return (), text, ()
    meta: list[tuple[str, str]] = []
    rest: list[Line] = []
    for line in found[1].split("\n"):
        match = _FRONT_LINE.match(line.strip())
        if match and match[1].casefold() in _META and match[2].strip(" \"'"):
            meta.append((_META[match[1].casefold()], match[2].strip(" \"'")))
        elif line.strip(" \"'-"):
            rest.append(Line(tidied(Prose(line)), "note", ends=True))
    return tuple(meta), text[found.end() :], tuple(rest)


def _sorted(meta: Sequence[tuple[str, str]], other: str) -> tuple[tuple[tuple[str, str], ...], tuple[Line, ...]]:
    """What is used of the front matter, and a line of the words that are not: a date, all but the last of what is told
    twice, an author beside a source, and `other`, which the text itself tells."""
    last = dict(meta)
    unused = {"date", other} | ({"author"} if "source" in last else set())
    used = {key: value for key, value in last.items() if key not in unused}
    rest = " · ".join(dict.fromkeys(value for key, value in meta if used.get(key) != value))
    return tuple(used.items()), (Line(tidied(Prose(rest)), "note", ends=True),) if rest else ()


class _Walker:
    """Turns the flat tokens of markdown-it into lines; keeps which lists and quotes are open."""

    def __init__(self, rows: list[str]) -> None:
        self.rows = rows
        self.lists: list[bool] = []
        self.quotes = 0
        self.fresh = False

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Raw]:
        position = 0
        while position < len(tokens):
            token = tokens[position]
            position += 1
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    self.lists.append(token.type.startswith("ordered"))
                case "bullet_list_close" | "ordered_list_close":
                    self.lists.pop()
                case "list_item_open":
                    self.fresh = True
                case "blockquote_open":
                    self.quotes += 1
                case "blockquote_close":
                    self.quotes -= 1
                case "heading_open":
                    yield from self._heading(tokens[position], int(token.tag[1]))
                    position += 2
                case "inline":
                    yield from self._paragraph(token)
                case "fence":
                    yield from lines_in(f"{token.info if _HANGUL.search(token.info) else ''}\n{token.content}")
                case "html_block":
                    shown = _seen(token.content)
                    yield from lines_in(_TAG.sub(" ", BREAKING_TAG.sub("\n", shown)))
                case "table_open":
                    end = next(at for at in range(position, len(tokens)) if tokens[at].type == "table_close")
                    yield from self._table(tokens[position:end])
                    position = end + 1

    def _heading(self, token: Token, level: int) -> Iterator[Raw]:
        text, pictures = inline(token)
        if text.text:
            yield Line(replace(text, spans=()), "heading", level, ends=True)
        yield from pictures

    def _paragraph(self, token: Token) -> Iterator[Raw]:
        text, pictures = inline(token)
        kind: LineKind = "quote" if self.quotes else "item" if self.lists and self.fresh else "body"
        note = FOOTNOTE.match(text.text)
        if note and note[2]:
            yield Line(text.cut(note.end()), "note", ends=True)
        elif kind == "item":
            first, *others = _lines(text)
            ticked = re.match(r"\[([ xX])\]\s+", first.text)
            first = first.cut(ticked.end()) if ticked else first
            yield Line(first, "item", len(self.lists) - 1, self.lists[-1], bool(ticked), ends=not others)
            yield from (Line(line) for line in others)
        elif kind == "quote":
            lines = _lines(text)
            yield from (Line(line, "quote", ends=line is lines[-1]) for line in lines)
        elif text.text:
            lines = _lines(text)
            yield from (Line(line, ends=line is lines[-1]) for line in lines)
        self.fresh = False
        yield from pictures

    def _table(self, tokens: Sequence[Token]) -> Iterator[Raw]:
        rows: list[list[Prose]] = []
        pictures: list[Picture] = []
        first = next((token.map[0] for token in tokens if token.type == "tbody_open" and token.map), 0)
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                text, found = inline(token)
                rows[-1].append(text)
                pictures += found
        if rows:
            width = len(rows[0])
            body = [[*row, *[NOTHING] * width][:width] for row in rows[1:]]
            for number, row in enumerate(body):
                row[-1] = joined(part for part in (row[-1], self._beyond(first + number, width)) if part.text)
            filled = tuple(tuple(row) for row in body if any(cell.text for cell in row))
            yield Table(tuple(rows[0]), filled) if filled else Table((), (tuple(rows[0]),))
        yield from pictures

    def _beyond(self, row: int, width: int) -> Prose:
        """The cells of a row that its table has no columns for, which Markdown leaves out."""
        raw = self.rows[row].strip() if row < len(self.rows) else ""
        cells = _PIPE.split(raw.removeprefix("|"))[width:]
        return tidied(Prose(" ".join(cells)))


def _seen(html: str) -> str:
    """HTML without scripts and styles; one that never ends is kept, for its words may be the article's."""
    parts: list[str] = []
    position = 0
    ends = dict(_UNSEEN_END)
    for match in _UNSEEN.finditer(html):
        name = match[1].casefold()
        if match.start() < position or name not in ends:
            continue
        end = ends[name].search(html, match.end())
        if end is None:
            del ends[name]
            continue
        parts += (html[position : match.start()], " ")
        position = end.end()
    return "".join((*parts, html[position:]))


def _lines(text: Prose) -> list[Prose]:
    found: list[Prose] = []
    start = 0
    for end in (*(match.start() for match in re.finditer("\n", text.text)), len(text.text)):
        found.append(text.cut(start, end))
        start = end + 1
    return [line for line in found if line.text] or [NOTHING]
