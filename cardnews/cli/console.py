"""What the command line says: in whose language, on which stream, and never more than the stream can take."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TextIO

from cardnews.errors import Finding, Language, Severity

# Control characters in a file's name or an author's words would steer the terminal or end the line.
_HARMLESS = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"
)
_PATIENCE = 0.5  # seconds before progress is worth showing


def choose_language(asked: str | None, environ: Mapping[str, str]) -> Language:
    """The language asked for, else that of the environment, else English."""
    names = (asked, environ.get("CARDNEWS_LANG"), *(environ.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANG")))
    chosen = next((name for name in names if name), "")
    return "ko" if chosen.casefold().startswith("ko") else "en"


def words(rule: str, language: Language, **values: object) -> str:
    """A sentence of the command line's own."""
    return Finding(rule, values=tuple((key, str(value)) for key, value in values.items())).message(language)


class Console:
    """Standard output and standard error; `lost` says that standard output could not take what was asked for."""

    def __init__(self, language: Language, *, quiet: bool = False) -> None:
        self.language = language
        self.quiet = quiet
        self.lost = False
        self._shown = 0

    def result(self, rule: str, **values: object) -> None:
        """One line on standard output, unless quiet."""
        if not self.quiet:
            self._print(_line(words(rule, self.language, **values)))

    def output(self, text: str) -> None:
        """What was asked for, on standard output."""
        for line in text.split("\n"):
            self._print(_line(line))

    def _print(self, text: str) -> None:
        self.lost = not _write(sys.stdout, text) or self.lost

    def remark(self, rule: str, **values: object) -> None:
        """One line on standard error, unless quiet."""
        if not self.quiet:
            _write(sys.stderr, _line(words(rule, self.language, **values)))

    def findings(self, findings: Iterable[Finding]) -> None:
        """One line each on standard error; notes only where not quiet."""
        for item in findings:
            if not (self.quiet and item.severity is Severity.INFO):
                _write(sys.stderr, _line(item.format(self.language)))

    def progress(self) -> Callable[[int, int], None] | None:
        """A counter on the terminal that appears where work takes long; None where nobody would see it."""
        if self.quiet or sys.stderr is None or not sys.stderr.isatty():
            return None
        start = time.monotonic()

        def show(done: int, total: int) -> None:
            if time.monotonic() - start >= _PATIENCE and done < total:
                text = f"{done}/{total}"
                _write(sys.stderr, "\r" + text.ljust(self._shown))
                self._shown = len(text)

        return show

    def clear(self) -> None:
        """Erase the counter."""
        if self._shown:
            _write(sys.stderr, "\r" + " " * self._shown + "\r")
            self._shown = 0


def make_streams_safe() -> None:
    """A letter that a stream's encoding lacks is spelled out instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _line(text: str) -> str:
    return text.translate(_HARMLESS) + "\n"


def _write(stream: TextIO | None, text: str) -> bool:
    """Whether `stream` took the text, or its reader has gone, as `head` does; False where the disk is full."""
    if stream is None:
        return True
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        silence(stream)
        return isinstance(error, BrokenPipeError)
    return True


def silence(stream: TextIO) -> None:
    """Nothing more to `stream`: Python flushes once more at its end, which must not fail either."""
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)
