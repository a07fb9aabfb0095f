"""A measure without fonts: a Hangul syllable is 2 cells wide, everything in ASCII 1, marks that combine nothing."""

from __future__ import annotations

import itertools

from cardnews.text.breaks import cluster_starts
from cardnews.text.markup import MarkedText, parse_marks, plain_text
from cardnews.text.normalize import normalize_text
from cardnews.text.paragraphs import Paragraphs, Step
from cardnews.text.shape import Cluster, Shaped


def cells(cluster: str) -> int:
    """The width of one grapheme cluster."""
    code = ord(cluster[0])
    if code in (0x200B, 0x2060, 0x0A):
        return 0
    return 1 if code < 0x1100 or 0x2000 <= code < 0x2070 else 2


def width_of(text: str) -> int:
    starts = (*cluster_starts(text, 0, len(text)), len(text))
    return sum(cells(text[start:end]) for start, end in itertools.pairwise(starts))


def cell_paragraphs(text: str, *, marks: bool = True) -> Paragraphs:
    """`text` with its marks taken out, ready to be broken, one em being one cell."""
    normal = normalize_text(text)
    return paragraphs_in_cells(parse_marks(normal) if marks else plain_text(normal))


def paragraphs_in_cells(marked: MarkedText) -> Paragraphs:
    starts = (*cluster_starts(marked.text, 0, len(marked.text)), len(marked.text))
    clusters = (
        Cluster(start, end, (), float(cells(marked.text[start:end])), marked.text[start:end] == " ")
        for start, end in itertools.pairwise(starts)
    )
    return Paragraphs(marked, Shaped(tuple(clusters), ()))


def step(size: float = 1.0, leading: float = 1.0) -> Step:
    """A rung of a ladder on which an em is `size` cells."""
    return Step(size, leading, 0.0, 0.0, "")


def lines_of(paragraphs: Paragraphs, ranges: object) -> list[str]:
    """The text of set lines."""
    return [paragraphs.marked.text[line.start : line.end] for line in ranges]  # type: ignore[attr-defined]
