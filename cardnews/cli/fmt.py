"""`cardnews fmt`: scripts tidied, their words and comments kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardnews.cli.console import Console, choose_language, silence, words
from cardnews.cli.given import STDIN
from cardnews.errors import Language, Severity

if TYPE_CHECKING:
    from cardnews.tidy import Tidied


def fmt_command(language: Language) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "fmt",
        callback=_fmt,
        help=f"{words('help-fmt', language)}\n\n"
        f"\b\n{words('help-examples', language)}\n"
        "  cardnews fmt script.yaml\n"
        "  cardnews fmt --check */script.yaml\n"
        "  cardnews fmt - < draft.yaml > script.yaml",
        params=[
            click.Argument(["scripts"], nargs=-1, required=True, metavar="SCRIPT...", type=click.Path(allow_dash=True)),
            click.Option(["--check"], is_flag=True, help=words("help-fmt-check", language)),
            click.Option(["--diff"], is_flag=True, help=words("help-fmt-diff", language)),
            click.Option(["--lang"], type=click.Choice(["ko", "en"]), help=words("help-lang", language)),
            click.Option(["--quiet"], is_flag=True, help=words("help-quiet", language)),
        ],
    )


def _fmt(scripts: Sequence[str], check: bool, diff: bool, lang: str | None, quiet: bool) -> int:
    from cardnews.tidy import format_file

    console = Console(choose_language(lang, os.environ), quiet=quiet)
    code = 0
    for script in scripts:
        if script == STDIN:
            code = max(code, _piped(console, check=check, diff=diff))
            continue
        before = _text(script) if diff else ""
        tidied = format_file(Path(script), write=not (check or diff))
        code = max(code, _told(console, script, tidied, before, check=check, diff=diff))
    return max(code, int(console.lost))


def _piped(console: Console, *, check: bool, diff: bool) -> int:
    """Standard input, tidied, on standard output; what cannot be read comes out as it went in."""
    from cardnews.source.text import MAX_SCRIPT_BYTES
    from cardnews.tidy import format_bytes

    stream = getattr(sys.stdin, "buffer", None)
    data = stream.read(MAX_SCRIPT_BYTES + 1) if stream is not None else b""
    console.sources.given[STDIN] = data
    tidied = format_bytes(data, STDIN, Path())
    if check or diff:
        return _told(console, STDIN, tidied, data.decode("utf-8", "replace"), check=check, diff=diff)
    console.findings(tidied.findings)
    write_bytes(console, tidied.text.encode("utf-8") if tidied.changed else data)
    return int(_is_unread(tidied))


def _told(console: Console, script: str, tidied: Tidied, before: str, *, check: bool, diff: bool) -> int:
    console.findings(tidied.findings)
    if _is_unread(tidied):
        console.remark("fmt-unread", script=script)
        return 1
    lines = [*unified_diff(before.splitlines(), tidied.text.splitlines(), script, script, lineterm="")] if diff else []
    for line in lines if tidied.changed else ():
        console.output(line)
    if not tidied.changed:
        console.result("fmt-tidy", script=script)
    elif not lines:  # as where only the line ends change
        console.result("fmt-would" if check or diff else "fmt-done", script=script)
    return int(check and tidied.changed)


def _is_unread(tidied: Tidied) -> bool:
    return any(item.severity is Severity.ERROR for item in tidied.findings)


def _text(script: str) -> str:
    from cardnews.source.text import read_source

    return read_source(Path(script), script)[0]


def write_bytes(console: Console, data: bytes) -> None:
    """What was asked for, on standard output, in UTF-8 whatever the console's encoding is."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        return
    try:
        sys.stdout.flush()
        stream.write(data)
        stream.flush()
    except OSError as error:
        silence(sys.stdout)
        console.lost = not isinstance(error, BrokenPipeError)
