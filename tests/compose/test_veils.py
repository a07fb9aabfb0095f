"""Which veil a text relies on where two lie over a photograph."""

from __future__ import annotations

import pytest

from cardnews.color import parse_color
from cardnews.compose.frame import GlyphRun, Item, Veil
from cardnews.compose.veils import unveiled
from cardnews.geometry import Rect

CARD = Rect(0, 0, 1080, 1080)
DARK, LIGHT = parse_color("#151010"), parse_color("#FFFFFF")


def relied_on(baseline: float, *gradients: tuple[float, float]) -> list[int]:
    """Which of the veils a line of text at `baseline` raises."""
    veils = [Veil(CARD, DARK, start, solid) for start, solid in gradients]
    run = GlyphRun("a-font", 40.0, LIGHT, ((1, 100.0, baseline),), "글")
    items: list[Item] = [*veils, run]
    shown = [item for item in unveiled(items, 1080) if isinstance(item, Veil)]
    return [index for index, veil in enumerate(shown) if veil.texts]


@pytest.mark.parametrize(
    ("baseline", "veil"),
    [(100.0, [1]), (150.0, [1]), (700.0, [0]), (1000.0, [0]), (300.0, [0])],
)
def test_a_text_raises_one_veil_and_not_the_one_that_only_begins_there(baseline: float, veil: list[int]) -> None:
    assert relied_on(baseline, (0.05, 0.8), (0.24, -0.2)) == veil


def test_a_text_shortly_before_a_veil_raises_it() -> None:
    assert relied_on(400.0, (0.45, 0.8)) == [0]
    assert relied_on(100.0, (0.45, 0.8)) == []
