"""Where the ink of set text lies on a card, glyph by glyph, in turned groups as they are turned."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import reduce

from msgspec import Struct

from cardnews.compose.frame import Frame, GlyphRun, Item, Photo, Slot, Turned
from cardnews.geometry import Rect
from cardnews.text.font import Font, FontSource, open_source
from cardnews.text.fontbook import FontBook, shipped_fonts

Turn = tuple[float, tuple[float, float]]


class Ink(Struct, frozen=True):
    """A run of glyphs with their boxes in px, those without ink left out; `turned` boxes hold more than the ink."""

    run: GlyphRun
    boxes: tuple[Rect, ...]
    turned: bool

    @property
    def rect(self) -> Rect:
        return reduce(Rect.union, self.boxes)


class Fonts:
    """The fonts that Frames name, the author's opened once."""

    def __init__(self, book: FontBook | None = None) -> None:
        self._book = book or shipped_fonts()
        self._own: dict[FontSource, Font] = {}

    def font(self, frame: Frame, key: str) -> Font:
        """The font of that key in `frame`."""
        source = next((source for source in frame.fonts if source.key == key), None)
        if source is None:
            return self._book.by_key(key)
        if source not in self._own:
            self._own[source] = Font(key, source.weight or 400.0, source, open_source)
        return self._own[source]


def inked(frame: Frame, fonts: Fonts, *, colored: bool = False) -> Iterator[Ink]:
    """The ink of every run of a Frame, in the order of painting; emoji, which bring their own colors, only where
    `colored` says so, and glyphs that are a picture never."""
    for run, turn in _runs(frame.items, None):
        boxes = tuple(_boxes(run, fonts.font(frame, run.font), turn, colored))
        if boxes:
            yield Ink(run, boxes, turn is not None)


def photos(items: Iterable[Item]) -> Iterator[Photo]:
    """The photographs among items."""
    for item in items:
        if isinstance(item, Photo):
            yield item
        elif isinstance(item, Turned):
            yield from photos(item.items)


def without_text(items: Iterable[Item]) -> tuple[Item, ...]:
    """Items with all glyphs left out: what lies behind the text."""
    return tuple(
        Turned(without_text(item.items), item.angle, item.center) if isinstance(item, Turned) else item
        for item in items
        if not isinstance(item, GlyphRun)
    )


def slot_of(ink: Ink, slots: Iterable[Slot]) -> int | None:
    """The index of the slot that a run belongs to: the smallest one that sets its words where it stands."""
    words = ink.run.text.strip()
    middle_x, middle_y = ink.rect.center
    holding = [
        (slot.rect.width * slot.rect.height, index)
        for index, slot in enumerate(slots)
        if not slot.decorative
        and slot.rect.x - slot.size <= middle_x <= slot.rect.right + slot.size
        and slot.rect.y - slot.size <= middle_y <= slot.rect.bottom + slot.size
        and any(words in line.text for line in slot.lines)
    ]
    return min(holding)[1] if holding else None


def _runs(items: Iterable[Item], turn: Turn | None) -> Iterator[tuple[GlyphRun, Turn | None]]:
    for item in items:
        if isinstance(item, GlyphRun) and not item.graphic:
            yield item, turn
        elif isinstance(item, Turned):
            yield from _runs(item.items, (math.radians(item.angle), item.center) if item.angle else None)


def _boxes(run: GlyphRun, font: Font, turn: Turn | None, colored: bool) -> Iterator[Rect]:
    scale = run.size / font.upem
    for glyph, x, y in run.glyphs:
        if not colored and font.is_colored(glyph):
            continue
        extents = font.hb_font.get_glyph_extents(glyph)
        if extents is not None and extents.width and extents.height:
            left, top = x + extents.x_bearing * scale, y - extents.y_bearing * scale
            box = Rect(left, top, extents.width * scale, -extents.height * scale)
            yield box if turn is None else _turned(box, *turn)


def _turned(box: Rect, angle: float, center: tuple[float, float]) -> Rect:
    """The rectangle around a box turned clockwise by `angle` radians about `center`."""
    cosine, sine = math.cos(angle), math.sin(angle)
    x, y = box.center[0] - center[0], box.center[1] - center[1]
    middle_x, middle_y = center[0] + cosine * x - sine * y, center[1] + sine * x + cosine * y
    width = abs(cosine) * box.width + abs(sine) * box.height
    height = abs(sine) * box.width + abs(cosine) * box.height
    return Rect(middle_x - width / 2, middle_y - height / 2, width, height)
