"""Outlines as WOFF2 packs them, back into the `glyf` and `loca` tables of a font (WOFF File Format 2.0, section 5)."""

from __future__ import annotations

import struct
from array import array
from itertools import accumulate

from msgspec import Struct

MOST_OUTLINES = 24 * 1024 * 1024  # bytes of packed outlines: some seconds of work at the very most
_MOST_POINTS = 1 << 16  # of one outline, as many as its ends can count
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX, _INSTRUCTIONS = 0x1, 0x8, 0x20, 0x40, 0x80, 0x100
# On the curve where the high bit is clear; no other flag is set, so that every coordinate takes 16 bits.
_ON_CURVE = bytes(1 - (flag >> 7) for flag in range(256))


class Reader:
    """Numbers of the two widths that WOFF2 has, one after another."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data = data
        self.at = at

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def bytes(self, count: int) -> bytes:
        piece = self.data[self.at : self.at + count]
        if len(piece) != count:
            raise ValueError("cut off")
        self.at += count
        return piece

    def base128(self) -> int:
        """Seven bits a byte, at most five bytes (section 4.3.1)."""
        value = 0
        for _ in range(5):
            byte = self.byte()
            value = value << 7 | byte & 127
            if not byte & 128:
                return value
        raise ValueError("a number that does not end")

    def short(self) -> int:
        """One byte where that is enough (`255UInt16`, section 4.3.2)."""
        code = self.byte()
        if code == 253:
            return self.byte() << 8 | self.byte()
        if code == 254:
            return self.byte() + 506
        if code == 255:
            return self.byte() + 253
        return code


class Outlines(Struct, frozen=True):
    """The two tables, with 32-bit offsets, and the left edge of each glyph."""

    glyf: bytes
    loca: bytes
    lefts: list[int]


def unpack_outlines(data: bytes) -> Outlines:
    """The outlines of a transformed `glyf` table; instructions for screens of old are left out, none are followed.

    Raises:
        ValueError, struct.error, IndexError: where the table is damaged or too large.
    """
    if len(data) > MOST_OUTLINES:
        raise ValueError("too much")
    count = struct.unpack_from(">H", data, 4)[0]
    sizes = struct.unpack_from(">7I", data, 8)
    starts = list(accumulate(sizes, initial=36))
    streams = [data[start : start + size] for start, size in zip(starts, sizes, strict=False)]
    contours = struct.unpack_from(f">{count}h", streams[0])
    points, flags, coordinates, composites = map(Reader, streams[1:5])
    bitmap = streams[5]
    boxes = Reader(streams[5], (count + 31) // 32 * 4)
    pieces: list[bytes] = []
    lefts: list[int] = []
    for glyph in range(count):
        has_box = bitmap[glyph >> 3] >> (7 - (glyph & 7)) & 1
        box = boxes.bytes(8) if has_box else b""
        number = contours[glyph]
        if number == 0:
            piece = b""
        elif number < 0:
            if not box:
                raise ValueError("a composite glyph without its box")
            piece = b"\xff\xff" + box + _composite(composites, coordinates)
        else:
            piece = _simple(number, points, flags, coordinates, box)
        lefts.append(int.from_bytes(piece[2:4], "big", signed=True) if piece else 0)
        pieces.append(piece + b"\0" * (-len(piece) % 4))
    offsets = list(accumulate(map(len, pieces), initial=0))
    return Outlines(b"".join(pieces), struct.pack(f">{count + 1}I", *offsets), lefts)


def _composite(components: Reader, coordinates: Reader) -> bytes:
    """The components of a glyph as they are."""
    found = bytearray()
    instructed = False
    more = True
    while more:
        flags = int.from_bytes(components.bytes(2), "big")
        length = 2 + (4 if flags & _WORDS else 2)
        length += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
        instructed = instructed or bool(flags & _INSTRUCTIONS)
        found += (flags & ~_INSTRUCTIONS).to_bytes(2, "big") + components.bytes(length)
        more = bool(flags & _MORE)
    if instructed:
        coordinates.short()
    return bytes(found)


def _simple(number: int, points: Reader, flags: Reader, coordinates: Reader, box: bytes) -> bytes:
    """One outline of `number` contours."""
    counts = [points.short() for _ in range(number)]
    if sum(counts) > _MOST_POINTS:
        raise ValueError("too many points")
    kinds = flags.bytes(sum(counts))
    dx, dy = _steps(kinds, coordinates)
    coordinates.short()
    if not box:
        xs, ys = list(accumulate(dx)) or [0], list(accumulate(dy)) or [0]
        box = struct.pack(">4h", min(xs), min(ys), max(xs), max(ys))
    ends = [end - 1 for end in accumulate(counts)]
    count = len(kinds)
    return b"".join(
        (
            struct.pack(f">h8s{number}HH", number, box, *ends, 0),
            kinds.translate(_ON_CURVE),
            struct.pack(f">{2 * count}h", *dx, *dy),
        )
    )


def _tables() -> tuple[bytes, array[int], array[int]]:
    """For the flags below 84, which one byte follows: steps in x and y by flag and byte; for all, how many follow."""
    lengths = bytes(1 if flag < 84 else 2 if flag < 120 else 3 if flag < 124 else 4 for flag in range(128))
    dx, dy = array("h"), array("h")
    for flag in range(84):
        for byte in range(256):
            x, y = _step(flag, bytes((byte,)), 0)
            dx.append(x)
            dy.append(y)
    return lengths, dx, dy


def _step(flag: int, data: bytes, at: int) -> tuple[int, int]:
    """The step that a flag and the bytes behind it stand for (section 5.2, table of triplets)."""
    first = data[at]
    if flag < 10:
        x, y = 0, (flag & 14) << 7 | first
        return x, y if flag & 1 else -y
    if flag < 20:
        x = (flag - 10 & 14) << 7 | first
        return x if flag & 1 else -x, 0
    if flag < 84:
        code = flag - 20
        x, y = 1 + (code & 0x30) + (first >> 4), 1 + ((code & 0x0C) << 2) + (first & 15)
    elif flag < 120:
        code = flag - 84
        x, y = 1 + (code // 12 << 8) + first, 1 + (code % 12 >> 2 << 8) + data[at + 1]
    elif flag < 124:
        x, y = first << 4 | data[at + 1] >> 4, (data[at + 1] & 15) << 8 | data[at + 2]
    else:
        x, y = first << 8 | data[at + 1], data[at + 2] << 8 | data[at + 3]
    return x if flag & 1 else -x, y if flag & 2 else -y


_LENGTHS, _DX, _DY = _tables()


def _steps(kinds: bytes, coordinates: Reader) -> tuple[list[int], list[int]]:
    """The steps from point to point, in font units."""
    data, at = coordinates.data, coordinates.at
    dx: list[int] = []
    dy: list[int] = []
    for kind in kinds:
        flag = kind & 127
        if flag < 84:
            code = flag << 8 | data[at]
            dx.append(_DX[code])
            dy.append(_DY[code])
            at += 1
        else:
            x, y = _step(flag, data, at)
            dx.append(x)
            dy.append(y)
            at += _LENGTHS[flag]
    coordinates.at = at
    return dx, dy
