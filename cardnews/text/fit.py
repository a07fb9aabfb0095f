"""Fitting: which size, how many lines and which breaks set a text best in the room it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from cardnews.text.breaks import Eojeol, emergency_breaks, eojeol_of, paragraphs_of
from cardnews.text.markup import MarkedText
from cardnews.text.phrase import gap_cost
from cardnews.text.shape import Cluster, Face, Shaped, shape_text
from cardnews.text.wrap import Mode, Wrapped, fewest_lines, wrap_lines

# The price of what the optimizer may trade, in the units of `wrap.Weights`.
SIZE_COST = 160.0  # times the share of the size given up
LINE_COST = 4.0  # for each line more than the fewest


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of a fit ladder: size in px, leading as a multiple of it, tracking and word space in em."""

    size: float
    leading: float
    tracking: float
    space: float
    role: str


@dataclass(frozen=True, slots=True)
class LineRange:
    """One set line: clusters `first` to `last` (exclusive), characters, why it ended, rule ids of its break."""

    first: int
    last: int
    start: int
    end: int
    width: float
    ended: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
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


class Paragraphs:
    """A shaped text ready to be broken at any size: edges of its eojeol in em without tracking, and gap costs."""

    def __init__(self, marked: MarkedText, shaped: Shaped) -> None:
        self.marked = marked
        self.shaped = shaped
        text = marked.text
        self.characters = len(text.replace("\n", "").replace(" ", ""))
        clusters = shaped.clusters
        self._advance = (0.0, *accumulate(cluster.advance for cluster in clusters))
        self._spaces = (0, *accumulate(int(cluster.space) for cluster in clusters))
        index_at: dict[int, int] = {cluster.start: index for index, cluster in enumerate(clusters)}
        index_at[len(text)] = len(clusters)
        self.runs: tuple[tuple[Eojeol, ...], ...] = tuple(
            eojeol_of(text, start, end) for start, end in paragraphs_of(text)
        )
        self._cluster_at = index_at
        self._gaps: dict[tuple[int, int], tuple[float, tuple[str, ...]]] = {}
        self._wrapped: dict[tuple[object, ...], Wrapped | None] = {}

    def cluster_index(self, offset: int) -> int:
        """The cluster that begins at or holds `offset`."""
        while offset not in self._cluster_at:
            offset -= 1
        return self._cluster_at[offset]

    def width(self, start: int, end: int, step: Step) -> float:
        """Width in px of characters `start` to `end` on one line; no tracking after the last cluster."""
        first, last = self.cluster_index(start), self.cluster_index(end)
        if last <= first:
            return 0.0
        em = self._advance[last] - self._advance[first]
        em += step.space * (self._spaces[last] - self._spaces[first])
        em += step.tracking * (last - first - 1)
        return em * step.size

    def shortened(self, kept: int, face: Face) -> Paragraphs | None:
        """The first `kept` characters with an ellipsis; None where that would cut a cluster or end in a space."""
        text = self.marked.text
        if kept not in self._cluster_at or text[kept - 1].isspace():
            return None
        marked = MarkedText(
            text[:kept] + "…", (), (*self.marked.origin[:kept], *self.marked.origin[kept - 1 : kept + 1])
        )
        return Paragraphs(marked, shape_text(marked, face))

    def gap(self, before: Eojeol, after: Eojeol) -> tuple[float, tuple[str, ...]]:
        key = (before.start, after.end)
        if key not in self._gaps:
            text = self.marked.text
            self._gaps[key] = gap_cost(text[before.start : before.end], text[after.start : after.end])
        return self._gaps[key]

    def edges(self, runs: Sequence[Eojeol], step: Step) -> tuple[list[float], list[float]]:
        """Left and right edge in px of each eojeol if `runs` stood on one line."""
        origin = self.cluster_index(runs[0].start)

        def position(index: int) -> float:
            em = self._advance[index] - self._advance[origin]
            em += step.space * (self._spaces[index] - self._spaces[origin]) + step.tracking * (index - origin)
            return em * step.size

        starts = [position(self.cluster_index(run.start)) for run in runs]
        ends = [position(self.cluster_index(run.end)) - step.tracking * step.size for run in runs]
        return starts, ends


def _tear(paragraphs: Paragraphs, runs: Sequence[Eojeol], step: Step, width: float) -> tuple[tuple[Eojeol, ...], int]:
    """Break over-wide eojeol inside, as evenly as the measure allows."""
    pieces: list[Eojeol] = []
    torn = 0
    for run in runs:
        if paragraphs.width(run.start, run.end, step) <= width + 1e-6:
            pieces.append(run)
            continue
        torn += 1
        start = run.start
        offsets = [*emergency_breaks(paragraphs.marked.text, run), run.end]
        for position, offset in enumerate(offsets):
            following = offsets[position + 1] if position + 1 < len(offsets) else None
            if following is None or paragraphs.width(start, following, step) > width:
                pieces.append(Eojeol(start, offset))
                start = offset
    return tuple(pieces), torn


def set_lines(
    paragraphs: Paragraphs, step: Step, width: float, mode: Mode, extra: int = 0, rung: int = 0, tear: bool = False
) -> Fitted | None:
    """All paragraphs at `step`, each in its fewest lines (`extra` more in the one that gains most).

    None where an eojeol is wider than the measure and `tear` is not asked for.
    """
    settings: list[tuple[tuple[Eojeol, ...], Wrapped]] = []
    torn = 0
    for runs in paragraphs.runs:
        if not runs:
            settings.append(((), Wrapped((0,), 0.0, 0.0)))
            continue
        if tear:
            runs, count = _tear(paragraphs, runs, step, width)
            torn += count
        starts, ends = paragraphs.edges(runs, step)
        if any(end - start > width + 1e-6 for start, end in zip(starts, ends, strict=True)):
            return None
        gaps = [paragraphs.gap(one, two)[0] for one, two in pairwise(runs)]
        lines = fewest_lines(starts, ends, width)
        wrapped = wrap_lines(starts, ends, gaps, width, lines, mode)
        if wrapped is None:
            return None
        for more in range(1, extra + 1):
            other = wrap_lines(starts, ends, gaps, width, lines + more, mode)
            if other is not None and other.cost + LINE_COST * more < wrapped.cost:
                wrapped = Wrapped(other.ends, other.width, other.cost + LINE_COST * more)
        settings.append((runs, wrapped))
    lines_set = [line for runs, wrapped in settings for line in _line_ranges(paragraphs, runs, wrapped, step)]
    if lines_set:
        lines_set[-1] = LineRange(
            lines_set[-1].first,
            lines_set[-1].last,
            lines_set[-1].start,
            lines_set[-1].end,
            lines_set[-1].width,
            "end",
            (),
        )
    return Fitted(
        step,
        tuple(lines_set),
        max((line.width for line in lines_set), default=0.0),
        len(lines_set) * step.size * step.leading,
        sum(wrapped.cost for _, wrapped in settings),
        torn,
        rung,
    )


def _line_ranges(paragraphs: Paragraphs, runs: Sequence[Eojeol], wrapped: Wrapped, step: Step) -> list[LineRange]:
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
        lines.append(
            LineRange(
                paragraphs.cluster_index(start_offset),
                paragraphs.cluster_index(end_offset),
                start_offset,
                end_offset,
                paragraphs.width(start_offset, end_offset, step),
                ended,
                rules,
            )
        )
        first = end
    return lines


def fit_text(
    paragraphs: Paragraphs,
    ladder: Sequence[Step],
    width: float,
    *,
    mode: Mode,
    max_lines: int | None,
    max_height: float | None = None,
    first_rung: int = 0,
    extra: int = 1,
) -> Fitted | None:
    """The cheapest setting over the rungs of `ladder` from `first_rung` on.

    A rung counts if its lines fit `max_lines` and `max_height` (px). Costs weigh a smaller size against better
    breaks (`SIZE_COST`), so another good break is preferred to a smaller size, and a smaller size to a bad break.
    An eojeol wider than the measure at every rung is torn at the last one. None if nothing fits.
    """
    best: Fitted | None = None
    nominal = ladder[0].size if ladder else 0.0
    for rung in range(first_rung, len(ladder)):
        step = ladder[rung]
        given_up = SIZE_COST * max(0.0, 1.0 - step.size / nominal)
        if best is not None and given_up >= best.cost:
            break
        fitted = _within(set_lines(paragraphs, step, width, mode, extra, rung), max_lines, max_height) or _within(
            set_lines(paragraphs, step, width, mode, 0, rung), max_lines, max_height
        )
        if fitted is None:
            continue
        cost = fitted.cost + given_up
        if best is None or cost < best.cost - 1e-9:
            best = Fitted(step, fitted.lines, fitted.width, fitted.height, cost, 0, rung)
    if best is None and ladder:
        last = len(ladder) - 1
        best = _within(set_lines(paragraphs, ladder[last], width, mode, 0, last, tear=True), max_lines, max_height)
    return best


def _within(fitted: Fitted | None, max_lines: int | None, max_height: float | None) -> Fitted | None:
    if fitted is None:
        return None
    if max_lines is not None and len(fitted.lines) > max_lines:
        return None
    if max_height is not None and fitted.tight_height > max_height + 1e-6:
        return None
    return fitted


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


def cluster_slice(paragraphs: Paragraphs, line: LineRange) -> tuple[Cluster, ...]:
    """The clusters of one line."""
    return paragraphs.shaped.clusters[line.first : line.last]
