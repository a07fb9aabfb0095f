"""Findings as plain records, for programs."""

from __future__ import annotations

from typing import Any

from cardnews.errors import Finding, Language


def record(item: Finding, language: Language = "en") -> dict[str, Any]:
    """A finding as JSON can hold it: `line` and `column` are 1-based, in characters, and None where unknown."""
    return {
        "rule": item.id,
        "severity": item.severity.value,
        "file": item.place.path or None,
        "line": item.place.line or None,
        "column": item.place.column or None,
        "slide": item.slide,
        "layout": item.layout,
        "field": item.field,
        "message": item.message(language),
    }
