"""Who may ask: pages of this very server in a browser that knows the token, and nobody else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from secrets import compare_digest
from typing import Any
from urllib.parse import parse_qs

from cardnews.compose.sound import answer
from cardnews.preview.address import Address

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# Nothing from elsewhere, no script or style that is not a file of the page, no frame around it.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)


class Guard:
    """Stands before an application; refuses names that a foreign page may give this address, and strangers.

    A page elsewhere can make a browser ask 127.0.0.1, also under a name of its own (DNS rebinding). The name it asked
    for is in `Host`, the page that asks in `Origin`; neither can be forged by a page. Other programs on this machine
    lack the token, which the browser keeps as a cookie that pages of other sites do not send along.
    """

    def __init__(self, app: App, address: Address, refusal: str) -> None:
        self.app = app
        self.address = address
        self.refusal = refusal
        names = (f"127.0.0.1:{address.port}", f"localhost:{address.port}")
        self.hosts = frozenset(name.encode() for name in names)
        self.origins = frozenset(f"http://{name}".encode() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers: list[tuple[bytes, bytes]] = list(scope["headers"])
        fresh = self._in_query(scope)
        if not self._is_own(headers):
            await self._refuse(send, "text/plain", "wrong host or origin")
        elif not (fresh or self._in_cookie(headers)):
            await self._refuse(send, "text/html", self.refusal)
        elif scope["method"] not in ("GET", "HEAD"):
            # Nothing is changed by asking for it: what the page hands out, the browser saves.
            await self._refuse(send, "text/plain", "only reading is possible", 405)
        else:
            await self._answer(scope, receive, self._marked(send, fresh))

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def noting(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, noting)
        except Exception as error:
            # A mistake of cardnews: said in the browser, and the preview goes on.
            if not started:
                said = "; ".join(item.message() for item in answer(error))
                await self._refuse(send, "text/plain", said, 500)

    def _is_own(self, headers: Iterable[tuple[bytes, bytes]]) -> bool:
        hosts = [value.lower() for name, value in headers if name == b"host"]
        origins = [value.lower() for name, value in headers if name == b"origin"]
        return len(hosts) == 1 and hosts[0] in self.hosts and all(origin in self.origins for origin in origins)

    def _in_query(self, scope: Scope) -> bool:
        try:
            given = parse_qs(scope["query_string"].decode("ascii", "replace"), max_num_fields=20).get("token", [])
        except ValueError:
            return False
        return len(given) == 1 and self._is_token(given[0])

    def _in_cookie(self, headers: Iterable[tuple[bytes, bytes]]) -> bool:
        for name, value in headers:
            if name == b"cookie":
                # By hand: other servers of this machine share the jar, and one odd cookie must not cost ours.
                for pair in value.decode("latin-1").split(";"):
                    called, _, given = pair.partition("=")
                    if called.strip() == self.address.cookie and self._is_token(given.strip()):
                        return True
        return False

    def _is_token(self, given: str) -> bool:
        return compare_digest(given.encode("utf-8", "replace"), self.address.token.encode())

    def _marked(self, send: Send, fresh: bool) -> Send:
        """`send` that adds the headers every answer has, and the cookie where the token came with the address."""
        extra = list(_HEADERS)
        if fresh:
            cookie = f"{self.address.cookie}={self.address.token}; Path=/; HttpOnly; SameSite=Strict"
            extra.append((b"set-cookie", cookie.encode()))

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *extra]
            await send(message)

        return marked

    async def _refuse(self, send: Send, kind: str, text: str, status: int = 403) -> None:
        body = text.encode()
        headers = [(b"content-type", f"{kind}; charset=utf-8".encode()), (b"cache-control", b"no-store"), *_HEADERS]
        headers.append((b"content-length", str(len(body)).encode()))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})
