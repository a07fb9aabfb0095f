"""The fonts of a script: those at hand, the family it asks for, and nothing loaded for it that it does not use."""

from __future__ import annotations

from typing import NamedTuple

from cardnews.errors import Finding
from cardnews.script import Script
from cardnews.text.fontbook import FontBook, shipped_fonts

FOLDER = "fonts"  # beside the script


class Typefaces(NamedTuple):
    """What a script is set in: the fonts at hand, the family it asks for (empty: the theme's), what there is to say."""

    book: FontBook
    family: str = ""
    findings: tuple[Finding, ...] = ()


def typefaces_of(script: Script, book: FontBook | None = None) -> Typefaces:
    """The fonts of a script and the shipped ones; with a `book`, those in it."""
    if script.font is None and (book is not None or not (script.fonts or (script.folder / FOLDER).is_dir())):
        return Typefaces(book or shipped_fonts())
    # Costs milliseconds to load, for those who add fonts.
    from cardnews.text.ownfonts import read_typefaces

    return read_typefaces(script, book)
