"""Items that differ: by their place, by their own fields, by being the key one; and boxes that share a width."""

from __future__ import annotations

import pytest

from cardnews.compose.frame import GlyphRun, Logo, Sector, Shape, Veil
from compose.tiny import Compose

FIELDS = (
    "fields: {pick: {type: text},"
    " rows: {type: list, of: {head: {type: text}, value: {type: text}, side: {type: text}}}}\n"
)
ROWS = "rows: [{head: 가, value: 10}, {head: 나나, value: 1만, side: right}, {head: 다, value: 20}]"


def test_an_item_varies_by_its_place_and_its_fields(compose: Compose) -> None:
    layout = (
        FIELDS
        + """
body:
  each: rows
  item: {fill: red, id: bar, width: 10, height: 10}
  vary:
    - {when: {item: first}, bar: {width: 20}}
    - {when: {item: last}, bar: {height: 5}}
    - {when: {is: {item.side: right}}, bar: {surface: green}}
    - {when: {none: item.head}, bar: {hide: true}}
"""
    )
    result = compose(layout, ROWS)
    assert result.shapes() == [["red", 0, 0, 200, 100], ["green", 0, 100, 100, 100], ["red", 0, 200, 100, 50]]


@pytest.mark.parametrize(
    ("key", "slide", "number"),
    [
        ("[pick, largest item.value]", "pick: 다, ", 3),
        ("[pick, largest item.value]", "pick: 1, ", 1),
        ("[pick, largest item.value]", "", 2),
        ("[item.side]", "", 2),
        ("[pick]", "", 0),
    ],
)
def test_the_key_item_is_told_by_the_first_way_that_tells(compose: Compose, key: str, slide: str, number: int) -> None:
    layout = FIELDS + f"body: {{each: rows, key: {key}, item: {{fill: series, width: 10, height: 10}}}}"
    colors = [shape[0] for shape in compose(layout, slide + ROWS).shapes()]
    # The key color of the light ground is its accent, which is its text color here.
    assert [at for at, color in enumerate(colors, 1) if color == "black"] == ([number] if number else [])
    assert len(set(colors)) == 3


def test_steps_rise(compose: Compose) -> None:
    layout = (
        FIELDS
        + """
body:
  each: rows
  flow: row
  rise: 10
  item: {column: [{text: item.head, role: body}, {fill: red, id: step, height: 5}], width: fill, at: bottom}
"""
    )
    assert compose(layout, ROWS).shapes() == [
        ["red", 0, 850, 300, 50],
        ["red", 300, 750, 300, 150],
        ["red", 600, 650, 300, 250],
    ]


def test_boxes_share_the_width_of_the_widest(compose: Compose) -> None:
    layout = (
        FIELDS
        + """
body:
  each: rows
  item:
    row: [{text: item.head, id: head, role: big, width: widest}, {fill: red, width: fill, height: 5}]
"""
    )
    assert [shape[1:4:2] for shape in compose(layout, ROWS).shapes()] == [[200, 700]] * 3
    bound = layout.replace("width: widest", "width: [widest, 5, 12]")
    assert {shape[1] for shape in compose(bound, ROWS).shapes()} == {120}


def test_columns_of_a_table_share_widths_and_know_their_numbers(compose: Compose) -> None:
    layout = """
fields:
  heads: {type: list}
  rows: {type: list, of: {cells: {type: list, required: true, beside: heads}}}
body:
  each: rows
  item:
    each: item.cells
    flow: row
    item: {text: item, id: cell, role: big, width: widest cell}
    vary: [{when: {item: amounts}, cell: {color: red}}]
"""
    result = compose(layout, "heads: [가, 나], rows: [[가가, 1], 다 | 1234]")
    assert [(round(slot.rect.x), round(slot.rect.width)) for slot in result.frame.slots] == [(0, 200), (200, 200)] * 2
    colors = [item.color.hex for item in result.frame.items if isinstance(item, GlyphRun)]
    assert colors == ["#000000", "#FF0000"] * 2


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        ("3, 12, 없음", True),
        ("'-', 12", True),
        ("3, 12, 없음, 미정", False),
        ("3, 12, 다음 주부터", False),
        ("3, 12345, 다음주부", True),
        ("없음, 미정, '-'", False),
    ],
)
def test_a_column_of_mostly_numbers_is_one_of_numbers(compose: Compose, cells: str, numbers: bool) -> None:
    layout = """
fields:
  heads: {type: list}
  rows: {type: list, of: {cells: {type: list, required: true, beside: heads}}}
body:
  each: rows
  item:
    each: item.cells
    flow: row
    item: {text: item, id: cell, role: tail}
    vary: [{when: {item: amounts}, cell: {color: red}}]
"""
    rows = ", ".join(f"[가, {cell.strip()}]" for cell in cells.split(","))
    result = compose(layout, f"heads: [가, 나], rows: [{rows}]")
    colors = {item.color.hex for item in result.frame.items if isinstance(item, GlyphRun)}
    assert ("#FF0000" in colors) == numbers


def test_texts_of_two_sizes_stand_on_one_baseline(compose: Compose) -> None:
    layout = """
fields: {value: {type: text}, unit: {type: text}}
body: {row: [{text: value, id: value, role: big, at: baseline}, {text: unit, id: unit, role: tail, at: baseline}]}
"""
    runs = [item for item in compose(layout, "value: 12, unit: 명").frame.items if isinstance(item, GlyphRun)]
    assert len({run.size for run in runs}) == 2
    assert len({round(run.glyphs[0][2], 2) for run in runs}) == 1


def test_a_loose_text_is_a_picture(compose: Compose) -> None:
    layout = """
fields: {number: {type: text}}
body: {stack: [{text: number, id: number, role: big, loose: yes, size: .9, at: ["90%", "90%"]}]}
"""
    result = compose(layout, "number: 77")
    assert result.findings == ()
    (run,) = [item for item in result.frame.items if isinstance(item, GlyphRun)]
    assert run.graphic and result.frame.slots[0].decorative


def test_a_ring_goes_around(compose: Compose) -> None:
    layout = FIELDS + "body: {donut: rows.value, key: [largest item.value], line: 10}"
    parts = "rows: [{head: 가, value: 50%}, {head: 나, value: 25%}, {head: 다, value: 25%}]"
    sectors = [item for item in compose(layout, parts).frame.items if isinstance(item, Sector)]
    assert [(round(one.start, 1), round(one.sweep, 1)) for one in sectors] == [
        (0.6, 178.8),
        (180.6, 88.8),
        (270.6, 88.8),
    ]
    assert {(one.center, one.outer, one.inner) for one in sectors} == {((450, 450), 450, 350)}
    assert len({one.color for one in sectors}) == 3


def test_dots_are_as_many_as_there_are(compose: Compose) -> None:
    layout = """
fields: {dots: {type: group, of: {part: {type: text}, whole: {type: text}}}}
body: {dots: dots, rows: 2}
"""
    shapes = compose(layout, "dots: {part: 3, whole: 20}").shapes()
    assert [shape[0] for shape in shapes].count("black") == 3 and len(shapes) == 20
    assert len({shape[2] for shape in shapes}) == 2


def test_dots_of_the_rest_have_the_color_of_their_box(compose: Compose) -> None:
    layout = """
fields: {dots: {type: group, of: {part: {type: text}, whole: {type: text}}}}
body: {dots: dots, rows: 1, color: red}
"""
    colors = [shape[0] for shape in compose(layout, "dots: {part: 3, whole: 8}").shapes()]
    assert colors == ["black"] * 3 + ["red"] * 5


def test_the_parts_of_a_ring_stand_as_far_apart_as_its_box_says(compose: Compose) -> None:
    layout = FIELDS + "body: {donut: rows.value, key: [largest item.value], line: 10, gap: 4}"
    parts = "rows: [{head: 가, value: 50%}, {head: 나, value: 50%}]"
    sectors = [item for item in compose(layout, parts).frame.items if isinstance(item, Sector)]
    assert [(one.start, one.sweep) for one in sectors] == [(2, 176), (182, 176)]


def test_a_veil_knows_the_texts_it_must_make_readable(compose: Compose) -> None:
    layout = """
fields: {title: {type: text}}
body:
  stack:
    - {fill: white}
    - {veil: black, start: "40%", solid: "90%"}
    - {text: title, id: title, role: big, at: bottom, ground: dark}
"""
    (veil,) = [item for item in compose(layout, "title: 가나").frame.items if isinstance(item, Veil)]
    assert (veil.start, veil.solid) == (0.4, 0.9)
    (text,) = veil.texts
    assert text.color.hex == "#FFFFFF" and text.least == 3.0 and 750 < text.rect.y < 850


def test_logos_have_one_area_unless_a_row_is_too_low(compose: Compose) -> None:
    layout = (
        FIELDS.replace("{pick", "{logos: {type: list, of: image}, pick") + "body: {logos: logos, height: 10, gap: 5}"
    )
    result = compose(layout, "logos: [a.png]")
    assert [item.rule for item in result.findings] == ["missing-image-none"]
    assert not [item for item in result.frames for one in item.items if isinstance(one, Logo | Shape)]
