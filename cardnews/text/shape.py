"""Shaping: a paragraph once, in em, by whole runs of one font, with fallback for what a font lacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

import uharfbuzz as hb
from msgspec import Struct
from msgspec.structs import replace

from cardnews.text.breaks import cluster_starts
from cardnews.text.font import Font
from cardnews.text.markup import MarkedText

# Carried by the cluster they belong to; a font without them can still set the cluster.
_IGNORED = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\n")


_SPACES = frozenset(" \u00a0")
_BARE = frozenset("\u200b\u2060")


class Glyph(Struct, frozen=True):
    """One glyph of a cluster: offsets from the cluster's pen position, in em, y upward."""

    font: Font
    id: int
    x: float
    y: float


class Cluster(Struct, frozen=True):
    """The smallest run that is set as one: characters `start` to `end`, its glyphs, its advance in em.

    `space` says that the role's word space goes with it, `bare` that it is a control without width (ZWSP, WJ), which
    takes no tracking. `regular` is the advance of a strong cluster in the regular weight; lines are broken with that
    one, so that a mark never changes a break.
    """

    start: int
    end: int
    glyphs: tuple[Glyph, ...]
    advance: float
    space: bool
    bare: bool = False
    regular: float | None = None

    @property
    def measured(self) -> float:
        """The advance in em that lines are broken with."""
        return self.advance if self.regular is None else self.regular


class Missing(Struct, frozen=True):
    """A character that no font at hand has."""

    offset: int
    text: str


class Shaped(Struct, frozen=True):
    """A shaped text: its clusters in order, and what could not be set."""

    clusters: tuple[Cluster, ...]
    missing: tuple[Missing, ...]


class Face(Struct, frozen=True):
    """How a text is shaped: the fonts in order of preference, those of strong runs, OpenType features, and the two
    weights that were asked for."""

    fonts: tuple[Font, ...]
    strong: tuple[Font, ...]
    features: tuple[str, ...] = ()
    weights: tuple[float, float] = (400.0, 400.0)


def shape_text(marked: MarkedText, face: Face) -> Shaped:
    """Shape `marked` in the fonts of `face`; language `ko` so that localized forms are the Korean ones."""
    text = marked.text
    starts = (*cluster_starts(text, 0, len(text)), len(text))
    missing: list[Missing] = []
    fonts: list[Font] = []
    chains: list[Sequence[Font]] = []
    strong = [span for span in marked.spans if span.mark == "strong"] if face.strong != face.fonts else []
    for position, start in enumerate(starts[:-1]):
        end = starts[position + 1]
        chain = face.strong if any(span.start <= start < span.end for span in strong) else face.fonts
        font = _font_for(text[start:end], chain)
        if font is None:
            missing.append(Missing(start, text[start:end]))
            font = chain[0]
        fonts.append(font)
        chains.append(chain)
    _keep_eojeol_whole(text, starts, fonts, chains)
    clusters = _shape_runs(text, starts, fonts, face.features)
    if strong:
        regular = shape_text(MarkedText(text, (), marked.origin), Face(face.fonts, face.fonts, face.features)).clusters
        measured = {cluster.start: cluster.advance for cluster in regular}
        clusters = [replace(cluster, regular=measured.get(cluster.start)) for cluster in clusters]
    return Shaped(tuple(clusters), tuple(missing))


def _shape_runs(text: str, starts: Sequence[int], fonts: Sequence[Font], features: tuple[str, ...]) -> list[Cluster]:
    """The clusters of a text whose grapheme clusters begin at `starts`, each in its font."""
    clusters: list[Cluster] = []
    position = 0
    while position < len(fonts):
        last = position + 1
        while last < len(fonts) and fonts[last] is fonts[position]:
            last += 1
        clusters.extend(_shape_run(text, starts[position], starts[last], fonts[position], features))
        position = last
    return clusters


def _font_for(cluster: str, chain: Sequence[Font]) -> Font | None:
    if any(unicodedata.category(character) == "Co" for character in cluster):
        # What a private-use code point means differs from font to font, so the glyph would be anybody's guess.
        return None
    needed = codes_of(cluster)
    emoji = ("\ufe0f" in cluster and "\u20e3" not in cluster) or (len(needed) == 1 and 0x1F300 <= needed[0] <= 0x1FAFF)
    if emoji:
        chain = sorted(chain, key=lambda font: not font.color)
    return first_with(needed, chain)


def codes_of(cluster: str) -> list[int]:
    """The code points that a font needs a glyph for to set a cluster."""
    return [ord(character) for character in cluster if character not in _IGNORED]


def first_with(needed: Sequence[int], chain: Iterable[Font]) -> Font | None:
    """The first font that has all these code points."""
    for font in chain:
        if all(map(font.glyph, needed)):
            return font
    return None


def _keep_eojeol_whole(text: str, starts: Sequence[int], fonts: list[Font], chains: Sequence[Sequence[Font]]) -> None:
    """An eojeol with a Hangul syllable its face lacks falls back whole, so that one word never mixes two families."""
    first = 0
    while first < len(fonts):
        last = first
        while last < len(fonts) and text[starts[last]] not in " \n":
            last += 1
        hangul = [index for index in range(first, last) if "가" <= text[starts[index]] <= "힣"]
        if len({fonts[index].family for index in hangul}) > 1:
            for family in dict.fromkeys(font.family for font in chains[first]):
                sets = [
                    first_with(
                        codes_of(text[starts[index] : starts[index + 1]]),
                        (font for font in chains[index] if font.family == family),
                    )
                    for index in hangul
                ]
                if None not in sets:
                    for index, font in zip(hangul, sets, strict=True):
                        fonts[index] = font or fonts[index]
                    break
        first = last + 1


def _shape_run(text: str, start: int, end: int, font: Font, features: tuple[str, ...]) -> list[Cluster]:
    run = text[start:end].replace("\n", " ")
    buffer = hb.Buffer()
    buffer.add_str(run)
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.direction = "ltr"
    buffer.guess_segment_properties()
    buffer.language = "ko"
    hb.shape(font.hb_font, buffer, dict.fromkeys(features, True))
    clusters: list[Cluster] = []
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    upem = font.upem
    index = 0
    # A font may leave nothing of its first letters, or of all: what is left stands for them.
    first = 0
    while index < len(infos):
        pen = 0.0
        glyphs: list[Glyph] = []
        here = infos[index].cluster
        while index < len(infos) and infos[index].cluster == here:
            position = positions[index]
            glyphs.append(
                Glyph(font, infos[index].codepoint, (pen + position.x_offset) / upem, position.y_offset / upem)
            )
            pen += position.x_advance
            index += 1
        following = infos[index].cluster if index < len(infos) else len(run)
        clusters.append(
            Cluster(
                start + first,
                start + following,
                tuple(glyphs),
                pen / upem,
                run[first:following] in _SPACES,
                run[first:following] in _BARE,
            )
        )
        first = following
    return clusters or [Cluster(start, end, (), 0.0, False)]
