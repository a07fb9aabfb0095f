"""Numbers on cards: apart from their units, as dots, in rows that hold together; and what bands stand on."""

from __future__ import annotations

import pytest

from cardnews.amount import amount_parts
from cardnews.compose.frame import GlyphRun, Sector
from compose.tiny import NAMES, Compose, Result

BAND = "chrome:\n  bottom: {height: 10, body: {row: [{say: {ko: 띠}, role: tail}]}}\n"


def runs(result: Result) -> list[tuple[str, float, str]]:
    """The words of a card with their size and color."""
    return [
        (item.text, round(item.size, 1), NAMES.get(item.color.hex.upper(), item.color.hex))
        for item in result.frame.items
        if isinstance(item, GlyphRun)
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("62%", ("62", "%")),
        ("1,234 명", ("1,234", "명")),
        ("3만 5천", ("3만 5천", "")),
        ("3만 5천원", ("3만 5천", "원")),
        ("0", ("0", "")),
        ("절반", ("절반", "")),
        ("**62**%", ("**62**", "%")),
        ("==62%==", ("==62%==", "")),
        ("3월 5일", ("3월 5일", "")),
    ],
)
def test_a_number_and_its_unit(text: str, parts: tuple[str, str]) -> None:
    assert amount_parts(text) == parts


def test_a_text_may_show_the_number_or_the_unit_of_a_field(compose: Compose) -> None:
    layout = (
        "fields: {value: {type: text}}\n"
        "body: {row: [{text: value, show: number, role: big}, {text: value, show: unit, role: mid}]}\n"
    )
    assert [(text, size) for text, size, _ in runs(compose(layout, "value: 62%"))] == [("62", 100.0), ("%", 60.0)]
    assert [text for text, *_ in runs(compose(layout, "value: 절반"))] == ["절반"]


def test_a_number_and_the_unit_behind_it_are_read_as_one(compose: Compose) -> None:
    layout = (
        "fields: {value: {type: text}, unit: {type: text}}\n"
        "body: {row: [{text: value, role: big}, {text: unit, role: mid}]}\n"
    )
    assert compose(layout, "value: 31, unit: 명").frame.alt == "31명."
    assert compose(layout, "value: 절반, unit: 명").frame.alt == "절반. 명."


@pytest.mark.parametrize(
    ("values", "sweeps"),
    [
        (["62%", "38%"], [223, 137]),
        (["62%", "26%"], [223, 94, 43]),
        (["33%", "33%", "33%"], [120, 120, 120]),
        (["62", "26"], [254, 106]),
    ],
)
def test_shares_are_drawn_as_shares_of_a_hundred(compose: Compose, values: list[str], sweeps: list[int]) -> None:
    layout = "fields: {parts: {type: list, of: {value: {}}}}\nbody: {donut: parts.value, id: ring, gap: .001}\n"
    items = compose(layout, f"parts: [{', '.join(f'{{value: {value}}}' for value in values)}]").frame.items
    assert [round(item.sweep) for item in items if isinstance(item, Sector)] == sweeps


@pytest.mark.parametrize(("count", "rows"), [(3, 1), (10, 1), (19, 1), (50, 2), (100, 4), (200, 8)])
def test_dots_stand_in_rows_that_are_neither_short_nor_crowded(compose: Compose, count: int, rows: int) -> None:
    layout = (
        "fields: {dots: {type: group, of: {part: {}, whole: {}}}}\nbody: {column: [{dots: dots, id: dots, rows: 2}]}\n"
    )
    shapes = compose(layout, f"dots: {{part: 1, whole: {count}}}").frame.items
    rects = [item.rect for item in shapes]  # type: ignore[union-attr]
    assert len(rects) == count
    assert len({round(rect.y) for rect in rects}) == rows
    assert rects[0].x == 0
    if count >= 19:
        assert max(rect.right for rect in rects) == pytest.approx(900)


def test_a_line_that_finds_no_room_in_its_row_makes_the_whole_row_smaller(compose: Compose) -> None:
    layout = (
        "fields: {value: {type: text}, unit: {type: text}}\n"
        "body: {row: [{text: value, role: big, fit: {lines: 1}}, {text: unit, role: big, fit: {lines: 1}}]}\n"
    )
    result = compose(layout, "value: 가나다라마바사아, unit: 자차")
    assert [item.rule for item in result.findings if item.severity == "error"] == []
    assert {size for _, size, _ in runs(result)} == {90.0}


def test_conditions_ask_for_the_longest_text_of_a_list(compose: Compose) -> None:
    layout = (
        "fields: {rows: {type: list, of: {label: {type: text}}}}\n"
        "body: {column: [{fill: red, id: mark, height: 10}, {each: rows, item: {text: item.label, role: tail}}]}\n"
        "adapt:\n  - {when: {chars: {rows.label: {min: 4}}}, mark: {height: 20}}\n"
    )
    short, long = compose(layout, "rows: [{label: 가}, {label: 가나}]", "rows: [{label: 가}, {label: 가나다라}]").frames
    assert [round(frame.items[0].rect.height) for frame in (short, long)] == [100, 200]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("root", "color"),
    [
        ("{stack: [{fill: fill, bleed: [left, right, top, bottom]}, {text: word}], ground: dark}", "#FFFFFF"),
        ("{stack: [{fill: fill, bleed: [left, right, top], ground: dark}, {text: word}]}", "black"),
        ("{stack: [{veil: fill, ground: dark, bleed: [left, right, top, bottom]}, {text: word}]}", "#FFFFFF"),
    ],
)
def test_a_band_takes_the_ground_of_what_covers_its_place(compose: Compose, root: str, color: str) -> None:
    result = compose(f"fields: {{word: {{type: text}}}}\nbody: {root}\n", "ground: light, word: 글", theme=BAND)
    assert runs(result)[-1] == ("띠", 40.0, color)


# -- numbers beyond all bounds -------------------------------------------------------------------------------------


def test_a_number_that_nobody_can_count_is_no_amount(compose: Compose) -> None:
    layout = (
        "fields: {dots: {type: group, of: {part: {type: text, amount: true}, whole: {type: text, amount: true}}}}\n"
        "body: {column: [{dots: dots, height: 10}]}\n"
    )
    assert compose(layout, f"dots: {{part: '3', whole: '{'9' * 400}'}}").rules == ["not-an-amount"]
    loose = layout.replace(", amount: true", "")
    assert compose(loose, f"dots: {{part: '3', whole: '{'9' * 400}'}}").frame.items == ()


def test_a_key_item_is_not_told_by_thousands_of_digits(compose: Compose) -> None:
    layout = (
        "fields: {rows: {type: list}, highlight: {type: text}}\n"
        "body: {each: rows, key: [highlight], item: {text: item, role: body, color: series}}\n"
    )
    assert len(compose(layout, f"rows: [가, 나], highlight: '{'9' * 4900}'").frame.slots) == 2


def test_cards_in_segments_are_not_told_by_thousands_of_digits(compose: Compose) -> None:
    layout = "fields: {at: {type: text}}\nbody: {column: [{segments: at, height: 2}]}\n"
    assert compose(layout, f"at: '1/{'9' * 4900}'").frame.items == ()
