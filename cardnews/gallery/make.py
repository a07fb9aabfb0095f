"""`make_gallery`: every layout composed and painted with its samples, and written as contact sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PIL import Image

from cardnews.arguments import sizes_named, theme_named
from cardnews.assets import shown_name
from cardnews.compose.frame import Frame
from cardnews.compose.sound import answer, compose_sound
from cardnews.draft.starter import is_sampled
from cardnews.errors import CardnewsError, Finding, Place, Severity, finding, sort_findings
from cardnews.export.disk import answered, write_whole
from cardnews.export.png import encode_png
from cardnews.gallery.art import SIDE, art_cards, art_names
from cardnews.gallery.sheet import Label, contact_sheet, grid_of, reduced
from cardnews.layout import Layout
from cardnews.layoutlist import survey
from cardnews.library import Shelf
from cardnews.paint.painter import Painter
from cardnews.reader import load_script
from cardnews.samples.slides import PLACE, sample_of, script_of
from cardnews.script import SIZES, Script, Size
from cardnews.suits import KINDS


class Gallery(Struct, frozen=True):
    """The contact sheets in `folder`, how many layouts or drawings stand on each, and what there is to say."""

    folder: Path
    sheets: tuple[Path, ...]
    layouts: int
    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing of error severity was found."""
        return not any(item.severity is Severity.ERROR for item in self.findings)


class Sheet(Struct, frozen=True):
    """One contact sheet."""

    theme: str
    size: Size
    picture: Image.Image

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.theme}-{self.size.name}.png"


def make_gallery(
    out: str | Path = "gallery",
    *,
    folder: str | Path | None = None,
    theme: str | None = None,
    sizes: Sequence[str] | None = None,
    art: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Gallery:
    """Write contact sheets into `out`: every layout at hand with its samples, a PNG file for each theme and size; or,
    where `art` says so, every drawing and scene at hand, a file for each theme.

    `folder` is a script's, whose own layouts, themes and drawings take part; `theme` and `sizes` choose among those at
    hand; `progress` is called with the number of cards done and of all. A layout that does not compose has an empty
    place on the sheet, a theme that cannot be read has none, and the findings say why.

    Raises:
        CardnewsError: where an argument is wrong, or the folder cannot be written.
    """
    hall = Hall(None if folder is None else Path(folder), progress)
    target = Path(out)
    written: list[Path] = []
    for sheet in hall.art_sheets(theme) if art else hall.sheets(theme, sizes_named(sizes)):
        path = target / sheet.name
        with answered(path):
            target.mkdir(parents=True, exist_ok=True)
            write_whole(path, encode_png(sheet.picture))
        written.append(path)
    shown = 0 if not written else len(art_names(hall.shelf)) if art else len(hall.layouts)
    return Gallery(target, tuple(written), shown, sort_findings(hall.unread if art else hall.findings))


class Hall:
    """What hangs in a gallery: makes its sheets one after another, and keeps what there is to say, of layouts as
    `findings`, of themes whose drawings cannot be shown as `unread`."""

    def __init__(self, folder: Path | None = None, progress: Callable[[int, int], None] | None = None) -> None:
        self.shelf = Shelf(folder)
        self.layouts = tuple(sorted(self.shelf.layouts(), key=_place_in_a_set))
        self.findings = list(survey(folder)[1])
        self.unread: list[Finding] = []
        self._progress = progress
        self._painter = Painter()
        self._done = 0

    def sheets(
        self, theme: str | None = None, sizes: Sequence[Size] = (), columns: int | None = None
    ) -> Iterator[Sheet]:
        """A sheet for each theme at hand and each named size, or for those that are given."""
        themes = self.shelf.names("theme") if theme is None else (theme_named(theme, self.shelf),)
        chosen = sizes or tuple(Size(name, *extent) for name, extent in SIZES.items())
        script = self._script()
        total = len(themes) * len(chosen) * len(self.layouts)
        for name in themes:
            for size in chosen:
                yield Sheet(name, size, self._picture(script, name, size, columns, total))

    def art_sheets(self, theme: str | None = None, columns: int | None = None) -> Iterator[Sheet]:
        """A sheet of all drawings for each theme at hand, or for the one that is given."""
        names = self.shelf.names("theme") if theme is None else (theme_named(theme, self.shelf),)
        called = {name: korean for korean, name in self.shelf.korean_names("art").items()}
        size = Size("art", SIDE, SIDE)
        total = len(names) * len(art_names(self.shelf))
        for name in names:
            try:
                found = self.shelf.theme(name)
            except CardnewsError as error:
                self.unread.extend(error.findings)
                continue
            assert found is not None
            grid = grid_of(len(art_names(self.shelf)), size, columns)
            cards: list[Image.Image | None] = []
            labels: list[Label] = []
            for art, card in art_cards(self.shelf, found, self._painter):
                cards.append(None if card is None else reduced(card, grid))
                labels.append(Label(art, called.get(art, "")))
                self._done += 1
                if self._progress is not None:
                    self._progress(self._done, total)
            yield Sheet(name, size, contact_sheet(cards, labels, grid, Label(name, "art"), self._painter))

    def _script(self) -> Script:
        """The samples of all layouts that have them as one script, so that grounds and footers follow each other."""
        shown: list[Layout] = []
        for layout in self.layouts:
            missing = [field.name for field in layout.fields if field.required and field.sample is None]
            if is_sampled(layout) or all(field.type == "image" for field in layout.fields if field.name in missing):
                shown.append(layout)
            else:
                self.findings.append(
                    finding("gallery-no-sample", Place(shown_name(layout.path)), name=", ".join(missing))
                )
        text = script_of(map(sample_of, shown))
        script = load_script(PLACE, self.shelf, PLACE.name, data=text.encode())
        self._tell(script.findings)
        return script

    def _picture(self, script: Script, theme: str, size: Size, columns: int | None, total: int) -> Image.Image:
        grid = grid_of(len(self.layouts), size, columns)
        composed = compose_sound(script, size, theme=theme, shelf=self.shelf)
        self._tell(composed.findings)
        # A sample of more than one card is shown by its first.
        frames = {frame.layout: frame for frame in reversed(composed.frames)}
        cards: list[Image.Image | None] = []
        for layout in self.layouts:
            card = self._card(frames[layout.name]) if layout.name in frames else None
            cards.append(None if card is None else reduced(card, grid))
            self._done += 1
            if self._progress is not None:
                self._progress(self._done, total)
        head = Label(theme, f"{size.name}  {size.width} × {size.height}")
        return contact_sheet(cards, tuple(map(_label, self.layouts)), grid, head, self._painter)

    def _card(self, frame: Frame) -> Image.Image | None:
        try:
            return self._painter.paint(frame)
        except Exception as error:
            self._tell(replace(item, layout=frame.layout) for item in answer(error))
            return None

    def _tell(self, findings: Iterable[Finding]) -> None:
        """Findings of the samples are findings of the layout file that they stand in."""
        files = {layout.name: shown_name(layout.path) for layout in self.layouts}
        for item in findings:
            place = Place(files[item.layout]) if item.layout in files else item.place
            self.findings.append(replace(item, place=place, slide=None))


def _place_in_a_set(layout: Layout) -> tuple[float, str]:
    """Where in a set of cards a layout has its place: kinds of passage are told from the opening to the closing, before
    which those stand that suit none."""
    kinds = tuple(KINDS)
    return min((kinds.index(suit.kind) for suit in layout.suits), default=len(kinds) - 1.5), layout.name


def _label(layout: Layout) -> Label:
    names = dict(layout.names)
    english = names.get("en", "")
    detail = layout.name if english.casefold() in ("", layout.name.casefold()) else f"{layout.name} · {english}"
    return Label(names.get("ko") or layout.name, detail)
