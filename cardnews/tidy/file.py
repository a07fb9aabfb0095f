"""Script files tidied in place: read whatever their encoding, written whole, and only where something changes."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from cardnews.errors import Place, Severity, finding, sort_findings
from cardnews.export.disk import write_whole
from cardnews.source.text import decode, read_source
from cardnews.tidy.script import Tidied, format_script


def format_file(path: Path, *, write: bool = True, shown: str | None = None) -> Tidied:
    """Tidy the script at `path`, and write it in UTF-8 with LF line ends where that changes it, unless told not to.

    Whatever is wrong is in `findings`, of error severity where the script was left as it is.
    """
    shown = str(path) if shown is None else shown
    text, found = read_source(path, shown)
    if not text and any(item.severity is Severity.ERROR for item in found):
        return Tidied("", found)
    try:
        tidied = format_bytes(path.read_bytes(), shown, path.parent)
        if tidied.changed and write:
            _replace(Path(os.path.realpath(path)), tidied.text.encode("utf-8"))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else ""
        return Tidied(text, (finding("fmt-not-written", Place(shown), reason=reason),))
    return tidied


def format_bytes(data: bytes, shown: str, folder: Path) -> Tidied:
    """Tidy a script as it comes from a file in `folder`; `changed` says whether its bytes would be others."""
    text, found = decode(data, shown)
    tidied = format_script(text, shown, folder)
    every = sort_findings((*found, *tidied.findings))
    if any(item.severity is Severity.ERROR for item in every):
        return Tidied(text, every)
    if tidied.text.encode("utf-8") == data:
        return Tidied(tidied.text, tidied.findings)
    converted = () if _is_utf8(data) else (finding("fmt-encoding", Place(shown)),)
    return Tidied(tidied.text, (*converted, *tidied.findings), changed=True)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\x00" not in data


def _replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file, with its permissions."""
    mode = path.stat().st_mode
    # Replacing a file needs no permission to write into it, but who took that away did not want it changed.
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "")
    write_whole(path, data)
    path.chmod(mode)
