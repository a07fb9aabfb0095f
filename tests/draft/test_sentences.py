"""Sentences, clauses and quotations: where a text may be parted, and where not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardnews.draft.clauses import parted, pieces, shorter
from cardnews.draft.prose import plain, squeezed
from cardnews.draft.quotes import attributed, lone_quote, spoken_in
from cardnews.draft.sentences import sentences

CASES = [
    line
    for line in (Path(__file__).parents[1] / "cases" / "draft" / "sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
KOREAN = st.lists(
    st.sampled_from("동네 도서관은 3.5 “갑니다.”라고 했다. 2026. 11. 왜? 정말! (네.) … No. 가. ” “ 끝.".split()),
    max_size=20,
).map(" ".join)


@pytest.mark.parametrize("case", CASES)
def test_sentences(case: str) -> None:
    glued = case.replace(" | ", " ").replace(" |", "")
    expected = [part.strip() for part in case.split("|")]
    assert [sentence.text for sentence in sentences(plain(glued))] == expected


@given(KOREAN)
def test_nothing_is_lost_between_sentences(text: str) -> None:
    told = sentences(plain(text))
    assert squeezed("".join(sentence.text for sentence in told)) == squeezed(text)


def test_a_newline_ends_a_sentence() -> None:
    assert [one.text for one in sentences(plain("첫 줄\n둘째 줄"))] == ["첫 줄", "둘째 줄"]


def test_marks_stay_with_their_words() -> None:
    first, second = sentences(plain("도서관이 엽니다. 늦게까지 엽니다.").marked("strong", 10, 14))
    assert first.script() == "도서관이 엽니다."
    assert second.script() == "**늦게까지** 엽니다."


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "시는 내년 3월부터 동네 도서관 여덟 곳의 문을 밤 열 시까지 열고, 주말에는 책 읽기 모임을 열기로 했습니다.",
            "시는 내년 3월부터 동네 도서관 여덟 곳의 문을 밤 열 시까지 열고,",
            "주말에는 책 읽기 모임을 열기로 했습니다.",
        ),
        (
            "재활용품이 섞여 있으면 사람이 일일이 골라내야 하고, 골라내지 못한 것은 태웁니다.",
            "재활용품이 섞여 있으면 사람이 일일이 골라내야 하고,",
            "골라내지 못한 것은 태웁니다.",
        ),
    ],
)
def test_a_long_sentence_parts_where_its_meaning_pauses(text: str, first: str, second: str) -> None:
    split = parted(plain(text), 44, 60)
    assert split is not None
    assert [part.text for part in split] == [first, second]


def test_what_has_no_gap_is_not_parted() -> None:
    assert parted(plain("가" * 80), 44, 60) is None


@given(KOREAN, st.integers(6, 40))
def test_pieces_hold_all_words_and_fit(text: str, most: int) -> None:
    prose = plain(text)
    found = pieces(prose, most)
    assert squeezed("".join(part.text for part in found)) == squeezed(text)
    assert all(len(part) <= most or " " not in part.text for part in found)


@pytest.mark.parametrize(
    ("heading", "short"),
    [
        ("동네 도서관: 밤 열 시까지 여는 여덟 곳을 소개합니다", "동네 도서관"),
        ("늦게까지 여는 도서관(한빛, 솔숲, 은하, 달맞이)", "늦게까지 여는 도서관"),
        ("짧은 제목", "짧은 제목"),
    ],
)
def test_a_heading_grows_shorter(heading: str, short: str) -> None:
    found = shorter(plain(heading), 20)
    assert found is not None
    assert found.text == short


@pytest.mark.parametrize(
    ("sentence", "said", "who"),
    [
        ("김하늘 관장은 “도서관은 동네의 거실입니다”라고 말했다.", ["도서관은 동네의 거실입니다"], "김하늘 관장"),
        ("“밤에도 갈 곳이 생겼네요”라고 박서연 씨는 말했다.", ["밤에도 갈 곳이 생겼네요"], "박서연 씨"),
        (
            "두 아이를 키우고 있는 주민 박서연 씨는 “이제 갈 곳이 생겼네요”라고 반겼다.",
            ["이제 갈 곳이 생겼네요"],
            "박서연 씨",
        ),
        (
            "이 과장은 “먼저 묻고 먼저 듣겠다”며 “답은 언제까지라고 미리 알리겠다”고 했다.",
            ["먼저 묻고 먼저 듣겠다", "답은 언제까지라고 미리 알리겠다"],
            "이 과장",
        ),
    ],
)
def test_who_says_what_in_a_sentence(sentence: str, said: list[str], who: str) -> None:
    quotes = spoken_in(plain(sentence))
    assert [quote.text.text for quote in quotes] == said
    assert {quote.who.text for quote in quotes} == {who}


@pytest.mark.parametrize(
    "sentence",
    [
        "벽에는 “내년의 너는 답을 알고 있겠지”라고 적혀 있었다.",
        "응답자의 62%가 “퇴근하고 가면 문이 닫혀 있다”고 답했다.",
        "사람들은 그곳을 “거실”이라고 부른다.",
        "“퇴근하고 가면 닫혀 있다”는 대답이 가장 많았다.",
        "“이제는 밤에도 열어야 한다”는 지적이 나왔다.",
        "“아이와 갈 곳이 없다”는 주민의 목소리가 이어졌다고 말했다.",
    ],
)
def test_what_nobody_says_is_no_quotation(sentence: str) -> None:
    assert spoken_in(plain(sentence)) == ()
    assert spoken_in(plain(sentence), plain("김 관장")) == ()


def test_who_goes_on_speaking() -> None:
    (quote,) = spoken_in(plain("이어 “답은 언제까지라고 미리 알리겠다”고 덧붙였다."), plain("이 과장"))
    assert quote.who.text == "이 과장"


@pytest.mark.parametrize("line", ["“골목이 환해졌어요.” — 최유진", "“골목이 환해졌어요.” (최유진)"])
def test_a_quotation_with_its_author(line: str) -> None:
    quote = lone_quote(plain(line))
    assert quote is not None
    assert (quote.text.text, quote.who.text) == ("골목이 환해졌어요.", "최유진")


def test_a_block_quotation_with_its_author_below() -> None:
    quote = attributed([plain("골목이 환해졌어요."), plain("— 최유진, 주민")])
    assert (quote.text.text, quote.who.text) == ("골목이 환해졌어요.", "최유진, 주민")
