"""Posters: a headline whose every line is as large as the measure lets it be, the lines stacked close."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from cardnews.compose.bind import Context
from cardnews.compose.bind_text import TextBinder
from cardnews.compose.node import Node
from cardnews.text.fit import one_line_width
from cardnews.values import TextValue

_TRIED = 1000.0  # px: the size at which lines are measured
_LARGEST = 0.6  # of the measure: no letter is taller
_MOST_WORDS = 12  # more eojeol than this are parted as evenly as they come, not in every way
_MARKS = ("==", "**", "~~")


def bind_lines(context: Context, node: Node, measure: float, room: float) -> tuple[Node, ...]:
    """The bound lines of a poster in `measure` by `room` px."""
    assert node.words is not None
    binder = TextBinder(context)
    value = node.words
    widths: dict[str, float] = {}

    def width_of(line: str) -> float:
        if line not in widths:
            (whole,) = line_values(value, [line])
            bound = binder.line(node, whole, _TRIED, 0)
            content = bound.text if bound is not None else None
            widths[line] = (
                one_line_width(content.paragraphs, content.ladder[0]) / _TRIED if content is not None else 0.0
            )
        return widths[line]

    role = context.theme.roles.get(node.box.role)
    leading = node.box.leading or (role.leading if role is not None else 1.0)
    lines = lines_of(value, node.box.fit.lines or 4, width_of, measure, room, leading, _LARGEST * measure)
    values = line_values(value, [line for line, _ in lines])
    bound = (
        binder.line(node, text, size, index) for index, (text, (_, size)) in enumerate(zip(values, lines, strict=True))
    )
    return tuple(line for line in bound if line is not None)


def lines_of(value: TextValue, most: int, width_of: Callable[[str], float], measure: float, room: float, leading: float,
             largest: float) -> tuple[tuple[str, float], ...]:  # fmt: skip
    """The lines of a poster, each with its size in px.

    The author's own line breaks hold. Else the words go on as many lines as fill `room` px of height best, each set to
    fill `measure` px; `width_of` is the width of a line at a size of 1 px, `largest` the largest size in px.
    """
    best: tuple[float, tuple[tuple[str, float], ...]] | None = None
    for lines in _ways(value.text, most):
        sizes = [min(largest, measure / max(width_of(line), 1e-6)) for line in lines]
        height = sum(sizes) * leading
        scale = min(1.0, room / height) if height else 1.0
        sizes = [size * scale for size in sizes]
        filled = sum(sizes) * leading / room if room > 0 else 1.0
        # Lines that do not fill the measure, and lines of very different size, look like an accident.
        loose = 1.0 - min(1.0, sum(size * width_of(line) for size, line in zip(sizes, lines, strict=True))
                          / (measure * len(lines)))  # fmt: skip
        uneven = max(sizes) / min(sizes) - 1.0
        cost = abs(1.0 - filled) + 1.5 * loose + 0.12 * uneven
        if best is None or cost < best[0] - 1e-9:
            best = cost, tuple(zip(lines, sizes, strict=True))
    return best[1] if best is not None else ()


def line_values(value: TextValue, lines: Sequence[str]) -> Iterator[TextValue]:
    """Each line as a text of its own; marks that go over a line's end are closed there and opened on the next."""
    open_marks: list[str] = []
    for line in lines:
        text = "".join(open_marks) + line
        for mark in _MARKS:
            if text.count(mark) % 2:
                text += mark
                if mark not in open_marks:
                    open_marks.append(mark)
            elif mark in open_marks and line.count(mark) % 2:
                open_marks.remove(mark)
        yield replace(value, text=text, node=None, lines=None)


def _ways(text: str, most: int) -> Iterator[list[str]]:
    """The ways to part a text into lines: the author's where there is one, else between eojeol."""
    own = [line.strip() for line in text.strip().split("\n") if line.strip()]
    if len(own) > 1:
        yield own
        return
    words = text.split()
    for count in range(1, min(most, len(words)) + 1):
        if len(words) > _MOST_WORDS:
            cuts: Iterator[tuple[int, ...]] = iter([tuple(len(words) * at // count for at in range(1, count))])
        else:
            cuts = combinations(range(1, len(words)), count - 1)
        for cut in cuts:
            edges = (0, *cut, len(words))
            yield [" ".join(words[start:end]) for start, end in pairwise(edges)]
