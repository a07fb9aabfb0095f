"""How texts are written: quotes where they are needed, blocks where lines are long, and always the same value."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cardnews.source.nodes import Scalar, Sequence, read_nodes
from cardnews.tidy.scalars import FOLD, columns, folded, inline, literal, written
from cardnews.tidy.tree import Text

SIGNS = st.sampled_from(["", "'", '"'])
ODD = st.text(st.one_of(st.sampled_from("가 나a:#-*\"'[]{}!&|>%@`,?\n\t\\~=.0"), st.characters(codec="utf-8")))


def read(text: str) -> list[str]:
    """The items of a list as the reader sees them, which must find nothing to say about it."""
    root, findings = read_nodes(text, "s.yaml")
    assert not findings
    assert isinstance(root, Sequence)
    return [item.text for item in root.items if isinstance(item, Scalar)]


@pytest.mark.parametrize(
    ("value", "sign", "shown"),
    [
        ("밥 먹었어요?", '"', "밥 먹었어요?"),
        ("it's", "'", "it's"),
        ("**함께** 먹는 밥", '"', '"**함께** 먹는 밥"'),
        ("~~어제~~ 오늘", "'", "~~어제~~ 오늘"),
        ("가: 나", "'", '"가: 나"'),
        ("끝:", "", '"끝:"'),
        ("여기 #저기", '"', '"여기 #저기"'),
        ('"밥"은 하늘', "'", "'\"밥\"은 하늘'"),
        ("'밥'은 하늘", '"', "\"'밥'은 하늘\""),
        ("C:\\길", '"', "C:\\길"),
        ("-가", '"', "-가"),
        ("-", "", '"-"'),
        ("https://example.org/a?b=1#c", '"', "https://example.org/a?b=1#c"),
        ("12:30", "", "12:30"),
        ("12:30", '"', '"12:30"'),
        ("1.10", "'", '"1.10"'),
        ("2024-01-01", "'", '"2024-01-01"'),
        ("no", "'", '"no"'),
        ("no", "", "no"),
        ("2026년", "'", "2026년"),
        ("", '"', '""'),
        ("", "", ""),
        (" 가", "'", '" 가"'),
        ("가\n나", '"', '"가\\n나"'),
        ("가\x85나\u2028다\ufeff", '"', '"가\\x85나\\u2028다\\uFEFF"'),
    ],
)
def test_inline(value: str, sign: str, shown: str) -> None:
    assert inline(Text(value, sign)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("가, 나", '"가, 나"'),
        ("[가]", '"[가]"'),
        ("가}", '"가}"'),
        ("가?", "가?"),
        ("-", '"-"'),
        ("?가", '"?가"'),
        (":0", '":0"'),
    ],
)
def test_inline_in_brackets(value: str, shown: str) -> None:
    assert inline(Text(value), brackets=True) == shown


@given(ODD, SIGNS)
def test_a_line_reads_back_the_same(value: str, sign: str) -> None:
    text = Text(value, sign)
    if not value and not sign:
        return
    assert yaml.load(f"- {inline(text)}\n", Loader=yaml.CBaseLoader) == [value]
    assert yaml.load(f"- [{inline(text, brackets=True)}, 끝]\n", Loader=yaml.CBaseLoader) == [[value, "끝"]]


@given(ODD, SIGNS, st.integers(0, 90), st.booleans())
def test_a_text_reads_back_the_same(value: str, sign: str, before: int, notes: bool) -> None:
    text = Text(value, sign or '"')
    here, below = written(text, before, 2, notes=notes)
    lines = "\n".join([f"- {here}", *below])
    assert yaml.load(lines + "\n", Loader=yaml.CBaseLoader) == [value]
    if not any(character in value for character in "\t\ufeff\x85\u2028\u2029"):
        assert read(lines + "\n") == [value]


@given(st.lists(st.text("가나다 a.", min_size=1, max_size=50), min_size=1, max_size=4), st.integers(0, 2))
def test_folded_lines_fit(paragraphs: list[str], ends: int) -> None:
    value = "\n".join(paragraphs) + "\n" * ends
    block = folded(value, 4)
    if block is None:
        return
    assert all(columns(line) <= FOLD or " " not in line.strip() for line in block[1])
    assert all(line == "" or line.startswith("    ") for line in block[1])


def test_what_no_block_can_hold() -> None:
    assert literal("\n\n", 2) is None
    assert literal("가\x85\n나", 2) is None
    assert folded("  앞에 빈칸이 있는 글 " * 9, 2) is None
    assert folded("한 줄에 드는 글", 2) is None
    assert folded("띄어쓰지않은글" * 20, 2) is None


def test_a_block_says_how_it_ends_and_how_deep_it_is() -> None:
    assert literal("가\n나", 2) == ("|-", ("  가", "  나"))
    assert literal("가\n\n나\n", 4) == ("|", ("    가", "", "    나"))
    assert literal("가\n\n\n", 2) == ("|+", ("  가", "", ""))
    assert literal(" 가\n나\n", 2) == ("|2", ("   가", "  나"))


def test_columns() -> None:
    assert columns("abc") == 3
    assert columns("가나 a") == 6
    assert columns("한글") == columns("\u1112\u1161\u11ab\u1100\u1173\u11af") == 4
