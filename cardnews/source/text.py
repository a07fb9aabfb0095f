"""A script's bytes as text: the file, its encoding, its line ends and stray characters YAML cannot read."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

from cardnews.errors import Finding, Place, finding

MAX_SCRIPT_BYTES = 1024 * 1024
_MAX_STRAY = 5

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# What libyaml refuses, and DEL; U+FEFF inside a text is handled apart because it can be kept in effect.
_STRAY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_UNTIDY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Line ends to YAML 1.1, but to no editor: as spaces, lines count the same for everybody.
_YAML_ONLY_BREAKS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})


def read_source(path: Path, shown: str) -> tuple[str, tuple[Finding, ...]]:
    """The text of the script at `path`, named `shown` in findings; empty where it cannot be read."""
    try:
        # Opening a pipe would wait for a writer; unblocked, it opens and is then refused for what it is.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            if stat.S_ISDIR(mode):
                return "", (finding("file-is-folder", Place(shown), path=shown),)
            if not stat.S_ISREG(mode):
                return "", (finding("file-special", Place(shown), path=shown),)
            data = file.read(MAX_SCRIPT_BYTES + 1)
    except (OSError, ValueError) as error:
        return "", (_unreadable(error, path, shown),)
    return decode(data, shown)


def _unreadable(error: OSError | ValueError, path: Path, shown: str) -> Finding:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return finding("file-missing", Place(shown), path=shown)
    if isinstance(error, IsADirectoryError) or _is_folder(path):
        return finding("file-is-folder", Place(shown), path=shown)
    number = error.errno if isinstance(error, OSError) else None
    # A socket, or a device without a driver.
    if number in (errno.ENXIO, errno.ENODEV, errno.EOPNOTSUPP):
        return finding("file-special", Place(shown), path=shown)
    reason = os.strerror(number) if number else "not a file name"
    return finding("file-unreadable", Place(shown), path=shown, reason=reason)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def decode(data: bytes, shown: str) -> tuple[str, tuple[Finding, ...]]:
    """The text in `data`, whichever of the usual Korean encodings it is in, ready for `read_nodes`."""
    if len(data) > MAX_SCRIPT_BYTES:
        return "", (finding("file-too-large", Place(shown), limit=MAX_SCRIPT_BYTES // 1024),)
    text, notes = _decoded(data, shown)
    text, found = tidy(text, shown)
    return text, (*notes, *found)


def _decoded(data: bytes, shown: str) -> tuple[str, tuple[Finding, ...]]:
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], codec), ()
    if wide := _utf16_without_mark(data):
        return _lenient(data, wide), ()
    text = _lenient(data, "utf-8")
    broken = len(_SURROGATE.findall(text))
    if not broken:
        return text, ()
    # One damaged letter leaves the rest of a UTF-8 file whole, while Korean in CP949 is hardly ever UTF-8 by chance.
    whole = sum(character > "\x7f" for character in text) - broken
    if broken * 4 <= whole:
        return text, ()
    korean = _lenient(data, "cp949")
    if "\x00" in text or len(_SURROGATE.findall(korean)) * 20 > len(korean):
        return "", (finding("file-not-text", Place(shown), path=shown),)
    return korean, (finding("read-as-cp949", Place(shown, 1, 1)),)


def _lenient(data: bytes, codec: str) -> str:
    """`data` read as `codec`, each byte or unit that cannot be read standing as a lone surrogate."""
    if codec in ("utf-8", "cp949"):
        return data.decode(codec, "surrogateescape")
    unit = 4 if codec.startswith("utf-32") else 2
    try:
        return data[: len(data) // unit * unit].decode(codec, "surrogatepass")
    except UnicodeDecodeError:
        return data.decode(codec, "replace").replace("\ufffd", "\udc80")


def _utf16_without_mark(data: bytes) -> str | None:
    units = len(data) // 2
    even, odd = data[0::2].count(0), data[1::2].count(0)
    # Keys, spaces and line ends are ASCII: in UTF-16 every one of them is half NUL, always the same half.
    if odd * 10 >= units and even * 20 <= odd:
        return "utf-16-le" if odd else None
    if even * 10 >= units and odd * 20 <= even:
        return "utf-16-be"
    return None


def tidy(text: str, shown: str) -> tuple[str, tuple[Finding, ...]]:
    """`text` with LF line ends and nothing in it that YAML refuses; what was replaced is reported."""
    if not _UNTIDY.search(text):
        return text, ()
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").translate(_YAML_ONLY_BREAKS)
    # Inside a text U+FEFF is the old word joiner; at the start of a line (joined files) it would be taken for a letter.
    text = text.replace("\n\ufeff", "\n").replace("\ufeff", "\u2060")
    found: list[Finding] = []
    for match in _STRAY.finditer(text):
        if len(found) == _MAX_STRAY:
            break
        begin = text.rfind("\n", 0, match.start()) + 1
        place = Place(shown, text.count("\n", 0, begin) + 1, match.start() - begin + 1)
        rule = "broken-character" if _SURROGATE.match(match[0]) else "control-character"
        found.append(finding(rule, place, code=f"U+{ord(match[0]):04X}"))
    return _STRAY.sub(" ", text) if found else text, tuple(found)
