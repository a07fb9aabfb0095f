"""An article's bytes to what a reader finds in them, by what they are rather than by the file's name."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from cardnews.draft.archive import Archive
from cardnews.draft.document import Line, Source, Table
from cardnews.draft.docx import read_docx
from cardnews.draft.hwpx import read_hwpx
from cardnews.draft.markdown import is_deep, read_markdown
from cardnews.draft.plain import read_plain
from cardnews.errors import CardnewsError, Finding, Place, finding
from cardnews.source.text import MAX_SCRIPT_BYTES, decode

MAX_FILE = 40 * 1024 * 1024  # bytes: reports hold pictures
MAX_LETTERS = 40_000
_MARKED_UP = 3  # times that many characters a file may have where some of them are no letters but marks
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", "")
_HEADINGS = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_OFFICE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"HWP Document File")


def read_article(path: Path) -> tuple[Source, tuple[Finding, ...]]:
    """What the file at `path` holds, and what there is to say about it.

    Raises:
        CardnewsError: where it cannot be read, or not as an article.
    """
    shown = str(path)
    return read_bytes(_bytes_at(path, shown), shown, path.suffix.casefold())


def read_bytes(data: bytes, shown: str, suffix: str = "") -> tuple[Source, tuple[Finding, ...]]:
    """What `data` holds; `suffix` tells Markdown from plain text, and `shown` is the file's name in findings.

    Raises:
        CardnewsError: where it cannot be read as an article.
    """
    place = Place(shown)
    if len(data) > MAX_FILE:
        raise CardnewsError([finding("draft-too-large", place, path=shown, most=MAX_FILE // 1024 // 1024)])
    source, findings = _read(data, shown, suffix)
    texts = texts_of(source)
    letters = sum(map(len, texts))
    if not any(letter.isalnum() for text in texts for letter in text):
        raise CardnewsError([finding("draft-empty", place, path=shown)])
    if letters > MAX_LETTERS:
        raise CardnewsError([finding("draft-too-long", place, path=shown, found=letters, most=MAX_LETTERS)])
    if source.pictures:
        findings = (*findings, finding("draft-pictures", place, count=source.pictures))
    return source, findings


def texts_of(source: Source) -> list[str]:
    """Every text of a source, cell by cell."""
    found: list[str] = []
    for item in source.raw:
        if isinstance(item, Table):
            found += (cell.text for row in (item.head, *item.rows) for cell in row)
        else:
            found.append(item.text.text if isinstance(item, Line) else item.alt.text)
    return [text for text in found if text]


def _read(data: bytes, shown: str, suffix: str) -> tuple[Source, tuple[Finding, ...]]:
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, shown), ()
    if data.startswith(_OFFICE):
        raise CardnewsError([finding(_office_rule(data, suffix), Place(shown), path=shown)])
    if data.startswith(b"%PDF"):
        raise CardnewsError([finding("draft-pdf", Place(shown), path=shown)])
    if data.startswith(b"{\\rtf") or suffix in (".rtf", ".odt", ".pages", ".html", ".htm"):
        raise CardnewsError([finding("draft-format", Place(shown), path=shown)])
    text, findings = _text(data, shown)
    # Markdown that was saved as text shows by its headings: a hashtag has no space behind its sign.
    markdown = suffix in _MARKDOWN or len(_HEADINGS.findall(text)) > 1
    return (read_markdown(text) if markdown and not is_deep(text) else read_plain(text)), findings


def _zipped(data: bytes, shown: str) -> Source:
    archive = Archive(data, shown)
    if any(name.startswith("word/") for name in archive.names):
        return read_docx(archive)
    if any(name.startswith("Contents/section") for name in archive.names):
        return read_hwpx(archive)
    raise CardnewsError([finding("draft-format", Place(shown), path=shown)])


def _office_rule(data: bytes, suffix: str) -> str:
    """Old Word and Hancom files are the same container; their streams' names, in UTF-16, tell them apart."""
    if suffix in (".hwp", ".hwt") or "HwpSummaryInformation".encode("utf-16-le") in data[:MAX_FILE]:
        return "draft-hwp"
    if "WordDocument".encode("utf-16-le") in data:
        return "draft-doc"
    return "draft-hwp" if data.startswith(_OFFICE[1]) else "draft-format"


def _text(data: bytes, shown: str) -> tuple[str, tuple[Finding, ...]]:
    if len(data) > MAX_SCRIPT_BYTES:
        raise CardnewsError(
            [finding("draft-too-large", Place(shown), path=shown, most=MAX_SCRIPT_BYTES // 1024 // 1024)]
        )
    text, said = decode(data, shown)
    if any(item.rule == "file-not-text" for item in said):
        raise CardnewsError([finding("draft-not-text", Place(shown), path=shown)])
    if len(text) > _MARKED_UP * MAX_LETTERS:
        raise CardnewsError([finding("draft-too-long", Place(shown), path=shown, found=len(text), most=MAX_LETTERS)])
    broken = sum(item.rule == "broken-character" for item in said)
    notes = tuple(item for item in said if item.rule == "read-as-cp949")
    return text, (*notes, finding("draft-broken", Place(shown), path=shown)) if broken else notes


def _bytes_at(path: Path, shown: str) -> bytes:
    try:
        # Opening a pipe would wait for a writer; unblocked, it opens and is then refused for what it is.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise CardnewsError([finding("draft-not-a-file", Place(shown), path=shown)])
            return file.read(MAX_FILE + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise CardnewsError([finding("file-missing", Place(shown), path=shown)]) from None
    except IsADirectoryError:
        raise CardnewsError([finding("draft-not-a-file", Place(shown), path=shown)]) from None
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or "not a file name"
        raise CardnewsError([finding("file-unreadable", Place(shown), path=shown, reason=reason)]) from None
