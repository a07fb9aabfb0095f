"""Texts in boxes, set in the cell font: where they stand, one size for a series, growth, overflow."""

from __future__ import annotations

import re

import pytest

from cardnews.compose.frame import GlyphRun, Polygon, Shape
from cardnews.errors import Finding
from compose.tiny import Compose, Result, flat

ONE = "fields: {{a: {{type: text, required: true}}}}\nbody: {{column: [{{text: a, id: word, role: big{more}}}]}}\n"


def one(more: str = "") -> str:
    return ONE.format(more=f", {more}" if more else "")


def runs(result: Result) -> list[GlyphRun]:
    return [item for item in flat(result.frame.items) if isinstance(item, GlyphRun)]


# -- where they stand ----------------------------------------------------------------------------------------------


def test_ink_is_centered_in_the_line(compose: Compose) -> None:
    result = compose(one("leading: 2"), "a: 가나")
    (run,) = runs(result)
    assert run.text == "가나"
    assert [(round(x), round(y)) for _, x, y in run.glyphs] == [(0, 150), (100, 150)]
    assert result.slot("word").rect.height == pytest.approx(200, abs=0.1)


@pytest.mark.parametrize(("at", "left"), [("left", 0), ("center", 350), ("right", 700)])
def test_lines_stand_where_the_box_says(compose: Compose, at: str, left: int) -> None:
    (run,) = runs(compose(one(f"at: {at}"), "a: 가나"))
    assert round(run.glyphs[0][1]) == left


@pytest.mark.parametrize(("at", "baseline"), [("top", 100), ("middle", 500), ("bottom", 900)])
def test_lines_stand_in_a_taller_box(compose: Compose, at: str, baseline: int) -> None:
    (run,) = runs(compose(one(f"at: left {at}, height: 90"), "a: 가나"))
    assert round(run.glyphs[0][2]) == baseline


def test_tracking_and_word_space(compose: Compose) -> None:
    roles = "  spaced: {size: .1111111, weight: 400, leading: 1, tracking: -.1, space: .2, mode: display}\n"
    result = compose(one().replace("role: big", "role: spaced"), "a: 가 나", roles=roles)
    (run,) = runs(result)
    # a syllable of 100 px less 10, a space of 50 px less 10 and 20 more
    assert [round(x) for _, x, _ in run.glyphs] == [0, 150]
    assert round(result.slot("word").lines[0].width) == 250


@pytest.mark.parametrize(
    ("text", "box", "left"),
    [
        ("“가나”", "", 150),
        ("‘가나’", "", 150),
        ("가“나”", "", 200),
        ("“가나”", "mode: body", 200),
        ("“가나”", "at: right", 600),
        ("“가나”", "size: .04", 200),
    ],
)
def test_an_opening_quotation_mark_hangs(compose: Compose, text: str, box: str, left: int) -> None:
    layout = one(box).replace("}]}\n", "}], pad: [0, 0, 0, 20]}\n")
    (run,) = runs(compose(layout, f"a: {text}"))
    assert round(run.glyphs[0][1]) == left


def test_a_role_may_have_a_family_of_its_own(compose: Compose) -> None:
    roles = "  other: {size: .1111111, weight: 400, family: Nowhere}\n"
    result = compose(one().replace("role: big", "role: other"), "a: 가", roles=roles)
    (said,) = result.findings
    assert (said.rule, said.place.line) == ("unknown-font-list", 9)
    assert "Nowhere" in said.message()
    assert len(runs(result)) == 1


def test_a_highlight_bar_hugs_its_words(compose: Compose) -> None:
    result = compose(one("leading: 1"), "a: 가==나다==라")
    (bar,) = [item for item in result.frame.items if isinstance(item, Shape)]
    assert (round(bar.rect.x), round(bar.rect.right)) == (100 - 6, 300 + 6)
    assert result.frame.items.index(bar) < result.frame.items.index(runs(result)[0])


def test_letters_on_a_highlight_may_have_a_color_of_their_own(compose: Compose) -> None:
    found = compose(one("ground: dark"), "a: 가==나==다")
    assert [(run.text, run.color.hex) for run in runs(found)] == [
        ("가", "#FFFFFF"),
        ("나", "#0000FF"),
        ("다", "#FFFFFF"),
    ]


def test_a_highlight_over_two_lines_is_two_bars(compose: Compose) -> None:
    result = compose(one(), 'a: "==가나\\n다라==마"')
    bars = [item for item in result.frame.items if isinstance(item, Shape)]
    assert [(round(bar.rect.x), round(bar.rect.right)) for bar in bars] == [(-6, 206), (-6, 206)]


def test_struck_words_carry_a_line(compose: Compose) -> None:
    result = compose(one(), "a: 가~~나다~~라")
    (line,) = [item for item in result.frame.items if isinstance(item, Shape)]
    assert (round(line.rect.x), round(line.rect.right)) == (100, 300)
    assert line.rect.y < 50 < line.rect.bottom
    assert result.frame.items.index(line) > result.frame.items.index(runs(result)[0])


def test_strong_words_take_the_color_of_the_theme(compose: Compose) -> None:
    theme = "marks: {strong: {display: {color: red}}}\n"
    assert [(run.text, run.color.hex) for run in runs(compose(one(), "a: 가**나**다", theme=theme))] == [
        ("가", "#000000"),
        ("나", "#FF0000"),
        ("다", "#000000"),
    ]


def test_colors_are_those_of_the_ground_below(compose: Compose) -> None:
    layout = "fields: {a: {type: text}}\nbody: {column: [{column: [{text: a, role: big}], surface: night}]}\n"
    (run,) = runs(compose(layout, "a: 가"))
    assert run.color.hex == "#FFFFFF"
    assert runs(compose(one("color: accent"), "a: 가"))[0].color.hex == "#000000"


def test_the_tail_of_a_bubble_points_to_its_speaker(compose: Compose) -> None:
    layout = (
        "fields: {a: {type: text}}\nbody: {column: [{stack: [{text: a, role: big}], surface: gray, height: 30,"
        " tail: {to: who, size: [6, 4]}}, {stack: [], id: who, surface: red, height: 10, width: 10, at: %s}], gap: 6}\n"
    )
    for at, tip in (("left", 50), ("right", 850)):
        result = compose(layout % at, "a: 가")
        (tail,) = [item for item in result.frame.items if isinstance(item, Polygon)]
        x, y = tail.points[tail.round_at]
        assert abs(x - tip) <= 20
        assert round(y) == 340
        assert max(top for _, top in tail.points[:2]) <= 300


# -- fitting -------------------------------------------------------------------------------------------------------


def test_sizes_go_down_the_ladder_then_to_the_role_below(compose: Compose) -> None:
    sizes = []
    for count in range(8, 25):
        result = compose(one("fit: {lines: 1}"), f"a: {'가' * count}")
        if result.frames:
            slot = result.slot("word")
            assert sum(line.width for line in slot.lines) <= 900.5
            sizes.append((slot.role, round(slot.size)))
    steps = [("big", 100), ("big", 90), ("big", 80), ("big", 70), ("mid", 60), ("mid", 54), ("tail", 40)]
    assert list(dict.fromkeys(sizes)) == [step for step in steps if step in sizes], (
        "sizes are those of the ladder and its roles, downward"
    )
    assert {role for role, _ in sizes} == {"big", "mid", "tail"}


def test_a_role_does_not_go_down_where_the_box_forbids_it(compose: Compose) -> None:
    result = compose(one("fit: {lines: 1, down: no}"), f"a: {'가' * 14}")
    assert "text-overflow" in result.rules
    assert compose(one("fit: {lines: 1}"), f"a: {'가' * 14}").slot("word").role == "mid"


def test_a_text_shrinks_for_what_stands_below_it(compose: Compose) -> None:
    layout = (
        "fields: {a: {type: text}}\nbody: {column: [{text: a, id: word, role: big, fit: {lines: 4}},"
        " {stack: [], surface: red, height: 70}]}\n"
    )
    assert round(compose(layout, 'a: "가\\n나"').slot("word").size) == 100
    result = compose(layout, 'a: "가\\n나\\n다"')
    assert 3 * result.slot("word").size <= 200.1
    assert result.slot("word").size > 50
    assert result.shapes()[-1][1:] == [0, pytest.approx(3 * result.slot("word").size, abs=0.2), 900, 700]


def test_a_text_that_others_left_too_little_height_is_not_asked_for_fewer_characters(compose: Compose) -> None:
    layout = (
        "fields: {days: {type: text}, what: {type: text}}\n"
        "body: {column: [{text: days, id: days, role: big, fit: {lines: 1}}, {stack: [], surface: red, height: 70},"
        " {text: what, id: what, role: mid, fit: {lines: 9, down: no}}]}\n"
    )
    result = compose(layout, "days: 오늘, what: 가나다라마 바사아자차카타 가나다라마바사", "days: 내일, what: 가")
    assert result.frames[0].slots[0].size < 100
    assert not [item.format() for item in result.findings if item.rule == "series-size" and item.field == "days"]


def test_a_series_has_one_size(compose: Compose) -> None:
    slides = ("a: 가나", f"a: {'가' * 10}", "a: 다라")
    result = compose(one("fit: {lines: 1}"), *slides)
    assert [round(frame.slots[0].size) for frame in result.frames] == [90, 90, 90]
    assert round(compose(one("fit: {lines: 1}"), "a: 가나").slot("word").size) == 100


def test_one_item_of_a_list_sets_the_size_of_all(compose: Compose) -> None:
    layout = (
        "fields: {items: {type: list}}\nbody: {column: [{each: items,"
        " item: {text: item, id: word, role: big, same: item, fit: {lines: 1}}}]}\n"
    )
    result = compose(layout, f"items: [가, {'나' * 10}, 다]")
    assert [round(slot.size) for slot in result.frame.slots] == [90, 90, 90]


def test_a_lone_short_headline_grows(compose: Compose) -> None:
    grows = one("fit: {lines: 2, grow: 1.35}")
    assert round(compose(grows, "a: 가나다").slot("word").size) == 135
    assert round(compose(grows, f"a: {'가' * 7}").slot("word").size) == 128
    assert round(compose(grows, f"a: {'가' * 8}").slot("word").size) in (106, 112)
    assert round(compose(grows, f"a: {'가' * 9}").slot("word").size) == 100
    assert round(compose(one("fit: {lines: 2, grow: 1.2}"), "a: 가나다").slot("word").size) == 120


def test_nothing_grows_in_company(compose: Compose) -> None:
    grows = one("fit: {lines: 2, grow: 1.35}")
    result = compose(grows, "a: 가나", "a: 다라")
    assert [round(frame.slots[0].size) for frame in result.frames] == [100, 100]


def test_a_headline_of_two_lines_does_not_grow(compose: Compose) -> None:
    assert round(compose(one("fit: {lines: 2, grow: 1.35}"), 'a: "가\\n나"').slot("word").size) == 100


def test_growth_leaves_room_for_the_others(compose: Compose) -> None:
    layout = (
        "fields: {a: {type: text}}\nbody: {column: [{text: a, id: word, role: big, fit: {lines: 2, grow: 1.35}},"
        " {stack: [], surface: red, height: 79}]}\n"
    )
    assert 100 <= round(compose(layout, "a: 가나").slot("word").size) <= 110


# -- overflow ------------------------------------------------------------------------------------------------------


def overflow(result: Result) -> Finding:
    (found,) = [item for item in result.findings if item.rule == "text-overflow"]
    return found


def shorter(text: str, count: int) -> str:
    kept = list(text)
    while count:
        count -= kept.pop() != " "
    return "".join(kept).strip()


LONG = " ".join(["가나다", "라마", "바사아자", "차", "카타파하"] * 12)


@pytest.mark.parametrize("mode", ["display", "body"])
@pytest.mark.parametrize("fit", ["fit: {lines: 1}", "fit: {lines: 2}", "fit: {lines: 4}", "fit: {lines: 2, down: no}"])
def test_a_text_without_what_is_too_much_fits(compose: Compose, fit: str, mode: str) -> None:
    layout = one(f"{fit}, mode: {mode}")
    result = compose(layout, f"a: {LONG}")
    assert not result.frames
    found = overflow(result)
    assert (found.slide, found.layout, found.field, found.place.line, found.place.column) == (1, "probe", "a", 3, 24)
    over = int(dict(found.values)["over"])
    rest = shorter(LONG, over)
    assert rest, "it asks to remove everything"
    assert compose(layout, f"a: {rest}").frames, f"without {over} characters it still does not fit"


@pytest.mark.parametrize("height", [10, 15, 22, 30])
@pytest.mark.parametrize("mode", ["display", "body"])
def test_the_same_in_a_box_of_bounded_height(compose: Compose, height: int, mode: str) -> None:
    layout = (
        "fields: {a: {type: text, required: true}}\nbody: {column: [{stack: [{text: a, id: word, role: big, "
        f"fit: {{lines: 9}}, mode: {mode}}}], surface: card, height: [5, {height}]}}]}}\n"
    )
    result = compose(layout, f"a: {LONG} {LONG}")
    assert not result.frames
    rest = shorter(f"{LONG} {LONG}", int(dict(overflow(result).values)["over"]))
    assert rest
    assert compose(layout, f"a: {rest}").frames


def test_the_number_is_not_far_too_large(compose: Compose) -> None:
    layout = one("fit: {lines: 2}")
    over = int(dict(overflow(compose(layout, f"a: {LONG}")).values)["over"])
    fewer = over - 12
    assert not compose(layout, f"a: {shorter(LONG, fewer)}").frames, f"{fewer} would have been enough, it says {over}"


def test_every_text_that_does_not_fit_is_named(compose: Compose) -> None:
    layout = (
        "fields: {a: {type: text}, b: {type: text}}\nbody: {column: [{text: a, id: x, role: big, fit: {lines: 1}},"
        " {text: b, id: y, role: big, fit: {lines: 1}}]}\n"
    )
    result = compose(layout, f"a: {LONG}, b: {LONG}", "a: 가, b: 나")
    assert [(item.rule, item.slide, item.field) for item in result.findings] == [
        ("text-overflow", 1, "a"),
        ("text-overflow", 1, "b"),
    ]
    assert [frame.number for frame in result.frames] == [2]


def test_an_item_that_does_not_fit_is_named_by_its_own_place(compose: Compose) -> None:
    layout = (
        "fields: {items: {type: list, of: {head: {type: text, required: true}}}}\nbody: {column: [{each: items,"
        " item: {column: [{text: item.head, role: big, fit: {lines: 1}}]}}]}\n"
    )
    result = compose(layout, f"items: [{{head: 가}}, {{head: {LONG}}}]")
    found = overflow(result)
    assert (found.place.line, found.place.column) == (3, 47)
    assert "item." not in found.message("en"), "an author never wrote `item.`"


def test_a_torn_word_is_a_warning(compose: Compose) -> None:
    result = compose(one("fit: {lines: 3, down: no}"), f"a: {'가나' * 10}")
    assert result.rules == ["torn-eojeol"]
    assert "".join(result.lines("word")) == "가나" * 10
    assert re.search(r'was broken after "(가|나)+"', result.said[0])


def test_a_long_latin_word_is_torn_too(compose: Compose) -> None:
    result = compose(one("fit: {lines: 3, down: no}"), f"a: {'participation' * 3}은")
    assert result.rules == ["torn-eojeol"]


def test_a_word_wider_than_its_line_gives_tracking_first(compose: Compose) -> None:
    """880 px hold eight syllables; nine are set a little tighter, ten smaller and tighter."""
    found = {}
    for count in (8, 9, 10):
        result = compose(one("fit: {lines: 3}, width: 88"), f"a: {'가' * count} {'나' * 8}")
        found[count] = [rule for rule in result.rules if rule.startswith("eojeol")], result.frame.slots[0].size
    assert found == {8: ([], 100.0), 9: (["eojeol-tightened"], 100.0), 10: (["eojeol-tightened", "eojeol-wide"], 90.0)}


def test_the_word_and_both_sizes_are_named(compose: Compose) -> None:
    result = compose(one("fit: {lines: 3}, width: 88"), f"a: {'나' * 8} {'가' * 10}")
    (item,) = [item for item in result.findings if item.rule == "eojeol-wide"]
    assert {"word": "가" * 10, "size": "90", "larger": "100"}.items() <= dict(item.values).items()
    assert (item.place.line, item.place.column) == (3, 33)


def test_a_box_as_wide_as_its_words_asks_for_no_shorter_ones(compose: Compose) -> None:
    """What is too tall makes texts smaller, and a text in a row is then as wide as that."""
    layout = (
        "fields: {a: {}, b: {}}\n"
        "body: {column: [{row: [{text: a, id: a, role: body, fit: {lines: 1}}]}, {text: b, id: b, role: body}]}\n"
    )
    result = compose(layout, f"a: 가나, b: {' '.join(['가나다라마바사아'] * 8)}")
    sizes = {slot.id: slot.size for slot in result.frame.slots}
    assert sizes["a"] < 100
    assert "eojeol-wide" not in result.rules


# -- posters -------------------------------------------------------------------------------------------------------

POSTER = (
    "fields: {a: {type: text}, more: {type: text}}\n"
    "body: {column: [{text: more, role: big}, {poster: a, role: big%s}]}\n"
)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("1**2는 a", "1**2는a"),
        ("x==y 다", "x==y다"),
        ("3~~4일 밤", "3~~4일밤"),
        (r"\**가 나", "**가나"),
        ("**가 나**는 3~~4일", "가나는3~~4일"),
        ("가\\\n**나 다**", "가\\나다"),
    ],
)
def test_marks_without_a_partner_are_letters_of_a_poster(compose: Compose, text: str, letters: str) -> None:
    quoted = text.replace("\n", "\n\n    ")
    result = compose(POSTER % ", height: fill", f"a: '{quoted}'")
    assert "".join(run.text for run in runs(result)).replace(" ", "") == letters


@pytest.mark.parametrize(("height", "lines"), [(90, ["가나다", "라마바", "사아자"]), (24, ["가나다 라마바 사아자"])])
def test_line_breaks_that_leave_half_the_measure_empty_give_way(
    compose: Compose, height: int, lines: list[str]
) -> None:
    result = compose(POSTER % f", height: {height}, leading: 1", r'a: "가나다\n라마바\n사아자"')
    assert [run.text for run in runs(result)] == lines


@pytest.mark.parametrize("more", [", height: fill", ", height: 4, pad: [2, 2]", ", pad: [0, 60]"])
def test_a_poster_without_room_is_reported(compose: Compose, more: str) -> None:
    long = " ".join(["아주 긴 글"] * 40)
    assert set(compose(POSTER % more, f"a: 제목, more: {long}").rules) & {"text-overflow", "no-room"}
