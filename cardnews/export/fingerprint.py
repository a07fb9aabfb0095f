"""What a card was painted from, as one short text: equal for Frames that paint the same picture."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from cardnews.assets import Stamp, stamp_of
from cardnews.compose.frame import Code, Frame
from cardnews.export import disk

# Positions that differ by less paint the same picture, and the last digits of a sum differ between machines.
_DIGITS = 2
_SHARE_DIGITS = 6  # of what may be a share, such as the point of a photo that is kept in view


def fingerprint(frame: Frame) -> str:
    """SHA-256 over what the painter reads of a Frame, and over the files that it names.

    The same on every machine and wherever the project lies: a file counts by its content, not by its path.
    """
    parts = (frame.width, frame.height, frame.background, frame.items, frame.fonts)
    return sha256("\n".join(_told(parts)).encode("utf-8", "surrogatepass")).hexdigest()


def _told(value: object) -> Iterator[str]:
    """The value in lines, each of them a value without parts, or the name and number of the parts that follow."""
    if isinstance(value, float):
        # Adding zero makes -0.0 the same as 0.0.
        yield repr(round(value, _DIGITS if abs(value) > 1 else _SHARE_DIGITS) + 0.0)
    elif isinstance(value, tuple):
        yield f"({len(value)}"
        for item in value:
            yield from _told(item)
    elif isinstance(value, Path):
        yield _content(value)
    elif isinstance(value, Code):
        # Its modules follow from its link; Frames that are only looked at have none.
        yield from _told(("Code", value.link, value.color, value.rect.center))
    elif isinstance(value, Struct):
        yield type(value).__name__
        for name in value.__struct_fields__:
            yield from _told(getattr(value, name))
    else:
        yield repr(value)


def _content(path: Path) -> str:
    stamp = stamp_of(path)
    return _digest(path, stamp) if stamp else "-"


@lru_cache(maxsize=64)
def _digest(path: Path, _: Stamp) -> str:
    # Every card of a script names the same fonts.
    # A link in the script's folder is read as what it leads to.
    return disk.digest_at(Path(os.path.realpath(path))) or "-"
