"""The marquee: rows of pills that run off the card's edges, turned as one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cardnews.compose.node import Node
from cardnews.geometry import Rect

if TYPE_CHECKING:
    from cardnews.compose.boxes import Arranger, Placed

# Where the whole pills of a row stand in the room they leave, so that no two neighboring rows line up.
_SHARES = (0.75, 0.25, 0.95, 0.45, 0.1, 0.6)


def arrange_marquee(arranger: Arranger, node: Node, rect: Rect) -> Placed:
    """Rows of the children of `node` in a fixed order, filling `rect` once turned by the box's `turn`.

    Each row takes the next words that fit whole; the pills that the edges cut repeat words that stand whole in
    another row.
    """
    from cardnews.compose.boxes import Placed

    box = node.box
    gap = box.gap * node.u
    widths = [arranger.natural_width(child, rect.width) for child in node.children]
    height = max(arranger.height(child, rect.width, None) for child in node.children)
    angle = math.radians(abs(box.turn))
    block = box.rows * height + (box.rows - 1) * gap
    # The turned rows must still reach the edges: their reach grows with the height of the block.
    room = rect.width / math.cos(angle)
    reach = rect.width * math.cos(angle) / 2 + block * math.sin(angle) / 2 + gap
    center_x = rect.x + rect.width / 2
    # The corner that the turn brings lowest stands on the bottom edge.
    top = rect.bottom - block - rect.width / 2 * math.sin(angle)
    rows = _whole_rows(widths, room - 2 * gap, gap, box.rows)
    placed: list[Placed] = []
    for number, row in enumerate(rows):
        y = top + number * (height + gap)
        others = [index for other in (*rows[number + 1 :], *rows[:number]) for index in other if index not in row]
        others = others or list(row)
        used = sum(widths[index] for index in row) + gap * (len(row) - 1)
        x = center_x - room / 2 + gap + _SHARES[number % len(_SHARES)] * max(0.0, room - 2 * gap - used)
        spots = []
        left = x
        turn = 0
        while left - gap > center_x - reach:
            index = others[(turn + number) % len(others)]
            left -= gap + widths[index]
            spots.append((index, left))
            turn += 1
        for index in row:
            spots.append((index, x))
            x += widths[index] + gap
        while x < center_x + reach:
            index = others[(turn + number) % len(others)]
            spots.append((index, x))
            x += widths[index] + gap
            turn += 1
        placed.extend(_pill(arranger, node, index, Rect(left, y, widths[index], height)) for index, left in spots)
    whole = {index for row in rows for index in row}
    hidden = tuple(_words(child) for index, child in enumerate(node.children) if index not in whole)
    return Placed(node, rect, None, tuple(placed), hidden)


def _whole_rows(widths: list[float], room: float, gap: float, count: int) -> list[list[int]]:
    """For each row the words that stand whole in it, taken in reading order, the next that fits first; once all are
    taken they begin anew."""
    rows: list[list[int]] = []
    waiting = list(range(len(widths)))
    for _ in range(count):
        row: list[int] = []
        left = room
        for index in [*waiting, *(index for index in range(len(widths)) if index not in waiting)]:
            if widths[index] <= left and index not in row:
                row.append(index)
                left -= widths[index] + gap
        row = row or [waiting[0] if waiting else 0]
        waiting = [index for index in waiting if index not in row]
        rows.append(row)
    return rows


def _words(node: Node) -> str:
    return node.text.paragraphs.marked.text if node.text is not None else ""


def _pill(arranger: Arranger, node: Node, index: int, rect: Rect) -> Placed:
    return arranger.arrange(node.children[index], rect)
