"""One face of a font file at one weight: its characters, its Hangul ink box, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import uharfbuzz as hb
from msgspec import Struct

from cardnews.errors import CardnewsError, Finding

if TYPE_CHECKING:
    from cardnews.text.fontfile import FaceInfo

# Syllables whose outlines reach the edges of the Hangul body; their common ink box stands for the script.
_INK_SAMPLE = "한글협를뷁"
# In em above the baseline: an ink box beyond these is a damaged font's, and would put its text outside every card.
_HIGHEST, _LOWEST = 2.0, -1.0
_USUAL_INK = 0.8, -0.08


class FontFile(Struct, frozen=True):
    """One face of a font file; `weights` is an axis range, or one weight twice.

    `style` says what a shipped font is for (`text`, `hanja`, `emoji`), or that it is the author's `own`; `names` are
    further names of its family. Only the author's have an `info`, and `shown`, the path as the author sees it, and
    `stamp`, which changes when the file does.
    """

    family: str
    path: Path
    weights: tuple[float, float]
    style: str
    names: tuple[str, ...] = ()
    info: FaceInfo | None = None
    shown: str = ""
    stamp: tuple[int, int] = (0, 0)

    @property
    def own(self) -> bool:
        return self.style == "own"

    def nearest(self, weight: float) -> float:
        """The weight it has that is nearest to the one asked for."""
        return min(max(weight, self.weights[0]), self.weights[1])


class FontSource(NamedTuple):
    """Where a font comes from that is not shipped: its file, the face in it, and the weight set on its axis, if any.

    `key` names it in a Frame.
    """

    key: str
    path: Path
    face: int = 0
    weight: float | None = None


class Font:
    """One face of a font file at one weight, opened when first needed. Immutable; `key` names it in a Frame.

    A file that turns out to be damaged only then has no characters, and says so in `damage`.
    """

    def __init__(
        self,
        family: str,
        weight: float,
        source: FontSource,
        opened: Callable[[FontSource], hb.Face],
        color: bool | None = None,
    ) -> None:
        self.family = family
        self.weight = weight
        self.key = source.key
        self.path = source.path
        self.source = source
        self.damage: tuple[Finding, ...] = ()
        self._opened = opened
        self._color = color
        self._glyphs: dict[int, int] = {}

    @cached_property
    def face(self) -> hb.Face:
        try:
            return self._opened(self.source)
        except CardnewsError as error:
            self.damage = error.findings
            return hb.Face(hb.Blob(b""))

    @cached_property
    def hb_font(self) -> hb.Font:
        font = hb.Font(self.face)
        if self.source.weight is not None:
            font.set_variations({"wght": self.source.weight})
        return font

    @cached_property
    def upem(self) -> int:
        """Font units per em."""
        return int(self.face.upem)

    def glyph(self, code: int) -> int:
        """The glyph of a code point, 0 where the font has none."""
        found = self._glyphs.get(code)
        if found is None:
            found = self._glyphs[code] = self.hb_font.get_nominal_glyph(code) or 0
        return found

    @cached_property
    def color(self) -> bool:
        """Whether it has glyphs that are painted in colors of their own (COLR)."""
        if self._color is not None:
            return self._color
        return bool(self.face.has_color_paint or self.face.has_color_layers)

    def is_colored(self, glyph: int) -> bool:
        """Whether a glyph is painted in colors of its own."""
        return bool(self.face.glyph_has_color_paint(glyph) or self.face.get_glyph_color_layers(glyph))

    @cached_property
    def ink_box(self) -> tuple[float, float]:
        """Top and bottom of the Hangul ink in em above the baseline; of the letters `Hg` where there is no Hangul."""
        for sample in (_INK_SAMPLE, "Hg"):
            glyphs = [glyph for character in sample if (glyph := self.glyph(ord(character)))]
            found = [box for glyph in glyphs if (box := self.hb_font.get_glyph_extents(glyph)) is not None]
            if found:
                top = max(box.y_bearing for box in found) / self.upem
                bottom = min(box.y_bearing + box.height for box in found) / self.upem
                return (top, bottom) if _LOWEST <= bottom < top <= _HIGHEST else _USUAL_INK
        return _USUAL_INK


def open_source(source: FontSource) -> hb.Face:
    """The face of a font that is not shipped; CardnewsError where its file cannot be read."""
    # Costs milliseconds to load, for those who add fonts.
    from cardnews.text.fontfile import open_face

    return open_face(source.path, source.face)
