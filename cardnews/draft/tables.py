"""Tables of word processors as rows of cells: empty rows gone, frames around text opened, the head told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cardnews.draft.document import Line, Raw, Table
from cardnews.draft.labels import is_label
from cardnews.draft.prose import NOTHING, Prose, tidied

MAX_COLUMNS = 64
_NAME = 16  # characters of a column's name at most


def table_of(rows: Sequence[Sequence[Prose]], headed: bool = False) -> Iterator[Raw]:
    """A table, or the lines of one that is only a frame around text."""
    cells = [[tidied(cell) for cell in row[:MAX_COLUMNS]] for row in rows]
    cells = [row for row in cells if any(cell.text for cell in row)]
    width = max((len(row) for row in cells), default=0)
    cells = [[*row, *[NOTHING] * (width - len(row))] for row in cells]
    used = [column for column in range(width) if any(row[column].text for row in cells)]
    cells = [[row[column] for column in used] for row in cells]
    if not cells:
        return
    if len(used) == 1 or len(cells) == 1:
        for row in cells:
            for cell in row:
                yield from lines_of(cell)
        return
    head = cells[0] if headed or _names_columns(cells) else []
    yield Table(tuple(head), tuple(tuple(row) for row in cells[bool(head) :]))


def lines_of(text: Prose) -> Iterator[Line]:
    """The lines of a text as paragraphs of their own."""
    start = 0
    for end in (*(match.start() for match in re.finditer("\n", text.text)), len(text.text)):
        line = text.cut(start, end)
        if line.text:
            yield Line(line, ends=True)
        start = end + 1


def _names_columns(cells: list[list[Prose]]) -> bool:
    """Whether the first row names the columns rather than being one of the rows."""
    first = [cell.text for cell in cells[0]]
    if len(first) == 2 and sum(is_label(row[0].text) for row in cells) * 2 > len(cells):
        return False
    named = all(first[1:]) and all(len(text) <= _NAME for text in first)
    return named and not any(re.search(r"\d[\d,.]*\s*(?:%|명|원|건|곳|개|$)", text) for text in first[1:])
