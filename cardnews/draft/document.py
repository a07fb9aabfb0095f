"""An article as every reader hands it over: lines, tables and pictures first, blocks with a meaning in the end."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from cardnews.draft.prose import NOTHING, Prose

LineKind = Literal["body", "heading", "item", "quote", "note"]


class Line(Struct, frozen=True):
    """One paragraph of a file, as the file tells it.

    `kind` is what its style says, `body` where that is nothing. `level` counts headings from 0, the title, items from
    0, the outermost, and the columns of indentation of a body line. `ordered` and `ticked` are about items. `size` in
    pt (0: unknown) and `bold` tell headings that are only dressed as such. `ends`: an empty line stands behind it.
    """

    text: Prose
    kind: LineKind = "body"
    level: int = 0
    ordered: bool = False
    ticked: bool = False
    size: float = 0.0
    bold: bool = False
    ends: bool = False


class Heading(Struct, frozen=True):
    """`level` 0 is the title of the whole."""

    text: Prose
    level: int


class Paragraph(Struct, frozen=True):
    """Sentences; a `remark` is what stands behind `※` or at the foot of the page, `about` the item it explains."""

    text: Prose
    remark: bool = False
    about: Prose = NOTHING


class Item(Struct, frozen=True):
    text: Prose
    children: tuple[Item, ...] = ()


class Items(Struct, frozen=True):
    items: tuple[Item, ...]
    ordered: bool = False
    ticked: bool = False


class Facts(Struct, frozen=True):
    """`일시: …`, `장소: …`: labels and what they say."""

    rows: tuple[tuple[Prose, Prose], ...]


class Quote(Struct, frozen=True):
    text: Prose
    who: Prose = NOTHING


class Dialog(Struct, frozen=True):
    """What people say in turn: their words, and who they are."""

    turns: tuple[tuple[Prose, Prose], ...]


class Exchange(Struct, frozen=True):
    question: Prose
    answer: Prose


class Table(Struct, frozen=True):
    """Rows of equally many cells, at least one; `head` is the first row where it names the columns, else empty."""

    head: tuple[Prose, ...]
    rows: tuple[tuple[Prose, ...], ...]


class Picture(Struct, frozen=True):
    """A picture by its path as the article writes it, and the words for those who cannot see it."""

    path: str
    alt: Prose = NOTHING


Block = Heading | Paragraph | Items | Facts | Quote | Dialog | Exchange | Table | Picture
Raw = Line | Table | Picture


class Source(Struct, frozen=True):
    """What a reader found: `raw` in the order of the file, words of the file's own head, pictures it did not take."""

    raw: tuple[Raw, ...]
    meta: tuple[tuple[str, str], ...] = ()
    pictures: int = 0


class Article(Struct, frozen=True):
    """Blocks in the order of the text; `meta` as in `Source`."""

    blocks: tuple[Block, ...]
    meta: tuple[tuple[str, str], ...] = ()
