"""The group of commands, and how a run of it ends."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

import click

from cardnews.cli.console import choose_language, make_streams_safe, silence, words
from cardnews.cli.inspect import inspect_command
from cardnews.cli.render import render_command
from cardnews.errors import Language


def build_group(language: Language) -> click.Group:
    """The `cardnews` command with its help in `language`."""
    examples = "\b\n{}\n  cardnews render script.yaml\n  cardnews render script.yaml --size square --only 1,3-5"
    group = click.Group(
        "cardnews",
        help=f"{words('help-group', language)}\n\n{examples.format(words('help-examples', language))}",
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        params=[
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_version,
                help=words("help-version", language),
            )
        ],
    )
    group.add_command(render_command(language))
    group.add_command(inspect_command(language))
    return group


def run(arguments: Sequence[str]) -> int:
    """Run the command line; the exit code is 0 done, 1 mistakes in a script, 2 usage, 130 interrupted."""
    make_streams_safe()
    try:
        code = build_group(choose_language(None, os.environ)).main(
            list(arguments), prog_name="cardnews", standalone_mode=False
        )
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except OSError as error:
        # Help and version go to standard output past the Console, which answers for everything else.
        if error.errno not in (errno.ENOSPC, errno.EPIPE):
            raise
        silence(sys.stdout)
        return int(error.errno != errno.EPIPE)
    except (click.Abort, KeyboardInterrupt):
        return 130


def _show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from cardnews import __version__

        click.echo(f"cardnews {__version__}")
        context.exit()
