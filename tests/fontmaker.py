"""Font files as authors have them: any names, weights, rights and formats, with solid cells for letters."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import brotli
from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from conftest import ROOT

LETTERS = "가나다라마바사아자차카타파하한글협를뷁주민동네 ABCHg0123456789.,?!"
OFL = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
UPEM = 1000


def font(
    family: str = "Bom Batang",
    *,
    korean: str = "",
    style: str = "Regular",
    weight: int = 400,
    letters: str = LETTERS,
    rights: int = 0,
    license: str = OFL,  # noqa: A002
    italic: bool = False,
    width: int = 5,
    axes: Iterable[tuple[str, int, int, int]] = (),
    outlines: str = "glyf",
    names: Mapping[str, str] | None = None,
) -> TTFont:
    """A font whose letters are solid cells, an em wide."""
    glyphs = {".notdef": _cell(outlines), "cell": _cell(outlines)}
    builder = FontBuilder(UPEM, isTTF=outlines == "glyf")
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(dict.fromkeys(map(ord, letters), "cell"))
    if outlines == "glyf":
        builder.setupGlyf(glyphs)
    else:
        builder.setupCFF(family.replace(" ", ""), {}, glyphs, {})
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (UPEM, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    selection = 0x40 | (0x01 if italic else 0)
    builder.setupOS2(usWeightClass=weight, usWidthClass=width, fsType=rights, fsSelection=selection)
    called = {"en": family, "ko": korean} if korean else {"en": family}
    builder.setupNameTable(
        {
            "familyName": called,
            "styleName": style,
            **({"licenseDescription": license} if license else {}),
            **(names or {}),
        },
        mac=False,
    )
    builder.setupPost()
    if axes:
        builder.setupFvar([(tag, low, default, high, tag) for tag, low, default, high in axes], [])
    return builder.font


def _cell(outlines: str) -> object:
    pen = TTGlyphPen(None) if outlines == "glyf" else T2CharStringPen(UPEM, None)
    pen.moveTo((0, -120))
    for point in ((0, 880), (UPEM, 880), (UPEM, -120)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph() if isinstance(pen, TTGlyphPen) else pen.getCharString()


def saved(made: TTFont, flavor: str | None = None) -> bytes:
    """The bytes of a font's file, `woff` or `woff2` where a flavor is named."""
    made.flavor = flavor
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def collection(*made: TTFont) -> bytes:
    """A TTC of several fonts."""
    found = TTCollection()
    found.fonts = list(made)
    file = BytesIO()
    found.save(file)
    return file.getvalue()


def put(folder: Path, name: str, content: bytes | TTFont) -> Path:
    """Write a font into a folder, in the format that its name's suffix says."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, TTFont):
        content = saved(content, {".woff": "woff", ".woff2": "woff2"}.get(path.suffix))
    path.write_bytes(content)
    return path


def claiming(length: int, mark: int = 0) -> bytes:
    """A small WOFF2 file whose only table says that it unpacks to `length` bytes, and does: all of them zero."""
    packed = brotli.compress(bytes(length))
    number = bytes(length >> shift & 127 | 128 for shift in (28, 21, 14, 7)).lstrip(b"\x80") + bytes([length & 127])
    body = b"\0" + number + packed
    head = struct.pack(">4s4sIHHIIHHIIIII", b"wOF2", b"\0\1\0\0", 48 + len(body), 1, 0, 0, len(packed), mark, *[0] * 6)
    return bytes(head + body)


@cache
def ks_font() -> bytes:
    """A real face with the 2,350 syllables of KS X 1001 and no others."""
    rows = [bytes((row, cell)).decode("euc_kr") for row in range(0xB0, 0xC9) for cell in range(0xA1, 0xFF)]
    return cut("BlackHanSans-Regular.ttf", "".join(rows) + LETTERS.replace("뷁", ""), family="Wansung Jip")


@cache
def cut(file: str, letters: str, flavor: str | None = None, family: str = "") -> bytes:
    """A shipped font with some letters only, under another name where one is given."""
    options = subset.Options()
    options.glyph_names = False
    options.name_IDs = ["*"]
    options.layout_features = ["*"]
    options.notdef_outline = True
    made = subset.load_font(ROOT / "fonts" / file, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(made)
    for record in made["name"].names if family else ():
        if record.nameID in (1, 16):
            record.string = family
    return saved(made, flavor)
