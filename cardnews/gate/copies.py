"""Slides made from what a layout's fields declare, one of each kind of copy, as the nodes that a script would hold."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Literal

from msgspec import Struct

from cardnews.amountreader import are_dots
from cardnews.errors import Place
from cardnews.gate.amounts import amounts_like, counted, is_amount
from cardnews.gate.texts import Writer, characters
from cardnews.layout import MAX_ITEMS, Field, Layout
from cardnews.script import SIZES
from cardnews.source.nodes import Entry, Node, Scalar
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.source.nodes import Sequence as SequenceNode

Kind = Literal["short", "limit", "mixed", "emoji", "empty", "giant"]
KINDS: tuple[Kind, ...] = ("short", "limit", "mixed", "emoji", "empty", "giant")
# What stands in the pictures' places: what the sample draws, a photograph instead or as well, or nothing that may be
# left out.
Pictures = Literal["art", "photo", "both", "none"]
# Whether a text of full length fits hangs on its eojeol: of those that do not, each of these wordings finds a third.
_WORDINGS = 5
# A text without a limit is tried a third longer than its sample, or as a line of this many characters.
_BEYOND_SAMPLE, _UNTOLD = 1.3, 14
_LINK = "https://example.org/"
_PATHS = ("", "talk", "talk/2026/05/first-words", "qr?place=garden&day=3", "t", "neighbors/who-answer-each-other")
_NOWHERE = Place()


class Copy(Struct, frozen=True):
    """One slide to try: its kind, the option that each choice takes (`turn`, counted around), which pictures it has,
    which of several wordings, and how many items fewer its lists have than they may."""

    kind: Kind
    turn: int = 0
    pictures: Pictures = "art"
    wording: int = 0
    fewer: int = 0


def copies_of(layout: Layout, kind: Kind, number: int) -> Iterator[Copy]:
    """The copies of a kind, each option tried: of the longest one with and without pictures, in several wordings, and
    with shorter and shorter lists.

    `number` tells copies of one kind apart, so that their pictures take turns.
    """
    pictures = _pictures(layout)
    options = max((len(field.options) for field in layout.fields), default=1) or 1
    if kind == "limit":
        yield from (Copy(kind, turn, shown) for turn, shown in product(range(options), pictures))
        yield from (Copy(kind, one, pictures[one % len(pictures)], one) for one in range(1, _WORDINGS))
        # Layouts arrange lists of another length in another way, where as long words have less room.
        yield from (Copy(kind, one, pictures[one % len(pictures)], fewer=one) for one in range(1, _spread(layout) + 1))
    else:
        turns = range(number, number + options)
        yield from (Copy(kind, turn, pictures[turn % len(pictures)]) for turn in turns)


def _spread(layout: Layout) -> int:
    """How many items fewer than its most a list may have, on the card that has room for the most."""
    lists = [field for field in layout.fields if field.type == "list" and field.count is not None]
    spreads = [max(map(field.room_at, SIZES)) - field.count[0] for field in lists if field.count is not None]
    return max((0, *spreads))


def _pictures(layout: Layout) -> tuple[Pictures, ...]:
    free = [field for field in layout.fields if field.type in ("art", "image") and not field.required]
    kinds = {field.type for field in free}
    photo: tuple[Pictures, ...] = ("photo",) if "image" in kinds else ()
    both: tuple[Pictures, ...] = ("both",) if len(kinds) == 2 else ()
    none: tuple[Pictures, ...] = ("none",) if any(field.default is None for field in free) else ()
    return ("art", *photo, *both, *none)


def entries_of(layout: Layout, copy: Copy, size: str, picture: str, drawing: str) -> tuple[Entry, ...]:
    """The fields of a slide of `layout`, as long as one card of the named size (`size`) is made for.

    `picture` is the file that stands in for photographs, `drawing` the art of a field that needs some and has no
    sample.
    """
    return _Filler(layout, copy, size, picture, drawing).entries()


class _Filler:
    """Fills the fields of one slide."""

    def __init__(self, layout: Layout, copy: Copy, size: str, picture: str, drawing: str) -> None:
        self.layout = layout
        self.copy = copy
        self.size = size
        self.picture = picture
        self.drawing = drawing
        self.lengths: dict[str, int] = {}
        self.used: set[str] = set()

    def entries(self) -> tuple[Entry, ...]:
        lists = [field for field in self.layout.fields if field.type == "list"]
        self.lengths = {field.name: self._count(field, field.sample) for field in lists}
        return self._entries(self.layout.fields, {}, self.layout.name)

    def _entries(self, fields: Sequence[Field], samples: dict[str, Node], path: str) -> tuple[Entry, ...]:
        found: list[Entry] = []
        for field in fields:
            if not field.required and self.copy.kind == "empty":
                continue
            node = self._node(field, samples.get(field.name, field.sample), f"{path}/{field.name}")
            if node is not None:
                found.append(Entry(Scalar(field.name, _NOWHERE), node))
        return tuple(found)

    def _node(self, field: Field, sample: Node | None, path: str) -> Node | None:
        match field.type:
            case "text":
                return Scalar(self._text(field, sample, path), _NOWHERE)
            case "link":
                return Scalar(_LINK + _PATHS[self.copy.turn % len(_PATHS)], _NOWHERE)
            case "choice":
                at = self.copy.turn % len(field.options) if field.options else 0
                return Scalar(field.options[at], _NOWHERE) if field.options else None
            case "art":
                return self._art(field, sample)
            case "image":
                shown = field.required or self.copy.pictures in ("photo", "both")
                return Scalar(self.picture, _NOWHERE) if shown else None
            case "group":
                entries = self._entries(field.of, _parts(sample), path)
                return MappingNode(counted(entries) if are_dots(field.of) else entries, _NOWHERE)
            case "list":
                return self._list(field, sample, path)

    def _art(self, field: Field, sample: Node | None) -> Node | None:
        if not field.required and (sample is None or self.copy.pictures in ("photo", "none")):
            return None
        return sample if sample is not None else Scalar(self.drawing, _NOWHERE)

    def _text(self, field: Field, sample: Node | None, path: str) -> str:
        said = sample.text if isinstance(sample, Scalar) else ""
        if field.amount or is_amount(said):
            return amounts_like([said], 1, field.most, self.copy.kind, f"{path}:{self.copy}")[0]
        return self._words(field.most or _untold(said, field.plain), field.plain, path)

    def _words(self, most: int, plain: bool, path: str) -> str:
        writer = Writer(f"{path}:{self.copy.kind}:{self.copy.turn}:{self.size}:{self.copy.wording}")
        writer.used = self.used
        match self.copy.kind:
            case "short":
                return writer.short(most)
            case "limit":
                return writer.text(most)
            case "mixed":
                return writer.mixed(most, plain)
            case "emoji":
                return writer.emoji(most)
            case "empty":
                return writer.text(max(1, most // 2))
            case "giant":
                return writer.giant(most)

    # -- lists ---------------------------------------------------------------------------------------------------

    def _count(self, field: Field, sample: Node | None) -> int:
        """How many items a list has: the fewest, as many as one card has room for, or between."""
        shown = len(sample.items) if isinstance(sample, SequenceNode) else 2
        low, high = field.count or (1, shown + 1)
        high = max(low, min(high, field.room_at(self.size), MAX_ITEMS))
        if self.copy.kind in ("short", "empty"):
            return low
        if self.copy.kind == "limit":
            return max(low, high - self.copy.fewer)
        return math.ceil((low + high) / 2)

    def _list(self, field: Field, sample: Node | None, path: str) -> Node:
        samples = list(sample.items) if isinstance(sample, SequenceNode) else []
        count = self.lengths.get(field.name) if path.count("/") == 1 else None
        if count is None:
            count = self._inner(field, len(samples))
        plain = next((item for item in field.of if not item.name), None)
        shown: list[Node | None] = [samples[at % len(samples)] if samples else None for at in range(count)]
        items: list[Node] = []
        for at, one in enumerate(shown):
            if plain is not None:
                node = self._plain_item(field, plain, one, samples, f"{path}/{at}")
            else:
                node = MappingNode(self._entries(field.of, _longest(field.of, one, samples), f"{path}/{at}"), _NOWHERE)
            if node is not None:
                items.append(node)
        return self._shares(field, samples, SequenceNode(tuple(items), _NOWHERE))

    def _inner(self, field: Field, shown: int) -> int:
        """The length of a list within a list: that of the list it stands beside, or whose sample is as long."""
        if field.beside in self.lengths:
            return self.lengths[field.beside]
        for other in self.layout.fields:
            if other.type == "list" and isinstance(other.sample, SequenceNode) and len(other.sample.items) == shown:
                return self.lengths[other.name]
        return self._count(field, None) if field.count else max(1, shown)

    def _plain_item(
        self, field: Field, plain: Field, one: Node | None, samples: Sequence[Node], path: str
    ) -> Node | None:
        """An item that is one value; the list says how long it may be, since the item has no name to say it by."""
        if plain.type != "text":
            return self._node(Field("", plain.type, required=True, of=plain.of), one, path)
        texts = [node.text for node in samples if isinstance(node, Scalar)]
        said = one.text if isinstance(one, Scalar) else ""
        if field.amount or plain.amount or is_amount(said):
            return Scalar(amounts_like([said], 1, plain.most, self.copy.kind, f"{path}:{self.copy}")[0], _NOWHERE)
        longest = max(texts, key=len, default="")
        most = plain.most or field.most or _untold(longest, field.plain)
        return Scalar(self._words(most, plain.plain or field.plain, path), _NOWHERE)

    def _shares(self, field: Field, samples: Sequence[Node], node: SequenceNode) -> SequenceNode:
        """The list with the amounts of a part that add up to a hundred in the sample adding up here, too."""
        for part in field.of:
            given = [_parts(one).get(part.name) if part.name else one for one in samples]
            said = [one.text for one in given if isinstance(one, Scalar)]
            if not said or part.type != "text" or not all(map(is_amount, said)):
                continue
            amounts = amounts_like(said, len(node.items), part.most, self.copy.kind, f"{field.name}:{self.copy}")
            items: list[Node] = []
            for item, amount in zip(node.items, amounts, strict=True):
                scalar = Scalar(amount, _NOWHERE)
                if isinstance(item, MappingNode):
                    entries = tuple(
                        Entry(entry.key, scalar) if entry.key.text == part.name else entry for entry in item.entries
                    )
                    items.append(MappingNode(entries, _NOWHERE))
                else:
                    items.append(scalar)
            node = SequenceNode(tuple(items), _NOWHERE)
        return node


def _parts(node: Node | None) -> dict[str, Node]:
    return {entry.key.text: entry.value for entry in node.entries} if isinstance(node, MappingNode) else {}


def _longest(fields: Sequence[Field], one: Node | None, samples: Sequence[Node]) -> dict[str, Node]:
    """The samples of an item's parts: those of texts without a limit from the item that has the longest one."""
    parts = _parts(one)
    for field in fields:
        given = [node for sample in samples if isinstance(node := _parts(sample).get(field.name), Scalar)]
        if given and field.type == "text" and field.most is None and not all(is_amount(node.text) for node in given):
            parts[field.name] = max(given, key=lambda node: len(node.text))
    return parts


def _untold(sample: str, plain: bool) -> int:
    return round(_BEYOND_SAMPLE * characters(sample, plain)) if sample else _UNTOLD
