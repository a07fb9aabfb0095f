"""Lines to blocks: headings, paragraphs, lists, facts, quotations, questions with their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cardnews.draft.document import Article, Block, Exchange, Facts, Heading, Line, Paragraph, Raw, Source, Table
from cardnews.draft.dressed import undressed
from cardnews.draft.labels import bare_fact_of, fact_of, is_label
from cardnews.draft.markers import marker_of
from cardnews.draft.points import Points, blocks_of, marker_on, told
from cardnews.draft.prose import NOTHING, Prose, joined
from cardnews.draft.quotes import attributed, lone_quote

_ASKED = re.compile(r"(?:Q|문|질문)\s*\d{0,2}\s*[.:)．：]\s*(?=\S)")
_ANSWERED = re.compile(r"(?:A|답|답변)\s*\d{0,2}\s*[.:)．：]\s*(?=\S)")
_DASHED = re.compile(r"[-–—―─]+\s*\S")
_FAR = 5  # lines within which an answer's next question stands


def article_of(source: Source) -> Article:
    """The blocks of what a reader found."""
    return Article(tuple(_Builder(undressed(source.raw)).blocks()), source.meta)


class _Builder:
    """One walk down the lines."""

    def __init__(self, raw: Sequence[Raw]) -> None:
        self.raw = raw
        self.at = 0

    def blocks(self) -> Iterator[Block]:
        while self.at < len(self.raw):
            item = self.raw[self.at]
            if not isinstance(item, Line):
                self.at += 1
                yield _facts_in(item) or item if isinstance(item, Table) else item
            elif item.kind == "heading":
                self.at += 1
                yield Heading(_unmarked(item.text), item.level)
            elif item.kind == "note":
                self.at += 1
                yield Paragraph(item.text, remark=True)
            elif item.kind == "quote":
                yield self._quote()
            elif _ASKED.match(item.text.text):
                yield self._exchange()
            elif marker_on(item) is not None:
                yield from self._list()
            else:
                yield from self._facts() or [self._paragraph(item)]

    def _line(self, ahead: int = 0) -> Line | None:
        item = self.raw[self.at + ahead] if self.at + ahead < len(self.raw) else None
        return item if isinstance(item, Line) else None

    def _quote(self) -> Block:
        lines: list[Prose] = []
        while (line := self._line()) is not None and line.kind == "quote":
            lines.append(line.text)
            self.at += 1
        return attributed(lines)

    def _exchange(self) -> Block:
        """A question, and its answer: the next line, and those up to the next question."""
        question = self._without(_ASKED)
        answer = self._line()
        if answer is None or answer.kind != "body" or _ASKED.match(answer.text.text):
            return Paragraph(question)
        marked = _ANSWERED.match(answer.text.text) is not None
        parts = [self._without(_ANSWERED)]
        while marked and (line := self._line()) is not None and self._is_more(line):
            parts.append(line.text)
            self.at += 1
        return Exchange(question, joined(parts, "\n"))

    def _without(self, pattern: re.Pattern[str]) -> Prose:
        line = self._line()
        assert line is not None
        self.at += 1
        match = pattern.match(line.text.text)
        return line.text.cut(match.end() if match else 0)

    def _is_more(self, line: Line) -> bool:
        """Whether a line belongs to the answer above it: another question follows soon."""
        if line.kind != "body" or _ASKED.match(line.text.text) or marker_on(line) or fact_of(line.text):
            return False
        ahead = self.raw[self.at + 1 : self.at + _FAR]
        return any(isinstance(item, Line) and _ASKED.match(item.text.text) for item in ahead)

    def _facts(self) -> list[Block]:
        """A run of lines that each say a label and a value; empty where this line is none of those."""
        rows: list[tuple[Prose, Prose]] = []
        said = 0
        while (line := self._line(len(rows))) is not None and line.kind == "body" and marker_on(line) is None:
            row = fact_of(line.text)
            said += row is not None
            row = row or bare_fact_of(line.text)
            if row is None:
                break
            rows.append(row)
        known = any(is_label(label.text) for label, _ in rows)
        if len(rows) < 2 and not (said and known):
            return []
        self.at += len(rows)
        return list(told(rows))

    def _paragraph(self, line: Line) -> Block:
        self.at += 1
        quote = lone_quote(line.text)
        behind = self._line()
        if quote is None:
            return Paragraph(line.text)
        if not quote.who and behind is not None and _DASHED.match(behind.text.text):
            self.at += 1
            return attributed([line.text, behind.text])
        return quote

    def _list(self) -> Iterator[Block]:
        points = Points()
        note = NOTHING
        while (line := self._line()) is not None and not note:
            marker = marker_on(line)
            if points.roots and _ASKED.match(line.text.text):
                break
            if marker is not None and marker.note:
                note = line.text.cut(marker.length)
            elif marker is not None:
                points.add(line, marker)
            elif points.roots and line.kind == "body" and self._is_below() and fact_of(line.text) is None:
                points.go_on(line.text)
            else:
                break
            self.at += 1
        behind = self._line()
        yield from blocks_of(points.roots, leads=behind is not None and behind.kind == "body")
        if note:
            yield Paragraph(note, remark=True)

    def _is_below(self) -> bool:
        """Whether no empty line stands before this one."""
        before = self.raw[self.at - 1]
        return isinstance(before, Line) and not before.ends


def _unmarked(heading: Prose) -> Prose:
    found = marker_of(heading.text)
    return heading.cut(found.length) if found is not None else heading


def _facts_in(table: Table) -> Facts | None:
    """A table of two columns without a head whose left one holds labels."""
    labels = [row[0].text for row in table.rows]
    if table.head or len(table.rows[0]) != 2 or not all(labels) or sum(map(is_label, labels)) * 2 <= len(labels):
        return None
    return Facts(tuple((row[0], row[1]) for row in table.rows))
