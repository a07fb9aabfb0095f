"""Lists that are longer than a card: how many cards, which items on each, and what stays true over all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardnews.compose.frame import Shape
from cardnews.compose.series import compose_size
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.script import SIZES, Size
from compose.tiny import Compose
from conftest import WriteScript

LAYOUT = """
fields:
  title: {type: text}
  rows: {type: list, count: [1, 12], room: {square: 3}, of: {head: {type: text, required: true}, value: {type: text}}}
body:
  column:
    - {text: title, id: title, role: body}
    - each: rows
      key: [largest item.value]
      item: {row: [{text: number, id: number, role: body}, {text: item.head, id: head, role: body}, {bar: item.value, of: rows.value, color: series, width: 20, height: 2, surface: card}]}
"""  # noqa: E501
BARE = "fields: {rows: {type: list, room: {square: 3}}}\nbody: {each: rows, item: {text: item, id: head, role: body}}"


def rows(count: int) -> str:
    return "rows: [" + ", ".join(f"{{head: '{chr(0xAC00 + at)}', value: {at + 1}}}" for at in range(count)) + "]"


@pytest.mark.parametrize(
    ("count", "shared"), [(3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (7, [3, 2, 2]), (9, [3, 3, 3])]
)
def test_items_are_shared_out_evenly_and_in_order(compose: Compose, count: int, shared: list[int]) -> None:
    result = compose(LAYOUT, f"title: 가, {rows(count)}")
    heads = [[slot.lines[0].text for slot in frame.slots if slot.id == "head"] for frame in result.frames]
    assert [len(found) for found in heads] == shared
    assert [head for found in heads for head in found] == [chr(0xAC00 + at) for at in range(count)]


def test_cards_are_numbered_and_say_which_slide_they_show(compose: Compose) -> None:
    result = compose(LAYOUT, "title: 가, rows: [{head: 가}]", f"title: 나, {rows(7)}", "title: 다, rows: [{head: 가}]")
    assert [(frame.number, frame.total, frame.slide) for frame in result.frames] == [
        (1, 5, 1),
        (2, 5, 2),
        (3, 5, 2),
        (4, 5, 2),
        (5, 5, 3),
    ]
    assert [item.slide for item in result.findings if item.rule == "goes-on"] == [2]


def test_numbers_and_scales_are_those_of_the_whole_list(compose: Compose) -> None:
    result = compose(LAYOUT, f"title: 가, {rows(4)}")
    numbers = [[slot.lines[0].text for slot in frame.slots if slot.id == "number"] for frame in result.frames]
    assert numbers == [["1", "2"], ["3", "4"]]
    shapes = [[item for item in frame.items if isinstance(item, Shape)] for frame in result.frames]
    widths = [[round(shape.rect.width) for shape in found] for found in shapes]
    # Tracks of 200 px, filled by a quarter of the largest for each step; the largest stands on the second card.
    assert widths == [[200, 50, 200, 100], [200, 150, 200, 200]]
    assert shapes[1][1].color != shapes[1][3].color


def test_a_layout_without_a_place_for_it_shows_the_part_behind_its_first_text(compose: Compose) -> None:
    result = compose(LAYOUT, f"title: 가, {rows(4)}")
    assert [result.lines("title", number) for number in (1, 2)] == [["가 (1/2)"], ["가 (2/2)"]]


def test_a_layout_with_a_place_for_it_shows_it_there(compose: Compose) -> None:
    layout = LAYOUT.replace(
        "- {text: title, id: title, role: body}",
        "- {text: title, id: title, role: body}\n    - {text: part, role: body}",
    )
    result = compose(layout, f"title: 가, {rows(4)}", f"title: 나, {rows(2)}")
    assert result.lines("title") == ["가"] and result.lines("part") == ["1/2"] and result.lines("part", 2) == ["2/2"]
    assert not [slot for slot in result.frames[2].slots if slot.id == "part"]


def test_a_field_of_that_name_keeps_the_words_of_the_author(compose: Compose) -> None:
    layout = LAYOUT.replace("title: {type: text}", "part: {type: text}").replace("text: title, id: title", "text: part")
    result = compose(layout, f"part: 첫째 마당, {rows(4)}")
    assert [result.lines("part", number) for number in (1, 2)] == [["첫째 마당 (1/2)"], ["첫째 마당 (2/2)"]]


def test_a_layout_without_texts_shows_no_part_and_says_that_it_goes_on(compose: Compose) -> None:
    result = compose(BARE, "rows: [가, 나, 다, 라]")
    assert [slot.lines[0].text for frame in result.frames for slot in frame.slots] == ["가", "나", "다", "라"]
    assert result.rules == ["goes-on"]


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ("count: [0, 0]", "number-range"),
        ("count: [-3, -1]", "number-range"),
        ("count: [5, 3]", "number-range"),
        ("count: [1, 2, 3]", "wrong-type"),
        ("room: 0", "number-range"),
        ("room: {square: -1}", "number-range"),
        (f"room: {'9' * 400}", "wrong-type"),
        (f"count: [1, {'9' * 400}]", "wrong-type"),
        (f"most: {'9' * 400}", "wrong-type"),
    ],
)
def test_limits_that_no_list_can_keep_are_reported(compose: Compose, changed: str, rule: str) -> None:
    layout = f"fields: {{rows: {{type: list, {changed}}}}}\nbody: {{each: rows, item: {{text: item, role: body}}}}"
    assert rule in compose(layout, "rows: [가, 나]").rules


def test_other_sizes_hold_what_they_hold(compose: Compose) -> None:
    assert len(compose(BARE, "rows: [가, 나, 다, 라]").frames) == 2
    assert len(compose(BARE, "rows: [가, 나, 다, 라]", size="900x1200").frames) == 1


def test_what_stands_on_another_card_is_not_left_out(compose: Compose) -> None:
    result = compose(
        "fields: {rows: {type: list, room: {square: 2}, of: {head: {required: true}, note: {}}}}\n"
        "body: {each: rows, item: {column: [{text: item.head, role: body}, {text: item.note, role: body}]}}",
        "rows: [{head: 가, note: 나}, {head: 다}, {head: 라}]",
    )
    assert "text-left-out" not in result.rules


def test_a_theme_arranges_for_as_many_items_as_it_has_room_for(compose: Compose, tmp_path: Path) -> None:
    own = tmp_path / "themes" / "tiny" / "probe.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("extends: probe\nfields: {rows: {room: {square: 2}}}\n", "utf-8")
    assert len(compose(BARE, "rows: [가, 나, 다, 라, 마]").frames) == 3


def test_only_slides_that_are_asked_for_are_said_to_go_on(write_script: WriteScript) -> None:
    lines = "    items: [가, 나, 다, 라, 마, 바, 사, 아]"
    shelf = Shelf()
    script = load_script(write_script("slides:", *("  - layout: list", "    title: 목록", lines) * 2), shelf)
    size = Size("square", *SIZES["square"])
    found = [
        item.slide for item in compose_size(script, size, shelf=shelf, only=[2]).findings if item.rule == "goes-on"
    ]
    assert found == [2]
