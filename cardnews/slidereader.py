"""Reading slides: each item of a script's list as a layout and its fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from msgspec.structs import replace

from cardnews.errors import Finding, nearest
from cardnews.fields import FieldReader
from cardnews.includereader import IncludeReader
from cardnews.library import Shelf
from cardnews.schema import Checker, Start, is_korean
from cardnews.script import Slide
from cardnews.settingreader import SettingReader
from cardnews.source.mend import quoted
from cardnews.source.nodes import Entry, Node, Scalar, Sequence
from cardnews.source.nodes import Mapping as MappingNode

MAX_SLIDES = 200
SLIDE_KEYS = {
    "layout": "layout",
    "레이아웃": "layout",
    "include": "include",
    "가져오기": "include",
    "skip": "skip",
    "건너뛰기": "skip",
    "ground": "ground",
    "바탕": "ground",
    "theme": "theme",
    "테마": "theme",
    "alt": "alt",
    "대체글": "alt",
    "notes": "notes",
    "메모": "notes",
    "footer": "footer",
    "바닥글": "footer",
    "ignore": "ignore",
    "검사제외": "ignore",
}
_FIELDS_BEHIND = re.compile(r",\s*[\w-]+\s*:\s")


class SlideReader:
    """Reads the slides of the script in `folder`, which findings call `shown`, in the theme of the script; those that
    it skips are read only where `every` one is asked for."""

    def __init__(
        self,
        folder: Path,
        shown: str,
        theme: str,
        settings: SettingReader,
        includes: IncludeReader,
        *,
        every: bool = False,
    ) -> None:
        self.folder = folder
        self.shown = shown
        self.theme = theme
        self.settings = settings
        self.includes = includes
        self.every = every

    @property
    def shelf(self) -> Shelf:
        return self.settings.shelf

    @property
    def checker(self) -> Checker:
        return self.settings.checker

    @cached_property
    def plain(self) -> tuple[str, str]:
        """The layout of a bare sentence, and the field that it fills."""
        layout = self.shelf.plain_layout()
        return (layout.name, layout.plain) if layout is not None else ("", "")

    def _plain_key(self, text: str) -> str:
        """What findings call the field of a bare sentence, in its language."""
        layout = self.shelf.plain_layout()
        field = next((one for one in layout.fields if one.name == self.plain[1]), None) if layout is not None else None
        korean = dict(field.label).get("ko") if field is not None and is_korean(text) else None
        return korean or self.plain[1]

    def slides(self, whole: Sequence) -> tuple[Slide, ...]:
        """All slides, numbered as they stand; one that is skipped has no number and no mistakes but those of YAML."""
        skipped = {index for index, item in enumerate(whole.items) if self._is_skipped(item)}
        items = [item for index, item in enumerate(whole.items) if self.every or index not in skipped]
        if not items:
            self.checker.report("all-slides-skipped" if skipped else "no-slides", whole.at)
        if len(items) > MAX_SLIDES:
            self.checker.report("too-many-slides", items[MAX_SLIDES].at, found=len(items), most=MAX_SLIDES)
            whole = replace(whole, end=items[MAX_SLIDES].at.line)
        slides: list[Slide] = []
        starts: list[Start] = []
        for index, item in enumerate(whole.items):
            if index in skipped and not self.every:
                starts.append(Start(item.at))
            elif len(slides) < MAX_SLIDES:
                self.checker.slide, self.checker.layout = len(slides) + 1, None
                slides.append(replace(self._slide(len(slides) + 1, item), skipped=index in skipped))
                starts.append(Start(item.at, self.checker.slide, self.checker.layout))
        self.checker.slide = self.checker.layout = None
        self.checker.locate(self.shown, starts, whole)
        return tuple(slides)

    def _is_skipped(self, node: Node) -> bool:
        """Whether the author leaves this slide out; whatever else is in it may be unfinished."""
        asked = self._asked("skip", node.entries) if isinstance(node, MappingNode) else None
        return asked is not None and Checker().flag(asked.value, asked.key.text) is True

    def _asked(self, key: str, entries: tuple[Entry, ...]) -> Entry | None:
        """The entry under a key that counts before the layout is known."""
        asked = _under(key, entries)
        named = _under("layout", entries) if asked is not None else None
        if asked is None or named is None or not isinstance(named.value, Scalar):
            return asked
        layout = Checker().ask(self.shelf.layout, named.value.text)
        # A layout of the author's own may have a field of that name.
        return asked if layout is None or asked.key.text not in layout.keys else None

    def _included(self, asked: Entry) -> MappingNode | None:
        """The slide in the file that a slide includes; None where it has none that can be included."""
        found = self.includes.slide(asked.value, asked.key.text)
        if found is None:
            return None
        if (inner := self._asked("include", found.entries)) is not None:
            self.checker.report("include-inside", inner.key.at)
            return None
        if (inner := self._asked("skip", found.entries)) is not None:
            self.checker.report("include-skip", inner.key.at, name=inner.key.text)
            found = replace(found, entries=tuple(entry for entry in found.entries if entry is not inner))
        return found

    def _slide(self, number: int, node: Node) -> Slide:
        if isinstance(node, Scalar):
            if not node.text.strip():
                self.checker.report("empty-slide", node.at)
                return Slide(number, "", {}, node.at)
            glued = glued_key(node.text, (*SLIDE_KEYS, *self._field_names()))
            if glued:
                self.checker.report("key-in-text", node.at, name=glued)
                return Slide(number, "", {}, node.at)
            node = MappingNode((Entry(Scalar(self._plain_key(node.text), node.at), node),), node.at)
        if not isinstance(node, MappingNode):
            self.checker.report("wrong-type", node.at, what="slide", expected="mapping", found="list")
            return Slide(number, "", {}, node.at)
        entries = self._colon_text(node)
        written = node
        if (asked := self._asked("include", entries)) is not None:
            included = self._included(asked)
            if included is None:
                return Slide(number, "", {}, node.at)
            written = included
        inner = written.entries if written is not node else ()
        common: dict[str, Entry] = {}
        layout_entry = _under("layout", (*entries, *inner))
        name = self.checker.text(layout_entry.value, layout_entry.key.text) if layout_entry is not None else None
        if layout_entry is None and (meant := self._meant((*entries, *inner))):
            known = ", ".join(meant)
            self.checker.report("layout-missing", (inner or entries)[0].key.at, near=meant[0], known=known)
            return Slide(number, "", {}, node.at)
        name = name or self.plain[0]
        place = layout_entry.value.at if layout_entry is not None else written.at
        if _FIELDS_BEHIND.search(name):
            self.checker.report("fields-on-one-line", place, name=name)
            return Slide(number, name, {}, node.at)
        layout = self.checker.named("unknown-layout", place, self.shelf.layout, name, self.shelf.layout_names)
        if layout is None:
            return Slide(number, name, {}, node.at)
        called = name
        if layout_entry is None and any(is_korean(entry.key.text) for entry in entries):
            called = dict(layout.names).get("ko", name)
        self.checker.layout = called
        own: list[Entry] = []
        for entry in _merged(entries, inner, layout.keys):
            key = SLIDE_KEYS.get(entry.key.text)
            if key is None or entry.key.text in layout.keys:
                own.append(entry)
            elif key in common:
                self.checker.report(
                    "same-key-twice",
                    entry.key.at,
                    name=entry.key.text,
                    other=common[key].key.text,
                    line=common[key].key.at.line,
                )
            else:
                common[key] = entry
        if "skip" in common:
            self.checker.flag(common["skip"].value, common["skip"].key.text)
        reader = FieldReader(self.checker, self.shelf, self.folder, self.includes.rooms)
        fields = reader.read(layout.fields, own, written.at, known=tuple(SLIDE_KEYS), unknown="unknown-field")
        theme = self.settings.theme(common.get("theme"))
        return Slide(
            number,
            layout.name,
            fields,
            node.at,
            theme,
            self._ground(common.get("ground"), theme or self.theme),
            self.settings.words(common, "alt"),
            self.settings.words(common, "notes"),
            "footer" not in common or self.checker.flag(common["footer"].value, common["footer"].key.text) is not False,
            called=called,
            ignore=self.settings.names(common.get("ignore")),
            included=written.at.path if written is not node else "",
        )

    def _meant(self, entries: tuple[Entry, ...]) -> tuple[str, ...]:
        """The layouts that a slide without a layout's name could mean, where its fields are not the plain one's."""
        keys = {entry.key.text for entry in entries} - SLIDE_KEYS.keys()
        plain = self.shelf.plain_layout()
        if plain is None or not keys or keys & plain.keys.keys() == keys:
            return ()
        korean = is_korean(min(keys))
        fits = (layout for layout in self.shelf.layouts() if keys <= layout.keys.keys())
        return tuple(
            next((alias for alias in layout.aliases if korean and is_korean(alias)), layout.name) for layout in fits
        )

    def _field_names(self) -> tuple[str, ...]:
        return tuple(name for layout in self.shelf.layouts() for name in layout.keys)

    def _colon_text(self, node: MappingNode) -> tuple[Entry, ...]:
        """A slide's entries; `- 협치: 말이 먼저다` is a mapping to YAML but plainly a sentence with a colon in it."""
        if len(node.entries) != 1 or node.source:
            return node.entries
        key, value = node.entries[0].key, node.entries[0].value
        layout = self.shelf.plain_layout()
        known = (*SLIDE_KEYS, *(layout.keys if layout is not None else ()))
        if key.text in known or nearest(key.text, known) or not isinstance(value, Scalar) or not value.text.strip():
            return node.entries
        text = f"{key.text}: {value.text}"
        self.checker.report("read-as-text", node.at, what=":", fixed=quoted(text))
        starts = (0, len(key.text) + 2)
        origin = ((key.at.line, key.at.column), (value.at.line, value.at.column))
        return (Entry(Scalar(self._plain_key(text), node.at), Scalar(text, node.at, "plain", origin, starts)),)

    def _ground(self, entry: Entry | None, theme_name: str) -> str | None:
        if entry is None:
            return None
        name = self.checker.text(entry.value, entry.key.text)
        theme = self.checker.ask(self.shelf.theme, theme_name)
        if name is not None and theme is not None and name not in theme.order:
            self.checker.unknown("unknown-ground", entry.value.at, name, dict.fromkeys(theme.order))
            return None
        return name


def _under(key: str, entries: tuple[Entry, ...]) -> Entry | None:
    """The first entry under one of the spellings of a slide's key."""
    return next((entry for entry in entries if SLIDE_KEYS.get(entry.key.text) == key), None)


def _merged(entries: tuple[Entry, ...], inner: tuple[Entry, ...], fields: Mapping[str, str]) -> tuple[Entry, ...]:
    """What the script says of a slide, and of what the file says that it includes, what the script does not say."""

    def meant(entry: Entry) -> str:
        return fields.get(entry.key.text) or SLIDE_KEYS.get(entry.key.text) or entry.key.text

    said = {meant(entry) for entry in entries}
    return (*entries, *(entry for entry in inner if meant(entry) not in said))


def with_dashes(findings: list[Finding], shown: str) -> list[Finding]:
    """Findings with a second layout of a slide of the script taken for what it is: another slide without its dash.

    What is said of the lines behind it would be answered by that dash, too.
    """
    starts = {
        item.slide: item.place.line
        for item in reversed(findings)
        if item.rule == "duplicate-key" and SLIDE_KEYS.get(dict(item.values)["key"]) == "layout"
        if item.slide and item.place.path == shown
    }
    told: list[Finding] = []
    for item in findings:
        start = starts.get(item.slide) if item.slide is not None and item.place.path == shown else None
        if start is None or item.place.line < start:
            told.append(item)
        elif item.rule == "duplicate-key" and item.place.line == start:
            values = {**dict(item.values), "spaces": str(max(int(dict(item.values)["column"]) - 3, 0))}
            told.append(replace(item, rule="slide-dash-missing", values=tuple(sorted(values.items()))))
        elif item.rule not in ("unknown-field", "unknown-field-list", "duplicate-key", "same-key-twice"):
            told.append(item)
    return told


def glued_key(text: str, keys: tuple[str, ...]) -> str | None:
    """The key a text begins with where its colon is full-width or lacks the space that makes it one."""
    match = re.match(r"([\w-]+) ?(?:：|:(?=\S))", text)
    return match[1] if match is not None and match[1] in keys else None
