"""Posters: a headline whose every line is as large as the measure lets it be, the lines stacked close."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from msgspec import Struct
from msgspec.structs import replace

from cardnews.compose.bind import Context
from cardnews.compose.bind_text import TextBinder
from cardnews.compose.node import Node
from cardnews.text.fit import one_line_width
from cardnews.text.markup import without_lone_marks
from cardnews.values import TextValue

_TRIED = 1000.0  # px: the size at which lines are measured
_LARGEST = 0.6  # of the measure: no letter is taller
_NARROWEST = 0.5  # of the measure: lines that on average fill less are no poster
_MOST_WORDS = 12  # more eojeol than this are parted as evenly as they come, not in every way
_MARKS = ("==", "**", "~~")
# Letters that reach below where Hangul ends, and emoji, which are taller: lines with them do not stack as close.
_DEEP = re.compile("[gjpqy\u2600-\u27bf\U0001f000-\U0001faff]")
_DEEP_LEADING = 1.24


def bind_lines(context: Context, node: Node, measure: float, room: float) -> tuple[Node, ...]:
    """The bound lines of a poster in `measure` by `room` px."""
    assert node.words is not None
    binder = TextBinder(context)
    value = node.words if node.words.plain else replace(node.words, text=without_lone_marks(node.words.text))
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
    if _DEEP.search(value.text):
        leading = max(leading, _DEEP_LEADING)
        node = replace(node, box=replace(node.box, leading=leading))
    least = role.floor * 90 * node.u if role is not None else 0.0
    # Where other boxes leave nothing, lines become too small, and that is reported.
    measure, room = max(1.0, measure), max(1.0, room)
    frame = Measure(measure, room, leading, least, _LARGEST * measure)
    lines = lines_of(value.text, node.box.fit.lines or 4, width_of, frame)
    values = line_values(value, [line for line, _ in lines])
    bound = (
        binder.line(node, text, size, index) for index, (text, (_, size)) in enumerate(zip(values, lines, strict=True))
    )
    return tuple(line for line in bound if line is not None)


class Measure(Struct, frozen=True):
    """What a poster is set in: its width and height, the least and the largest size of a line, all in px, and its
    leading in sizes."""

    width: float
    room: float
    leading: float
    least: float
    largest: float


def lines_of(text: str, most: int, width_of: Callable[[str], float], measure: Measure) -> tuple[tuple[str, float], ...]:
    """The lines of a poster, each with its size in px.

    The author's own line breaks hold, unless lines would become too small with them or fill less than half the measure.
    Else the words go on as many lines as fill the height best, each set to fill the width; `width_of` is the width of a
    line at a size of 1 px.
    """
    own = [line.strip() for line in text.strip().split("\n") if line.strip()]
    told = _sized(own, width_of, measure) if len(own) > 1 else None
    if told is not None and min(told[1]) >= measure.least:
        filled = sum(size * width_of(line) for line, size in zip(own, told[1], strict=True))
        if filled >= _NARROWEST * measure.width * len(own):
            return tuple(zip(own, told[1], strict=True))
    found = [(lines, *_sized(lines, width_of, measure)) for lines in _ways(text, most)]
    if not found:
        return ()
    lines, _, sizes = min(found, key=lambda one: one[1])
    return tuple(zip(lines, sizes, strict=True))


def _sized(lines: Sequence[str], width_of: Callable[[str], float], measure: Measure) -> tuple[float, tuple[float, ...]]:
    """What the lines cost, and the size of each."""
    widths = [max(width_of(line), 1e-6) for line in lines]
    sizes = [min(measure.largest, measure.width / width) for width in widths]
    height = sum(sizes) * measure.leading
    scale = min(1.0, measure.room / height)
    sizes = [size * scale for size in sizes]
    filled = height * scale / measure.room
    # Lines that do not fill the measure, and lines of very different size, look like an accident.
    set_widths = sum(size * width for size, width in zip(sizes, widths, strict=True))
    loose = max(0.0, 1.0 - set_widths / (measure.width * len(lines)))
    uneven = max(sizes) / min(sizes) - 1.0
    small = 1.0 if min(sizes) < measure.least else 0.0
    return abs(1.0 - filled) + 1.5 * loose + 0.12 * uneven + small, tuple(sizes)


def line_values(value: TextValue, lines: Sequence[str]) -> Iterator[TextValue]:
    """Each line as a text of its own; marks that go over a line's end are closed there and opened on the next."""
    if value.plain:
        yield from (replace(value, text=line, node=None, lines=None) for line in lines)
        return
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
    """The ways to part a text into lines between eojeol."""
    words = text.split()
    for count in range(1, min(most, len(words)) + 1):
        if len(words) > _MOST_WORDS:
            cuts: Iterator[tuple[int, ...]] = iter([tuple(len(words) * at // count for at in range(1, count))])
        else:
            cuts = combinations(range(1, len(words)), count - 1)
        for cut in cuts:
            edges = (0, *cut, len(words))
            yield [" ".join(words[start:end]) for start, end in pairwise(edges)]
