"""Numbers that are drawn, and cells of tables: what YAML takes apart is put together, what cannot be drawn is told.

Rows that are written in one line (`직장인 62%, 학생 38%`) are read here, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence as Seq

from msgspec.structs import replace

from cardnews.amount import parse_amount, rounding
from cardnews.layout import Field
from cardnews.schema import Checker, is_korean, items_of
from cardnews.source.nodes import Entry, Node, Scalar
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.values import MAX_DOTS, MAX_TEXT, GroupValue, ListValue, TextValue, Value

_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_DASH = re.compile(r"\s+[-–—]\s+")
_LONGEST = 40  # characters of a number with all that goes with it; more is a sentence
PIECE = re.compile(r"(?:[^,、\n]|(?<=\d),(?=\d{3}(?!\d)))+")  # a comma in a number (`1,234`) parts nothing
NO_CELL = "-"  # what an empty cell of a table shows
_GAP = re.compile(r"\s*[:：]\s*|\s+")


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

    def add_up(self, item: Field, values: Seq[Value], key: Scalar) -> None:
        """Parts of a whole are more than nothing together, and shares a hundred, as far as rounding lets them."""
        texts = [value.fields.get(item.whole) for value in values if isinstance(value, GroupValue)]
        amounts = [parse_amount(text.text) if isinstance(text, TextValue) else None for text in texts]
        known = [amount for amount in amounts if amount is not None]
        if not known:
            return
        place, what, total = key.at, key.text, sum(amount.value for amount in known)
        shares = sum(amount.is_share for amount in known)
        if 0 < shares < len(known):
            self.checker.report("shares-mixed", place, item.name, name=what)
        elif total == 0:
            self.checker.report("parts-zero", place, item.name, name=what)
        elif shares and abs(total - 100) > rounding(shares):
            rule = "shares-over" if total > 100 else "shares-sum"
            self.checker.report(rule, place, item.name, name=what, found=f"{total:g}")

    def can_be_counted(self, fields: Seq[Field], group: GroupValue) -> bool:
        """Whether a group of numbers that are drawn as dots can be; reported where it cannot."""
        part, whole = group.fields.get("part"), group.fields.get("whole")
        if not (are_dots(fields) and isinstance(part, TextValue) and isinstance(whole, TextValue)):
            return True
        said = len(self.checker.findings)
        counts: list[float] = []
        for text in (part, whole):
            amount = parse_amount(text.text)
            counts.append(0.0 if amount is None else amount.value)
            if not counts[-1].is_integer():
                self.checker.report("dots-not-whole", text.place, name=text.called, found=text.text.strip())
        if len(self.checker.findings) == said:
            if not 1 <= counts[1] <= MAX_DOTS:
                found = whole.text.strip()
                self.checker.report("dots-count", whole.place, name=whole.called, found=found, most=MAX_DOTS)
            elif counts[0] > counts[1]:
                found, of = part.text.strip(), whole.text.strip()
                self.checker.report("dots-part", part.place, name=part.called, found=found, whole=of)
        return len(self.checker.findings) == said

    @staticmethod
    def rows(fields: Seq[Field], node: Node, what: str) -> tuple[Node, ...]:
        """The items of a list, those that are plain text read as a label and its number where that is what they are;
        several in one text stand apart by commas or lines."""
        needed = [field for field in fields if field.required and field.default is None]
        nodes = items_of(node)
        if len(needed) != 2 or [(field.type, field.amount) for field in needed] != [("text", False), ("text", True)]:
            return nodes
        names = [dict(field.label).get("ko", field.name) if is_korean(what) else field.name for field in needed]
        if not isinstance(node, Scalar):
            return tuple(
                (_labeled(one, 0, one.text, names) if isinstance(one, Scalar) else None) or one
                for one in _joined_rows(nodes)
            )
        if len(node.text) > MAX_TEXT:
            return nodes
        pieces = [match for match in PIECE.finditer(node.text) if match[0].strip()]
        rows = [_labeled(node, piece.start(), piece[0], names) for piece in pieces]
        whole = tuple(row for row in rows if row is not None)
        return whole if whole and len(whole) == len(rows) else nodes

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
                if len(whole.items) == wanted + 1:
                    whole = _without_end(whole)
                if len(whole.items) == wanted:
                    row = replace(row, fields={**row.fields, part.name: whole})
                else:
                    found_count = len(cells.items)
                    self.checker.report("cells-count", cells.place, item.name, found=found_count, wanted=wanted)
            mended.append(row)
        found[item.name] = replace(rows, items=tuple(mended))


def are_dots(fields: Seq[Field]) -> bool:
    """Whether the fields of a group are the numbers of a row of dots: a `part` of a `whole`."""
    return {"part", "whole"} <= {field.name for field in fields if field.amount}


def _labeled(node: Scalar, start: int, piece: str, names: Seq[str]) -> MappingNode | None:
    """A piece of a text that begins at `start` as a label and the number behind it; None where it is not both."""
    for gap in (*_DASH.finditer(piece), *_GAP.finditer(piece)) if len(piece) <= MAX_TEXT else ():
        if len(piece) - gap.end() > _LONGEST:
            continue
        label, amount = piece[: gap.start()].strip(), piece[gap.end() :].strip()
        if label and label[-1] not in ":：" and parse_amount(amount) is not None:
            first = node.place_of(start + len(piece) - len(piece.lstrip()))
            behind = node.place_of(start + gap.end())
            entries = (
                Entry(Scalar(names[0], first), Scalar(label, first)),
                Entry(Scalar(names[1], behind), Scalar(amount, behind)),
            )
            return MappingNode(entries, first)
    return None


def _without_end(cells: ListValue) -> ListValue:
    """The cells of a row without an empty one at its end, or its beginning, that is a stroke too many (`가 | 나 |`)."""
    for at, kept in ((-1, cells.items[:-1]), (0, cells.items[1:])):
        end = cells.items[at]
        if isinstance(end, TextValue) and end.text == NO_CELL:
            return replace(cells, items=kept)
    return cells


def _joined_rows(nodes: Seq[Node]) -> Seq[Node]:
    """Rows of a label and a number, with numbers whole that a comma took apart: `[걷기 1,234, 버스 567]`."""
    joined: list[Node] = []
    for node in nodes:
        last = joined[-1] if joined else None
        begun = isinstance(last, Scalar) and re.search(r"[^\d,.]\d{1,3}(?:,\d{3})*$", last.text)
        if begun and isinstance(last, Scalar) and isinstance(node, Scalar) and _THOUSANDS.match(node.text):
            joined[-1] = Scalar(f"{last.text},{node.text}", last.at)
        else:
            joined.append(node)
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
