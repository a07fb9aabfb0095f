"""The fields of one slide, of one scene, or of one list item: an author's entries against a layout's definitions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Sequence as Seq
from pathlib import Path

from msgspec.structs import replace

from cardnews.amountreader import NO_CELL, PIECE, AmountReader
from cardnews.errors import Place, Severity, nearest, shortened
from cardnews.imagereader import ImageReader
from cardnews.layout import Field
from cardnews.library import Shelf
from cardnews.schema import Checker, is_korean, items_of
from cardnews.source.braces import whole_texts
from cardnews.source.mend import quoted
from cardnews.source.nodes import Entry, Node, Scalar, Sequence
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.values import MAX_TEXT, ArtValue, GroupValue, ListValue, Room, TextValue, Value

MAX_SIX = 106  # bytes in a QR code of version 6 with error level M (ISO/IEC 18004, table 7)
_FEW = 6  # drawings that are named where none is near what an author asks for
MAX_LINK = 300  # bytes: a QR code of more is too fine for a phone
TEXT_KEYS = {"text": "text", "글": "text", "lines": "lines", "줄수": "lines", "series": "series", "시리즈": "series"}
ART_KEYS = {"art": "art", "그림": "art"}


class FieldReader:
    """Reads fields into values; pictures are looked for in `folder` and nowhere else, but for those that other files
    name, which have `rooms` of their own."""

    def __init__(self, checker: Checker, shelf: Shelf, folder: Path, rooms: Mapping[str, Room] | None = None) -> None:
        self.checker = checker
        self.shelf = shelf
        self.images = ImageReader(checker, folder, rooms or {})
        self.amounts = AmountReader(checker)
        self.open: list[str] = []

    def read(
        self, fields: Seq[Field], entries: Seq[Entry], place: Place, *, known: Seq[str] = (), unknown: str
    ) -> dict[str, Value]:
        """The values of `entries` by field name, with defaults where the author says nothing."""
        by_key = {spelling: item for item in fields for spelling in item.spellings}
        found: dict[str, Value] = {}
        seen: dict[str, Entry] = {}
        # What is there already was hardly meant once more.
        there = {item.name for entry in entries if (item := by_key.get(entry.key.text)) is not None}
        taken = {spelling for spelling, item in by_key.items() if item.name in there}
        for entry in entries:
            item = by_key.get(entry.key.text)
            if item is None:
                name, colon, _ = entry.key.text.partition("：")
                if colon and name.strip() in by_key:
                    self.checker.report("syntax-fullwidth", entry.key.at, what=shortened(entry.key.text))
                    seen.setdefault(by_key[name.strip()].name, entry)
                    continue
                if self.checker.unknown(unknown, entry.key.at, entry.key.text, (*by_key, *known), taken=taken):
                    seen.setdefault(_nearest_field(entry.key.text, fields), entry)
                continue
            if item.name in found:
                self.checker.report(
                    "same-key-twice",
                    entry.key.at,
                    item.name,
                    name=entry.key.text,
                    other=seen[item.name].key.text,
                    line=seen[item.name].key.at.line,
                )
                continue
            seen[item.name] = entry
            said = len(self.checker.findings)
            value = self.value(item, entry.value, entry.key.text)
            if value is not None:
                found[item.name] = value
            wrong = any(one.severity is Severity.ERROR for one in self.checker.findings[said:])
            if item.whole and isinstance(value, ListValue) and not wrong:
                self.amounts.add_up(item, value.items, entry.key)
        for item in fields:
            if item.name in found:
                continue
            if item.default is not None and item.name not in seen:
                value = self.value(item, item.default, item.name)
                if value is not None:
                    found[item.name] = value
            elif item.required and item.name not in seen:
                name, label = item.name, dict(item.label).get("ko", item.name)
                if any(is_korean(entry.key.text) for entry in entries):
                    name, label = label, name
                self.checker.report("missing-field", place, item.name, name=name, label=label)
        for item in fields:
            self.amounts.count_cells(item, found)
        return found

    def value(self, item: Field, node: Node, what: str) -> Value | None:
        """One field's value; what is found wrong below it is said of that field."""
        outer = self.checker.part
        self.checker.part = outer or item.name or None
        try:
            value = self._value(item, node, what)
        finally:
            self.checker.part = outer
        return None if value is None else replace(value, called=what)

    def _value(self, item: Field, node: Node, what: str) -> Value | None:
        """One field's value, or None (with a finding, unless the author left an optional field empty)."""
        if isinstance(node, Scalar) and not node.text.strip():
            if item.required:
                self.checker.report("empty-field", node.at, name=what)
            return None
        match item.type:
            case "text" | "link":
                return self._text(item, node, what)
            case "choice":
                korean = dict(item.korean)
                name = self.checker.choice(node, what, (*item.options, *korean))
                return None if name is None else TextValue(korean.get(name, name), node.at, plain=True)
            case "art":
                return self._art(node, what)
            case "image":
                return self.images.image(node, what)
            case "list":
                return self._list(item, node, what)
            case "group":
                group = self._group(item.of, node, what)
                return group if group is None or self.amounts.can_be_counted(item.of, group) else None

    def _text(self, item: Field, node: Node, what: str) -> TextValue | None:
        if isinstance(node, MappingNode) and any(TEXT_KEYS.get(entry.key.text) == "text" for entry in node.entries):
            return self._told_text(item, node, what)
        if not isinstance(node, Scalar):
            if not node.source:
                rule = "list-as-text" if isinstance(node, Sequence) else "mapping-as-text"
                self.checker.report(rule, node.at, name=what)
                return None
            # `title: [속보]` or `{이름}` is a list or a mapping to YAML, but in a field of text it is the words.
            self.checker.report("read-as-text", node.at, what=node.source[0], fixed=quoted(node.source))
            node = Scalar(node.source, node.at, "plain", ((node.at.line, node.at.column),), (0,))
        node = _unsaid(node, item.said)
        if len(node.text) > MAX_TEXT:
            self.checker.report("text-too-long", node.at, name=what, found=len(node.text), most=MAX_TEXT)
            return None
        if item.type == "link" and len(node.text.encode("utf-8", "replace")) > MAX_LINK:
            self.checker.report("link-too-long", node.at, name=what, found=len(node.text.encode()), most=MAX_LINK)
            return None
        if item.type == "link" and (re.search(r"\s", node.text.strip()) or not _LINK.match(node.text.strip())):
            self.checker.report("not-a-link", node.at, name=what, found=node.text.strip())
            return None
        if item.type == "link" and len(node.text.strip().encode()) > MAX_SIX:
            self.checker.report("qr-dense", node.at, name=what, found=len(node.text.strip().encode()), most=MAX_SIX)
        if item.amount and not self.amounts.is_amount(node, what):
            return None
        link = item.type == "link"
        return TextValue(node.text.strip() if link else node.text, node.at, node, item.plain or link, link)

    def _told_text(self, item: Field, node: MappingNode, what: str) -> TextValue | None:
        """`{text: …, lines: 2, series: no}`: a text with the author's word on its lines and its size."""
        entries = self.checker.entries(node, TEXT_KEYS, what) or {}
        value = self._text(item, entries["text"].value, what)
        lines = None
        if "lines" in entries:
            key, asked = entries["lines"].key.text, entries["lines"].value
            lines = self.checker.number(asked, key)
            if lines is not None and not (1 <= lines <= 12 and lines == int(lines)):
                self.checker.report("number-range", asked.at, name=key, found=f"{lines:g}", least=1, most=12)
                lines = None
        shares = None
        if "series" in entries:
            shares = self.checker.flag(entries["series"].value, entries["series"].key.text)
        if value is None:
            return None
        return replace(value, lines=None if lines is None else int(lines), alone=shares is False)

    def _art(self, node: Node, what: str) -> ArtValue | None:
        name_node: Node = node
        entries: tuple[Entry, ...] = ()
        if isinstance(node, MappingNode):
            named = [entry for entry in node.entries if entry.key.text in ART_KEYS]
            if not named:
                korean = any(is_korean(entry.key.text) for entry in node.entries)
                self.checker.report("missing-key", node.at, name="그림" if korean else "art")
                return None
            name_node = named[0].value
            entries = tuple(entry for entry in node.entries if entry is not named[0])
        name = self.checker.text(name_node, what)
        if name is None:
            return None
        said = len(self.checker.findings)
        scene = self.checker.ask_at(name_node.at, self.shelf.scene, name)
        if scene is None:
            if self.checker.ask_at(name_node.at, self.shelf.drawing, name) is None:
                if len(self.checker.findings) == said:
                    known = (*self.shelf.names("art"), *(self.shelf.korean_names("art") if is_korean(name) else ()))
                    self.checker.unknown("unknown-art", name_node.at, name, known, most=_FEW)
                return None
            if entries:
                self.checker.report("drawing-takes-nothing", entries[0].key.at, name=entries[0].key.text, art=name)
            return ArtValue(name, node.at)
        if name in self.open:
            self.checker.report("scene-too-deep", node.at, name=name)
            return None
        self.open.append(name)
        fields = self.read(scene.fields, entries, node.at, known=tuple(ART_KEYS), unknown="unknown-field")
        self.open.pop()
        # Layouts ask for it by the name of its file, in whichever language a script calls it.
        own = self.shelf.scene(scene.path.stem)
        return ArtValue(scene.path.stem if own is not None and own.path == scene.path else name, node.at, fields)

    def _list(self, item: Field, node: Node, what: str) -> ListValue | None:
        plain = len(item.of) == 1 and item.of[0].name == ""
        if plain:
            nodes = _listed(node, item) if item.of[0].type == "text" else items_of(node)
        else:
            nodes = self.amounts.rows(item.of, node, what)
            if isinstance(node, Scalar) and nodes == (node,) and not _is_told(item.of):
                self.checker.report("item-not-mapping", node.at, name=what, example=f"- {_example(item.of, what)}")
                return None
        low, high = item.count or (0, 200)
        if not low <= len(nodes) <= high:
            self.checker.report("item-count", node.at, name=what, found=len(nodes), least=low, most=high)
            if len(nodes) > 200:
                return None
        values: list[Value] = []
        for entry in nodes:
            if plain:
                value = self.value(Field("", item.of[0].type, required=True, plain=item.plain), entry, what)
            else:
                value = self._group(item.of, entry, what, "- ")
            if value is not None:
                values.append(value)
        return ListValue(tuple(values), node.at)

    def _group(self, fields: Seq[Field], node: Node, what: str, dash: str = "") -> GroupValue | None:
        first = next((item for item in fields if item.required), fields[0] if fields else None)
        if isinstance(node, Scalar) or (isinstance(node, Sequence) and first is not None and first.type == "list"):
            # A plain value works where a mapping does: it is the first required field.
            if first is None:
                return None
            if isinstance(node, Scalar) and not _is_told(fields):
                self.checker.report("item-not-mapping", node.at, name=what, example=f"{dash}{_example(fields, what)}")
                return None
            node = MappingNode((Entry(Scalar(first.name, node.at), node),), node.at)
        if not isinstance(node, MappingNode):
            self.checker.report("item-not-mapping", node.at, name=what, example=f"{dash}{_example(fields, what)}")
            return None
        names = {spelling for item in fields for spelling in item.spellings}
        entries = whole_texts(node, names) if node.source else node.entries
        return GroupValue(self.read(fields, entries, node.at, unknown="unknown-field"), node.at)


def _unsaid(node: Scalar, said: Seq[str]) -> Scalar:
    """`단위: 건` as `건`, where the layout itself says `단위:`."""
    for word in said:
        found = re.match(rf"\s*{re.escape(word)}\s*[:：]\s*(?=\S)", node.text, re.IGNORECASE)
        if found is not None:
            return Scalar(node.text[found.end() :], node.place_of(found.end()))
        found = re.fullmatch(rf"\s*\(\s*{re.escape(word)}\s*[:：]\s*([^()]*\S)\s*\)\s*", node.text, re.IGNORECASE)
        if found is not None:
            return Scalar(found[1], node.place_of(found.start(1)))
    return node


_CELL = re.compile(r"(?:^|(?<=\|))[^|]*")
_LINK = re.compile(r"(?:https?://|mailto:|tel:)\S+$|[\w-]+(?:\.[\w-]+)+(?:/\S*)?$")


def _listed(node: Node, field: Field) -> tuple[Node, ...]:
    """The items of a list of words; `가, 나, 다` in one text is a list too, and so are lines and `가 | 나 | 다`.

    A comma in a number (`1,234`) parts nothing. An empty cell of a table may be written `가 | | 다`.
    """
    if not isinstance(node, Scalar):
        return items_of(node)
    pieces = [(match.start(), match[0].strip()) for match in PIECE.finditer(node.text)]
    if "|" in node.text and (field.beside or len(pieces) == 1):
        pieces = [(match.start(), match[0].strip()) for match in _CELL.finditer(node.text)]
        # A table as Markdown has it begins and ends its lines with a stroke.
        if not pieces[0][1] and not pieces[-1][1]:
            pieces = pieces[1:-1]
        if field.beside:
            pieces = [(at, text or NO_CELL) for at, text in pieces]
    pieces = [(at, text) for at, text in pieces if text]
    if len(pieces) < 2:
        return items_of(node)
    return tuple(Scalar(text, node.place_of(at)) for at, text in pieces)


def _needed(fields: Seq[Field]) -> list[Field]:
    return [item for item in fields if item.required and item.default is None]


def _is_told(fields: Seq[Field]) -> bool:
    """Whether one plain value says all that a group must have."""
    return len(_needed(fields)) < 2


def _example(fields: Seq[Field], what: str) -> str:
    """How a group is written: `{before: …, after: …}` with the fields it needs, in the language of the key `what`."""
    korean = is_korean(what)
    names = (dict(item.label).get("ko", item.name) if korean else item.name for item in _needed(fields) or fields)
    return "{" + ", ".join(f"{name}: …" for name in names) + "}"


def _nearest_field(name: str, fields: Seq[Field]) -> str:
    """The field a misspelled key most likely meant, so that it is not also reported as missing."""
    near = nearest(name, (spelling for item in fields for spelling in item.spellings))
    return next((item.name for item in fields if near in item.spellings), name)
