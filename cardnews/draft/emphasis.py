"""At most one mark on a card: the author's, else the number that strikes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from cardnews.draft.figures import figures_in
from cardnews.draft.passage import Shown, words_in
from cardnews.draft.prose import Prose
from cardnews.text.markup import Span

_STRIKING = re.compile(r"\d\D?\d|[%만억조천]|퍼센트")  # numbers below ten strike nobody unless they count much
_MOST_MARKED = 0.7  # of a text that a mark may take: more stresses nothing


class _One:
    """Lets the first mark through."""

    def __init__(self) -> None:
        self.given = False

    def value(self, value: Shown) -> Shown:
        if isinstance(value, Prose):
            return self.prose(value)
        if isinstance(value, str):
            return value
        if isinstance(value, Mapping):
            return {name: self.value(item) for name, item in value.items()}
        return tuple(self.value(item) for item in value)

    def prose(self, prose: Prose) -> Prose:
        kept: list[Span] = []
        for span in sorted(prose.spans, key=lambda item: item.start):
            if span.mark == "struck":
                kept.append(span)
            elif not self.given and span.end - span.start <= max(len(prose) * _MOST_MARKED, 8):
                kept.append(span)
                self.given = True
        return replace(prose, spans=tuple(kept))


def striking(prose: Prose) -> tuple[int, int] | None:
    """Where the number with its unit stands that a reader should remember, if there is one."""
    found = figures_in(prose.text)
    if len(found) != 1 or prose.spans:
        return None
    start, end = found[0].span
    too_long = end - start > len(prose) * _MOST_MARKED
    return (start, end) if not too_long and _STRIKING.search(prose.text[start:end]) else None


def with_one_mark(fields: Mapping[str, Shown], main: str) -> dict[str, Shown]:
    """The fields with one mark at most; `main` is the field that is set largest."""
    one = _One()
    order = sorted(fields, key=lambda name: name != main)
    marked = {name: one.value(fields[name]) for name in order}
    text = marked.get(main)
    if not one.given and isinstance(text, Prose) and (found := striking(text)):
        shares = any("%" in words.text for value in marked.values() for words in words_in(value))
        if "%" in text.text or not shares:
            marked[main] = text.marked("highlight", *found)
    return {name: marked[name] for name in fields}
