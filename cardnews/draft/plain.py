"""Plain text as people paste it: paragraphs of one line or of many, lists, tables with tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

from cardnews.draft.document import Line, Raw, Source
from cardnews.draft.labels import fact_of
from cardnews.draft.markers import marker_of
from cardnews.draft.prose import Prose, plain
from cardnews.draft.tables import table_of

_RULE = re.compile(r"\s*[-=_*~─━═]{3,}\s*")
_FENCE = re.compile(r"\s*[|+][-+:| ]+[|+]\s*")
_WRAPPED = 44  # cells a line has at least where its end is the paper's and not the paragraph's
_NEARLY = 0.8  # of the widest line, that a wrapped one has at least


def read_plain(text: str) -> Source:
    """The text of a plain text file."""
    return Source(tuple(lines_in(text)))


def lines_in(text: str) -> Iterator[Raw]:
    """Lines and tables; the lines of a paragraph that was wrapped to the width of a page are joined again."""
    rows = text.split("\n")
    position = 0
    while position < len(rows):
        block: list[str] = []
        while position < len(rows) and rows[position].strip():
            block.append(rows[position].rstrip())
            position += 1
        position += not block
        yield from _block(block)


def _block(rows: list[str]) -> Iterator[Raw]:
    cells = [_cells(row) for row in rows]
    start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and len(cells[end]) > 1:
            end += 1
        if end - start > 1:
            kept = [
                row for row, line in zip(cells[start:end], rows[start:end], strict=True) if not _FENCE.fullmatch(line)
            ]
            yield from table_of([[plain(cell) for cell in row] for row in kept])
            start = end
            continue
        end = max(end, start + 1)
        while end < len(rows) and len(cells[end]) < 2:
            end += 1
        yield from _paragraphs(rows[start:end])
        start = end


def _cells(row: str) -> list[str]:
    """The cells of a row of a table, or the row alone."""
    if "\t" in row.strip():
        found = [cell.strip() for cell in row.strip().split("\t")]
        return found if marker_of(row.strip()) is None else [row]
    if row.strip().startswith("|") and row.strip().endswith("|") and row.count("|") > 2:
        return [cell.strip() for cell in row.strip().strip("|").split("|")]
    return [row]


def _paragraphs(rows: list[str]) -> Iterator[Line]:
    rows = [row for row in rows if not _RULE.fullmatch(row)]
    if not rows:
        return
    widest = max(map(_width, rows))
    held: list[str] = []
    for number, row in enumerate(rows):
        held.append(row.strip())
        following = rows[number + 1].strip() if number + 1 < len(rows) else ""
        if following and _goes_on(row, following, widest):
            continue
        indent = len(row) - len(row.lstrip()) if len(held) == 1 else 0
        yield Line(plain(" ".join(held)), level=indent, ends=number + 1 == len(rows))
        held = []


def _goes_on(row: str, following: str, widest: int) -> bool:
    """Whether the next row is the same paragraph, wrapped to the width of the page."""
    width = _width(row)
    if not _WRAPPED <= widest <= 2.5 * _WRAPPED or width < widest * _NEARLY or row.endswith((".", "?", "!", "”")):
        return False
    return marker_of(following) is None and fact_of(Prose(following)) is None


def _width(row: str) -> int:
    """Cells that a row takes: two for a syllable."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in row)
