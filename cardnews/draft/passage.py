"""Passages: pieces of an article by what they are, with their parts by name, for the layouts that suit them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from cardnews.draft.document import Picture
from cardnews.draft.prose import NOTHING, Prose, plain

Part = Prose | tuple["Part", ...] | Mapping[str, "Part"]


class Passage(Struct, frozen=True):
    """One thing to show. `kind` and the names of its `parts` are those of `cardnews.suits.KINDS`.

    `units` are the first unit of the article it tells, and the one behind its last. `weight` says how much a set of
    cards would miss it. `run` are the sentences it can always be told in. `opens` says that it is the first below its
    heading, which one of its cards then shows.
    """

    kind: str
    parts: Mapping[str, Part]
    units: tuple[int, int]
    weight: float = 0.0
    run: tuple[Prose, ...] = ()
    opens: bool = False

    def text(self, name: str) -> Prose:
        """A part that is words; without any where there is no such part."""
        part = self.parts.get(name)
        return part if isinstance(part, Prose) else NOTHING

    def items(self, name: str) -> tuple[Mapping[str, Part], ...]:
        """A part that is a list of groups."""
        part = self.parts.get(name, ())
        return tuple(item for item in part if isinstance(item, Mapping)) if isinstance(part, tuple) else ()

    def of_kind(self, kind: str, **parts: Part) -> Passage:
        """The same passage as another kind, with those parts and its heading."""
        heading = {name: part for name, part in self.parts.items() if name in ("heading", "lead")}
        return replace(self, kind=kind, parts={**heading, **parts})


def picture_part(picture: Picture) -> Part:
    """A picture as a field of pictures takes it: its file, and what it shows where that is told."""
    file = Prose(picture.path)
    return {"file": file, "alt": picture.alt} if picture.alt else file


Shown = Prose | str | tuple["Shown", ...] | Mapping[str, "Shown"]


class Card(Struct, frozen=True):
    """A slide in the making: fields of `layout` in its order; the rest as in `Passage`.

    `whole` says that it stays or goes with the other cards of the same units.
    """

    layout: str
    fields: Mapping[str, Shown]
    units: tuple[int, int]
    weight: float = 0.0
    whole: bool = False
    notes: tuple[str, ...] = field(default=())


def words_in(value: Shown | Part) -> Iterator[Prose]:
    """All words in a field or a part, in order."""
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, str):
        yield Prose(value)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from words_in(item)
    else:
        for item in value:
            yield from words_in(item)


def length_of(value: Shown | Part) -> int:
    return sum(len(words) for words in words_in(value))


def without(value: Shown, letters: str) -> Shown:
    """A field without these letters, wherever they stand in it."""
    if isinstance(value, Prose):
        kept = value.text
        for letter in letters:
            kept = kept.replace(letter, "")
        return value if kept == value.text else plain(kept)
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {name: without(item, letters) for name, item in value.items()}
    return tuple(without(item, letters) for item in value)
