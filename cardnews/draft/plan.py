"""The whole draft in one function: passages to cards, no more than a set has, all that fit, with notes of the rest."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from unicodedata import category

from msgspec.structs import replace

from cardnews.assets import is_inside
from cardnews.draft.account import MOST_NOTES, with_notes
from cardnews.draft.clauses import pieces
from cardnews.draft.emphasis import with_one_mark
from cardnews.draft.ends import passages_of
from cardnews.draft.fill import Filler
from cardnews.draft.outline import Outline
from cardnews.draft.passage import Card, Passage, Shown, without, words_in
from cardnews.draft.prose import Prose
from cardnews.draft.repair import Repairer
from cardnews.draft.write import Head
from cardnews.errors import CardnewsError, Finding, finding
from cardnews.layout import Layout
from cardnews.library import Shelf

MOST_CARDS = 12
_LONGEST = 16  # cards of a set that a long article becomes
_TOLD = 75  # letters of an article to each of those
_LATER = 3.0  # what each further card of a section is missed less
_PLAIN = 70.0  # the weight below which a card only says more of the same
_SINGLES, _LISTS = 2, 4  # cards beyond those, before one with a voice or a number of its own, or a list, gives way
_GLUE = 4  # characters that notes put around each sentence
_SHORT = 20  # characters that fit on any card


def plan(
    outline: Outline, layouts: Sequence[Layout], head: Head, folder: Path, shelf: Shelf
) -> tuple[Head, tuple[Card, ...], tuple[Finding, ...]]:
    """The cards of an article, and the head to write above them.

    Raises:
        CardnewsError: where none of the layouts takes any of it.
    """
    filler = Filler(layouts, outline.front.title)
    told = (_with_picture(passage, folder) for passage in passages_of(outline))
    cards = [card for passage in told for card in filler.cards(passage)]
    needed = math.ceil(sum(len(unit.text) + _GLUE for unit in outline.units) / MOST_NOTES)
    letters = sum(len(unit.text) for unit in outline.units)
    most = max(min(_LONGEST, letters // _TOLD), MOST_CARDS, needed)
    cards = [*condensed(cards, most, outline.sections), *_more(cards, needed, filler, outline)]
    cards = [_dressed(card, shelf) for card in sorted(cards, key=_place)]
    repairer = Repairer(head, folder, shelf)
    fitting = repairer.repaired(cards)
    if not fitting and repairer.letters:
        raise CardnewsError([finding("draft-no-letters", letters=" ".join(sorted(repairer.letters)))])
    if not fitting:
        raise CardnewsError([finding("draft-no-layout", known=", ".join(layout.name for layout in layouts))])
    noted, count, rest = with_notes(fitting, outline.units, outline.sections)
    if rest:
        raise CardnewsError([finding("draft-too-long", path=head.article, found=letters, most=letters - rest)])
    said: list[Finding] = []
    if repairer.letters:
        said.append(finding("draft-letters", letters=" ".join(sorted(repairer.letters))))
    if count:
        said.append(finding("draft-notes", count=count))
    return repairer.head, noted, tuple(said)


def _place(card: Card) -> tuple[bool, int]:
    """Where a card stands in the set: the closing, which may show words of any place, comes last."""
    return card.units[0] < 0, card.units[0]


def _more(cards: Sequence[Card], needed: int, filler: Filler, outline: Outline) -> Iterator[Card]:
    """Cards of single sentences, where those there are could not hold all notes."""
    missing = needed - len(cards)
    for number in range(max(0, missing)):
        at = len(outline.units) * number // missing
        part = pieces(outline.units[at].text, _SHORT)[0]
        yield from filler.cards(Passage("sentence", {}, (at, at + 1), run=(part.cut(0, _SHORT),)))


def condensed(cards: Sequence[Card], most: int, sections: Sequence[int] = ()) -> list[Card]:
    """The cards that would be missed most, in their order; a list stays whole or goes whole.

    Of each of the `sections`, which begin with those units, something stays, where a set has room for all of them.
    """
    groups: dict[tuple[int, int] | int, list[int]] = {}
    for at, card in enumerate(cards):
        groups.setdefault(card.units if card.whole else -at - 1, []).append(at)
    homes = [bisect_right(sections, card.units[0]) for card in cards]
    left = Counter(homes[group[0]] for group in groups.values())
    guarded = len(left) <= most // 2
    seen: Counter[int] = Counter()
    missed: dict[int, float] = {}
    for group in groups.values():
        home = homes[group[0]]
        later = _LATER * seen[home] if cards[group[0]].weight < _PLAIN else 0.0
        missed[group[0]] = cards[group[0]].weight - later
        seen[home] += 1
    kept = set(range(len(cards)))
    for group in sorted(groups.values(), key=lambda group: (missed[group[0]], -group[0])):
        first, home = cards[group[0]], homes[group[0]]
        more = _LISTS if first.whole else _SINGLES if first.weight >= _PLAIN else 0
        if len(kept) > most + more and not (guarded and left[home] == 1):
            # Of a list that is longer than a whole set the beginning stays.
            room = max(0, most - len(kept) + len(group))
            kept -= set(group[room:])
            left[home] -= not room
    return [cards[at] for at in sorted(kept)]


def _with_picture(passage: Passage, folder: Path) -> Passage:
    """A passage without its picture where that is no file in the script's folder."""
    part = passage.parts.get("image")
    if part is None:
        return passage
    image = next(words_in(part)).text
    try:
        there = "\0" not in image and is_inside(folder / image, folder) and (folder / image).is_file()
    except (OSError, ValueError):
        there = False
    return passage if there else replace(passage, parts={k: v for k, v in passage.parts.items() if k != "image"})


def _headline(value: Shown) -> Shown:
    """A single sentence that is set large: without its full stop."""
    if isinstance(value, Prose) and re.search(r"[^.]\.$", value.text) and not re.search(r"[.?!]\s", value.text):
        return value.cut(0, len(value) - 1)
    return value


def _dressed(card: Card, shelf: Shelf) -> Card:
    """A card with one mark, and its largest words without their full stop."""
    layout = shelf.layout(card.layout)
    assert layout is not None
    main = next((field for field in layout.fields if field.required and field.name in card.fields), None)
    if main is None:
        return card
    # What a letter for private use shows depends on the font that the article was written in.
    private = {letter for value in card.fields.values() for words in words_in(value) for letter in words.text}
    letters = "".join(letter for letter in private if category(letter) == "Co")
    shown = {name: without(value, letters) for name, value in card.fields.items()}
    fields = with_one_mark(shown, main.name)
    fields[main.name] = _headline(fields[main.name])
    return replace(card, fields=fields)
