"""Veils and the texts on them: which words a veil must make readable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cardnews.color import least_contrast
from cardnews.compose.frame import GlyphRun, Item, Veil, Veiled
from cardnews.geometry import Rect

# Hangul reaches this far above and below its baseline, in sizes of the text.
_ABOVE, _BELOW = 0.86, 0.14


def unveiled(items: Sequence[Item], width: int) -> tuple[Item, ...]:
    """The items of a card `width` px wide, each veil with the texts that are painted on it."""
    if not any(isinstance(item, Veil) for item in items):
        return tuple(items)
    return tuple(
        replace(item, texts=_on(item, items[index + 1 :], width)) if isinstance(item, Veil) else item
        for index, item in enumerate(items)
    )


def _on(veil: Veil, after: Iterable[Item], width: int) -> tuple[Veiled, ...]:
    """The texts on the half of a veil that it thickens towards."""
    down = veil.solid >= veil.start
    reach = veil.rect.y + veil.rect.height * veil.start
    found: list[Veiled] = []
    for item in after:
        if isinstance(item, GlyphRun) and item.glyphs and not item.graphic:
            xs = [x for _, x, _ in item.glyphs]
            y = item.glyphs[0][2]
            box = Rect(min(xs), y - _ABOVE * item.size, max(xs) - min(xs) + item.size, (_ABOVE + _BELOW) * item.size)
            middle = box.center[1]
            if veil.rect.y <= middle <= veil.rect.bottom and (middle >= reach) == down:
                found.append(Veiled(box, item.color, least_contrast(item.size, width)))
    return tuple(found)
