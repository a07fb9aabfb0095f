"""What a WOFF or WOFF2 file says it unpacks to, so that what would be too much is refused before it is unpacked."""

from __future__ import annotations

import struct
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from cardnews.text.webfont import MOST_UNPACKED
from cardnews.text.woffglyphs import Reader

DIRECTORY = 8192  # bytes: header and table directory are never longer, with as many tables as are read
# Fonts pack to a tenth at best; only small ones of one glyph, to a hundredth.
_MOST_TIMES, _SPARE = 100, 1024 * 1024
_ANY_TAG, _GLYF, _LOCA = 63, 10, 11  # in a WOFF2 directory (WOFF File Format 2.0, section 4.1)


class Claim(NamedTuple):
    """Bytes: those that unpacking writes, and those of the font that comes out, as the file has it."""

    inflated: int = 0
    font: int = 0

    def credible(self, packed: int) -> bool:
        """Whether a font of `packed` bytes may be unpacked to as much."""
        return self.inflated <= min(MOST_UNPACKED, packed * _MOST_TIMES + _SPARE)


def claim(head: bytes) -> Claim:
    """What the first `DIRECTORY` bytes of a file say; nothing where they are damaged, as unpacking will find, too."""
    try:
        count = struct.unpack_from(">H", head, 12)[0]
        total = struct.unpack_from(">I", head, 16)[0]
        lengths = _woff(head, count) if head[:4] == b"wOFF" else _woff2(head, count)
    except (ValueError, IndexError, struct.error):
        return Claim()
    inflated, original = (sum(column) for column in zip(*lengths, strict=True)) if lengths else (0, 0)
    # The header's number is for information only in WOFF2, so that a wrong one makes no font a damaged one.
    return Claim(inflated, min(MOST_UNPACKED, max(inflated, original, total)))


@lru_cache(maxsize=1024)
def reading_size(path: Path, stamp: tuple[int, int]) -> int:
    """The bytes that reading a font file of that `file_stamp` takes: its own, or those of the font packed in it.

    Raises:
        OSError: where it cannot be opened.
    """
    size = stamp[1]
    with path.open("rb") as file:
        head = file.read(4)
        if head[:3] != b"wOF":
            return size
        claimed = claim(head + file.read(DIRECTORY - 4))
    return max(size, claimed.font) if claimed.credible(size) else size


def _woff(head: bytes, count: int) -> list[tuple[int, int]]:
    lengths = [struct.unpack_from(">I", head, 44 + 20 * index + 12)[0] for index in range(count)]
    return [(length, length) for length in lengths]


def _woff2(head: bytes, count: int) -> list[tuple[int, int]]:
    """Of each table, its length as it is stored, transformed or not, and its length in the font."""
    reader = Reader(head, 48)
    lengths: list[tuple[int, int]] = []
    for _ in range(count):
        flags = reader.byte()
        number = flags & 63
        outlines = number in (_GLYF, _LOCA) or (number == _ANY_TAG and reader.bytes(4) in (b"glyf", b"loca"))
        original = reader.base128()
        # Version 3 of the outlines, and version 0 of everything else, means that nothing was transformed.
        changed = (flags >> 6 != 3) if outlines else flags >> 6 != 0
        lengths.append((reader.base128() if changed else original, original))
    return lengths
