"""The preview from its start to Ctrl-C."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn

from cardnews.errors import Language
from cardnews.preview.address import PORT, Address, listen
from cardnews.preview.app import build_app
from cardnews.preview.guard import Guard
from cardnews.preview.live import Live
from cardnews.preview.words import refusal

_GRACE = 2  # seconds for answers that are under way at the end


def serve(
    script: str | Path | None = None,
    *,
    port: int = PORT,
    language: Language = "en",
    ready: Callable[[Address], None] | None = None,
) -> None:
    """Show `script`, or without one the layouts, in browsers of this machine until the process is interrupted.

    `port` is the first that is tried, 0 any; `ready` is told the address as soon as it answers.

    Raises:
        CardnewsError: where no port is free.
    """
    path = None if script is None else Path(script)
    opened, address = listen(port, "/" if path is not None else "/layouts")
    live = Live(path, path.parent if path is not None else Path())
    app = Guard(build_app(live, language), address, refusal())
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        lifespan="on",
        http="h11",
        ws="none",
        timeout_graceful_shutdown=_GRACE,
        proxy_headers=False,
    )
    # What is loaded now stays; looking through it for garbage again and again costs a tenth of every save.
    gc.collect()
    gc.freeze()
    with opened:
        _Server(config, live, lambda: ready(address) if ready is not None else None).run(sockets=[opened])


class _Server(uvicorn.Server):
    """Says when it answers, and ends open streams when it is interrupted, which is how it is ended."""

    def __init__(self, config: uvicorn.Config, live: Live, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._live = live
        self._ready = ready
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets=sockets)  # type: ignore[arg-type]
        if self.started:
            self._ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        # Not noted as captured, so that nothing is raised again after a clean end.
        self.force_exit = self.should_exit
        self.should_exit = True
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._live.end)
