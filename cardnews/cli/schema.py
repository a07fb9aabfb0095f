"""`cardnews schema`: what a script may hold, for editors."""

from __future__ import annotations

import os
from pathlib import Path

import click

from cardnews.cli.console import Console, choose_language, words
from cardnews.cli.fmt import write_bytes
from cardnews.errors import Language, Place, finding

SCHEMA_FILE = "cardnews.schema.json"


def schema_command(language: Language) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "schema",
        callback=_schema,
        help=f"{words('help-schema-command', language)}\n\n"
        f"\b\n{words('help-schema-paste', language)}\n"
        f"  # yaml-language-server: $schema={SCHEMA_FILE}\n\n"
        f"\b\n{words('help-examples', language)}\n"
        f"  cardnews schema -o {SCHEMA_FILE}\n"
        f"  cardnews schema decks/spring -o decks/spring/{SCHEMA_FILE}",
        params=[
            click.Argument(["folder"], required=False, default=".", metavar="[FOLDER|SCRIPT]", type=click.Path()),
            click.Option(["-o", "--out"], metavar="FILE", type=click.Path(), help=words("help-schema-out", language)),
            click.Option(["--lang"], type=click.Choice(["ko", "en"]), help=words("help-lang", language)),
        ],
    )


def _schema(folder: str, out: str | None, lang: str | None) -> int:
    from cardnews.export.disk import write_whole
    from cardnews.jsonschema import modeline, schema_text

    language = choose_language(lang, os.environ)
    console = Console(language)
    place = Path(folder)
    if not place.exists():
        console.findings([finding("file-missing", Place(folder), path=folder)])
        return 1
    data = schema_text(place if place.is_dir() else place.parent, language).encode("utf-8")
    if out is None:
        write_bytes(console, data)
        return int(console.lost)
    try:
        write_whole(Path(out), data)
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        console.findings([finding("schema-not-written", Place(out), reason=os.strerror(number) if number else "")])
        return 1
    console.result("schema-written", file=out, line=modeline(Path(out).name))
    return int(console.lost)
