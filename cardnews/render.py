"""The whole story in one function: read a script, compose its slides, paint them, write the cards, report."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from cardnews.arguments import ArgumentError, sizes_named, slide_numbers, theme_named
from cardnews.compose.cards import plan_cards
from cardnews.compose.frame import Frame, Item, Photo, Turned
from cardnews.compose.sound import answer, compose_sound, files_in, of_slide, read_sound
from cardnews.errors import CardnewsError, Finding, Severity, finding, sort_findings
from cardnews.export.files import Card, write_cards
from cardnews.export.fingerprint import fingerprint
from cardnews.export.manifest import folder_beside
from cardnews.export.png import encode_png
from cardnews.library import Shelf
from cardnews.paint.painter import Painter
from cardnews.paint.pictures import check_photo
from cardnews.script import Script, Size, Slide
from cardnews.values import ImageValue

if TYPE_CHECKING:
    from concurrent.futures import Future

# Each holds a canvas and a decoded photograph, and files are written by one of them.
_MOST_JOBS = 4
_Thing = TypeVar("_Thing")


class Report(Struct, frozen=True):
    """What became of a run: the pictures in `folder`, of `total` that were asked for, and what there is to say.

    `timings` are the seconds each step took: read and write by the clock, compose, paint and encode in computing, which
    of several jobs at once is their sum.
    """

    folder: Path
    cards: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    total: int = 0
    sizes: tuple[str, ...] = ()
    timings: tuple[tuple[str, float], ...] = ()

    def __eq__(self, other: object) -> bool:
        """Whether the same became of another run, however long it took."""
        return isinstance(other, Report) and self._became() == other._became()

    def __hash__(self) -> int:
        return hash(self._became())

    def _became(self) -> tuple[object, ...]:
        return self.folder, self.cards, self.findings, self.total, self.sizes

    @property
    def made(self) -> int:
        return len(self.cards)

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers of the slides that something of error severity was found in."""
        return tuple(sorted({item.slide for item in _errors(self.findings) if item.slide is not None}))

    @property
    def ok(self) -> bool:
        """Whether nothing of error severity was found."""
        return not _errors(self.findings)

    @property
    def exit_code(self) -> int:
        return 0 if self.ok else 1


def render(
    script: str | Path | Script,
    out: str | Path | None = None,
    *,
    sizes: Sequence[str] | None = None,
    only: str | Iterable[int] | None = None,
    theme: str | None = None,
    jobs: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Make the cards of a script: numbered PNG files in `out`, by default the folder `out` beside the script, or one of
    the script's name in there where `out` holds another script's cards.

    `sizes` and `theme` stand in for the script's own; `only` names slides (`"1,3-5"` or their numbers); `jobs` is how
    many cards are made at the same time, by default one, and where they hold photographs as many as there are
    processors, up to four; `progress` is called with the number of cards done and of all. A slide with a mistake has no
    card, and the other slides do: the Report says so.

    Raises:
        CardnewsError: where an argument is wrong. Whatever is wrong with the script or the folder is in the Report.
    """
    if jobs is not None and jobs < 1:
        raise ArgumentError([finding("bad-jobs", jobs=jobs)])
    started = perf_counter()
    chosen = sizes_named(sizes)
    shelf = Shelf((script.path if isinstance(script, Script) else Path(script)).parent)
    script = script if isinstance(script, Script) else read_sound(Path(script), shelf)
    try:
        folder = folder_beside(script.path) if out is None else Path(out)
    except CardnewsError as error:
        return Report(script.folder / "out", findings=sort_findings([*script.findings, *error.findings]))
    if theme is not None:
        theme = theme_named(theme, shelf)
    if not script.slides:
        return Report(folder, findings=sort_findings(script.findings))
    numbers = slide_numbers(only, len(script.slides))
    run = _Run(script, chosen or script.sizes, numbers, theme, shelf, jobs, progress)
    run.seconds["read"] = run.busy = perf_counter() - started
    names = tuple(size.name for size in run.sizes)
    try:
        written = write_cards(
            folder,
            script=script.path,
            theme=theme or script.theme,
            sizes=names,
            plans={size.name: [(plan.slide.number, plan.part) for plan in run.plans[size]] for size in run.sizes},
            cards=run.cards(),
            failed=run.failed,
            partial=only is not None,
        )
    except CardnewsError as error:
        return Report(folder, (), sort_findings([*run.findings, *error.findings]), run.total, names)
    run.seconds["write"] = max(0.0, perf_counter() - started - run.busy)
    findings = sort_findings([*run.findings, *written.findings])
    return Report(folder, written.cards, findings, run.total, names, tuple(run.seconds.items()))


def compose(script: Script, size: str | None = None, *, theme: str | None = None) -> tuple[Frame, ...]:
    """The Frames of all slides of `script` in `size`, by default the first of the script's own.

    Raises:
        CardnewsError: with all findings, if any of them is of error severity.
    """
    shelf = Shelf(script.folder)
    if theme is not None:
        theme = theme_named(theme, shelf)
    chosen = sizes_named([size]) if size is not None else script.sizes
    run = _Run(script, chosen[:1], tuple(slide.number for slide in script.slides), theme, shelf, 1, None)
    frames = run.frames(chosen[0]) if chosen else ()
    if _errors(run.findings):
        raise CardnewsError(sort_findings(run.findings))
    return frames


class _Run:
    """One run: makes the cards one after another, and keeps which slides failed and what there is to say."""

    def __init__(
        self,
        script: Script,
        sizes: tuple[Size, ...],
        numbers: tuple[int, ...],
        theme: str | None,
        shelf: Shelf,
        jobs: int | None,
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self.script = script
        self.sizes = sizes
        self.numbers = numbers
        self.theme = theme
        self.shelf = shelf
        self.jobs = jobs
        self.progress = progress
        self.plans = {size: plan_cards(script, size, shelf, theme) for size in sizes}
        self.total = sum(plan.slide.number in numbers for plans in self.plans.values() for plan in plans)
        self.findings: list[Finding] = list(script.findings)
        self.failed: set[tuple[str, int]] = set()
        self._looked_at: set[int] = set()
        self.seconds: dict[str, float] = {}
        self.busy = 0.0  # seconds by the clock, while `seconds` of several jobs are those of all of them
        self._adding = Lock()
        self._done = 0
        self._painters: SimpleQueue[Painter] = SimpleQueue()

    def cards(self) -> Iterator[Card]:
        """Each card when it is asked for; the next is begun only then."""
        for size in self.sizes:
            frames = self.frames(size)
            composed = {frame.number for frame in frames}
            for plan in self.plans[size]:
                if plan.slide.number in self.numbers and plan.number not in composed:
                    self._fail(size, plan.number, plan.slide, ())
            for frame, made in self._waited(self._painted(frames)):
                if isinstance(made, bytes):
                    yield Card(size.name, frame.number, made, fingerprint(frame))
                    self._step()
                else:
                    self._fail(size, frame.number, self.script.slides[frame.slide - 1], made)

    def frames(self, size: Size) -> tuple[Frame, ...]:
        """The Frames of the slides that are asked for and that compose."""
        with self._timed("compose"), self._counted():
            composed = compose_sound(self.script, size, theme=self.theme, only=self.numbers, shelf=self.shelf)
        self.findings.extend(composed.findings)
        return composed.frames

    def _painted(self, frames: tuple[Frame, ...]) -> Iterator[tuple[Frame, bytes | tuple[Finding, ...]]]:
        """The frames with their PNG files, or with what is wrong, in order and a few ahead of the one asked for."""
        jobs = self.jobs or _jobs_for(frames)
        if jobs == 1:
            for frame in frames:
                yield frame, self._png(frame)
            return
        # Costs ten milliseconds to load, for those who use it.
        from concurrent.futures import ThreadPoolExecutor

        waiting: deque[tuple[Frame, Future[bytes | tuple[Finding, ...]]]] = deque()
        rest = iter(frames)
        with ThreadPoolExecutor(min(jobs, len(frames) or 1)) as pool:
            try:
                while True:
                    more = islice(rest, jobs + 1 - len(waiting))
                    waiting.extend((frame, pool.submit(self._png, frame)) for frame in more)
                    if not waiting:
                        return
                    frame, future = waiting.popleft()
                    yield frame, future.result()
            finally:
                pool.shutdown(cancel_futures=True)

    def _png(self, frame: Frame) -> bytes | tuple[Finding, ...]:
        # A painter keeps its drawings and has one canvas: each thread takes one and puts it back.
        try:
            painter = self._painters.get_nowait()
        except Empty:
            painter = Painter()
        try:
            with self._timed("paint"):
                picture = painter.paint(frame)
            with self._timed("encode"):
                return encode_png(picture)
        except Exception as error:
            return answer(error)
        finally:
            self._painters.put(painter)

    def _fail(self, size: Size, number: int, slide: Slide, why: Iterable[Finding]) -> None:
        """Note what is wrong with the slide of a card, its pictures included, so that one run finds every bad one."""
        if slide.number not in self._looked_at:
            self.findings.extend(of_slide(slide, _bad_pictures(slide)))
        self.findings.extend(of_slide(slide, why))
        self._looked_at.add(slide.number)
        self.failed.add((size.name, number))
        self._step()

    @contextmanager
    def _timed(self, step: str) -> Iterator[None]:
        # Of one thread, so that waiting for another is not counted as work.
        started = thread_time()
        yield
        with self._adding:
            self.seconds[step] = self.seconds.get(step, 0.0) + thread_time() - started

    @contextmanager
    def _counted(self) -> Iterator[None]:
        started = perf_counter()
        yield
        self.busy += perf_counter() - started

    def _waited(self, things: Iterator[_Thing]) -> Iterator[_Thing]:
        """The same things; the time that they take to come is counted."""
        while True:
            with self._counted():
                thing = next(things, None)
            if thing is None:
                return
            yield thing

    def _step(self) -> None:
        self._done += 1
        if self.progress is not None:
            self.progress(self._done, self.total)


def _jobs_for(frames: Iterable[Frame]) -> int:
    """How many cards are best made at the same time: reading and shrinking photographs leaves other threads free to
    run, and costs more than starting them; the rest of a card is made sooner by one."""
    photos = sum(_holds_photo(frame.items) for frame in frames)
    if photos < 2:
        return 1
    return min(photos, _processors(), _MOST_JOBS)


def _processors() -> int:
    """How many of the machine's processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _holds_photo(items: Iterable[Item]) -> bool:
    return any(isinstance(item, Photo) or (isinstance(item, Turned) and _holds_photo(item.items)) for item in items)


def _errors(findings: Iterable[Finding]) -> list[Finding]:
    return [item for item in findings if item.severity is Severity.ERROR]


def _bad_pictures(slide: Slide) -> Iterator[Finding]:
    for _, value in files_in(slide.fields.values()):
        if isinstance(value, ImageValue):
            try:
                check_photo(value.path)
            except Exception as error:
                yield from (replace(item, place=value.place) for item in answer(error))
