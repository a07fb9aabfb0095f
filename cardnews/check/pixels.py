"""Contrast as it is painted: the color of each word against the pixels behind it, photographs and bars included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from cardnews.check.deck import Card, Deck, Said, worst_of
from cardnews.check.ink import Fonts, Ink, inked, slot_of, without_text
from cardnews.color import least_contrast
from cardnews.errors import CardnewsError, Finding
from cardnews.geometry import Rect
from cardnews.paint.contrast import contrast_on

if TYPE_CHECKING:
    from PIL.Image import Image

# Glyphs looked at together: a word or less, since one word on a dark spot is a word that nobody reads.
_TOGETHER = 4


class _Weak(Struct):
    """The weakest contrast of one text: its ratio, what it should be, its words."""

    ratio: float
    least: float
    words: str


def low_contrast(deck: Deck) -> Iterator[Finding]:
    """Texts with too little contrast to what is painted behind them, each said once with its weakest place."""
    from cardnews.paint.painter import Painter

    painter, fonts = Painter(deck.book), Fonts(deck.book)
    found: list[tuple[float, str, Finding]] = []
    for card in deck.cards:
        try:
            behind = painter.paint(replace(card.frame, items=without_text(card.frame.items)))
        except CardnewsError:
            # A picture that cannot be painted is said by `unreadable`, which looks at all of them.
            continue
        found.extend(_weak_texts(card, behind, fonts))
    return worst_of(found)


def _weak_texts(card: Card, behind: Image, fonts: Fonts) -> Iterator[tuple[float, str, Finding]]:
    slots = [slot for slot, _ in card.slots]
    weak: dict[object, tuple[Said | None, _Weak]] = {}
    for ink in inked(card.frame, fonts):
        least = least_contrast(ink.run.size, card.size.width)
        ratio = weakest(ink, behind)
        if ratio < least - 0.005:
            index = slot_of(ink, slots)
            said = card.slots[index][1] if index is not None else None
            key = ink.run.text if index is None else index
            if key not in weak or ratio < weak[key][1].ratio:
                weak[key] = (said, _Weak(ratio, least, ink.run.text.strip()))
    for said, one in weak.values():
        item = card.finding(
            "low-contrast",
            said,
            canvas=card.size.name,
            words=one.words,
            # Rounded down: 4.47 is not the 4.5 that it lacks.
            ratio=f"{int(one.ratio * 10) / 10:.1f}",
            least=f"{one.least:g}",
        )
        yield one.least / one.ratio, card.size.name, item


def weakest(ink: Ink, behind: Image) -> float:
    """The least contrast ratio (WCAG 2.2) of a run's color, over its words, to the picture behind it."""
    together = 1 if ink.turned else _TOGETHER
    ratio = 21.0
    for first in range(0, len(ink.boxes), together):
        boxes = ink.boxes[first : first + together]
        area = _whole(_union(boxes), behind.size)
        if area is not None:
            ratio = min(ratio, contrast_on(ink.run.color, behind.crop(area)))
    return ratio


def _union(boxes: tuple[Rect, ...]) -> Rect:
    rect = boxes[0]
    for box in boxes[1:]:
        rect = rect.union(box)
    return rect


def _whole(rect: Rect, within: tuple[int, int]) -> tuple[int, int, int, int] | None:
    """The whole px of a rectangle inside a picture, None where there are none."""
    left, top = max(0, round(rect.x)), max(0, round(rect.y))
    right, bottom = min(within[0], round(rect.right)), min(within[1], round(rect.bottom))
    return (left, top, right, bottom) if left < right and top < bottom else None
