"""`cardnews themes`: which themes are at hand, and a new one in the colors of an organization."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardnews.cli.console import Console, choose_language, words
from cardnews.cli.table import table
from cardnews.errors import CardnewsError, Language

if TYPE_CHECKING:
    from cardnews.brandkit import ThemeRecord

_BARE_COLOR = re.compile(r"[0-9a-fA-F]{3}|[0-9a-fA-F]{6}")


def themes_command(language: Language) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "themes",
        callback=_themes,
        help=f"{words('help-themes', language)}\n\n"
        f"\b\n{words('help-examples', language)}\n"
        "  cardnews themes\n"
        '  cardnews themes --new ourcity --from hope --color "#0A5BD3" --logo logo.svg',
        params=[
            click.Option(["--new", "name"], metavar="NAME", help=words("help-themes-new", language)),
            click.Option(["--from", "base"], metavar="THEME", default="hope", help=words("help-themes-from", language)),
            click.Option(["--color"], metavar="#RRGGBB", help=words("help-themes-color", language)),
            click.Option(["--logo"], metavar="FILE", type=click.Path(), help=words("help-themes-logo", language)),
            click.Option(
                ["--dark-logo"], metavar="FILE", type=click.Path(), help=words("help-themes-dark-logo", language)
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=words("help-json", language)),
            click.Option(["--lang"], type=click.Choice(["ko", "en"]), help=words("help-lang", language)),
        ],
    )


def _themes(
    name: str | None,
    base: str,
    color: str | None,
    logo: str | None,
    dark_logo: str | None,
    as_json: bool,
    lang: str | None,
) -> int:
    from cardnews.arguments import ArgumentError
    from cardnews.brandkit import list_themes, new_theme

    language = choose_language(lang, os.environ)
    console = Console(language)
    if name is None:
        listed, findings = list_themes(Path())
        console.findings(findings)
        records = [record.as_json() for record in listed]
        lines = (
            [json.dumps({"themes": records}, ensure_ascii=False, indent=2)] if as_json else _listed(listed, language)
        )
        for line in lines:
            console.output(line)
        return int(console.lost or bool(findings))
    if color is not None and _BARE_COLOR.fullmatch(color.strip()):
        color = f"#{color.strip()}"  # in a shell, `#` begins a comment, so people leave it out
    try:
        made = new_theme(name, base=base, color=color, logo=logo, dark_logo=dark_logo)
    except CardnewsError as error:
        console.findings(error.findings)
        return 2 if isinstance(error, ArgumentError) else 1
    console.result("theme-made", path=made.path, name=name)
    return int(console.lost)


def _listed(themes: Sequence[ThemeRecord], language: Language) -> Iterator[str]:
    heads = tuple(words(key, language) for key in ("themes-name", "themes-called", "themes-grounds", "themes-base"))
    rows = [_row(theme, language) for theme in themes]
    # Shipped themes extend none, so that the column is empty where nobody has one of their own.
    kept = [at for at in range(len(heads)) if not rows or any(row[at] for row in rows)]
    yield from table([[row[at] for at in kept] for row in (heads, *rows)])


def _row(theme: ThemeRecord, language: Language) -> tuple[str, ...]:
    called = dict(theme.names)
    return theme.name, called.get(language) or theme.name, ", ".join(theme.grounds), ", ".join(theme.bases)
