"""A layout tried with texts of every kind, in every theme and size, and what does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from cardnews.arguments import sizes_named, theme_named
from cardnews.assets import Library
from cardnews.check.ink import Fonts
from cardnews.errors import Finding
from cardnews.gate.contrast import Contrasts, covered_findings
from cardnews.gate.copies import KINDS, Kind, copies_of
from cardnews.gate.report import Failure, GateReport
from cardnews.gate.shown import Shown
from cardnews.gate.space import size_findings, space_findings
from cardnews.gate.trial import Bench, Card, Trial, home_of, try_copy
from cardnews.layout import Layout, read_layout
from cardnews.library import Shelf
from cardnews.script import SIZES, Size
from cardnews.theme import Theme

_BANDS = ("brand", "series", "deck")  # a theme's to shorten


def test_layout(
    layout: str | Path | Layout,
    *,
    theme: str | Sequence[str] | None = None,
    sizes: Sequence[str] | None = None,
    kinds: Sequence[Kind] = KINDS,
    progress: Callable[[int], None] | None = None,
) -> GateReport:
    """Try a layout with texts made from the limits that its fields declare, and say which cards fail, and why.

    `layout` is a layout's file (a `Path`), the name of a shipped one, or one that was read; `theme` is one theme or
    several, by default all at hand; `sizes` are names or `WxH`, by default all five; `kinds` are the kinds of copies;
    `progress` is called with the number of cards done.

    A card fails where composing finds an error; where the ink of a text (px, tolerance 1) leaves the card, its box or
    the surface around it, or lies on a picture beside it, on another text, or within .4 u of one; where a text is torn,
    shortened, painted over, or smaller than the rule `small-text` allows; where its contrast is under 4.5, or 3 from
    72 px of a card 1080 px wide (design.md, 9; WCAG 2.2, 1.4.3). Texts that a layout leaves out at a size are no
    failure, but a required field that no card of a theme shows is one.

    Raises:
        CardnewsError: where the layout cannot be read, or a theme or size is not known.
    """
    tried = _read(layout)
    bench = Bench(tried)
    names = _names(theme, bench)
    chosen = sizes_named(sizes) or tuple(Size(name, *extent) for name, extent in SIZES.items())
    gate = _Gate(bench)
    failures: list[Failure] = []
    count = 0
    for name in names:
        found = bench.theme(name)
        assert found is not None
        shown = Shown(tried)
        for trial in _trials(bench, found, chosen, kinds):
            count += 1
            failures.extend(_failure(name, trial, item) for item in gate.findings(trial, found))
            shown.add(trial)
            if progress is not None:
                progress(count)
        if shown.last is not None:
            failures.extend(_failure(name, shown.last, item) for item in shown.findings())
    return GateReport(tried.name, tried.path, names, tuple(size.name for size in chosen), count, tuple(failures))


def _failure(theme: str, trial: Trial, item: Finding) -> Failure:
    return Failure(theme, trial.ground, trial.size.name, trial.card, trial.copy, item)


def _read(layout: str | Path | Layout) -> Layout:
    if isinstance(layout, Layout):
        return layout
    found = Shelf().layout(layout) if isinstance(layout, str) else None
    path = Path(layout)
    return found if found is not None else read_layout(path, Library(home_of(path)))


def _names(theme: str | Sequence[str] | None, shelf: Shelf) -> tuple[str, ...]:
    names = shelf.names("theme") if theme is None else (theme,) if isinstance(theme, str) else tuple(theme)
    return tuple(theme_named(name, shelf) for name in names)


def _trials(bench: Bench, theme: Theme, sizes: Sequence[Size], kinds: Sequence[Kind]) -> Iterator[Trial]:
    """Every copy in every size, on a ground that changes from one to the next, so that all come around."""
    grounds = tuple(dict.fromkeys(theme.order))
    cards = _cards(bench.tried)
    for shift, size in enumerate(sizes):
        for turn, kind in enumerate(KINDS):
            if kind not in kinds:
                continue
            for at, copy in enumerate(copies_of(bench.tried, kind, shift + turn)):
                first = shift + turn + at
                # Marks have colors of their own, so that each ground is tried with them.
                every = len(grounds) if kind == "mixed" and shift == 0 else 1
                for ground in [grounds[(first + more) % len(grounds)] for more in range(every)] if grounds else [None]:
                    for card in cards:
                        yield try_copy(bench, copy, theme.name, size, card=card, ground=ground)


def _cards(layout: Layout) -> tuple[Card, ...]:
    """The places in a series that a layout is tried at: in the middle, and wherever it says that it is different."""
    told = {name for adaptation in layout.adaptations for name in adaptation.when.card}
    told |= {"first" for suit in layout.suits if suit.kind == "opening"}
    told |= {"last" for suit in layout.suits if suit.kind == "closing"}
    cards: tuple[Card, ...] = ("first", "inner", "last")
    return tuple(card for card in cards if card == "inner" or card in told)


class _Gate:
    """Judges trials; fonts and what was painted are kept from one to the next."""

    # Findings of less than error severity that no text within its limits may cause.
    _SPOILING = ("text-shortened", "torn-eojeol")

    def __init__(self, bench: Bench) -> None:
        # Addresses have no spaces, and part where they can.
        self.spared = {*_BANDS, *(field.name for field in bench.tried.fields if field.type == "link")}
        self.fonts = Fonts()
        self.contrasts = Contrasts(self.fonts)

    def _spoils(self, item: Finding) -> bool:
        return item.rule in self._SPOILING and item.field not in self.spared

    def findings(self, trial: Trial, theme: Theme) -> Iterator[Finding]:
        """Everything that is wrong with one card."""
        yield from trial.errors
        yield from (item for item in trial.findings if self._spoils(item))
        yield from size_findings(trial)
        yield from space_findings(trial, theme, self.fonts)
        if trial.frame is not None:
            # Composing keeps texts off each other, but the tree may still paint one thing over another.
            yield from covered_findings(trial.frame, self.fonts)
            yield from self.contrasts.findings(trial.frame)
