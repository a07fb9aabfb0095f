"""The marquee: rows of pills that run off the card's edges, turned as one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from cardnews.geometry import Rect

# Where the whole pills of a row stand in the room they leave.
_SHARES = (0.85, 0.15, 0.95, 0.35, 0.7, 0.05)
_LINED_UP = 0.15  # of a pill; edges of two rows that are closer make a seam
_FEW = 12  # words
_SEAM = 0.3  # what a row costs of which all edges line up; one word right below itself costs 1
_APART = 3.0  # pills; a word that far from itself in the next row is not seen twice
_PAD = 0.2  # of a pill's height; what stands around its words at the least
_TRIES = 3  # settings with fewer rows
_LOOSEST = 2.0  # of the gap; the most that level rows move apart to fill their height


class Marquee(Struct, frozen=True):
    """Where pills stand: (index, rectangle) in painting order, and the indexes that stand nowhere in full."""

    spots: tuple[tuple[int, Rect], ...]
    hidden: tuple[int, ...]


class _Line(Struct, frozen=True):
    """One row: the pills that stand whole in it and, from left to right, (index, x) of all of them."""

    whole: tuple[int, ...]
    pills: tuple[tuple[int, float], ...]


def place_pills(widths: Sequence[float], height: float, gap: float, rows: int, turn: float, rect: Rect) -> Marquee:
    """Rows of pills of the given widths in a fixed order, filling `rect` once turned by `turn` degrees.

    Words go on from row to row and begin anew when all were there, as far as they can from where they stand in the
    rows beside; the pills that the edges cut are the words before and after those of their row. Level rows fill the
    height; of turned ones there are at least `rows`, and as many more above them as it takes to run off the top.
    """
    return _placed(tuple(widths), height, gap, rows, turn, rect) if widths else Marquee((), ())


@lru_cache(maxsize=64)
def _placed(widths: tuple[float, ...], height: float, gap: float, rows: int, turn: float, rect: Rect) -> Marquee:
    pitch = height + gap
    if not turn:
        # Level rows stay inside, where there is room for fewer as well.
        rows = max(1, math.floor((rect.height + gap) / pitch + 0.01))
        spare = rect.height - rows * height - (rows - 1) * gap
        pitch += max(0.0, min(spare / max(1, rows - 1), (_LOOSEST - 1) * gap))
        return _set(widths, height, gap, rows, rows, 0.0, pitch, rect)
    # Rows are added until the lower end of the uppermost runs off the top, too.
    count = max(rows, math.ceil((rect.height + gap) / pitch))
    found = _set(widths, height, gap, rows, count, turn, pitch, rect)
    # Where the top edge cuts words that stand nowhere else, fewer rows are trusted to hold all of them.
    for fewer in range(rows - 1, max(0, rows - 1 - _TRIES), -1):
        if not found.hidden:
            break
        other = _set(widths, height, gap, fewer, count, turn, pitch, rect)
        found = min(found, other, key=lambda marquee: len(marquee.hidden))
    return found


def _set(
    widths: tuple[float, ...], height: float, gap: float, rows: int, count: int, turn: float, pitch: float, rect: Rect
) -> Marquee:
    """So many rows for all words, and others above them up to `count`."""
    angle = math.radians(turn)
    sine = math.sin(abs(angle))
    block = (count - 1) * pitch + height
    # The corner that the turn brings lowest stands on the bottom edge.
    top = rect.bottom - block - rect.width / 2 * sine
    # The turned rows must still reach the edges: their reach grows with the height of the block.
    room = rect.width / math.cos(angle) - 2 * gap
    reach = rect.width * math.cos(angle) / 2 + block * sine / 2 + gap
    setting = _Setting(widths, gap, room, reach, rect.x + rect.width / 2)
    lines, waiting = setting.lines(rows, strict=False)
    if waiting:
        lines, waiting = min(((lines, waiting), setting.lines(rows, strict=True)), key=lambda found: len(found[1]))
    # What stands above these may be cut by the top edge: words that have had no place come first.
    for number in range(count - rows):
        line = setting.line(waiting, lines[:2], -1 - number, 1)
        waiting = tuple(index for index in waiting if index not in line.whole)
        lines.insert(0, line)
    spots = [
        (index, Rect(x, top + number * pitch, widths[index], height))
        for number, line in enumerate(lines)
        for index, x in line.pills
    ]
    whole = {index for index, pill in spots if _reads_whole(pill, angle, rect)}
    return Marquee(tuple(spots), tuple(index for index in range(len(widths)) if index not in whole))


def _reads_whole(pill: Rect, angle: float, rect: Rect) -> bool:
    """Whether all of the words of a pill are inside `rect` once it is turned about the middle of that."""
    middle_x, middle_y = rect.center
    pad = _PAD * pill.height
    for x in (pill.x + pad, pill.right - pad):
        for y in (pill.y + pad, pill.bottom - pad):
            across = middle_x + (x - middle_x) * math.cos(angle) - (y - middle_y) * math.sin(angle)
            down = middle_y + (x - middle_x) * math.sin(angle) + (y - middle_y) * math.cos(angle)
            if not (rect.x <= across <= rect.right and rect.y <= down <= rect.bottom):
                return False
    return True


class _Setting(Struct, frozen=True):
    """What rows are set in: `room` for whole pills and `reach` from the middle to where the last may be cut."""

    widths: tuple[float, ...]
    gap: float
    room: float
    reach: float
    middle: float

    def lines(self, rows: int, strict: bool) -> tuple[list[_Line], tuple[int, ...]]:
        """So many rows and the words left over; `strict` thinks of nothing else than that few are."""
        lines: list[_Line] = []
        waiting = tuple(range(len(self.widths)))
        for number in range(rows):
            line = self.line(waiting, lines[-1:-3:-1], number, rows - number, strict=strict)
            waiting = tuple(index for index in waiting if index not in line.whole)
            lines.append(line)
        return lines, waiting

    def line(
        self, waiting: Sequence[int], beside: Sequence[_Line], number: int, left: int, strict: bool = False
    ) -> _Line:
        """Of the rows that leave no more words waiting for their first time than the `left` rows can take, the one that
        keeps all words farthest from themselves in the rows `beside`, the nearest of them first."""
        total = len(self.widths)
        follows = (beside[0].whole[-1] + 1) % total if beside else 0
        starts = [(follows + ahead) % total for ahead in range(total)]
        usual = _SHARES[number % len(_SHARES)]
        # Many words keep clear of themselves without that.
        shares = (usual, (usual + 0.5) % 1) if total <= _FEW else (usual,)
        firsts = [tuple(waiting)] if strict and waiting else dict.fromkeys([tuple(waiting), ()])
        shifts = (0.0,) if strict else (0.0, self.pitch / 2)
        lines = [
            self._from(first, start, share, shift)
            for first in firsts
            for start in starts
            for share in shares
            for shift in shifts
        ]
        most = max(len({*line.whole} & {*waiting}) for line in lines)
        needed = most if strict else min(most, len(waiting) - (most - 1) * (left - 1))
        full = (line for line in lines if len({*line.whole} & {*waiting}) >= needed)
        return min(full, key=lambda line: self._repeats(line, beside))

    @property
    def pitch(self) -> float:
        """How far apart pills begin, on the average."""
        return sum(self.widths) / len(self.widths) + self.gap

    def _from(self, waiting: Sequence[int], start: int, share: float, shift: float) -> _Line:
        total = len(self.widths)
        whole: list[int] = []
        room = left = self.room - shift
        for index in [*waiting, *((start + ahead) % total for ahead in range(total))]:
            if self.widths[index] <= left and index not in whole:
                whole.append(index)
                left -= self.widths[index] + self.gap
            elif index not in waiting and index not in whole:
                break
        whole = whole or [waiting[0] if waiting else start]
        used = sum(self.widths[index] for index in whole) + self.gap * (len(whole) - 1)
        first = self.middle - self.room / 2 + shift + share * max(0.0, room - used)
        words = list(whole)
        x, end = first, first + used + self.gap
        while end < self.middle + self.reach:
            words.append(self._next(words, 1))
            end += self.widths[words[-1]] + self.gap
        while x - self.gap > self.middle - self.reach:
            words.insert(0, self._next(words, -1))
            x -= self.widths[words[0]] + self.gap
        pills: list[tuple[int, float]] = []
        for index in words:
            pills.append((index, x))
            x += self.widths[index] + self.gap
        return _Line(tuple(whole), tuple(pills))

    def _next(self, words: Sequence[int], step: int) -> int:
        """The word that goes on at an end of a row: the next that is not in it, the next of all where all are."""
        total = len(self.widths)
        last = words[-1] if step > 0 else words[0]
        following = [(last + step * ahead) % total for ahead in range(1, total + 1)]
        return next((one for one in following if one not in words), following[0])

    def _repeats(self, line: _Line, beside: Sequence[_Line]) -> float:
        """How close words of a row stand to themselves in the rows beside it, less in the farther one, and how many of
        its edges line up with those of the nearest."""
        pitch = self.pitch
        far, near = _APART * pitch, _LINED_UP * pitch
        edges = [x for _, x in beside[0].pills] if beside else []
        lined_up = sum(any(abs(x - edge) < near for edge in edges) for _, x in line.pills)
        return _SEAM * lined_up / len(line.pills) + sum(
            max(0.0, 1.0 - abs(x - other_x) / far) ** 3 / (1 + 9 * distance)
            for distance, other in enumerate(beside)
            for index, x in line.pills
            for other_index, other_x in other.pills
            if index == other_index
        )
