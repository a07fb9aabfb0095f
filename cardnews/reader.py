"""Reading scripts: settings and slides into typed values, every mistake as a finding."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec.structs import replace

from cardnews.errors import CardnewsError, Place, Severity, limited, sort_findings
from cardnews.includereader import IncludeReader
from cardnews.library import Shelf
from cardnews.schema import Checker, is_korean
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
from cardnews.settingreader import SettingReader
from cardnews.slidereader import SlideReader, glued_key, with_dashes
from cardnews.source.nodes import Entry, Node, Scalar, Sequence, read_nodes
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.source.text import decode, read_source

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
LANGUAGES = {"ko": "ko", "en": "en", "한국어": "ko", "영어": "en"}
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
    path: Path,
    shelf: Shelf | None = None,
    shown: str | None = None,
    *,
    data: bytes | None = None,
    every: bool = False,
) -> Script:
    """Read a script and keep its mistakes in `findings`; slides that have some are marked `broken`.

    `shown` is what findings call it, by default `path`; `data` stands in for what the file at `path` holds;
    `every` slide is read where the script is to be written anew, also those that it skips.
    """
    shown = str(path) if shown is None else shown
    source, findings = read_source(path, shown) if data is None else decode(data, shown)
    if any(item.severity is Severity.ERROR for item in findings) and not source:
        return Script(path, "", "", "", DEFAULT_THEME, (Size("portrait", 1080, 1350),), (), findings=findings)
    node, more = read_nodes(source, shown)
    reader = _ScriptReader(path, shown, shelf or Shelf(path.parent), Checker([*findings, *more]))
    return reader.script(node, every=every)


class _ScriptReader:
    """Reads one script; collects findings as it goes."""

    def __init__(self, path: Path, shown: str, shelf: Shelf, checker: Checker) -> None:
        self.path = path
        self.shown = shown
        self.checker = checker
        self.settings = SettingReader(shelf, checker)
        self.includes = IncludeReader(path, shelf.library.home, checker)

    def script(self, node: Node | None, *, every: bool) -> Script:
        entries = self._top(node)
        title = self.settings.words(entries, "title")
        theme = self.settings.theme(entries.get("theme")) or DEFAULT_THEME
        sizes = self._sizes(entries.get("size"))
        slides = self._slides(entries.get("slides"), node, theme, every=every)
        script = Script(
            self.path,
            title,
            self.settings.words(entries, "brand"),
            self.settings.words(entries, "series"),
            theme,
            sizes,
            slides,
            self._language(entries.get("lang")),
            next(iter(self.settings.names(entries.get("font"))), None),
            self.settings.names(entries.get("fonts")),
            self.settings.names(entries.get("platform")),
            self.settings.names(entries.get("ignore")),
            included=tuple(self.includes.looked_at.items()),
        )
        found = self.checker.findings = with_dashes(self.checker.findings, self.shown)
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
            glued = glued_key(node.text, tuple(SCRIPT_KEYS))
            if glued:
                self.checker.report("key-in-text", node.at, name=glued)
            else:
                self.checker.report("not-a-script", node.at)
            return {}
        return self.checker.entries(node, SCRIPT_KEYS, "script") or {}

    def _language(self, entry: Entry | None) -> str:
        if entry is None:
            return "ko"
        return LANGUAGES.get(self.checker.choice(entry.value, entry.key.text, LANGUAGES) or "", "ko")

    def _sizes(self, entry: Entry | None) -> tuple[Size, ...]:
        sizes: list[Size] = []
        for item in self.settings.items(entry):
            text = self.checker.text(item, entry.key.text) if entry is not None else None
            size = read_size(text, item.at, self.checker) if text is not None else None
            if size is not None:
                sizes.append(size)
        return tuple(dict.fromkeys(sizes)) or (Size("portrait", *SIZES["portrait"]),)

    def _slides(self, entry: Entry | None, node: Node | None, theme: str, *, every: bool) -> tuple[Slide, ...]:
        if entry is None:
            if node is not None and isinstance(node, MappingNode):
                korean = any(is_korean(one.key.text) for one in node.entries)
                self.checker.report("missing-key", node.at, name="슬라이드" if korean else "slides")
            return ()
        if not isinstance(entry.value, Sequence):
            self.checker.report("slides-not-a-list", entry.value.at)
            return ()
        reader = SlideReader(self.path.parent, self.shown, theme, self.settings, self.includes, every=every)
        return reader.slides(entry.value)


def read_size(text: str, place: Place, checker: Checker) -> Size | None:
    """The size of that name or extent, or None with a finding."""
    size = parse_size(text)
    if size is None and _EXTENT.fullmatch(text):
        pixels = MAX_PIXELS // 1_000_000
        checker.report("size-limits", place, size=text.strip(), least=MIN_EDGE, most=MAX_EDGE, pixels=pixels)
    elif size is None:
        checker.unknown("unknown-size", place, text, (*SIZES, *SIZE_WORDS))
    return size
