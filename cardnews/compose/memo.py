"""What composing found out, kept for composing the same script again with few of its slides changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar, cast

from cardnews.assets import Stamp, stamp_of
from cardnews.theme import Theme
from cardnews.values import ImageValue, Value

T = TypeVar("T")


class Memo:
    """Results by where they belong, each with all that it was made from; made anew where that is not equal.

    For one script in one size and theme, and for as long as the layouts, themes, drawings and fonts that it names are
    the same files: those are not compared. Its pictures are, by their stamps. Not for several threads at a time.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], tuple[tuple[object, ...], object]] = {}

    def kept(self, belongs: tuple[object, ...], given: tuple[object, ...], make: Callable[[], T]) -> T:
        """What `make` made last for `belongs`, if it was from the same that is `given` now, else what it makes."""
        known = self._known.get(belongs)
        if known is not None and known[0] == given:
            return cast(T, known[1])
        made = make()
        self._known[belongs] = given, made
        return made


def picture_stamps(values: Iterable[Value], theme: Theme | None) -> tuple[tuple[Path, Stamp], ...]:
    """Every picture file in a slide's fields, and the logos of its theme, with what tells each from another of its
    name."""
    from cardnews.compose.sound import files_in

    paths = [value.path for _, value in files_in(values) if isinstance(value, ImageValue)]
    logos = theme.logo if theme is not None else ()
    return tuple((path, stamp_of(path)) for path in (*paths, *logos) if path is not None)
