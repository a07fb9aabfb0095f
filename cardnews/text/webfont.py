"""WOFF and WOFF2 files unpacked into the font they hold (W3C: WOFF File Format 1.0, WOFF File Format 2.0)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from cardnews.text.woffglyphs import Outlines, Reader, unpack_outlines

MOST_UNPACKED = 64 * 1024 * 1024  # bytes: more than the largest Korean family for the web needs
_MOST_TABLES = 256
# Tags by their number in a WOFF2 table directory (section 4.1).
_TAGS = (
    "cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT "
    "VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar "
    "fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill"
)


def unpack(data: bytes, *, outlines: bool = True) -> bytes:
    """The font in a WOFF or WOFF2 file, as a TrueType or OpenType file.

    Without `outlines`, those of WOFF2 are left out: they take nearly all the time, and a font's names, weights and
    characters are known without them.

    Raises:
        ValueError, KeyError, IndexError, struct.error, zlib.error: where the file is damaged or unpacks to too much.
    """
    return _font_file(*(_woff(data) if data[:4] == b"wOFF" else _woff2(data, outlines)))


def _woff(data: bytes) -> tuple[bytes, dict[bytes, bytes]]:
    flavor, _, count = struct.unpack_from(">4sIH", data, 4)
    tables: dict[bytes, bytes] = {}
    room = MOST_UNPACKED
    for index in range(_counted(count)):
        tag, offset, packed, length, _ = struct.unpack_from(">4sIIII", data, 44 + 20 * index)
        room = _left(room, length)
        piece = data[offset : offset + packed]
        if packed < length:
            piece = zlib.decompressobj().decompress(piece, length)
        if len(piece) != length:
            raise ValueError("a table is not as long as it should be")
        tables[tag] = piece
    return flavor, tables


def _woff2(data: bytes, outlines: bool) -> tuple[bytes, dict[bytes, bytes]]:
    flavor, _, count = struct.unpack_from(">4sIH", data, 4)
    packed = struct.unpack_from(">I", data, 20)[0]
    if flavor == b"ttcf":
        raise ValueError("a collection")
    reader = Reader(data, 48)
    entries: list[tuple[bytes, int, bool]] = []
    room = MOST_UNPACKED
    for _ in range(_counted(count)):
        flags = reader.byte()
        tag = reader.bytes(4) if flags & 63 == 63 else _tag(flags & 63)
        length = reader.base128()
        # Version 3 of the outlines, and version 0 of everything else, means that nothing was transformed.
        changed = (flags >> 6 != 3) if tag in (b"glyf", b"loca") else flags >> 6 != 0
        if changed:
            length = reader.base128()
        room = _left(room, length)
        entries.append((tag, length, changed))
    content = _inflated(reader.bytes(packed), MOST_UNPACKED - room)
    tables: dict[bytes, bytes] = {}
    transformed: dict[bytes, bytes] = {}
    start = 0
    for tag, length, changed in entries:
        (transformed if changed else tables)[tag] = content[start : start + length]
        start += length
    return flavor, {**tables, **_restored(tables, transformed, outlines)}


def _restored(tables: Mapping[bytes, bytes], transformed: Mapping[bytes, bytes], outlines: bool) -> dict[bytes, bytes]:
    """The tables that were stored in another form, in the form of a font file."""
    found: dict[bytes, bytes] = {}
    shapes: Outlines | None = None
    if b"glyf" in transformed and not outlines:
        found[b"glyf"] = bytes(4)  # no outline, but the sign that there are some
    elif b"glyf" in transformed:
        shapes = unpack_outlines(transformed[b"glyf"])
        found |= {b"glyf": shapes.glyf, b"loca": shapes.loca}
        # Offsets of glyphs are 32 bits wide from here on.
        head = tables[b"head"]
        found[b"head"] = head[:50] + b"\0\1" + head[52:]
    if b"hmtx" in transformed:
        widths = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
        count = struct.unpack_from(">H", tables[b"maxp"], 4)[0]
        lefts = shapes.lefts if shapes is not None else [0] * count
        found[b"hmtx"] = _metrics(transformed[b"hmtx"], widths, lefts)
    return found


def _metrics(data: bytes, widths: int, lefts: list[int]) -> bytes:
    """Advances and left side bearings; bearings left out are the left edges of the outlines (section 5.4)."""
    flags = data[0]
    advances = struct.unpack_from(f">{widths}H", data, 1)
    at = 1 + 2 * widths
    bearings = list(lefts)
    for part, stored in ((slice(0, widths), not flags & 1), (slice(widths, None), not flags & 2)):
        if stored:
            count = len(bearings[part])
            bearings[part] = struct.unpack_from(f">{count}h", data, at)
            at += 2 * count
    if widths > len(bearings):
        raise ValueError("more widths than glyphs")
    pairs = [value for pair in zip(advances, bearings, strict=False) for value in pair]
    return struct.pack(f">{'Hh' * widths}", *pairs) + struct.pack(f">{len(bearings) - widths}h", *bearings[widths:])


def _inflated(packed: bytes, length: int) -> bytes:
    """Exactly `length` bytes out of a Brotli stream, and never more memory than for those."""
    # Costs a megabyte of machine code, for those who use it.
    import brotli

    decompressor = brotli.Decompressor()
    pieces: list[bytes] = []
    size = 0
    try:
        piece = decompressor.process(packed, output_buffer_limit=length + 1)
        while piece and size <= length:
            pieces.append(piece)
            size += len(piece)
            piece = decompressor.process(b"", output_buffer_limit=length + 1)
    except brotli.error as error:
        raise ValueError("the compressed part is damaged") from error
    if size != length:
        raise ValueError("not as long as it should be")
    return b"".join(pieces)


def _tag(number: int) -> bytes:
    return _TAGS[5 * number : 5 * number + 4].encode("ascii")


def _counted(count: int) -> int:
    if not 0 < count <= _MOST_TABLES:
        raise ValueError("no tables, or too many")
    return count


def _left(room: int, length: int) -> int:
    if length > room:
        raise ValueError("too much")
    return room - length


def _font_file(flavor: bytes, tables: Mapping[bytes, bytes]) -> bytes:
    """A font file of these tables (OpenType 1.9, `otff`); checksums are left at zero, nobody here asks for them."""
    offset = 12 + 16 * len(tables)
    head = struct.pack(">4sHHHH", flavor, len(tables), 0, 0, 0)
    body: list[bytes] = []
    for tag, data in sorted(tables.items()):
        head += struct.pack(">4sIII", tag, 0, offset, len(data))
        padded = data + b"\0" * (-len(data) % 4)
        offset += len(padded)
        body.append(padded)
    return b"".join((head, *body))
