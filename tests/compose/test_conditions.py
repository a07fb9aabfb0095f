"""Conditions and relief: which changes are taken when, in which order, and what is said about it."""

from __future__ import annotations

import pytest

from cardnews.compose.frame import Shape
from compose.tiny import Compose

FIELDS = "fields: {a: {type: text}, b: {type: text}, side: {type: choice, of: [left, right]}, items: {type: list}}\n"
BODY = "body: {column: [{stack: [], surface: red, height: 10}, {stack: [], id: x, surface: green, height: 10}]}\n"


def changed(compose: Compose, when: str, slide: str = "", size: str = "900x900") -> bool:
    """Whether a change under condition `when` is taken."""
    result = compose(f"{FIELDS}{BODY}adapt: [{{when: {when}, x: {{surface: blue}}}}]\n", slide, size=size)
    return "blue" in [shape[0] for shape in result.shapes()]


@pytest.mark.parametrize(
    ("when", "slide", "taken"),
    [
        ("{size: square}", "", True),
        ("{size: story}", "", False),
        ("{size: [story, square]}", "", True),
        ("{has: a}", "a: 가", True),
        ("{has: a}", "", False),
        ("{has: [a, b]}", "a: 가", False),
        ("{has: [a, b]}", "a: 가, b: 나", True),
        ("{none: a}", "", True),
        ("{none: a}", "a: 가", False),
        ("{none: [a, b]}", "b: 나", False),
        ("{is: {side: right}}", "side: right", True),
        ("{is: {side: right}}", "side: left", False),
        ("{is: {side: right}}", "", False),
        ("{chars: {a: {max: 3}}}", "a: 가 나 다", True),
        ("{chars: {a: {max: 3}}}", "a: 가나다라", False),
        ("{chars: {a: {min: 4, max: 5}}}", "a: 가나다라", True),
        ("{chars: {a: {min: 4}}}", "a: '**가나다**'", False),
        ("{chars: {a: {max: 3}}}", "a: '**가나다**'", True),
        ("{count: {items: {min: 2}}}", "items: [가, 나]", True),
        ("{count: {items: {min: 2}}}", "items: [가]", False),
        ("{count: {items: {max: 0}}}", "", True),
        ("{card: last}", "", True),
        ("{card: [first, inner]}", "", False),
        ("{ground: light}", "", True),
        ("{ground: [dark, light]}", "", True),
        ("{ground: dark}", "", False),
        ("{size: square, has: a}", "", False),
        ("{size: square, has: a}", "a: 가", True),
    ],
)
def test_conditions(compose: Compose, when: str, slide: str, taken: bool) -> None:
    assert changed(compose, when, slide) is taken


@pytest.mark.parametrize(
    ("size", "kind"),
    [
        ("portrait", "portrait"),
        ("story", "story"),
        ("600x1000", "story"),
        ("900x1200", "tall"),
        ("800x1000", "portrait"),
        ("1000x900", "square"),
        ("1200x630", "wide"),
        ("1000x700", "wide"),
    ],
)
def test_other_sizes_take_the_changes_of_the_nearest_kind(compose: Compose, size: str, kind: str) -> None:
    assert changed(compose, f"{{size: {kind}}}", size=size)
    others = {"portrait", "square", "tall", "story", "wide"} - {kind}
    assert not changed(compose, f"{{size: [{', '.join(sorted(others))}]}}", size=size)


def test_a_condition_on_the_card(compose: Compose) -> None:
    layout = f"{FIELDS}{BODY}adapt: [{{when: {{card: inner}}, x: {{height: 20}}}}]\n"
    heights = [
        [round(item.rect.height) for item in frame.items if isinstance(item, Shape)][1]
        for frame in compose(layout, "", "", "").frames
    ]
    assert heights == [100, 200, 100]


def test_a_condition_on_the_fields_of_items(compose: Compose) -> None:
    layout = (
        "fields: {items: {type: list, of: {head: {type: text}, key: {type: text}}}}\n"
        f"{BODY}adapt: [{{when: {{none: items.key}}, x: {{surface: blue}}}}]\n"
    )
    assert compose(layout, "items: [{head: 가}]").shapes()[1][0] == "blue"
    assert compose(layout, "items: [{head: 가}, {key: 나}]").shapes()[1][0] == "green"


def test_later_changes_go_over_earlier_ones(compose: Compose) -> None:
    layout = f"{BODY}adapt: [{{x: {{surface: blue, height: 30}}}}, {{x: {{surface: gray}}}}]\n"
    assert compose(layout).shapes()[1] == ["gray", 0, 100, 900, 300]


def test_hidden_boxes_take_no_room(compose: Compose) -> None:
    layout = "body: {column: [{stack: [], id: x, surface: red, height: 10}, {stack: [], surface: green, height: 10}]}\n"
    assert compose(f"{layout}adapt: [{{x: {{hide: true}}}}]\n").shapes() == [["green", 0, 0, 900, 100]]


# -- relief --------------------------------------------------------------------------------------------------------

RELIEF = """\
fields: {{a: {{type: text}}}}
body:
  column:
    - {{stack: [], id: one, surface: red, height: {one}}}
    - {{stack: [], id: two, surface: green, height: 40}}
    - {{text: a, id: word, role: big, fit: {{lines: 1, down: no}}}}
adapt:
  - {{tight: 2, two: {{hide: true}}}}
  - {{tight: 1, one: {{height: 20}}}}
"""


@pytest.mark.parametrize(("one", "shapes", "named"), [(30, 2, ""), (50, 2, "one"), (45, 2, "one")])
def test_relief_is_taken_in_order_and_named(compose: Compose, one: int, shapes: int, named: str) -> None:
    result = compose(RELIEF.format(one=one), "a: 가나")
    assert len(result.shapes()) == shapes
    assert result.frame.relief == tuple(filter(None, [named]))
    assert result.rules == []  # what holds nothing of the author's is no news to them


def test_relief_is_said_by_the_names_of_fields(compose: Compose) -> None:
    layout = RELIEF.format(one=50).replace("stack: [], id: one,", "stack: [{text: b, role: big}], id: one,")
    layout = layout.replace("{a: {type: text}}", "{a: {type: text}, b: {type: text, aliases: [글]}}")
    result = compose(layout, "a: 가나, 글: 다라")
    assert result.frame.relief == ("one",)
    moved = "to make room at size 900x900, the layout moved closer or made smaller"
    assert [line.partition("note: ")[2] for line in result.said] == [f'{moved}: "글"']


def test_the_next_relief_only_where_the_first_does_not_do(compose: Compose) -> None:
    layout = RELIEF.format(one=50).replace("height: 40", "height: 75")
    result = compose(layout, "a: 가나")
    assert result.frame.relief == ("one", "two")
    assert [shape[0] for shape in result.shapes()] == ["red"]


def test_no_relief_is_named_where_it_did_not_help(compose: Compose) -> None:
    layout = (
        RELIEF.format(one=50)
        .replace("one: {height: 20}", "one: {height: 95}")
        .replace("two: {hide: true}", "two: {gap: 0}")
        .replace("two: {hide: yes}", "two: {gap: 0}")
    )
    result = compose(layout, "a: 가나")
    assert not result.frames
    assert "no-room" in result.rules or "text-overflow" in result.rules


def test_relief_under_a_condition(compose: Compose) -> None:
    layout = RELIEF.format(one=50).replace("{tight: 1, ", "{tight: 1, when: {size: story}, ")
    result = compose(layout, "a: 가나")
    assert result.frame.relief == ("two",)


def test_texts_step_down_before_relief_is_taken(compose: Compose) -> None:
    layout = (
        "fields: {a: {type: text}}\nbody: {column: [{stack: [], id: one, surface: red, height: 80},"
        " {text: a, id: word, role: big, fit: {lines: 2}}]}\nadapt: [{tight: 1, one: {height: 60}}]\n"
    )
    result = compose(layout, "a: 가나 다라 마바")
    assert result.frame.relief == ()
    tall = compose(layout.replace("height: 80", "height: 85"), "a: 가나 다라 마바 사아 자차")
    assert tall.frame.relief == ("one",)
