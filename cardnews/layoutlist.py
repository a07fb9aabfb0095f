"""The layouts at hand as records: names, what each is for, its fields with their limits, and lines to copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from unicodedata import normalize

from msgspec import Struct

from cardnews.arguments import ArgumentError
from cardnews.assets import is_inside
from cardnews.errors import CardnewsError, Finding, Language, Place, finding
from cardnews.jsonschema.words import plain
from cardnews.layout import Field, Layout
from cardnews.library import Shelf
from cardnews.samples.korean import korean_snippet
from cardnews.samples.slides import sample_of
from cardnews.schema import Checker
from cardnews.script import SIZE_WORDS, SIZES

_SIZES_IN_KOREAN = {size: word for word, size in SIZE_WORDS.items()}


class LayoutRecord(Struct, frozen=True):
    """A layout: `name` is what scripts call it, `names` what people do, as pairs of a language and a name, `aliases`
    what scripts may call it as well.

    `about` says what it is for, as pairs of a language and words; `own` that it is the author's; `path` is its file;
    `snippet` a slide in the words of its samples, to stand below `slides:`, and `korean` the same with Korean keys.
    """

    name: str
    names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    about: tuple[tuple[str, str], ...]
    own: bool
    path: Path
    fields: tuple[Field, ...]
    snippet: str
    korean: str


def list_layouts(folder: str | Path | None = None) -> tuple[LayoutRecord, ...]:
    """The layouts at hand by name: first the author's own, in `layouts/` of the script's `folder`, then the shipped
    ones. One of the author's that has the name of a shipped one stands in its place.

    A file that cannot be read is left out; `survey` tells, and so does a script that names it.
    """
    return survey(folder)[0]


def survey(folder: str | Path | None = None) -> tuple[tuple[LayoutRecord, ...], tuple[Finding, ...]]:
    """As `list_layouts`, with what is wrong with the files that are left out."""
    shelf = Shelf(None if folder is None else Path(folder))
    found: list[LayoutRecord] = []
    findings: list[Finding] = []
    for name in shelf.names("layout"):
        try:
            layout = shelf.layout(name)
        except CardnewsError as error:
            findings.extend(error.findings)
        else:
            found.extend([record_of(layout, shelf)] if layout is not None else [])
    return tuple(sorted(found, key=lambda item: not item.own)), tuple(findings)


def find_layout(name: str, folder: str | Path | None = None) -> LayoutRecord:
    """The layout that a script in `folder` would name `name`, in Korean as well.

    Raises:
        CardnewsError: where there is none, with the nearest name, or its file is broken.
    """
    shelf = Shelf(None if folder is None else Path(folder))
    checker = Checker()
    name = normalize("NFC", name.strip())
    layout = checker.named("unknown-layout", Place(), shelf.layout, name, shelf.layout_names)
    if layout is None:
        broken = any(item.place.path for item in checker.findings)
        raise (CardnewsError if broken else ArgumentError)(checker.findings)
    return record_of(layout, shelf)


def record_of(layout: Layout, shelf: Shelf) -> LayoutRecord:
    """The record of a layout from that shelf."""
    shipped = shelf.library.folders("layout")[-1]
    return LayoutRecord(
        layout.name,
        layout.names,
        tuple(dict.fromkeys(alias for alias in layout.aliases if alias != layout.name)),
        tuple(_about(layout)),
        not is_inside(layout.path, shipped),
        layout.path,
        layout.fields,
        sample_of(layout).snippet,
        korean_snippet(layout, shelf),
    )


def _about(layout: Layout) -> Iterator[tuple[str, str]]:
    """What the layout says that it is for, else what it suits, else what its first needed field holds."""
    needed = next((field for field in layout.fields if field.required), None)
    languages: tuple[Language, ...] = ("ko", "en")
    for language in languages:
        suited = ", ".join(Finding(f"help-suits-{suit.kind}").message(language) for suit in layout.suits)
        held = dict(needed.help).get(language, "") if needed is not None else ""
        said = dict(layout.help).get(language) or suited or held
        if said:
            yield language, said


def limits(field: Field, language: Language) -> tuple[str, ...]:
    """How much a field holds, what it may be, and what it is where nothing is written, each in a few words."""
    return tuple(item.message(language) for item in _limits(field, language)) + _choices(field, language)


def _limits(field: Field, language: Language) -> Iterator[Finding]:
    if field.count is not None:
        least, most = field.count
        yield finding("layouts-count-exact" if least == most else "layouts-count", least=least, most=most)
    if field.room:
        yield _room(field, language)
    if field.most is not None:
        yield finding("layouts-most", most=field.most)


def _room(field: Field, language: Language) -> Finding:
    """How many items one card holds, sizes with the same number told together."""
    sizes: dict[int, list[str]] = {}
    for kind in SIZES:
        called = _SIZES_IN_KOREAN[kind] if language == "ko" else kind
        sizes.setdefault(field.room_at(kind), []).append(called)
    if len(sizes) == 1:
        return finding("layouts-room-everywhere", room=next(iter(sizes)))
    told = (
        finding("layouts-room-of", room=room, sizes=", ".join(kinds)).message(language)
        for room, kinds in sorted(sizes.items(), reverse=True)
    )
    return finding("layouts-room", room=", ".join(told))


def _choices(field: Field, language: Language) -> tuple[str, ...]:
    words = {option: word for word, option in reversed(field.korean)} if language == "ko" else {}
    options = " / ".join(words.get(option, option) for option in field.options)
    default = plain(field.default)
    if default is None:
        return (options,) if options else ()
    shown = ", ".join(map(str, default)) if isinstance(default, list) else words.get(str(default), str(default))
    return (*filter(None, (options,)), finding("layouts-default", default=shown).message(language))


def record(layout: LayoutRecord) -> dict[str, Any]:
    """A layout as JSON can hold it."""
    return {
        "name": layout.name,
        "names": dict(layout.names),
        "aliases": list(layout.aliases),
        "about": dict(layout.about),
        "own": layout.own,
        "fields": _field_records(layout.fields),
        "snippet": layout.snippet,
    }


def _field_records(fields: Iterable[Field]) -> list[dict[str, Any]]:
    return [
        {
            "name": field.name,
            "spellings": list(field.spellings),
            "type": field.type,
            "required": field.required,
            "most": field.most,
            "count": list(field.count) if field.count is not None else None,
            "room": {kind: field.room_at(kind) for kind in SIZES} if field.type == "list" else None,
            "options": {option: [word for word, of in field.korean if of == option] for option in field.options},
            "default": plain(field.default),
            "sample": plain(field.sample),
            "help": dict(field.help),
            "of": _field_records(item for item in field.of if item.name),
        }
        for field in fields
    ]
