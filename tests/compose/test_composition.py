"""How shipped layouts stand where an author gave no picture, or more than they were drawn for."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from cardnews.compose.frame import Code, Frame, Logo, Shape
from cardnews.compose.series import Composed, compose_size
from cardnews.geometry import Rect
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.script import SIZES, parse_size

THEMES = ("hope", "data", "editorial", "bold", "photo")
LOGOS = "logos: [{file: a.svg, alt: 가}, {file: a.svg, alt: 나}]"
ROWS = "rows: [{label: 언제, value: 5월 18일}, {label: 어디서, value: 느티나무 쉼터}]"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10" fill="#124"/></svg>'


def compose(folder: Path, slide: str, size: str, theme: str = "hope") -> Composed:
    (folder / "a.svg").write_text(LOGO, "utf-8")
    (folder / "script.yaml").write_text(f"brand: 모임\ntheme: {theme}\nslides:\n  - 앞 장\n  - {{{slide}}}\n", "utf-8")
    canvas = parse_size(size)
    assert canvas is not None
    shelf = Shelf(folder)
    return compose_size(load_script(folder / "script.yaml", shelf), canvas, only=(2,), shelf=shelf)


def spot(frame: Frame, name: str) -> Rect:
    """Where the box of a text stands."""
    return next(slot.rect for slot in frame.slots if slot.id == name)


@pytest.mark.parametrize("size", SIZES)
def test_the_rows_of_a_list_share_the_height_below_the_title(size: str, tmp_path: Path) -> None:
    items = "{head: 보일러 점검하기, note: 불꽃 색과 소리를 살핍니다}, 문풍지 붙이기"
    more = "" if size == "wide" else f", {items}"
    frame = compose(tmp_path, f"layout: list, title: 겨울나기, items: [{items}{more}]", size).frames[0]
    rules = [item.rect.y for item in frame.items if isinstance(item, Shape) and item.rect.height < 4][: 2 + len(more)]
    steps = [round(later - earlier) for earlier, later in pairwise(rules) if later - earlier > 4]
    assert max(steps) - min(steps) <= 1
    assert rules[0] - spot(frame, "title").bottom < frame.height / 8


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_a_cover_without_a_picture_is_larger_and_not_at_the_top(size: str, theme: str, tmp_path: Path) -> None:
    bare = compose(tmp_path, "layout: cover, title: 겨울나기 아홉 가지", size, theme).frames[0]
    drawn = compose(tmp_path, "layout: cover, title: 겨울나기 아홉 가지, art: town-meeting", size, theme).frames[0]
    large = [max(slot.size for slot in frame.slots if slot.field == "title") for frame in (bare, drawn)]
    bottom = max(slot.rect.bottom for slot in bare.slots if slot.field == "title")
    assert large[0] > large[1]
    assert bottom > 0.4 * bare.height


@pytest.mark.parametrize("theme", ("hope", "data", "photo"))
@pytest.mark.parametrize("size", SIZES)
def test_words_alone_stand_about_the_middle(size: str, theme: str, tmp_path: Path) -> None:
    frame = compose(tmp_path, "layout: statement, text: 밤에도 열려 있으니 천천히 오세요", size, theme).frames[0]
    text = spot(frame, "text")
    assert 0.36 < (text.y + text.height / 2) / frame.height < 0.6


@pytest.mark.parametrize("size", ("portrait", "tall", "story", "square"))
def test_the_code_of_a_closing_card_is_large_where_there_is_room(size: str, tmp_path: Path) -> None:
    slide = "layout: closing, title: 도서관에서 만나요, link: https://example.org/library"
    frame = compose(tmp_path, slide, size).frames[0]
    assert next(item for item in frame.items if isinstance(item, Code)).rect.width >= 240


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("slide", ("layout: closing, title: 만나요", f"layout: info, title: 첫 모임, {ROWS}"))
def test_who_is_behind_it_is_on_the_card_in_every_size(slide: str, size: str, theme: str, tmp_path: Path) -> None:
    made = compose(tmp_path, f"{slide}, link: https://example.org, hosts: 주최 새별시청, {LOGOS}", size, theme)
    assert sum(isinstance(item, Logo) for item in made.frames[0].items) == 2
    assert "주최 새별시청" in [line.text for slot in made.frames[0].slots for line in slot.lines]
    assert not [item.rule for item in made.findings if item.rule.endswith("left-out")]


def test_logos_that_a_layout_drops_are_worth_a_warning(tmp_path: Path) -> None:
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "bare.yaml").write_text(
        "fields: {marks: {type: list, of: image}, photos: {type: list, of: image}}\n"
        "body: {column: [{say: 가, role: h1}, {logos: marks, id: marks, height: 5}]}\n"
        "adapt: [{marks: {hide: true}}]\n",
        "utf-8",
    )
    images = "[{file: a.svg, alt: 가}]"
    made = compose(tmp_path, f"layout: bare, marks: {images}, photos: {images}", "portrait")
    said = {item.rule: item.severity.value for item in made.findings}
    assert said == {"logos-left-out": "warning", "picture-left-out": "info"}
