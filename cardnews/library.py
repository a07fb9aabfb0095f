"""Layouts, themes and art by name, each read once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from cardnews.assets import Kind, Library, Stamp, stamp_of
from cardnews.drawing import Drawing, read_drawing
from cardnews.errors import CardnewsError
from cardnews.extension import called
from cardnews.layout import Layout, read_layout
from cardnews.schema import is_korean
from cardnews.script import DEFAULT_THEME
from cardnews.theme import Theme
from cardnews.themereader import read_theme


@cache
def _shipped_folders() -> tuple[Path, ...]:
    kinds: tuple[Kind, ...] = ("layout", "theme", "art")
    return tuple(Library(None, None).folders(kind)[-1] for kind in kinds)


# What is shipped is the same for every script, and takes a fifth of a second to read.
_LAYOUTS: dict[Path, tuple[tuple[Stamp, ...], Layout]] = {}


def _shipped_layout(path: Path, stamp: Stamp) -> Layout:
    known = _LAYOUTS.get(path)
    if known is not None and known[0] == (stamp, *map(stamp_of, known[1].bases)):
        return known[1]
    layout = read_layout(path, Library(None, None), names=False)
    _LAYOUTS[path] = ((stamp, *map(stamp_of, layout.bases)), layout)
    return layout


@lru_cache(maxsize=32)
def _shipped_theme(path: Path, _: Stamp) -> Theme:
    return read_theme(path, Library(None, None))


@cache
def _drawn_in() -> Path | None:
    return Library(None, None).find("theme", DEFAULT_THEME)


def _ink_names() -> dict[str, str]:
    """What the colors in shipped drawings are called: those of the theme that they were drawn in."""
    path = _drawn_in()
    return {} if path is None else _color_names(path, stamp_of(path))


@lru_cache(maxsize=4)
def _color_names(path: Path, stamp: Stamp) -> dict[str, str]:
    return {color.hex: name for name, color in _shipped_theme(path, stamp).colors.items()}


def ink_name(drawing: Drawing, name: str) -> str | None:
    """What themes call the one color that a shipped drawing gives a class, None where it has none by name."""
    if drawing.path.parent not in _shipped_folders():
        return None
    return _ink_names().get(dict(drawing.inks).get(name, ""))


class Shelf:
    """What a script can name: files beside it, then the user's, then the shipped. They are read when asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        self.library = Library(folder)
        self._layouts: dict[Path, Layout] = {}
        self._themes: dict[Path, Theme] = {}
        self._drawings: dict[Path, Drawing] = {}
        self._found: dict[tuple[Kind, str], Path | None] = {}
        self._variants: dict[tuple[Path, str], Path | None] = {}
        self._korean: dict[str, dict[str, str]] = {}
        self._stamps: dict[Path, Stamp] = {}

    def renewed(self) -> Shelf:
        """A shelf that looks again what there is, and reads what has changed: themes and layouts that may extend
        others, and files that are not those that were read, by their sizes and times."""
        shelf = Shelf(self.library.folder)
        same = {path for path, stamp in self._stamps.items() if stamp and stamp == stamp_of(path)}
        shelf._stamps = {path: self._stamps[path] for path in same}
        shelf._layouts = {path: layout for path, layout in self._layouts.items() if path in same}
        shelf._drawings = {path: drawing for path, drawing in self._drawings.items() if path in same}
        return shelf

    def layout(self, name: str) -> Layout | None:
        """The layout of that name, or of that alias (`표지`); CardnewsError where its file is broken."""
        path = self._find("layout", name)
        if path is not None:
            return self._read_layout(path, self.library)
        found = next((found for found in self.layouts() if name in found.aliases), None)
        if found is None:
            # What is wrong with a file that would be called so says more than that there is none.
            paths = (self._find("layout", stem) for stem in self.library.names("layout"))
            broken = (path for path in paths if path is not None and path not in self._layouts)
            found = next((self._read_layout(path, self.library) for path in broken if name in called(path)), None)
        return found

    def in_theme(self, layout: Layout, theme: Theme) -> Layout:
        """The layout as a theme arranges it: by a file of its name in the theme's folder, which extends it."""
        found = (self._variant(layout, name) for name in (theme.name, *theme.bases))
        path = next((path for path in found if path is not None), None)
        return layout if path is None else self._read_layout(path, self.library)

    def _variant(self, layout: Layout, theme: str) -> Path | None:
        key = (layout.path, theme)
        if key not in self._variants:
            self._variants[key] = self.library.variant(layout.name, theme, layout.path)
        return self._variants[key]

    def plain_layout(self) -> Layout | None:
        """The layout of a slide that is one bare sentence: the first that says which of its fields that fills."""
        return next((found for found in self.layouts() if found.plain), None)

    def layout_names(self) -> tuple[str, ...]:
        """Names and aliases of every layout at hand."""
        return tuple(name for layout in self.layouts() for name in (layout.name, *layout.aliases))

    def layouts(self) -> Iterator[Layout]:
        """Every layout at hand whose file can be read; the others are reported when a slide names them."""
        for name in self.library.names("layout"):
            with suppress(CardnewsError):
                found = self.layout(name)
                if found is not None:
                    yield found

    def theme(self, name: str) -> Theme | None:
        """The theme of that name, or of what people call it (`희망`); CardnewsError where its file is broken."""
        path = self._find("theme", name) or self._called("theme", name)
        if path is None:
            return None
        if path not in self._themes:
            shipped = path.parent in _shipped_folders()
            self._themes[path] = _shipped_theme(path, stamp_of(path)) if shipped else read_theme(path, self.library)
        return self._themes[path]

    def scene(self, name: str) -> Layout | None:
        """The scene of that name: art that is composed of pieces and may take fields of its own."""
        path = self._find("art", name) or self._called("art", name)
        return self._read_layout(path) if path is not None and path.suffix == ".yaml" else None

    def drawing(self, name: str) -> Drawing | None:
        """The drawing of that name; CardnewsError where its file is broken or unsafe."""
        path = self._find("art", name) or self._called("art", name)
        if path is None or path.suffix != ".svg":
            return None
        if path not in self._drawings:
            self._stamps[path] = stamp_of(path)
            self._drawings[path] = read_drawing(path)
        return self._drawings[path]

    def names(self, kind: Kind) -> tuple[str, ...]:
        return self.library.names(kind)

    def korean_names(self, kind: Literal["theme", "art"]) -> dict[str, str]:
        """What people call the themes or the art in Korean, to the names that scripts know."""
        if kind not in self._korean:
            # Set first: asking for a file by its own name does not ask again.
            found = self._korean[kind] = {}
            for name in self.names(kind):
                with suppress(CardnewsError):
                    called = self._in_korean(kind, name)
                    if called:
                        found.setdefault(called, name)
        return self._korean[kind]

    def _in_korean(self, kind: Literal["theme", "art"], name: str) -> str:
        if kind == "theme":
            theme = self.theme(name)
            return dict(theme.names).get("ko", "") if theme is not None else ""
        if (scene := self.scene(name)) is not None:
            return dict(scene.names).get("ko", "")
        drawing = self.drawing(name)
        return drawing.title.rpartition("/")[2].strip() if drawing is not None else ""

    def _called(self, kind: Literal["theme", "art"], name: str) -> Path | None:
        """The file of what is called so in Korean."""
        if not is_korean(name):
            return None
        found = self.korean_names(kind).get(name.strip())
        return None if found is None else self._find(kind, found)

    def _read_layout(self, path: Path, library: Library | None = None) -> Layout:
        if path not in self._layouts:
            stamp = stamp_of(path)
            # A theme's own arrangements lie in a folder of its name; shipped ones are of nothing but what is shipped.
            shipped = not {path.parent, path.parent.parent}.isdisjoint(_shipped_folders())
            self._layouts[path] = layout = _shipped_layout(path, stamp) if shipped else read_layout(path, library)
            # What is made of several files is not known by the stamp of one.
            self._stamps[path] = () if layout.bases else stamp
        return self._layouts[path]

    def _find(self, kind: Kind, name: str) -> Path | None:
        key = (kind, name)
        if key not in self._found:
            self._found[key] = self.library.find(kind, name)
        return self._found[key]
