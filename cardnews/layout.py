"""Layouts: the fields a slide takes and a tree of boxes, read from `layouts/*.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from cardnews.adaptation import Adaptation
from cardnews.assets import Library, shown_name
from cardnews.boxnames import check_names
from cardnews.boxreader import read_adaptations, read_box
from cardnews.boxtree import Box, ids_of
from cardnews.errors import CardnewsError
from cardnews.extension import read_tree
from cardnews.schema import Checker, items_of, kind_of, same
from cardnews.script import SIZES
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.source.nodes import Node, Scalar
from cardnews.suits import Suit, read_suits

FieldType = Literal["text", "choice", "art", "image", "link", "list", "group"]
FIELD_TYPES: tuple[FieldType, ...] = ("text", "choice", "art", "image", "link", "list", "group")
MAX_ITEMS = 200
_FIELD_KEYS = (
    *("type", "required", "aliases", "ko", "en", "help", "most", "count", "room", "of", "default", "sample", "plain"),
    *("amount", "whole", "beside", "said"),
)


class Field(Struct, frozen=True):
    """One field of a layout.

    `most` is the number of characters the layout is made for, `count` the fewest and most items of a list, `room` how
    many of them one card of a kind of size holds (more go on to a further card), `amount` that the text is a number,
    `whole` the field of the items that is a share of a whole, `beside` a list with as many items as this one must have,
    `of` the fields of a group or of each list item (one field named `` where items are plain values),
    `options` what a choice may be, and `korean` other spellings with the option each means,
    `default` what is used where the author says nothing, `plain` whether inline marks are letters, `said` the words
    that the layout itself sets before the text and a colon: an author's are not said twice.
    """

    name: str
    type: FieldType = "text"
    required: bool = False
    aliases: tuple[str, ...] = ()
    label: tuple[tuple[str, str], ...] = ()
    help: tuple[tuple[str, str], ...] = ()
    most: int | None = None
    count: tuple[int, int] | None = None
    room: tuple[tuple[str, int], ...] = ()
    amount: bool = False
    whole: str = ""
    beside: str = ""
    of: tuple[Field, ...] = ()
    options: tuple[str, ...] = ()
    korean: tuple[tuple[str, str], ...] = ()
    default: Node | None = None
    sample: Node | None = None
    plain: bool = False
    said: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every key an author may write for this field."""
        return (self.name, *self.aliases)

    def most_of(self, items: int) -> int | None:
        """The characters that each of so many `items` of this list is made for. Lists that stand beside one another,
        the cells of a row, share its width: `most` is what each has where there are as many as there may be."""
        if self.most is None or not self.beside or self.count is None:
            return self.most
        return self.most * self.count[1] // max(1, min(items, self.count[1]))

    def room_at(self, kind: str) -> int:
        """The most items of a list on one card of the named size `kind`."""
        most = self.count[1] if self.count is not None else MAX_ITEMS
        return max(1, min(most, dict(self.room).get(kind, most)))


class Layout(Struct, frozen=True):
    """A layout or a scene of art: `name` is the file's stem, `names` what people call it, `plain` the field that a
    slide of one bare sentence fills, `suits` which passages of a text it shows, `help` what it is for, `bases` the
    files it extends."""

    name: str
    path: Path
    names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    fields: tuple[Field, ...]
    body: Box
    adaptations: tuple[Adaptation, ...]
    box: tuple[float, float] | None = None
    plain: str = ""
    suits: tuple[Suit, ...] = ()
    help: tuple[tuple[str, str], ...] = ()
    bases: tuple[Path, ...] = ()

    @property
    def keys(self) -> dict[str, str]:
        """Every spelling of every field, to its name."""
        return {spelling: item.name for item in self.fields for spelling in item.spellings}


def read_layout(path: Path, library: Library | None = None, names: bool = True) -> Layout:
    """Read one layout file, which may extend another of the `library`, or a scene; CardnewsError with all mistakes.

    Whether its boxes name fields and roles that there are is looked into unless `names` is off.
    """
    node, checker, bases = read_tree(path, library)
    layout = None if node is None else _layout(node, path, checker)
    if names and isinstance(node, MappingNode) and layout is not None:
        told = {entry.key.text: entry.value for entry in node.entries}
        check_names(shown_name(path), told["body"], told.get("adapt"), layout.fields, checker, library)
    errors = [item for item in checker.findings if item.severity == "error"]
    if errors or layout is None:
        raise CardnewsError(errors or checker.findings)
    return replace(layout, bases=bases)


def _layout(node: Node, path: Path, checker: Checker) -> Layout | None:
    keys = same(("names", "aliases", "help", "plain", "suits", "fields", "body", "adapt", "box"))
    entries = checker.entries(node, keys, "layout")
    if entries is None:
        return None
    if "body" not in entries:
        checker.report("missing-key", node.at, name="body")
        return None
    fields: tuple[Field, ...] = ()
    if "fields" in entries:
        fields = read_fields(entries["fields"].value, checker)
    body = read_box(entries["body"].value, checker, default_id="body")
    names = _labels(entries["names"].value, checker) if "names" in entries else ()
    aliases = checker.texts(entries["aliases"].value, "aliases") if "aliases" in entries else ()
    aliases = (*(name for language, name in names if language == "ko" and name != path.stem), *aliases)
    adaptations: tuple[Adaptation, ...] = ()
    if "adapt" in entries:
        adaptations = read_adaptations(entries["adapt"].value, checker)
    if "adapt" in entries:
        _know_boxes(entries["adapt"].value, adaptations, ids_of(body), checker)
    box = _extent(entries["box"].value, checker) if "box" in entries else None
    plain = (checker.text(entries["plain"].value, "plain") or "") if "plain" in entries else ""
    suits = read_suits(entries["suits"].value, fields, checker) if "suits" in entries else ()
    about = _labels(entries["help"].value, checker) if "help" in entries else ()
    return Layout(path.stem, path, names, aliases, fields, body, adaptations, box, plain, suits, about)


def _know_boxes(node: Node, adaptations: Iterable[Adaptation], known: frozenset[str], checker: Checker) -> None:
    """Report the ids in an `adapt` list that no box has."""
    items = (item for item in items_of(node) if isinstance(item, MappingNode))
    for item, adaptation in zip(items, adaptations, strict=False):
        places = {entry.key.text: entry.key.at for entry in item.entries}
        for name, _ in adaptation.changes:
            if name not in known:
                checker.unknown("unknown-box", places.get(name, item.at), name, sorted(known - {""}))


def read_fields(node: Node, checker: Checker) -> tuple[Field, ...]:
    """The fields of a layout, or of the items of a list."""
    if not isinstance(node, MappingNode):
        checker.report("wrong-type", node.at, what="fields", expected="mapping", found="text")
        return ()
    fields = (_field(entry.key.text, entry.value, checker) for entry in node.entries)
    return tuple(item for item in fields if item is not None)


def _field(name: str, node: Node, checker: Checker) -> Field | None:
    if isinstance(node, Scalar):
        node = MappingNode((), node.at, "")
    entries = checker.entries(node, same(_FIELD_KEYS), f"field {name}")
    if entries is None:
        return None

    def value(key: str) -> Node | None:
        return entries[key].value if key in entries else None

    kind = "text"
    if (type_node := value("type")) is not None:
        kind = checker.choice(type_node, "type", FIELD_TYPES) or "text"
    of: tuple[Field, ...] = ()
    options: tuple[str, ...] = ()
    korean: tuple[tuple[str, str], ...] = ()
    if (of_node := value("of")) is not None:
        if kind == "choice" and isinstance(of_node, MappingNode):
            options = tuple(entry.key.text for entry in of_node.entries)
            korean = tuple(
                (spelling, entry.key.text) for entry in of_node.entries for spelling in checker.texts(entry.value, "of")
            )
        elif kind == "choice":
            options = checker.texts(of_node, "of")
        elif isinstance(of_node, Scalar):
            of = (Field("", _type(of_node, checker)),)
        else:
            of = read_fields(of_node, checker)
    elif kind == "list":
        of = (Field("", "text"),)
    most = checker.ranged(node_most, "most", 1, 100_000) if (node_most := value("most")) is not None else None
    label = tuple((key, text) for key in ("ko", "en") if (item := value(key)) and (text := checker.text(item, key)))
    return Field(
        name,
        _literal(kind),
        required=bool((item := value("required")) and checker.flag(item, "required")),
        aliases=(
            *(text for key, text in label if key == "ko" and text != name),
            *(checker.texts(item, "aliases") if (item := value("aliases")) else ()),
        ),
        label=label,
        help=_labels(item, checker) if (item := value("help")) else (),
        most=int(most) if most is not None else None,
        count=_count(item, checker) if (item := value("count")) else None,
        room=_room(item, checker) if (item := value("room")) else (),
        whole=(checker.text(item, "whole") or "") if (item := value("whole")) else "",
        beside=(checker.text(item, "beside") or "") if (item := value("beside")) else "",
        amount=bool((item := value("amount")) and checker.flag(item, "amount")),
        of=of,
        options=options,
        korean=korean,
        default=value("default"),
        sample=value("sample"),
        plain=bool((item := value("plain")) and checker.flag(item, "plain")),
        said=checker.texts(item, "said") if (item := value("said")) else (),
    )


def _extent(node: Node, checker: Checker) -> tuple[float, float] | None:
    """Width and height of a scene, in its own units."""
    sides = items_of(node)
    if len(sides) != 2:
        checker.report("wrong-type", node.at, what="box", expected="two-numbers", found=kind_of(node))
        return None
    width, height = (checker.ranged(side, "box", 0.1, 10_000) for side in sides)
    return None if width is None or height is None else (width, height)


def _count(node: Node, checker: Checker) -> tuple[int, int] | None:
    """The fewest and most items of a list: `[2, 6]`, or one number for both."""
    items = items_of(node)
    if len(items) not in (1, 2):
        checker.report("wrong-type", node.at, what="count", expected="two-numbers", found=kind_of(node))
        return None
    most = checker.ranged(items[-1], "count", 1, MAX_ITEMS)
    least = checker.ranged(items[0], "count", 0, MAX_ITEMS if most is None else most)
    return None if least is None or most is None else (int(least), int(most))


def _room(node: Node, checker: Checker) -> tuple[tuple[str, int], ...]:
    """`{square: 4, wide: 3}`, or one number for every size."""
    if isinstance(node, Scalar):
        number = checker.ranged(node, "room", 1, MAX_ITEMS)
        return () if number is None else tuple((kind, int(number)) for kind in SIZES)
    entries = checker.entries(node, same(SIZES), "room") or {}
    numbers = ((kind, checker.ranged(entry.value, "room", 1, MAX_ITEMS)) for kind, entry in entries.items())
    return tuple((kind, int(number)) for kind, number in numbers if number is not None)


def _type(node: Scalar, checker: Checker) -> FieldType:
    return _literal(checker.choice(node, "of", FIELD_TYPES) or "text")


def _literal(kind: str) -> FieldType:
    return next(item for item in FIELD_TYPES if item == kind)


def _labels(node: Node, checker: Checker) -> tuple[tuple[str, str], ...]:
    entries = checker.entries(node, same(("ko", "en")), "names")
    return tuple(
        (key, text) for key, entry in (entries or {}).items() if (text := checker.text(entry.value, key)) is not None
    )
