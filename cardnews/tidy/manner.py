"""What stands where in a script, as the reader knows it: the order of keys, and which text is for notes only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from cardnews.errors import CardnewsError, Place
from cardnews.fields import ART_KEYS, TEXT_KEYS
from cardnews.imagereader import IMAGE_KEYS
from cardnews.includereader import IncludeReader
from cardnews.layout import Field, Layout
from cardnews.library import Shelf
from cardnews.reader import SCRIPT_KEYS
from cardnews.schema import Checker
from cardnews.slidereader import SLIDE_KEYS
from cardnews.source.nodes import Scalar
from cardnews.tidy.tree import Alias, Flow, Group, Listing, Pair, Text, Written

_HEAD = 3  # of a slide's keys, those that stand before its fields: layout, include, skip


class Manner(Struct, frozen=True):
    """What a value is meant to be; `fields` are those of a group, or of each item of a list."""

    kind: Literal["script", "slides", "slide", "notes", "text", "art", "image", "group", "list", "other"] = "other"
    fields: tuple[Field, ...] = ()

    @property
    def of_item(self) -> Manner:
        """What each item of a list is meant to be."""
        if self.kind == "slides":
            return Manner("slide")
        if self.kind != "list" or not self.fields:
            return self if self.kind == "text" else Manner()
        return Manner("group", self.fields) if self.fields[0].name else of_field(self.fields[0])


_PLAIN = Manner()


def of_field(item: Field) -> Manner:
    """What the value of a field is meant to be."""
    match item.type:
        case "text" | "link":
            return Manner("text")
        case "art" | "image":
            return Manner(item.type)
        case "group" | "list":
            return Manner(item.type, item.of)
        case _:
            return Manner()


class Orders:
    """The order of keys, which layouts and scenes decide."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._included: dict[str, str] = {}

    def keys(self, manner: Manner, group: Group) -> Mapping[str, tuple[int, Manner]]:
        """The rank of every key that is known in `group`, and what stands under it."""
        match manner.kind:
            case "script":
                return _ranked(SCRIPT_KEYS, {"slides": Manner("slides")}, Manner("text"))
            case "slide":
                return self._slide(group)
            case "text":
                return _ranked(TEXT_KEYS, {"text": Manner("text")})
            case "image":
                return _ranked(IMAGE_KEYS, {})
            case "art":
                scene = self._scene(_named(group, ART_KEYS))
                return {**_ranked(ART_KEYS, {}), **_fields(scene.fields if scene else (), 1)}
            case "group":
                return _fields(manner.fields, 0)
            case _:
                return {}

    def ordered(self, pairs: Sequence[Pair], keys: Mapping[str, tuple[int, Manner]]) -> tuple[Pair, ...]:
        """`pairs` with those that are known in the order of their ranks; the others keep their places."""
        if sum(bool(pair.key.marks) or holds_marks(pair.value) for pair in pairs) > 1:
            return tuple(pairs)  # what names another part must stay behind it
        places = [index for index, pair in enumerate(pairs) if pair.key.value in keys]
        ranked = sorted(places, key=lambda index: keys[pairs[index].key.value][0])
        moved = [*pairs]
        for place, index in zip(places, ranked, strict=True):
            moved[place] = pairs[index]
        return tuple(moved)

    def _slide(self, group: Group) -> dict[str, tuple[int, Manner]]:
        common = _ranked(SLIDE_KEYS, {"notes": Manner("notes"), "alt": Manner("text")})
        name = _named(group, SLIDE_KEYS, "layout") or self._layout_included(_named(group, SLIDE_KEYS, "include"))
        named = any(SLIDE_KEYS.get(pair.key.value) in ("layout", "include") for pair in group.pairs)
        try:
            layout = self.shelf.layout(name) if named else self.shelf.plain_layout()
        except CardnewsError:
            layout = None
        if layout is None:
            return {key: (0, manner) for key, (_, manner) in common.items()}
        fields = _fields(layout.fields, _HEAD)
        behind = len(layout.fields)
        return {
            **{key: (rank if rank < _HEAD else rank + behind, manner) for key, (rank, manner) in common.items()},
            **fields,
        }

    def _layout_included(self, name: str) -> str:
        """The layout of the slide in the file `name`; nothing where there is none."""
        if name and name not in self._included:
            library = self.shelf.library
            script = (library.folder or Path()) / "script.yaml"
            slide = IncludeReader(script, library.home, Checker()).slide(Scalar(name, Place()), "include")
            entries = slide.entries if slide is not None else ()
            layout = next((entry.value for entry in entries if SLIDE_KEYS.get(entry.key.text) == "layout"), None)
            self._included[name] = layout.text if isinstance(layout, Scalar) else ""
        return self._included.get(name, "")

    def _scene(self, name: str) -> Layout | None:
        try:
            return self.shelf.scene(name)
        except CardnewsError:
            return None


def holds_marks(written: Written) -> bool:
    """Whether an anchor, a tag or an alias is anywhere in it."""
    match written:
        case Alias():
            return True
        case Text():
            return bool(written.marks)
        case Flow():
            return bool(written.marks) or holds_marks(written.inner)
        case Group():
            return bool(written.marks) or any(pair.key.marks or holds_marks(pair.value) for pair in written.pairs)
        case Listing():
            return bool(written.marks) or any(holds_marks(item.value) for item in written.items)


def _named(group: Group, keys: Mapping[str, str], key: str = "art") -> str:
    found = (pair.value for pair in group.pairs if keys.get(pair.key.value) == key)
    value = next(found, None)
    return value.value if isinstance(value, Text) else ""


def _ranked(
    table: Mapping[str, str], manners: Mapping[str, Manner], otherwise: Manner = _PLAIN
) -> dict[str, tuple[int, Manner]]:
    ranks = {name: rank for rank, name in enumerate(dict.fromkeys(table.values()))}
    return {key: (ranks[name], manners.get(name, otherwise)) for key, name in table.items()}


def _fields(fields: Iterable[Field], first: int) -> dict[str, tuple[int, Manner]]:
    return {spelling: (rank, of_field(item)) for rank, item in enumerate(fields, first) for spelling in item.spellings}
