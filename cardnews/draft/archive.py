"""Zipped XML, as Word and Hancom write it, opened so that no file can cost more than it may."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile

from cardnews.errors import CardnewsError, Place, finding

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_ENTRIES = 10_000
MAX_PART = 24 * 1024 * 1024  # bytes of one unpacked part
MAX_ALL = 48 * 1024 * 1024  # bytes of all parts that are read
MAX_NODES = 200_000
MAX_DEPTH = 256
_ENTRY = b"PK\x01\x02"  # begins each entry of a ZIP file's directory
_LOCKED = 1  # the bit of an entry's flags that tells of a password


class _CostlyError(Exception):
    """XML that goes on, or nests, beyond all reason, or that declares a document type: no word processor writes one,
    and without one there are no entities to expand or to fetch."""


class _Guard(ElementTree.TreeBuilder):
    def __init__(self) -> None:
        super().__init__()
        self.depth = self.count = 0

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self.depth += 1
        self.count += 1
        if self.depth > MAX_DEPTH or self.count > MAX_NODES:
            raise _CostlyError
        return super().start(tag, attrs)

    def end(self, tag: str) -> Element:
        self.depth -= 1
        return super().end(tag)

    def doctype(self, name: str, pubid: str, system: str) -> None:
        raise _CostlyError


class Archive:
    """The parts of a zipped document, unpacked when asked for."""

    def __init__(self, data: bytes, shown: str) -> None:
        self.shown = shown
        self._read = 0
        # Counted before zipfile reads any: it goes by the directory's length, so a count that the file tells may lie.
        if data.count(_ENTRY) > MAX_ENTRIES:
            raise self._refused()
        with self._answered():
            self._zip = ZipFile(BytesIO(data))
            self.names = tuple(self._zip.namelist())

    def bytes_of(self, name: str) -> bytes:
        """The part of that name; CardnewsError where it is not there, damaged, locked or too large."""
        with self._answered():
            entry = self._zip.getinfo(name)
            # Word processors pack in no other way, and each other way has errors of its own.
            if not entry.flag_bits & _LOCKED and entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                raise BadZipFile
            with self._zip.open(entry) as part:
                data = part.read(MAX_PART + 1)
        self._read += len(data)
        if len(data) > MAX_PART or self._read > MAX_ALL:
            raise self._refused()
        return data

    def xml(self, name: str) -> Element:
        """The root of an XML part."""
        data = self.bytes_of(name)
        parser = ElementTree.XMLParser(target=_Guard())
        try:
            parser.feed(data)
            root: Element = parser.close()
        except _CostlyError:
            raise self._refused() from None
        except (ElementTree.ParseError, ValueError, LookupError):
            raise CardnewsError([finding("draft-damaged", Place(self.shown), path=self.shown)]) from None
        return root

    def xml_if_there(self, name: str) -> Element | None:
        return self.xml(name) if name in self.names else None

    def _refused(self) -> CardnewsError:
        return CardnewsError([finding("draft-costly", Place(self.shown), path=self.shown)])

    @contextmanager
    def _answered(self) -> Iterator[None]:
        try:
            yield
        except (RuntimeError, NotImplementedError):
            # What zipfile says of a password, and of a version or an encryption it does not know.
            raise CardnewsError([finding("draft-locked", Place(self.shown), path=self.shown)]) from None
        except (
            BadZipFile,
            LargeZipFile,
            KeyError,
            EOFError,
            OSError,
            ValueError,
            OverflowError,
            struct.error,
            zlib.error,
        ):
            raise CardnewsError([finding("draft-damaged", Place(self.shown), path=self.shown)]) from None


def local(tag: object) -> str:
    """The name of an element or attribute without its namespace, which differs between versions of a format."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str, default: str = "") -> str:
    """An attribute by its local name."""
    if name in element.attrib:
        return element.attrib[name]
    return next((value for key, value in element.attrib.items() if local(key) == name), default)


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of that local name, and in it the next, and so on."""
    for name in names:
        element = next((item for item in element if local(item.tag) == name), None) if element is not None else None
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    return (item for item in element if local(item.tag) == name) if element is not None else iter(())


def whole(text: str, default: int = 0) -> int:
    """A whole number that a file tells, within what such a number may be."""
    try:
        return max(-1_000_000, min(1_000_000, int(text)))
    except ValueError:
        return default
