"""The flagship's Frames as text, and what must hold for them in every size."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardnews.compose.series import Composed, compose_size
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.script import SIZES, parse_size
from compose.dump import dump
from goldens import Golden

GOLDENS = ("frames",)
EXAMPLE = Path(__file__).parents[2] / "examples" / "governance" / "script.yaml"
CHOSEN = [("square", (1, 3, 8)), ("story", (1, 3, 8, 10)), ("wide", (1, 3, 7, 10)), ("tall", (1, 5))]
_DONE: dict[str, Composed] = {}


def composed(size: str) -> Composed:
    if size not in _DONE:
        canvas = parse_size(size)
        assert canvas is not None
        _DONE[size] = compose_size(load_script(EXAMPLE, shown="script.yaml"), canvas, shelf=Shelf(EXAMPLE.parent))
    return _DONE[size]


def check(golden: Golden, size: str, number: int) -> None:
    frame = next(frame for frame in composed(size).frames if frame.number == number)
    golden.text(f"frames/{size}-{number:02}.txt", dump(frame))


@pytest.mark.parametrize("number", range(1, 11))
def test_flagship(golden: Golden, number: int) -> None:
    check(golden, "portrait", number)


@pytest.mark.parametrize(("size", "number"), [(size, number) for size, numbers in CHOSEN for number in numbers])
def test_flagship_in_other_sizes(golden: Golden, size: str, number: int) -> None:
    check(golden, size, number)


@pytest.mark.parametrize("size", SIZES)
def test_the_flagship_composes_without_errors(size: str) -> None:
    result = composed(size)
    errors = [item.format() for item in result.findings if item.severity == "error"]
    assert not errors
    assert len(result.frames) == 10


def test_the_flagship_has_nothing_to_say_in_portrait() -> None:
    assert [item.format() for item in composed("portrait").findings] == []


def test_composing_twice_gives_the_same() -> None:
    canvas = parse_size("square")
    assert canvas is not None
    again = compose_size(load_script(EXAMPLE, shown="script.yaml"), canvas)
    assert [dump(frame) for frame in again.frames] == [dump(frame) for frame in composed("square").frames]


def test_some_slides_alone_come_out_as_in_the_series() -> None:
    canvas = parse_size("portrait")
    assert canvas is not None
    some = compose_size(load_script(EXAMPLE, shown="script.yaml"), canvas, only=(3, 7))
    assert some.frames == tuple(frame for frame in composed("portrait").frames if frame.number in (3, 7))
