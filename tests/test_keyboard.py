"""Words typed in the other state of the keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardnews.errors import nearest
from cardnews.keyboard import in_other_state


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wpahr", "제목"), ("fpdldkdnt", "레이아웃"), ("akfvndtjs", "말풍선"), ("dhfmsWhr", "오른쪽"), ("ekfr", "닭"),
        ("rkqtdl", "값이"), ("dho", "왜"), ("샤싣", "title"), ("ㅣ묘ㅐㅕㅅ", "layout"), ("ㅊㅐㅍㄷㄱ", "cover"),
    ],
)  # fmt: skip
def test_both_ways(typed: str, meant: str) -> None:
    assert in_other_state(typed) == meant


@given(st.text(alphabet=[chr(code) for code in range(0xAC00, 0xD7A4)], min_size=1, max_size=6))
def test_hangul_comes_back(word: str) -> None:
    assert in_other_state(in_other_state(word)) == word


@given(st.text(max_size=12))
def test_anything_has_an_answer(word: str) -> None:
    assert isinstance(in_other_state(word), str)


def test_a_key_in_the_other_state_is_nearest() -> None:
    assert nearest("wpahr", ["title", "제목", "부제"]) == "제목"
    assert nearest("샤싣", ["title", "제목"]) == "title"
