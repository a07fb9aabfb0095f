"""Frame to picture. The painter decides nothing: it fills shapes, sets glyphs and places art where the Frame says."""

from __future__ import annotations

from cardnews.paint.painter import Painter, paint

__all__ = ["Painter", "paint"]
