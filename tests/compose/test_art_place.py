"""Where drawings stand: people at the margin, a hall off the edge, what is smaller than its place below the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardnews.compose.frame import Art, Frame, Shape
from cardnews.compose.series import compose_size
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.script import parse_size
from compose.tiny import Compose, flat

THEMES = ("hope", "editorial", "data", "photo", "bold")
TITLES = ("협치라는데\\n왜 멀기만 할까?", "협치한다는데\\n왜 내 말은\\n닿지 않을까?")


def composed(folder: Path, theme: str, size: str, *slides: str) -> tuple[Frame, ...]:
    """The cards of slides, each the inside of `{}`, and of one more behind them."""
    entries = "".join(f"  - {{{slide}}}\n" for slide in (*slides, "layout: statement, text: 끝"))
    (folder / "script.yaml").write_text(f"title: 가\ntheme: {theme}\nslides:\n{entries}", "utf-8")
    canvas = parse_size(size)
    assert canvas is not None
    return compose_size(load_script(folder / "script.yaml"), canvas, shelf=Shelf(folder)).frames[: len(slides)]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("size", ["portrait", "square", "tall", "story"])
@pytest.mark.parametrize("theme", THEMES)
def test_residents_begin_at_the_margin_and_their_hall_runs_off(
    tmp_path: Path, theme: str, size: str, title: str
) -> None:
    (frame,) = composed(tmp_path, theme, size, f'layout: cover, title: "{title}", art: town-meeting')
    drawn = {item.name: item.rect for item in flat(frame.items) if isinstance(item, Art)}
    assert 70 <= drawn["person-bob"].x + 0.08 * drawn["person-bob"].width <= 100
    assert drawn["hall"].right - frame.width >= 0.12 * drawn["hall"].width
    assert drawn["hall"].bottom == pytest.approx(drawn["person-bob"].bottom, abs=1)


@pytest.mark.parametrize("piece", ["book", "envelope", "bus"])
@pytest.mark.parametrize("size", ["portrait", "square", "tall", "story", "wide"])
@pytest.mark.parametrize("theme", THEMES)
def test_a_single_drawing_keeps_off_the_edges(tmp_path: Path, theme: str, size: str, piece: str) -> None:
    slides = (
        "layout: cover, title: 밤을 여는 도서관",
        "layout: statement, text: 편지가 왔습니다",
        "layout: cover, title: 둘째",
    )
    for frame in composed(tmp_path, theme, size, *(f"{slide}, art: {piece}" for slide in slides)):
        (drawn,) = (item.rect for item in flat(frame.items) if isinstance(item, Art) and item.name == piece)
        assert drawn.x >= 40 and drawn.right <= frame.width - 40


@pytest.mark.parametrize("theme", THEMES)
def test_bold_or_not_people_stand_on_what_is_below_them(tmp_path: Path, theme: str) -> None:
    """On a floor, on the card's lower edge or on a rule."""
    (frame,) = composed(tmp_path, theme, "portrait", f'layout: cover, title: "{TITLES[0]}", art: town-meeting')
    bottom = max(item.rect.bottom for item in flat(frame.items) if isinstance(item, Art) and item.name == "hall")
    below = [item.rect.y for item in flat(frame.items) if isinstance(item, Shape) and item.rect.width > 900]
    ends = [item.rect.bottom for item in flat(frame.items) if isinstance(item, Shape) and item.rect.width > 900]
    assert any(abs(edge - bottom) <= 1 for edge in (*below, *ends, frame.height))


@pytest.mark.parametrize("side", ["bottom", "top"])
@pytest.mark.parametrize("size", ["portrait", "square", "tall", "story"])
@pytest.mark.parametrize("theme", THEMES)
def test_a_drawing_of_a_statement_stands_below_or_above_its_words(
    tmp_path: Path, theme: str, size: str, side: str
) -> None:
    text = "무언가 빠졌는데 아무도 그것을 모릅니다"
    (frame,) = composed(tmp_path, theme, size, f"layout: statement, text: {text}, art: missing-answer, side: {side}")
    pills = [item.rect.x for item in flat(frame.items) if isinstance(item, Shape) and 40 < item.rect.height < 130]
    words = next(slot for slot in frame.slots if slot.field == "text")
    assert pills
    assert abs(min(pills) - words.rect.x) <= 2


def test_a_scene_as_wide_as_its_place_spreads_over_it(compose: Compose, tmp_path: Path) -> None:
    (tmp_path / "art").mkdir()
    scene = """box: [40, 20]
body:
  stack:
    - {stack: [], surface: red, width: 10, height: 20, at: bottom left}
    - {stack: [], surface: blue, width: 10, height: 20, at: bottom right}
"""
    layout = "fields: {art: {type: art}}\nbody: {column: [{art: art, height: 10, at: bottom left}]}\n"
    for fill, x in (("", 150.0), ("  width: fill\n", 850.0)):
        (tmp_path / "art" / "two.yaml").write_text(scene + fill, "utf-8")
        shapes = compose(layout, "art: two").shapes()
        assert [shape for shape in shapes if shape[0] in ("red", "blue")] == [
            ["red", 0.0, 0.0, 50.0, 100.0],
            ["blue", x, 0.0, 50.0, 100.0],
        ]


def test_a_poster_that_does_not_fill_is_as_tall_as_its_lines(compose: Compose) -> None:
    layout = """fields: {title: {type: text}}
body:
  column:
    - {poster: title, id: poster, role: big, height: [5, 60], leading: 1}
    - {stack: [], surface: red, height: fill}
"""
    (shape,) = compose(layout, 'title: "가나다라마바"').shapes()
    # Six syllables over 900 px: a line of 150.
    assert shape == ["red", 0.0, 150.0, 900.0, 750.0]
