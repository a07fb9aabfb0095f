"""What trying a layout found, as records and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from cardnews.errors import Finding, Language, finding
from cardnews.gate.copies import Copy, Kind
from cardnews.gate.trial import Card

_KINDS: dict[Kind, str] = {
    "short": "gate-short",
    "limit": "gate-limit",
    "mixed": "gate-mixed",
    "emoji": "gate-emoji",
    "empty": "gate-empty",
    "giant": "gate-giant",
}
_MOST_PLACES = 12  # that one line names


class Failure(Struct, frozen=True):
    """One thing that is wrong with one card: where it was tried, and a finding that says what it is.

    `ground` is what it lies on, `card` its place in the series, `copy` what it was filled with; `finding` is an error
    of composing or one of the gate's own (`gate-…`), whose values name the box and the words.
    """

    theme: str
    ground: str
    size: str
    card: Card
    copy: Copy
    finding: Finding

    @property
    def kind(self) -> Kind:
        return self.copy.kind

    @property
    def rule(self) -> str:
        return self.finding.rule

    @property
    def box(self) -> str:
        """The id of the box or the name of the field it concerns; empty where that is not known."""
        return dict(self.finding.values).get("box") or self.finding.field or ""

    @property
    def told(self) -> bool:
        """Whether it is something in the layout's own file, at a place there, that no single card is to blame for."""
        return bool(self.finding.place.path) and (self.finding.slide is None or self.rule.startswith("unknown-"))

    def where(self, language: Language = "en", themes: tuple[str, ...] = ()) -> str:
        """`hope, square, full length`, with the ground where that matters; of what is told of the file its place there
        and the `themes` that it concerns."""
        if self.told:
            return f"{self.finding.place}: {', '.join(themes or (self.theme,))}"
        ground = f"/{self.ground}" if self.rule == "gate-contrast" else ""
        return f"{self.theme}{ground}, {self.size}, {finding(_KINDS[self.kind]).message(language)}"

    def message(self, language: Language = "en") -> str:
        """Where, and what is wrong, in one sentence."""
        return f"{self.where(language)}: {self.finding.message(language)}"


class GateReport(Struct, frozen=True):
    """What became of trying a layout: `count` cards in `themes` and `sizes`, and every failure in that order."""

    layout: str
    path: Path
    themes: tuple[str, ...]
    sizes: tuple[str, ...]
    count: int
    failures: tuple[Failure, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.failures

    @property
    def exit_code(self) -> int:
        return 0 if self.ok else 1

    @property
    def failed(self) -> int:
        """How many cards have a failure."""
        return len({(item.theme, item.ground, item.size, item.card, item.copy) for item in self.failures})


def report_lines(report: GateReport, language: Language = "en") -> Iterator[str]:
    """The report for people: its result, and each thing that is wrong once, with all the places it was found in."""
    themes, sizes = ", ".join(report.themes), ", ".join(report.sizes)
    if report.ok:
        yield finding("gate-passed", name=report.layout, count=report.count, themes=themes, sizes=sizes).message(
            language
        )
        return
    counts = {"count": str(report.count), "failed": str(report.failed)}
    values = {"name": report.layout, **counts, "themes": themes, "sizes": sizes}
    yield Finding("gate-failed", values=tuple(values.items())).message(language)
    groups: dict[tuple[object, ...], list[Failure]] = {}
    for item in report.failures:
        # What is wrong with the file is the same wherever it is found.
        same = (item.finding.place, dict(item.finding.values).get("name")) if item.told else (item.box,)
        groups.setdefault((item.rule, *same), []).append(item)
    for first, *others in groups.values():
        if first.told:
            found = tuple(dict.fromkeys(item.theme for item in (first, *others)))
            where = str(first.finding.place) if found == report.themes else first.where(language, found)
            yield f"  {where}: {first.finding.message(language)}"
            continue
        yield f"  {first.message(language)}"
        places = list(dict.fromkeys(item.where(language) for item in (first, *others)))[1:]
        if places:
            more = "; ".join(places[:_MOST_PLACES]) + ("; …" if len(places) > _MOST_PLACES else "")
            yield "    " + finding("gate-more", where=more).message(language)
