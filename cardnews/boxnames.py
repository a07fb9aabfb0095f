"""What the boxes of a layout's own file name: fields that it has, and roles that some theme has.

A box that shows a field which is not there shows nothing, and no card says so; so the names are held against what is
known when the file is read. What a layout has from a file that it extends was read there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, get_args

from msgspec import Struct

from cardnews.assets import Library, shown_name
from cardnews.boxtree import CONTAINERS, REPEATS, Kind
from cardnews.schema import Checker, is_korean, items_of
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.source.nodes import Node, Scalar, read_nodes
from cardnews.source.text import read_source

if TYPE_CHECKING:
    from cardnews.layout import Field

# What every slide may have without a field of its layout: which of its cards this is; and the mark or logo of a brand.
_PART, _NUMBER, _ITEM = "part", "number", "item"
_MARKS = ("mark", "logo")
_AFTER = (".all", ".before")  # what may be asked of a list that goes on over several cards
_SHOWS = tuple(kind for kind in (*get_args(Kind), "pill") if kind not in (*CONTAINERS, "veil", "blank"))
# Roles that every shipped theme has: only for others are the themes at hand looked into.
_ROLES = frozenset(("cover", "display", "h1", "h2", "h3", "h4", "lead", "body", "small", "meta", "origin"))


def check_names(
    path: str, body: Node, adapt: Node | None, fields: Sequence[Field], checker: Checker, library: Library | None
) -> None:
    """Report what the boxes of the file that findings call `path` name and nothing is called."""
    names = _Names(path, tuple(fields), checker, library)
    names.box(body)
    if adapt is not None:
        names.changes(adapt)


class _Names(Struct, frozen=True):
    path: str
    fields: tuple[Field, ...]
    checker: Checker
    library: Library | None

    def box(self, node: Node, items: tuple[Field, ...] | None = None, inside: bool = False) -> None:
        """A box and all in it; `items` are the fields of the item it stands in, None where they are not known."""
        if not isinstance(node, MappingNode):
            return
        below = items
        for entry in node.entries:
            if entry.key.text in _SHOWS and isinstance(entry.value, Scalar):
                self.source(entry.key.text, entry.value, items, inside)
                if entry.key.text in REPEATS:
                    below = self.items_of(entry.value.text, items)
        repeats = any(entry.key.text in REPEATS for entry in node.entries)
        for entry in node.entries:
            key, value = entry.key.text, entry.value
            if key in CONTAINERS:
                for child in items_of(value):
                    self.box(child, items, inside)
            elif key in ("item", "empty"):
                self.box(value, below, inside or repeats)
            elif key == "vary":
                self.changes(value)
            elif key == "role":
                self.role(value)

    def changes(self, node: Node) -> None:
        """The changes of adaptations, which may give boxes other roles."""
        for item in items_of(node):
            for entry in item.entries if isinstance(item, MappingNode) else ():
                for one in entry.value.entries if isinstance(entry.value, MappingNode) else ():
                    if one.key.text == "role":
                        self.role(one.value)

    def source(self, kind: str, node: Scalar, items: tuple[Field, ...] | None, inside: bool) -> None:
        """The name that a box of `kind` shows."""
        name = node.text
        known = {field.name for field in self.fields} | {_PART}
        if inside:
            known |= {_ITEM, _NUMBER}
            known |= {f"{_ITEM}.{field.name}" for field in items or () if field.name}
            if items is None and name.startswith(f"{_ITEM}."):
                return
        if kind == "donut":
            known |= {f"{field.name}.{part.name}" for field in self.fields for part in field.of if part.name}
        if kind in REPEATS:
            known |= {field.name + after for field in self.fields for after in _AFTER}
        if not name or name in known or node.at.path != self.path:
            return
        if kind == "art":
            # Drawings are named directly, too; those beside the layout are found by its library only.
            if self.library is None or is_korean(name):
                return
            known |= {*_MARKS, *self.library.names("art")}
            if name in known:
                return
        self.checker.unknown("unknown-source", node.at, name, sorted(known - {_PART, *_MARKS}))

    def items_of(self, name: str, items: tuple[Field, ...] | None) -> tuple[Field, ...] | None:
        """The fields of the items of a list, None where there is no such list."""
        own = {f"{_ITEM}.{field.name}": field for field in items or ()}
        for after in _AFTER:
            name = name.removesuffix(after)
        field = own.get(name) or next((field for field in self.fields if field.name == name), None)
        return None if field is None else field.of

    def role(self, node: Node) -> None:
        """A type role that any theme may have."""
        if not isinstance(node, Scalar) or not node.text or node.text in _ROLES or node.at.path != self.path:
            return
        known = {*_ROLES, *_roles_of(self.library or Library(None, None))}
        if node.text not in known:
            self.checker.unknown("unknown-role", node.at, node.text, sorted(known))


def _roles_of(library: Library) -> Iterator[str]:
    """The type roles that the files of themes name."""
    for name in library.names("theme"):
        path = library.find("theme", name)
        if path is None:
            continue
        text, _ = read_source(path, shown_name(path))
        tree, _ = read_nodes(text, shown_name(path))
        yield from _keys(tree, "roles")


def _keys(node: Node | None, name: str) -> Iterable[str]:
    for entry in node.entries if isinstance(node, MappingNode) else ():
        if entry.key.text == name and isinstance(entry.value, MappingNode):
            return [one.key.text for one in entry.value.entries]
    return ()
