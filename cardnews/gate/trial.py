"""One copy composed: its Frame, the placed boxes that it came from, and what composing says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeVar

from msgspec import Struct

from cardnews.compose.frame import Frame
from cardnews.compose.memo import Memo
from cardnews.compose.series import compose_size
from cardnews.compose.solve import Solution
from cardnews.compose.sound import answer
from cardnews.errors import Finding, Severity
from cardnews.fields import FieldReader
from cardnews.gate.copies import Copy, Kind, entries_of
from cardnews.layout import Layout
from cardnews.library import Shelf
from cardnews.samples.slides import PICTURE, PLACE
from cardnews.schema import Checker
from cardnews.script import Script, Size, Slide
from cardnews.text.fontbook import FontBook

T = TypeVar("T")
Card = Literal["first", "inner", "last"]
# Themes may show it on every card.
TITLE = "협치를 다시 묻다"
NUMBERS: dict[Card, int] = {"first": 1, "inner": 2, "last": 3}


def home_of(path: Path) -> Path:
    """The folder in which the other files that a layout's file names are looked for."""
    folder = path.parent
    return folder.parent if folder.name == "layouts" else folder


class Bench(Shelf):
    """A shelf on which a layout lies, wherever its file is; what else it names is looked for beside it."""

    def __init__(self, layout: Layout) -> None:
        super().__init__(home_of(layout.path))
        self.tried = layout

    def layout(self, name: str) -> Layout | None:
        return self.tried if name == self.tried.name else super().layout(name)


class Trial(Struct, frozen=True):
    """A copy in one theme and size; `frame` is None where it could not be composed, `findings` say why."""

    theme: str
    ground: str
    size: Size
    card: Card
    copy: Copy
    frame: Frame | None
    solution: Solution | None
    findings: tuple[Finding, ...]

    @property
    def kind(self) -> Kind:
        return self.copy.kind

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(item for item in self.findings if item.severity is Severity.ERROR)


class _Solutions(Memo):
    """Keeps nothing for later but the solution that was made last."""

    def __init__(self) -> None:
        super().__init__()
        self.last: Solution | None = None

    def kept(self, belongs: tuple[object, ...], given: tuple[object, ...], make: Callable[[], T]) -> T:
        made = make()
        if isinstance(made, Solution):
            self.last = made
        return made


def try_copy(
    bench: Bench, copy: Copy, theme: str, size: Size, *, card: Card, ground: str | None, book: FontBook | None = None
) -> Trial:
    """`copy` of the layout on the bench as a card of three; the two others only lend it their places."""
    layout = bench.tried
    checker = Checker()
    reader = FieldReader(checker, bench, PLACE.parent)
    drawing = next(iter(bench.names("art")), "")
    entries = entries_of(layout, copy, size.kind, PICTURE, drawing)
    number = NUMBERS[card]
    checker.slide, checker.layout = number, layout.name
    fields = reader.read(layout.fields, entries, layout.body.place, unknown="unknown-field")
    slides = [Slide(other, layout.name) for other in sorted(NUMBERS.values())]
    slides[number - 1] = Slide(number, layout.name, fields, ground=ground)
    script = Script(Path(PLACE), TITLE, "동네공론", "협치 다시 보기", theme, (size,), tuple(slides))
    memo, own = _Solutions(), (number,)
    others = {slide.number for slide in slides} - {number}
    try:
        composed = compose_size(script, size, only=own, skip=others, shelf=bench, book=book, codes=False, memo=memo)
    except Exception as error:
        return Trial(theme, ground or "", size, card, copy, None, None, (*checker.findings, *answer(error)))
    frame = next(iter(composed.frames), None)
    return Trial(theme, ground or "", size, card, copy, frame, memo.last, (*checker.findings, *composed.findings))
