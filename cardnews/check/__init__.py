"""Checking a script before its cards are made: `check`, and the rules it goes by."""

from __future__ import annotations

from cardnews.check.run import Checked, check

__all__ = ["Checked", "check"]
