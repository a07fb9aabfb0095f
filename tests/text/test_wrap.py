"""Where lines do end, on a cell measure: cases as files, brute force, greedy setting."""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cardnews.text.fit import set_lines
from cardnews.text.wrap import WEIGHTS, Mode, fewest_lines, wrap_lines
from text.cells import cell_paragraphs, lines_of, step, width_of

CASES = sorted((Path(__file__).parents[1] / "cases" / "wrap").glob("*.txt"))
MODES: tuple[Mode, ...] = ("display", "body")


@dataclass(frozen=True)
class Case:
    """One setting of a file: `> MODE WIDTH`, the text (its newlines are the author's), `---`, the lines."""

    mode: Mode
    width: float
    text: str
    lines: list[str]


def cases_in(path: Path) -> list[Case]:
    found = []
    for block in re.split(r"^> ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, _, rest = block.partition("\n")
        mode, width = head.split()
        text, _, lines = rest.partition("\n---\n")
        assert mode in MODES
        known: Mode = "display" if mode == "display" else "body"
        found.append(Case(known, float(width), text, lines.strip("\n").split("\n")))
    return found


ALL = [pytest.param(case, id=f"{path.stem}-{index}") for path in CASES for index, case in enumerate(cases_in(path), 1)]


@pytest.mark.parametrize("case", ALL)
def test_case(case: Case) -> None:
    paragraphs = cell_paragraphs(case.text)
    fitted = set_lines(paragraphs, step(), case.width, case.mode, tear=True)
    assert fitted is not None
    assert lines_of(paragraphs, fitted.lines) == case.lines


@pytest.mark.parametrize("case", ALL)
def test_case_is_sound(case: Case) -> None:
    """A case expects every word of its text, in lines within the measure."""
    assert "".join("".join(case.lines).split()) == "".join(re.sub(r"\*\*|==|~~", "", case.text).split())
    assert all(width_of(line) <= case.width for line in case.lines)


# -- the optimum ---------------------------------------------------------------------------------------------------

Paragraph = tuple[list[float], list[float], list[float]]


def edges(widths: list[int], spaces: list[int]) -> tuple[list[float], list[float]]:
    starts: list[float] = []
    ends: list[float] = []
    position = 0.0
    for width, space in zip(widths, spaces, strict=True):
        starts.append(position)
        ends.append(position + width)
        position += width + space
    return starts, ends


@st.composite
def paragraphs(draw: st.DrawFn, most: int = 10) -> Paragraph:
    count = draw(st.integers(1, most))
    widths = draw(st.lists(st.integers(1, 16), min_size=count, max_size=count))
    spaces = draw(st.lists(st.sampled_from([1, 1, 1, 2, 0]), min_size=count, max_size=count))
    costs = st.sampled_from([0.0, 0.0, 0.0, -14.0, -8.0, -1.0, 3.0, 6.0, 30.0, 60.0])
    return (*edges(widths, spaces), draw(st.lists(costs, min_size=count - 1, max_size=count - 1)))


def cost_of(paragraph: Paragraph, ends_of_lines: tuple[int, ...], width: float, mode: Mode) -> float:
    """What a setting costs, from the words of `Weights`; infinite where a line is too wide."""
    starts, ends, gaps = paragraph
    firsts = (0, *ends_of_lines[:-1])
    widths = [ends[last - 1] - starts[first] for first, last in zip(firsts, ends_of_lines, strict=True)]
    if max(widths) > width + 1e-6:
        return math.inf
    if len(widths) == 1:
        return 0.0
    measure = max(widths) if mode == "display" else width
    cost = sum(gaps[last - 1] for last in ends_of_lines[:-1])
    for line in widths[:-1]:
        cost += WEIGHTS.slack * (1 - line / measure) ** 2
    share = widths[-1] / measure
    if mode == "display":
        cost += WEIGHTS.slack / 2 * (1 - share) ** 2
    if share < WEIGHTS.last_share:
        cost += WEIGHTS.short_last * (1 - share / WEIGHTS.last_share) ** 2
        cost += WEIGHTS.lone_last if ends_of_lines[-1] - firsts[-1] == 1 else 0.0
    return cost


def least_cost(paragraph: Paragraph, width: float, lines: int, mode: Mode) -> float:
    count = len(paragraph[0])
    inner = itertools.combinations(range(1, count), lines - 1)
    return min((cost_of(paragraph, (*ends, count), width, mode) for ends in inner), default=math.inf)


@given(paragraphs(), st.integers(1, 60), st.integers(1, 6), st.sampled_from(MODES))
@example(([0, 2, 4, 6], [1, 3, 5, 7], [0, 0, 0]), 1, 4, "display")
@example(([0, 4, 22], [3, 21, 25], [60.0, 0.0]), 60, 2, "display")
@settings(max_examples=1500, deadline=None)
def test_wrap_is_the_cheapest_of_all_settings(paragraph: Paragraph, width: int, lines: int, mode: Mode) -> None:
    starts, ends, gaps = paragraph
    best = least_cost(paragraph, width, lines, mode) if lines <= len(starts) else math.inf
    found = wrap_lines(starts, ends, gaps, width, lines, mode)
    if best == math.inf:
        assert found is None
        return
    assert found is not None, f"there is a setting that costs {best}"
    assert found.lines == lines
    assert cost_of(paragraph, found.ends, width, mode) == pytest.approx(found.cost, abs=1e-6)
    assert found.cost == pytest.approx(best, abs=1e-6)


@given(paragraphs(40), st.integers(1, 60), st.sampled_from(MODES))
@settings(max_examples=400, deadline=None)
def test_no_line_is_wider_than_the_measure(paragraph: Paragraph, width: int, mode: Mode) -> None:
    starts, ends, gaps = paragraph
    for lines in range(1, min(7, len(starts)) + 1):
        found = wrap_lines(starts, ends, gaps, width, lines, mode)
        if found is not None:
            firsts = (0, *found.ends[:-1])
            widths = [ends[last - 1] - starts[first] for first, last in zip(firsts, found.ends, strict=True)]
            assert max(widths) <= width + 1e-6
            assert found.width == pytest.approx(max(widths))
            assert found.ends[-1] == len(starts)
            assert list(found.ends) == sorted(set(found.ends))


def greedy(paragraph: Paragraph, width: float) -> int:
    lines, position, starts, ends = 0, 0, *paragraph[:2]
    while position < len(starts):
        first = position
        position += 1
        while position < len(starts) and ends[position] - starts[first] <= width + 1e-6:
            position += 1
        lines += 1
    return lines


@given(paragraphs(30), st.integers(1, 60))
def test_fewest_lines_is_what_greedy_setting_needs(paragraph: Paragraph, width: int) -> None:
    starts, ends, _ = paragraph
    assert fewest_lines(starts, ends, width) == greedy(paragraph, width)


@given(paragraphs(8), st.integers(1, 60))
def test_fewest_lines_is_the_fewest_there_are(paragraph: Paragraph, width: int) -> None:
    starts, ends, gaps = paragraph
    lines = fewest_lines(starts, ends, width)
    if max(end - start for start, end in zip(starts, ends, strict=True)) <= width:
        assert least_cost(paragraph, width, lines, "body") < math.inf
        assert lines == 1 or least_cost(paragraph, width, lines - 1, "body") == math.inf
        assert wrap_lines(starts, ends, gaps, width, lines, "body") is not None
        assert wrap_lines(starts, ends, gaps, width, lines, "display") is not None


@given(paragraphs(10), st.integers(4, 60), st.sampled_from(MODES), st.sampled_from([0.5, 2.0, 8.0]))
@settings(deadline=None)
def test_scaling_everything_changes_no_break(paragraph: Paragraph, width: int, mode: Mode, scale: float) -> None:
    starts, ends, gaps = paragraph
    lines = fewest_lines(starts, ends, width)
    bigger = wrap_lines([x * scale for x in starts], [x * scale for x in ends], gaps, width * scale, lines, mode)
    same = wrap_lines(starts, ends, gaps, width, lines, mode)
    assert (same and same.ends) == (bigger and bigger.ends)


@pytest.mark.parametrize("mode", MODES)
def test_a_gap_that_must_not_part_is_kept_whole(mode: Mode) -> None:
    starts, ends = edges([6, 6, 6, 6], [1, 1, 1, 1])
    assert wrap_lines(starts, ends, [0, 0, 0], 20, 2, mode) is not None
    parted = wrap_lines(starts, ends, [0, 60, 0], 20, 2, mode)
    assert parted is not None
    assert 2 not in parted.ends


def test_more_lines_than_eojeol_are_impossible() -> None:
    assert wrap_lines([0, 3], [2, 5], [0], 10, 3, "body") is None
    assert wrap_lines([0, 3], [2, 5], [0], 10, 0, "body") is None
    assert wrap_lines([], [], [], 10, 1, "body") is None
