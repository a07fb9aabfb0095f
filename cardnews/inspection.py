"""What was set where and why: the Frames of a script as plain records, or as lines that a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from cardnews.arguments import sizes_named, slide_numbers
from cardnews.compose.frame import Frame, Slot
from cardnews.compose.sound import compose_sound, read_sound
from cardnews.errors import Finding, sort_findings
from cardnews.library import Shelf
from cardnews.script import Script
from cardnews.text.lines import Line


class Inspection(Struct, frozen=True):
    """The Frames that could be composed, and all findings."""

    frames: tuple[Frame, ...]
    findings: tuple[Finding, ...]


def inspect(script: str | Path | Script, size: str | None = None, *, only: str | None = None) -> Inspection:
    """Compose a script, in `size` or the first of its own, for looking at rather than painting.

    Raises:
        CardnewsError: where `size` or `only` name nothing.
    """
    chosen = sizes_named([size]) if size is not None else ()
    shelf = Shelf((script.path if isinstance(script, Script) else Path(script)).parent)
    loaded = script if isinstance(script, Script) else read_sound(Path(script), shelf)
    sizes = (*chosen, *loaded.sizes)
    if not loaded.slides or not sizes:
        return Inspection((), sort_findings(loaded.findings))
    composed = compose_sound(loaded, sizes[0], only=slide_numbers(only, len(loaded.slides)), shelf=shelf)
    return Inspection(composed.frames, sort_findings([*loaded.findings, *composed.findings]))


def record(frame: Frame) -> dict[str, Any]:
    """A Frame as JSON can hold it; lengths in px, sizes of type in px, boxes as x, y, width, height."""
    return {
        "slide": frame.slide,
        "card": frame.number,
        "of": frame.total,
        "layout": frame.layout,
        "size": frame.size,
        "width": frame.width,
        "height": frame.height,
        "ground": frame.ground,
        "tightened": list(frame.relief),
        "slots": [_slot(slot) for slot in frame.slots],
    }


def _slot(slot: Slot) -> dict[str, Any]:
    rect = slot.rect
    return {
        "slot": slot.id,
        "field": slot.field,
        "role": slot.role,
        "size": slot.size,
        "nominal": slot.nominal,
        "box": [round(value, 1) for value in (rect.x, rect.y, rect.width, rect.height)],
        "fonts": list(slot.fonts),
        "lines": [
            {
                "text": line.text,
                "start": line.start,
                "end": line.end,
                "width": line.width,
                "ended": line.ended,
                "rules": list(line.rules),
            }
            for line in slot.lines
        ],
    }


def described(frame: Frame) -> Iterator[str]:
    """A Frame in lines: a head, then each slot with its lines and why each of them ended."""
    yield f"{frame.number}/{frame.total} {frame.layout}, {frame.size} {frame.width}x{frame.height}, {frame.ground}"
    for slot in frame.slots:
        if slot.decorative:
            continue
        rect = slot.rect
        box = f"{rect.x:.0f},{rect.y:.0f} {rect.width:.0f}x{rect.height:.0f}"
        share = "" if slot.size == slot.nominal else f" ({slot.size / slot.nominal:.0%})"
        yield f"  {slot.id}: {slot.role} {slot.size:g} px{share}, {box}, {', '.join(slot.fonts)}"
        for line in slot.lines:
            yield f"    {line.width:>6.0f} px  {line.text}  {_why(line)}".rstrip()


def _why(line: Line) -> str:
    if line.ended == "end":
        return ""
    return f"[{', '.join((line.ended, *line.rules))}]"
