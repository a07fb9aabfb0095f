"""`cardnews preview`: the cards in a browser, anew with every save."""

from __future__ import annotations

import os
from importlib.util import find_spec

import click

from cardnews.cli.console import Console, choose_language, words
from cardnews.errors import CardnewsError, Language

_NEEDED = ("starlette", "uvicorn", "watchfiles")


def preview_command(language: Language) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "preview",
        callback=_preview,
        help=f"{words('help-preview', language)}\n\n"
        f"\b\n{words('help-examples', language)}\n"
        "  cardnews preview script.yaml --open\n"
        "  cardnews preview",
        params=[
            click.Argument(["script"], metavar="[SCRIPT]", type=click.Path(), required=False),
            click.Option(["--port"], metavar="N", type=int, help=words("help-preview-port", language)),
            click.Option(["--open", "opened"], is_flag=True, help=words("help-preview-open", language)),
            click.Option(["--lang"], type=click.Choice(["ko", "en"]), help=words("help-lang", language)),
        ],
    )


def _preview(script: str | None, port: int | None, opened: bool, lang: str | None) -> int:
    console = Console(choose_language(lang, os.environ))
    if any(find_spec(name) is None for name in _NEEDED):
        console.remark("preview-not-installed")
        return 2
    from cardnews.preview import Address, serve
    from cardnews.preview.address import PORT

    def ready(address: Address) -> None:
        if address.taken is not None:
            console.remark("preview-port-taken", port=address.taken, given=address.port)
        console.result("preview-ready", url=address.url)
        if opened:
            import webbrowser

            if not webbrowser.open(address.url):
                console.remark("preview-no-browser")

    try:
        serve(script, port=PORT if port is None else port, language=console.language, ready=ready)
    except CardnewsError as error:
        console.findings(error.findings)
        return 2
    return int(console.lost)
