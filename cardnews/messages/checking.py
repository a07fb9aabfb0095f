"""What `cardnews check` finds in scripts and cards that could be made, and its own words."""

from __future__ import annotations

from cardnews.messages.message import Message

CHECK: dict[str, Message] = {}
