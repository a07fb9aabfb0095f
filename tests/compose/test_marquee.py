"""Rows of words: how far a word stands from itself, what fills the height, and which words are seen whole."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from cardnews.compose.marquee import Marquee, place_pills
from cardnews.geometry import Rect

CARD = Rect(0, 0, 1080, 700)
HEIGHT, GAP = 118.0, 19.0
# Widths of pills in px as they come in decks: one long word among short ones, all alike, all long.
WIDTHS = {
    "short": (160.0, 200.0, 180.0, 220.0),
    "alike": (190.0,),
    "mixed": (150.0, 260.0, 180.0, 330.0, 210.0),
    "long": (300.0, 340.0, 280.0),
}


def placed(kind: str, count: int, turn: float, rect: Rect = CARD) -> Marquee:
    widths = [WIDTHS[kind][index % len(WIDTHS[kind])] for index in range(count)]
    return place_pills(widths, HEIGHT, GAP, 4, turn, rect)


def closest(marquee: Marquee) -> float:
    """The least distance in px, across, of a word from itself in a row less than 250 px away."""
    seen = [(index, pill) for index, pill in marquee.spots if pill.right > 0 and pill.x < CARD.width]
    return min(
        (
            abs(one.x - two.x)
            for at, (index, one) in enumerate(seen)
            for other, two in seen[at + 1 :]
            if index == other and 0 < abs(one.y - two.y) < 250
        ),
        default=CARD.width,
    )


@pytest.mark.parametrize("turn", [0.0, -7.0])
@pytest.mark.parametrize("count", [8, 9, 10, 12, 15, 20, 24])
@pytest.mark.parametrize("kind", WIDTHS)
def test_no_word_stands_below_itself(kind: str, count: int, turn: float) -> None:
    """Where there are more words than places, finding each a place comes first."""
    found = placed(kind, count, turn)
    assert closest(found) >= (250 if count <= 15 else 120)


@pytest.mark.parametrize("turn", [0.0, -7.0])
@pytest.mark.parametrize("count", [6, 7])
def test_a_few_words_stand_aside_of_themselves(count: int, turn: float) -> None:
    assert closest(placed("short", count, turn)) >= 180


@pytest.mark.parametrize("kind", WIDTHS)
@pytest.mark.parametrize("count", [6, 8, 10])
def test_every_word_is_seen_whole_where_there_is_room(kind: str, count: int) -> None:
    assert placed(kind, count, 0.0).hidden == placed(kind, count, -7.0).hidden == ()


def test_level_rows_fill_their_height_and_stay_inside() -> None:
    for height in (118, 240, 300, 420, 700, 1200):
        rect = Rect(0, 150, 1080, height)
        rows = sorted({pill.y for _, pill in placed("short", 8, 0.0, rect).spots})
        assert rows[0] >= rect.y - 0.5
        assert rows[-1] + HEIGHT == pytest.approx(rect.bottom)
        assert rows[0] - rect.y < HEIGHT + GAP


def test_turned_rows_run_off_the_top_along_all_of_it() -> None:
    """The lower end of the uppermost row is the left one: 61 px above it, the right end is off the card."""
    for height in (500, 700, 1100):
        rect = Rect(0, 0, 1080, height)
        spots = placed("short", 8, -7.0, rect).spots
        low_end = min(pill.y for _, pill in spots) + 540 * 0.1219
        assert low_end <= GAP


def test_neighboring_rows_do_not_line_up() -> None:
    rows: dict[float, list[float]] = {}
    for _, pill in placed("alike", 12, 0.0).spots:
        rows.setdefault(pill.y, []).append(pill.x)
    firsts = [min(xs) for _, xs in sorted(rows.items())]
    steps = [abs(one - two) % (190 + GAP) for one, two in pairwise(firsts)]
    assert all(20 < step < 190 for step in steps), steps


@pytest.mark.parametrize("height", [300, 420, 560])
@pytest.mark.parametrize("count", [8, 12, 20])
@pytest.mark.parametrize("kind", WIDTHS)
def test_words_that_the_top_edge_cuts_are_told(kind: str, count: int, height: int) -> None:
    """Four turned rows are more than a low place shows in full."""
    rect = Rect(0, 100, 1080, height)
    found = placed(kind, count, -7.0, rect)
    turn = math.radians(-7.0)

    def upper_edge(pill: Rect) -> float:
        across, down = pill.right - rect.center[0], pill.y - rect.center[1]
        return rect.center[1] + across * math.sin(turn) + down * math.cos(turn)

    in_full = {
        index for index, pill in found.spots if upper_edge(pill) >= rect.y and pill.x >= 0 and pill.right <= 1080
    }
    assert in_full.isdisjoint(found.hidden)
    cut = {index for index, pill in found.spots if upper_edge(pill) >= rect.y - HEIGHT / 3}
    assert set(range(count)) - cut <= set(found.hidden)


def test_rows_that_are_cut_are_not_counted_on_where_others_show_more() -> None:
    """Set in four rows, one of ten words is cut; trusted to three, with a fourth above them, all are shown."""
    assert [len(placed("short", 10, -7.0, Rect(0, 0, 1080, height)).hidden) for height in (360, 420)] == [0, 0]


def test_no_words_are_no_rows() -> None:
    assert place_pills([], HEIGHT, GAP, 4, -7.0, CARD) == Marquee((), ())
