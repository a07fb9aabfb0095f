"""Where lines do end: an exact search over all ways to set a paragraph in a given number of lines.

Everything here is numbers: `starts[i]` and `ends[i]` are the edges of eojeol `i` if the paragraph were one line, so a
line of eojeol `i` to `j` is `ends[j] - starts[i]` wide. No font is needed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

Mode = Literal["display", "body"]


class Weights(Struct, frozen=True):
    """What makes a setting of lines bad; costs are added up over the lines (`slack` = one empty line).

    slack: times the squared share of the measure (display: of the widest line) that a line leaves empty;
    short_last: times the squared share by which a last line falls under `last_share` of the widest line;
    lone_last: a last line of one eojeol under `last_share`, more than any single break costs;
    """

    slack: float = 116.0
    short_last: float = 120.0
    lone_last: float = 150.0
    last_share: float = 0.35


WEIGHTS = Weights()
# No card holds a paragraph of more eojeol; longer ones are set greedily so that a hostile script costs no time.
MOST_EXACT = 60


class Wrapped(Struct, frozen=True):
    """Line ends as eojeol indexes (exclusive), the widest line, and what the setting costs."""

    ends: tuple[int, ...]
    width: float
    cost: float

    @property
    def lines(self) -> int:
        return len(self.ends)


def fewest_lines(starts: Sequence[float], ends: Sequence[float], width: float) -> int:
    """The number of lines greedy setting needs, which is the fewest; an over-wide eojeol takes a line alone."""
    lines, line_start = 1, starts[0] if starts else 0.0
    for start, end in zip(starts, ends, strict=True):
        if end - line_start > width + 1e-6 and start > line_start:
            lines, line_start = lines + 1, start
    return lines


def wrap_lines(
    starts: Sequence[float],
    ends: Sequence[float],
    gaps: Sequence[float],
    width: float,
    lines: int,
    mode: Mode,
    weights: Weights = WEIGHTS,
) -> Wrapped | None:
    """The cheapest setting of the paragraph in exactly `lines` lines no wider than `width`, or None.

    `gaps[i]` is the cost of ending a line after eojeol `i` (see `phrase`). In display mode slack counts against the
    widest line of the setting, so lines come out even; in body mode against the measure and not for the last line.
    """
    count = len(starts)
    if not 1 <= lines <= count:
        return None
    if lines == 1:
        natural = ends[-1] - starts[0]
        return Wrapped((count,), natural, 0.0) if natural <= width + 1e-6 else None
    if count > MOST_EXACT:
        return _greedy(starts, ends, width) if lines == fewest_lines(starts, ends, width) else None
    if mode == "body":
        rest = _cheapest_breaks(starts, ends, gaps, width, lines)
        return _search(starts, ends, gaps, width, lines, mode, weights, rest, math.inf)
    # The widest line of the best setting is one of the possible lines, so each is tried as the measure, narrowest
    # first, until even a perfectly even setting with the cheapest breaks there are would cost more at the next one.
    total = ends[-1] - starts[0]
    words = [end - start for start, end in zip(starts, ends, strict=True)]
    least = max(max(words), sum(words) / lines) - 1e-6
    rest = _cheapest_breaks(starts, ends, gaps, width, lines)
    best: Wrapped | None = None
    for measure in sorted(
        {
            round(ends[last] - starts[first], 6)
            for first in range(count)
            for last in range(first, count)
            if least <= ends[last] - starts[first] <= width + 1e-6
        }
    ):
        # An even setting spreads what is left empty so that the last line, which costs half, takes twice as much.
        empty = max(0.0, lines - total / measure) if measure > 0 else 0.0
        if best is not None and rest[lines][0] + weights.slack * empty * empty / (lines + 1) >= best.cost:
            break
        bound = math.inf if best is None else best.cost
        found = _search(starts, ends, gaps, measure, lines, mode, weights, rest, bound)
        if found is not None and (best is None or found.cost < best.cost - 1e-9):
            best = found
    return best


def _cheapest_breaks(
    starts: Sequence[float], ends: Sequence[float], gaps: Sequence[float], width: float, lines: int
) -> list[list[float]]:
    """By lines left and first eojeol of the next: what the breaks still to come cost at least, whatever the lines
    look like. Infinite where no lines of `width` hold the rest."""
    count = len(starts)
    table = [[math.inf] * count + [0.0]]
    for _ in range(lines):
        later = table[-1]
        now = [math.inf] * (count + 1)
        for first in range(count):
            least = math.inf
            for last in range(first, count):
                if ends[last] - starts[first] > width + 1e-6:
                    break
                cost = later[last + 1] + (gaps[last] if last < count - 1 else 0.0)
                if cost < least:
                    least = cost
            now[first] = least
        table.append(now)
    return table


def _greedy(starts: Sequence[float], ends: Sequence[float], width: float) -> Wrapped | None:
    """Each line as full as it gets."""
    line_ends: list[int] = []
    first = 0
    widest = 0.0
    for index in range(1, len(starts) + 1):
        if index == len(starts) or ends[index] - starts[first] > width + 1e-6:
            line_ends.append(index)
            widest = max(widest, ends[index - 1] - starts[first])
            first = index
    return None if widest > width + 1e-6 else Wrapped(tuple(line_ends), widest, 0.0)


def _search(
    starts: Sequence[float],
    ends: Sequence[float],
    gaps: Sequence[float],
    measure: float,
    lines: int,
    mode: Mode,
    weights: Weights,
    rest: Sequence[Sequence[float]],
    bound: float,
) -> Wrapped | None:
    """Dynamic programming over (lines used, eojeol set); ties go to the earlier break, so results are stable.

    `rest` is what `_cheapest_breaks` says; what cannot come out below `bound` is left aside.
    """
    count = len(starts)
    limit = measure + 1e-6
    bound -= 1e-9
    previous: list[float] = [math.inf] * (count + 1)
    previous[0] = 0.0
    history: list[list[int]] = []
    for line in range(1, lines + 1):
        final = line == lines
        to_come, still = rest[lines - line], rest[lines - line + 1]
        current = [math.inf] * (count + 1)
        came_from = [-1] * (count + 1)
        for first in range(line - 1, count):
            base = previous[first]
            if base + still[first] >= bound:
                continue
            start = starts[first]
            for last in range(first, count - (lines - line)):
                line_width = ends[last] - start
                if line_width > limit:
                    break
                if final != (last == count - 1):
                    continue
                cost = base if final else base + gaps[last]
                if cost + to_come[last + 1] >= bound:
                    continue
                cost += _line_cost(line_width, measure, last == first, final, mode, weights)
                if cost < current[last + 1] - 1e-9:
                    current[last + 1] = cost
                    came_from[last + 1] = first
        history.append(came_from)
        previous = current
    if previous[count] == math.inf:
        return None
    line_ends = [count]
    for came_from in reversed(history[1:]):
        line_ends.append(came_from[line_ends[-1]])
    line_ends.reverse()
    first_of_line = [0, *line_ends[:-1]]
    widest = max(ends[end - 1] - starts[first] for first, end in zip(first_of_line, line_ends, strict=True))
    return Wrapped(tuple(line_ends), widest, previous[count])


def _line_cost(line_width: float, measure: float, single: bool, final: bool, mode: Mode, weights: Weights) -> float:
    share = line_width / measure if measure > 0 else 1.0
    slack = max(0.0, 1.0 - share)
    if final and mode == "body":
        cost = 0.0
    elif final:
        cost = weights.slack * 0.5 * slack * slack
    else:
        cost = weights.slack * slack * slack
    if final and share < weights.last_share:
        shortfall = 1.0 - share / weights.last_share
        cost += weights.short_last * shortfall * shortfall
        if single:
            cost += weights.lone_last
    return cost
