"""Articles as short lines, so that tests can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from cardnews.draft.document import (
    Block,
    Dialog,
    Exchange,
    Facts,
    Heading,
    Items,
    Line,
    Paragraph,
    Picture,
    Quote,
    Raw,
    Source,
    Table,
)
from cardnews.draft.structure import article_of
from cardnews.imagereader import IMAGE_KEYS
from cardnews.layout import Field
from cardnews.library import Shelf
from cardnews.reader import SCRIPT_KEYS
from cardnews.slidereader import SLIDE_KEYS


def blocks(source: Source) -> list[str]:
    """Each block of an article as a line."""
    return [line for block in article_of(source).blocks for line in told(block)]


def told(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text, level=level):
            yield f"h{level} {text.text}"
        case Paragraph(text=text, remark=remark):
            yield f"{'※' if remark else 'p'} {text.script()}".replace("\n", " / ")
        case Items(items=items, ordered=ordered, ticked=ticked):
            for item in items:
                sign = "1." if ordered else "☐" if ticked else "-"
                below = "".join(f" > {child.text.text}" for child in item.children)
                yield f"{sign} {item.text.script()}{below}".replace("\n", " / ")
        case Facts(rows=rows):
            yield from (f"{label.text}: {value.text}".replace("\n", " / ") for label, value in rows)
        case Quote(text=text, who=who):
            yield f"“{text.text}”{f' {who.text}' if who else ''}"
        case Dialog(turns=turns):
            yield from (f"{who.text}> {text.text}" for text, who in turns)
        case Exchange(question=question, answer=answer):
            yield f"Q {question.text} A {answer.text}".replace("\n", " / ")
        case Table(head=head, rows=rows):
            for row in ([head] if head else []) + list(rows):
                yield " | ".join(cell.text for cell in row)
        case Picture(path=path, alt=alt):
            yield f"[{path}] {alt.text}"


def lines(raw: tuple[Raw, ...]) -> list[str]:
    """Each line of a reader's as its kind, level and words."""
    found = []
    for item in raw:
        if isinstance(item, Line):
            found.append(f"{item.kind}{item.level} {item.text.script()}")
        else:
            found += told(item)
    return found


def slides_of(text: str, folder: Path = Path()) -> list[dict[str, Any]]:
    """The slides of a script with their keys in English."""
    shelf = Shelf(folder)
    script = {SCRIPT_KEYS[key]: value for key, value in yaml.load(text, yaml.CSafeLoader).items()}
    found: list[dict[str, Any]] = []
    for slide in script["slides"]:
        name = next(value for key, value in slide.items() if SLIDE_KEYS.get(key) == "layout")
        layout = shelf.layout(name)
        assert layout is not None
        told = _english({key: value for key, value in slide.items() if value is not name}, layout.fields)
        found.append({"layout": layout.name, **told})
    return found


def _english(value: Any, fields: Sequence[Field]) -> Any:
    if isinstance(value, list):
        return [_english(item, fields) for item in value]
    if not isinstance(value, dict):
        return value
    known = {dict(field.label).get("ko", field.name): field for field in fields}
    found = {}
    for key, inner in value.items():
        field = known.get(key)
        name = field.name if field else SLIDE_KEYS.get(key, IMAGE_KEYS.get(key, key))
        found[name] = _english(inner, field.of if field else ())
    return found
