"""Lists as people type them: items below items by their bullets, and what such a list really is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from cardnews.draft.document import Block, Dialog, Facts, Heading, Item, Items, Line, Paragraph, Quote
from cardnews.draft.dressed import is_like_heading
from cardnews.draft.labels import bare_fact_of, fact_of, is_label
from cardnews.draft.markers import Marker, marker_of, without_marker
from cardnews.draft.prose import Prose, joined
from cardnews.draft.quotes import lone_quote
from cardnews.draft.sentences import sentences

LIST_LEVEL = 5  # of a heading that stood in a list
# `이름: 설명` and `(이름) 설명`.
KEYED = re.compile(
    r"(?:(?P<key>[^:：.]{1,18}?)\s*[:：]|[(（\[【<〈](?P<inside>[^()（）\[\]【】<>〈〉]{2,16})[)）\]】>〉]\s*[:：]?)\s+(?=\S)"
)
_NOTE = 60  # characters of a single line below an item that explains it
_SENTENCE_ENDS = ("다.", "요.", "죠.", "?", "!")
_SPOKEN = 25  # characters of a value that is rather what somebody says


class Point(Struct):
    """An item while its list is built."""

    text: Prose
    marker: Marker
    depth: int
    below: list[Point] = field(default_factory=list)


def marker_on(line: Line) -> Marker | None:
    """What makes a line an item: its style, or the marker it begins with."""
    if line.kind == "item":
        return Marker("1.", 0, -1, ordered=True) if line.ordered else Marker("-", 0, 2, ticked=line.ticked)
    return marker_of(line.text.text) if line.kind == "body" else None


class Points:
    """A list while its lines come in."""

    def __init__(self) -> None:
        self.roots: list[Point] = []
        self._open: list[Point] = []

    def add(self, line: Line, marker: Marker) -> None:
        """One more item, below the one that it belongs to."""
        text = line.text.cut(marker.length)
        point = Point(without_marker(text) if line.kind == "item" else text, marker, line.level)
        while self._open and not self._is_below(point):
            self._open.pop()
        (self._open[-1].below if self._open else self.roots).append(point)
        self._open.append(point)

    def go_on(self, text: Prose) -> None:
        """A line that goes on with the last item."""
        self._open[-1].text = joined((self._open[-1].text, text), "\n")

    def _is_below(self, point: Point) -> bool:
        above = self._open[-1]
        if not point.marker.length or not above.marker.length:
            return point.depth > above.depth
        same = next((one for one in reversed(self._open) if one.marker.kind == point.marker.kind), None)
        if same is not None and point.depth <= same.depth + 1:
            return False
        deeper = point.marker.rank > above.marker.rank or point.depth > above.depth + 1
        return deeper or (same is None and point.marker.ordered and not above.marker.ordered)


def blocks_of(points: Sequence[Point], leads: bool = False) -> Iterator[Block]:
    """The blocks of a list: a list of its own, headings with what stands below them, facts, or sentences.

    `leads` says that a paragraph follows, which a lone item with a large bullet then heads.
    """
    group: list[Point] = []
    explained = all(len(point.below) <= 1 and all(map(_explains, point.below)) for point in points)
    listed = _is_listed(points)
    for point in points:
        row = fact_of(point.text)
        known = row is not None and is_label(row[0].text)
        heads = bool(point.below) and not known and not listed and not (explained and len(points) > 1)
        alone = len(points) == 1 and not point.below
        if not heads and not alone:
            group.append(point)
            continue
        yield from _side_by_side(group)
        group = []
        if row is not None and alone:
            yield from told([(row[0], _with_below(row[1], point))])
        elif is_like_heading(point.text.text) and (heads or (leads and point.marker.rank < 1)):
            yield Heading(point.text, LIST_LEVEL)
        else:
            yield Paragraph(point.text)
        yield from blocks_of(point.below)
    yield from _side_by_side(group)


def _is_listed(points: Sequence[Point]) -> bool:
    """Whether points stay one list although some of them go into details below: sentences or facts side by side, below
    small bullets."""
    detailed = [point for point in points if point.below]
    small = all(point.marker.rank > 0 or point.marker.ordered for point in points)
    headings = sum(is_like_heading(point.text.text) for point in detailed)
    return small and len(points) > 1 and len(detailed) < len(points) and headings * 2 <= len(detailed)


def _explains(point: Point) -> bool:
    return not point.below and len(point.text) <= _NOTE


def _side_by_side(points: Sequence[Point]) -> Iterator[Block]:
    """Items of one level: facts where each says a label and a value, else a list."""
    if not points:
        return
    rows = [(fact_of(point.text) or bare_fact_of(point.text), point) for point in points]
    facts = [(row[0], _with_below(row[1], point)) for row, point in rows if row is not None]
    known = any(is_label(label.text) for label, _ in facts)
    explained = sum(value.text.endswith(_SENTENCE_ENDS) for _, value in facts) * 2 > len(points)
    if len(facts) == len(points) and (known or (len(points) > 1 and not explained)):
        yield from told(facts)
    elif all(point.marker.rank < 1 and not point.marker.ordered and not point.below for point in points) and (
        len(points) == 1 or any(len(sentences(point.text)) > 1 for point in points)
    ):
        # Large bullets stand before the paragraphs of press releases, too.
        yield from (Paragraph(point.text) for point in points)
    elif len(points) == 1 and not points[0].below:
        yield Paragraph(points[0].text)
    else:
        told_after = [point for point in points if not all(map(_explains, point.below)) or len(point.below) > 1]
        told_after = told_after if _is_listed(points) else []
        items = tuple(
            Item(point.text, tuple(Item(text) for one in point.below for text in _flat(one) if point not in told_after))
            for point in points
        )
        ordered = all(point.marker.ordered for point in points)
        yield Items(items, ordered, all(point.marker.ticked for point in points))
        for point in told_after:
            yield Paragraph(
                joined((text for one in point.below for text in _flat(one)), "\n"), about=name_of(point.text)
            )


def name_of(text: Prose) -> Prose:
    """What an item of a list is called: the words before its colon or in the brackets it begins with, else all."""
    match = KEYED.match(text.text)
    return text.cut(*match.span("key" if match["key"] else "inside")) if match else text


def _with_below(value: Prose, point: Point) -> Prose:
    return joined((value, *(joined(_flat(one)) for one in point.below)), "\n")


def _flat(point: Point) -> Iterator[Prose]:
    yield point.text
    for one in point.below:
        yield from _flat(one)


def told(rows: Sequence[tuple[Prose, Prose]]) -> Iterator[Block]:
    """Facts, or the words of people where the labels are names that speak in sentences."""
    known = sum(is_label(label.text) for label, _ in rows)
    values = [value.text for _, value in rows]
    spoken = sum(len(sentences(Prose(text))) > 1 or _is_spoken(text) for text in values)
    if known * 2 >= len(rows) or spoken * 2 <= len(rows):
        yield Facts(tuple(rows))
        return
    quotes = [(lone_quote(value) or Quote(value), label) for label, value in rows]
    if len(quotes) > 1:
        yield Dialog(tuple((quote.text, label) for quote, label in quotes))
    else:
        yield Quote(quotes[0][0].text, quotes[0][1])


def _is_spoken(text: str) -> bool:
    return len(text) > _SPOKEN and text.endswith((".", "?", "!"))
