"""Where the preview is reached: a port of this machine that nobody else has, and the token that opens it."""

from __future__ import annotations

import os
import socket
from secrets import token_urlsafe

from msgspec import Struct

from cardnews.errors import CardnewsError, finding

HOST = "127.0.0.1"
PORT = 8710
_TRIES = 50
_HIGHEST = 65535


class Address(Struct, frozen=True):
    """The port, the secret that a browser must know, the page to begin with, and the port that was `taken`."""

    port: int
    token: str
    page: str = "/"
    taken: int | None = None

    @property
    def url(self) -> str:
        """What a person opens; the page takes the token out of it at once."""
        return f"http://{HOST}:{self.port}{self.page}?token={self.token}"

    @property
    def cookie(self) -> str:
        """Cookies do not tell ports apart, and several previews may run."""
        return f"cardnews-{self.port}"


def listen(port: int = PORT, page: str = "/") -> tuple[socket.socket, Address]:
    """A listening socket on this machine alone, at `port` or the next that is free (0: any), and its address.

    Raises:
        CardnewsError: where `port` is no port, or none behind it is free.
    """
    if not 0 <= port <= _HIGHEST:
        raise CardnewsError([finding("preview-port", port=port, most=_HIGHEST)])
    last = min(port + _TRIES, _HIGHEST)
    for tried in range(port, last + 1):
        opened = _opened(tried)
        if opened is not None:
            given = int(opened.getsockname()[1])
            return opened, Address(given, token_urlsafe(18), page, port if given != port and port else None)
    raise CardnewsError([finding("preview-no-port", first=port, last=last)])


def _opened(port: int) -> socket.socket | None:
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # A preview that has just ended leaves its port waiting; this takes it, but never one that is listened at.
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((HOST, port))
        opened.listen(128)
    except (OSError, OverflowError):
        opened.close()
        return None
    return opened
