"""`cardnews gallery`: every layout with its samples, on contact sheets."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from cardnews.cli.console import Console, choose_language, words
from cardnews.errors import CardnewsError, Language, Place, Severity, finding


def gallery_command(language: Language) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "gallery",
        callback=_gallery,
        help=f"{words('help-gallery', language)}\n\n"
        f"\b\n{words('help-examples', language)}\n"
        "  cardnews gallery\n"
        "  cardnews gallery decks/spring -o sheets --theme hope --size portrait",
        params=[
            click.Argument(["folder"], required=False, default=".", metavar="[FOLDER|SCRIPT]", type=click.Path()),
            click.Option(
                ["-o", "--out"],
                metavar="DIR",
                default="gallery",
                type=click.Path(),
                help=words("help-gallery-out", language),
            ),
            click.Option(["--theme"], metavar="NAME", help=words("help-gallery-theme", language)),
            click.Option(
                ["--size", "sizes"], metavar="NAME|WxH", multiple=True, help=words("help-gallery-size", language)
            ),
            click.Option(["--art"], is_flag=True, help=words("help-gallery-art", language)),
            click.Option(["--lang"], type=click.Choice(["ko", "en"]), help=words("help-lang", language)),
            click.Option(["--quiet"], is_flag=True, help=words("help-quiet", language)),
            click.Option(["--verbose"], is_flag=True, help=words("help-gallery-verbose", language)),
        ],
    )


def _gallery(
    folder: str,
    out: str,
    theme: str | None,
    sizes: Sequence[str],
    art: bool,
    lang: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    from cardnews.arguments import ArgumentError
    from cardnews.gallery.make import make_gallery

    console = Console(choose_language(lang, os.environ), quiet=quiet, verbose=verbose)
    place = Path(folder)
    if not place.exists():
        console.findings([finding("file-missing", Place(folder), path=folder)])
        return 1
    place = place if place.is_dir() else place.parent
    try:
        gallery = make_gallery(
            out, folder=place, theme=theme, sizes=sizes or None, art=art, progress=console.progress()
        )
    except CardnewsError as error:
        console.clear()
        console.findings(error.findings)
        return 2 if isinstance(error, ArgumentError) else 1
    console.clear()
    # What a sample leaves out in a small size is no mistake of whoever looks at the gallery.
    wrong = [item for item in gallery.findings if item.severity is Severity.ERROR or item.rule == "gallery-no-sample"]
    console.findings(gallery.findings if verbose else wrong)
    rule = "gallery-sheet" if len(gallery.sheets) == 1 else "gallery-sheets"
    rule = "gallery-art" if art else rule
    console.result(rule, sheets=len(gallery.sheets), layouts=gallery.layouts, folder=gallery.folder)
    return int(console.lost or not gallery.ok)
