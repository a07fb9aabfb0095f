"""What the command line says: in whose language, on which stream, and never more than the stream can take."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TextIO

import click

from cardnews.diagnostics import Diagnostic, Sources, diagnose
from cardnews.errors import Finding, Language, Severity

# Control characters in a file's name or an author's words would steer the terminal or end the line.
_HARMLESS = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"
)
_PATIENCE = 0.5  # seconds before progress is worth showing
_BAR = 24  # columns of the progress bar
_PIPED = 100  # columns where nobody says how wide the output is
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def choose_language(asked: str | None, environ: Mapping[str, str], encoding: str | None = None) -> Language:
    """The language asked for, else that of the environment where a console of `encoding` can show it, else English."""
    names = (asked, environ.get("CARDNEWS_LANG"), *(environ.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANG")))
    chosen = next((name for name in names if name), "")
    if not chosen.casefold().startswith(("ko", "korean")):
        return "en"
    return "ko" if asked or can_show_hangul(encoding) else "en"


def can_show_hangul(encoding: str | None) -> bool:
    """Whether `encoding` has Hangul; one that Python does not know is taken for one that has."""
    try:
        "가".encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    except LookupError:
        return True
    return True


def words(rule: str, language: Language, **values: object) -> str:
    """A sentence of the command line's own."""
    return Finding(rule, values=tuple((key, str(value)) for key, value in values.items())).message(language)


def may_color(stream: TextIO | None, environ: Mapping[str, str]) -> bool:
    """Whether `stream` is a terminal that takes colors, and nobody asked for none (`NO_COLOR`, `--no-color`)."""
    context = click.get_current_context(silent=True)
    if (context is not None and context.color is False) or environ.get("NO_COLOR") or environ.get("TERM") == "dumb":
        return False
    if os.name == "nt" and not ({"WT_SESSION", "ANSICON", "TERM_PROGRAM", "TERM"} & environ.keys()):
        return False  # an old console would print the codes as letters
    return stream is not None and stream.isatty()


class Console:
    """Standard output and standard error; `lost` says that standard output could not take what was asked for.

    `notes` says whether findings that ask for nothing are shown, `sources` where the lines come from that findings are
    shown with.
    """

    def __init__(
        self,
        language: Language,
        *,
        quiet: bool = False,
        verbose: bool = False,
        notes: bool = True,
        sources: Sources | None = None,
    ) -> None:
        self.language = language
        self.quiet = quiet
        self.verbose = verbose
        self.notes = (notes or verbose) and not quiet
        self.lost = False
        self.sources = sources or Sources()
        self._shown = 0
        self._color = may_color(sys.stderr, os.environ)

    def result(self, rule: str, **values: object) -> None:
        """One line on standard output, unless quiet; `hidden` counts the notes that were not shown."""
        hidden = values.pop("hidden", 0)
        if not self.quiet:
            more = f" ({words('notes-hidden', self.language, count=hidden)})" if hidden else ""
            self._print(_line(words(rule, self.language, **values) + more))

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
        """On standard error, mistakes and warnings with the line they stand in, and notes where they are wanted."""
        columns = shutil.get_terminal_size((_PIPED, 24)).columns if sys.stderr and sys.stderr.isatty() else _PIPED
        for item in findings:
            if self.notes or item.severity is not Severity.INFO:
                for line in self._styled(diagnose(item, self.language, self.sources, columns)):
                    _write(sys.stderr, line)

    def _styled(self, found: Diagnostic) -> Iterable[str]:
        lines = found.lines
        if not self._color:
            return [_line(text) for text in lines]
        parts = [click.style(_clean(found.place), bold=True)] if found.place else []
        parts.append(click.style(found.label, fg=_COLORS[found.severity], bold=True))
        parts += [_clean(part) for part in (found.where, found.message) if part]
        head = f"{': '.join(parts)} {click.style(f'[{found.rule}]', dim=True)}\n"
        carets = [click.style(_clean(text), fg="green", bold=True) + "\n" for text in lines[2:]]
        return [head, *(_line(text) for text in lines[1:2]), *carets]

    def progress(self) -> Callable[[int, int], None] | None:
        """A bar on the terminal that appears where work takes long; None where nobody would see it."""
        if self.quiet or sys.stderr is None or not sys.stderr.isatty():
            return None
        start = time.monotonic()

        def show(done: int, total: int) -> None:
            if time.monotonic() - start >= _PATIENCE and done < total:
                filled = _BAR * done // total
                text = f"[{'#' * filled}{'.' * (_BAR - filled)}] {done}/{total}"
                _write(sys.stderr, "\r" + text.ljust(self._shown))
                self._shown = len(text)

        return show

    def clear(self) -> None:
        """Erase the bar."""
        if self._shown:
            _write(sys.stderr, "\r" + " " * self._shown + "\r")
            self._shown = 0


def say(lines: Iterable[str]) -> None:
    """Lines on standard error."""
    for text in lines:
        _write(sys.stderr, _line(text))


def make_streams_safe() -> None:
    """A letter that a stream's encoding lacks is spelled out instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _clean(text: str) -> str:
    return text.translate(_HARMLESS)


def _line(text: str) -> str:
    return _clean(text) + "\n"


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
