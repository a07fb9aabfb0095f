"""Data files: the author's own beside the script, those in the user's folder, the shipped ones, and none outside."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Literal
from unicodedata import normalize

from msgspec import Struct, field

Kind = Literal["layout", "theme", "art"]
Stamp = tuple[int, ...]
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


def user_folder(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path | None:
    """The folder whose `layouts/`, `themes/`, `art/` and `slides/` serve all scripts of a user, there or not.

    That is CARDNEWS_HOME, or `cardnews` where the platform keeps the data of users; None where it has no such place.
    """
    environ = os.environ if environ is None else environ
    with suppress(RuntimeError):
        if named := environ.get("CARDNEWS_HOME"):
            return Path(named).expanduser()
        if platform == "win32":
            data = Path(environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
        elif platform == "darwin":
            data = Path.home() / "Library" / "Application Support"
        else:
            data = Path(environ.get("XDG_DATA_HOME", ""))
            # A relative path is to be ignored, says the XDG Base Directory Specification.
            data = data if data.is_absolute() else Path.home() / ".local" / "share"
        return data / "cardnews"
    return None


class Library(Struct, frozen=True):
    """Layouts, themes and art by name: those beside the script in `folder` first, then those of the user's folder
    `home`, then the shipped ones."""

    folder: Path | None = None
    home: Path | None = field(default_factory=user_folder)

    def folders(self, kind: Kind) -> tuple[Path, ...]:
        shipped = _data_folder() / "layouts"
        shipped_folder = {"layout": shipped, "theme": shipped / "themes", "art": shipped / "art"}[kind]
        own = {"layout": "layouts", "theme": "themes", "art": "art"}[kind]
        return (*(root / own for root in (self.folder, self.home) if root is not None), shipped_folder)

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders that the others lie in, the nearest first: the script's, the user's, the shipped one."""
        return (*(root for root in (self.folder, self.home) if root is not None), _data_folder())

    def variant(self, name: str, theme: str, path: Path) -> Path | None:
        """The file with another arrangement of the layout at `path` for a theme: `themes/THEME/NAME.yaml`, no farther
        from the script than the layout itself, so that a shipped theme does not change a layout of the author's."""
        if not (_NAME.fullmatch(name) and _NAME.fullmatch(theme)):
            return None
        themes = self.folders("theme")
        # The script's folder may be the shipped one: the farthest is what the layout is one of.
        home = path.resolve()
        folders = enumerate(folder.resolve() for folder in self.folders("layout"))
        near = max((at for at, folder in folders if home.is_relative_to(folder)), default=0)
        return self.find_in((folder / theme for folder in themes[: near + 1]), "layout", name)

    @property
    def slides(self) -> Path | None:
        """The folder of the user's own slides, there or not."""
        return self.home / "slides" if self.home is not None else None

    def names(self, kind: Kind) -> tuple[str, ...]:
        """Every name at hand, sorted."""
        return tuple(sorted({name for folder in self.folders(kind) for name in self.names_in(folder, kind)}))

    def names_in(self, folder: Path, kind: Kind) -> Iterator[str]:
        """The names in one of the folders, in no order."""
        suffixes = (".yaml", ".svg") if kind == "art" else (".yaml",)
        if is_inside(folder, self._root(folder)):
            yield from (normalize("NFC", path.stem) for path in files_in(folder) if path.suffix in suffixes)

    def find(self, kind: Kind, name: str) -> Path | None:
        """The file of that name, or None; a name is never a path."""
        return self.find_in(self.folders(kind), kind, name)

    def base(self, name: str, path: Path, kind: Kind = "layout") -> Path | None:
        """The layout or theme that the one at `path` means by a name: by its own name, that of the next folder."""
        folders = self.folders(kind)
        if normalize("NFC", name) == normalize("NFC", path.stem) and path.parent in folders:
            folders = folders[folders.index(path.parent) + 1 :]
        return self.find_in(folders, kind, name)

    def find_in(self, folders: Iterable[Path], kind: Kind, name: str) -> Path | None:
        """The file of that name in the first of `folders` that has it."""
        if not _NAME.fullmatch(name):
            return None
        suffixes = (".yaml", ".svg") if kind == "art" else (".yaml",)
        for folder in folders:
            with suppress(OSError):
                for suffix in suffixes:
                    path = as_spelled(folder, f"{name}{suffix}")
                    if path.is_file() and is_inside(path, self._root(folder)):
                        return path
        return None

    def _root(self, folder: Path) -> Path:
        """What a file of `folder` must lie in: `folder` itself may be a link, and then leads anywhere."""
        own = (root for root in self.roots[:-1] if root in (folder.parent, folder.parent.parent))
        return next(own, _data_folder())


def stamp_of(path: Path) -> Stamp:
    """What changes with the file: its number, size in bytes and times in nanoseconds; empty where there is none."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return ()
    return state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


def is_file(path: Path) -> bool:
    """Whether a file is there, as none is where the name is longer than the system can hold."""
    return S_ISREG(_mode(path))


def is_folder(path: Path) -> bool:
    """Whether a folder is there, as none is where the name is longer than the system can hold."""
    return S_ISDIR(_mode(path))


def files_in(folder: Path) -> tuple[Path, ...]:
    """What lies in a folder; nothing where there is none, or none that may be listed."""
    try:
        return tuple(folder.iterdir())
    except (OSError, ValueError):
        return ()


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def is_name(text: str) -> bool:
    """Whether `text` may name a layout, a theme or art."""
    return _NAME.fullmatch(text) is not None


def is_shipped(path: Path) -> bool:
    """Whether a data file is one of those that come with cardnews, which its tests have read with all care."""
    return is_inside(path, _data_folder())


def shown_name(path: Path) -> str:
    """What findings call a data file: one of the author's by its path as the script was named, a shipped one by its
    name."""
    return path.name if is_shipped(path) else str(path)


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
    if name.isascii() or Path(name).is_absolute() or stamp_of(path):
        return path
    found = folder
    for part in Path(name).parts:
        step = found / part
        if part != ".." and not stamp_of(step) and is_inside(found, folder):
            wanted = normalize("NFC", part)
            step = next((item for item in files_in(found) if normalize("NFC", item.name) == wanted), step)
        found = step
    return found if stamp_of(found) else path
