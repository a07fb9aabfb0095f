"""Writing new scripts, from nothing or from an article."""

from __future__ import annotations

from cardnews.messages.message import Message

DRAFT: dict[str, Message] = {}
