"""Rules over composed cards, on layouts of bare boxes in the cell font: a syllable is as wide as its size."""

from __future__ import annotations

import pytest

from check.conftest import CheckScript, Probe, ids, value

TEXT = "fields: {{a: {{type: text, required: true}}}}\nbody: {{column: [{{text: a, {box}}}]}}\n"
LIST = (
    "fields: {a: {type: text}, b: {type: list}}\n"
    "body: {column: [{text: a, role: tail}, {each: b, item: {text: item, role: tail}}]}\n"
)


def text(box: str) -> str:
    return TEXT.format(box=box)


# -- small text ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "size", "expected"),
    [
        # 34 px of a card of 1080 px are .0315 of its width
        (0.0316, "900x900", []),
        (0.0312, "900x900", ["small-text"]),
        (0.0316, "2160x2160", []),
        (0.0312, "2160x2160", ["small-text"]),
    ],
)
def test_small_text(probe: Probe, share: float, size: str, expected: list[str]) -> None:
    layout = text(f"role: body, size: {share}, fit: {{down: no}}")
    assert ids(probe(layout, "a: 작은 글", size=size, only="small-text")) == expected


def test_small_text_says_how_small(probe: Probe) -> None:
    (item,) = probe(text("role: body, size: .02, fit: {down: no}"), "a: 작은 글", only="small-text")
    assert item.message("en").startswith('"작은 글" is only 7.5 pt high on a phone (size 900x900: 22 px of a card')
    assert (item.place.line, item.place.column, item.field) == (3, 24, "a")


def test_a_credit_may_be_a_little_smaller(probe: Probe) -> None:
    roles = "  meta: {size: .0287, weight: 400, leading: 1.2, floor: .0287, mode: body}\n"
    assert probe(text("role: meta"), "a: 출처", roles=roles, only="small-text") == ()
    assert ids(probe(text("role: meta, size: .026"), "a: 출처", roles=roles, only="small-text")) == ["small-text"]


def test_a_card_is_named_once_with_its_smallest_text(probe: Probe) -> None:
    layout = (
        "fields: {a: {type: text}, b: {type: text}}\n"
        "body: {column: [{text: a, role: body, size: .03, fit: {down: no}}, {text: b, role: body, size: .02}]}\n"
    )
    (item,) = probe(layout, "a: 작은 글, b: 더 작은 글", only="small-text", size="900x900 1080x1080")
    assert (value(item, "words"), value(item, "count"), value(item, "canvas")) == ("더 작은 글", "2", "900x900, square")


def test_labels_of_link_previews_are_smaller(probe: Probe) -> None:
    layout = text("role: body, size: .0333, fit: {down: no}")
    assert probe(layout, "a: 이름표", size="wide", only="small-text") == ()


# -- lone last lines -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # nine syllables a line; the program has no other way to set these
        ("가나다라마바사아자 차카", ["lone-last-line"]),
        ("가나다라마바사아자 차카타파", []),
        ("가나다라마바사아자 차 카타", []),
        ('"가나다라마바사아자\\n차카"', []),
        ("가나다라마바사아자", []),
    ],
)
def test_lone_last_line(probe: Probe, words: str, expected: list[str]) -> None:
    layout = text("role: big, fit: {down: no, extra: 0}")
    assert ids(probe(layout, f"a: {words}", only="lone-last-line")) == expected


def test_the_place_is_that_of_the_lonely_word(probe: Probe) -> None:
    (item,) = probe(text("role: big, fit: {down: no}"), "a: 가나다라마바사아자 차카", only="lone-last-line")
    assert (item.place.line, item.place.column) == (3, 34)
    assert item.message("ko").startswith('900x900 크기에서 "차카"만 마지막 줄에 남습니다.')


# -- too many words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("read", "listed", "expected"),
    [(32, 0, []), (33, 0, ["too-many-words"]), (22, 20, []), (22, 22, ["too-many-words"]), (0, 64, [])],
)
def test_too_many_words(probe: Probe, read: int, listed: int, expected: list[str]) -> None:
    words = " ".join(["말"] * read)
    items = ", ".join(["말 말"] * (listed // 2))
    fields = ", ".join(field for field in (words and f"a: {words}", items and f"b: [{items}]") if field)
    assert ids(probe(LIST, fields, only="too-many-words")) == expected


def test_too_many_words_counts_seconds(check_script: CheckScript) -> None:
    slide = ("  - layout: statement", "    text: 한마디", f"    support: {'말 ' * 50}")
    (item,) = check_script("slides:", *slide, only="too-many-words")
    assert item.message("en").startswith("this card holds 51 words, some 14 seconds of reading")
    assert (item.slide, item.place.line) == (1, 2)


# -- zones ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("y", "expected"),
    [
        # of 160 u, the top 22.4 and the bottom 25.6 are the app's; the text is 10 u high
        (22.5, []),
        (21.5, ["unsafe-zone"]),
        (124.3, []),
        (125.3, ["unsafe-zone"]),
        (1, ["near-edge", "unsafe-zone"]),
    ],
)
def test_unsafe_zone(probe: Probe, y: float, expected: list[str]) -> None:
    layout = (
        "fields: {a: {type: text, required: true}}\n"
        f"body: {{column: [{{blank: yes, height: {y}}}, {{text: a, role: big, at: center}}]}}\n"
    )
    found = probe(layout, "a: 가나다", size="900x1600", only="unsafe-zone near-edge grid-crop")
    assert sorted(ids(found)) == expected


@pytest.mark.parametrize(
    ("count", "size", "head", "expected"),
    [
        # centered syllables of 100 px: seven leave 100 px at each side, nine none
        (6, "900x900", "", []),
        (7, "900x900", "", ["grid-crop"]),
        (7, "900x900", "platform: facebook\n", []),
        (7, "900x1200", "", []),
        (9, "900x1200", "", ["near-edge"]),
        (8, "900x1200", "", []),
    ],
)
def test_edges_of_a_cover(probe: Probe, count: int, size: str, head: str, expected: list[str]) -> None:
    layout = text("role: big, at: center, pad: [20, 0, 0, 0], fit: {down: no}")
    found = probe(layout, f"a: {'가' * count}", size=size, head=head, only="grid-crop near-edge unsafe-zone")
    assert ids(found) == expected


def test_only_the_cover_is_on_the_grid(probe: Probe) -> None:
    layout = text("role: big, at: center, pad: [20, 0, 0, 0], fit: {down: no}")
    assert probe(layout, "a: 가나", f"a: {'가' * 7}", only="grid-crop") == ()


def test_what_runs_off_on_purpose_is_left_alone(probe: Probe) -> None:
    layout = (
        "fields: {w: {type: list, required: true}}\n"
        "body: {column: [{marquee: w, rows: 2, turn: -7, gap: 1, height: 40, item: {text: item, role: tail}}]}\n"
    )
    found = probe(layout, "w: [가나다, 라마바, 사아자, 차카타]", only="*", pixels=False)
    assert found == ()


def test_the_flagship_as_a_square_is_cut_on_the_grid(check_script: CheckScript) -> None:
    found = check_script(
        "size: square", "slides:", "  - layout: cover", "    title: 협치한다는데 왜 닿지 않을까?", only="grid-crop"
    )
    assert [(item.id, item.place.line, item.place.column) for item in found] == [("grid-crop", 4, 12)]


# -- grounds -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grounds", "slides"),
    [
        (["sun", "sun"], [2]),
        (["sun", "forest"], []),
        # the theme itself never repeats a ground; its first one is sun
        (["sun", ""], []),
        (["", "sun"], [2]),
        (["sun", "sun", "sun"], [2, 3]),
    ],
)
def test_same_ground(check_script: CheckScript, grounds: list[str], slides: list[int]) -> None:
    lines = [
        f"  - {{layout: statement, text: {number}째 말{f', ground: {ground}' if ground else ''}}}"
        for number, ground in enumerate(grounds, 1)
    ]
    assert [item.slide for item in check_script("slides:", *lines, only="same-ground")] == slides


def test_a_theme_that_repeats_is_left_alone(probe: Probe) -> None:
    slides = ("a: 첫째, ground: dark", "a: 둘째, ground: dark")
    assert ids(probe(text("role: mid"), *slides, only="same-ground")) == ["same-ground"]
    assert probe(text("role: mid"), *slides, only="same-ground", repeat=True) == ()
