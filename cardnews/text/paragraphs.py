"""A shaped text ready to be broken at any size: the edges of its eojeol in em, and what its gaps cost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from cardnews.text.breaks import Eojeol, eojeol_of, paragraphs_of
from cardnews.text.labels import padded, split_by
from cardnews.text.markup import MarkedText
from cardnews.text.phrase import gap_cost
from cardnews.text.shape import Face, Shaped, shape_text


class Step(Struct, frozen=True):
    """One rung of a fit ladder: size in px, leading as a multiple of it, tracking and word space in em."""

    size: float
    leading: float
    tracking: float
    space: float
    role: str


class Paragraphs:
    """A shaped text ready to be broken at any size: edges of its eojeol in em without tracking, and gap costs.

    `pad` is the room in em inside both ends of a highlight, also where a line's end parts one.
    """

    def __init__(self, marked: MarkedText, shaped: Shaped, pad: float = 0.0) -> None:
        shaped = padded(marked, shaped, pad)
        self.marked = marked
        self.shaped = shaped
        self.pad = pad
        text = marked.text
        clusters = shaped.clusters
        self._advance = (0.0, *accumulate(cluster.measured for cluster in clusters))
        self._spaces = (0, *accumulate(int(cluster.space) for cluster in clusters))
        self._tracked = (0, *accumulate(int(not cluster.bare) for cluster in clusters))
        index_at: dict[int, int] = {cluster.start: index for index, cluster in enumerate(clusters)}
        index_at[len(text)] = len(clusters)
        self.runs: tuple[tuple[Eojeol, ...], ...] = tuple(
            eojeol_of(text, start, end) for start, end in paragraphs_of(text)
        )
        self._cluster_at = index_at
        # The text of the eojeol around each gap, by where the gap begins; torn pieces find the whole eojeol here.
        self._around = {run.end: _neighbors(text, runs, at) for runs in self.runs for at, run in enumerate(runs[:-1])}
        self._gaps: dict[int, tuple[float, tuple[str, ...]]] = {}
        # What `fit` found, so that the rounds in which sizes are tried find it again at no cost.
        self.settings: dict[tuple[object, ...], object] = {}

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
        em += step.tracking * (self._tracked[last] - self._tracked[first] - 1)
        return (em + self.parted(start) + self.parted(end)) * step.size

    def parted(self, offset: int) -> float:
        """The room in em that a highlight takes at a line's end where that parts it in two."""
        return self.pad if self.pad and split_by(self.marked, offset) else 0.0

    def widest(self, step: Step) -> float:
        """Width in px of the widest eojeol."""
        return max((self.width(run.start, run.end, step) for runs in self.runs for run in runs), default=0.0)

    def widest_word(self, step: Step) -> tuple[int, str]:
        """The widest eojeol with the offset it begins at."""
        runs = (run for runs in self.runs for run in runs)
        run = max(runs, key=lambda one: self.width(one.start, one.end, step), default=Eojeol(0, 0))
        return run.start, self.marked.text[run.start : run.end]

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
        """What ending a line between two eojeol of a paragraph costs, and the rules that say so."""
        if before.end not in self._gaps:
            around = self._around.get(before.end)
            self._gaps[before.end] = (0.0, ()) if around is None else gap_cost(*around)
        return self._gaps[before.end]

    def least_cost(self) -> float:
        """A bound below what any setting of the text costs: every gap that invites a break taken."""
        gaps = (self.gap(one, two)[0] for runs in self.runs for one, two in pairwise(runs))
        return sum(cost for cost in gaps if cost < 0)

    def edges(self, runs: Sequence[Eojeol], step: Step) -> tuple[list[float], list[float]]:
        """Left and right edge in px of each eojeol if `runs` stood on one line."""
        origin = self.cluster_index(runs[0].start)

        def position(index: int) -> float:
            em = self._advance[index] - self._advance[origin]
            em += step.space * (self._spaces[index] - self._spaces[origin]) + step.tracking * (
                self._tracked[index] - self._tracked[origin]
            )
            return em * step.size

        starts = [position(self.cluster_index(run.start)) - self.parted(run.start) * step.size for run in runs]
        ends = [
            position(self.cluster_index(run.end)) + (self.parted(run.end) - step.tracking) * step.size for run in runs
        ]
        return starts, ends


def _neighbors(text: str, runs: Sequence[Eojeol], at: int) -> tuple[str, str, str, str]:
    """The eojeol before and after the gap that follows `runs[at]`, then their outer neighbors."""
    words = [
        text[runs[index].start : runs[index].end] if 0 <= index < len(runs) else "" for index in range(at - 1, at + 3)
    ]
    earlier, before, after, later = words
    return before, after, earlier, later
