"""Tidying scripts: the same values and comments, in one manner of writing."""

from __future__ import annotations

from cardnews.tidy.file import format_bytes, format_file
from cardnews.tidy.script import Tidied, format_script

__all__ = ["Tidied", "format_bytes", "format_file", "format_script"]
