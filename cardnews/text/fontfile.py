"""Font files of an author's: opened whatever they hold, and what each face in them says of itself."""

from __future__ import annotations

import stat
import struct
from functools import lru_cache
from pathlib import Path
from typing import Literal

import uharfbuzz as hb
from msgspec import Struct

from cardnews.errors import CardnewsError, Finding, Place, finding
from cardnews.text.fontnames import KOREAN, folded, split_weight, style_weight
from cardnews.text.nametable import (
    FAMILY,
    LICENSE,
    LICENSE_URL,
    STYLE,
    TYPOGRAPHIC_FAMILY,
    TYPOGRAPHIC_STYLE,
    WWS_FAMILY,
    Name,
    read_names,
    texts,
)

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2")
MOST_BYTES = 128 * 1024 * 1024  # of one file: twice the largest collection of a Korean family
MOST_FACES = 64  # of one collection
_KINDS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf", b"wOFF", b"wOF2")
_OUTLINES = ("glyf", "CFF ", "CFF2")
# A file that ends before one of these does was cut off on its way.
_NEEDED = frozenset({b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"glyf", b"loca", b"CFF ", b"CFF2", b"gvar"})

Embedding = Literal["installable", "editable", "print", "forbidden", "bitmaps", "unknown"]


class FaceInfo(Struct, frozen=True):
    """What one face of a font file says of itself.

    `family` is its English name where it has one, `korean` its Korean one; it answers to all `names` (folded).
    `weights` is the range of its weight axis, or one weight twice; `width` its width class (5 is normal); `axes` are
    tag, least and most. `embedding` and `whole` (it may not be subset) are OS/2 `fsType`, `license` and `url` the
    name table's; `characters` and `hangul` count what it can set.
    """

    index: int
    family: str
    korean: str
    names: tuple[str, ...]
    weights: tuple[float, float]
    italic: bool
    width: int
    axes: tuple[tuple[str, float, float], ...]
    embedding: Embedding
    whole: bool
    license: str
    url: str
    color: bool
    characters: int
    hangul: int


def read_faces(path: Path) -> tuple[FaceInfo, ...]:
    """The faces of a font file that can set text.

    Raises:
        CardnewsError: where the file cannot be read, is no font, is damaged, or has nothing to set text with.
    """
    infos, findings = _found(path, file_stamp(path))
    if findings:
        raise CardnewsError(findings)
    return infos


def open_face(path: Path, index: int) -> hb.Face:
    """A face of a font file with its outlines; the file may be replaced by another while the face is in use.

    Raises:
        CardnewsError: as `read_faces` does.
    """
    return _face(path, file_stamp(path), index)


def file_stamp(path: Path) -> tuple[int, int]:
    """What changes when a file does; CardnewsError where it is none, or too large to be read."""
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if not stat.S_ISREG(found.st_mode):
        raise CardnewsError([finding("font-not-a-font", Place(str(path)), name=path.name)])
    if found.st_size > MOST_BYTES:
        most = MOST_BYTES // 1024**2
        raise CardnewsError([finding("font-too-large", Place(str(path)), name=path.name, most=most)])
    return found.st_mtime_ns, found.st_size


def characters(path: Path, index: int) -> frozenset[int]:
    """The code points that a face of a font file has a glyph for; CardnewsError as of `read_faces`."""
    return _characters(path, file_stamp(path), index)


@lru_cache(maxsize=64)
def _characters(path: Path, _: tuple[int, int], index: int) -> frozenset[int]:
    return frozenset(hb.Face(hb.Blob(_font(path, outlines=False)), index).unicodes)


@lru_cache(maxsize=64)
def _face(path: Path, stamp: tuple[int, int], index: int) -> hb.Face:
    return hb.Face(_blob(path, stamp), index)


@lru_cache(maxsize=8)
def _blob(path: Path, _: tuple[int, int]) -> hb.Blob:
    # Read and not mapped into memory: a program that rewrites a mapped file ends this one.
    return hb.Blob(_font(path, outlines=True))


@lru_cache(maxsize=1024)
def _found(path: Path, _: tuple[int, int]) -> tuple[tuple[FaceInfo, ...], tuple[Finding, ...]]:
    """The faces of a file, or what is wrong with it: a damaged file costs as much to read as a sound one."""
    try:
        return _faces(path), ()
    except CardnewsError as error:
        # These pass without any change of the file.
        if isinstance(error.__cause__, OSError | MemoryError):
            raise
        return (), error.findings


def _faces(path: Path) -> tuple[FaceInfo, ...]:
    data = _font(path, outlines=False)
    count = min(MOST_FACES, struct.unpack_from(">I", data, 8)[0]) if data[:4] == b"ttcf" else 1
    blob = hb.Blob(data)
    opened = [(index, hb.Face(blob, index)) for index in range(count)]
    faces = [(index, face) for index, face in opened if face.glyph_count]
    if not faces:
        raise CardnewsError([finding("font-damaged", Place(str(path)), name=path.name)])
    outlined = [(index, face) for index, face in faces if any(face.reference_table(tag).data for tag in _OUTLINES)]
    if not outlined:
        raise CardnewsError([finding("font-bitmap", Place(str(path)), name=path.name)])
    try:
        found = tuple(info for index, face in outlined if (info := _info(face, index, path.stem)).characters)
    except Exception as error:
        # HarfBuzz answers for every table, its Python binding not for tags and names that are no text.
        raise CardnewsError([finding("font-damaged", Place(str(path)), name=path.name)]) from error
    if not found:
        raise CardnewsError([finding("font-symbol", Place(str(path)), name=path.name)])
    return found


def _font(path: Path, outlines: bool) -> bytes:
    """The file as a TrueType or OpenType font or collection of them."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if data[:4] not in _KINDS:
        raise CardnewsError([finding("font-not-a-font", Place(str(path)), name=path.name)])
    try:
        if data[:3] == b"wOF":
            # Some ten milliseconds to load, for those who use it.
            from cardnews.text.webfont import unpack
            from cardnews.text.websize import DIRECTORY, claim

            if not claim(data[:DIRECTORY]).credible(len(data)):
                raise ValueError("unpacks to more than a font of its size does")
            data = unpack(data, outlines=outlines)
        _require_whole(data)
    except Exception as error:
        # Whatever a damaged file makes of its own numbers.
        raise CardnewsError([finding("font-damaged", Place(str(path)), name=path.name)]) from error
    return data


def _require_whole(data: bytes) -> None:
    """ValueError where a table that is needed lies beyond the end of the file."""
    heads = [0]
    if data[:4] == b"ttcf":
        count = min(MOST_FACES, struct.unpack_from(">I", data, 8)[0])
        heads = list(struct.unpack_from(f">{count}I", data, 12))
    for head in heads:
        for index in range(struct.unpack_from(">H", data, head + 4)[0]):
            tag, _, offset, length = struct.unpack_from(">4sIII", data, head + 12 + 16 * index)
            if tag in _NEEDED and offset + length > len(data):
                raise ValueError("cut off")


def _info(face: hb.Face, index: int, stem: str) -> FaceInfo:
    names = read_names(face.reference_table("name").data)
    os2 = face.reference_table("OS/2").data
    value = {name: _number(os2, at) for name, at in (("weight", 4), ("width", 6), ("rights", 8), ("style", 62))}
    family, korean, called, weight = _family(names, value["weight"], stem)
    axes = tuple((axis.tag, float(axis.min_value), float(axis.max_value)) for axis in face.axis_infos)
    weights = next(((low, high) for tag, low, high in axes if tag == "wght"), (weight, weight))
    rights = value["rights"]
    letters = _letters(face)
    mac_style = _number(face.reference_table("head").data, 44) or 0
    return FaceInfo(
        index,
        family,
        korean,
        called,
        weights,
        # Italic or oblique, where OS/2 says so, or the older style bits of `head`.
        bool((value["style"] or 0) & 0x201 or mac_style & 2),
        value["width"] or 5,
        axes,
        "unknown" if rights is None else embedding(rights),
        bool((rights or 0) & 0x100),
        next(texts(names, LICENSE), ""),
        next(texts(names, LICENSE_URL), ""),
        bool(face.has_color_paint or face.has_color_layers),
        len(letters),
        sum(0xAC00 <= letter <= 0xD7A3 for letter in letters),
    )


def embedding(rights: int) -> Embedding:
    """What OS/2 `fsType` allows (OpenType 1.9, `os2#fstype`): where old fonts set several bits, the mildest counts."""
    if rights & 0x200:
        return "bitmaps"
    if rights & 0x8:
        return "editable"
    if rights & 0x4:
        return "print"
    return "forbidden" if rights & 0x2 else "installable"


def _family(names: tuple[Name, ...], weight: int | None, stem: str) -> tuple[str, str, tuple[str, ...], float]:
    """The English and the Korean name of the family, all folded names that it answers to, and the face's weight.

    Old fonts are a family for each weight, `나눔고딕 ExtraBold`: where its weight bears the ending out, the family is
    `나눔고딕`, and the face answers to both.
    """
    said = weight or 400
    said = said * 100 if said < 10 else said
    styles = (style_weight(style) for style in texts(names, TYPOGRAPHIC_STYLE, STYLE))
    word = next((found for found in styles if found is not None and found != 400), None)
    whole = {name: name for name in texts(names, TYPOGRAPHIC_FAMILY, WWS_FAMILY)}
    for name in texts(names, FAMILY):
        split = split_weight(name)
        if split is not None and (said == 400 or abs(split[1] - said) <= 150):
            whole.setdefault(name, split[0])
            word = word or split[1]
    families = {
        language: next(
            (whole.get(name, name) for name in texts(names, TYPOGRAPHIC_FAMILY, FAMILY, language=language)), ""
        )
        for language in ("en", "ko")
    }
    given = [*texts(names, TYPOGRAPHIC_FAMILY, WWS_FAMILY, FAMILY)] or [stem]
    if word is not None and (said == 400 or said > 1000):
        said = word
    family = families["en"] or families["ko"] or whole.get(given[0], given[0])
    korean = families["ko"] or KOREAN.get(folded(family), "")
    korean = korean if korean != family else ""
    called = dict.fromkeys(folded(name) for name in (family, korean, *given, *whole.values()) if name)
    return family, korean, tuple(called), float(min(1000, said))


def _letters(face: hb.Face) -> list[int]:
    """The code points that mean something wherever they are: no controls, no private use."""
    return [
        code
        for code in face.unicodes
        if code > 0x20 and not (0x7F <= code <= 0xA0 or 0xE000 <= code <= 0xF8FF or code >= 0xF0000)
    ]


def _number(table: bytes, at: int) -> int | None:
    return int.from_bytes(table[at : at + 2], "big") if len(table) >= at + 2 else None


def _unreadable(path: Path, error: Exception) -> CardnewsError:
    if isinstance(error, FileNotFoundError):
        return CardnewsError([finding("file-missing", Place(str(path)), path=path.name)])
    reason = getattr(error, "strerror", None) or str(error)
    return CardnewsError([finding("file-unreadable", Place(str(path)), path=path.name, reason=reason)])
