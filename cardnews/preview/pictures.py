"""Cards as PNG files, painted when they are asked for, on few threads and in little memory."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, SimpleQueue
from threading import RLock

from cardnews.compose.frame import Frame
from cardnews.export.fingerprint import fingerprint
from cardnews.export.png import encode_png
from cardnews.paint.painter import Painter

_ROOM = 8 * 1024**2  # bytes of pictures that are kept; the browser keeps those that it shows
_THREADS = 2
_LIFE = 40  # cards, after which a painter and the drawings that it keeps make room for a new one


class Pictures:
    """Paints each Frame once for as long as there is room. For any thread."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(_THREADS, "paint")
        self._painters: SimpleQueue[tuple[Painter, int]] = SimpleQueue()
        self._lock = RLock()
        self._made: OrderedDict[str, bytes] = OrderedDict()
        self._used = 0
        self._waiting: dict[str, Future[bytes]] = {}

    def made(self, key: str) -> bytes | None:
        """The picture of that name, if it is at hand."""
        with self._lock:
            found = self._made.get(key)
            if found is not None:
                self._made.move_to_end(key)
            return found

    def wanted(self, key: str, frame: Frame) -> Future[bytes]:
        """The picture of `frame` to come; its exception is what painting raised."""
        with self._lock:
            found = self._waiting.get(key)
            if found is None:
                found = self._waiting[key] = self._pool.submit(self._paint, key, frame)
                found.add_done_callback(lambda _: self._done(key))
            return found

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _done(self, key: str) -> None:
        with self._lock:
            self._waiting.pop(key, None)

    def _paint(self, key: str, frame: Frame) -> bytes:
        try:
            painter, life = self._painters.get_nowait()
        except Empty:
            painter, life = Painter(), _LIFE
        data = encode_png(painter.paint(frame))
        if life > 1:
            self._painters.put((painter, life - 1))
        if fingerprint(frame) != key:
            # A file that it names was exchanged meanwhile: this is not the picture of that name.
            return data
        with self._lock:
            old = self._made.pop(key, b"")
            self._made[key] = data
            self._used += len(data) - len(old)
            while self._used > _ROOM and len(self._made) > 1:
                self._used -= len(self._made.popitem(last=False)[1])
        return data
