"""Inline marks: files of pairs, the source in one line and below it, after `= `, the text with its spans."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardnews.text.breaks import eojeol_of
from cardnews.text.fit import set_lines
from cardnews.text.markup import MarkedText, lone_marks, parse_marks, plain_text, without_lone_marks
from cardnews.text.normalize import normalize_text
from text.cells import cell_paragraphs, lines_of, paragraphs_in_cells, step

CASES = Path(__file__).parents[1] / "cases" / "marks"


def pairs() -> list[object]:
    found: list[object] = []
    for path in sorted(CASES.glob("*.txt")):
        lines = [line for line in path.read_text("utf-8").split("\n") if line and not line.startswith("# ")]
        for source, expected in zip(lines[::2], lines[1::2], strict=True):
            assert expected.startswith("= "), f"{path.name}: {expected}"
            found.append(pytest.param(source, expected[2:], id=f"{path.stem}: {source}"))
    return found


def shown(marked: MarkedText) -> str:
    """The text with `<mark>` and `</mark>` around its spans; the first in the alphabet is outside of its equals."""
    pieces: list[str] = []
    for offset in range(len(marked.text) + 1):
        closed = [span for span in marked.spans if span.end == offset and span.start < offset]
        opened = [span for span in marked.spans if span.start == offset]
        pieces += [f"</{span.mark}>" for span in sorted(closed, key=lambda span: (span.start, span.mark), reverse=True)]
        pieces += [f"<{span.mark}>" for span in sorted(opened, key=lambda span: (-span.end, span.mark))]
        pieces += marked.text[offset : offset + 1]
    return "".join(pieces)


@pytest.mark.parametrize(("source", "expected"), pairs())
def test_case(source: str, expected: str) -> None:
    marked = parse_marks(normalize_text(source.replace("⏎", "\n")))
    assert shown(marked).replace("\n", "⏎") == expected


@pytest.mark.parametrize(("source", "_"), pairs())
def test_escaping_the_marks_without_a_partner_changes_no_text(source: str, _: str) -> None:
    said = normalize_text(source.replace("⏎", "\n"))
    marked, escaped = parse_marks(said), parse_marks(normalize_text(without_lone_marks(said.text)))
    assert (escaped.text, escaped.spans) == (marked.text, marked.spans)


@given(st.text(alphabet="가 *=~\\\n", max_size=20))
def test_no_part_of_a_text_makes_a_mark_of_letters(source: str) -> None:
    said = normalize_text(source)
    marked, text = parse_marks(said), without_lone_marks(said.text)
    escaped = parse_marks(normalize_text(text))
    assert (escaped.text, escaped.spans) == (marked.text, marked.spans)
    if not marked.spans:
        parts = [parse_marks(normalize_text(line)) for line in text.split("\n")]
        assert "".join("".join(part.text for part in parts).split()) == "".join(marked.text.split())
        assert not any(part.spans for part in parts)


def test_marks_of_plain_fields_are_letters() -> None:
    marked = plain_text(normalize_text("**강조**와 \\=="))
    assert (marked.text, marked.spans) == ("**강조**와 \\==", ())


SOURCES = st.text(alphabet="가나 *=~\\“”.\n", max_size=24)


@given(SOURCES)
def test_origin_maps_back(source: str) -> None:
    normal = normalize_text(source)
    marked = parse_marks(normal)
    assert len(marked.origin) == len(marked.text) + 1
    assert list(marked.origin) == sorted(set(marked.origin)) or len(source) > len(normal.text)
    for character, offset in zip(marked.text, marked.origin, strict=False):
        assert source[offset] == character


@given(SOURCES)
def test_spans_lie_in_the_text_and_hold_something(source: str) -> None:
    marked = parse_marks(normalize_text(source))
    for span in marked.spans:
        assert 0 <= span.start < span.end <= len(marked.text)
        assert not marked.text[span.start].isspace()
        assert not marked.text[span.end - 1].isspace()


@given(SOURCES)
def test_nothing_is_lost_but_marks_and_escapes(source: str) -> None:
    normal = normalize_text(source).text
    marked = parse_marks(normalize_text(source))
    assert [c for c in marked.text if c not in "*=~\\"] == [c for c in normal if c not in "*=~\\"]


@given(SOURCES)
def test_escaped_text_comes_back_as_it_was(source: str) -> None:
    text = normalize_text(source).text
    escaped = "".join(f"\\{character}" if character in "*=~\\" else character for character in text)
    marked = parse_marks(normalize_text(escaped))
    assert (marked.text, marked.spans) == (text, ())


WORD = st.text(alphabet="가나다“”.,?", min_size=1, max_size=4)


@given(
    st.lists(st.tuples(WORD, WORD, st.sampled_from(["", "**", "==", "~~"])), min_size=1, max_size=7), st.integers(6, 20)
)
def test_marks_change_no_break(words: list[tuple[str, str, str]], width: int) -> None:
    source = " ".join(f"{mark}{word}{mark}{tail}" for word, tail, mark in words)
    plain = " ".join(f"{word}{tail}" for word, tail, _ in words)
    marked = parse_marks(normalize_text(source))
    assert marked.text == plain
    assert [span.mark for span in marked.spans] == [
        {"**": "strong", "==": "highlight", "~~": "struck"}[mark] for _, _, mark in words if mark
    ]
    assert eojeol_of(marked.text, 0, len(plain)) == eojeol_of(plain, 0, len(plain))
    one, two = paragraphs_in_cells(marked), cell_paragraphs(plain, marks=False)
    with_marks, without = (set_lines(item, step(), width, "display", tear=True) for item in (one, two))
    assert (with_marks and lines_of(one, with_marks.lines)) == (without and lines_of(two, without.lines))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("==함께 탑시다", [(0, "==")]),
        ("무료** 급식", [(2, "**")]),
        ("==평일 낮==에만", []),
        ("==가 ==나==", [(0, "==")]),
        ("가 == 나", []),
        ("가==나", [(1, "==")]),
        ("가 \\==나", []),
        ("** 재료비는 따로", []),
        ("좋아요~~", []),
        ("~~3만 원", [(0, "~~")]),
        ("가 === 나 * 다", []),
    ],
)
def test_marks_without_a_partner(text: str, found: list[tuple[int, str]]) -> None:
    assert list(lone_marks(text)) == found
