"""Scripts as the command line names them: files, or `-` for what comes from standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from cardnews.diagnostics import Sources
from cardnews.reader import load_script
from cardnews.script import Script
from cardnews.source.text import MAX_SCRIPT_BYTES

STDIN = "-"


def given_script(name: str, sources: Sources | None = None) -> Path | Script:
    """The path `name`, or the script that standard input holds, as if it lay in the current folder.

    Its lines are put into `sources`, so that findings can show them.
    """
    if name != STDIN:
        return Path(name)
    stream = getattr(sys.stdin, "buffer", None)
    data = stream.read(MAX_SCRIPT_BYTES + 1) if stream is not None else b""
    if sources is not None:
        sources.given[STDIN] = data
    return load_script(Path(STDIN), shown=STDIN, data=data)
