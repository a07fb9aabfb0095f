"""Options that every command has, and the completion of their values in a shell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from cardnews.cli.console import words
from cardnews.errors import Language
from cardnews.script import SIZE_WORDS, SIZES


def add_common(command: click.Command, language: Language) -> click.Command:
    """`command` with `--no-color`, and with names completed where an option takes one."""
    command.params.append(
        click.Option(
            ["--no-color"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_without_color,
            help=words("help-no-color", language),
        )
    )
    for option in command.params:
        if option.name in ("size", "sizes"):
            option._custom_shell_complete = _sizes
            if option.multiple:
                option.callback = _each
        elif option.name == "theme":
            option._custom_shell_complete = _themes
        elif option.name == "layouts":
            option._custom_shell_complete = _layouts
        elif option.name == "layout":
            option._custom_shell_complete = _layout
    return command


def _each(_: click.Context, __: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    """`--size square,story` is `--size square --size story`."""
    return tuple(name for item in given for name in (_names_in(item) or (item,)))


def _names_in(item: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in item.split(",") if name.strip())


def _without_color(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        context.color = False


def _beginning(names: tuple[str, ...], typed: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.startswith(typed)]


def _sizes(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    done, comma, last = typed.rpartition(",")
    names = _beginning((*SIZES, *(SIZE_WORDS if not last.isascii() else ())), last)
    return [CompletionItem(f"{done}{comma}{item.value}") for item in names]


def _themes(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    from cardnews.library import Shelf

    return _beginning(Shelf().names("theme"), typed)


def _layouts(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    from cardnews.library import Shelf

    done, _sep, last = typed.rpartition(",")
    lead = f"{done}," if done else ""
    return [CompletionItem(f"{lead}{item.value}") for item in _beginning(Shelf().layout_names(), last)]


def _layout(context: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    """One layout, the author's own included, where the command line has named their folder or the current one is it."""
    from cardnews.library import Shelf

    # Before an option that still lacks its value, click leaves arguments unread.
    place = Path([*context.args, context.params.get("folder") or "."][0])
    return _beginning(Shelf(place if place.is_dir() else place.parent).layout_names(), typed)
