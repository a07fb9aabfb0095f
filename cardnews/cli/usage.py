"""Help and usage mistakes in both languages: what click says in English only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from cardnews.cli.console import words
from cardnews.errors import Language, nearest

_HEADINGS = {"Options": "옵션", "Commands": "명령", "Arguments": "인수"}
_USAGE = {"[OPTIONS]": "[옵션]", "COMMAND": "명령", "[ARGS]": "[인수]"}
_HELP = "Show this message and exit."


class _KoreanFormatter(click.HelpFormatter):
    """Help pages with Korean headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for word, korean in _USAGE.items():
            args = args.replace(word, korean)
        super().write_usage(prog, args, prefix or "사용법: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], *spacing: int) -> None:
        super().write_dl([(term, words("help-help", "ko") if text == _HELP else text) for term, text in rows], *spacing)


class _KoreanContext(click.Context):
    formatter_class = _KoreanFormatter


def localize(command: click.Command, language: Language) -> click.Command:
    """`command` with its help pages in `language`."""
    if language == "ko":
        command.context_class = _KoreanContext
    return command


def told(error: click.ClickException, language: Language) -> Iterator[str]:
    """What is wrong with a command line and where its help is, in lines."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context is not None else "cardnews"
    yield f"{path}: {_message(error, context, language)}"
    yield words("usage-help", language, command=f"{path} --help")


def _message(error: click.ClickException, context: click.Context | None, language: Language) -> str:
    match error:
        case click.exceptions.NoSuchCommand():
            return _unknown("usage-command", error.command_name, _commands(context), language)
        case click.NoSuchOption():
            return _unknown("usage-option", error.option_name, _options(context), language)
        case click.MissingParameter():
            return words("usage-missing", language, name=_name(error.param))
        case click.BadParameter() if error.param is not None:
            kind = error.param.type
            value = error.message.partition("'")[2].partition("'")[0] or error.message
            if isinstance(kind, click.Choice):
                known = ", ".join(map(str, kind.choices))
                return words("usage-choice", language, name=_name(error.param), value=value, known=known)
            if isinstance(kind, click.IntRange | click.types.IntParamType):
                least = getattr(kind, "min", None) or 0
                return words("usage-number", language, name=_name(error.param), value=value.split(" ")[0], least=least)
    if isinstance(error, click.BadOptionUsage):
        return words("usage-value", language, name=error.option_name)
    if "unexpected extra argument" in error.format_message():
        extra = error.format_message().partition("(")[2].rpartition(")")[0]
        return words("usage-extra", language, value=extra)
    return error.format_message()


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return ""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.make_metavar(click.Context(click.Command("")))


def _commands(context: click.Context | None) -> list[str]:
    group = context.command if context is not None else None
    return list(group.commands) if isinstance(group, click.Group) else []


def _options(context: click.Context | None) -> list[str]:
    parameters = context.command.params if context is not None else []
    return [name for one in parameters if isinstance(one, click.Option) for name in one.opts if name.startswith("--")]


def _unknown(rule: str, name: str, choices: list[str], language: Language) -> str:
    near = nearest(name, choices)
    known = ", ".join(choices)
    return words(rule if near else f"{rule}-list", language, name=name, near=near or "", known=known)
