"""Findings as people read them: the place, what is wrong, and the author's own line with a caret under the spot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from cardnews.errors import Finding, Language, Severity
from cardnews.source.text import decode, read_source

_SEVERITIES: Mapping[Language, Mapping[Severity, str]] = {
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"},
    "ko": {Severity.ERROR: "오류", Severity.WARNING: "주의", Severity.INFO: "참고"},
}
# Values of findings that quote the author: the longest that stands at the place is what the caret underlines.
_QUOTES = ("name", "found", "what", "word", "words", "text", "key", "character", "size", "box")
# Rules about all that a field says: the caret underlines its line to the end.
_WHOLE = frozenset(
    (
        "words-cut",
        "text-left-out",
        "picture-left-out",
        "logos-left-out",
        "far-over-length",
        "over-length",
        "relief-taken",
    )
)
_LEAST_COLUMNS, _GUTTER = 40, 5


class Excerpt(Struct, frozen=True):
    """A line of a script and where in it to look: `number` is 1-based, `lead` and `length` are terminal columns."""

    number: int
    text: str
    lead: int
    length: int


class Diagnostic(Struct, frozen=True):
    """One finding in the words of a language, in the parts that are shown apart."""

    severity: Severity
    place: str
    label: str
    where: str
    message: str
    rule: str
    excerpt: Excerpt | None = None

    @property
    def head(self) -> str:
        """`script.yaml:12:5: error: slide 3 (bubble): message [rule]`, which editors can jump to."""
        return ": ".join(filter(None, (self.place, self.label, self.where, self.message))) + f" [{self.rule}]"

    @property
    def lines(self) -> tuple[str, ...]:
        """The diagnostic as lines of plain text; a note is one line."""
        if self.excerpt is None or self.severity is Severity.INFO:
            return (self.head,)
        number = f"{self.excerpt.number:>{_GUTTER}}"
        caret = " " * self.excerpt.lead + "^" * self.excerpt.length
        return self.head, f"{number} | {self.excerpt.text}", f"{'':>{_GUTTER}} | {caret}"


class Sources(Struct):
    """The lines of the files that findings name, each read once; `given` holds texts that are no files, by name."""

    given: dict[str, bytes] = field(default_factory=dict)
    _lines: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def line(self, path: str, number: int) -> str | None:
        """Line `number` (1-based) of the file that findings call `path`, None where it cannot be read."""
        if path not in self._lines:
            if path in self.given:
                text, _ = decode(self.given[path], path)
            else:
                text, _ = read_source(Path(path), path)
            self._lines[path] = tuple(text.split("\n"))
        lines = self._lines[path]
        return lines[number - 1] if 1 <= number <= len(lines) else None


def diagnose(item: Finding, language: Language, sources: Sources, columns: int = 100) -> Diagnostic:
    """`item` in `language` with the line it stands in, cut to `columns` of a terminal around the place."""
    where = ""
    if item.slide is not None:
        where = f"{item.slide}번 슬라이드" if language == "ko" else f"slide {item.slide}"
        where += f" ({item.layout})" if item.layout else ""
    excerpt = None
    if item.place.line and item.place.column:
        line = sources.line(item.place.path, item.place.line)
        if line is not None and line.strip():
            excerpt = _excerpt(line, item, max(columns - _GUTTER - 3, _LEAST_COLUMNS))
    place = str(item.place) if item.place.path else ""
    severity = item.severity
    return Diagnostic(severity, place, _SEVERITIES[language][severity], where, item.message(language), item.id, excerpt)


def _excerpt(line: str, item: Finding, room: int) -> Excerpt:
    start = min(item.place.column - 1, len(line))
    end = start + min(max(_extent(line, start, item), 1), room)
    first = 0
    if len(line) > room or width_of(line) > room:
        if item.rule in _WHOLE:
            end = min(end, start + room // 4)  # the name of the field is to be seen, too
        # Keep what leads up to the place, but the place itself in view; the line may be a megabyte long.
        first, used = start, width_of(line[start:end])
        while first and used + width_of(line[first - 1]) <= room * 2 // 3:
            first -= 1
            used += width_of(line[first])
    lead = "…" if first else ""
    shown, used = lead, width_of(lead)
    last = first
    while last < len(line) and used + width_of(line[last]) <= room - 1:
        used += width_of(line[last])
        last += 1
    shown += _flat(line[first:last]) + ("…" if last < len(line) else "")
    before = width_of(lead) + width_of(line[first:start])
    return Excerpt(item.place.line, shown, before, max(width_of(line[start : min(end, last)]), 1))


def _extent(line: str, start: int, item: Finding) -> int:
    """How many characters the finding is about: what it quotes, else the word that begins there."""
    values = dict(item.values)
    quoted = [
        len(text) for key in _QUOTES if (text := values.get(key, "").rstrip("…")) and line.startswith(text, start)
    ]
    if quoted:
        return max(quoted)
    rest = line[start:]
    if item.rule in _WHOLE:
        # In a mapping in braces, the field ends before the next.
        inside = line.count("{", 0, start) > line.count("}", 0, start)
        return len((re.split(r"[,}]", rest)[0] if inside and rest[:1] not in "[{" else rest).rstrip())
    if rest and rest[0] in "\"'" and rest[1:].find(rest[0]) > 0:
        return rest[1:].index(rest[0]) + 2
    end = 0
    while end < len(rest) and not rest[end].isspace() and not (end and rest[end] in ",]}") and rest[end] != ":":
        end += 1
    return end


def _flat(text: str) -> str:
    """`text` with each character as wide as `width_of` says: a tab is one space."""
    return text.replace("\t", " ")


def width_of(text: str) -> int:
    """Columns of a terminal that `text` takes: wide and full-width characters two (UAX #11), marks none."""
    width = 0
    for character in text:
        if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        width += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return width
