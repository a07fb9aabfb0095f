"""What the page can look at, as values: a size and theme of a deck, its cards, and what there is to say."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from cardnews.compose.frame import Frame
from cardnews.errors import Finding
from cardnews.script import Script, Size, Slide


class View(Struct, frozen=True):
    """A size and a theme by name; empty ones stand for the script's own."""

    size: str = ""
    theme: str = ""


class Shown(Struct, frozen=True):
    """A card on the page. `frame` is None where there never was one; `stale` says that it is not today's.

    `key` names its picture and `mark` also what is known of its texts; `said` is the slide as the script has it.
    """

    number: int
    slide: Slide
    said: str
    frame: Frame | None = None
    key: str = ""
    mark: str = ""
    stale: bool = False


class Snapshot(Struct, frozen=True):
    """One view of one version of a deck. `script` is the last that could be read, `whole` whether that is today's."""

    view: View
    version: int
    script: Script
    size: Size
    theme: str
    cards: tuple[Shown, ...]
    findings: tuple[Finding, ...]
    whole: bool = True


def counterparts(before: Sequence[str], now: Sequence[str]) -> dict[int, int]:
    """For slides of `now` the slide of `before` that each most likely was, by index: equal ones, and those that stand
    between the same neighbors."""
    found: dict[int, int] = {}
    for kind, first, last, start, end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind in ("equal", "replace"):
            found |= dict(zip(range(start, end), range(first, last), strict=False))
    return found
