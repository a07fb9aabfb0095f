"""Families and weights out of font files: the shipped ones and an author's, and in which order they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from unicodedata import normalize

import uharfbuzz as hb
import yaml

from cardnews.assets import fonts_folder
from cardnews.errors import Finding, Place, finding, nearest, shortened
from cardnews.text.font import Font, FontFile, FontSource, open_source
from cardnews.text.fontnames import KOREAN, folded

_LIKE = 0.75  # of 1: how alike two names are where one was meant for the other
_MOST_NAMES = 40  # in one message


class FontBook:
    """The fonts at hand, opened when first needed.

    The author's go before shipped ones of the same name, which stay for the weights that the author's are further from.
    """

    def __init__(self, files: Sequence[FontFile]) -> None:
        self._files = tuple(files)
        self._faces: dict[Path, hb.Face] = {}
        self._fonts: dict[tuple[FontFile, float], Font] = {}
        self._chains: dict[tuple[tuple[str, ...], float], tuple[Font, ...]] = {}
        self._own: dict[str, tuple[Font, FontFile]] = {}
        self._by_name: dict[str, list[FontFile]] = {}
        for file in self._files:
            for name in dict.fromkeys(map(folded, (file.family, *file.names))):
                self._by_name.setdefault(name, []).append(file)

    @property
    def files(self) -> tuple[FontFile, ...]:
        return self._files

    @property
    def families(self) -> tuple[str, ...]:
        """The names of the families, the author's first."""
        files = sorted(self._files, key=lambda file: not file.own)
        return tuple(dict.fromkeys(file.family for file in files))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that a family may be called by, as people write it."""
        files = sorted(self._files, key=lambda file: not file.own)
        return tuple(dict.fromkeys(name for file in files for name in (file.family, *_shown(file))))

    def named(self, name: str) -> tuple[FontFile, ...]:
        """The files of a family, the author's first, by any of its names; neither case nor spaces matter."""
        found = self._by_name.get(folded(name), [])
        own = tuple(file for file in found if file.own)
        families = {folded(file.family) for file in own}
        return (*own, *(file for file in found if not file.own and (not own or folded(file.family) in families)))

    def font(self, family: str, weight: float) -> Font | None:
        """The font of `family` nearest to `weight`, or None for a family that is not at hand."""
        return next(self._nearest(self.named(family), weight), None)

    def chain(self, families: tuple[str, ...], weight: float) -> tuple[Font, ...]:
        """Fonts in order of preference: the families asked for, the fallback fonts, then all others."""
        key = (families, weight)
        if key not in self._chains:
            asked = [self.named(family) for family in families]
            # Where a shipped file is nearer, the author's of that family are the next to be asked.
            own = [tuple(file for file in group if file.own) for group in asked]
            groups = [*(group for pair in zip(asked, own, strict=True) for group in pair), *self._others]
            fonts = (font for group in groups for font in self._nearest(group, weight))
            self._chains[key] = tuple(dict.fromkeys(fonts))
        return self._chains[key]

    def by_key(self, key: str) -> Font:
        """The font of this book that a Frame names."""
        if key in self._own:
            return self._own[key][0]
        family, _, weight = key.rpartition(" ")
        files = tuple(file for file in self._by_name.get(folded(family), ()) if not file.own)
        font = next(self._nearest(files, float(weight)), None)
        if font is None:
            raise KeyError(key)
        return font

    @property
    def has_own(self) -> bool:
        """Whether fonts of the author's are among those that texts were offered."""
        return bool(self._own)

    def own(self, keys: Iterable[str]) -> tuple[tuple[Font, FontFile], ...]:
        """The author's fonts among those of these keys, and their files, sorted by key."""
        return tuple(self._own[key] for key in sorted(set(keys)) if key in self._own) if self._own else ()

    @property
    def damage(self) -> tuple[Finding, ...]:
        """What is wrong with files of the author's that were opened so far."""
        return tuple(item for font, _ in self._own.values() for item in font.damage)

    @cached_property
    def _others(self) -> tuple[tuple[FontFile, ...], ...]:
        """The families behind those asked for: the first of the shipped, those for signs, all shipped, the author's."""
        shipped: dict[str, list[FontFile]] = {}
        own: dict[str, list[FontFile]] = {}
        for file in self._files:
            (own if file.own else shipped).setdefault(file.family, []).append(file)
        signs = [file.family for file in self._files if not file.own and file.style != "text"]
        names = dict.fromkeys((*list(shipped)[:1], *signs, *shipped))
        return (*(tuple(shipped[name]) for name in names), *map(tuple, own.values()))

    def _nearest(self, files: Sequence[FontFile], weight: float) -> Iterator[Font]:
        """The fonts nearest to a weight; several where a family's characters are shared out over several files."""
        group = [*_plainest([file for file in files if file.own]), *(file for file in files if not file.own)]
        if not group:
            return

        def distance(file: FontFile) -> tuple[float, bool, float]:
            return abs(file.nearest(weight) - weight), not file.own, -file.weights[1]

        best = min(map(distance, group))
        for file in group:
            if distance(file) == best:
                yield self._font(file, file.nearest(weight))

    def _font(self, file: FontFile, weight: float) -> Font:
        key = (file, weight)
        if key not in self._fonts:
            axis = weight if file.weights[0] != file.weights[1] else None
            name = f"{file.family} {weight:g}"
            if file.own and self._shared(file):
                name += f" ({file.shown})"
            index, color = (file.info.index, file.info.color) if file.info is not None else (0, None)
            source = FontSource(name, file.path, index, axis)
            font = self._fonts[key] = Font(
                file.family, weight, source, open_source if file.own else self._shipped, color
            )
            if file.own:
                self._own[name] = font, file
        return self._fonts[key]

    def _shared(self, file: FontFile) -> bool:
        """Whether another file has the same family and weight, so that a key needs the file's name, too."""
        low, high = file.weights
        return any(
            other is not file and other.weights[0] <= high and low <= other.weights[1]
            for other in self._by_name[folded(file.family)]
        )

    def _shipped(self, source: FontSource) -> hb.Face:
        if source.path not in self._faces:
            self._faces[source.path] = hb.Face(hb.Blob.from_file_path(str(source.path)))
        return self._faces[source.path]


def unknown_family(name: str, book: FontBook, place: Place = Place()) -> Finding:
    """That no family has a name, with the one that was meant, or with all."""
    # Costs a few milliseconds to load, for those who misspell.
    from difflib import SequenceMatcher

    near = nearest(name, book.names)
    # Half of all Korean families end alike, in 고딕 or 바탕, which makes no two of them near.
    if near is not None and SequenceMatcher(None, _jamo(name), _jamo(near)).ratio() < _LIKE:
        near = None
    rule = "unknown-font" if near is not None else "unknown-font-list"
    known = ", ".join(map(shortened, book.names[:_MOST_NAMES]))
    return finding(rule, place, name=shortened(name), near=near or "", known=known)


def _jamo(name: str) -> str:
    return normalize("NFD", folded(name))


def _plainest(files: Sequence[FontFile]) -> list[FontFile]:
    """The files for upright text of the usual width, or those that come nearest to it."""
    upright = [file for file in files if file.info is None or not file.info.italic] or files
    plain = min(map(_oddness, upright), default=0)
    return [file for file in upright if _oddness(file) == plain]


def _oddness(file: FontFile) -> int:
    """How far from the usual width a face is, in width classes."""
    return abs(file.info.width - 5) if file.info is not None else 0


def _shown(file: FontFile) -> tuple[str, ...]:
    if file.info is None:
        return file.names
    return (file.info.korean,) if file.info.korean else ()


@cache
def shipped_files() -> tuple[FontFile, ...]:
    """The font files that come with cardnews, in the order in which they stand in for each other."""
    folder = fonts_folder()
    table = yaml.load((folder / "fonts.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)
    files = []
    for entry in table["fonts"]:
        weight = entry["weight"]
        low, high = (weight, weight) if isinstance(weight, str) else (weight[0], weight[-1])
        family, path = entry["family"], folder / entry["file"]
        names = (KOREAN[folded(family)],) if folded(family) in KOREAN else ()
        files.append(FontFile(family, path, (float(low), float(high)), entry["style"], names))
    return tuple(files)


@cache
def shipped_fonts() -> FontBook:
    """The fonts that come with cardnews."""
    return FontBook(shipped_files())
