"""The flagship's ten cards with the shipped fonts, at a quarter of their size."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from cardnews.compose.frame import Frame
from cardnews.compose.series import compose_size
from cardnews.paint.painter import Painter
from cardnews.reader import load_script
from cardnews.script import parse_size
from goldens import Golden

GOLDENS = ("cards",)
EXAMPLE = Path(__file__).parents[2] / "examples" / "governance" / "script.yaml"


@cache
def frames() -> tuple[Frame, ...]:
    size = parse_size("portrait")
    assert size is not None
    return compose_size(load_script(EXAMPLE), size).frames


@cache
def painter() -> Painter:
    return Painter()


@pytest.mark.parametrize("number", range(1, 11))
def test_card(number: int, golden: Golden) -> None:
    frame = next(frame for frame in frames() if frame.number == number)
    image = painter().paint(frame)
    small = image.resize((image.width // 4, image.height // 4), Image.Resampling.BOX)
    golden.picture(f"cards/governance-{number:02}.png", small)


def test_painting_twice_gives_the_same() -> None:
    assert Painter().paint(frames()[2]).tobytes() == painter().paint(frames()[2]).tobytes()
