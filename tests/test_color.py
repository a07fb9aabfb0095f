"""Colors: written, mixed, and how far apart they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardnews.color import Color, contrast, is_color, luminance, mix, parse_color

COLORS = st.tuples(*(st.integers(0, 255) for _ in range(3))).map(lambda channels: Color(*channels))
BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)


@pytest.mark.parametrize(
    ("text", "color"),
    [("#FFCB2E", Color(255, 203, 46)), ("#ffcb2e", Color(255, 203, 46)), ("#fc3", Color(255, 204, 51))],
)
def test_parse(text: str, color: Color) -> None:
    assert parse_color(text) == color


@pytest.mark.parametrize("text", ["", "FFCB2E", "#FFCB2", "#FFCB2E0", "#GGGGGG", "red", " #FFCB2E", "#FFCB2E\n"])
def test_what_is_no_color(text: str) -> None:
    assert not is_color(text)
    with pytest.raises(ValueError, match="not a color"):
        parse_color(text)


@given(COLORS)
def test_hex_comes_back(color: Color) -> None:
    assert parse_color(color.hex) == color


@given(COLORS, COLORS, st.floats(0, 1))
def test_a_mixture_lies_between(one: Color, two: Color, share: float) -> None:
    for low, high, channel in zip(map(min, one, two), map(max, one, two), mix(one, two, share), strict=True):
        assert low <= channel <= high


def test_mixtures() -> None:
    assert mix(BLACK, WHITE, 1) == BLACK
    assert mix(BLACK, WHITE, 0) == WHITE
    assert mix(Color(30, 24, 19), Color(255, 203, 46), 0.18) == Color(215, 171, 41)


def test_contrast_as_design_md_has_it() -> None:
    """The ratios that `design.md` gives for the theme hope."""
    ink = parse_color("#1E1813")
    pairs = {
        ("#FFCB2E", "#1E1813"): 11.6,
        ("#FF6B47", "#1E1813"): 6.2,
        ("#FF6B47", "#FFFFFF"): 2.8,
        ("#0E4A3B", "#FFF7E8"): 9.6,
        ("#FFF7E8", "#1E1813"): 16.5,
        ("#FFF7E8", "#A83A17"): 6.0,
    }
    for (one, two), ratio in pairs.items():
        assert contrast(parse_color(one), parse_color(two)) == pytest.approx(ratio, abs=0.06), (one, two)
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(ink, ink) == 1


@given(COLORS, COLORS)
def test_contrast_is_the_same_both_ways(one: Color, two: Color) -> None:
    assert contrast(one, two) == contrast(two, one)
    assert 1 <= contrast(one, two) <= 21.0001
    assert 0 <= luminance(one) <= 1.0001
