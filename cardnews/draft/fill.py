"""Passages to cards: which layout takes a passage, and in which form where none takes it as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cardnews.draft.fit import Fit, fit
from cardnews.draft.leads import as_title, name_in, only_leads
from cardnews.draft.passage import Card, Passage, Shown, words_in
from cardnews.draft.prose import Prose, squeezed
from cardnews.draft.retell import others
from cardnews.draft.sharing import shared
from cardnews.draft.telling import Teller
from cardnews.layout import Layout
from cardnews.suits import KINDS

_SHARE = 0.6  # of a passage's words that a layout shows at least
_TITLE = 36  # characters of a sentence that can be the title of what it leads to
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

    def cards(self, passage: Passage) -> tuple[Card, ...]:
        """The cards of a passage; none where no layout takes it in any form. The heading that it opens is on one."""
        found = self._cards(passage, frozenset())
        heading = passage.text("heading")
        if not found or not passage.opens or any(_holds(card, heading) for card in found):
            return found
        if passage.kind == "figure":
            # Told in a sentence, it stands below the heading that its own layout has no room for.
            return self._cards(replace(passage, kind="sentence", parts={"heading": heading}), frozenset())
        if passage.text("term") and passage.text("term").text in heading.text:
            return found
        start, weight = passage.units[0], passage.weight - _LEAD
        return (*self._cards(Passage("sentence", {}, (start, start + 1), weight, (heading,)), frozenset()), *found)

    def _cards(self, passage: Passage, tried: frozenset[str]) -> tuple[Card, ...]:
        """The cards of a passage that was told in the kinds `tried` already."""
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
            cards = [self._cards(part, tried) for part in retold if part.kind not in tried]
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
        enough = best is not None and (best.share >= _SHARE or passage.kind in ("opening", "closing"))
        return best if enough else None

    def _headed(self, passage: Passage) -> Passage:
        """The passage below the heading above it, else what the sentence that leads to it calls it, else the title of
        the whole; below a heading that stands on cards already, too, where that sentence does name it."""
        heading, lead = passage.text("heading"), passage.text("lead")
        if passage.kind not in _HEADED or (heading and (passage.opens or not lead or name_in(lead) is None)):
            return passage
        rest = {name: part for name, part in passage.parts.items() if name != "lead"}
        if lead and (name_in(lead) is not None or len(lead) <= _TITLE):
            return replace(passage, parts={**rest, "heading": as_title(lead)})
        return replace(passage, parts={**passage.parts, "heading": self.title}) if self.title else passage

    def _lead(self, passage: Passage, shown: frozenset[str]) -> tuple[Card, ...]:
        """A card for the sentence that leads to a list, where that of the list does not show it."""
        lead = passage.text("lead")
        told = not lead or "lead" in shown or only_leads(lead)
        if told or passage.kind == "section" or lead == passage.text("heading"):
            return ()
        return self._cards(Passage("sentence", {}, passage.units, passage.weight - _LEAD, (lead,)), frozenset())

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


def _holds(card: Card, words: Prose) -> bool:
    """Whether words stand on a card."""
    return any(
        squeezed(words.text) in squeezed(text.text) for value in card.fields.values() for text in words_in(value)
    )
