"""A set of cards as a ZIP file, made while it is sent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from io import RawIOBase
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

# The first date that a ZIP file can hold: the same cards give the same bytes.
_DATE = (1980, 1, 1, 0, 0, 0)


class _Pipe(RawIOBase):
    """Takes what is written until somebody fetches it."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        self._held += data
        return len(memoryview(data))

    def fetch(self) -> bytes:
        held = bytes(self._held)
        self._held.clear()
        return held


async def zipped(files: AsyncIterator[tuple[str, bytes]]) -> AsyncIterator[bytes]:
    """The bytes of a ZIP file with these files, one after another; PNG files do not get smaller by packing."""
    pipe = _Pipe()
    with ZipFile(pipe, "w", ZIP_STORED) as archive:
        async for name, data in files:
            archive.writestr(ZipInfo(name, _DATE), data)
            yield pipe.fetch()
    yield pipe.fetch()
