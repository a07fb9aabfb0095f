"""`cardnews check`: what is wrong with a script's cards, or could be better, without making them."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardnews.cli.console import Console, choose_language, words
from cardnews.errors import CardnewsError, Language, Severity

if TYPE_CHECKING:
    from cardnews.check import Checked

_COLUMNS = 80  # of a terminal
FORMATS = ("text", "json", "sarif")
_SEVERITIES = {
    Severity.ERROR: "severity-error",
    Severity.WARNING: "severity-warning",
    Severity.INFO: "severity-info",
}


def check_command(language: Language) -> click.Command:
    """The command with its help in `language`."""

    def option(*names: str, said: str, **settings: object) -> click.Option:
        return click.Option(list(names), help=words(said, language), **settings)  # type: ignore[arg-type]

    return click.Command(
        "check",
        callback=_check,
        help=f"{words('help-check', language)}\n\n"
        f"\b\n{words('help-examples', language)}\n"
        "  cardnews check script.yaml --ignore over-length\n"
        "  cardnews check --explain low-contrast",
        params=[
            click.Argument(["scripts"], nargs=-1, metavar="SCRIPT...", type=click.Path()),
            option("--select", said="help-check-select", metavar="RULE,...", multiple=True),
            option("--ignore", said="help-check-ignore", metavar="RULE,...", multiple=True),
            option("--explain", said="help-check-explain", metavar="[RULE]", is_flag=False, flag_value=""),
            option("--rules", said="help-check-rules", is_flag=True),
            option("--format", "form", said="help-check-format", type=click.Choice(FORMATS), default="text"),
            option("--size", "sizes", said="help-check-size", metavar="NAME|WxH", multiple=True),
            option("--theme", said="help-theme", metavar="NAME"),
            option("-o", "--out", said="help-check-out", metavar="DIR", type=click.Path()),
            option("--no-pixels", said="help-check-pixels", is_flag=True),
            option("--strict", said="help-check-strict", is_flag=True),
            option("--lang", said="help-lang", type=click.Choice(["ko", "en"])),
        ],
    )


def _check(
    scripts: Sequence[str],
    select: Sequence[str],
    ignore: Sequence[str],
    explain: str | None,
    rules: bool,
    form: str,
    sizes: Sequence[str],
    theme: str | None,
    out: str | None,
    no_pixels: bool,
    strict: bool,
    lang: str | None,
) -> int:
    # What was loaded lives until the end, so that looking through it for what is not used any more only costs time.
    gc.freeze()
    console = Console(choose_language(lang, os.environ))
    try:
        if rules:
            _list(console)
            return int(console.lost)
        if explain is not None:
            _explain(console, explain) if explain.strip() else _all_rules(console)
            return int(console.lost)
        if not scripts:
            context = click.get_current_context()
            raise click.MissingParameter(ctx=context, param=context.command.params[0])
        from cardnews.check import check
        from cardnews.cli.given import given_script

        done = [
            check(
                given_script(name, console.sources),
                sizes=sizes or None,
                theme=theme,
                out=None if out is None else Path(out),
                select=select,
                ignore=ignore,
                pixels=not no_pixels,
            )
            for name in scripts
        ]
    except CardnewsError as error:
        console.findings(error.findings)
        return 2
    _tell(console, done, form)
    code = max(one.strict_code() if strict else one.exit_code for one in done)
    return max(code, int(console.lost))


def _tell(console: Console, done: Sequence[Checked], form: str) -> None:
    found = [item for one in done for item in one.findings]
    if form == "json":
        from cardnews.check.records import record

        records = [record(item, console.language) for item in found]
        console.output(json.dumps(records, ensure_ascii=False, indent=2))
    elif form == "sarif":
        from cardnews.check.sarif import sarif_log

        console.output(json.dumps(sarif_log(found, console.language), ensure_ascii=False, indent=2))
    else:
        for one in done:
            console.findings(one.findings)
            counts = {
                name: one.count(severity)
                for name, severity in (
                    ("errors", Severity.ERROR),
                    ("warnings", Severity.WARNING),
                    ("notes", Severity.INFO),
                )
            }
            rule = "checked-found" if one.findings else "checked-clean"
            console.result(rule, script=one.script, **counts)


def _list(console: Console) -> None:
    """Every rule of checking and composing with its severity and what it finds."""
    from cardnews.check.explain import explained, severity_of
    from cardnews.check.rules import listed_ids
    from cardnews.cli.table import table

    rows: list[tuple[str, str, str]] = []
    for rule in listed_ids():
        said = explained(rule, console.language)
        severity = words(_SEVERITIES[severity_of(rule)], console.language)
        rows.append((rule, severity, said.what if said is not None else ""))
    for line in table(rows):
        console.output(line)


def _all_rules(console: Console) -> None:
    """The name of every rule with what it is about in a line, those that weigh most first."""
    from cardnews.check.explain import explained, sentences, severity_of
    from cardnews.check.rules import known_ids
    from cardnews.cli.table import cut, table

    language = console.language
    for severity, name in _SEVERITIES.items():
        rows: list[tuple[str, str]] = []
        for rule in known_ids():
            if severity_of(rule) is severity:
                said = explained(rule, language)
                rows.append((rule, said.what if said is not None else sentences(rule, language)[0]))
        console.output(f"[{words(name, language)}]")
        for line in table(rows):
            console.output(cut(line, _COLUMNS))
        console.output("")
    console.output(words("explain-more", language, command="cardnews check --explain RULE"))


def _explain(console: Console, asked: str) -> None:
    """One rule: how much it weighs, why it matters, how it is found, what to do, and how to leave it out."""
    from cardnews.check.explain import explained, sentences, severity_of
    from cardnews.check.rules import id_named

    language = console.language
    rule = id_named(asked)
    said = explained(rule, language)
    severity = words(_SEVERITIES[severity_of(rule)], language)
    console.output(f"{rule} ({severity})" + (f": {said.what}" if said is not None else ""))
    parts = [("explain-why", said.why), ("explain-how", said.how), ("explain-fix", said.fix)] if said else []
    for key, text in parts:
        console.output(f"\n{words(key, language)} {text}.")
    console.output(f"\n{words('explain-says', language)}")
    for sentence in sentences(rule, language):
        console.output(f"  {sentence}")
    console.output(f"\n{words('explain-off', language, name=rule)}")
