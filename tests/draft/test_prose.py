"""Words with marks: what a script says of them is read back as the same words and marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardnews.draft.prose import Prose, from_marks, joined, plain, squeezed, tidied
from cardnews.text.markup import Mark, Span, parse_marks
from cardnews.text.normalize import normalize_text

LETTERS = st.text(st.sampled_from("가나 *=~\\ab"), min_size=1, max_size=14)


@st.composite
def marked(draw: st.DrawFn) -> Prose:
    """Tidy words with a mark or two."""
    prose = tidied(Prose(draw(LETTERS)))
    marks: tuple[Mark, ...] = ("strong", "highlight", "struck")
    for _ in range(draw(st.integers(0, 2))):
        start = draw(st.integers(0, max(len(prose) - 1, 0)))
        prose = prose.marked(draw(st.sampled_from(marks)), start, draw(st.integers(start, len(prose))))
    return prose


@given(marked())
def test_a_script_says_the_same_words(prose: Prose) -> None:
    assert parse_marks(normalize_text(prose.script())).text == prose.text


@given(LETTERS)
def test_letters_that_look_like_marks_are_letters(text: str) -> None:
    prose = tidied(Prose(text))
    found = parse_marks(normalize_text(prose.script()))
    assert (found.text, found.spans) == (prose.text, ())


@pytest.mark.parametrize("text", ["3~4월", "a = b", "2*3", "C:\\가", "~ 밤 열 시"])
def test_what_is_no_mark_stays_as_it_is_written(text: str) -> None:
    assert Prose(text).script() == text


def test_a_mark_is_written_around_its_words() -> None:
    assert Prose("밤 열 시까지 엽니다", (Span(0, 7, "strong"),)).script() == "**밤 열 시까지** 엽니다"
    assert Prose("밤 열 시", (Span(0, 2, "highlight"),)).script() == "==밤== 열 시"


def test_marks_that_overlap_give_way() -> None:
    prose = Prose("가나다라", (Span(0, 3, "strong"), Span(1, 4, "highlight")))
    assert prose.script() == "**가나다**라"


@given(marked(), st.integers(0, 14), st.integers(0, 14))
def test_what_is_cut_keeps_its_marks(prose: Prose, start: int, end: int) -> None:
    part = prose.cut(min(start, len(prose)), min(end, len(prose)))
    assert part.text == prose.text[start:end].strip()
    assert all(0 <= span.start < span.end <= len(part) for span in part.spans)


def test_links_stay_behind_their_words() -> None:
    prose = Prose("누리집에서 봅니다", (), ((3, "https://a.example.org"),))
    assert prose.cut(0, 5).links == ((3, "https://a.example.org"),)
    assert prose.cut(5).links == ()
    assert joined([plain("먼저"), prose]).links == ((6, "https://a.example.org"),)


def test_white_space_and_what_shows_nothing_is_tidied() -> None:
    assert plain(" 가\u00a0\t나\u200b다 \r\n\n 라\ufeff ").text == "가 나다\n라"
    assert plain("\u1112\u1161\u11ab글").text == "한글"
    assert plain("👩\u200d🌾").text == "👩\u200d🌾"


def test_marks_move_with_the_words_that_are_tidied() -> None:
    assert tidied(Prose("  가  나다 ", (Span(5, 7, "strong"),))).script() == "가 **나다**"


def test_a_pair_of_marks_beside_a_particle_is_one() -> None:
    assert from_marks("**“인용”**은 중요하다").script() == "**“인용”**은 중요하다"


def test_words_are_compared_by_their_letters() -> None:
    assert squeezed("도서관은, 밤\n열 시까지.") == squeezed("도서관은 밤 열 시까지")
