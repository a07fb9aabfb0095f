"""The live preview: a local page that shows the cards of a script and follows every save."""

from __future__ import annotations

from cardnews.preview.address import Address
from cardnews.preview.serve import serve

__all__ = ["Address", "serve"]
