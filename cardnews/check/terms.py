"""Words that an organization does not use, or has better ones for: `terms.yaml` beside the script."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from msgspec.structs import replace

from cardnews.assets import as_spelled, is_inside
from cardnews.check.deck import Deck
from cardnews.errors import Finding, Place, finding
from cardnews.script import Slide

if TYPE_CHECKING:
    from cardnews.check.glossary import Match

FILES = ("terms.yaml", "표기사전.yaml")
_MOST = 200  # matches in one text, of which a few are shown


def house_terms(deck: Deck) -> Iterator[Finding]:
    """Words on the cards, and in the texts that stand for pictures, that the house does not use."""
    files = files_in(deck.script.folder)
    if not files:
        return
    from cardnews.check.glossary import read_terms

    terms, found = read_terms(files)
    yield from found
    if not terms.terms:
        return
    for said in deck.texts:
        if not said.value.link:
            for match in islice(terms.find(said.text), _MOST):
                yield _about(match, said.place(match.start), said.slide, said.name)
    for slide in deck.script.slides:
        for match in terms.find(normalize("NFC", slide.alt)):
            yield _about(match, slide.place, slide, "alt")
    for picture in deck.pictures:
        for match in terms.find(normalize("NFC", picture.value.alt)):
            yield _about(match, picture.value.place, picture.slide, picture.field)


def files_in(folder: Path) -> tuple[Path, ...]:
    """The files of terms that lie in a script's folder."""
    paths = (as_spelled(folder, name) for name in FILES)
    return tuple(path for path in paths if path.is_file() and is_inside(path, folder))


def _about(match: Match, place: Place, slide: Slide, name: str) -> Finding:
    term = match.term
    if term.instead:
        found = finding("term-preferred", place, term=term.text, instead=term.instead, file=term.file)
    elif term.why:
        found = finding("term-forbidden", place, term=term.text, why=term.why, file=term.file)
    else:
        found = finding("term-forbidden-none", place, term=term.text, file=term.file)
    return replace(found, slide=slide.number, layout=slide.layout, field=name)
