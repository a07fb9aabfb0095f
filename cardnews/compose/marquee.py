"""The marquee: rows of pills that run off the card's edges, turned as one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle

from cardnews.geometry import Rect

# Where the whole pills of a row stand in the room they leave, so that no two neighboring rows line up.
_SHARES = (0.75, 0.25, 0.95, 0.45, 0.1, 0.6)


@dataclass(frozen=True, slots=True)
class Marquee:
    """Where pills stand: (index, rectangle) in painting order, and the indexes that stand nowhere in full."""

    spots: tuple[tuple[int, Rect], ...]
    hidden: tuple[int, ...]


def place_pills(widths: Sequence[float], height: float, gap: float, rows: int, turn: float, rect: Rect) -> Marquee:
    """Rows of pills of the given widths in a fixed order, filling `rect` once turned by `turn` degrees.

    Each row takes the next words that fit whole; the pills that the edges cut repeat words that stand whole in
    another row.
    """
    angle = math.radians(abs(turn))
    block = rows * height + (rows - 1) * gap
    # The turned rows must still reach the edges: their reach grows with the height of the block.
    room = rect.width / math.cos(angle)
    reach = rect.width * math.cos(angle) / 2 + block * math.sin(angle) / 2 + gap
    center_x = rect.x + rect.width / 2
    # The corner that the turn brings lowest stands on the bottom edge.
    top = rect.bottom - block - rect.width / 2 * math.sin(angle)
    chosen = _whole_rows(widths, room - 2 * gap, gap, rows)
    spots: list[tuple[int, Rect]] = []
    for number, row in enumerate(chosen):
        y = top + number * (height + gap)
        others = [index for other in (*chosen[number + 1 :], *chosen[:number]) for index in other if index not in row]
        fillers = cycle((others or row)[number % len(others or row) :] + (others or row)[: number % len(others or row)])
        used = sum(widths[index] for index in row) + gap * (len(row) - 1)
        x = center_x - room / 2 + gap + _SHARES[number % len(_SHARES)] * max(0.0, room - 2 * gap - used)
        left = x
        while left - gap > center_x - reach:
            index = next(fillers)
            left -= gap + widths[index]
            spots.append((index, Rect(left, y, widths[index], height)))
        for index in row:
            spots.append((index, Rect(x, y, widths[index], height)))
            x += widths[index] + gap
        while x < center_x + reach:
            index = next(fillers)
            spots.append((index, Rect(x, y, widths[index], height)))
            x += widths[index] + gap
    whole = {index for row in chosen for index in row}
    return Marquee(tuple(spots), tuple(index for index in range(len(widths)) if index not in whole))


def _whole_rows(widths: Sequence[float], room: float, gap: float, count: int) -> list[list[int]]:
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
