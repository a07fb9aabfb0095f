"""What a font calls itself: its `name` table, in every language and every encoding that Korean fonts have used."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from msgspec import Struct

_MOST_RECORDS, _MOST_BYTES = 4_000, 4_000  # of a table, and of one name: more is no name
_ENCODINGS = {(0, None): "utf-16-be", (3, 0): "utf-16-be", (3, 1): "utf-16-be", (3, 10): "utf-16-be"}
_ENCODINGS |= {(3, 5): "cp949", (1, 0): "mac-roman", (1, 3): "cp949"}
_WINDOWS_KOREAN, _MAC_KOREAN = 0x412, 23
_WINDOWS_ENGLISH, _MAC_ENGLISH = 0x09, 0  # English has a number for every country; its lower ten bits are these

FAMILY, STYLE, LICENSE, LICENSE_URL, TYPOGRAPHIC_FAMILY, TYPOGRAPHIC_STYLE, WWS_FAMILY = 1, 2, 13, 14, 16, 17, 21


class Name(Struct, frozen=True):
    """One entry of a `name` table; `language` is `ko`, `en` or empty."""

    id: int
    language: str
    text: str


def read_names(table: bytes) -> tuple[Name, ...]:
    """The entries of a `name` table (OpenType 1.9) that can be read, those of Windows first; none of a broken one."""
    found: list[tuple[bool, Name]] = []
    try:
        count, strings = struct.unpack_from(">HH", table, 2)
        for index in range(min(count, _MOST_RECORDS)):
            platform, encoding, language, number, length, offset = struct.unpack_from(">6H", table, 6 + 12 * index)
            codec = _ENCODINGS.get((platform, None if platform == 0 else encoding))
            if codec is None or length > _MOST_BYTES:
                continue
            text = table[strings + offset : strings + offset + length].decode(codec, "replace")
            # Legacy tools pad the two-byte encodings with zeros; a license has lines.
            text = "".join(letter for letter in text if letter.isprintable() or letter.isspace())
            text = normalize("NFC", " ".join(text.split()))
            if text and "\ufffd" not in text:
                found.append((platform != 3, Name(number, _language(platform, language), text)))
    except struct.error:
        pass
    return tuple(name for _, name in sorted(found, key=lambda item: item[0]))


def _language(platform: int, number: int) -> str:
    if platform == 3:
        return "ko" if number == _WINDOWS_KOREAN else "en" if number & 0x3FF == _WINDOWS_ENGLISH else ""
    if platform == 1:
        return "ko" if number == _MAC_KOREAN else "en" if number == _MAC_ENGLISH else ""
    return ""


def texts(names: Iterable[Name], *ids: int, language: str | None = None) -> Iterator[str]:
    """The names of those ids, in the order of the ids; in one language or in all."""
    known = tuple(names)
    for number in ids:
        yield from (name.text for name in known if name.id == number and language in (None, name.language))
