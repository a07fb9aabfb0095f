"""A set line of text, as Frames and `wrap_text` hand it out."""

from __future__ import annotations

from msgspec import Struct


class Line(Struct, frozen=True):
    """One set line of text.

    `start` and `end` are offsets into the text without its marks; `width` is in px; `ended` says why the line ended:
    `author` (a newline of the author's), `wrap`, `torn` (inside an over-wide eojeol) or `end`; `rules` are the ids
    of the rules that judged its break.
    """

    text: str
    start: int
    end: int
    width: float
    ended: str
    rules: tuple[str, ...]
