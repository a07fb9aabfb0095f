"""Sentences and lines on cards of the layout for sentences: what can always be told when no layout suits better."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from cardnews.draft.clauses import at_clause, parted, pieces, shorter
from cardnews.draft.fit import SENTENCE_SLACK, fit, limit
from cardnews.draft.passage import Card, Part, Passage
from cardnews.draft.prose import NOTHING, Prose, joined
from cardnews.draft.sentences import sentences
from cardnews.layout import Layout
from cardnews.suits import Suit

_LINE = 20  # characters of a line of support
_LINES = 4
_LATER = 8.0  # what each further card of the same sentences weighs less


class Teller:
    """Tells sentences in one layout."""

    def __init__(self, layout: Layout, suit: Suit) -> None:
        self.layout, self.suit = layout, suit
        self.text, self.support = limit(layout, suit, "text"), limit(layout, suit, "support")
        self.heading = limit(layout, suit, "heading")

    def section(self, passage: Passage) -> Iterator[Card]:
        """A heading with the sentence below it, or above it in small where that is long."""
        heading, lead = passage.text("heading"), passage.text("lead")
        if lead and len(heading) <= self.heading and len(lead) > self.support:
            yield from self.sentences(replace(passage, parts={"heading": heading}, run=(lead,)))
        else:
            yield from self.sentences(replace(passage, parts={}, run=tuple(part for part in (heading, lead) if part)))

    def sentences(self, passage: Passage) -> Iterator[Card]:
        """Sentences two by two: a short one large, the next below it; a long one parted where its meaning pauses."""
        waiting = [sentence for sentence in passage.run if sentence]
        weight = passage.weight
        heading = passage.text("heading")
        if passage.opens and len(heading) > self.heading:
            # Too long to stand above the text in small, it is the text.
            waiting.insert(0, heading)
            heading = NOTHING
        while waiting:
            head, below = waiting.pop(0), NOTHING
            if len(head) > self.text:
                split = at_clause(head, self.text, self.support) if self.support else None
                whole = len(head) <= self.text * SENTENCE_SLACK
                if split is None and not whole and self.support:
                    split = parted(head, self.text, self.support)
                if split is None and whole:
                    pass
                elif split is not None:
                    head, below = split
                else:
                    head, *rest = pieces(head, self.text)
                    waiting[:0] = rest
            elif waiting and len(waiting[0]) <= self.support:
                below = waiting.pop(0)
                while waiting and len(below) + 1 + len(waiting[0]) <= self.support:
                    below = joined((below, waiting.pop(0)))
            parts: dict[str, Part] = {"heading": heading, "text": head, "support": below}
            found = fit(Passage("sentence", parts, passage.units), self.layout, self.suit)
            if found is not None:
                yield Card(self.layout.name, found.fields, passage.units, weight)
                weight -= _LATER

    def lines(self, passage: Passage) -> Iterator[Card]:
        """Items in lines below their heading, as many as there is room for; a long one is a card of its own."""
        groups: list[list[Mapping[str, Part]]] = []
        for item in passage.items("items"):
            lines = [line_of(one) for one in (*groups[-1], item)] if groups else []
            if lines and _rows(lines) <= _LINES and sum(len(line) + 1 for line in lines) <= self.support + 1:
                groups[-1].append(item)
            else:
                groups.append([item])
        for group in groups:
            yield from (replace(card, whole=True) for card in self._group(passage, group))

    def _group(self, passage: Passage, group: Sequence[Mapping[str, Part]]) -> Iterator[Card]:
        """The card of some items: below their heading, or below the first of them."""
        heading = passage.text("heading")
        key, head, note = _texts(group[0])
        if len(group) == 1 and not note:
            above = key if key and not key.text.isdigit() else heading
            yield from self.sentences(replace(passage, parts={"heading": above}, run=tuple(sentences(head))))
            return
        lines = [line_of(item) for item in group]
        if heading and (len(group) > 1 or not key):
            told = {"text": shorter(heading, self.text) or head, "support": joined(lines, "\n")}
        else:
            below = joined((*([note] if note else []), *lines[1:]), "\n")
            told = {"heading": key, "text": head, "support": below}
        found = fit(Passage("sentence", told, passage.units), self.layout, self.suit)
        if found is not None and {"text", "support"} <= found.shown:
            yield Card(self.layout.name, found.fields, passage.units, passage.weight)
        else:
            run = tuple(sentence for line in lines for sentence in sentences(line))
            yield from self.sentences(replace(passage, parts={"heading": heading}, run=run))


def line_of(item: Mapping[str, Part]) -> Prose:
    """An item in a line: `key: head`, and its note behind it or in lines of its own."""
    key, head, note = _texts(item)
    text = joined((part for part in (key, head) if part), ". " if key.text.isdigit() else ": ")
    return joined((part for part in (text, note) if part), "\n" if "\n" in note.text else ": ")


def _texts(item: Mapping[str, Part]) -> tuple[Prose, Prose, Prose]:
    key, head, note = (part if isinstance(part, Prose) else NOTHING for part in map(item.get, ("key", "head", "note")))
    return key, head, note


def _rows(lines: Sequence[Prose]) -> int:
    return sum(math.ceil(len(part) / _LINE) for line in lines for part in line.text.split("\n"))
