"""The application: the page and what it asks for, over HTTP."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from cardnews.assets import fonts_folder
from cardnews.compose.sound import answer
from cardnews.errors import Language
from cardnews.export.manifest import card_name
from cardnews.preview.archive import zipped
from cardnews.preview.live import Live, Look, Name
from cardnews.preview.overlay import overlay_record
from cardnews.preview.records import layout_records, snapshot_record
from cardnews.preview.view import Snapshot, View
from cardnews.preview.words import filled, page_words
from cardnews.samples.slides import samples_of

PAGE = Path(__file__).resolve().parent / "page"
VIEWS = ("carousel", "sheet", "profile", "sizes", "layouts")
_PATIENCE = 15.0  # seconds without news after which a sign of life is sent
_MOST_LOOKS = 24
_MOST_NAME = 80
_FOREVER = {"cache-control": "private, max-age=31536000, immutable"}
_NEVER = {"cache-control": "no-store"}
_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_FILES = {path.name: path for path in sorted(PAGE.iterdir()) if path.suffix in _KINDS}
_FONT = "PretendardVariable.ttf"
_KEY = re.compile(r"[0-9a-f]{64}")

Answer = Callable[[Request], Awaitable[Response]]


def build_app(live: Live, language: Language) -> Starlette:
    """The application over `live`; `language` is that of the page where it asks for none."""
    pages = _Pages(live, language)
    routes = [Route("/", pages.page)]
    routes += [Route(f"/{view}", pages.page) for view in VIEWS]
    routes += [
        Route("/page/{name}", pages.file),
        Route("/events", pages.events),
        Route("/card/{key}.png", pages.card),
        Route("/overlay", pages.overlay),
        Route("/script.txt", pages.script),
        Route("/layouts.json", pages.layouts),
        Route("/cards.zip", pages.archive),
    ]

    @asynccontextmanager
    async def following(_: Starlette) -> AsyncIterator[None]:
        import asyncio

        task = asyncio.create_task(live.run())
        try:
            yield
        finally:
            live.end()
            await asyncio.gather(task, return_exceptions=True)
            await live.close()

    return Starlette(routes=routes, lifespan=following)


class _Pages:
    """What each address answers."""

    def __init__(self, live: Live, language: Language) -> None:
        self.live = live
        self.language = language
        # A picture is kept by the browser for as long as this very painter is at work.
        self.run = secrets.token_hex(4)

    def _language(self, request: Request) -> Language:
        asked = request.query_params.get("lang", "")
        return "ko" if asked == "ko" else "en" if asked == "en" else self.language

    async def page(self, request: Request) -> Response:
        language = self._language(request)
        config = {
            "words": page_words(language),
            "language": language,
            "views": list(VIEWS if self.live.path is not None else VIEWS[-1:]),
        }
        # A `<` could end the element that holds the JSON.
        text = json.dumps(config, ensure_ascii=False).replace("<", "\\u003c")
        html = filled((PAGE / "index.html").read_text("utf-8"), language)
        return Response(html.replace("[[config]]", text), media_type="text/html", headers=_NEVER)

    async def file(self, request: Request) -> Response:
        """A file of the page by its name, which is looked up and never a path."""
        name = request.path_params["name"]
        if name == _FONT:
            return FileResponse(fonts_folder() / _FONT, media_type="font/ttf", headers=_FOREVER)
        if name not in _FILES:
            return _missing()
        path = _FILES[name]
        return FileResponse(path, media_type=_KINDS[path.suffix], headers={"cache-control": "no-cache"})

    async def events(self, request: Request) -> Response:
        """Server-sent events: a snapshot of each `look` (deck:size:theme), now and whenever it changes."""
        language = self._language(request)
        looks = tuple(dict.fromkeys(filter(None, map(self._look, request.query_params.getlist("look")))))
        if not looks or len(looks) > _MOST_LOOKS:
            return _missing()

        async def told() -> AsyncIterator[str]:
            yield "retry: 1000\n\n"
            async for news in self.live.listen(looks, _PATIENCE):
                if news is None:
                    yield ": here\n\n"
                else:
                    record = await self.live.in_thread(self._record, *news, language)
                    yield f"data: {json.dumps(record, ensure_ascii=False)}\n\n"

        return StreamingResponse(told(), media_type="text/event-stream", headers=_NEVER)

    async def card(self, request: Request) -> Response:
        key, _, run = request.path_params["key"].partition("-")
        data = await self.live.picture(key) if _KEY.fullmatch(key) and run == self.run else None
        if data is None:
            return _missing()
        # What was not kept is not the picture of that name: a file changed while it was painted.
        headers = _FOREVER if self.live.pictures.made(key) == data else _NEVER
        return Response(data, media_type="image/png", headers=headers)

    async def overlay(self, request: Request) -> Response:
        look = self._look(request.query_params.get("look", ""))
        number = request.query_params.get("number", "")
        if look is None:
            return _missing()
        shot = await self.live.snapshot(look)
        card = next((card for card in shot.cards if str(card.number) == number), None)
        if card is None or card.frame is None:
            return _missing()
        frame, slide = card.frame, card.slide
        theme = await self.live.in_thread(self._theme, look[0], slide.theme or shot.theme)
        return JSONResponse(overlay_record(frame, theme), headers=_NEVER)

    async def script(self, _: Request) -> Response:
        """What the script says; that and no other file."""
        text = "" if self.live.path is None else await self.live.in_thread(lambda: self.live.deck("script").text)
        return Response(text, media_type="text/plain", headers=_NEVER)

    async def layouts(self, request: Request) -> Response:
        language = self._language(request)
        records = await self.live.in_thread(
            lambda: layout_records(samples_of(self.live.deck("samples").shelf), language)
        )
        themes = await self.live.in_thread(lambda: self.live.deck("samples").themes)
        return JSONResponse({"layouts": records, "themes": themes[:_MOST_LOOKS]}, headers=_NEVER)

    async def archive(self, request: Request) -> Response:
        """The cards of a view that are as the script says, numbered as `cardnews render` does."""
        look = self._look(request.query_params.get("look", ""))
        if look is None:
            return _missing()
        shot = await self.live.snapshot(look)
        headers = {"content-disposition": 'attachment; filename="cards.zip"', **_NEVER}
        return StreamingResponse(zipped(self._files(shot)), media_type="application/zip", headers=headers)

    async def _files(self, shot: Snapshot) -> AsyncIterator[tuple[str, bytes]]:
        for card in shot.cards:
            if card.frame is not None and card.key and not card.stale:
                # The Frame of this snapshot, also where the script is saved meanwhile. An exception breaks the
                # download off, which the browser says; an archive without the card would look whole.
                data = await self.live.painted(card.key, card.frame)
                yield card_name((shot.size.name,), shot.size.name, card.number, len(shot.cards)), data

    def _look(self, asked: str) -> Look | None:
        """`script:square:hope`, `samples::`; None for what cannot be looked at."""
        parts = asked.split(":")
        if len(parts) != 3 or len(asked) > _MOST_NAME:
            return None
        known: dict[str, Name] = {"samples": "samples"}
        if self.live.path is not None:
            known["script"] = "script"
        name = known.get(parts[0])
        return None if name is None else (name, View(parts[1], parts[2]))

    def _record(self, look: Look, shot: Snapshot, language: Language) -> dict[str, Any]:
        deck = self.live.deck(look[0])

        def told(shown: Snapshot) -> dict[str, Any]:
            return snapshot_record(
                shown, deck=look[0], sizes=deck.sizes, themes=deck.themes, text=deck.text, language=language
            )

        try:
            record = told(shot)
        except Exception as error:
            # A mistake of cardnews: said in the page, which goes on listening.
            record = told(replace(shot, cards=(), findings=answer(error), whole=False))
        for card in record["cards"]:
            card["key"] = card["key"] and f"{card['key']}-{self.run}"
        return record

    def _theme(self, name: Name, theme: str) -> Any:
        from cardnews.errors import CardnewsError

        try:
            return self.live.deck(name).shelf.theme(theme)
        except CardnewsError:
            return None


def _missing() -> Response:
    return Response("not here", 404, media_type="text/plain", headers=_NEVER)
