"""Cards as the text of a script, with comments that help to go on from it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from cardnews.draft.passage import Card, Shown
from cardnews.draft.prose import Prose
from cardnews.draft.words import field_name, key, layout_name
from cardnews.draft.yamltext import Value, entry
from cardnews.errors import Finding, Language, finding
from cardnews.jsonschema.script import modeline
from cardnews.layout import Field, Layout
from cardnews.library import Shelf
from cardnews.source.nodes import Scalar

SCHEMA = "cardnews.schema.json"
_MOST = 200  # characters of a setting


class Head(Struct, frozen=True):
    """What stands above the slides. `file` is the script's name, `article` that of the file it was made from, "-" where
    that has none, "" for samples."""

    lang: Language
    file: str
    theme: str
    article: str = ""
    title: str = ""
    brand: str = ""
    series: str = ""

    def lines(self, notes: bool) -> Iterator[str]:
        """The lines down to `slides:`; `notes` says whether slides have some."""
        if not self.article:
            about = finding("draft-of-samples")
        elif self.article == "-":
            about = finding("draft-of-text")
        else:
            about = finding("draft-of-article", name=_line(self.article))
        tips = [finding("draft-tip-marks"), finding("draft-tip-lines")]
        tips += [finding("draft-tip-notes")] if notes else []
        tips += [] if self.article else [finding("draft-tip-optional")]
        yield modeline(SCHEMA)
        yield f"# {self._about(about)}"
        yield f"#   cardnews render {shell_name(_line(self.file))}"
        yield from (f"# - {sentence(tip, self.lang)}" for tip in tips)
        if self.title:
            yield from _told(key("title", self.lang), self.title)
        yield from self._setting("brand", self.brand, finding("draft-brand").message(self.lang))
        yield from self._setting("series", self.series, finding("draft-series").message(self.lang))
        yield from entry(key("theme", self.lang), self.theme, 0)
        portrait, square, story = (key(size, self.lang) for size in ("portrait", "square", "story"))
        yield f"{key('size', self.lang)}: {portrait}  # [{portrait}, {square}, {story}]"
        yield ""
        yield f"{key('slides', self.lang)}:"

    def _about(self, about: Finding) -> str:
        """The sentence; the name of a file, with which it may begin, keeps its case."""
        words = about.message(self.lang)
        return words if words.startswith(_line(self.article) or " ") else sentence(about, self.lang)

    def _setting(self, name: str, value: str, instead: str) -> Iterator[str]:
        """A setting, or the place for it."""
        name = key(name, self.lang)
        yield from _told(name, value) if value else (f"# {name}: {instead}",)


def _told(name: str, value: str) -> Iterator[str]:
    """A setting; one that is too long ends with a word, and stands whole in a comment."""
    if len(value) > _MOST:
        yield f"# {name}: {_line(value)}"
        # The space may stand right behind the last word that fits.
        value = (value[: _MOST + 1].rsplit(None, 1)[0] if re.search(r"\S\s", value[: _MOST + 1]) else value)[:_MOST]
    yield from entry(name, value, 0)


def shell_name(name: str) -> str:
    """A file's name as a shell takes it: quoted where spaces or signs ask for it, and never like an option."""
    # Letters of any script need no quotes, though `shlex` puts them around all but ASCII.
    name = f"./{name}" if name.startswith("-") else name
    return name if re.fullmatch(r"[\w@%+=:,./-]+", name) else shlex.quote(name)


def sentence(words: Finding, lang: Language) -> str:
    """Words of the catalogue as a sentence that stands alone."""
    text = words.message(lang)
    return text[:1].upper() + text[1:]


def script_text(head: Head, cards: Sequence[Card], shelf: Shelf, optional: bool = False) -> str:
    """The script; with `optional`, fields that are not used stand below each slide as comments."""
    lines = list(head.lines(any(card.notes for card in cards)))
    for number, card in enumerate(cards):
        layout = shelf.layout(card.layout)
        assert layout is not None
        lines += [""] if number else []
        lines += _slide(card, layout, head.lang, shelf, optional)
    return "\n".join(lines) + "\n"


def _slide(card: Card, layout: Layout, lang: Language, shelf: Shelf, optional: bool) -> Iterator[str]:
    name, called = layout_name(layout, lang, shelf), _line(dict(layout.names).get(lang, layout.name))
    yield f"  - {key('layout', lang)}: {name}" + (f"  # {called}" if called != name else "")
    for field in layout.fields:
        if field.name in card.fields:
            yield from entry(field_name(field, lang), written(card.fields[field.name], field, lang), 4)
    for field in layout.fields if optional else ():
        if field.name not in card.fields:
            yield f"    # {field_name(field, lang)}: {_hint(field, lang)}"
    if card.notes:
        yield f"    {key('notes', lang)}: |"
        yield from (f"      {line}" for line in card.notes)


def written(value: Shown, field: Field, lang: Language) -> Value:
    """A field's value as the script says it."""
    if isinstance(value, Prose):
        return value.text if field.plain or field.type in ("link", "image") else value.script()
    if isinstance(value, str):
        return value
    inner = {item.name: item for item in field.of}
    if isinstance(value, Mapping):
        called = {name: field_name(inner[name], lang) if name in inner else key(name, lang) for name in value}
        return {called[name]: written(item, inner.get(name, field), lang) for name, item in value.items()}
    one = Field(field.name, plain=field.plain) if "" in inner else field
    return [written(item, one, lang) for item in value]


def _hint(field: Field, lang: Language) -> str:
    """What a field that is not used would hold."""
    words = dict(field.help).get(lang) or dict(field.label).get(lang) or field.name
    if field.options:
        called = {option: spelling for spelling, option in reversed(field.korean)} if lang == "ko" else {}
        return f"{' / '.join(called.get(option, option) for option in field.options)}  # {_line(words)}"
    example = field.sample or field.default
    shown = example.text if isinstance(example, Scalar) else "…"
    most = f", {finding('draft-most', most=field.most).message(lang)}" if field.most else ""
    return f"{_line(shown)}  # {_line(words)}{most}"


def _line(text: str) -> str:
    """Words that stay in their line."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
