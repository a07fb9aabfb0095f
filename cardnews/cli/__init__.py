"""The command line: parse, call, report. Nothing here but the entry, so that `cardnews --help` starts at once."""

from __future__ import annotations


def main() -> None:
    """The `cardnews` command."""
    import gc
    import sys

    # Trees of files and frames last as long as a run; looking for garbage among them takes a tenth of it.
    gc.set_threshold(50_000, 20, 50)
    from cardnews.cli.app import run

    gc.freeze()
    sys.exit(run(sys.argv[1:]))
