"""A passage that is too long for a layout as several that are not."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from msgspec.structs import replace

from cardnews.draft.clauses import parted, pieces
from cardnews.draft.fit import SLACK, limit, top_of
from cardnews.draft.passage import Passage
from cardnews.draft.prose import Prose, joined
from cardnews.draft.sentences import sentences
from cardnews.layout import Layout
from cardnews.suits import Suit

_TELLS = 10  # characters of the end of a title that can stand for all of it
_MOST_SAID = 2  # cards of one quotation; what is more of it stands in the notes


def shared(passage: Passage, layout: Layout, suit: Suit) -> tuple[Passage, ...]:
    """The passages; empty where the layout holds the passage as it is, or in no way."""
    if passage.kind == "opening":
        return tuple(_opening(passage, layout, suit))
    if passage.kind in ("quote", "voice"):
        return tuple(_said(passage, limit(layout, suit, "text")))
    by_name = {field.name: field for field in layout.fields}
    for path, name in suit.pairs:
        field = by_name[top_of(path)]
        part = passage.parts.get(top_of(name))
        if field.type == "list" and isinstance(part, tuple) and field.count:
            low, high = field.count
            count = math.ceil(len(part) / high)
            size = math.ceil(len(part) / count) if count else 0
            if count > 1 and len(part) - size * (count - 1) >= low:
                chunks = [part[start : start + size] for start in range(0, len(part), size)]
                later = {key: value for key, value in passage.parts.items() if key != "lead"}
                return tuple(
                    replace(passage, parts={**(later if number else passage.parts), top_of(name): chunk})
                    for number, chunk in enumerate(chunks)
                )
    return ()


def _opening(passage: Passage, layout: Layout, suit: Suit) -> Iterator[Passage]:
    """A long title in two: its rest as the subtitle, where that is free."""
    most, below = limit(layout, suit, "title"), limit(layout, suit, "subtitle")
    title = passage.text("title")
    if len(title) <= most * SLACK:
        return
    below = 0 if passage.text("subtitle") else below
    above = 0 if passage.text("kicker") else limit(layout, suit, "kicker")
    for match in re.finditer(r"\s*(?P<sign>[,…]|[:：|]|\s[—–―-])+\s+", title.text):
        before, behind = title.cut(0, match.start()), title.cut(match.end())
        names = match["sign"].strip() not in (",", "…")
        if names and len(before) <= most and len(behind) <= below:
            yield replace(passage, parts={**passage.parts, "title": before, "subtitle": behind})
            return
        # What stands before a comma says who or when; the predicate stands at the end.
        if len(before) <= above and len(behind) <= most * SLACK:
            yield replace(passage, parts={**passage.parts, "title": behind, "kicker": before})
            return
    split = parted(title, int(most * SLACK), below) if below else None
    if split is not None:
        yield replace(passage, parts={**passage.parts, "title": split[0], "subtitle": split[1]})
        return
    ends = [match.end() for match in re.finditer(r"[,…:：]\s+", title.text)]
    last = next((title.cut(end) for end in ends if _TELLS <= len(title) - end <= most * SLACK), None)
    if last is not None:
        yield replace(passage, parts={**passage.parts, "title": last})
        return
    korean = re.search(r"[가-힣]\W*$", title.text) is not None
    split = parted(title, len(title) - _TELLS, int(most * SLACK), worst=99.0) if korean else None
    if split is not None:
        yield replace(passage, parts={**passage.parts, "title": split[1]})
        return
    first = pieces(title, most)[0]
    cut = first if len(first) <= most else Prose(first.text[: most - 1] + "…")
    yield replace(passage, parts={**passage.parts, "title": cut})


def _said(passage: Passage, most: int) -> Iterator[Passage]:
    """A quotation sentence by sentence, or clause by clause."""
    text = passage.text("text")
    if not most or len(text) <= most:
        return
    groups: list[Prose] = []
    for piece in (piece for sentence in sentences(text) for piece in pieces(sentence, most)):
        if groups and len(groups[-1]) + 1 + len(piece) <= most:
            groups[-1] = joined((groups[-1], piece))
        else:
            groups.append(piece)
    for number, group in enumerate(groups[:_MOST_SAID]):
        yield replace(passage, parts={**passage.parts, "text": group}, weight=passage.weight - 10 * number)
