"""Reading scripts: settings and slides into typed values, every mistake as a finding."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from cardnews.errors import CardnewsError, Finding, Place, Severity, limited, nearest, sort_findings
from cardnews.fields import MAX_TEXT, FieldReader
from cardnews.library import Shelf
from cardnews.schema import Checker, is_korean, items_of
from cardnews.script import (
    DEFAULT_THEME,
    MAX_EDGE,
    MAX_PIXELS,
    MIN_EDGE,
    SIZE_WORDS,
    SIZES,
    Script,
    Size,
    Slide,
    parse_size,
)
from cardnews.source.mend import quoted
from cardnews.source.nodes import Entry, Node, Scalar, Sequence, read_nodes
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.source.text import decode, read_source
from cardnews.values import TextValue

MAX_SLIDES = 200
MAX_NAMES = 50  # sizes, fonts, platforms or rules that one key names
MAX_LINE = 200  # characters of a brand, series or title
SCRIPT_KEYS = {
    "title": "title",
    "제목": "title",
    "brand": "brand",
    "브랜드": "brand",
    "series": "series",
    "시리즈": "series",
    "theme": "theme",
    "테마": "theme",
    "size": "size",
    "크기": "size",
    "lang": "lang",
    "언어": "lang",
    "font": "font",
    "글꼴": "font",
    "fonts": "fonts",
    "글꼴파일": "fonts",
    "platform": "platform",
    "플랫폼": "platform",
    "ignore": "ignore",
    "검사제외": "ignore",
    "slides": "slides",
    "슬라이드": "slides",
}
SLIDE_KEYS = {
    "layout": "layout",
    "레이아웃": "layout",
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
LANGUAGES = {"ko": "ko", "en": "en", "한국어": "ko", "영어": "en"}
_FIELDS_BEHIND = re.compile(r",\s*[\w-]+\s*:\s")
_EXTENT = re.compile(r"\s*\d+\s*[xX×*]\s*\d+\s*")


def read_script(path: str | Path) -> Script:
    """Read a script.

    Raises:
        CardnewsError: with all findings, if any of them is of error severity.
    """
    script = load_script(Path(path))
    if any(item.severity is Severity.ERROR for item in script.findings):
        raise CardnewsError(script.findings)
    return script


def load_script(
    path: Path, shelf: Shelf | None = None, shown: str | None = None, *, data: bytes | None = None
) -> Script:
    """Read a script and keep its mistakes in `findings`; slides that have some are marked `broken`.

    `shown` is what findings call it, by default `path`; `data` stands in for what the file at `path` holds.
    """
    shown = str(path) if shown is None else shown
    source, findings = read_source(path, shown) if data is None else decode(data, shown)
    if any(item.severity is Severity.ERROR for item in findings) and not source:
        return Script(path, "", "", "", DEFAULT_THEME, (Size("portrait", 1080, 1350),), (), findings=findings)
    node, more = read_nodes(source, shown)
    reader = _ScriptReader(path, shown, shelf or Shelf(path.parent), Checker([*findings, *more]))
    return reader.script(node)


class _ScriptReader:
    """Reads one script; collects findings as it goes."""

    def __init__(self, path: Path, shown: str, shelf: Shelf, checker: Checker) -> None:
        self.path = path
        self.shown = shown
        self.shelf = shelf
        self.checker = checker

    @cached_property
    def plain(self) -> tuple[str, str]:
        """The layout of a bare sentence, and the field that it fills."""
        layout = self.shelf.plain_layout()
        return (layout.name, layout.plain) if layout is not None else ("", "")

    def script(self, node: Node | None) -> Script:
        entries = self._top(node)
        title = self._words(entries, "title")
        theme = self._theme(entries.get("theme")) or DEFAULT_THEME
        sizes = self._sizes(entries.get("size"))
        slides = self._slides(entries.get("slides"), node, theme)
        script = Script(
            self.path,
            title,
            self._words(entries, "brand"),
            self._words(entries, "series"),
            theme,
            sizes,
            slides,
            self._language(entries.get("lang")),
            next(iter(self._names(entries.get("font"))), None),
            self._names(entries.get("fonts")),
            self._names(entries.get("platform")),
            self._names(entries.get("ignore")),
        )
        found = self.checker.findings = _with_dashes(self.checker.findings)
        broken = {item.slide for item in found if item.severity is Severity.ERROR}
        slides = tuple(replace(slide, broken=slide.number in broken) for slide in slides)
        return replace(script, findings=sort_findings(limited(sort_findings(found))), slides=slides)

    def _top(self, node: Node | None) -> dict[str, Entry]:
        place = Place(self.shown, 1, 1)
        if node is None or (isinstance(node, Scalar) and not node.text.strip()):
            if not any(item.severity is Severity.ERROR for item in self.checker.findings):
                self.checker.report("empty-script", place)
            return {}
        if isinstance(node, Sequence):
            return {"slides": Entry(Scalar("slides", node.at), node)}
        if isinstance(node, Scalar):
            glued = _glued_key(node.text, tuple(SCRIPT_KEYS))
            if glued:
                self.checker.report("key-in-text", node.at, name=glued)
            else:
                self.checker.report("not-a-script", node.at)
            return {}
        return self.checker.entries(node, SCRIPT_KEYS, "script") or {}

    def _words(self, entries: Mapping[str, Entry], key: str) -> str:
        if key not in entries:
            return ""
        text = (self.checker.text(entries[key].value, entries[key].key.text) or "").strip()
        most = MAX_TEXT if key in ("alt", "notes") else MAX_LINE
        if len(text) > most:
            name = entries[key].key.text
            self.checker.report("text-too-long", entries[key].value.at, name=name, found=len(text), most=most)
            return ""
        return text

    def _language(self, entry: Entry | None) -> str:
        if entry is None:
            return "ko"
        return LANGUAGES.get(self.checker.choice(entry.value, entry.key.text, LANGUAGES) or "", "ko")

    def _items(self, entry: Entry | None) -> tuple[Node, ...]:
        """What a key names, one thing or a list of them, within bounds."""
        items = items_of(entry.value) if entry is not None else ()
        if entry is not None and len(items) > MAX_NAMES:
            name = entry.key.text
            self.checker.report("too-many-names", items[MAX_NAMES].at, name=name, found=len(items), most=MAX_NAMES)
        return items[:MAX_NAMES]

    def _names(self, entry: Entry | None) -> tuple[TextValue, ...]:
        """The names under a key, one or a list of them."""
        named: list[TextValue] = []
        for item in self._items(entry):
            text = self.checker.text(item, entry.key.text) if entry is not None else None
            if text and text.strip():
                named.append(TextValue(text.strip(), item.at, plain=True))
        return tuple(named)

    def _theme(self, entry: Entry | None) -> str | None:
        if entry is None:
            return None
        name = self.checker.text(entry.value, entry.key.text)
        if name is None:
            return None
        place = entry.value.at
        found = self.checker.named("unknown-theme", place, self.shelf.theme, name, lambda: self.shelf.names("theme"))
        return None if found is None else name

    def _sizes(self, entry: Entry | None) -> tuple[Size, ...]:
        sizes: list[Size] = []
        for item in self._items(entry):
            text = self.checker.text(item, entry.key.text) if entry is not None else None
            size = read_size(text, item.at, self.checker) if text is not None else None
            if size is not None:
                sizes.append(size)
        return tuple(dict.fromkeys(sizes)) or (Size("portrait", *SIZES["portrait"]),)

    def _slides(self, entry: Entry | None, node: Node | None, theme: str) -> tuple[Slide, ...]:
        if entry is None:
            if node is not None and isinstance(node, MappingNode):
                korean = any(is_korean(one.key.text) for one in node.entries)
                self.checker.report("missing-key", node.at, name="슬라이드" if korean else "slides")
            return ()
        if not isinstance(entry.value, Sequence):
            self.checker.report("slides-not-a-list", entry.value.at)
            return ()
        items = entry.value.items
        if not items:
            self.checker.report("no-slides", entry.value.at)
        if len(items) > MAX_SLIDES:
            self.checker.report("too-many-slides", items[MAX_SLIDES].at, found=len(items), most=MAX_SLIDES)
        slides: list[Slide] = []
        layouts: list[str | None] = []
        for number, item in enumerate(items[:MAX_SLIDES], 1):
            self.checker.slide, self.checker.layout = number, None
            slides.append(self._slide(number, item, theme))
            layouts.append(self.checker.layout)
        self.checker.slide = self.checker.layout = None
        places = [(slide.number, layout, slide.place) for slide, layout in zip(slides, layouts, strict=True)]
        whole = entry.value if len(items) <= MAX_SLIDES else replace(entry.value, end=items[MAX_SLIDES].at.line)
        self.checker.locate(self.shown, places, whole)
        return tuple(slides)

    def _slide(self, number: int, node: Node, script_theme: str) -> Slide:
        if isinstance(node, Scalar):
            if not node.text.strip():
                self.checker.report("empty-slide", node.at)
                return Slide(number, "", {}, node.at)
            glued = _glued_key(node.text, (*SLIDE_KEYS, *self._field_names()))
            if glued:
                self.checker.report("key-in-text", node.at, name=glued)
                return Slide(number, "", {}, node.at)
            node = MappingNode((Entry(Scalar(self.plain[1], node.at), node),), node.at)
        if not isinstance(node, MappingNode):
            self.checker.report("wrong-type", node.at, what="slide", expected="mapping", found="list")
            return Slide(number, "", {}, node.at)
        entries = self._colon_text(node)
        common: dict[str, Entry] = {}
        layout_entry = next((entry for entry in entries if SLIDE_KEYS.get(entry.key.text) == "layout"), None)
        name = self.checker.text(layout_entry.value, layout_entry.key.text) if layout_entry is not None else None
        if layout_entry is None and (meant := self._meant(entries)):
            known = ", ".join(meant)
            self.checker.report("layout-missing", entries[0].key.at, near=meant[0], known=known)
            return Slide(number, "", {}, node.at)
        name = name or self.plain[0]
        place = layout_entry.value.at if layout_entry is not None else node.at
        if _FIELDS_BEHIND.search(name):
            self.checker.report("fields-on-one-line", place, name=name)
            return Slide(number, name, {}, node.at)
        layout = self.checker.named("unknown-layout", place, self.shelf.layout, name, self.shelf.layout_names)
        if layout is None:
            return Slide(number, name, {}, node.at)
        self.checker.layout = name
        own: list[Entry] = []
        for entry in entries:
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
        reader = FieldReader(self.checker, self.shelf, self.path.parent)
        fields = reader.read(layout.fields, own, node.at, known=tuple(SLIDE_KEYS), unknown="unknown-field")
        theme = self._theme(common.get("theme"))
        return Slide(
            number,
            layout.name,
            fields,
            node.at,
            theme,
            self._ground(common.get("ground"), theme or script_theme),
            self._words(common, "alt"),
            self._words(common, "notes"),
            "footer" not in common or self.checker.flag(common["footer"].value, common["footer"].key.text) is not False,
            called=name,
            ignore=self._names(common.get("ignore")),
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
        return (Entry(Scalar(self.plain[1], node.at), Scalar(text, node.at, "plain", origin, starts)),)

    def _ground(self, entry: Entry | None, theme_name: str) -> str | None:
        if entry is None:
            return None
        name = self.checker.text(entry.value, entry.key.text)
        theme = self.checker.ask(self.shelf.theme, theme_name)
        if name is not None and theme is not None and name not in theme.order:
            self.checker.unknown("unknown-ground", entry.value.at, name, dict.fromkeys(theme.order))
            return None
        return name


def read_size(text: str, place: Place, checker: Checker) -> Size | None:
    """The size of that name or extent, or None with a finding."""
    size = parse_size(text)
    if size is None and _EXTENT.fullmatch(text):
        pixels = MAX_PIXELS // 1_000_000
        checker.report("size-limits", place, size=text.strip(), least=MIN_EDGE, most=MAX_EDGE, pixels=pixels)
    elif size is None:
        checker.unknown("unknown-size", place, text, (*SIZES, *SIZE_WORDS))
    return size


def _with_dashes(findings: list[Finding]) -> list[Finding]:
    """Findings with a slide's second layout taken for what it is: the beginning of another slide without its dash.

    What is said of the lines behind it would be answered by that dash, too.
    """
    starts = {
        item.slide: item.place.line
        for item in reversed(findings)
        if item.rule == "duplicate-key" and SLIDE_KEYS.get(dict(item.values)["key"]) == "layout" and item.slide
    }
    told: list[Finding] = []
    for item in findings:
        start = starts.get(item.slide) if item.slide is not None else None
        if start is None or item.place.line < start:
            told.append(item)
        elif item.rule == "duplicate-key" and item.place.line == start:
            values = {**dict(item.values), "spaces": str(max(int(dict(item.values)["column"]) - 3, 0))}
            told.append(replace(item, rule="slide-dash-missing", values=tuple(sorted(values.items()))))
        elif item.rule not in ("unknown-field", "unknown-field-list", "duplicate-key", "same-key-twice"):
            told.append(item)
    return told


def _glued_key(text: str, keys: tuple[str, ...]) -> str | None:
    """The key a text begins with where its colon is full-width or lacks the space that makes it one."""
    match = re.match(r"([\w-]+) ?(?:：|:(?=\S))", text)
    return match[1] if match is not None and match[1] in keys else None
