"""Help for editors: the schema of scripts, and tidying them."""

from __future__ import annotations

from cardnews.messages.message import Message

EDIT: dict[str, Message] = {}
