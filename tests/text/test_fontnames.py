"""Names of fonts: every language, old encodings, and the weight that a family's name ends in."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardnews.text.fontnames import folded, split_weight, style_weight
from cardnews.text.nametable import read_names, texts


def name_table(*records: tuple[int, int, int, int, bytes]) -> bytes:
    """A table of records: platform, encoding, language, name id, text."""
    head, strings = b"", b""
    for platform, encoding, language, number, text in records:
        head += struct.pack(">6H", platform, encoding, language, number, len(text), len(strings))
        strings += text
    return struct.pack(">3H", 0, len(records), 6 + len(head)) + head + strings


def test_names_in_every_language_and_encoding() -> None:
    names = read_names(
        name_table(
            (1, 0, 0, 1, b"Bom Batang"),
            (1, 3, 23, 1, "봄바탕".encode("euc_kr")),
            (3, 1, 0x409, 1, "Bom Batang Pro".encode("utf-16-be")),
            (3, 1, 0x412, 1, "봄바탕 프로".encode("utf-16-be")),
            (3, 5, 0x412, 16, "봄 바탕체".encode("euc_kr")),
            (3, 2, 0x411, 1, b"\x82\xa0"),
        )
    )
    assert list(texts(names, 1, language="ko")) == ["봄바탕 프로", "봄바탕"]
    assert list(texts(names, 16, 1)) == ["봄 바탕체", "Bom Batang Pro", "봄바탕 프로", "Bom Batang", "봄바탕"]
    assert next(texts(names, 1, language="en")) == "Bom Batang Pro"


def test_decomposed_hangul_and_padded_letters_are_made_whole() -> None:
    jamo = "\u1107\u1169\u11b7"
    names = read_names(
        name_table((3, 1, 0x412, 1, jamo.encode("utf-16-be")), (3, 5, 0x412, 4, b"\0B\0o\0m"), (3, 1, 9, 2, b"\xd8\0"))
    )
    assert [name.text for name in names] == ["봄", "Bom"]


@given(st.binary(max_size=400))
def test_any_table_is_read(table: bytes) -> None:
    for name in read_names(table):
        assert name.text.strip() == name.text != ""


def test_a_table_that_ends_early_gives_what_it_has() -> None:
    whole = name_table((3, 1, 0x409, 1, "Bom".encode("utf-16-be")))
    assert read_names(whole[:-2])[0].text == "Bo"
    assert read_names(whole[:10]) == ()


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("나눔고딕 ExtraBold", ("나눔고딕", 800)),
        ("NanumGothicExtraBold", ("NanumGothic", 800)),
        ("Nanum Gothic Extra Bold", ("Nanum Gothic", 800)),
        ("서울남산체 EB", ("서울남산체", 800)),
        ("봄바탕_Pro Light", ("봄바탕_Pro", 300)),
        ("Noto Sans KR DemiLight", ("Noto Sans KR", 350)),
        ("Black Han Sans", None),
        ("Bold", None),
        ("Boldini", None),
        ("나눔명조", None),
    ],
)
def test_a_weight_at_the_end_of_a_family(name: str, parts: tuple[str, int] | None) -> None:
    assert split_weight(name) == parts


@pytest.mark.parametrize(
    ("style", "weight"),
    [("Bold", 700), ("ExtraBold Italic", 800), ("Extra Light", 200), ("Regular", 400), ("굵은", None), ("", None)],
)
def test_the_weight_of_a_style(style: str, weight: int | None) -> None:
    assert style_weight(style) == weight


def test_folding() -> None:
    assert folded("Nanum Myeongjo") == folded("nanum-myeongjo") == folded("NANUM_MYEONGJO")
    assert folded("나눔 명조") == folded("\u1102\u1161\u1102\u116e\u11b7명조")
