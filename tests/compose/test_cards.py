"""Lists that are longer than a card: how many cards, which items on each, and what stays true over all of them."""

from __future__ import annotations

import pytest

from cardnews.compose.frame import Shape
from compose.tiny import Compose

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
