"""The preview at work: reads when something changes, composes what is looked at, and tells those who look."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Literal, ParamSpec, TypeVar

from msgspec.structs import replace

from cardnews.assets import Library
from cardnews.compose.frame import Frame
from cardnews.compose.sound import answer
from cardnews.preview.deck import Deck
from cardnews.preview.origin import FileOrigin, SampleOrigin
from cardnews.preview.pictures import Pictures
from cardnews.preview.view import Snapshot, View
from cardnews.preview.watch import Changed, changes, folders_of

Name = Literal["script", "samples"]
Look = tuple[Name, View]
_AHEAD = 3  # changed cards that are painted before anybody asks
_QUIET = 0.8  # seconds without a save before the checks begin
_DATA = frozenset(("layouts", "themes", "art", "fonts"))
_WRITTEN = frozenset((".yaml", ".yml", ".svg"))
_SUFFIXES = frozenset(".svg .png .jpg .jpeg .webp .avif .gif .bmp .tif .tiff .ttf .otf .ttc .otc .woff .woff2".split())
P = ParamSpec("P")
T = TypeVar("T")


class Listener:
    """One page that looks: what it looks at, and the newest snapshot of each that it has not been told."""

    def __init__(self, looks: tuple[Look, ...]) -> None:
        self.looks = looks
        self.news: dict[Look, Snapshot] = {}
        self.called = asyncio.Event()

    def tell(self, look: Look, snapshot: Snapshot) -> None:
        self.news.pop(look, None)
        self.news[look] = snapshot
        self.called.set()


class Live:
    """The decks, who looks at them, and the one thread that reads and composes."""

    def __init__(self, script: Path | None, folder: Path) -> None:
        self.path = script
        self.folder = folder
        self.stop = asyncio.Event()
        self.pictures = Pictures()
        self._listeners: set[Listener] = set()
        self._composer = ThreadPoolExecutor(1, "compose")
        self._decks: dict[Name, Deck] = {}
        self._checks: asyncio.Task[None] | None = None

    # -- asking --------------------------------------------------------------------------------------------------

    async def in_thread(self, work: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
        """The result of `work`, done where all reading and composing is done."""
        return await asyncio.get_running_loop().run_in_executor(self._composer, lambda: work(*args, **named))

    def deck(self, name: Name) -> Deck:
        """The deck of that name, read when first asked for. In the composing thread only."""
        if name not in self._decks:
            self._decks[name] = Deck(
                FileOrigin(self.path) if name == "script" and self.path is not None else SampleOrigin(self.folder)
            )
        return self._decks[name]

    async def snapshot(self, look: Look) -> Snapshot:
        return await self.in_thread(lambda: self.deck(look[0]).snapshot(look[1]))

    async def picture(self, key: str) -> bytes | None:
        """The PNG of that name; None where no view shows it any more, or it cannot be painted."""
        found = self.pictures.made(key)
        if found is not None:
            return found
        frame = next((frame for deck in tuple(self._decks.values()) if (frame := deck.frame(key)) is not None), None)
        if frame is None:
            return None
        try:
            return await self.painted(key, frame)
        except asyncio.CancelledError:
            raise
        except Exception:
            return None

    async def painted(self, key: str, frame: Frame) -> bytes:
        """The PNG of `frame`, also where no view shows it any more; raises what painting raised, once that is told."""
        found = self.pictures.made(key)
        if found is not None:
            return found
        try:
            return await asyncio.shield(asyncio.wrap_future(self.pictures.wanted(key, frame)))
        except asyncio.CancelledError:
            raise
        except Exception as error:
            await self._unpaintable(key, error)
            raise

    # -- looking -------------------------------------------------------------------------------------------------

    async def listen(self, looks: tuple[Look, ...], patience: float) -> AsyncIterator[tuple[Look, Snapshot] | None]:
        """Each look as it is now and whenever it changes; None where `patience` seconds bring nothing new."""
        listener = Listener(looks)
        self._listeners.add(listener)
        try:
            for look in looks:
                if not any(told == look for told in listener.news):
                    listener.tell(look, await self.snapshot(look))
                while listener.news:
                    first = next(iter(listener.news))
                    yield first, listener.news.pop(first)
            self._check_soon()
            while not self.stop.is_set():
                with suppress(TimeoutError):
                    await asyncio.wait_for(listener.called.wait(), patience)
                listener.called.clear()
                if not listener.news:
                    yield None
                while listener.news:
                    first = next(iter(listener.news))
                    yield first, listener.news.pop(first)
        finally:
            self._listeners.discard(listener)

    async def run(self) -> None:
        """Follow the disk until `stop` is set."""
        async for changed in changes(self._folders, self.stop):
            # Whatever one save brings, the next one is followed; the composing thread ends with the server.
            with suppress(Exception):
                await self._take(changed)

    def end(self) -> None:
        """Stop following, and let all who listen go."""
        self.stop.set()
        for listener in self._listeners:
            listener.called.set()

    async def close(self) -> None:
        """Wait for what is under way."""
        self.end()
        if self._checks is not None:
            self._checks.cancel()
        await asyncio.to_thread(self._composer.shutdown, wait=True, cancel_futures=True)
        await asyncio.to_thread(self.pictures.close)

    # -- following -----------------------------------------------------------------------------------------------

    def _folders(self) -> tuple[Path, ...]:
        """The author's folder with what it may hold, the user's and the shipped data, and where a linked script really
        lies."""
        library = Library()
        shipped = [folder for kind in ("layout", "theme", "art") for folder in library.folders(kind)]
        if library.slides is not None:
            shipped.append(library.slides)
        real = []
        if self.path is not None:
            with suppress(OSError, RuntimeError):
                real.append(self.path.resolve().parent)
        own = folders_of(self.folder) if self.path is not None else _data_of(self.folder)
        return tuple(dict.fromkeys((*own, *real, *shipped)))

    async def _take(self, changed: Changed) -> None:
        paths = changed or frozenset()
        fresh = changed is None or any(map(self._is_data, paths))
        forced = any(path.suffix.casefold() in _SUFFIXES for path in paths)
        named = any(map(self._is_script, paths))
        published = False
        for name, deck in tuple(self._decks.items()):
            again = fresh or forced or named or await self.in_thread(deck.is_stale)
            # A save during the work is seen by the file itself, however late the system tells of it.
            renew, force = fresh, forced
            while again and await self.in_thread(deck.reread, fresh=renew, forced=force):
                renew = force = False
                published = True
                await self._publish(name)
                again = await self.in_thread(deck.is_stale)
        if self._decks and (fresh or forced or named or published):
            self._check_soon()

    def _is_script(self, path: Path) -> bool:
        return self.path is not None and path.name in (self.path.name, self.path.resolve().name)

    def _is_data(self, path: Path) -> bool:
        """Whether it is a layout, theme, drawing or font, or a folder of them, whatever a linked folder is called."""
        if path.parent.name in _DATA or path.name in _DATA:
            return True
        if path.suffix.casefold() not in _WRITTEN or self._is_script(path):
            return False
        # Beside the script lie other scripts.
        beside = () if self.path is None else (self.path.absolute().parent, self.path.resolve().parent)
        return path.suffix.casefold() == ".svg" or path.absolute().parent not in beside

    async def _publish(self, name: Name) -> None:
        looks = {look for listener in self._listeners for look in listener.looks if look[0] == name}
        deck = self._decks[name]
        await self.in_thread(deck.keep, {view for _, view in looks})
        for look in sorted(looks, key=lambda look: self._rank(look)):
            snapshot = await self.snapshot(look)
            self._paint_ahead(snapshot)
            self._tell(look, snapshot)

    def _rank(self, look: Look) -> int:
        """What a page names first, it shows first."""
        return min((one.looks.index(look) for one in self._listeners if look in one.looks), default=0)

    def _tell(self, look: Look, snapshot: Snapshot) -> None:
        for listener in self._listeners:
            if look in listener.looks:
                listener.tell(look, snapshot)

    def _paint_ahead(self, snapshot: Snapshot) -> None:
        lacking = [card for card in snapshot.cards if card.frame is not None and self.pictures.made(card.key) is None]
        if len(lacking) <= _AHEAD:
            for card in lacking:
                assert card.frame is not None
                self.pictures.wanted(card.key, card.frame)

    async def _unpaintable(self, key: str, error: Exception) -> None:
        for name, deck in tuple(self._decks.items()):
            shown = [
                (view, card.slide)
                for view, snapshot in deck.shown().items()
                for card in snapshot.cards
                if card.key == key
            ]
            if shown:
                slide = shown[0][1]
                found = [
                    replace(item, place=item.place if item.place.line else slide.place, slide=slide.number)
                    for item in answer(error)
                ]
                for view in await self.in_thread(deck.unpaintable, key, found):
                    look = (name, view)
                    self._tell(look, await self.snapshot(look))

    def _check_soon(self) -> None:
        if self._checks is not None:
            self._checks.cancel()
        self._checks = asyncio.ensure_future(self._check())

    async def _check(self) -> None:
        await asyncio.sleep(_QUIET)
        for look in {look for listener in self._listeners for look in listener.looks if look[0] == "script"}:
            deck = self._decks.get(look[0])
            if deck is not None:
                before = await self.snapshot(look)
                snapshot = await self.in_thread(deck.check, look[1])
                if snapshot is not before:
                    self._tell(look, snapshot)


def _data_of(folder: Path) -> tuple[Path, ...]:
    return tuple(inner for kind in ("layout", "theme", "art") for inner in Library(folder).folders(kind))
