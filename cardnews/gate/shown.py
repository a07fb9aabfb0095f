"""Which fields of a layout its cards show, so that a required one that none of them shows is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from cardnews.assets import shown_name
from cardnews.compose.boxes import Placed
from cardnews.errors import Finding, Place, finding
from cardnews.gate.trial import Trial
from cardnews.layout import Field, Layout


class Shown(Struct):
    """Collects what the trials of a layout in one theme show; `last` is the one that was added last."""

    layout: Layout
    last: Trial | None = None
    _sources: set[str] = field(default_factory=set)
    _unsure: bool = False

    def add(self, trial: Trial) -> None:
        self.last = trial
        if trial.solution is not None and trial.solution.placed is not None:
            self._sources |= set(_sources(trial.solution.placed))
        elif trial.errors:
            self._unsure = True  # a card that could not be composed says nothing of what it would show

    def findings(self) -> Iterator[Finding]:
        """One for each required field of a slide, or of the items of its lists, that no card shows."""
        if self._unsure:
            return
        heads = {source.partition(".")[0] for source in self._sources}
        for one in self.layout.fields:
            if not _is_seen(one):
                continue
            if one.name not in heads:
                yield self._unshown(one.name)
            elif one.type == "list":
                yield from (
                    self._unshown(f"{one.name}.{part.name}")
                    for part in one.of
                    if part.name
                    and _is_seen(part)
                    and not {f"item.{part.name}", f"{one.name}.{part.name}"} & self._sources
                )

    def _unshown(self, name: str) -> Finding:
        return finding("gate-unshown", Place(shown_name(self.layout.path)), field=name, name=name)


def _is_seen(one: Field) -> bool:
    """Whether a field is there to be shown: a choice only decides about others."""
    return one.required and one.type != "choice"


def _sources(placed: Placed) -> Iterable[str]:
    box = placed.node.box
    yield from (box.source, box.of, *box.key)
    for child in placed.children:
        yield from _sources(child)
