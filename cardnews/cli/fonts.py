"""`cardnews fonts`: which fonts are at hand, what they may be used for, and what a script lacks in them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from cardnews.cli.console import Console, choose_language, words
from cardnews.cli.table import cut, table
from cardnews.diagnostics import width_of
from cardnews.errors import CardnewsError, Language, Place, Severity

if TYPE_CHECKING:
    from cardnews.fontcheck import FontCheck, Lack
    from cardnews.fontlist import FontRecord

_MOST_PLACES = 3  # of one character, in the table
_MOST_WEIGHTS = 4  # of one family
_LICENSE = 12  # columns of a license
_COLUMNS = 80  # of the line below a family


def fonts_command(language: Language) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "fonts",
        callback=_fonts,
        help=f"{words('help-fonts', language)}\n\n"
        f"\b\n{words('help-examples', language)}\n"
        "  cardnews fonts\n"
        "  cardnews fonts --check script.yaml",
        params=[
            click.Option(
                ["--check", "script"], metavar="SCRIPT", type=click.Path(), help=words("help-fonts-check", language)
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=words("help-json", language)),
            click.Option(["--lang"], type=click.Choice(["ko", "en"]), help=words("help-lang", language)),
        ],
    )


def _fonts(script: str | None, as_json: bool, lang: str | None) -> int:
    from cardnews.cli.given import given_script
    from cardnews.fontcheck import check_fonts
    from cardnews.fontcheck import record as lack_record
    from cardnews.fontlist import list_fonts, record

    language = choose_language(lang, os.environ)
    console = Console(language)
    try:
        check = None if script is None else check_fonts(given_script(script, console.sources))
        fonts = list_fonts() if check is None else check.fonts
    except CardnewsError as error:
        console.findings(error.findings)
        return 1
    if check is not None:
        console.findings(check.findings)
    if as_json:
        found: dict[str, object] = {"fonts": [record(font) for font in fonts]}
        if check is not None:
            found["lacking"] = [lack_record(lack) for lack in check.lacks]
        console.output(json.dumps(found, ensure_ascii=False, indent=2))
    elif check is None:
        for line in _listed(fonts, language):
            console.output(line)
    else:
        _answer(console, check, language)
    return int(console.lost or not (check is None or check.ok))


def _answer(console: Console, check: FontCheck, language: Language) -> None:
    """What a script lacks, and the fonts that its author brought."""
    # Of a script that was not composed whole, nobody knows that nothing is lacking.
    if check.lacks or not any(item.severity is Severity.ERROR for item in check.findings):
        for line in _lacking(check.lacks, check.fonts, language):
            console.output(line)
    own = [font for font in check.fonts if font.own]
    if own:
        console.output("")
        for line in _listed(own, language):
            console.output(line)


def _listed(fonts: Sequence[FontRecord], language: Language) -> Iterator[str]:
    """The families in a table, the author's and the shipped ones apart, each with its other name and its files."""
    # No line below is wider than a terminal of eighty columns, with names of usual length.
    heads = (
        words("fonts-family", language),
        words("fonts-weights", language),
        words("fonts-license", language),
        words("fonts-embedding", language),
        words("fonts-hangul", language),
        words("fonts-hanja", language),
        words("fonts-signs", language),
        words("fonts-modern", language),
    )
    rows = table([heads, *(_row(font, language) for font in fonts)], [False] * 4 + [True] * 4)
    yield rows[0]
    for index, font in enumerate(fonts):
        if index == 0 or font.own != fonts[index - 1].own:
            yield f"[{words('fonts-own', language) if font.own else words('fonts-shipped', language)}]"
        yield rows[index + 1]
        yield _below(font, language)
    yield ""
    yield words("fonts-legend", language)
    yield words("fonts-legend-modern", language)


def _below(font: FontRecord, language: Language) -> str:
    """A family's other name, its license where the table cut it, and as many of its files as stand in a line."""
    other = font.family if _called(font, language) == font.korean else font.korean
    long = font.license if cut(font.license, _LICENSE) != font.license else ""
    line = "  " + " · ".join(filter(None, (other, long, font.files[0])))
    for index, name in enumerate(font.files[1:], 1):
        if width_of(f"{line}, {name}, … +00") > _COLUMNS:
            return f"{line}, … +{len(font.files) - index}"
        line += f", {name}"
    return line


def _weights(font: FontRecord) -> str:
    if len(font.weights) > _MOST_WEIGHTS:
        return f"{font.weights[0][0]:g} … {font.weights[-1][1]:g}"
    return " ".join(f"{low:g}" if low == high else f"{low:g}–{high:g}" for low, high in font.weights)


def _row(font: FontRecord, language: Language) -> tuple[str, ...]:
    coverage = font.coverage
    counts = ((coverage.hangul, 2350), (coverage.hanja, 4888), (coverage.signs, 987), (coverage.modern, 11172))
    full = words("fonts-all", language)
    return (
        _called(font, language),
        _weights(font),
        cut(font.license, _LICENSE) or words("fonts-unsaid", language),
        _embedding(font, language),
        *(full if count == of else f"{count:,}" if count else "–" for count, of in counts),
    )


def _embedding(font: FontRecord, language: Language) -> str:
    said = {
        "installable": words("fonts-installable", language),
        "editable": words("fonts-editable", language),
        "print": words("fonts-print", language),
        "forbidden": words("fonts-forbidden", language),
        "bitmaps": words("fonts-bitmaps", language),
        "unknown": words("fonts-unknown", language),
    }
    return said[font.embedding]


def _called(font: FontRecord, language: Language) -> str:
    return font.korean if language == "ko" and font.korean else font.family


def _lacking(lacks: Sequence[Lack], fonts: Sequence[FontRecord], language: Language) -> Iterator[str]:
    if not lacks:
        yield words("fonts-nothing-lacking", language)
        return
    names = {font.family: _called(font, language) for font in reversed(fonts)}
    heads = (
        words("fonts-character", language),
        words("fonts-code", language),
        words("fonts-lacked-by", language),
        words("fonts-set-in", language),
        words("fonts-slides", language),
        words("fonts-places", language),
    )
    rows = [
        (
            lack.character,
            lack.code,
            names.get(lack.family, lack.family),
            names.get(lack.fallback, lack.fallback) or words("fonts-none", language),
            ", ".join(map(str, lack.slides)),
            _places(lack.places),
        )
        for lack in lacks
    ]
    yield from table([heads, *rows])


def _places(places: Sequence[Place]) -> str:
    """Lines and columns; the file is the one that was asked about."""
    shown = [f"{place.line}:{place.column}" for place in dict.fromkeys(places)]
    return ", ".join(shown[:_MOST_PLACES]) + (", …" if len(shown) > _MOST_PLACES else "")
