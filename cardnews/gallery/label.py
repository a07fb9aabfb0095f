"""One line of text outside any card, set by the engine that sets the cards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby

from cardnews.color import Color
from cardnews.compose.frame import GlyphRun
from cardnews.text.font import Font
from cardnews.text.fontbook import shipped_fonts
from cardnews.text.markup import plain_text
from cardnews.text.normalize import normalize_text
from cardnews.text.shape import Face, Shaped, shape_text

_FAMILIES = ("Pretendard", "Noto Sans KR", "Noto Color Emoji")
_TRACKING = -0.015  # em
_LONGEST = 200  # characters: a line of more is cut before it is set


def line_of(
    text: str, *, weight: float, size: float, color: Color, at: tuple[float, float], width: float
) -> tuple[tuple[GlyphRun, ...], float]:
    """The glyphs of `text` at `size` px from the baseline point `at`, and where the pen stands behind them, in px.

    What is wider than `width` px ends in an ellipsis.
    """
    whole = normalize_text(text.replace("\n", " ")).text[:_LONGEST]
    shown, shaped = whole, _shaped(whole, weight)
    while shown and _advance(shaped) * size > width:
        shown = shown[:-1]
        shaped = _shaped(f"{shown.rstrip()}…", weight)
    return tuple(_runs(shaped, size, color, at)), at[0] + _advance(shaped) * size


def _shaped(text: str, weight: float) -> Shaped:
    chain = _chain(weight)
    return shape_text(plain_text(normalize_text(text)), Face(chain, chain))


@cache
def _chain(weight: float) -> tuple[Font, ...]:
    return shipped_fonts().chain(_FAMILIES, weight)


def _advance(shaped: Shaped) -> float:
    return sum(cluster.advance + _TRACKING for cluster in shaped.clusters)


def _runs(shaped: Shaped, size: float, color: Color, at: tuple[float, float]) -> Iterator[GlyphRun]:
    x, baseline = at
    placed: list[tuple[str, tuple[int, float, float]]] = []
    for cluster in shaped.clusters:
        placed += (
            (glyph.font.key, (glyph.id, round(x + glyph.x * size, 3), round(baseline - glyph.y * size, 3)))
            for glyph in (() if cluster.space else cluster.glyphs)
        )
        x += (cluster.advance + _TRACKING) * size
    for font, run in groupby(placed, key=lambda item: item[0]):
        yield GlyphRun(font, size, color, tuple(glyph for _, glyph in run), "")
