"""The command line: parse, call, report. Nothing here but the entry, so that `cardnews --help` starts at once."""

from __future__ import annotations


def main() -> None:
    """The `cardnews` command."""
    import sys

    from cardnews.cli.app import run

    sys.exit(run(sys.argv[1:]))
