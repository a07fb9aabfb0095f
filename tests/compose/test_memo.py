"""Composing with what is known from before gives what composing anew gives, whatever was changed between."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from cardnews.compose.frame import Frame
from cardnews.compose.memo import Memo
from cardnews.compose.series import compose_size
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.script import SIZES, Size
from conftest import ROOT

TEXT = (ROOT / "examples" / "governance" / "script.yaml").read_text("utf-8")
LINES = TEXT.split("\n")
SHELF = Shelf(ROOT / "examples" / "governance")
WORDS = (
    "골목",
    "이웃과 함께 걷는 저녁",
    "==말==",
    "**모두의** 의견을 모아 새로 정한 규칙입니다",
    "",
    "[",
    "layout: covr",
)


def edited(edits: list[tuple[int, int, str]]) -> str:
    """The script with words put into some lines, lines taken out, or lines doubled."""
    lines = list(LINES)
    for what, number, word in edits:
        at = number % len(lines)
        if what == 0:
            lines[at] += f" {word}"
        elif what == 1:
            del lines[at]
        else:
            lines.insert(at, lines[at])
    return "\n".join(lines)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 2), st.integers(0, len(LINES)), st.sampled_from(WORDS)), max_size=2),
        min_size=2,
        max_size=4,
    ),
    st.sampled_from(sorted(SIZES)),
)
def test_known_results_change_nothing(versions: list[list[tuple[int, int, str]]], name: str) -> None:
    memo = Memo()
    size = Size(name, *SIZES[name])
    for edits in versions:
        script = load_script(Path("script.yaml"), SHELF, data=edited(edits).encode())
        assert compose_size(script, size, shelf=SHELF, memo=memo) == compose_size(script, size, shelf=SHELF)


def test_what_is_the_same_is_not_made_again() -> None:
    memo = Memo()
    made: list[int] = []
    for given_now in (1, 1, 2, 1):
        memo.kept(("slide", 1), (given_now,), lambda number=given_now: made.append(number))  # type: ignore[misc]
    assert made == [1, 2, 1]


def test_a_picture_of_another_stamp_is_composed_anew(tmp_path: Path) -> None:
    photo = tmp_path / "town.png"
    path = tmp_path / "script.yaml"
    path.write_text("slides:\n  - layout: cover\n    photo: town.png\n    title: 골목이 달라졌어요\n", "utf-8")
    memo = Memo()
    size = Size("square", *SIZES["square"])
    shelf = Shelf(tmp_path)
    frames: list[Frame] = []
    for width in (300, 300, 640):
        if not frames or width != 300:
            Image.new("RGB", (width, 300), "navy").save(photo)
        frames += compose_size(load_script(path, shelf), size, shelf=shelf, memo=memo).frames
    assert frames[0] is frames[1]
    assert frames[1] is not frames[2]
