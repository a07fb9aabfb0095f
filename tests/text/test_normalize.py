"""Author text to the characters that are set, with every offset mapped back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cardnews.text.normalize import normalize_text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("", ""),
        ("plain ASCII", "plain ASCII"),
        ("협치\r\n말", "협치\n말"),
        ("협치\r말", "협치\n말"),
        ("가\x0b나\x0c다\x85라\u2028마\u2029바", "가\n나\n다\n라\n마\n바"),
        ("가\t나", "가 나"),
        ("a\tb", "a b"),
        ("가\x00나\x1b다\x7f", "가나다"),
        ("가\u00ad나\u200e다\u202a라\ufeff", "가나다라"),
        ("수\u2060있다\u200b요", "수\u2060있다\u200b요"),
        ("❤\ufe0f👨\u200d👩", "❤\ufe0f👨\u200d👩"),
        ("10\u00a0명", "10\u00a0명"),
        ("끝 \n\n", "끝"),
        ("끝  ", "끝"),
        ("end  ", "end"),
        ("끝\u3000\n", "끝\u3000"),
        ("  가\n\n나", "  가\n\n나"),
        ("\u1112\u1167\u11b8\u110e\u1175", "협치"),
        ("하\u11ab글", "한글"),
        ("e\u0301", "é"),
        ("\ufb01", "\ufb01"),
        ("①㎡", "①㎡"),
    ],
    ids=ascii,
)
def test_normalize(raw: str, text: str) -> None:
    assert normalize_text(raw).text == text


TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("가협a \n\t\r\u00a0\u200b\u00ad\u0301\u0323\u1112\u1161\u11ab한é…“”\U0001f468\u200d\ufe0f"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=24,
)


@given(TEXTS)
@example("\u0bca")
@example("\u1b40")
def test_decomposed_text_is_set_as_composed_text(raw: str) -> None:
    composed = normalize_text(unicodedata.normalize("NFC", raw)).text
    assert normalize_text(unicodedata.normalize("NFD", raw)).text == composed
    assert normalize_text(raw).text == composed


@given(TEXTS)
def test_offsets_map_back(raw: str) -> None:
    normal = normalize_text(raw)
    assert len(normal.origin) == len(normal.text) + 1
    assert list(normal.origin) == sorted(normal.origin)
    assert normal.origin[-1] == len(raw)
    for character, offset in zip(normal.text, normal.origin, strict=False):
        joined = unicodedata.category(character)[0] == "M" or 0x1160 <= ord(character) <= 0x11FF
        if unicodedata.is_normalized("NFC", raw) and not character.isspace() and not joined:
            assert raw[offset] == character


@given(TEXTS)
def test_normalizing_twice_changes_nothing(raw: str) -> None:
    once = normalize_text(raw).text
    assert normalize_text(once).text == once


@given(TEXTS)
def test_nothing_invisible_is_left(raw: str) -> None:
    kept = "\u200b\u200c\u200d\u2060\ufe0e\ufe0f"
    for character in normalize_text(raw).text:
        category = unicodedata.category(character)
        tag = 0xE0020 <= ord(character) <= 0xE007F
        assert character == "\n" or character in kept or tag or category not in ("Cc", "Cf")


def test_a_place_in_decomposed_text() -> None:
    raw = unicodedata.normalize("NFD", "협치 말")
    normal = normalize_text(raw)
    assert [raw[offset] for offset in normal.origin[:-1]] == ["\u1112", "\u110e", " ", "\u1106"]
