"""Articles as short lines, so that tests can be read."""

from __future__ import annotations

from collections.abc import Iterator

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
