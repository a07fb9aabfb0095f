"""Font files: what is shipped, which characters they have, their Hangul ink box, and HarfBuzz fonts at a weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import uharfbuzz as hb
import yaml

from cardnews.assets import fonts_folder

# Syllables whose outlines reach the edges of the Hangul body; their common ink box stands for the script.
_INK_SAMPLE = "한글협를뷁"


@dataclass(frozen=True, slots=True)
class FontFile:
    """One entry of `fonts.yaml`; `weights` is an axis range, or one weight twice."""

    family: str
    path: Path
    weights: tuple[float, float]
    style: str


class Font:
    """One font file at one weight. Immutable; `key` names it in a Frame, `upem` is its units per em."""

    def __init__(self, family: str, weight: float, path: Path, face: hb.Face, variable: bool) -> None:
        self.family = family
        self.weight = weight
        self.path = path
        self.face = face
        self.upem: int = face.upem
        self.hb_font = hb.Font(face)
        if variable:
            self.hb_font.set_variations({"wght": weight})
        self._glyphs: dict[int, int] = {}

    @property
    def key(self) -> str:
        return f"{self.family} {self.weight:g}"

    def glyph(self, code: int) -> int:
        """The glyph of a code point, 0 where the font has none."""
        found = self._glyphs.get(code)
        if found is None:
            found = self._glyphs[code] = self.hb_font.get_nominal_glyph(code) or 0
        return found

    @cached_property
    def color(self) -> bool:
        """Whether glyphs are painted in colors of their own (COLR)."""
        return bool(self.face.has_color_paint)

    @cached_property
    def ink_box(self) -> tuple[float, float]:
        """Top and bottom of the Hangul ink in em above the baseline; of the letters `Hg` where there is no Hangul."""
        sample = [self.glyph(ord(character)) for character in _INK_SAMPLE if self.glyph(ord(character))]
        sample = sample or [self.glyph(ord(character)) for character in "Hg" if self.glyph(ord(character))]
        boxes = [self.hb_font.get_glyph_extents(glyph) for glyph in sample]
        if not boxes:
            return 0.8, -0.08
        top = max(box.y_bearing for box in boxes)
        bottom = min(box.y_bearing + box.height for box in boxes)
        return top / self.upem, bottom / self.upem


class FontBook:
    """The fonts at hand, opened when first asked for."""

    def __init__(self, files: Sequence[FontFile]) -> None:
        self._files = tuple(files)
        self._faces: dict[Path, hb.Face] = {}
        self._fonts: dict[tuple[str, float], Font | None] = {}
        self._chains: dict[tuple[tuple[str, ...], float], tuple[Font, ...]] = {}

    @property
    def families(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(file.family for file in self._files))

    def font(self, family: str, weight: float) -> Font | None:
        """The font of `family` nearest to `weight`, or None for a family that is not at hand."""
        key = (family, weight)
        if key not in self._fonts:
            self._fonts[key] = self._open(family, weight)
        return self._fonts[key]

    def chain(self, families: tuple[str, ...], weight: float) -> tuple[Font, ...]:
        """Fonts in order of preference: the families asked for, the fallback fonts, then all others."""
        key = (families, weight)
        if key not in self._chains:
            fallbacks = tuple(file.family for file in self._files if file.style != "text")
            names = dict.fromkeys((*families, *self.families[:1], *fallbacks, *self.families))
            fonts = (self.font(name, weight) for name in names)
            self._chains[key] = tuple(font for font in fonts if font is not None)
        return self._chains[key]

    def by_key(self, key: str) -> Font:
        """The font a Frame names."""
        family, _, weight = key.rpartition(" ")
        font = self.font(family, float(weight))
        if font is None:
            raise KeyError(key)
        return font

    def _open(self, family: str, weight: float) -> Font | None:
        choices = [file for file in self._files if file.family == family]
        if not choices:
            return None

        def distance(file: FontFile) -> tuple[float, float]:
            low, high = file.weights
            return max(low - weight, weight - high, 0.0), -high

        best = min(choices, key=distance)
        low, high = best.weights
        if best.path not in self._faces:
            self._faces[best.path] = hb.Face(hb.Blob.from_file_path(str(best.path)))
        return Font(family, weight, best.path, self._faces[best.path], low != high)


@cache
def shipped_fonts() -> FontBook:
    """The fonts that come with cardnews."""
    folder = fonts_folder()
    table = yaml.load((folder / "fonts.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)
    files = []
    for entry in table["fonts"]:
        weight = entry["weight"]
        low, high = (weight, weight) if isinstance(weight, str) else (weight[0], weight[-1])
        files.append(FontFile(entry["family"], folder / entry["file"], (float(low), float(high)), entry["style"]))
    return FontBook(files)
