"""Watching: every way in which editors and people change files, and folders that come and go."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cardnews.preview.watch import changes, folders_of


def seen(
    folder: Path, act: Callable[[], None], wanted: Callable[[], bool] | None = None, path: Path | None = None
) -> set[Path] | None:
    """The paths that watching tells of after `act`, until `path` is among them; None where it says that anything may
    have changed."""

    async def run() -> set[Path] | None:
        stop = asyncio.Event()
        found: set[Path] = set()
        started = False
        async with asyncio.timeout(10):
            async for changed in changes(lambda: folders_of(folder), stop):
                if not started:
                    started = True
                    asyncio.get_running_loop().call_later(0.15, act)
                elif changed is None:
                    stop.set()
                    return None
                elif changed:
                    found |= changed
                    if (wanted is None or wanted()) and (path is None or path in found):
                        stop.set()
                        return found
        return found

    return asyncio.run(run())


def write(path: Path) -> None:
    path.write_text("slides: []\n", "utf-8")


def rename(path: Path) -> None:
    """As vim and many others save: a new file takes the name."""
    write(path.with_name("4913"))
    path.with_name("4913").replace(path)


def away_and_back(path: Path) -> None:
    path.rename(path.with_suffix(".bak"))
    write(path)


@pytest.mark.parametrize("act", [write, rename, away_and_back, Path.unlink], ids=lambda act: act.__name__)
def test_every_way_to_save_is_seen(tmp_path: Path, act: Callable[[Path], None]) -> None:
    script = tmp_path.resolve() / "script.yaml"
    write(script)
    # A busy machine may tell of the steps of one save one after the other.
    found = seen(tmp_path.resolve(), lambda: act(script), path=script)
    assert found is not None and script in found


def test_a_new_folder_is_watched(tmp_path: Path) -> None:
    assert seen(tmp_path, lambda: (tmp_path / "layouts").mkdir()) in (None, {tmp_path / "layouts"})


def test_a_folder_that_goes_and_comes_back_is_watched_again(tmp_path: Path) -> None:
    folder = tmp_path / "deck"
    folder.mkdir()

    def act() -> None:
        shutil.rmtree(folder)
        folder.mkdir()
        write(folder / "script.yaml")

    async def run() -> int:
        stop, anything = asyncio.Event(), 0
        async with asyncio.timeout(15):
            async for changed in changes(lambda: folders_of(folder), stop):
                if changed is None:
                    anything += 1
                    if anything == 1:
                        asyncio.get_running_loop().call_later(0.15, act)
                    else:
                        return anything
        return anything

    assert asyncio.run(run()) == 2


def test_there_may_be_no_folder_yet(tmp_path: Path) -> None:
    folder = tmp_path / "later"
    assert seen(folder, folder.mkdir) is None


def test_finished_cards_and_the_like_are_not_watched(tmp_path: Path) -> None:
    for name in ("art", "photos/may", "out", ".git", "node_modules", "cards", "a/b/c/d"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "cards" / "cards.json").write_text("{}", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path.parent)
    names = [path.relative_to(tmp_path).as_posix() for path in folders_of(tmp_path)]
    assert names == [".", "a", "art", "photos", "a/b", "photos/may", "a/b/c"]


def test_many_folders_cost_no_more_than_some(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"f{number}").mkdir()
    assert len(folders_of(tmp_path)) == 100
