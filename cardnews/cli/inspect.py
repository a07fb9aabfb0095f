"""`cardnews inspect`: what was set where, at which size, and why each line ended."""

from __future__ import annotations

import json
import os

import click

from cardnews.cli.console import Console, choose_language, words
from cardnews.errors import Language, Severity


def inspect_command(language: Language) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "inspect",
        callback=_inspect,
        help=f"{words('help-inspect', language)}\n\n"
        f"\b\n{words('help-examples', language)}\n"
        "  cardnews inspect script.yaml --only 3\n"
        "  cardnews inspect script.yaml --size square --json",
        params=[
            click.Argument(["script"], metavar="SCRIPT", type=click.Path()),
            click.Option(["--size"], metavar="NAME|WxH", help=words("help-inspect-size", language)),
            click.Option(["--only"], metavar="1,3-5", help=words("help-inspect-only", language)),
            click.Option(["--json", "as_json"], is_flag=True, help=words("help-json", language)),
            click.Option(["--lang"], type=click.Choice(["ko", "en"]), help=words("help-lang", language)),
        ],
    )


def _inspect(script: str, size: str | None, only: str | None, as_json: bool, lang: str | None) -> int:
    from cardnews.arguments import ArgumentError
    from cardnews.cli.given import given_script
    from cardnews.inspection import described, inspect, record

    console = Console(choose_language(lang, os.environ))
    try:
        found = inspect(given_script(script, console.sources), size, only=only)
    except ArgumentError as error:
        console.findings(error.findings)
        return 2
    console.findings(found.findings)
    if as_json:
        console.output(json.dumps([record(frame) for frame in found.frames], ensure_ascii=False, indent=2))
    else:
        for frame in found.frames:
            for line in described(frame):
                console.output(line)
    return int(console.lost or any(item.severity is Severity.ERROR for item in found.findings))
