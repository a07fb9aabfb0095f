"""What of an article stands on its cards, and the rest of it as notes of the nearest one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from cardnews.draft.clauses import pieces
from cardnews.draft.passage import Card, Shown, words_in
from cardnews.draft.prose import squeezed
from cardnews.draft.units import Unit

MOST_NOTES = 4_500  # characters in the notes of a slide; a script takes 5,000
_SHORT = 6  # letters of words that must stand for themselves, not within longer ones


def with_notes(
    cards: Sequence[Card], units: Sequence[Unit], sections: Sequence[int] = ()
) -> tuple[tuple[Card, ...], int, int]:
    """The cards with notes that hold every unit which is on none of its cards, how many those are, and how many
    characters found no room.

    A unit goes to the card before it, or the first behind it, of the section that it comes from; `sections` are the
    units that those begin with.

    A card shows units of its own range only, so that the same words elsewhere do not stand for them, and the heading
    of its section.
    """
    pools = [
        "\n".join(_apart(words.text) for value in card.fields.values() for words in words_in(value)) for card in cards
    ]
    joined = ["".join(squeezed(words.text) for value in _in_order(card) for words in words_in(value)) for card in cards]
    homes = [bisect_right(sections, card.units[0]) for card in cards]
    missing: dict[int, list[int]] = {}
    order = sorted(range(len(units)), key=lambda index: -len(units[index].text))
    count = 0
    for index in order:
        wanted = units[index].text.text
        home = bisect_right(sections, index)
        heads = home > 0 and sections[home - 1] == index
        holding = [at for at, card in enumerate(cards) if card.units[0] <= index < card.units[1]]
        holding += [at for at in range(len(cards)) if heads and homes[at] == home and at not in holding]
        if not any(_take(wanted, at, pools, joined) for at in holding):
            missing.setdefault(_near(index, cards, homes, home), []).append(index)
            count += 1
    noted, rest = _noted(cards, units, missing)
    return noted, count, rest


def _near(index: int, cards: Sequence[Card], homes: Sequence[int], home: int) -> int:
    """The card whose notes hold a unit of that section."""

    def nearness(at: int) -> tuple[bool, bool, int, int]:
        start = cards[at].units[0]
        return homes[at] == home, start <= index, start if start <= index else -start, at

    return max(range(len(cards)), key=nearness)


def _in_order(card: Card) -> list[Shown]:
    """The fields as they are read: what stands above a text, which may be its beginning, first."""
    return [card.fields[name] for name in sorted(card.fields, key=lambda name: name != "kicker")]


def _apart(text: str) -> str:
    """Words whose spaces are gone and whose marks stand as line ends, so that short ones are found whole."""
    return re.sub(r"[^\w\n]+|_+", "\n", re.sub(r"[^\S\n]+", "", text)).strip("\n")


def _take(text: str, at: int, pools: list[str], joined: list[str]) -> bool:
    """Whether words stand on a card; they are taken off it, so that they count once."""
    wanted = squeezed(text)
    if len(wanted) <= _SHORT:
        # A name and its number may stand in fields of their own.
        parts = "\n?".join(re.escape(part) for word in text.split() if (part := _apart(word)))
        match = re.search(rf"(?<!\w){parts}(?!\w)", pools[at])
        if match is None:
            return False
        pools[at] = pools[at][: match.start()] + "\n" + pools[at][match.end() :]
        return True
    start = joined[at].find(wanted)
    if start < 0:
        return False
    joined[at] = joined[at][:start] + "\n" + joined[at][start + len(wanted) :]
    pools[at] = pools[at].replace(_apart(text), "\n", 1)
    return True


def _noted(cards: Sequence[Card], units: Sequence[Unit], missing: dict[int, list[int]]) -> tuple[tuple[Card, ...], int]:
    """The notes in lines, and how much is left; what is too much for one slide goes on at the next."""
    waiting: list[str] = []
    taken: list[list[str]] = [[] for _ in cards]
    # A second time round: what the last slides cannot hold goes where there is room.
    for step in range(2 * len(cards)):
        at = step % len(cards)
        if step < len(cards):
            waiting += _lines(units, sorted(missing.get(at, [])))
        while waiting and sum(len(line) + 1 for line in taken[at]) + len(waiting[0]) <= MOST_NOTES:
            taken[at].append(waiting.pop(0))
    noted = tuple(replace(card, notes=tuple(lines)) for card, lines in zip(cards, taken, strict=True))
    return noted, sum(map(len, waiting))


def _lines(units: Sequence[Unit], indexes: list[int]) -> list[str]:
    lines: list[str] = []
    for _, group in groupby(indexes, key=lambda index: units[index].row):
        row = [units[index] for index in group]
        text = "".join(unit.text.text.replace("\n", " ") + unit.glue for unit in row).removesuffix(row[-1].glue)
        lines += (part.text for part in pieces(replace(row[0].text, text=text, spans=(), links=()), 1_000))
    return [line[start : start + 1_000] for line in lines for start in range(0, len(line), 1_000)]
