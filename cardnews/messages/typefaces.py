"""Fonts: the shipped ones and those an author adds."""

from __future__ import annotations

from cardnews.messages.message import Message

FONTS: dict[str, Message] = {}
