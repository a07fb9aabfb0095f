"""Veils and the texts on them: which words a veil must make readable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from cardnews.color import least_contrast
from cardnews.compose.frame import GlyphRun, Item, Shape, Veil, Veiled
from cardnews.geometry import Rect

# Hangul reaches this far above and below its baseline, in sizes of the text.
_ABOVE, _BELOW = 0.86, 0.14
# Glyphs looked at together, as the rule `low-contrast` does: the light end of a line is not made up for by the rest.
_TOGETHER = 4
# Of a veil's height: so far before its thin end a text may begin and the veil still be raised for it.
_NEAR = 0.2


def unveiled(items: Sequence[Item], width: int) -> tuple[Item, ...]:
    """The items of a card `width` px wide, each veil with the texts that are painted on it."""
    veils = [(index, item) for index, item in enumerate(items) if isinstance(item, Veil)]
    if not veils:
        return tuple(items)
    texts: dict[int, list[Veiled]] = {index: [] for index, _ in veils}
    for at, item in enumerate(items):
        if not isinstance(item, GlyphRun) or not item.glyphs or item.graphic:
            continue
        box = _box(item, 0, len(item.glyphs))
        for index in _of(box.center[1], [(index, veil) for index, veil in veils if index < at]):
            if not _on_surface(box, items[index + 1 : at]):
                least = least_contrast(item.size, width)
                texts[index].extend(Veiled(part, item.color, least) for part in _parts(item))
    return tuple(
        replace(item, texts=tuple(texts[index])) if isinstance(item, Veil) else item for index, item in enumerate(items)
    )


def _of(middle: float, veils: Sequence[tuple[int, Veil]]) -> Iterator[int]:
    """The veil that a text at the height `middle` relies on: of those that have begun there, the one whose thin end is
    farthest away, since another would have to be raised all over the picture; else the one that is about to begin."""
    begun: list[tuple[float, int]] = []
    before: list[tuple[float, int]] = []
    for index, veil in veils:
        if veil.rect.y <= middle <= veil.rect.bottom:
            past = (middle - veil.rect.y) / veil.rect.height - veil.start
            past = (past if veil.solid >= veil.start else -past) * veil.rect.height
            if past >= 0:
                begun.append((past, index))
            elif -past <= _NEAR * veil.rect.height:
                before.append((-past, index))
    if begun:
        yield max(begun)[1]
    elif before:
        yield min(before)[1]


def _on_surface(box: Rect, between: Sequence[Item]) -> bool:
    """Whether a filled box, such as a pill, was painted over the veil before a text."""
    return any(isinstance(item, Shape) and not item.line and item.rect.contains(box, 1.0) for item in between)


def _parts(run: GlyphRun) -> Iterator[Rect]:
    count = len(run.glyphs)
    ends = [*range(0, count, _TOGETHER), count]
    yield from (_box(run, start, end) for start, end in pairwise(ends))


def _box(run: GlyphRun, start: int, end: int) -> Rect:
    """The extent of some glyphs of a run."""
    left, right = run.glyphs[start][1], run.glyphs[end - 1][1] + run.size
    if end < len(run.glyphs):
        right = min(right, run.glyphs[end][1])
    y = run.glyphs[start][2]
    return Rect(left, y - _ABOVE * run.size, max(right - left, 1.0), (_ABOVE + _BELOW) * run.size)
