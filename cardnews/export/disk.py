"""The few things done to a disk: files replaced whole, digests of plain files, and refusals turned into findings."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG

from cardnews.errors import CardnewsError, Place, finding

# What `digest_at` says of a link, a folder or a pipe: equal to no digest.
NOT_A_FILE = ""

# A virus scanner or a viewer holds a file on Windows for a moment.
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2)
_RULES = {
    errno.EEXIST: "output-not-a-folder",
    errno.ENOTDIR: "output-not-a-folder",
    errno.EACCES: "output-not-writable",
    errno.EPERM: "output-not-writable",
    errno.EROFS: "output-not-writable",
    errno.ENOSPC: "output-disk-full",
    errno.EDQUOT: "output-disk-full",
}


@contextmanager
def answered(path: Path) -> Iterator[None]:
    """Whatever the disk refuses within becomes a CardnewsError that names `path`."""
    try:
        yield
    # ValueError: a path that no system can hold, such as one with a zero character.
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        reason = (isinstance(error, OSError) and error.strerror) or error
        rule = _RULES.get(number or 0, "output-failed")
        raise CardnewsError([finding(rule, Place(str(path)), reason=reason)]) from error


def default_folder(beside: Path, *names: str) -> Path:
    """The folder `out` in the folder `beside`, or one in it; CardnewsError where a link stands for it.

    Only a folder that somebody names may be a link, since they know where it leads: `out` may have come with a script.
    """
    folder = beside / "out"
    for step in (folder, folder.joinpath(*names)):
        with answered(step):
            if step.is_symlink():
                raise CardnewsError([finding("output-linked", Place(str(step)))])
    return folder.joinpath(*names)


def digest_at(path: Path) -> str | None:
    """SHA-256 of the plain file at `path`, None where nothing is, NOT_A_FILE where something else is."""
    # For those who only ask where the cards are.
    from hashlib import file_digest

    try:
        # Opening a pipe would wait forever, and a link leads out of the folder.
        if not S_ISREG(path.lstat().st_mode):
            return NOT_A_FILE
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def write_whole(path: Path, data: bytes) -> None:
    """Put a file of `data` at `path` in one step: a reader sees the old file or the new one, never a part."""
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
        move(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def move(path: Path, target: Path) -> None:
    """Rename `path`, replacing a file at `target`."""
    _patiently(lambda: path.replace(target))


def remove(path: Path) -> None:
    """Delete the file at `path`."""
    _patiently(path.unlink)


def _patiently(action: Callable[[], object]) -> None:
    for pause in _PAUSES:
        try:
            action()
            return
        except PermissionError:
            time.sleep(pause)
    action()
