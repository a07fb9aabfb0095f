"""What a script needs of its fonts: which characters its family lacks, where, and which font they fall back to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

from msgspec import Struct

from cardnews.compose.frame import Frame
from cardnews.compose.sound import answer, compose_sound
from cardnews.compose.typefaces import runs
from cardnews.errors import CardnewsError, Finding, Place, Severity, sort_findings
from cardnews.fontlist import FontRecord, records, script_of
from cardnews.library import Shelf
from cardnews.script import Script
from cardnews.text.breaks import cluster_starts
from cardnews.text.fontbook import FontBook, shipped_fonts
from cardnews.text.normalize import normalize_text
from cardnews.text.shape import codes_of, first_with
from cardnews.text.typefaces import Typefaces, typefaces_of
from cardnews.values import ArtValue, GroupValue, ListValue, TextValue, Value


class Lack(Struct, frozen=True):
    """A character that a family lacks, the family it is set in instead (empty: no font has it), and where it stands.

    `places` are its first in each slide; a slide's beginning where the words are the layout's, the theme's or the
    brand.
    """

    character: str
    family: str
    fallback: str
    slides: tuple[int, ...]
    places: tuple[Place, ...]

    @property
    def code(self) -> str:
        return " ".join(f"U+{ord(letter):04X}" for letter in self.character)


class FontCheck(Struct, frozen=True):
    """The fonts at hand for a script, what its families lack, and what there is to say about its fonts."""

    fonts: tuple[FontRecord, ...]
    lacks: tuple[Lack, ...]
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether every character has a font and nothing of error severity was found."""
        return all(lack.fallback for lack in self.lacks) and not any(
            item.severity is Severity.ERROR for item in self.findings
        )


def check_fonts(script: str | Path | Script) -> FontCheck:
    """Which characters the families of a script lack on its cards, in all its sizes, and what they fall back to.

    Whatever is wrong with the script is in the findings; what cannot be composed is left out.
    """
    loaded = script_of(script)
    typefaces = _typefaces(loaded)
    book, shelf = typefaces.book, Shelf(loaded.folder)
    findings: list[Finding] = [*loaded.findings, *typefaces.findings]
    seen: dict[tuple[str, str, str], set[int]] = {}
    for size in loaded.sizes if loaded.slides else ():
        composed = compose_sound(loaded, size, shelf=shelf)
        findings.extend(composed.findings)
        for frame in composed.frames:
            families = _families(loaded, frame.slide, typefaces.family, shelf)
            for lack in _lacking(frame, families, book):
                seen.setdefault(lack, set()).add(frame.slide)
    for item in findings:
        if item.rule in ("missing-glyph", "private-character") and item.slide is not None:
            families = _families(loaded, item.slide, typefaces.family, shelf)
            letter = "".join(chr(int(code[2:], 16)) for code in dict(item.values)["code"].split())
            seen.setdefault((letter, book.chain(families, 400)[0].family, ""), set()).add(item.slide)
    lacks = [
        Lack(letter, family, fallback, tuple(sorted(numbers)), tuple(_places(letter, loaded, sorted(numbers))))
        for (letter, family, fallback), numbers in sorted(seen.items())
    ]
    kept = (item for item in findings if item.severity is Severity.ERROR or item.rule.startswith("font"))
    return FontCheck(records(book), tuple(lacks), sort_findings(kept))


def record(lack: Lack) -> dict[str, Any]:
    """A character that is lacking as JSON can hold it."""
    return {
        "character": lack.character,
        "code": lack.code,
        "family": lack.family,
        "fallback": lack.fallback,
        "slides": list(lack.slides),
        "places": [{"path": place.path, "line": place.line, "column": place.column} for place in lack.places],
    }


def _typefaces(script: Script) -> Typefaces:
    try:
        return typefaces_of(script)
    except Exception as error:
        return Typefaces(shipped_fonts(), findings=answer(error))


def _families(script: Script, number: int, asked: str, shelf: Shelf) -> tuple[str, ...]:
    """The families that a slide is set in, in order."""
    theme = None
    # What is wrong with a theme, composing says.
    with suppress(CardnewsError):
        theme = shelf.theme(script.slides[number - 1].theme or script.theme)
    return tuple(name for name in (asked, *(theme.families if theme is not None else ())) if name)


def _lacking(frame: Frame, families: tuple[str, ...], book: FontBook) -> Iterator[tuple[str, str, str]]:
    """The characters of a card that its first family lacks: the character, that family, the family they are set in."""
    for run in runs(frame.items):
        font = book.by_key(run.font)
        chain = book.chain(families, font.weight)
        family = chain[0].family
        if font.family == family:
            continue
        own = [one for one in chain if one.family == family]
        for start, end in pairwise((*cluster_starts(run.text, 0, len(run.text)), len(run.text))):
            letter = run.text[start:end]
            # The others of its eojeol fall back with a syllable that is lacking, and are not.
            if not letter.isspace() and first_with(codes_of(letter), own) is None:
                yield letter, family, font.family


def _places(letter: str, script: Script, numbers: Iterable[int]) -> Iterator[Place]:
    for number in numbers:
        slide = script.slides[number - 1]
        yield next(_standing(letter, slide.fields, (slide.place.path, slide.included)), slide.place)


def _standing(letter: str, fields: Mapping[str, Value], paths: tuple[str, ...]) -> Iterator[Place]:
    for value in _texts(fields.values()):
        # What a layout says by default has its place in the layout's file.
        if value.place.path not in paths:
            continue
        normal = normalize_text(value.text)
        at = normal.text.find(letter)
        if at >= 0:
            yield value.place_of(normal.origin[at])


def _texts(values: Iterable[Value]) -> Iterator[TextValue]:
    for value in values:
        match value:
            case TextValue():
                yield value
            case ListValue():
                yield from _texts(value.items)
            case GroupValue() | ArtValue():
                yield from _texts(value.fields.values())
