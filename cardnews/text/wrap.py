"""Where lines do end: an exact search over all ways to set a paragraph in a given number of lines.

Everything here is numbers: `starts[i]` and `ends[i]` are the edges of eojeol `i` if the paragraph were one line, so a
line of eojeol `i` to `j` is `ends[j] - starts[i]` wide. No font is needed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Mode = Literal["display", "body"]


@dataclass(frozen=True, slots=True)
class Weights:
    """What makes a setting of lines bad; costs are added up over the lines (100 = one empty line).

    slack: times the squared share of the measure (display: of the widest line) that a line leaves empty;
    short_last: times the squared share by which a last line falls under `last_share` of the widest line;
    lone_last: a last line of one eojeol under `last_share`;
    """

    slack: float = 100.0
    short_last: float = 120.0
    lone_last: float = 6.0
    last_share: float = 0.35


WEIGHTS = Weights()
# No card holds a paragraph of more eojeol; longer ones are set greedily so that a hostile script costs no time.
MOST_EXACT = 60


@dataclass(frozen=True, slots=True)
class Wrapped:
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
        return _search(starts, ends, gaps, width, width, lines, mode, weights)
    # The widest line of the best setting is one of the possible lines, so each is tried as the measure, narrowest
    # first, until even a perfectly even setting with the cheapest breaks would cost more at the next one.
    total = ends[-1] - starts[0]
    words = [end - start for start, end in zip(starts, ends, strict=True)]
    least = max(max(words), sum(words) / lines) - 1e-6
    cheapest = sum(sorted(gaps)[: lines - 1])
    best: Wrapped | None = None
    for measure in sorted(
        {
            round(ends[last] - starts[first], 6)
            for first in range(count)
            for last in range(first, count)
            if least <= ends[last] - starts[first] <= width + 1e-6
        }
    ):
        slack = max(0.0, 1.0 - total / (lines * measure)) if measure > 0 else 0.0
        if best is not None and cheapest + 0.5 * weights.slack * lines * slack * slack >= best.cost:
            break
        found = _search(starts, ends, gaps, measure, measure, lines, mode, weights)
        if found is not None and (best is None or found.cost < best.cost - 1e-9):
            best = found
    return best


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
    limit: float,
    measure: float,
    lines: int,
    mode: Mode,
    weights: Weights,
) -> Wrapped | None:
    """Dynamic programming over (lines used, eojeol set); ties go to the earlier break, so results are stable."""
    count = len(starts)
    previous: list[float] = [math.inf] * (count + 1)
    previous[0] = 0.0
    history: list[list[int]] = []
    for line in range(1, lines + 1):
        current = [math.inf] * (count + 1)
        came_from = [-1] * (count + 1)
        for first in range(line - 1, count):
            base = previous[first]
            if base == math.inf:
                continue
            for last in range(first, count - (lines - line)):
                line_width = ends[last] - starts[first]
                if line_width > limit + 1e-6:
                    break
                final = last == count - 1
                if final != (line == lines):
                    continue
                cost = base + _line_cost(line_width, measure, last == first, final, mode, weights)
                if not final:
                    cost += gaps[last]
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
