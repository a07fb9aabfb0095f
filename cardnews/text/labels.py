"""Labels: highlights whose bar stands behind whole letters, and takes room of its own in the line."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cardnews.text.markup import MarkedText
from cardnews.text.shape import Cluster, Glyph, Shaped

# Of the padding: how far the letters that go on in the same eojeol keep off the bar, beside their own side bearing.
_CLEAR = 0.6


def padded(marked: MarkedText, shaped: Shaped, pad: float) -> Shaped:
    """`shaped` with `pad` em inside both ends of each highlight, and what goes on in the same eojeol clear of its bar.

    The room is in the advances, so that lines are broken with it and no bar reaches what stands beside it.
    """
    spans = [span for span in marked.spans if span.mark == "highlight"]
    if not spans or not pad:
        return shaped
    clusters = list(shaped.clusters)
    for span in spans:
        within = [at for at, cluster in enumerate(clusters) if span.start <= cluster.start < span.end]
        if not within:
            continue
        first, last = within[0], within[-1]
        clusters[first] = _widened(clusters[first], before=pad)
        clusters[last] = _widened(clusters[last], after=pad)
        if first and _goes_on(marked, clusters[first - 1]):
            clusters[first - 1] = _widened(clusters[first - 1], after=_CLEAR * pad)
        if last + 1 < len(clusters) and _goes_on(marked, clusters[last + 1]):
            clusters[last + 1] = _widened(clusters[last + 1], before=_CLEAR * pad)
    return Shaped(tuple(clusters), shaped.missing)


def split_by(marked: MarkedText, offset: int) -> bool:
    """Whether a line that begins or ends at `offset` parts a highlight in two."""
    return any(span.mark == "highlight" and span.start < offset < span.end for span in marked.spans)


def opens_with(marked: MarkedText, offset: int) -> bool:
    """Whether a line that begins at `offset` begins with a highlight."""
    return any(span.mark == "highlight" and span.start <= offset < span.end for span in marked.spans)


def _goes_on(marked: MarkedText, cluster: Cluster) -> bool:
    """Whether a cluster beside a highlight is a letter or a mark of the same eojeol."""
    return not marked.text[cluster.start : cluster.end].isspace() and "highlight" not in marked.marks_at(cluster.start)


def _widened(cluster: Cluster, before: float = 0.0, after: float = 0.0) -> Cluster:
    return replace(
        cluster,
        glyphs=_moved(cluster.glyphs, before),
        advance=cluster.advance + before + after,
        regular=None if cluster.regular is None else cluster.regular + before + after,
    )


def _moved(glyphs: Sequence[Glyph], by: float) -> tuple[Glyph, ...]:
    return tuple(replace(glyph, x=glyph.x + by) for glyph in glyphs)
