"""A script tidied: written anew, read again, and left as it was wherever that would not say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cardnews.errors import Finding, Place, Severity, finding, limited, sort_findings
from cardnews.library import Shelf
from cardnews.source.mend import Line, Lines
from cardnews.source.nodes import Scalar, read_nodes
from cardnews.source.repair import settle
from cardnews.source.text import tidy
from cardnews.tidy.compare import Reading, differing, read
from cardnews.tidy.manner import Orders
from cardnews.tidy.parse import UnusualError, parse
from cardnews.tidy.tree import Flow, Group, Item, Listing, Page, Pair, Text, Written
from cardnews.tidy.write import Writer

_MOST_ROUNDS = 60
_MOST_TRIES = 4


class Tidied(Struct, frozen=True):
    """A script after tidying: its text, what is to say about it, and whether the text is another one."""

    text: str
    findings: tuple[Finding, ...] = ()
    changed: bool = False


def format_script(source: str, shown: str = "", folder: Path | None = None) -> Tidied:
    """Tidy a script: order, quotes, indentation, empty lines, and the width of long texts.

    Values, the order of slides and comments stay the same: the result is read again and compared. What cannot be
    written anew with that stays as it is, and a finding says so; a script that YAML cannot read stays as it is with
    the findings of the reader. `folder` is where its own layouts are, `shown` what findings call it.
    """
    text, stray = tidy(source, shown)
    node, found = read_nodes(text, shown)
    found = sort_findings((*stray, *found))
    if any(item.severity is Severity.ERROR for item in found):
        return Tidied(source, sort_findings(limited(found)))
    shelf, home = Shelf(folder), folder if folder is not None else Path()
    reading = read(text, shown, home, shelf)
    if node is None or isinstance(node, Scalar):
        return Tidied(source, reading.script.findings)
    said: dict[int, Finding] = {}
    for _ in range(_MOST_ROUNDS):
        before = text
        text, reading, notes = _tidied(text, reading, shown, home, shelf)
        said |= notes
        # The reader stops naming texts that look like YAML after a few in one slide; the others are named once these
        # have their quotes.
        if text == before or not reading.texts:
            break
    return Tidied(text, sort_findings(said.values()), text != source)


def _tidied(
    text: str, reading: Reading, shown: str, home: Path, shelf: Shelf
) -> tuple[str, Reading, Mapping[int, Finding]]:
    """The text tidied once, how that is read, and what could not be tidied in it: slides, or (0) the whole."""
    left = text, reading, {0: finding("fmt-left", Place(shown))}
    lines = _lines(text, shown)
    try:
        page = _with_texts(parse(lines), reading.texts, lines)
    except UnusualError:
        return left
    kept: frozenset[int] = frozenset()
    for _ in range(_MOST_TRIES):
        new = Writer(Orders(shelf), text.split("\n"), [number - 1 for number in kept]).page(page)
        after = read(new, shown, home, shelf)
        try:
            same = Counter(parse(_lines(new, shown)).comments) == Counter(page.comments)
        except UnusualError:
            return left
        slides = differing(reading, after, kept) if same else None
        if slides is None or slides & kept:
            return left
        if not slides:
            return new, after, dict(_kept_notes(reading, kept))
        kept |= slides
    return left


def _kept_notes(reading: Reading, kept: Collection[int]) -> Iterator[tuple[int, Finding]]:
    """That the slides in `kept` were left as they are, numbered as their cards are."""
    number = 0
    for slide in reading.script.slides:
        number += not slide.skipped
        if slide.number in kept:
            said = None if slide.skipped else number
            yield slide.number, finding("fmt-kept", slide.place, slide=said, layout=slide.layout)


def _lines(text: str, shown: str) -> Lines:
    return settle(tuple(map(Line, text.split("\n"))), shown)[1]


def _with_texts(page: Page, texts: frozenset[tuple[int, int]], lines: Lines) -> Page:
    """`page` with what only looks like YAML as the text that it was read as."""

    def is_text(at: tuple[int, int]) -> bool:
        row, column = at
        return bool(texts) and row >= 0 and (row + 1, lines[row].column(column) + 1) in texts

    def value(old: Written) -> Written:
        match old:
            case Flow() if is_text(old.at):
                return Text(old.source, marks=old.marks)
            case Flow():
                return replace(old, inner=held(old.inner))
            case Group() | Listing():
                return held(old)
            case _:
                return old

    def held(old: Group | Listing) -> Group | Listing:
        if isinstance(old, Group):
            return replace(old, pairs=tuple(replace(pair, value=value(pair.value)) for pair in old.pairs))
        return replace(old, items=tuple(map(item, old.items)))

    def item(old: Item) -> Item:
        match old.value:
            case Group(pairs=(Pair(value=Text() as words) as pair,), foot=foot) as group if is_text(group.at):
                text = Text(f"{pair.key.value}: {words.value}")
                return replace(old, value=text, above=(*old.above, *pair.above, *foot), beside=pair.beside)
            case _:
                return replace(old, value=value(old.value))

    return replace(page, root=value(page.root)) if texts else page
