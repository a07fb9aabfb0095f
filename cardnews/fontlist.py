"""The fonts at hand as records: families, weights, licenses, embedding permissions, coverage of KS X 1001."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

from cardnews.compose.sound import answer
from cardnews.errors import CardnewsError, Place, Severity
from cardnews.reader import load_script
from cardnews.script import DEFAULT_THEME, Script
from cardnews.text.font import FontFile
from cardnews.text.fontbook import FontBook
from cardnews.text.fontfile import characters, read_faces
from cardnews.text.fontnames import folded
from cardnews.text.ownfonts import book_of, license_beside
from cardnews.text.typefaces import typefaces_of

# What licenses call themselves, and the short name that people know each by.
_KNOWN = (
    (r"SIL Open Font|openfontlicense\.org|scripts\.sil\.org/OFL|\bOFL\b", "OFL-1.1"),
    (r"Apache License|apache\.org/licenses", "Apache-2.0"),
    (r"공공누리|\bKOGL\b", "공공누리"),
    (r"CC0|publicdomain/zero", "CC0-1.0"),
)
_LONGEST = 60  # characters of a license that is none of them


class Coverage(Struct, frozen=True):
    """How many characters a family has: of the Hangul (2,350), Hanja (4,888) and signs (987) of KS X 1001, of modern
    Hangul (11,172), and in all."""

    hangul: int
    hanja: int
    signs: int
    modern: int
    characters: int


class FontRecord(Struct, frozen=True):
    """A family: `weights` of its upright files, a range where a file has a weight axis; `axes` as tag, least, most.

    `license` is its short name where it is a known one; `embedding` is `installable`, `editable`, `print`, `forbidden`,
    `bitmaps` or `unknown`, the strictest of its files' OS/2 `fsType`; `subsetting` says whether it may be subset.
    """

    family: str
    korean: str
    own: bool
    files: tuple[str, ...]
    weights: tuple[tuple[float, float], ...]
    axes: tuple[tuple[str, float, float], ...]
    license: str
    url: str
    embedding: str
    subsetting: bool
    coverage: Coverage


def list_fonts(script: str | Path | Script | None = None, fonts: Sequence[str | Path] = ()) -> tuple[FontRecord, ...]:
    """The families at hand: those of `script` or of the files and folders `fonts` first, then the shipped ones.

    Raises:
        CardnewsError: where the script or one of `fonts` cannot be read. What is wrong with single slides, or with
            files in a folder, leaves out no more than these; `check_fonts` tells.
    """
    if script is not None:
        loaded = script_of(script)
        if not loaded.slides and any(item.severity is Severity.ERROR for item in loaded.findings):
            raise CardnewsError(loaded.findings)
        return records(typefaces_of(loaded).book)
    named = [Path(path) for path in ([fonts] if isinstance(fonts, str | Path) else fonts)]
    book, findings = book_of(named)
    files = {str(path) for path in named if not path.is_dir()}
    if any(item.severity is Severity.ERROR or item.place.path in files for item in findings):
        raise CardnewsError(findings)
    return records(book)


def script_of(script: str | Path | Script) -> Script:
    """A script, without slides where it cannot be read: why is in its findings."""
    if isinstance(script, Script):
        return script
    path = Path(script)
    try:
        return load_script(path)
    except Exception as error:
        place = Place(str(path))
        found = (replace(item, place=item.place if item.place.path else place) for item in answer(error))
        return Script(path, "", "", "", DEFAULT_THEME, (), (), findings=tuple(found))


def record(font: FontRecord) -> dict[str, Any]:
    """A family as JSON can hold it."""
    coverage = font.coverage
    return {
        "family": font.family,
        "korean": font.korean,
        "own": font.own,
        "files": list(font.files),
        "weights": [low if low == high else [low, high] for low, high in font.weights],
        "axes": {tag: [low, high] for tag, low, high in font.axes},
        "license": font.license,
        "license_url": font.url,
        "embedding": font.embedding,
        "subsetting": font.subsetting,
        "coverage": {
            "ks_x_1001": {"hangul": coverage.hangul, "hanja": coverage.hanja, "signs": coverage.signs},
            "modern_hangul": coverage.modern,
            "characters": coverage.characters,
        },
    }


@cache
def ks_x_1001() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The Hangul syllables, the Hanja and the signs of KS X 1001, as Python's EUC-KR codec has them.

    268 Hanja stand in it twice or more, by their readings; Unicode keeps them apart as compatibility ideographs.
    """
    cells = range(0xA1, 0xFF)
    found = {bytes((row, cell)).decode("euc_kr", "ignore") for row in cells for cell in cells} - {""}
    hangul = frozenset(letter for letter in found if "가" <= letter <= "힣")
    hanja = frozenset(letter for letter in found if "\u4e00" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff")
    return hangul, hanja, frozenset(found) - hangul - hanja


def records(book: FontBook) -> tuple[FontRecord, ...]:
    """The families of a book, the author's first."""
    families: dict[tuple[bool, str], list[FontFile]] = {}
    for file in sorted(book.files, key=lambda file: not file.own):
        families.setdefault((file.own, folded(file.family)), []).append(file)
    return tuple(_record(files) for files in families.values())


def _record(files: Sequence[FontFile]) -> FontRecord:
    infos = [file.info or read_faces(file.path)[0] for file in files]
    upright = [file for file, info in zip(files, infos, strict=True) if not info.italic] or files
    letters: frozenset[int] = frozenset().union(
        *(characters(file.path, info.index) for file, info in zip(files, infos, strict=True))
    )
    strictest = ("forbidden", "bitmaps", "unknown", "print", "editable", "installable")
    url = next((info.url for info in infos if info.url), "")
    license_text = next((info.license for info in infos if info.license), "")
    beside = next((name for file in files if file.own and (name := license_beside(file.path))), "")
    axes = dict.fromkeys(axis for info in infos for axis in info.axes)
    korean = next((info.korean for info in infos if info.korean), "") if files[0].own else "".join(files[0].names[:1])
    return FontRecord(
        files[0].family,
        korean,
        files[0].own,
        tuple(sorted({(file.shown or file.path.name).partition("#")[0] for file in files})),
        tuple(sorted(dict.fromkeys(file.weights for file in upright))),
        tuple(axes),
        _license(license_text, url) or beside,
        url,
        min((info.embedding for info in infos), key=strictest.index),
        not any(info.whole for info in infos),
        _coverage(letters),
    )


def _license(text: str, url: str) -> str:
    known = next((name for pattern, name in _KNOWN if re.search(pattern, f"{text} {url}")), "")
    if known:
        return known
    text = " ".join(text.split()) or url
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _coverage(letters: frozenset[int]) -> Coverage:
    def count(wanted: Iterable[str]) -> int:
        # Text is composed before it is set, so a twin of a Hanja is as good as itself.
        return sum(ord(letter) in letters or ord(normalize("NFC", letter)[0]) in letters for letter in wanted)

    hangul, hanja, signs = ks_x_1001()
    modern = sum(0xAC00 <= letter <= 0xD7A3 for letter in letters)
    return Coverage(count(hangul), count(hanja), count(signs), modern, len(letters))
