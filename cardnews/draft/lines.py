"""A title in lines, as its layout shows titles."""

from __future__ import annotations

import math
from contextlib import suppress

from cardnews.draft.passage import Shown
from cardnews.draft.prose import Prose
from cardnews.errors import CardnewsError
from cardnews.layout import Field
from cardnews.source.nodes import Scalar
from cardnews.text.api import wrap_text
from cardnews.text.lines import Line
from cardnews.text.phrase import gap_label

_SIZE = 100.0
_MOST = 4
_LONG = 1.3  # what each letter beyond the sample's longest line costs, in labels of `gap_label`
_SPACE = 0.3  # of a letter that a space is wide


def _best_lines(text: str, count: int, room: int) -> tuple[Line, ...]:
    """At most so many lines of about `room` letters, that break the meaning least; a syllable is .88 em wide."""
    best: tuple[float, tuple[Line, ...]] = (math.inf, ())
    for share in (1.0, 1.08, 1.16, 1.25, 1.4, 1.6):
        with suppress(CardnewsError):
            lines = wrap_text(text, len(text) / count * share * _SIZE * 0.88, size=_SIZE, max_lines=count)
            longest = max(len(line.text) - (1 - _SPACE) * line.text.count(" ") for line in lines)
            cost = sum(_label(text, line.end) for line in lines[:-1]) + _LONG * max(0.0, longest - room)
            best = min(best, (cost, lines), key=lambda item: item[0])
    return best[1]


def _label(text: str, end: int) -> float:
    """How bad a line break is there."""
    before, after = text[:end].split(), text[end:].split()
    earlier, later = before[-2:-1], after[1:2]
    return gap_label(before[-1], after[0], *(earlier or [""]), *(later or [""]))[0] if before and after else 0.0


def in_lines(value: Shown, field: Field) -> Shown:
    """The words with line breaks where the field's sample has some, in lines about as long as those."""
    sample = field.sample.text if isinstance(field.sample, Scalar) else ""
    if not isinstance(value, Prose) or "\n" not in sample.strip() or "\n" in value.text:
        return value
    room = max(map(len, sample.strip().split("\n")))
    count = min(_MOST, math.ceil(len(value) / room))
    if count < 2 or " " not in value.text or set(value.text) & set("*=~\\"):
        return value
    lines = _best_lines(value.text, count, room)
    text = value.text
    for line in lines[:-1]:
        gap = text.find(" ", line.end - 1)
        if gap >= 0 and not any(span.start < gap < span.end for span in value.spans):
            text = text[:gap] + "\n" + text[gap + 1 :]
    return Prose(text, value.spans, value.links)
