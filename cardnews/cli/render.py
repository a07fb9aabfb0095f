"""`cardnews render`: scripts to cards."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import click

from cardnews.cli.console import Console, choose_language, words
from cardnews.errors import CardnewsError, Language, Severity, finding

if TYPE_CHECKING:
    from cardnews.render import Report


_STEPS = {
    "read": "step-read",
    "compose": "step-compose",
    "paint": "step-paint",
    "encode": "step-encode",
    "write": "step-write",
}


def render_command(language: Language) -> click.Command:
    """The command with its help in `language`."""

    def option(*names: str, **settings: object) -> click.Option:
        name = next(name for name in names if name.startswith("--"))
        return click.Option(list(names), help=words(f"help-{name[2:]}", language), **settings)  # type: ignore[arg-type]

    return click.Command(
        "render",
        callback=_render,
        help=f"{words('help-render', language)}\n\n"
        f"\b\n{words('help-examples', language)}\n"
        "  cardnews render script.yaml\n"
        "  cardnews render a.yaml b.yaml --out cards --size square,story",
        params=[
            click.Argument(["scripts"], nargs=-1, required=True, metavar="SCRIPT...", type=click.Path()),
            option("-o", "--out", metavar="DIR", type=click.Path()),
            option("--size", "sizes", metavar="NAME|WxH", multiple=True),
            option("--only", metavar="1,3-5"),
            option("--theme", metavar="NAME"),
            option("--jobs", metavar="N", type=click.IntRange(min=1)),
            option("--lang", type=click.Choice(["ko", "en"])),
            option("--quiet", is_flag=True),
            option("--verbose", is_flag=True),
        ],
    )


def _render(
    scripts: Sequence[str],
    out: str | None,
    sizes: Sequence[str],
    only: str | None,
    theme: str | None,
    jobs: int | None,
    lang: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    from cardnews.arguments import require_all
    from cardnews.cli.given import given_script
    from cardnews.render import render

    console = Console(choose_language(lang, os.environ), quiet=quiet, verbose=verbose, notes=False)
    code = 0
    try:
        pairs = _folders([Path(name) for name in scripts], None if out is None else Path(out))
        if len(pairs) > 1:
            require_all((script for script, _ in pairs), only, theme)
        for script, folder in pairs:
            given = given_script(str(script), console.sources)
            progress = console.progress()
            try:
                report = render(
                    given, folder, sizes=sizes or None, only=only, theme=theme, jobs=jobs, progress=progress
                )
            finally:
                console.clear()
            _tell(console, script, report)
            code = max(code, report.exit_code)
    except CardnewsError as error:
        console.findings(error.findings)
        return 2
    return max(code, int(console.lost))


def _tell(console: Console, script: Path, report: Report) -> None:
    console.findings(report.findings)
    if console.verbose:
        for step, seconds in report.timings:
            console.remark("took", step=words(_STEPS[step], console.language), time=f"{1000 * seconds:.0f}")
    if not report.made:
        console.remark("cards-none", script=script)
        return
    rule = "cards-partly" if report.made < report.total else "card-made" if report.made == 1 else "cards-made"
    hidden = 0 if console.notes else sum(item.severity is Severity.INFO for item in report.findings)
    missing = ", ".join(map(str, report.missing))
    console.result(rule, made=report.made, total=report.total, folder=report.folder, missing=missing, hidden=hidden)


def _folders(scripts: Sequence[Path], out: Path | None) -> list[tuple[Path, Path]]:
    """Each script with the folder of its cards; CardnewsError where two would share one or a link leads elsewhere."""
    from cardnews.arguments import ArgumentError
    from cardnews.export.disk import default_folder
    from cardnews.export.manifest import folder_beside

    pairs: list[tuple[Path, Path]] = []
    beside = Counter(os.path.realpath(script.parent) for script in scripts)
    owners: dict[str, Path] = {}
    for script in scripts:
        if out is None:
            shared = beside[os.path.realpath(script.parent)] > 1
            folder = default_folder(script.parent, script.stem) if shared else folder_beside(script)
        elif len(scripts) == 1:
            folder = out
        else:
            folder = out / (
                Path(os.path.realpath(script.parent)).name if script.stem.casefold() == "script" else script.stem
            )
        # Most disks of authors do not tell upper case from lower case, nor one spelling of Hangul from the other.
        key = normalize("NFC", os.path.realpath(folder)).casefold()
        if key in owners:
            raise ArgumentError([finding("same-output", first=owners[key], second=script, folder=folder)])
        owners[key] = script
        pairs.append((script, folder))
    return pairs
