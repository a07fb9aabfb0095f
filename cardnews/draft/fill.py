"""Passages to cards: which layout takes a passage, and in which form where none takes it as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cardnews.draft.fit import Fit, fit
from cardnews.draft.passage import Card, Passage, Shown, words_in
from cardnews.draft.prose import Prose
from cardnews.draft.retell import others
from cardnews.draft.sharing import shared
from cardnews.draft.telling import Teller
from cardnews.draft.write import sentence
from cardnews.errors import finding
from cardnews.layout import Layout
from cardnews.suits import KINDS

_SHARE = 0.6  # of a passage's words that a layout shows at least
_HEADING = 26  # characters of a title that can stand above facts, too
_LEAD = 20.0  # what the sentence that leads to a list weighs less than the list
# Kinds of which each card says something by itself; those of the others stay or go together.
_SINGLE = frozenset("opening section sentence question quote voice figure definition picture closing exchange".split())
# Kinds that are shown below a heading, whichever there is.
_HEADED = frozenset("words list todo steps timeline facts comparison table bars shares dialog".split())


class Filler:
    """Turns passages into cards of the layouts at hand; among equals the first layout is taken."""

    def __init__(self, layouts: Sequence[Layout], title: Prose) -> None:
        self.suits = [(layout, suit) for layout in layouts for suit in layout.suits]
        told = [(layout, suit) for layout, suit in self.suits if suit.kind == "sentence"]
        plain = [(layout, suit) for layout, suit in told if layout.plain]
        self.teller = Teller(*[*plain, *told][0]) if told else None
        self.title = title
        self.turns: Counter[str] = Counter()
        self.faces: dict[tuple[str, str], int] = {}

    def cards(self, passage: Passage, tried: frozenset[str] = frozenset()) -> tuple[Card, ...]:
        """The cards of a passage; none where no layout takes it in any form. `tried` are the kinds it was told in."""
        if passage.kind in ("sentence", "lines") or passage.kind not in KINDS:
            return tuple(self._told(passage))
        for version in self._versions(self._headed(passage)):
            fits = [self._best(part) for part in version]
            if all(found is not None for found in fits):
                return tuple(
                    card
                    for part, found in zip(version, fits, strict=True)
                    if found is not None
                    for card in (*self._lead(part, found.shown), self._card(part, found))
                )
        tried |= {passage.kind}
        for retold in others(passage):
            cards = [self.cards(part, tried) for part in retold if part.kind not in tried]
            if cards and all(cards):
                return tuple(card for some in cards for card in some)
        return ()

    def _told(self, passage: Passage) -> Iterator[Card]:
        if self.teller is None:
            return
        if passage.kind == "lines":
            yield from self._lead(passage, frozenset())
            yield from self.teller.lines(passage)
        elif passage.parts.get("lead") is not None:
            yield from self.teller.section(passage)
        else:
            yield from self.teller.sentences(passage)

    def _versions(self, passage: Passage) -> Iterator[tuple[Passage, ...]]:
        """The passage as it is, then shared out over several cards as the layouts for it can hold it."""
        yield (passage,)
        for layout, suit in self.suits:
            if suit.kind == passage.kind:
                yield from filter(None, [shared(passage, layout, suit)])

    def _best(self, passage: Passage) -> Fit | None:
        found = [fit(passage, layout, suit) for layout, suit in self.suits if suit.kind == passage.kind]
        best = max((one for one in found if one is not None), key=lambda one: one.share, default=None)
        enough = best is not None and (best.share >= _SHARE or passage.kind == "opening")
        return best if enough else None

    def _headed(self, passage: Passage) -> Passage:
        """The passage below the heading above it, else the sentence that leads to it, else the title of the whole."""
        if passage.kind not in _HEADED or passage.text("heading"):
            return passage
        heading = passage.text("lead") or self.title
        if passage.kind == "facts":
            heading = self.title
        if passage.kind == "facts" and len(heading) > _HEADING:
            korean = any("가" <= letter <= "힣" for words in words_in(passage.parts) for letter in words.text)
            heading = Prose(sentence(finding("draft-facts"), "ko" if korean else "en"))
        return replace(passage, parts={**passage.parts, "heading": heading}) if heading else passage

    def _lead(self, passage: Passage, shown: frozenset[str]) -> tuple[Card, ...]:
        """A card for the sentence that leads to a list, where that of the list does not show it."""
        lead = passage.text("lead")
        if not lead or "lead" in shown or passage.kind == "section" or lead == passage.text("heading"):
            return ()
        return self.cards(Passage("sentence", {}, passage.units, passage.weight - _LEAD, (lead,)))

    def _card(self, passage: Passage, found: Fit) -> Card:
        fields = self._given(passage, found)
        return Card(found.layout.name, fields, passage.units, passage.weight, passage.kind not in _SINGLE)

    def _given(self, passage: Passage, found: Fit) -> dict[str, Shown]:
        """The fields with the values of the layout's own: the same face for the same speaker, else each in turn."""
        fields = dict(found.fields)
        kinds = {field.name: field.type for field in found.layout.fields}
        pictured = any(kinds[name] == "image" for name in fields)
        who = passage.text("who").text
        for name, values in found.suit.given:
            if not values or name in fields or (pictured and kinds[name] == "art"):
                continue
            key = f"{found.layout.name} {name}", who
            turn = self.faces.get(key) if who else None
            if turn is None:
                turn = self.turns[key[0]]
                self.turns[key[0]] += 1
                self.faces[key] = turn
            fields[name] = values[turn % len(values)]
        return {name: fields[name] for name in kinds if name in fields}
