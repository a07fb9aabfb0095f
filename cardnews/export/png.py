"""Pillow images to PNG bytes: no row filters, one pass of a fast deflate, and the same picture gives the same bytes."""

from __future__ import annotations

import struct
from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import crc32

from zlib_ng import zlib_ng

if TYPE_CHECKING:
    from PIL import Image

# Mode: PNG color type and bytes per pixel.
_KINDS = {"L": (0, 1), "RGB": (2, 3), "P": (3, 1), "RGBA": (6, 4)}
# zlib-ng's level 1 is a third faster and makes files a seventh larger.
_LEVEL = 2
# Pillow's encoder hands out blocks of this length and refuses rows that do not fit one.
_BLOCK = 65536


def encode_png(image: Image.Image) -> bytes:
    """`image` as a PNG file: modes L, P, RGB and RGBA without loss, others as RGB, or RGBA where they have alpha."""
    if image.mode not in _KINDS or (image.mode != "RGBA" and image.has_transparency_data):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    color_type, channels = _KINDS[image.mode]
    width, height = image.size
    if not width or not height:
        raise ValueError("a PNG has at least one pixel")
    header = struct.pack(">IIBBBBB", width, height, 8, color_type, 0, 0, 0)
    chunks = [b"\x89PNG\r\n\x1a\n", _chunk(b"IHDR", header), _chunk(b"sRGB", b"\0")]
    if image.mode == "P":
        # A reader may refuse an index beyond the palette, and counting them costs more than three bytes for each.
        chunks.append(_chunk(b"PLTE", bytes(image.getpalette("RGB") or ()).ljust(3 * 256, b"\0")))
    chunks += _chunk(b"IDAT", _deflated(image, width * channels)), _chunk(b"IEND", b"")
    return b"".join(chunks)


def card_digest(data: bytes) -> str:
    """The name that a card's bytes go by in the manifest: SHA-256 in hexadecimal."""
    return sha256(data).hexdigest()


def _deflated(image: Image.Image, length: int) -> bytes:
    # Each row is preceded by a filter byte 0. Rows padded by a zero at their end are that, one byte late, and Pillow
    # pads for nothing.
    rows: bytes | memoryview
    if length < _BLOCK:
        rows = memoryview(image.tobytes("raw", image.mode, length + 1, 1))[:-1]
    else:
        plain = memoryview(image.tobytes())
        rows = b"\0".join([plain[start : start + length] for start in range(0, len(plain), length)])
    # ISA-L would be twice as fast, but in two of a thousand calls it gave other bytes for the same pixels.
    return zlib_ng.compress(b"".join((b"\0", rows)), _LEVEL)


def _chunk(name: bytes, data: bytes) -> bytes:
    return b"".join((struct.pack(">I", len(data)), name, data, struct.pack(">I", crc32(data, crc32(name)))))
