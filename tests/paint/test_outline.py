"""Shapes as glyphs, and the masks HarfBuzz makes of them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardnews.paint.outline import Outline, polygon, rounded_rectangle
from cardnews.paint.raster import UPRIGHT, Rasterizer, apply, clip_box, turn_about


def test_corners_lie_on_the_rectangle() -> None:
    points = rounded_rectangle(0, 0, 10, 20, (2, 0, 3, 0))
    assert min(x for x, _, on in points if on) == pytest.approx(0)
    assert max(y for _, y, on in points if on) == pytest.approx(20)
    assert (10, 0, True) in points
    assert (0, 20, True) in points
    assert (0, 0, True) not in points


def test_a_rounded_corner_stays_within_its_polygon() -> None:
    points = polygon(((0, 0), (10, 0), (5, 10)), 2, 1)
    assert (5, 10, False) in points
    assert max(y for _, y, on in points if on) < 10
    assert len(polygon(((0, 0), (10, 0), (5, 10)))) == 3


@given(st.floats(-720, 720), st.floats(-100, 100), st.floats(-100, 100))
def test_turning_keeps_distances(angle: float, x: float, y: float) -> None:
    matrix = turn_about(angle, (12.0, -7.0))
    assert apply(matrix, 12.0, -7.0) == pytest.approx((12.0, -7.0))
    turned = apply(matrix, x, y)
    assert math.dist(turned, (12, -7)) == pytest.approx(math.dist((x, y), (12, -7)), abs=1e-6)


def test_a_quarter_turn_is_clockwise() -> None:
    assert apply(turn_about(90, (0, 0)), 1, 0) == pytest.approx((0, 1))


@pytest.mark.parametrize(
    ("box", "clipped"),
    [((1.2, 2.8, 3.1, 4.0), (1, 2, 4, 4)), ((-5, -5, 5, 5), (0, 0, 5, 5)), ((8, 8, 20, 20), (8, 8, 10, 10))],
)
def test_clip_box(box: tuple[float, float, float, float], clipped: tuple[int, int, int, int]) -> None:
    assert clip_box(*box, (10, 10)) == clipped


def test_a_mask_off_the_canvas_is_none() -> None:
    outline = Outline([rounded_rectangle(20, 20, 5, 5, (0, 0, 0, 0))])
    assert Rasterizer().outline_mask(outline, UPRIGHT, (10, 10)) is None


@pytest.mark.parametrize("side", [0.3, 5, 900, 2000, 8192])
def test_shapes_of_any_size_have_their_area(side: float) -> None:
    outline = Outline([rounded_rectangle(0, 0, side, 4, (0, 0, 0, 0))])
    found = Rasterizer().outline_mask(outline, UPRIGHT, (9000, 4))
    assert found is not None
    mask, corner = found
    assert corner == (0, 0)
    assert sum(mask.tobytes()) / 255 == pytest.approx(side * 4, rel=0.001, abs=0.1)
