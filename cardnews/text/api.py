"""`wrap_text`: one text into lines, without a layout, a theme or a picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from cardnews.errors import CardnewsError, Finding, Severity, finding
from cardnews.text.fit import characters_over, fit_text
from cardnews.text.fontbook import FontBook, shipped_fonts, unknown_family
from cardnews.text.lines import Line
from cardnews.text.markup import parse_marks
from cardnews.text.normalize import normalize_text
from cardnews.text.paragraphs import Paragraphs, Step
from cardnews.text.shape import Face, shape_text
from cardnews.text.wrap import Mode


def wrap_text(
    text: str,
    width: float,
    *,
    family: str = "Pretendard",
    weight: float = 700,
    size: float = 64,
    tracking: float = 0.0,
    mode: Mode = "display",
    max_lines: int | None = None,
    fonts: Sequence[str | Path] = (),
) -> tuple[Line, ...]:
    """The lines of `text` in a measure of `width` px, set in `family` at `size` px; `tracking` is in em.

    `family` is a shipped one or one of the font files and folders in `fonts`, by its Korean or its English name.
    Marks (`**strong**`) are taken out, newlines end lines, and an eojeol wider than the measure is torn.

    Raises:
        CardnewsError: where `max_lines` do not hold the text, or the family is not at hand or its file is damaged.
    """
    if not (0 < width < math.inf and 0 < size < math.inf) or (max_lines is not None and max_lines < 1):
        raise CardnewsError([finding("wrap-no-width")])
    marked = parse_marks(normalize_text(text))
    if not marked.text.strip():
        return ()
    book, findings = _book(fonts) if fonts else (shipped_fonts(), ())
    if not book.named(family):
        findings = (*findings, unknown_family(family, book))
    if any(item.severity is Severity.ERROR for item in findings):
        raise CardnewsError(findings)
    chain = book.chain((family,), weight)
    paragraphs = Paragraphs(marked, shape_text(marked, Face(chain, chain)))
    if book.damage:
        raise CardnewsError([*book.damage, unknown_family(family, book)])
    step = Step(size, 1.0, tracking, 0.0, "")
    fitted = fit_text(paragraphs, (step,), width, mode=mode, max_lines=max_lines)
    if fitted is None and max_lines is None:
        raise CardnewsError([finding("wrap-no-width")])
    if fitted is None:
        over = characters_over(paragraphs, step, width, mode, max_lines, None)
        raise CardnewsError(
            [finding("wrap-overflow", lines=max_lines, width=f"{width:g}", size=f"{size:g}", over=over)]
        )
    return tuple(
        Line(marked.text[line.start : line.end], line.start, line.end, round(line.width, 2), line.ended, line.rules)
        for line in fitted.lines
    )


def _book(fonts: Sequence[str | Path]) -> tuple[FontBook, tuple[Finding, ...]]:
    # Costs milliseconds to load, for those who add fonts.
    from cardnews.text.ownfonts import book_of

    return book_of(fonts)
