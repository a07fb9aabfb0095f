"""Opening quotation marks hang to the left of a headline, but never off what the headline stands on."""

from __future__ import annotations

import pytest

from cardnews.compose.frame import GlyphRun
from cardnews.compose.series import compose_size
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.script import Size
from conftest import WriteScript

SIZES = (Size("portrait", 1080, 1350), Size("wide", 1200, 630))


def left_of(write_script: WriteScript, theme: str, text: str, size: Size) -> tuple[float, float]:
    """Where the first glyph of a statement, and of a speech bubble, begins, in px."""
    lines = (f"  - {{layout: statement, text: {text}}}", f"  - {{layout: bubble, text: {text}}}")
    frames = compose_size(load_script(write_script(f"theme: {theme}", "slides:", *lines)), size).frames
    runs = [[item for item in frame.items if isinstance(item, GlyphRun)] for frame in frames]
    first, second = (min(glyph[1] for run in found if "왜" in run.text for glyph in run.glyphs) for found in runs)
    return first, second


@pytest.mark.parametrize("theme", Shelf().names("theme"))
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_it_stays_on_its_plate_and_its_card(write_script: WriteScript, theme: str, size: Size) -> None:
    quoted = left_of(write_script, theme, "“왜 우리 동네 버스만 계단이 있나요?”", size)
    plain = left_of(write_script, theme, "왜 우리 동네 버스만 계단이 있나요?", size)
    assert quoted[0] >= 24
    # Half of a bubble's padding at most.
    assert quoted[1] >= plain[1] - 36
