"""Highlights that stand behind whole letters: the room that their bars take, and where lines break with it."""

from __future__ import annotations

import pytest

from cardnews.text.fit import set_lines
from cardnews.text.markup import parse_marks
from cardnews.text.normalize import normalize_text
from cardnews.text.paragraphs import Paragraphs
from text.cells import cell_paragraphs, lines_of, step

PAD, CLEAR = 0.5, 0.3


def labeled(text: str, pad: float = PAD) -> Paragraphs:
    marked = parse_marks(normalize_text(text))
    return Paragraphs(marked, cell_paragraphs(marked.text, marks=False).shaped, pad)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("가나 다라", 0.0),
        ("==가나== 다라", 2 * PAD),
        ("가나 ==다라==", 2 * PAD),
        ("==가나==다라", 2 * PAD + CLEAR),
        ("가나==다==라", 2 * PAD + 2 * CLEAR),
        ("“==가나==”", 2 * PAD + 2 * CLEAR),
        ("**가나** 다라", 0.0),
    ],
)
def test_a_label_takes_room_and_keeps_clear_of_its_eojeol(text: str, more: float) -> None:
    one, other = labeled(text), labeled(text, 0.0)
    end = len(one.marked.text)
    assert one.width(0, end, step()) == pytest.approx(other.width(0, end, step()) + more)


def test_lines_are_broken_with_the_room_of_a_label() -> None:
    text = "가나 ==다라=="
    for pad, lines in ((0.0, ["가나 다라"]), (PAD, ["가나", "다라"])):
        paragraphs = labeled(text, pad)
        fitted = set_lines(paragraphs, step(), 9.5, "display")
        assert fitted is not None
        assert lines_of(paragraphs, fitted.lines) == lines


def test_a_label_parted_by_a_lines_end_is_padded_there_too() -> None:
    paragraphs = labeled("==가나 다라 마바==")
    assert set_lines(paragraphs, step(), 4.9, "display") is None
    fitted = set_lines(paragraphs, step(), 5.0, "display")
    assert fitted is not None
    assert [line.width for line in fitted.lines] == pytest.approx([5.0, 5.0, 5.0])
