"""Tables for a terminal, where a Hangul syllable takes two columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from cardnews.diagnostics import width_of


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """A text with spaces up to a width, behind it or, where it stands to the `right`, before it."""
    space = " " * max(0, columns - width_of(text))
    return space + text if right else text + space


def table(rows: Sequence[Sequence[str]], right: Sequence[bool] = ()) -> list[str]:
    """Lines of columns as wide as their widest cell; `right` says which columns are aligned to the right."""
    columns = [max(map(width_of, cells)) for cells in zip_longest(*rows, fillvalue="")]
    sides = [*right, *(False for _ in columns)]
    return [
        "  ".join(
            padded(cell, most, right=side) for cell, most, side in zip(row, columns, sides, strict=False)
        ).rstrip()
        for row in rows
    ]


def cut(text: str, columns: int) -> str:
    """A text that takes no more than so many columns, with an ellipsis where it was longer."""
    if width_of(text) <= columns:
        return text
    while width_of(text) > columns - 1:
        text = text[:-1]
    return text.rstrip() + "…"
