"""The author's fonts: the files a script names and those in `fonts/` beside it, as a book with the shipped ones."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import islice
from pathlib import Path
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

from cardnews.assets import as_spelled, files_in, fonts_folder, is_inside, stamp_of
from cardnews.errors import CardnewsError, Finding, Place, finding, shortened
from cardnews.schema import Checker
from cardnews.script import Script
from cardnews.text.font import FontFile
from cardnews.text.fontbook import FontBook, shipped_files, shipped_fonts, unknown_family
from cardnews.text.fontfile import SUFFIXES, file_stamp, read_faces
from cardnews.text.fontnames import folded
from cardnews.text.typefaces import FOLDER, Typefaces
from cardnews.text.websize import reading_size
from cardnews.values import TextValue

MOST_FILES, MOST_MIB = 400, 512  # a family cut up for the web is a hundred and twenty files for each weight
_DEEPEST, _MOST_FOLDERS = 4, 400  # folders in folders, as archives unpack
_LICENSE = re.compile(r"(?:ofl|licen[cs]e|copying|eula|라이선스|라이센스|사용권|저작권)", re.IGNORECASE)


class _Found(Struct, frozen=True):
    """A font file, what the author calls it, and where something is said about it."""

    path: Path
    shown: str
    place: Place


def read_typefaces(script: Script, book: FontBook | None = None) -> Typefaces:
    """The fonts of a script, or its family among those of `book`. Files that did not change are not read again."""
    checker = Checker()
    if book is None:
        files = _read(_limited(_of_script(script, checker), checker), checker)
        book = _book(files) if files else shipped_fonts()
    family = _family(script, book, checker) if script.font is not None else ""
    return Typefaces(book, family, tuple(checker.findings))


def book_of(paths: Sequence[str | Path]) -> tuple[FontBook, tuple[Finding, ...]]:
    """The fonts in files and folders wherever they are, before the shipped ones, and what is wrong with them."""
    checker = Checker()
    found: list[_Found] = []
    for path in map(Path, [paths] if isinstance(paths, str | Path) else paths):
        place = Place(str(path))
        if path.is_dir():
            found.extend(_in_folder(path, path.name, place, checker))
        else:
            found.append(_Found(path, path.name, place))
    files = _read(_limited(found, checker), checker)
    return (_book(files) if files else shipped_fonts()), tuple(checker.findings)


def license_beside(path: Path) -> str:
    """The name of the license that lies in the folder of a font, if any."""
    names = sorted(normalize("NFC", beside.name) for beside in files_in(path.parent))
    return next((name for name in names if _LICENSE.match(name)), "")


@lru_cache(maxsize=8)
def _book(files: tuple[FontFile, ...]) -> FontBook:
    return FontBook((*files, *shipped_files()))


def _of_script(script: Script, checker: Checker) -> Iterator[_Found]:
    """The files that a script names, in its order, then those of the folder beside it."""
    for value in script.fonts:
        yield from _named(script.folder, value, checker)
    beside = script.folder / FOLDER
    if beside.is_dir() and is_inside(beside, script.folder) and not _is_shipped(beside):
        yield from _in_folder(beside, FOLDER, None, checker)


def _named(folder: Path, value: TextValue, checker: Checker) -> Iterator[_Found]:
    name = value.text
    path = folder / name
    inside = "\0" not in name and is_inside(path, folder)
    if inside and not stamp_of(path):
        path = as_spelled(folder, name)
        inside = is_inside(path, folder)
    if not inside:
        checker.report("outside-folder", value.place, name=name)
    elif not stamp_of(path):
        nearby = sorted(found.shown for found in _walk(path.parent, "") if found.path.parent == path.parent)
        if nearby:
            checker.unknown("missing-font", value.place, name, nearby)
        else:
            checker.report("missing-font-none", value.place, name=name)
    elif path.is_dir():
        yield from _in_folder(path, name.rstrip("/"), value.place, checker)
    else:
        yield _Found(path, name, value.place)


def _in_folder(folder: Path, shown: str, place: Place | None, checker: Checker) -> Iterator[_Found]:
    """The font files in a folder and the folders in it; `place` is where a script names it."""
    count = 0
    for found in _walk(folder, f"{shown}/"):
        count += 1
        yield found if place is None else replace(found, place=place)
    if not count and place is not None:
        checker.report("fonts-empty", place, name=shown)


def _walk(folder: Path, shown: str) -> Iterator[_Found]:
    """The font files below a folder, in the order of their names, however these are composed; links lead nowhere."""
    for parent, folders, names in islice(os.walk(folder), _MOST_FOLDERS):
        inside = Path(parent).relative_to(folder)
        folders[:] = sorted(folders, key=_sorting) if len(inside.parts) < _DEEPEST else []
        for name in sorted(names, key=_sorting):
            path = Path(parent) / name
            # Names that begin with a dot are a Mac's notes on the file of the rest of the name.
            if path.suffix.casefold() in SUFFIXES and not name.startswith(".") and is_inside(path, folder):
                called = normalize("NFC", shown + (inside / name).as_posix())
                yield _Found(path, called, Place(str(path)))


def _limited(found: Iterable[_Found], checker: Checker) -> Iterator[_Found]:
    """Each file once, and no more of them, or of what is packed in them, than a script can need."""
    room = MOST_MIB * 1024**2
    seen: set[str] = set()
    for item in found:
        key = os.path.realpath(item.path)
        if key in seen:
            continue
        seen.add(key)
        with suppress(OSError, ValueError, CardnewsError):
            room -= reading_size(item.path, file_stamp(item.path))
        if len(seen) > MOST_FILES or room < 0:
            name = item.shown.rpartition("/")[0] or item.shown
            checker.report("fonts-too-many", item.place, name=name, files=MOST_FILES, most=MOST_MIB)
            return
        yield item


def _read(found: Iterable[_Found], checker: Checker) -> tuple[FontFile, ...]:
    files: list[FontFile] = []
    for item in found:
        try:
            for info in read_faces(item.path):
                shown = f"{item.shown}#{info.index + 1}" if info.index else item.shown
                stamp = file_stamp(item.path)
                files.append(FontFile(info.family, item.path, info.weights, "own", info.names, info, shown, stamp))
        except CardnewsError as error:
            checker.findings.extend(replace(one, place=item.place) for one in error.findings)
    # Of files of one weight, the one with most characters is asked first.
    return tuple(sorted(files, key=lambda file: -file.info.characters if file.info is not None else 0))


def _family(script: Script, book: FontBook, checker: Checker) -> str:
    """The family a script asks for, or nothing and a finding."""
    assert script.font is not None
    name, place = script.font.text, script.font.place
    if book.named(name):
        return name
    file = next((file for file in book.files if file.own and _is_file(name, file)), None)
    beside = None if file is not None else _beside(script.folder, name)
    if file is not None:
        shown = file.shown.partition("#")[0]
        checker.findings.append(
            finding("unknown-font-held", place, name=shortened(name), file=shown, family=_called(file, name))
        )
    elif beside is not None:
        checker.findings.append(finding("unknown-font-file", place, name=shortened(name), file=beside))
    else:
        checker.findings.append(unknown_family(name, book, place))
    return ""


def _is_file(name: str, file: FontFile) -> bool:
    """Whether an author who writes `name` means a file of the font rather than its family."""
    path = Path(file.shown.partition("#")[0])
    return folded(name) in (folded(path.name), folded(path.stem), folded(str(path)))


def _called(file: FontFile, name: str) -> str:
    """The family of a file; in Korean, where it has a Korean name, for an author who wrote Korean."""
    korean = file.info.korean if file.info is not None else ""
    wrote_korean = any("가" <= letter <= "힣" for letter in normalize("NFC", name))
    return shortened(korean if korean and wrote_korean else file.family)


def _beside(folder: Path, name: str) -> str | None:
    """The font file beside the script, and not in `fonts/`, that answers to the name."""
    paths = sorted(path for path in files_in(folder) if path.suffix.casefold() in SUFFIXES)
    inside = (_Found(path, path.name, Place(str(path))) for path in paths[:MOST_FILES] if is_inside(path, folder))
    # Nothing was asked of these, so that nothing is said where they are too many.
    for item in _limited(inside, Checker()):
        path = item.path
        try:
            faces = read_faces(path)
        except CardnewsError:
            continue
        if any(folded(name) in (*face.names, folded(path.name), folded(path.stem)) for face in faces):
            return normalize("NFC", path.name)
    return None


def _is_shipped(folder: Path) -> bool:
    return os.path.realpath(folder) == os.path.realpath(fonts_folder())


def _sorting(name: str) -> str:
    return normalize("NFC", name)
