"""`cardnews layouts`: which layouts are at hand, what each is for, and all about one of them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardnews.cli.console import Console, choose_language, words
from cardnews.cli.table import cut, table
from cardnews.diagnostics import width_of
from cardnews.errors import CardnewsError, Language, Place, finding

if TYPE_CHECKING:
    from cardnews.layout import Field, FieldType
    from cardnews.layoutlist import LayoutRecord

_COLUMNS = 80  # of a terminal
_ABOUT = 30  # columns of what a layout is for
_NEEDS = 24  # columns of its required fields


def layouts_command(language: Language) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "layouts",
        callback=_layouts,
        help=f"{words('help-layouts-command', language)}\n\n"
        f"\b\n{words('help-examples', language)}\n"
        "  cardnews layouts\n"
        "  cardnews layouts decks/spring/script.yaml\n"
        f"  cardnews layouts --show {'말풍선' if language == 'ko' else 'bubble'}\n"
        "  cardnews layouts --test layouts/deadline.yaml",
        params=[
            click.Argument(["folder"], required=False, default=".", metavar="[FOLDER|SCRIPT]", type=click.Path()),
            click.Option(["--show", "layout"], metavar="NAME", help=words("help-layouts-show", language)),
            click.Option(["--test", "tested"], metavar="FILE", help=words("help-layouts-test", language)),
            click.Option(["--json", "as_json"], is_flag=True, help=words("help-json", language)),
            click.Option(["--lang"], type=click.Choice(["ko", "en"]), help=words("help-lang", language)),
        ],
    )


def _layouts(folder: str, layout: str | None, tested: str | None, as_json: bool, lang: str | None) -> int:
    from cardnews.arguments import ArgumentError
    from cardnews.layoutlist import find_layout, record, survey

    language = choose_language(lang, os.environ)
    console = Console(language)
    if tested is not None:
        return _test(console, tested, language)
    place = Path(folder)
    if not place.exists():
        console.findings([finding("file-missing", Place(folder), path=folder)])
        return 1
    place = place if place.is_dir() else place.parent
    if layout is not None:
        try:
            found = find_layout(layout, place)
        except CardnewsError as error:
            console.findings(error.findings)
            return 2 if isinstance(error, ArgumentError) else 1
        _say(console, [json.dumps(record(found), ensure_ascii=False, indent=2)] if as_json else _shown(found, language))
        return int(console.lost)
    listed, findings = survey(place)
    console.findings(findings)
    records = {"layouts": [record(item) for item in listed]}
    _say(console, [json.dumps(records, ensure_ascii=False, indent=2)] if as_json else _listed(listed, language))
    return int(console.lost or bool(findings))


def _test(console: Console, file: str, language: Language) -> int:
    """Try a layout with texts of every length that it declares, in every theme and size."""
    from cardnews import gate
    from cardnews.arguments import ArgumentError

    try:
        report = gate.test_layout(Path(file) if file.endswith(".yaml") else file)
    except CardnewsError as error:
        console.findings(error.findings)
        return 2 if isinstance(error, ArgumentError) else 1
    _say(console, gate.report_lines(report, language))
    return int(console.lost) or report.exit_code


def _say(console: Console, lines: Iterable[str]) -> None:
    for line in lines:
        console.output(line)


def _listed(layouts: Sequence[LayoutRecord], language: Language) -> Iterator[str]:
    """The layouts in a table, the author's and the shipped ones apart."""
    heads = (
        words("layouts-name", language),
        words("layouts-korean", language),
        words("layouts-about", language),
        words("layouts-needs", language),
    )
    rows = table([heads, *(_row(layout, language) for layout in layouts)])
    yield rows[0]
    for index, layout in enumerate(layouts):
        if index == 0 or layout.own != layouts[index - 1].own:
            yield f"[{words('layouts-own', language) if layout.own else words('layouts-shipped', language)}]"
        yield rows[index + 1]
    yield ""
    yield words("layouts-more", language, command="cardnews layouts --show NAME")


def _row(layout: LayoutRecord, language: Language) -> tuple[str, ...]:
    korean = dict(layout.names).get("ko", "")
    needed = ", ".join(_called(field, language) for field in layout.fields if field.required)
    names = (korean or layout.name, layout.name) if language == "ko" else (layout.name, korean)
    return *names, cut(dict(layout.about).get(language, ""), _ABOUT), cut(needed, _NEEDS)


def _called(field: Field, language: Language) -> str:
    return dict(field.label).get("ko", field.name) if language == "ko" else field.name


def _shown(layout: LayoutRecord, language: Language) -> Iterator[str]:
    """All about one layout."""
    names = dict(layout.names)
    called = tuple(dict.fromkeys(filter(None, (layout.name, names.get("ko"), names.get("en")))))
    yield " · ".join(called)
    about = dict(layout.about).get(language)
    if about and about not in called:
        yield about
    others = [alias for alias in layout.aliases if alias not in called]
    if others:
        yield words("layouts-also", language, names=", ".join(others))
    if layout.own:
        yield words("layouts-file", language, file=layout.path)
    yield ""
    yield from _fields(layout.fields, language)
    yield ""
    yield f"{words('layouts-copy', language)}:"
    yield ""
    snippet = layout.korean if language == "ko" else layout.snippet
    yield from snippet.rstrip("\n").split("\n")


def _fields(fields: Iterable[Field], language: Language) -> Iterator[str]:
    """A table of fields, those of a list's items below it, and under each what it holds and how much of it."""
    from cardnews.layoutlist import limits

    said = list(_deep(fields))
    heads = (words("layouts-field", language), words("layouts-type", language), words("layouts-required", language))
    rows = [(f"{'  ' * depth}{_spelled(field)}", *_kind(field, language)) for field, depth in said]
    lines = table([heads, *rows])
    yield lines[0]
    for (field, depth), line in zip(said, lines[1:], strict=True):
        yield line
        told = filter(None, (dict(field.help).get(language, ""), *limits(field, language)))
        yield from _folded(list(told), "  " * (depth + 2))


def _deep(fields: Iterable[Field], depth: int = 0) -> Iterator[tuple[Field, int]]:
    for field in fields:
        if field.name:
            yield field, depth
            yield from _deep(field.of, depth + 1)


def _spelled(field: Field) -> str:
    return " · ".join(dict.fromkeys(field.spellings))


def _kind(field: Field, language: Language) -> tuple[str, str]:
    kinds: dict[FieldType, str] = {
        "text": words("type-name-text", language),
        "choice": words("type-name-choice", language),
        "art": words("type-name-art", language),
        "image": words("type-name-image", language),
        "link": words("type-name-link", language),
        "list": words("type-name-list", language),
        "group": words("type-name-group", language),
    }
    return kinds[field.type], words("layouts-yes", language) if field.required else ""


def _folded(parts: Sequence[str], pad: str) -> Iterator[str]:
    """The parts with semicolons between them, in lines that a terminal shows whole where a part fits into one."""
    line = ""
    for part in parts:
        if line and width_of(f"{pad}{line}; {part};") > _COLUMNS:
            yield f"{pad}{line};"
            line = part
        else:
            line = f"{line}; {part}" if line else part
    if line:
        yield pad + line
