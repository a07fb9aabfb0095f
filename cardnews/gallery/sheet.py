"""A contact sheet: cards in rows on a quiet gray, their names below them, as a studio lays them out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct
from PIL import Image

from cardnews.color import Color
from cardnews.compose.frame import Frame, Item, Shape
from cardnews.gallery.label import line_of
from cardnews.geometry import Rect
from cardnews.paint.painter import Painter
from cardnews.script import Size

SURROUND = Color(222, 222, 219)
_INK, _MUTED, _EMPTY = Color(38, 38, 36), Color(96, 96, 92), Color(196, 196, 192)
_AREA = 360 * 450  # px of one card, whatever its size
_MARGIN, _GAP = 64, 40  # px around the cards and between them
_HEAD = 64  # px for the line above the first row
_BELOW = 88  # px for the names below a card
_RATIO = 1.5  # width to height that a sheet comes near to


class Label(Struct, frozen=True):
    """What stands below a card: what people call the layout, and what scripts do."""

    name: str
    detail: str


class Grid(Struct, frozen=True):
    """Where the cards of a sheet stand: `columns` of cards of `width` by `height` px."""

    count: int
    columns: int
    width: int
    height: int

    @property
    def extent(self) -> tuple[int, int]:
        """Width and height of the sheet in px."""
        rows = math.ceil(self.count / self.columns)
        return (
            2 * _MARGIN + self.columns * (self.width + _GAP) - _GAP,
            2 * _MARGIN + _HEAD + rows * (self.height + _BELOW + _GAP) - _GAP - (_MARGIN - _GAP),
        )

    def at(self, index: int) -> tuple[int, int]:
        """Top left corner of a card in px."""
        row, column = divmod(index, self.columns)
        return _MARGIN + column * (self.width + _GAP), _MARGIN + _HEAD + row * (self.height + _BELOW + _GAP)


def grid_of(count: int, size: Size, columns: int | None = None) -> Grid:
    """The grid for `count` cards of `size`; without `columns`, as many as make a sheet of a pleasant shape."""
    width = round(math.sqrt(_AREA * size.width / size.height))
    height = round(width * size.height / size.width)

    def shape(columns: int) -> float:
        extent = Grid(count, columns, width, height).extent
        empty = -count % columns / columns
        return abs(math.log(extent[0] / extent[1] / _RATIO)) + 0.15 * empty

    return Grid(count, columns or min(range(1, count + 1), key=shape), width, height)


def reduced(card: Image.Image, grid: Grid) -> Image.Image:
    """A card as it stands on the sheet."""
    return card.resize((grid.width, grid.height), Image.Resampling.LANCZOS)


def contact_sheet(
    cards: Sequence[Image.Image | None], labels: Sequence[Label], grid: Grid, head: Label, painter: Painter
) -> Image.Image:
    """The sheet of cards that are `reduced` already; an outline stands for each that is None. `head` is above all."""
    width, height = grid.extent
    items = tuple(_items(cards, labels, grid, head))
    sheet = painter.paint(Frame(1, 1, "", "", width, height, "", SURROUND, items, ()))
    for index, card in enumerate(cards):
        if card is not None:
            sheet.paste(card, grid.at(index))
    return sheet


def _items(cards: Sequence[Image.Image | None], labels: Sequence[Label], grid: Grid, head: Label) -> Iterator[Item]:
    across = grid.extent[0] - 2 * _MARGIN
    title, pen = line_of(head.name, weight=800, size=34, color=_INK, at=(_MARGIN, _MARGIN + 26), width=across / 2)
    yield from title
    rest = _MARGIN + across - pen - 16
    yield from line_of(
        head.detail, weight=500, size=24, color=_MUTED, at=(pen + 16, _MARGIN + 26), width=max(0.0, rest)
    )[0]
    for index, (card, label) in enumerate(zip(cards, labels, strict=True)):
        left, top = grid.at(index)
        if card is None:
            yield Shape(Rect(left, top, grid.width, grid.height), _EMPTY, line=2.0)
        below = top + grid.height
        for text, weight, size, color, down in ((label.name, 700, 32, _INK, 43), (label.detail, 500, 24, _MUTED, 77)):
            yield from line_of(text, weight=weight, size=size, color=color, at=(left, below + down), width=grid.width)[
                0
            ]
