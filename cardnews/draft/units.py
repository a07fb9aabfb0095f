"""The account of an article: every sentence, cell and item of it, in order, so that none is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cardnews.draft.document import (
    Block,
    Dialog,
    Exchange,
    Facts,
    Heading,
    Item,
    Items,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from cardnews.draft.labels import bare
from cardnews.draft.prose import Prose
from cardnews.draft.sentences import sentences

_CORNERS = frozenset("구분 분류 항목 종류 유형".split())


class Unit(Struct, frozen=True):
    """Words that must stand somewhere; those of one `row` stand in one line of the notes, `glue` behind each."""

    text: Prose
    row: int = 0
    glue: str = " "


def units_of(block: Block) -> tuple[Unit, ...]:
    """The units of a block, in the order in which every pass counts them."""
    return tuple(
        Unit(text, row, glue)
        for row, parts in enumerate(_rows(block))
        for glue, texts in parts
        for text in texts
        if any(letter.isalnum() for letter in text.text)
    )


def _rows(block: Block) -> Iterator[list[tuple[str, list[Prose]]]]:
    match block:
        case Heading(text=text) | Paragraph(text=text):
            yield [(" ", told(text))]
        case Quote(text=text, who=who):
            yield [(" ", told(text)), (" ", told(who))]
        case Dialog(turns=turns):
            for text, who in turns:
                yield [(": ", told(who)), (" ", told(text))]
        case Exchange(question=question, answer=answer):
            yield [(" ", told(question))]
            yield [(" ", told(answer))]
        case Items(items=items):
            for item in items:
                yield from _item(item)
        case Facts(rows=rows):
            for label, value in rows:
                yield [(": ", told(label)), (" ", told(value))]
        case Table(head=head, rows=rows):
            # The corner only says that the cells below it are told apart.
            named = head[1:] if head and bare(head[0].text) in _CORNERS else head
            for row in (named, *rows) if head else rows:
                yield [(" | ", told(cell)) for cell in row]
        case Picture(alt=alt):
            yield [(" ", told(alt))]


def _item(item: Item) -> Iterator[list[tuple[str, list[Prose]]]]:
    yield [(" ", told(item.text))]
    for below in item.children:
        yield from _item(below)


def told(text: Prose) -> list[Prose]:
    """The sentences of a text, each followed by the addresses that its links lead to."""
    found: list[Prose] = []
    for sentence in sentences(text):
        found += (sentence, *(Prose(link) for _, link in sentence.links if link not in sentence.text))
    return found
