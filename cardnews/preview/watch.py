"""What changes on disk: folders watched without recursion, and a look now and then for what watching misses."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, suppress
from pathlib import Path

from cardnews.export.manifest import MANIFEST_NAME

_STEP, _DEBOUNCE = 4, 40  # ms without a further change, and at most
_BEAT = 1000  # ms between looks
_DEEPEST, _MOST_FOLDERS = 3, 100
_SKIPPED = frozenset(("out", "node_modules", "__pycache__", "venv"))

Changed = frozenset[Path] | None


def folders_of(root: Path) -> tuple[Path, ...]:
    """`root` and the folders in it that may hold what a script names: few, not deep, none with finished cards."""
    found: list[Path] = [root] if root.is_dir() else []
    row = found
    for _ in range(_DEEPEST):
        row = [inner for folder in row for inner in _inside(folder)]
        found = [*found, *row][:_MOST_FOLDERS]
    return tuple(found)


def _inside(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(
                entry.name
                for entry in entries
                if entry.is_dir(follow_symlinks=False) and entry.name not in _SKIPPED and not entry.name.startswith(".")
            )
    except OSError:
        return []
    return [folder / name for name in names if not (folder / name / MANIFEST_NAME).is_file()]


async def changes(wanted: Callable[[], tuple[Path, ...]], stop: asyncio.Event) -> AsyncIterator[Changed]:
    """The paths that changed in the `wanted` folders; an empty set now and then, None where anything may have changed.

    Folders that come and go are followed. What happens while a set is worked on is in the next.
    """
    from watchfiles import awatch

    while not stop.is_set():
        folders = _known(wanted())
        yield None
        if not folders:
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), _BEAT / 1000)
            continue
        try:
            watched = awatch(
                *folders,
                watch_filter=None,
                debounce=_DEBOUNCE,
                step=_STEP,
                stop_event=stop,
                rust_timeout=_BEAT,
                yield_on_timeout=True,
                recursive=False,
                ignore_permission_denied=True,
            )
            async with aclosing(watched):
                async for batch in watched:
                    paths = frozenset(Path(path) for _, path in batch)
                    yield paths
                    # A folder that was made anew may have the number of the one before it.
                    if _known(wanted()) != folders or any(path in folders for path in paths):
                        break
        except (OSError, RuntimeError):
            # A folder that has just gone, or more of them than the system watches: look again in a moment.
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), _BEAT / 1000)


def _known(folders: tuple[Path, ...]) -> dict[Path, tuple[int, int]]:
    """The folders that exist, each with what tells it from another of its name."""
    known: dict[Path, tuple[int, int]] = {}
    for folder in folders:
        with suppress(OSError, ValueError):
            state = folder.stat()
            known[folder] = state.st_dev, state.st_ino
    return known
