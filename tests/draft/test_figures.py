"""Amounts in sentences: each as it is written, whole, and the one that a card of a number shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardnews.amount import parse_amount
from cardnews.draft.api import draft_script
from cardnews.draft.figures import figure_in, figures_in
from cardnews.draft.prose import Prose
from draft.told import slides_of


def stat(sentence: str) -> tuple[str, str] | None:
    """Value and unit of the card that a sentence becomes, None where it is no card of a number."""
    found = figure_in(Prose(sentence))
    if found is None:
        return None
    value, unit = found["value"], found["unit"]
    assert isinstance(value, Prose)
    assert isinstance(unit, Prose)
    return value.text, unit.text


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("지난해 축제에는 3만 5천 명이 왔다.", ("3만 5천", "명")),
        ("시민 1만 2천 명이 서명했다.", ("1만 2천", "명")),
        ("처리비 2억 4천만 원을 아꼈다.", ("2억 4천만", "원")),
        ("예산은 1조 2천억 원이다.", ("1조 2천억", "원")),
        ("참가비는 5천 원이다.", ("5천", "원")),
        ("모두 1천200만 원을 모았다.", ("1천200만", "원")),
        ("시민 3만여 명이 왔다.", ("3만여", "명")),
        ("주민 1만 2,345명이 서명했다.", ("1만 2,345", "명")),
        ("하루 평균 1,240명이 찾는다.", ("1,240", "명")),
        ("쓰레기가 12.5% 줄었다.", ("12.5", "%")),
        ("10년 전보다 11.4%p 늘었다.", ("11.4", "%p")),
        ("조리원 100명 가운데 37명은 아직 폐 검진을 받지 못했다.", ("37", "명")),
        ("신청한 50가구 중 31가구가 뽑혔다.", ("31", "가구")),
        ("후원금이 214만 원에서 331만 원으로 늘었다.", ("331만", "원")),
        ("1,234명 가운데 62%가 찬성했다.", ("62", "%")),
        ("한 모둠은 30~50명이다.", None),
        ("전집의 제3권을 냈다.", None),
        ("3분의 2가 찬성했다.", None),
        ("2024년 5월에 시작했다.", None),
        ("오전 10시 30분에 모였다.", None),
    ],
)
def test_the_number_of_a_sentence(sentence: str, shown: tuple[str, str] | None) -> None:
    assert stat(sentence) == shown


def card(sentence: str) -> Mapping[str, Any]:
    return slides_of(draft_script("글.md", text=f"# 제목\n\n{sentence}\n").text)[1]


def test_a_part_of_a_whole_is_shown_in_dots() -> None:
    found = card("조리원 100명 가운데 37명은 아직 폐 검진을 받지 못했다.")
    assert (found["layout"], found["value"], found["unit"]) == ("stat", "37", "명")
    assert found["dots"] == {"part": "37", "whole": "100"}
    assert "dots" not in card("시민 5천 명 가운데 370명은 아직 검진을 받지 못했다.")


_DIGITS = st.integers(1, 9_999)


@st.composite
def amounts(draw: st.DrawFn) -> str:
    """An amount as people write it: `3만 5천 명`, `1조 2,000억 원`, `3천5백여 건`, `12.5%`."""
    gap = draw(st.sampled_from(["", " "]))
    pieces = []
    for large in ("조", "억", "만"):
        if draw(st.booleans()):
            number = draw(_DIGITS)
            small = draw(st.sampled_from(["", "천", "백"]))
            pieces.append((f"{number % 9 + 1}{small}" if small else f"{number:,}") + large)
    if draw(st.booleans()) or not pieces:
        number = draw(_DIGITS)
        pieces.append(draw(st.sampled_from([f"{number:,}", str(number % 1000 or 1), f"{number % 9 + 1}천"])))
    some = draw(st.sampled_from(["", "", "여"])) if pieces[-1][-1] in "천만억조" else ""
    return (
        gap.join(pieces) + some + draw(st.sampled_from(["", " "])) + draw(st.sampled_from(["명", "건", "가구", "원"]))
    )


@given(amounts(), st.sampled_from(["지난해 {}을 썼다.", "모두 {}이다.", "{}에게 물었다.", "약 {}이 넘었다."]))
def test_a_card_of_a_number_shows_the_whole_amount_as_it_is_written(amount: str, sentence: str) -> None:
    shown = stat(sentence.format(amount))
    if shown is not None:
        assert "".join(shown) == amount.replace(" " + shown[1], shown[1])
        assert parse_amount(amount.replace("여", "")) is not None
    for figure in figures_in(sentence.format(amount)):
        assert sentence.format(amount)[slice(*figure.span)] == amount
