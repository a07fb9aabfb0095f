"""What a caller asks for: sizes, a theme and slides by name, turned into values or refused with the nearest name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

from cardnews.errors import CardnewsError, Place, finding
from cardnews.library import Shelf
from cardnews.reader import load_script, read_size
from cardnews.schema import Checker
from cardnews.script import Size

_NUMBERS = re.compile(r"(\d{1,6})(?:\s*[-–~]\s*(\d{1,6}))?")


class ArgumentError(CardnewsError):
    """An argument of the call is wrong, whatever the script says."""


def sizes_named(names: Sequence[str] | None) -> tuple[Size, ...]:
    """The sizes of those names; one name alone counts as a list of it."""
    checker = Checker()
    sizes: list[Size] = []
    for name in [names] if isinstance(names, str) else names or ():
        size = read_size(name, Place(), checker)
        if size is not None:
            sizes.append(size)
    if checker.findings:
        raise ArgumentError(checker.findings)
    return tuple(dict.fromkeys(sizes))


def theme_named(name: str, shelf: Shelf) -> str:
    """The name by which scripts know the theme that is called so, in Korean too; ArgumentError where there is none."""
    if shelf.library.find("theme", name) is not None:
        return name
    called = shelf.korean_names("theme")
    found = called.get(normalize("NFC", name).strip())
    if found is None:
        checker = Checker()
        checker.unknown("unknown-theme", Place(), name, (*shelf.names("theme"), *called))
        raise ArgumentError(checker.findings)
    return found


def require_all(scripts: Iterable[Path], only: str | None, theme: str | None) -> None:
    """ArgumentError where `only` or `theme` names nothing in one of several scripts, before any of them is rendered."""
    for path in scripts:
        shelf = Shelf(path.parent)
        if theme is not None:
            theme_named(theme, shelf)
        if only is not None:
            total = 0
            with suppress(Exception):  # whatever is wrong with a script is said when its turn comes
                total = len(load_script(path, shelf).slides)
            if total:
                slide_numbers(only, total)


def slide_numbers(only: str | Iterable[int] | None, total: int) -> tuple[int, ...]:
    """The numbers of the slides to make, ascending."""
    if only is None:
        return tuple(range(1, total + 1))
    ranges: list[tuple[int, int]] = []
    if isinstance(only, str):
        for part in filter(None, map(str.strip, only.split(","))):
            match = _NUMBERS.fullmatch(part)
            first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
            if not 1 <= first <= last:
                raise ArgumentError([finding("bad-only", only=only)])
            ranges.append((first, last))
    else:
        ranges = [(number, number) for number in only]
    if not ranges:
        raise ArgumentError([finding("bad-only", only=only if isinstance(only, str) else "")])
    outside = sorted(
        {last if 1 <= first <= total else first for first, last in ranges if not 1 <= first <= last <= total}
    )
    if outside:
        raise ArgumentError(finding("no-such-slide", number=number, total=total) for number in outside)
    return tuple(sorted({number for first, last in ranges for number in range(first, last + 1)}))
