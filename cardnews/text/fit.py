"""Fitting: which size, how many lines and which breaks set a text best in the room it has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from cardnews.text.breaks import Eojeol
from cardnews.text.paragraphs import Paragraphs, Step
from cardnews.text.shape import Cluster
from cardnews.text.tear import atoms_of, is_seam, tear_cost, tightened
from cardnews.text.wrap import WEIGHTS, Mode, Weights, Wrapped, fewest_lines, wrap_lines

# The price of what the optimizer may trade, in the units of `wrap.Weights`.
SIZE_COST = 60.0  # times the share of the size given up, and more for each further share
SIZE_BEND = 2.5
_COLLAPSED = 0.62  # of a headline's size; below that one whole eojeol is not worth it
LINE_COST = 2.0  # for each line more than the fewest
# Where sizes are to choose from, an uneven line at one of them is the price of a good break, and worth it more often.
FREE = replace(WEIGHTS, slack=40.0)


class LineRange(Struct, frozen=True):
    """One set line: clusters `first` to `last` (exclusive), characters, why it ended, rule ids of its break.

    A `tight` line sets its strong runs with the advances of the regular weight, since with their own it would not fit.
    """

    first: int
    last: int
    start: int
    end: int
    width: float
    ended: str
    rules: tuple[str, ...]
    tight: bool = False


class Fitted(Struct, frozen=True):
    """A text at one step: its lines and its extent in px. `torn` counts eojeol that had to be broken inside;
    `instead` is the shortened text that was set in place of the whole one."""

    step: Step
    lines: tuple[LineRange, ...]
    width: float
    height: float
    cost: float
    torn: int
    rung: int
    instead: Paragraphs | None = None

    @property
    def tight_height(self) -> float:
        """The height in px without the half leading above the first line and below the last."""
        return self.height - self.step.size * max(0.0, self.step.leading - 1.0)


def set_lines(
    paragraphs: Paragraphs,
    step: Step,
    width: float,
    mode: Mode,
    extra: int = 0,
    rung: int = 0,
    tear: bool = False,
    most: int | None = None,
    weights: Weights = WEIGHTS,
    at_least: int = 1,
) -> Fitted | None:
    """All paragraphs at `step`, each in its fewest lines or, where those are several, up to `extra` more if that costs
    less.

    A text without newlines takes `at_least` so many lines where it has as many eojeol.
    None where an eojeol is wider than the measure and `tear` is not asked for, or where it takes over `most` lines.
    """
    key = (step, round(width, 3), mode, extra, rung, tear, most, weights, at_least)
    if key not in paragraphs.settings:
        paragraphs.settings[key] = _set(paragraphs, step, width, mode, extra, rung, tear, most, weights, at_least)
    found = paragraphs.settings[key]
    return found if isinstance(found, Fitted) else None


def _set(
    paragraphs: Paragraphs,
    step: Step,
    width: float,
    mode: Mode,
    extra: int,
    rung: int,
    tear: bool,
    most: int | None,
    weights: Weights,
    at_least: int,
) -> Fitted | None:
    used = 0
    alone = len(paragraphs.runs) == 1
    settings: list[tuple[tuple[Eojeol, ...], Wrapped]] = []
    for runs in paragraphs.runs:
        if not runs:
            settings.append(((), Wrapped((0,), 0.0, 0.0)))
            continue
        whole = runs
        if tear:
            runs = atoms_of(paragraphs, runs, step, width)
        starts, ends = paragraphs.edges(runs, step)
        if any(end - start > width + 1e-6 for start, end in zip(starts, ends, strict=True)):
            return None
        gaps = _gap_costs(paragraphs, runs, whole)
        lines = fewest_lines(starts, ends, width)
        if alone:
            lines = max(lines, min(at_least, len(runs)))
        used += lines
        if most is not None and used > most:
            return None
        wrapped = wrap_lines(starts, ends, gaps, width, lines, mode, weights)
        if wrapped is None:
            return None
        # One line has no break that a further line could better.
        for more in range(1, extra + 1 if lines > 1 else 1):
            other = wrap_lines(starts, ends, gaps, width, lines + more, mode, weights)
            if other is not None and other.cost + LINE_COST * more < wrapped.cost:
                wrapped = Wrapped(other.ends, other.width, other.cost + LINE_COST * more)
        settings.append((runs, wrapped))
    lines_set = [line for runs, wrapped in settings for line in _line_ranges(paragraphs, runs, wrapped, step, width)]
    if lines_set:
        lines_set[-1] = replace(lines_set[-1], ended="end", rules=())
    return Fitted(
        step,
        tuple(lines_set),
        max((line.width for line in lines_set), default=0.0),
        len(lines_set) * step.size * step.leading,
        sum(wrapped.cost for _, wrapped in settings),
        _torn(paragraphs, lines_set) if tear else 0,
        rung,
    )


def _torn(paragraphs: Paragraphs, lines: Sequence[LineRange]) -> int:
    """How many eojeol some line ends inside of."""
    ends = [line.end for line in lines if line.ended == "torn"]
    return sum(any(run.start < end < run.end for end in ends) for runs in paragraphs.runs for run in runs)


def _gap_costs(paragraphs: Paragraphs, runs: Sequence[Eojeol], whole: Sequence[Eojeol]) -> list[float]:
    """What ending a line after each of `runs` costs; inside one of the `whole` eojeol that is a tear."""
    if runs is whole:
        return [paragraphs.gap(one, two)[0] for one, two in pairwise(runs)]
    text = paragraphs.marked.text
    holders = iter(whole)
    holder = next(holders)
    costs: list[float] = []
    for one, two in pairwise(runs):
        while holder.end <= one.start:
            holder = next(holders)
        inside = one.end < holder.end
        costs.append(tear_cost(text, holder, two.start) if inside else paragraphs.gap(one, two)[0])
    return costs


def _line_ranges(
    paragraphs: Paragraphs, runs: Sequence[Eojeol], wrapped: Wrapped, step: Step, width: float
) -> list[LineRange]:
    if not runs:
        return [LineRange(0, 0, 0, 0, 0.0, "author", ())]
    lines: list[LineRange] = []
    no_rules: tuple[str, ...] = ()
    first = 0
    for end in wrapped.ends:
        start_offset, end_offset = runs[first].start, runs[end - 1].end
        ended, rules = "author", no_rules
        if end < len(runs):
            torn = runs[end - 1].end == runs[end].start
            ended, rules = ("torn", no_rules) if torn else ("wrap", paragraphs.gap(runs[end - 1], runs[end])[1])
        first_cluster, last_cluster = paragraphs.cluster_index(start_offset), paragraphs.cluster_index(end_offset)
        measured = paragraphs.width(start_offset, end_offset, step)
        extra = (one.advance - one.measured for one in paragraphs.shaped.clusters[first_cluster:last_cluster])
        own = measured + sum(extra) * step.size
        tight = own > width + 1e-6
        lines.append(
            LineRange(
                first_cluster,
                last_cluster,
                start_offset,
                end_offset,
                measured if tight else own,
                ended,
                rules,
                tight,
            )
        )
        first = end
    return lines


def size_cost(share: float) -> float:
    """What giving up a share of the size costs: a little is hardly seen, much is a smaller headline."""
    return SIZE_COST * share * (1.0 + SIZE_BEND * share)


def fit_text(
    paragraphs: Paragraphs,
    ladder: Sequence[Step],
    width: float,
    *,
    mode: Mode,
    max_lines: int | None,
    max_height: float | None = None,
    first_rung: int = 0,
    nominal: int = 0,
    extra: int = 1,
    at_least: int = 1,
    tighten: bool = False,
) -> Fitted | None:
    """The cheapest setting over the rungs of `ladder` from `first_rung` on.

    `nominal` is the rung of the role's own size; those before it are growth. A rung counts if its lines fit
    `max_lines` and `max_height` (px). Costs weigh a smaller size against better breaks (`SIZE_COST`), so another good
    break is preferred to a smaller size, and a smaller size to a bad break. Where an eojeol is wider than the measure,
    the text gives tracking (if `tighten` says so), then size, and is torn at the last rung. None if nothing fits.
    """
    best: Fitted | None = None
    least = paragraphs.least_cost()
    weights = FREE if len(ladder) > 1 else WEIGHTS
    for rung in range(first_rung, len(ladder)):
        step = ladder[rung]
        given_up = size_cost(max(0.0, 1.0 - step.size / ladder[nominal].size))
        if best is not None and given_up + least >= best.cost:
            break
        tighter = tightened(paragraphs, step, width) if tighten else None
        if tighter is not None:
            # An em of tracking is about the width of a syllable, so the text gives as much as a smaller size would.
            given_up += SIZE_COST * (step.tracking - tighter.tracking)
            step = tighter
        most = _most_lines(step, max_lines, max_height)
        for more in dict.fromkeys((extra, 0)):
            found = set_lines(paragraphs, step, width, mode, more, rung, most=most, weights=weights, at_least=at_least)
            fitted = _at_most(found, most)
            if fitted is not None:
                break
        if fitted is None:
            continue
        cost = fitted.cost + given_up
        if best is None or cost < best.cost - 1e-9:
            best = Fitted(step, fitted.lines, fitted.width, fitted.height, cost, 0, rung)
    if mode == "display" and ladder and (best is None or best.step.size < _COLLAPSED * ladder[nominal].size):
        parts = _parted(paragraphs, ladder, width, best, max(first_rung, nominal), max_lines, max_height, at_least)
        best = best if parts is None else parts
    if best is None and ladder:
        last = len(ladder) - 1
        most = _most_lines(ladder[last], max_lines, max_height)
        for more in dict.fromkeys((extra, 0)):
            found = set_lines(paragraphs, ladder[last], width, mode, more, last, tear=True, most=most, weights=weights)
            best = _at_most(found, most)
            if best is not None:
                break
    return best


def _parted(
    paragraphs: Paragraphs,
    ladder: Sequence[Step],
    width: float,
    whole: Fitted | None,
    first: int,
    max_lines: int | None,
    max_height: float | None,
    at_least: int,
) -> Fitted | None:
    """A headline whose size has collapsed for the sake of one long compound, with that parted at its seams: the largest
    that fits, if it is larger than the `whole` one, where there is one, by enough to be worth it."""
    text = paragraphs.marked.text
    # Lines that are asked for are lines of whole eojeol.
    at_least = min(at_least, max(map(len, paragraphs.runs), default=1))
    for rung in range(first, len(ladder)):
        step = ladder[rung]
        if whole is not None and step.size * _COLLAPSED < whole.step.size:
            break
        if paragraphs.widest(step) <= width + 1e-6:
            break  # it is not for one eojeol that the size gave way
        most = _most_lines(step, max_lines, max_height)
        for more in (0, 1):
            lines = set_lines(paragraphs, step, width, "display", more, rung, tear=True, most=most, at_least=at_least)
            found = _at_most(lines, most)
            if found is not None and all(is_seam(text, line.end) for line in found.lines if line.ended == "torn"):
                return found
    return None


def _most_lines(step: Step, max_lines: int | None, max_height: float | None) -> int | None:
    """How many lines of `step` fit a height (without the half leading at both ends) and a limit of lines."""
    if max_height is None:
        return max_lines
    leading = step.size * step.leading
    spare = max_height - step.size * min(step.leading, 1.0) + 1e-6
    by_height = 0 if spare < 0 else 1 + int(spare // leading)
    return by_height if max_lines is None else min(by_height, max_lines)


def _at_most(fitted: Fitted | None, most: int | None) -> Fitted | None:
    return None if fitted is None or (most is not None and len(fitted.lines) > most) else fitted


def characters_over(
    paragraphs: Paragraphs, step: Step, width: float, mode: Mode, max_lines: int | None, max_height: float | None
) -> int:
    """How many characters (spaces and newlines not counted) are too many at `step`, at least 1."""
    limit = max_lines if max_lines is not None else 10_000
    if max_height is not None:
        limit = min(limit, max(1, int((max_height + 1e-6) // (step.size * step.leading))))
    fitted = set_lines(paragraphs, step, width, mode, 0, 0, tear=True)
    if fitted is None or len(fitted.lines) <= limit:
        return 1
    text = paragraphs.marked.text
    kept_end = fitted.lines[limit - 1].end
    return max(1, len(text[kept_end:].replace(" ", "").replace("\n", "")))


def one_line_width(paragraphs: Paragraphs, step: Step) -> float:
    """The width in px the text wants if only the author's newlines end lines."""
    return max((paragraphs.width(runs[0].start, runs[-1].end, step) for runs in paragraphs.runs if runs), default=0.0)


def pen_advance(cluster: Cluster, line: LineRange, step: Step) -> float:
    """How far in em the pen goes on behind a cluster of `line`."""
    advance = cluster.measured if line.tight else cluster.advance
    return advance + (0.0 if cluster.bare else step.tracking) + (step.space if cluster.space else 0.0)


def cluster_slice(paragraphs: Paragraphs, line: LineRange) -> tuple[Cluster, ...]:
    """The clusters of one line."""
    return paragraphs.shaped.clusters[line.first : line.last]
