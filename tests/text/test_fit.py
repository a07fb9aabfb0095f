"""Which size, how many lines and which breaks, on a cell measure."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from cardnews.text.breaks import Eojeol, emergency_breaks
from cardnews.text.fit import (
    FREE,
    LINE_COST,
    SIZE_COST,
    Fitted,
    characters_over,
    fit_text,
    one_line_width,
    set_lines,
    size_cost,
)
from cardnews.text.paragraphs import Paragraphs, Step
from cardnews.text.tear import MOST_TIGHTENED, tear_cost, tightened
from cardnews.text.wrap import Mode
from text.cells import cell_paragraphs, lines_of, step, width_of

LADDER = tuple(step(size) for size in (10.0, 9.4, 8.8, 8.2, 7.6))
MODES: tuple[Mode, ...] = ("display", "body")
EOJEOL = st.text(alphabet="가나다라마", min_size=1, max_size=6)
TEXTS = st.lists(EOJEOL, min_size=1, max_size=10).map(" ".join)


def fit(
    text: str,
    width: float,
    *,
    ladder: tuple[Step, ...] = LADDER,
    lines: int | None = None,
    height: float | None = None,
    first: int = 0,
    mode: Mode = "display",
) -> Fitted | None:
    paragraphs = cell_paragraphs(text)
    return fit_text(paragraphs, ladder, width, mode=mode, max_lines=lines, max_height=height, first_rung=first)


def set_as(text: str, fitted: Fitted | None) -> list[str]:
    assert fitted is not None
    return lines_of(cell_paragraphs(text), fitted.lines)


# -- the ladder ----------------------------------------------------------------------------------------------------


def test_what_fits_keeps_its_size() -> None:
    fitted = fit("협치 말", 70, lines=1)
    assert fitted is not None
    assert (fitted.step, fitted.rung, fitted.torn, fitted.cost) == (LADDER[0], 0, 0, 0.0)
    assert (fitted.width, fitted.height) == (70.0, 10.0)
    assert fit("협치 말", 69, lines=1) != fitted


@pytest.mark.parametrize(("width", "rung"), [(70, 0), (66, 1), (62, 2), (58, 3), (54, 4)])
def test_sizes_are_tried_from_the_top(width: float, rung: int) -> None:
    fitted = fit("협치 말", width, lines=1)
    assert fitted is not None
    assert fitted.rung == rung
    assert fitted.step == LADDER[rung]


def test_below_the_floor_nothing_fits() -> None:
    assert fit("협치 말", 53, lines=1) is None
    assert fit("협치 말", 200, lines=1, height=7.5) is None
    assert fit("협치 말", 200, lines=1, height=7.6) is not None


def test_the_first_rung_bounds_the_size() -> None:
    fitted = fit("협치", 200, first=3)
    assert fitted is not None
    assert fitted.step == LADDER[3]


def test_another_line_is_taken_before_a_smaller_size() -> None:
    fitted = fit("행정이 먼저 말을 겁니다", 140)
    assert fitted is not None
    assert fitted.rung == 0
    assert len(fitted.lines) == 2


def test_a_smaller_size_is_taken_before_a_bad_break() -> None:
    fitted = fit("말할 수 있다", 100, lines=2)
    assert fitted is not None
    assert fitted.rung > 0
    assert len(fitted.lines) == 1
    assert set_as("지금은 말할 수 있다", fit("지금은 말할 수 있다", 110, lines=2)) == ["지금은", "말할 수 있다"]


def test_height_counts_without_the_outer_half_leading() -> None:
    tall = (step(10.0, leading=1.5),)
    assert fit("하나 둘 셋", 50, ladder=tall, height=25.0) is not None
    two = fit("하나 둘 셋", 50, ladder=tall, height=25.0)
    assert two is not None
    assert (len(two.lines), two.height, two.tight_height) == (2, 30.0, 25.0)
    assert fit("하나 둘 셋", 50, ladder=tall, height=24.9) is None


def brute_force(text: str, width: float, ladder: tuple[Step, ...], lines: int | None, mode: Mode) -> float:
    """The least cost over every rung and one line more than the fewest, as `fit_text` weighs them."""
    paragraphs = cell_paragraphs(text)
    best = math.inf
    for rung in ladder:
        for extra in (0, 1):
            fitted = set_lines(paragraphs, rung, width, mode, extra, weights=FREE)
            if fitted is not None and (lines is None or len(fitted.lines) <= lines):
                best = min(best, fitted.cost + size_cost(1 - rung.size / ladder[0].size))
    return best


SENTENCES = st.lists(
    st.sampled_from("왜 내 말은 안 들릴까? 수 있다 말할 세 가지 먼저, 그랬다. 물으면 주민의 30 명이 것을".split()),
    min_size=1,
    max_size=9,
).map(" ".join)


@given(SENTENCES, st.integers(60, 260), st.sampled_from([None, 1, 2, 3, 4]), st.sampled_from(MODES))
@settings(max_examples=600, deadline=None)
def test_the_cheapest_rung_wins(text: str, width: int, lines: int | None, mode: Mode) -> None:
    best = brute_force(text, width, LADDER, lines, mode)
    assume(best < math.inf)
    fitted = fit(text, width, lines=lines, mode=mode)
    assert fitted is not None
    assert fitted.cost == pytest.approx(best, abs=1e-6)


@given(TEXTS, st.integers(20, 300), st.integers(1, 5), st.sampled_from(MODES))
@settings(deadline=None)
def test_what_is_said_to_fit_fits(text: str, width: int, lines: int, mode: Mode) -> None:
    fitted = fit(text, width, lines=lines, mode=mode)
    if fitted is None:
        return
    assert len(fitted.lines) <= lines
    assert all(line.width <= width + 1e-6 for line in fitted.lines)
    assert all(width_of(set_line) * fitted.step.size <= width + 1e-6 for set_line in set_as(text, fitted))
    assert "".join(set_as(text, fitted)).replace(" ", "") == text.replace(" ", "")


@given(TEXTS, st.integers(20, 300), st.integers(1, 5), st.sampled_from([0.5, 2.0, 4.0]), st.sampled_from(MODES))
@settings(deadline=None)
def test_scaling_box_and_sizes_together_changes_nothing(
    text: str, width: int, lines: int, scale: float, mode: Mode
) -> None:
    bigger = tuple(step(rung.size * scale) for rung in LADDER)
    one, two = fit(text, width, lines=lines, mode=mode), fit(text, width * scale, ladder=bigger, lines=lines, mode=mode)
    assert (one is None) == (two is None)
    if one is not None and two is not None:
        assert one.rung == two.rung
        assert set_as(text, one) == set_as(text, two)


def test_growth_steps_do_not_change_what_a_size_costs() -> None:
    """A ladder may begin with growth: a text that starts below them is set like one that has none."""
    grown = (step(13.5), step(12.8), *LADDER)
    for text in ("말할 수 있다", "왜 내 말은 안 들릴까?", "먼저 묻고, 나중에 정한다", "주민의 말을 듣는 세 가지 방법"):
        for width in range(60, 200, 10):
            plain, with_growth = fit(text, width, lines=2), fit(text, width, ladder=grown, lines=2, first=2)
            assert (plain and plain.step) == (with_growth and with_growth.step), f"{text} in {width}"


# -- the author's lines --------------------------------------------------------------------------------------------


def test_newlines_of_the_author_are_kept() -> None:
    fitted = fit("하나\n\n둘 셋", 200)
    assert set_as("하나\n\n둘 셋", fitted) == ["하나", "", "둘 셋"]
    assert fitted is not None
    assert [line.ended for line in fitted.lines] == ["author", "author", "end"]
    assert fitted.height == 30.0


def test_why_lines_ended() -> None:
    fitted = fit("말할 수 있다 그리고 더\n끝", 120, ladder=LADDER[:1])
    assert fitted is not None
    assert [line.ended for line in fitted.lines] == ["wrap", "author", "end"]
    assert set_as("말할 수 있다 그리고 더\n끝", fitted)[-1] == "끝"


def test_width_between_offsets() -> None:
    paragraphs = cell_paragraphs("가나 다")
    spaced = Step(10.0, 1.0, -0.1, 0.5, "")
    assert paragraphs.width(0, 4, Step(10.0, 1.0, 0.0, 0.0, "")) == 70.0
    assert paragraphs.width(0, 4, spaced) == pytest.approx(10 * (7 + 0.5 - 0.3))
    assert paragraphs.width(1, 1, spaced) == 0.0
    assert one_line_width(cell_paragraphs("가나\n다"), step(10.0)) == 40.0


# -- tearing -------------------------------------------------------------------------------------------------------


def test_an_eojeol_wider_than_the_measure_is_torn_at_the_last_rung() -> None:
    text = "가나다라마바사아자차카타"
    fitted = fit(text, 80)
    assert fitted is not None
    assert fitted.torn == 1
    assert fitted.step == LADDER[-1]
    assert set_as(text, fitted) == ["가나다라마", "바사아자차", "카타"] or set_as(text, fitted) == [
        "가나다라",
        "마바사아",
        "자차카타",
    ]
    assert [line.ended for line in fitted.lines] == ["torn", "torn", "end"]


def test_nothing_is_torn_where_a_smaller_size_holds_it() -> None:
    fitted = fit("가나다라마", 80)
    assert fitted is not None
    assert fitted.torn == 0
    assert len(fitted.lines) == 1


def test_a_compound_is_torn_between_its_words() -> None:
    fitted = fit("주민참여예산제도운영위원회", 91.2)
    assert set_as("주민참여예산제도운영위원회", fitted) == ["주민참여", "예산제도", "운영위원회"]


STEEP = tuple(step(size) for size in (10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0))


@pytest.mark.parametrize(
    ("text", "lines", "size"),
    [
        # Whole, it would be set at 3.
        ("초고령사회대응노인돌봄통합지원체계", ["초고령사회", "대응노인돌봄", "통합지원체계"], 10.0),
        ("외국인노동자지원센터가 열립니다", ["외국인노동자", "지원센터가", "열립니다"], 10.0),
        # Whole, it keeps seven tenths of its size.
        ("청소년운영위원회", ["청소년운영위원회"], 7.0),
        # Has no seam.
        ("가나다라마바사아자차카타", ["가나다라마바사아자차카타"], 5.0),
        # Would have to be torn at any size.
        (
            "가나다라마바사아자차카타위원회파하거너더러머버서어",
            ["가나다라마바사아자차카타", "위원회파하거너더러머버서어"],
            4.0,
        ),
    ],
)
def test_a_headline_parts_at_the_seams_of_a_compound_before_its_size_collapses(
    text: str, lines: list[str], size: float
) -> None:
    fitted = fit(text, 120, ladder=STEEP, lines=4)
    assert set_as(text, fitted) == lines
    assert fitted is not None and fitted.step.size == size
    body = fit(text, 120, ladder=STEEP, lines=4, mode="body")
    assert body is not None and (body.torn == 0 or body.step.size == 3.0)


def test_lines_that_are_asked_for_hold_where_a_compound_is_parted() -> None:
    paragraphs = cell_paragraphs("외국인노동자지원센터가 밤 늦게 문을 엽니다")
    asked = [fit_text(paragraphs, STEEP, 120, mode="display", max_lines=6, at_least=count) for count in (1, 5)]
    assert all(fitted is not None and fitted.torn == 1 for fitted in asked)
    fewest, five = (len(fitted.lines) for fitted in asked if fitted is not None)
    assert fewest < 5 <= five


def test_the_rest_of_a_text_has_its_say_where_an_eojeol_is_torn() -> None:
    text = "이제 민관협력추진위원회가 나섭니다"
    fitted = set_lines(cell_paragraphs(text), step(), 14, "display", 1, tear=True)
    assert set_as(text, fitted) == ["이제 민관협력", "추진위원회가", "나섭니다"]
    assert fitted is not None
    assert [line.ended for line in fitted.lines] == ["torn", "wrap", "end"]
    assert fitted.torn == 1


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("협치·숙의공론장", "협치·|숙의공론장"),
        ("초고령사회대응체계", "초고령사회|대응체계"),
        ("마을공동체지원센터", "마을공동체|지원센터"),
        ("주민참여예산을", "주민참여|예산을"),
        ("주민참여예산은", "주민참여|예산은"),
        ("2026년도주민총회", "2026년도|주민총회"),
    ],
)
def test_the_least_bad_place_to_tear(text: str, torn: str) -> None:
    run = Eojeol(0, len(text))
    offset = min(emergency_breaks(text, run), key=lambda at: (tear_cost(text, run, at), abs(at - len(text) / 2)))
    assert f"{text[:offset]}|{text[offset:]}" == torn


def test_an_endless_eojeol_is_torn_in_its_time() -> None:
    """은도 could go on as particles for ever, and must not be followed that far."""
    paragraphs = cell_paragraphs("은도" * 2400)
    fitted = set_lines(paragraphs, step(), 40, "display", tear=True)
    assert fitted is not None
    assert len(fitted.lines) == 240


# -- tracking ------------------------------------------------------------------------------------------------------


def test_an_over_wide_eojeol_gives_tracking_before_size() -> None:
    paragraphs = cell_paragraphs("주민참여예산제 만세")
    ladder = (step(10.0), step(9.4))
    plain = fit_text(paragraphs, ladder, 139.0, mode="display", max_lines=3)
    tight = fit_text(paragraphs, ladder, 139.0, mode="display", max_lines=3, tighten=True)
    assert plain is not None
    assert tight is not None
    assert (plain.step.size, plain.step.tracking) == (9.4, 0.0)
    assert (tight.step.size, tight.step.tracking) == (10.0, -0.02)
    assert tight.rung == 0
    assert all(line.width <= 139.0 for line in tight.lines)


def test_no_more_tracking_is_taken_than_is_needed_or_than_may_be() -> None:
    paragraphs = cell_paragraphs("주민참여예산제")
    assert tightened(paragraphs, step(10.0), 140.0) is None
    narrower = tightened(paragraphs, step(10.0), 139.7)
    assert narrower is not None
    assert narrower.tracking == -0.005
    least = 140.0 - 6 * 10 * MOST_TIGHTENED
    assert tightened(paragraphs, step(10.0), least) is not None
    assert tightened(paragraphs, step(10.0), least - 0.1) is None


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("cardnews로", 6),
        ("https://example.org/participation", 8),
        ("주민참여예산(participatory)은", 10),
        ("2026년도예산1234567890원", 8),
    ],
)
def test_whatever_is_too_wide_is_torn_in_the_end(text: str, width: int) -> None:
    fitted = set_lines(cell_paragraphs(text), step(), width, "body", tear=True)
    assert "".join(set_as(text, fitted)) == text


@given(st.text(alphabet="가나a1.,(“”)?!/-", min_size=1, max_size=14), st.integers(2, 8))
@example("?“““““ ??", 6)
def test_tearing_always_sets_a_text_that_has_room_for_a_letter(text: str, width: int) -> None:
    fitted = set_lines(cell_paragraphs(text), step(), width, "body", tear=True)
    assert fitted is not None
    assert all(line.width <= width for line in fitted.lines)
    assert "".join(set_as(text, fitted)).replace(" ", "") == text.replace(" ", "")


# -- how much is too much ------------------------------------------------------------------------------------------


def shortened(text: str, count: int) -> str:
    """`text` without its last `count` characters that are no spaces."""
    kept = list(text)
    while count and kept:
        count -= kept.pop() not in " \n"
    return "".join(kept).rstrip()


@given(TEXTS, st.integers(90, 300), st.integers(1, 3), st.sampled_from(MODES))
@settings(max_examples=300, deadline=None)
def test_without_the_characters_that_are_too_many_it_fits(text: str, width: int, lines: int, mode: Mode) -> None:
    assume(fit(text, width, lines=lines, mode=mode) is None)
    paragraphs: Paragraphs = cell_paragraphs(text)
    over = characters_over(paragraphs, LADDER[-1], width, mode, lines, None)
    assert 1 <= over < len(text.replace("\n", "").replace(" ", "")) + 1
    rest = shortened(text, over)
    assert not rest or fit(rest, width, lines=lines, mode=mode) is not None


@given(TEXTS, st.integers(90, 300), st.sampled_from([8.0, 16.0, 24.5]), st.floats(1.0, 1.6))
@settings(max_examples=300, deadline=None)
def test_the_same_where_the_height_is_bounded(text: str, width: int, height: float, leading: float) -> None:
    ladder = tuple(step(rung.size, leading) for rung in LADDER)
    assume(fit(text, width, ladder=ladder, height=height) is None)
    over = characters_over(cell_paragraphs(text), ladder[-1], width, "display", None, height)
    rest = shortened(text, over)
    assert not rest or fit(rest, width, ladder=ladder, height=height) is not None


def test_a_line_more_costs_something() -> None:
    assert LINE_COST > 0
    assert SIZE_COST > 0
