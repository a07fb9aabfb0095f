"""A font whose glyphs are solid cells: ASCII half an em wide, everything else of a Korean card a whole em."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from cardnews.text.font import FontFile
from cardnews.text.fontbook import FontBook

FAMILY = "Cells"
UPEM = 1000
_WIDE = (*range(0xAC00, 0xD7A4), *range(0x4E00, 0x4F00), 0x2026, 0x3008, 0x3009, 0x3001, 0x3002)
_HALF = (*range(0x21, 0x7F), 0x00B7, 0x2018, 0x2019, 0x201C, 0x201D)


@cache
def cell_font() -> bytes:
    """The font's file."""
    advances = {".notdef": UPEM, "space": UPEM // 2, "half": UPEM // 2, "wide": UPEM}
    glyphs = {}
    for name, advance in advances.items():
        pen = TTGlyphPen(None)
        if name in ("half", "wide"):
            pen.moveTo((0, 0))
            pen.lineTo((0, UPEM))
            pen.lineTo((advance, UPEM))
            pen.lineTo((advance, 0))
            pen.closePath()
        glyphs[name] = pen.glyph()
    builder = FontBuilder(UPEM, isTTF=True)
    builder.setupGlyphOrder(list(advances))
    builder.setupCharacterMap(
        {0x20: "space", 0xA0: "space", **dict.fromkeys(_HALF, "half"), **dict.fromkeys(_WIDE, "wide")}
    )
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (advance, 0) for name, advance in advances.items()})
    builder.setupHorizontalHeader(ascent=UPEM, descent=0)
    builder.setupOS2(sTypoAscender=UPEM, sTypoDescender=0, usWinAscent=UPEM, usWinDescent=0)
    builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular"})
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


def cell_book(folder: Path) -> FontBook:
    """A book of that font alone, its file written to `folder`."""
    path = folder / "cells.ttf"
    path.write_bytes(cell_font())
    return FontBook([FontFile(FAMILY, path, (400.0, 400.0), "text")])
