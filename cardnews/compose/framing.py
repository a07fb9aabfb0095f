"""One card in one size: the places of its boxes under the limits of its series, then its Frame."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct, field

from cardnews.boxtree import logos_of, patch_tree
from cardnews.compose.alt import alt_text
from cardnews.compose.bind import Context
from cardnews.compose.cards import CardPlan
from cardnews.compose.conditions import changes_for, holds
from cardnews.compose.emit import Emitter
from cardnews.compose.frame import Frame, Item, Slot
from cardnews.compose.job import Job, floor_of, ground_under
from cardnews.compose.leftout import hidden_findings, left_out_findings, length_findings, relief_findings
from cardnews.compose.memo import Memo
from cardnews.compose.node import Scope
from cardnews.compose.report import overflow_findings, text_findings
from cardnews.compose.sharing import groups_of
from cardnews.compose.solve import Solution, band_area, content_area, solve_tree
from cardnews.compose.typefaces import Used
from cardnews.compose.veils import unveiled
from cardnews.errors import Finding, Place
from cardnews.geometry import Rect
from cardnews.library import Shelf
from cardnews.script import Script, Size
from cardnews.text.paragraphs import Paragraphs
from cardnews.text.typefaces import Typefaces
from cardnews.theme import Band, Theme
from cardnews.values import TextValue, Value


class CardComposer(Struct):
    """Composes the cards of one script in one size, one by one.

    `counts` says how many cards set a text in the size of each group, and `used` which fonts set one. Without `codes`,
    QR codes lack their modules.
    """

    script: Script
    size: Size
    shelf: Shelf
    typefaces: Typefaces
    codes: bool
    memo: Memo
    used: Used = field(default_factory=Used)
    counts: Counter[str] = field(default_factory=Counter)
    texts: dict[tuple[object, ...], Paragraphs] = field(default_factory=dict)

    def groups(self, job: Job) -> list[str]:
        """The groups of one size that texts of the card belong to."""
        return self.memo.kept(("groups", job.number), (job, self._faces), lambda: self._groups(job))

    def solved(self, job: Job, caps: Mapping[str, float]) -> Solution:
        """The card's boxes in their places, no text larger than the `caps` of its group."""
        belongs = ("solution", job.number, bool(caps))
        given = (job, dict(caps), dict(self.counts), self._faces)
        return self.memo.kept(belongs, given, lambda: self._solve(job, caps))

    def framed(self, job: Job, solution: Solution) -> tuple[Frame, list[Finding]]:
        """The Frame of a solved card, and what there is to say of it."""

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

    @property
    def _faces(self) -> tuple[object, ...]:
        """What else of the script decides how a text is set."""
        return self.script.lang, self.typefaces.family, self.typefaces.book

    @property
    def _canvas(self) -> Rect:
        return Rect(0.0, 0.0, float(self.size.width), float(self.size.height))

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

    def _asked_at(self, theme: Theme) -> Place:
        """Where the family that a card's texts are set in was named."""
        if self.script.font is not None and self.typefaces.family:
            return self.script.font.place
        return next(iter(theme.families_at), Place())

    def _solve(self, job: Job, caps: Mapping[str, float]) -> Solution:
        margins = job.theme.margin(self.size.kind)
        top, bottom = self._bands(job)
        area = content_area(self._canvas, margins, self.size.u, top, bottom)
        context = self._context(job, job.layout.name)
        return solve_tree(
            context, job.layout.body, job.layout.adaptations, job.fields, job.ground, self._canvas, area, job.card, caps
        )

    def _frame(self, job: Job, solution: Solution) -> tuple[Frame, list[Finding]]:
        slide = job.slide
        items: list[Item] = []
        findings: list[Finding] = []
        slots: list[Slot] = []
        ground = job.ground
        if solution.placed is not None:
            emitter = Emitter(job.theme, self._canvas, solution.placed, self.codes)
            items.extend(emitter.items(solution.placed))
            slots.extend(emitter.slots(solution.placed))
            findings.extend(text_findings(slide, solution.placed, not solution.overflows, self.size))
            findings.extend(hidden_findings(job, solution.placed, self.size))
            floor = floor_of(solution.placed)
            if floor in job.theme.grounds:
                ground = job.theme.grounds[floor]
        self.used.note(solution.placed, self._asked_at(job.theme))
        findings.extend(overflow_findings(slide, solution, self.size))
        if not slide.broken and not solution.overflows:
            findings.extend(relief_findings(job, solution, self.size))
            findings.extend(length_findings(job))
            findings.extend(left_out_findings(job, solution.placed, self.size))
        for band in self._bands(job):
            if band is None:
                continue
            fields = {**job.fields, **self._band_fields(job.plan, job.theme)}
            area = band_area(self._canvas, job.theme.margin(self.size.kind), self.size.u, band)
            context = self._context(job, f"theme {job.theme.name}")
            on = ground_under(solution.placed, area) or (ground if band.name == "bottom" else job.ground)
            solved = solve_tree(context, band.body, band.adaptations, fields, on, self._canvas, area, job.card, {})
            self.used.note(solved.placed, self._asked_at(job.theme))
            if solved.placed is not None:
                emitter = Emitter(job.theme, self._canvas, solved.placed)
                items.extend(emitter.items(solved.placed))
                findings.extend(overflow_findings(slide, solved, self.size))
                findings.extend(text_findings(slide, solved.placed, not solved.overflows, self.size))
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
