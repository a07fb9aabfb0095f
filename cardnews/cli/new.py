"""`cardnews new`: a script to begin from."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from cardnews.cli.console import Console, choose_language, words
from cardnews.errors import CardnewsError, Language

_STREAM = "-"


def new_command(language: Language) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "new",
        callback=_new,
        help=f"{words('help-new', language)}\n\n"
        f"\b\n{words('help-examples', language)}\n"
        "  cardnews new village\n"
        "  cardnews new village/ --layouts cover,bubble,closing\n"
        "  cardnews new village --from press-release.hwpx --theme hope",
        params=[
            click.Argument(["name"], metavar="NAME", type=click.Path(allow_dash=True)),
            click.Option(
                ["--from", "source"],
                metavar="FILE",
                type=click.Path(allow_dash=True),
                help=words("help-new-from", language),
            ),
            click.Option(["--theme"], metavar="NAME", help=words("help-new-theme", language)),
            click.Option(["--layouts"], metavar="A,B", help=words("help-new-layouts", language)),
            click.Option(["--lang"], type=click.Choice(["ko", "en"]), help=words("help-lang", language)),
            click.Option(["--quiet"], is_flag=True, help=words("help-quiet", language)),
        ],
    )


def _new(name: str, source: str | None, theme: str | None, layouts: str | None, lang: str | None, quiet: bool) -> int:
    from cardnews.arguments import ArgumentError
    from cardnews.cli.fmt import write_bytes
    from cardnews.draft.api import draft_script, new_script
    from cardnews.draft.write import shell_name

    console = Console(choose_language(lang, os.environ), quiet=quiet)
    named = None if layouts is None else [part for part in layouts.split(",") if part.strip()]
    try:
        text = _given() if source == _STREAM else None
        article = None if source is None or source == _STREAM else Path(source)
        if name == _STREAM:
            draft = draft_script(article, text=text, theme=theme, layouts=named, lang=console.language)
            write_bytes(console, draft.text.encode("utf-8"))
        else:
            new = new_script(name, article, text=text, theme=theme, layouts=named, lang=console.language)
            draft = new.draft
            console.result("draft-made", path=new.path, slides=draft.slides, shell=shell_name(str(new.path)))
    except CardnewsError as error:
        console.findings(error.findings)
        return 2 if isinstance(error, ArgumentError) else 1
    console.findings(draft.findings)
    return int(console.lost)


def _given() -> bytes:
    """What standard input holds, as far as an article may go."""
    from cardnews.draft.source import MAX_FILE

    stream = getattr(sys.stdin, "buffer", None)
    return stream.read(MAX_FILE + 1) if stream is not None else b""
