"""A whole script in one size: every slide solved, one size per slot of a layout, then the Frames."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from cardnews.compose.cards import plan_cards
from cardnews.compose.frame import Frame
from cardnews.compose.framing import CardComposer
from cardnews.compose.job import Job, next_ground, with_part
from cardnews.compose.memo import Memo, picture_stamps
from cardnews.compose.names import unknown_names
from cardnews.compose.sharing import exceeds, series_caps, sharing_findings
from cardnews.compose.typefaces import typeface_findings, unknown_families
from cardnews.errors import CardnewsError, Finding, Severity, finding
from cardnews.library import Shelf
from cardnews.script import Script, Size, Slide
from cardnews.text.fontbook import FontBook
from cardnews.text.typefaces import typefaces_of
from cardnews.theme import Theme

T = TypeVar("T")


class Composed(Struct, frozen=True):
    """The Frames of one size in order, the numbers of the slides that could not be composed, and what there is to say.

    `slides` names the slide of each card of the size, those without a Frame included.
    """

    size: Size
    frames: tuple[Frame, ...]
    failed: tuple[int, ...]
    findings: tuple[Finding, ...]
    slides: tuple[int, ...] = ()


def compose_size(
    script: Script,
    size: Size,
    *,
    theme: str | None = None,
    only: Iterable[int] | None = None,
    skip: Collection[int] = (),
    shelf: Shelf | None = None,
    book: FontBook | None = None,
    codes: bool = True,
    memo: Memo | None = None,
    stopped: dict[int, Exception] | None = None,
) -> Composed:
    """Compose the slides of `script` for `size`.

    Slides with mistakes are composed too, so that all is said in one run, but have no Frame. `only` leaves out the
    Frames of the other slides, not their say in the sizes that the series shares; `skip` are not composed at all.
    Without a `book`, the fonts are those of the script and the shipped ones. Without `codes`, QR codes lack their
    modules, which only painting needs. A `memo` of an earlier call saves what is the same. Where `stopped` is given, an
    exception stops its slide only, and stands there by the slide's number.
    """
    shelf = shelf or Shelf(script.folder)
    typefaces, skipped = typefaces_of(script, book), frozenset(skip)
    cards = CardComposer(script, size, shelf, typefaces, codes, memo or Memo())
    composer = _Series(cards, theme, skipped, stopped)
    return composer.compose(None if only is None else frozenset(only))


class _Series:
    """Composes one script in one size."""

    def __init__(
        self, cards: CardComposer, theme: str | None, skip: frozenset[int], stopped: dict[int, Exception] | None
    ) -> None:
        self.cards = cards
        self.script = cards.script
        self.size = cards.size
        self.shelf = cards.shelf
        self.typefaces = cards.typefaces
        self.theme = theme
        self.skip = skip
        self.stopped = stopped
        self.checked: set[tuple[Path, str]] = set()
        self.themes: set[str] = set()
        self.plans = plan_cards(self.script, self.size, self.shelf, theme)

    def compose(self, only: frozenset[int] | None) -> Composed:
        findings: list[Finding] = list(self.typefaces.findings)
        jobs = self._jobs(findings, only)
        for groups in self._each(jobs, self.cards.groups).values():
            self.cards.counts.update(groups)
        solutions = self._each(jobs, lambda job: self.cards.solved(job, {}))
        jobs = [job for job in jobs if job.number in solutions]
        sound = {job.number: solutions[job.number] for job in jobs if not job.slide.broken}
        findings.extend(sharing_findings(sound, {job.number: job.slide for job in jobs}, self.size))
        caps = series_caps(sound)
        exceeding = [job for job in jobs if exceeds(solutions[job.number], caps.get(job.number, {}))]
        solutions |= self._each(exceeding, lambda job: self.cards.solved(job, caps[job.number]))
        framed = self._each(jobs, lambda job: self.cards.framed(job, solutions[job.number]))
        frames: list[Frame] = []
        failed = {slide.number for slide in self.script.slides} - {job.slide.number for job in jobs}
        for job in jobs:
            if job.number not in framed:
                continue
            frame, said = framed[job.number]
            findings.extend(said)
            if job.slide.broken or any(item.severity is Severity.ERROR for item in said):
                failed.add(job.slide.number)
            if only is None or job.slide.number in only:
                frames.append(frame)
        findings.extend(typeface_findings(self.cards.used, self.typefaces))
        kept = tuple(frame for frame in frames if frame.slide not in failed)
        shown = failed if only is None else failed & only
        slides = tuple(plan.slide.number for plan in self.plans)
        return Composed(self.size, kept, tuple(sorted(shown)), self.script.worded(_said_once(findings)), slides)

    def _each(self, jobs: Iterable[Job], make: Callable[[Job], T]) -> dict[int, T]:
        """What `make` makes of each job, by the number of its card, but for those of slides that are stopped."""
        made: dict[int, T] = {}
        for job in jobs:
            try:
                made[job.number] = make(job)
            except Exception as error:
                self._stop(job.slide, error)
        return made

    def _stop(self, slide: Slide, error: Exception) -> None:
        if self.stopped is None:
            raise error
        self.stopped.setdefault(slide.number, error)

    def _jobs(self, findings: list[Finding], only: frozenset[int] | None) -> list[Job]:
        jobs: list[Job] = []
        previous = ""
        for plan in self.plans:
            slide = plan.slide
            try:
                theme = self.shelf.theme(slide.theme or self.theme or self.script.theme)
                layout = self.shelf.layout(slide.layout)
                if theme is not None and layout is not None:
                    layout = self.shelf.in_theme(layout, theme)
            except CardnewsError as error:
                # A file that several slides name is reported once.
                known = {(item.rule, item.place) for item in (*findings, *self.script.findings)}
                fresh = (item for item in error.findings if (item.rule, item.place) not in known)
                findings.extend(replace(item, slide=slide.number) for item in fresh)
                continue
            except Exception as error:
                self._stop(slide, error)
                continue
            if theme is None or layout is None:
                continue
            if (layout.path, theme.name) not in self.checked:
                self.checked.add((layout.path, theme.name))
                findings.extend(
                    replace(item, slide=slide.number, layout=slide.layout)
                    for item in unknown_names(layout.body, layout.adaptations, theme)
                )
            self._check_families(theme, findings)
            name = slide.ground or ""
            if name not in theme.grounds:
                name = next_ground(theme, plan.number, previous)
            previous = name
            if slide.number in self.skip:
                continue
            if plan.parts > 1 and plan.part == 1 and (only is None or slide.number in only):
                findings.append(
                    finding(
                        "goes-on",
                        slide.place,
                        slide=slide.number,
                        layout=slide.layout,
                        count=plan.parts,
                        canvas=self.size.name,
                    )
                )
            pictures = picture_stamps(slide.fields.values(), theme)
            jobs.append(Job(plan, layout, theme, theme.grounds[name], with_part(plan, layout), pictures))
        return jobs

    def _check_families(self, theme: Theme, findings: list[Finding]) -> None:
        if theme.name in self.themes:
            return
        self.themes.add(theme.name)
        findings.extend(theme.findings)
        findings.extend(unknown_families(theme, self.typefaces.book))


def _said_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings with what concerns every card alike, a shortened brand, kept for the first card only."""
    kept: list[Finding] = []
    shortened: set[str | None] = set()
    for item in findings:
        if item.rule == "text-shortened":
            if item.field in shortened:
                continue
            shortened.add(item.field)
        kept.append(item)
    return tuple(kept)
