"""What the page is told, as JSON can hold it: snapshots with their findings in words, and the layouts with fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cardnews.diagnostics import Diagnostic, Sources, diagnose
from cardnews.errors import Finding, Language
from cardnews.layout import Field
from cardnews.preview.view import Shown, Snapshot
from cardnews.samples.slides import Sample
from cardnews.script import SIZES, Size

_COLUMNS = 64  # of the author's line that a finding shows
_MOST = 300  # findings on the page


def snapshot_record(
    shot: Snapshot, *, deck: str, sizes: Iterable[str], themes: Iterable[str], text: str, language: Language
) -> dict[str, Any]:
    """A snapshot; `text` is what the script says today, and lines are counted in it."""
    script = shot.script
    sources = Sources({str(script.path): text.encode()})
    last = text.count("\n") + 1
    starts = [card.slide.place.line for card in shot.cards]
    # The cards of one slide share its lines.
    ends = [next((line - 1 for line in starts[at:] if line > start), last) for at, start in enumerate(starts)]
    return {
        "deck": deck,
        "size": shot.view.size,
        "theme": shot.view.theme,
        "version": shot.version,
        "file": str(script.path),
        "title": script.title,
        "brand": script.brand,
        "canvas": _size(shot.size),
        "ownTheme": script.theme,
        "sizes": list(sizes),
        "themes": list(themes),
        "whole": shot.whole and not any(item.severity == "error" and item.slide is None for item in shot.findings),
        "total": len(shot.cards),
        "cards": [_card(card, end) for card, end in zip(shot.cards, ends, strict=True)],
        "findings": [_finding(item, diagnose(item, language, sources, _COLUMNS)) for item in shot.findings[:_MOST]],
    }


def _size(size: Size) -> dict[str, Any]:
    return {"name": size.name, "width": size.width, "height": size.height, "kind": size.kind}


def _card(card: Shown, end: int) -> dict[str, Any]:
    slide = card.slide
    return {
        "number": card.number,
        "key": card.key,
        "mark": card.mark,
        "stale": card.stale,
        "slide": slide.number,
        "layout": slide.called or slide.layout,
        "line": slide.place.line,
        "column": slide.place.column,
        "end": max(end, slide.place.line),
        "alt": alt_of(card),
    }


def alt_of(card: Shown) -> str:
    """What the author says the card shows, else its words in reading order."""
    if card.slide.alt:
        return card.slide.alt
    if card.frame is None:
        return ""
    texts = (" ".join(line.text for line in slot.lines) for slot in card.frame.slots if not slot.decorative)
    return card.frame.alt or " / ".join(dict.fromkeys(filter(None, texts)))


def _finding(item: Finding, said: Diagnostic) -> dict[str, Any]:
    excerpt = said.excerpt
    return {
        "severity": str(said.severity),
        "label": said.label,
        "place": said.place,
        "line": item.place.line,
        "slide": item.slide,
        "where": said.where,
        "message": said.message,
        "rule": said.rule,
        "excerpt": None
        if excerpt is None
        else {"number": excerpt.number, "text": excerpt.text, "lead": excerpt.lead, "length": excerpt.length},
    }


def layout_records(samples: Iterable[Sample], language: Language) -> list[dict[str, Any]]:
    """Every layout with its fields and the lines of its sample, in the order of the sample slides."""
    return [
        {
            "number": number,
            "name": sample.layout.name,
            "label": dict(sample.layout.names).get(language, sample.layout.name),
            "aliases": list(dict.fromkeys(sample.layout.aliases)),
            "fields": [_field(field, language) for field in sample.layout.fields],
            "snippet": sample.snippet,
        }
        for number, sample in enumerate(samples, 1)
    ]


def _field(field: Field, language: Language) -> dict[str, Any]:
    return {
        "name": field.name,
        "label": dict(field.label).get(language, ""),
        "korean": dict(field.label).get("ko", ""),
        "type": field.type,
        "required": field.required,
        "most": field.most,
        "count": list(field.count) if field.count else None,
        "options": list(field.options),
        "help": dict(field.help).get(language, ""),
        "of": [_field(inner, language) for inner in field.of if inner.name],
    }


def named_sizes() -> tuple[str, ...]:
    return tuple(SIZES)
