"""Where a deck's script comes from: a file that is being written, or the samples of the layouts."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from cardnews.assets import stamp_of
from cardnews.compose.sound import answer
from cardnews.errors import Place
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.samples.slides import PLACE, samples_of, script_of
from cardnews.script import DEFAULT_THEME, Script
from cardnews.source.text import read_source

# Editors empty a file before they write it, or put a new one in its place: how long they are given, in seconds.
_PATIENCE, _STEP = 0.12, 0.02
_TRIES = 5


class Origin(Protocol):
    """Anything that a deck can read."""

    @property
    def folder(self) -> Path | None:
        """The author's folder, whose layouts, themes and drawings come first."""

    @property
    def path(self) -> Path | None:
        """The file to watch, if it is one."""

    def read(self, shelf: Shelf, patient: bool) -> tuple[Script, str]:
        """The script and its text as they are now; `patient` waits a moment for a file that is gone or empty."""


class FileOrigin(Struct, frozen=True):
    """A script on disk."""

    path: Path

    @property
    def folder(self) -> Path:
        return self.path.parent

    def read(self, shelf: Shelf, patient: bool) -> tuple[Script, str]:
        if patient:
            self._await()
        for _ in range(_TRIES):
            before = self.stamp()
            script, text = _loaded(self.path, shelf)
            if self.stamp() == before:
                break
        return script, text

    def stamp(self) -> tuple[int, ...]:
        """Changes with every save; empty where there is no file."""
        return stamp_of(self.path)

    def _await(self) -> None:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            found = self.stamp()
            if found and found[1]:
                return
            time.sleep(_STEP)


class SampleOrigin(Struct, frozen=True):
    """Every layout at hand as a slide with its samples; `folder` may hold layouts and themes of the author's own."""

    folder: Path | None
    path: None = None

    def read(self, shelf: Shelf, patient: bool) -> tuple[Script, str]:
        text = script_of(samples_of(shelf))
        return load_script(PLACE, shelf, PLACE.name, data=text.encode()), text


def slides_said(script: Script, text: str) -> Iterator[str]:
    """The lines of each slide, from its first to the next slide's."""
    lines = text.split("\n")
    starts = [max(slide.place.line - 1, 0) for slide in script.slides]
    for start, end in pairwise([*starts, len(lines)]):
        yield "\n".join(lines[start:end]).rstrip()


def _loaded(path: Path, shelf: Shelf) -> tuple[Script, str]:
    shown = str(path)
    try:
        return load_script(path, shelf), read_source(path, shown)[0]
    except Exception as error:
        found = (replace(item, place=item.place if item.place.path else Place(shown)) for item in answer(error))
        return Script(path, "", "", "", DEFAULT_THEME, (), (), findings=tuple(found)), ""
