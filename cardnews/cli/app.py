"""The group of commands, and how a run of it ends."""

from __future__ import annotations

import errno
import os
import sys
import warnings
from collections.abc import Sequence

import click

from cardnews.cli.check import check_command
from cardnews.cli.completion import completion_command
from cardnews.cli.console import choose_language, make_streams_safe, say, silence, words
from cardnews.cli.fmt import fmt_command
from cardnews.cli.fonts import fonts_command
from cardnews.cli.gallery import gallery_command
from cardnews.cli.inspect import inspect_command
from cardnews.cli.layouts import layouts_command
from cardnews.cli.new import new_command
from cardnews.cli.options import add_common
from cardnews.cli.preview import preview_command
from cardnews.cli.render import render_command
from cardnews.cli.schema import schema_command
from cardnews.cli.themes import themes_command
from cardnews.cli.usage import localize, told
from cardnews.errors import Language

# In the order of work, which is the order of the help.
COMMANDS = (
    new_command,
    render_command,
    check_command,
    inspect_command,
    preview_command,
    fmt_command,
    schema_command,
    layouts_command,
    gallery_command,
    themes_command,
    fonts_command,
    completion_command,
)


class _Group(click.Group):
    """Commands in the order they were added."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(self.commands)


def build_group(language: Language) -> click.Group:
    """The `cardnews` command with its help in `language`."""
    examples = "\b\n{}\n  cardnews render script.yaml\n  cardnews render script.yaml --size square --only 1,3-5"
    group = _Group(
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
    for make in COMMANDS:
        command = make(language)
        group.add_command(localize(add_common(command, language), language))
    localize(group, language)
    return group


def run(arguments: Sequence[str]) -> int:
    """Run the command line; the exit code is 0 done, 1 mistakes in a script, 2 usage, 130 interrupted."""
    make_streams_safe()
    # What libraries warn of is for programmers; what an author can mend is a finding.
    warnings.simplefilter("ignore")
    encoding = getattr(sys.stderr, "encoding", None)
    language = choose_language(_language_asked(arguments), os.environ, encoding)
    try:
        code = build_group(language).main(list(arguments), prog_name="cardnews", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        say(told(error, language))
        return error.exit_code
    except OSError as error:
        # Help and version go to standard output past the Console, which answers for everything else.
        if error.errno not in (errno.ENOSPC, errno.EPIPE):
            raise
        silence(sys.stdout)
        return int(error.errno != errno.EPIPE)
    except (click.Abort, KeyboardInterrupt):
        say([words("interrupted", language)])
        return 130


def _language_asked(arguments: Sequence[str]) -> str | None:
    """The value of `--lang`, which help and usage mistakes follow as well."""
    for position, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang":
            return next(iter(arguments[position + 1 : position + 2]), None)
    return None


def _show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from cardnews import __version__

        click.echo(f"cardnews {__version__}")
        context.exit()
