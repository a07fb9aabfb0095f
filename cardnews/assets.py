"""Data files: the shipped folders, the author's own beside the script, and nothing outside either."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal
from unicodedata import normalize

Kind = Literal["layout", "theme", "art"]
_NAME = re.compile(r"[\w][\w.+-]{0,63}")


@cache
def _data_folder() -> Path:
    """The folder that holds `layouts/` and `fonts/`: the repository's in a checkout, else the package's own data.

    An editable install may hold an old copy of the data inside the package, so the repository goes first.
    """
    package = Path(__file__).resolve().parent
    checkout = package.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "layouts").is_dir():
        return checkout
    return package / "data"


def fonts_folder() -> Path:
    """Where the shipped fonts and `fonts.yaml` are."""
    return _data_folder() / "fonts"


@dataclass(frozen=True, slots=True)
class Library:
    """Layouts, themes and art by name: the author's folders first, then the shipped ones."""

    folder: Path | None = None

    def folders(self, kind: Kind) -> tuple[Path, ...]:
        shipped = _data_folder() / "layouts"
        shipped_folder = {"layout": shipped, "theme": shipped / "themes", "art": shipped / "art"}[kind]
        if self.folder is None:
            return (shipped_folder,)
        own = {"layout": "layouts", "theme": "themes", "art": "art"}[kind]
        return (self.folder / own, shipped_folder)

    def names(self, kind: Kind) -> tuple[str, ...]:
        """Every name at hand, sorted."""
        suffixes = (".yaml", ".svg") if kind == "art" else (".yaml",)
        found = {
            normalize("NFC", path.stem)
            for folder in self.folders(kind)
            if folder.is_dir() and is_inside(folder, self._root(folder))
            for path in folder.iterdir()
            if path.suffix in suffixes
        }
        return tuple(sorted(found))

    def find(self, kind: Kind, name: str) -> Path | None:
        """The file of that name, or None; a name is never a path."""
        if not _NAME.fullmatch(name):
            return None
        suffixes = (".yaml", ".svg") if kind == "art" else (".yaml",)
        for folder in self.folders(kind):
            for suffix in suffixes:
                path = as_spelled(folder, f"{name}{suffix}")
                if path.is_file() and is_inside(path, self._root(folder)):
                    return path
        return None

    def _root(self, folder: Path) -> Path:
        """What a file of `folder` must lie in: `folder` itself may be a link, and then leads anywhere."""
        return self.folder if self.folder is not None and folder.parent == self.folder else _data_folder()


def shown_name(path: Path) -> str:
    """What findings call a data file: one of the author's by its path as the script was named, a shipped one by its
    name."""
    return path.name if is_inside(path, _data_folder()) else str(path)


def is_inside(path: Path, folder: Path) -> bool:
    """Whether `path` lies in `folder` once links are followed."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return False


def as_spelled(folder: Path, name: str) -> Path:
    """`folder / name`, or, where there is none, the file whose name is the same but for how its Hangul is composed.

    Files that come from a Mac have their syllables taken apart into jamo, and look the same on the screen.
    """
    path = folder / name
    if name.isascii() or Path(name).is_absolute() or path.exists():
        return path
    found = folder
    for part in Path(name).parts:
        step = found / part
        if part != ".." and not step.exists() and found.is_dir() and is_inside(found, folder):
            wanted = normalize("NFC", part)
            step = next((item for item in found.iterdir() if normalize("NFC", item.name) == wanted), step)
        found = step
    return found if found.exists() else path
