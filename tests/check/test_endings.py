"""Which sentences are polite, which plain, and which neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardnews.check.endings import endings, style_of


@pytest.mark.parametrize(
    "word",
    [
        *"합니다 됩니다 나아갑니다 길입니다 했습니다 있을까요 하세요 오십시오 갑시다 아닙니까 그렇죠 해요".split(),
        *"예요 네요 거든요 했고요 이에요 주세요 바랍니다".split(),
    ],
)
def test_polite(word: str) -> None:
    assert style_of(word) == "polite"


@pytest.mark.parametrize(
    "word",
    [
        *"한다 간다 걷는다 했다 있다 없다 바뀌었다 나섰다 오른다 아니다 것이다 때문이다 싶다 같다 많다".split(),
        *"않다 필요하다 중요하다 어렵다 아름답다 크다 다르다".split(),
    ],
)
def test_plain(word: str) -> None:
    assert style_of(word) == "plain"


@pytest.mark.parametrize(
    "word",
    [
        # nouns that look like verbs
        *"바다 캐나다 베란다 사이다 필요 수요 동요 협치 길 이야기".split(),
        # questions, calls, noun endings, verbs as titles, connectives
        *"바뀔까 하는가 하나 하자 하라 바뀜 됨 걷기 잇다 줄이다 높이다 열다 하고 하지만 한다면 합니다만 한다고".split(),
        *"다 요 OECD 30% ".split(),
        "",
    ],
)
def test_neither(word: str) -> None:
    assert style_of(word) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("도서관이 바뀝니다. 저녁에도 연다.", [("바뀝니다", "polite"), ("연다", "plain")]),
        ("도서관이 바뀝니다\n저녁에도 연다", [("바뀝니다", "polite"), ("연다", "plain")]),
        ("주민이\n먼저\n말을 겁니다", [("겁니다", "polite")]),
        ("“우리가 한다”라고 말했습니다!", [("말했습니다", "polite")]),
        ("“우리가 한다.”", []),
        ("그는 ‘한다’고 믿습니다", [("믿습니다", "polite")]),
        ("열립니다(예정)", []),
        ("정말 바뀝니까?", [("바뀝니까", "polite")]),
        ("예산 3.5배 늘었다…", [("늘었다", "plain")]),
        ("정말요?! 그렇다.", [("정말요", "polite")]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.style) for one in endings(text)] == expected


@given(st.text(alphabet="가한다합니다요 .\n“”‘’\"'!?바", max_size=60))
def test_endings_lie_in_their_text_in_order(text: str) -> None:
    found = list(endings(text))
    assert all(0 <= one.start < one.end <= len(text) and not text[one.start : one.end].isspace() for one in found)
    assert [one.start for one in found] == sorted({one.start for one in found})
