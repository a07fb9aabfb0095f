"""A whole script in one size: every slide solved, one size per slot of a layout, then the Frames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from cardnews.boxtree import logos_of, patch_tree
from cardnews.compose.alt import alt_text
from cardnews.compose.bind import Context
from cardnews.compose.cards import CardPlan, plan_cards
from cardnews.compose.conditions import changes_for, holds
from cardnews.compose.emit import Emitter
from cardnews.compose.frame import Frame, Item, Slot
from cardnews.compose.job import Job, floor_of, ground_under, next_ground, with_part
from cardnews.compose.memo import Memo, picture_stamps
from cardnews.compose.names import unknown_names
from cardnews.compose.node import Scope
from cardnews.compose.report import (
    hidden_findings,
    left_out_findings,
    overflow_findings,
    relief_findings,
    text_findings,
)
from cardnews.compose.sharing import exceeds, groups_of, series_caps, sharing_findings
from cardnews.compose.solve import Solution, band_area, content_area, solve_tree
from cardnews.compose.typefaces import Used, typeface_findings, unknown_families
from cardnews.compose.veils import unveiled
from cardnews.errors import CardnewsError, Finding, Place, Severity, finding
from cardnews.geometry import Rect
from cardnews.library import Shelf
from cardnews.script import Script, Size, Slide
from cardnews.text.fontbook import FontBook
from cardnews.text.paragraphs import Paragraphs
from cardnews.text.typefaces import Typefaces, typefaces_of
from cardnews.theme import Band, Theme
from cardnews.values import TextValue, Value

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Composed:
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
    composer = _Composer(script, size, shelf, typefaces, theme, skipped, codes, memo or Memo(), stopped)
    return composer.compose(None if only is None else frozenset(only))


class _Composer:
    """Composes one script in one size."""

    def __init__(
        self,
        script: Script,
        size: Size,
        shelf: Shelf,
        typefaces: Typefaces,
        theme: str | None,
        skip: frozenset[int],
        codes: bool,
        memo: Memo,
        stopped: dict[int, Exception] | None,
    ) -> None:
        self.script = script
        self.size = size
        self.shelf = shelf
        self.typefaces = typefaces
        self.used = Used()
        self.theme = theme
        self.skip = skip
        self.codes = codes
        self.memo = memo
        self.stopped = stopped
        self.checked: set[tuple[Path, str]] = set()
        self.themes: set[str] = set()
        self.plans = plan_cards(script, size, shelf, theme)
        self.canvas = Rect(0.0, 0.0, float(size.width), float(size.height))
        self.texts: dict[tuple[object, ...], Paragraphs] = {}
        self.counts: Counter[str] = Counter()

    def compose(self, only: frozenset[int] | None) -> Composed:
        findings: list[Finding] = list(self.typefaces.findings)
        jobs = self._jobs(findings, only)
        for groups in self._each(jobs, self._known_groups).values():
            self.counts.update(groups)
        solutions = self._each(jobs, lambda job: self._solved(job, {}))
        jobs = [job for job in jobs if job.number in solutions]
        sound = {job.number: solutions[job.number] for job in jobs if not job.slide.broken}
        findings.extend(sharing_findings(sound, {job.number: job.slide for job in jobs}, self.size))
        caps = series_caps(sound)
        exceeding = [job for job in jobs if exceeds(solutions[job.number], caps.get(job.number, {}))]
        solutions |= self._each(exceeding, lambda job: self._solved(job, caps[job.number]))
        framed = self._each(jobs, lambda job: self._framed(job, solutions[job.number]))
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
        findings.extend(typeface_findings(self.used, self.typefaces))
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

    def _asked_at(self, theme: Theme) -> Place:
        """Where the family that a card's texts are set in was named."""
        if self.script.font is not None and self.typefaces.family:
            return self.script.font.place
        return next(iter(theme.families_at), Place())

    def _context(self, job: Job, layout: str) -> Context:
        book, family = self.typefaces.book, self.typefaces.family
        families = (family, *job.theme.families) if family else job.theme.families
        return Context(
            job.theme,
            self.size,
            self.shelf,
            book,
            families,
            layout,
            self.script.lang,
            self._grows,
            self.texts,
            job.card,
        )

    def _grows(self, group: str) -> bool:
        """A text may grow only where no other text of the series shares its size."""
        return self.counts[group] == 1

    def _known_groups(self, job: Job) -> list[str]:
        return self.memo.kept(("groups", job.number), (job, self._faces), lambda: self._groups(job))

    def _groups(self, job: Job) -> list[str]:
        changes, _ = changes_for(job.layout.adaptations, job.fields, self.size.kind, job.card, 0, job.ground.name)
        context = self._context(job, job.layout.name)
        node = context.bind(patch_tree(job.layout.body, changes), Scope(job.fields), job.ground, self.size.u)
        return [] if node is None else groups_of(node)

    def _bands(self, job: Job) -> tuple[Band | None, Band | None]:
        shown = [
            band
            for band in job.theme.bands
            if holds(band.when, job.fields, self.size.kind, job.card, ground=job.ground.name)
        ]
        if not job.slide.footer:
            shown = [band for band in shown if band.name != "bottom"]
        by_name = {band.name: band for band in shown}
        return by_name.get("top"), by_name.get("bottom")

    @property
    def _faces(self) -> tuple[object, ...]:
        """What else of the script decides how a text is set."""
        return self.script.lang, self.typefaces.family, self.typefaces.book

    def _solved(self, job: Job, caps: Mapping[str, float]) -> Solution:
        belongs = ("solution", job.number, bool(caps))
        given = (job, dict(caps), dict(self.counts), self._faces)
        return self.memo.kept(belongs, given, lambda: self._solve(job, caps))

    def _framed(self, job: Job, solution: Solution) -> tuple[Frame, list[Finding]]:
        def make() -> tuple[Frame, list[Finding], Used]:
            whole, self.used = self.used, Used()
            frame, said = self._frame(job, solution)
            used, self.used = self.used, whole
            return frame, said, used

        script = self.script
        given = (job, solution, script.title, script.brand, script.series, script.font, self.codes, self._faces)
        frame, said, used = self.memo.kept(("frame", job.number), given, make)
        self.used.add(used)
        return frame, said

    def _solve(self, job: Job, caps: Mapping[str, float]) -> Solution:
        margins = job.theme.margin(self.size.kind)
        top, bottom = self._bands(job)
        area = content_area(self.canvas, margins, self.size.u, top, bottom)
        context = self._context(job, job.layout.name)
        return solve_tree(
            context, job.layout.body, job.layout.adaptations, job.fields, job.ground, self.canvas, area, job.card, caps
        )

    def _frame(self, job: Job, solution: Solution) -> tuple[Frame, list[Finding]]:
        slide = job.slide
        items: list[Item] = []
        findings: list[Finding] = []
        slots: list[Slot] = []
        ground = job.ground
        if solution.placed is not None:
            emitter = Emitter(job.theme, self.canvas, solution.placed, self.codes)
            items.extend(emitter.items(solution.placed))
            slots.extend(emitter.slots(solution.placed))
            findings.extend(text_findings(slide, solution.placed, not solution.overflows))
            findings.extend(hidden_findings(slide, solution.placed, self.size))
            floor = floor_of(solution.placed)
            if floor in job.theme.grounds:
                ground = job.theme.grounds[floor]
        self.used.note(solution.placed, self._asked_at(job.theme))
        findings.extend(overflow_findings(slide, solution, self.size))
        if not slide.broken and not solution.overflows:
            findings.extend(relief_findings(slide, solution, self.size))
            findings.extend(left_out_findings(job, solution.placed, self.size))
        for band in self._bands(job):
            if band is None:
                continue
            fields = {**job.fields, **self._band_fields(job.plan, job.theme)}
            area = band_area(self.canvas, job.theme.margin(self.size.kind), self.size.u, band)
            context = self._context(job, f"theme {job.theme.name}")
            on = ground_under(solution.placed, area) or (ground if band.name == "bottom" else job.ground)
            solved = solve_tree(context, band.body, band.adaptations, fields, on, self.canvas, area, job.card, {})
            self.used.note(solved.placed, self._asked_at(job.theme))
            if solved.placed is not None:
                emitter = Emitter(job.theme, self.canvas, solved.placed)
                items.extend(emitter.items(solved.placed))
                findings.extend(overflow_findings(slide, solved, self.size))
                findings.extend(text_findings(slide, solved.placed, not solved.overflows))
        frame = Frame(
            job.number,
            job.plan.total,
            job.layout.name,
            self.size.name,
            self.size.width,
            self.size.height,
            job.ground.name,
            job.ground.colors["fill"],
            unveiled(items, self.size.width),
            tuple(slots),
            alt_text(job.plan, slots, logos_of(job.layout.body)),
            solution.relief,
            fonts=self.used.sources(items, self.typefaces.book),
            slide=slide.number,
        )
        return frame, findings

    def _band_fields(self, plan: CardPlan, theme: Theme) -> dict[str, Value]:
        words = {
            "brand": self.script.brand or theme.brand,
            "series": self.script.series or theme.series,
            "deck": self.script.title,
            "page": str(plan.number),
            "total": f"/ {plan.total}",
            "cards": f"{plan.number}/{plan.total}",
            "progress": f"{plan.number / plan.total:.6f}",
        }
        return {name: TextValue(text, plan.slide.place, plain=True) for name, text in words.items() if text}


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
