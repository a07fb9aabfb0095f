"""`cardnews completion`: the lines that teach a shell to complete commands, options and names."""

from __future__ import annotations

import click

from cardnews.cli.console import words
from cardnews.errors import Language

_SHELLS = ("bash", "zsh", "fish")


def completion_command(language: Language) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "completion",
        # Asked for once, when one sets up a shell; the help of the group keeps its screen for daily work.
        hidden=True,
        callback=_completion,
        help=f"{words('help-completion', language)}\n\n"
        f"\b\n{words('help-examples', language)}\n"
        "  cardnews completion bash >> ~/.bashrc\n"
        "  cardnews completion zsh >> ~/.zshrc\n"
        "  cardnews completion fish > ~/.config/fish/completions/cardnews.fish",
        params=[click.Argument(["shell"], metavar="SHELL", type=click.Choice(_SHELLS))],
    )


def _completion(shell: str) -> int:
    from click.shell_completion import get_completion_class

    context = click.get_current_context()
    group = context.find_root().command
    complete = get_completion_class(shell)
    assert complete is not None
    # The script itself, without the check of the shell's version that only a running shell could answer.
    source = complete(group, {}, "cardnews", "_CARDNEWS_COMPLETE")
    click.echo(source.source_template % source.source_vars())
    return 0
