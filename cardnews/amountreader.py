"""Numbers that are drawn, and cells of tables: what YAML takes apart is put together, what cannot be drawn is told."""

from __future__ import annotations

import re
from collections.abc import Sequence as Seq
from dataclasses import replace

from cardnews.amount import parse_amount
from cardnews.layout import Field
from cardnews.schema import Checker
from cardnews.source.mend import quoted
from cardnews.source.nodes import Entry, Node, Scalar
from cardnews.values import GroupValue, ListValue, TextValue, Value

_THOUSANDS = re.compile(r"\d{3}(?!\d)")


class AmountReader:
    """Checks the numbers in the fields of slides."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker

    def is_amount(self, node: Scalar, what: str) -> bool:
        """Whether a number can be drawn as a length; reported where it cannot."""
        amount = parse_amount(node.text)
        if amount is None:
            self.checker.report("not-an-amount", node.at, name=what, found=node.text.strip())
        elif amount.value < 0:
            self.checker.report("amount-negative", node.at, name=what, found=node.text.strip())
        return amount is not None and amount.value >= 0

    def add_up(self, item: Field, values: Seq[Value], node: Node, what: str) -> None:
        """Shares of a whole are a hundred together, as far as rounding lets them."""
        texts = [value.fields.get(item.whole) for value in values if isinstance(value, GroupValue)]
        amounts = [parse_amount(text.text) if isinstance(text, TextValue) else None for text in texts]
        shares = [amount.value for amount in amounts if amount is not None and amount.is_share]
        if shares and len(shares) == len(values) and abs(sum(shares) - 100) > max(0.5 * len(shares), 1):
            self.checker.report("shares-sum", node.at, name=what, found=f"{sum(shares):g}")
        elif shares and len(shares) < len(amounts):
            self.checker.report("shares-mixed", node.at, name=what)

    def count_cells(self, item: Field, found: dict[str, Value]) -> None:
        """Every row of a table has a cell for each of its columns; `[쉼터, 1,234]` has two and not three."""
        part = next((part for part in item.of if part.beside), None)
        rows, columns = found.get(item.name), found.get(part.beside) if part is not None else None
        if part is None or not isinstance(rows, ListValue) or not isinstance(columns, ListValue):
            return
        wanted = len(columns.items)
        mended: list[Value] = []
        for row in rows.items:
            cells = row.fields.get(part.name) if isinstance(row, GroupValue) else None
            if isinstance(row, GroupValue) and isinstance(cells, ListValue) and len(cells.items) != wanted:
                whole = _joined_cells(cells)
                if len(whole.items) == wanted:
                    row = replace(row, fields={**row.fields, part.name: whole})
                else:
                    found_count = len(cells.items)
                    self.checker.report("cells-count", cells.place, item.name, found=found_count, wanted=wanted)
            mended.append(row)
        found[item.name] = replace(rows, items=tuple(mended))

    def whole_numbers(self, entries: Seq[Entry]) -> Seq[Entry]:
        """The entries of a mapping in braces, where YAML takes `value: 1,234` for two of them."""
        joined: list[Entry] = []
        for entry in entries:
            before = joined[-1].value if joined else None
            bare = isinstance(entry.value, Scalar) and not entry.value.text
            if (
                bare
                and isinstance(before, Scalar)
                and _THOUSANDS.match(entry.key.text)
                and before.text[-1:].isdecimal()
            ):
                text = f"{before.text},{entry.key.text}"
                self.checker.report("read-as-text", before.at, what=",", fixed=quoted(text))
                joined[-1] = joined[-1]._replace(value=Scalar(text, before.at))
            else:
                joined.append(entry)
        return joined


def _joined_cells(cells: ListValue) -> ListValue:
    """The cells of a row with numbers whole that a comma took apart."""
    whole: list[Value] = []
    for cell in cells.items:
        last = whole[-1] if whole else None
        if (
            isinstance(cell, TextValue)
            and isinstance(last, TextValue)
            and _THOUSANDS.match(cell.text)
            and re.search(r"(?:^|\D)\d{1,3}(?:,\d{3})*$", last.text)
        ):
            whole[-1] = replace(last, text=f"{last.text},{cell.text}", node=None)
        else:
            whole.append(cell)
    return replace(cells, items=tuple(whole))
