"""Contrast of every word with what lies behind it: read off flat surfaces, painted where a picture lies behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cardnews.check.ink import Fonts, Ink, inked, slot_of, without_text
from cardnews.check.pixels import weakest
from cardnews.color import Color, contrast, least_contrast
from cardnews.compose.frame import Art, Code, Frame, GlyphRun, Item, Photo, Polygon, Shape, Turned
from cardnews.errors import Finding, finding
from cardnews.geometry import Rect
from cardnews.paint.painter import Painter

if TYPE_CHECKING:
    from PIL.Image import Image

_SHARE = 0.15  # of a word's extent may have less contrast, as in the rule `low-contrast`
_TOGETHER = 4  # glyphs
_STRIKE = 0.2  # em: no box is thinner than this that is not the line through struck words


class Contrasts:
    """Finds weak contrast on Frames; what was painted last is kept, since copies share their pictures."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self._painter = Painter()
        self._known: tuple[object, Image] | None = None

    def findings(self, frame: Frame) -> Iterator[Finding]:
        """Each run of a Frame whose words are too faint, with its ratio (WCAG 2.2)."""
        inks = list(inked(frame, self.fonts))
        flat = FlatColors(frame)
        for ink in inks:
            least = least_contrast(ink.run.size, frame.width)
            ratio = flat.ratio(ink)
            if ratio is None or ratio < least - 0.005:
                # Flat surfaces may hide each other in ways that only painting shows.
                ratio = weakest(ink, self._behind(frame))
            if ratio < least - 0.005:
                words = ink.run.text.strip()
                box = _box(frame, ink)
                yield finding("gate-contrast", box=box, words=words, ratio=f"{ratio:.1f}", least=f"{least:g}")

    def _behind(self, frame: Frame) -> Image:
        bare = _bare(frame)
        key = (bare.items, bare.background, bare.width, bare.height)
        if self._known is None or self._known[0] != key:
            self._known = key, self._painter.paint(bare)
        return self._known[1]


def paint_behind(frame: Frame) -> Image:
    """The picture of what lies behind the texts of a Frame."""
    return Painter().paint(_bare(frame))


def _bare(frame: Frame) -> Frame:
    """A Frame without its texts, and without codes, which are composed without modules and carry no text."""
    return replace(frame, items=tuple(item for item in without_text(frame.items) if not isinstance(item, Code)))


def covered_findings(frame: Frame, fonts: Fonts) -> Iterator[Finding]:
    """Texts that something is painted over: a photograph or a filled box that comes after them."""
    items = frame.items
    later = [(at, item) for at, item in enumerate(items) if isinstance(item, Shape | Photo)]
    at_of = {id(item): at for at, item in enumerate(items) if isinstance(item, GlyphRun)}
    for ink in inked(frame, fonts, colored=True):
        own = at_of.get(id(ink.run))
        if own is None or not any(at > own for at, _ in later):
            continue
        for at, item in later:
            struck = isinstance(item, Shape) and (item.line or item.rect.height < _STRIKE * ink.run.size)
            if at > own and not struck and _share(ink.rect, _extent(item)) > _SHARE:
                yield finding("gate-covered", box=_box(frame, ink), words=ink.run.text.strip())
                break


def _box(frame: Frame, ink: Ink) -> str:
    """The id of the box that a run stands in; empty for those of a theme's bands."""
    index = slot_of(ink, frame.slots)
    if index is not None:
        return frame.slots[index].id
    words = ink.run.text.strip()
    loose = (slot.id for slot in frame.slots if slot.decorative and any(words in line.text for line in slot.lines))
    return next(loose, "")


class FlatColors:
    """What lies behind the runs of one Frame, as far as its items tell without painting."""

    def __init__(self, frame: Frame) -> None:
        self.background = frame.background
        self.behind: dict[int, tuple[tuple[Item, ...], tuple[Item, ...]]] = {}
        self._collect(frame.items, ())

    def _collect(self, items: Sequence[Item], outside: tuple[Item, ...]) -> None:
        for at, item in enumerate(items):
            if isinstance(item, GlyphRun):
                self.behind[id(item)] = (tuple(items[:at]), outside)
            elif isinstance(item, Turned):
                self._collect(item.items, (*outside, *items[:at]))

    def ratio(self, ink: Ink) -> float | None:
        """The least contrast of a run with the flat colors behind it; None where a picture may be behind it."""
        near, outside = self.behind[id(ink.run)]
        ratio = 21.0
        for box in _groups(ink) if not ink.turned else _own_groups(ink):
            colors = self._colors(box, near, outside, ink.turned)
            if colors is None:
                return None
            ratio = min(ratio, *(contrast(ink.run.color, color) for color in colors))
        return ratio

    def _colors(
        self, box: Rect, near: Sequence[Item], outside: Sequence[Item], turned: bool
    ) -> tuple[Color, ...] | None:
        """The flat colors that cover enough of a box to count, from the uppermost down to one that covers it all."""
        found: list[Color] = []
        for item in reversed(near):
            match item:
                case Shape():
                    covered = _covered(box, item)
                    if covered is None:
                        return None
                    if covered > _SHARE:
                        found.append(item.color)
                    if covered == 1.0:
                        return tuple(found)
                case GlyphRun():
                    continue
                case Art() | Photo() | Code() | Polygon():
                    if _share(box, _extent(item)) > 0:
                        return None
                case _:
                    # Whatever else there is, or will be, may be anywhere and of any color.
                    return None
        # Places inside a turned group say nothing about what lies outside of it.
        if turned and any(not isinstance(item, GlyphRun) for item in outside):
            return None
        if not turned and outside:
            deeper = self._colors(box, outside, (), False)
            return None if deeper is None else (*found, *deeper)
        return (*found, self.background)


def _groups(ink: Ink) -> Iterator[Rect]:
    for first in range(0, len(ink.boxes), _TOGETHER):
        boxes = ink.boxes[first : first + _TOGETHER]
        rect = boxes[0]
        for box in boxes[1:]:
            rect = rect.union(box)
        yield rect


def _own_groups(ink: Ink) -> Iterator[Rect]:
    """The glyphs of a turned run as they stand in its group, by their pens: squares somewhat smaller than letters."""
    size = ink.run.size
    for _, x, y in ink.run.glyphs:
        yield Rect(x, y - 0.8 * size, 0.8 * size, 0.9 * size)


def _covered(box: Rect, shape: Shape) -> float | None:
    """The share of a box that a shape covers; None where its edge runs through the box in a curve or as a line."""
    share = _share(box, shape.rect)
    if share == 0.0:
        return 0.0
    if shape.line:
        line = shape.line
        rect = shape.rect
        inside = Rect(rect.x + line, rect.y + line, rect.width - 2 * line, rect.height - 2 * line)
        return 0.0 if inside.contains(box) else None
    if any(shape.radii) and _at_corner(box, shape):
        return None
    return 1.0 if shape.rect.contains(box, 0.5) else share


def _at_corner(box: Rect, shape: Shape) -> bool:
    """Whether a corner of the box lies beyond a rounded corner of the shape."""
    rect = shape.rect
    corners = ((rect.x, rect.y, 1, 1), (rect.right, rect.y, -1, 1), (rect.right, rect.bottom, -1, -1),
               (rect.x, rect.bottom, 1, -1))  # fmt: skip
    for radius, (x, y, right, down) in zip(shape.radii, corners, strict=True):
        across = (x + right * radius - (box.x if right > 0 else box.right)) * right
        along = (y + down * radius - (box.y if down > 0 else box.bottom)) * down
        if across > 0 and along > 0 and across * across + along * along > radius * radius:
            return True
    return False


def _extent(item: Art | Photo | Code | Polygon | Shape) -> Rect:
    if isinstance(item, Polygon):
        across, down = [x for x, _ in item.points], [y for _, y in item.points]
        return Rect(min(across), min(down), max(across) - min(across), max(down) - min(down))
    return item.rect


def _share(box: Rect, rect: Rect) -> float:
    """The share of `box` that lies in `rect`."""
    width = min(box.right, rect.right) - max(box.x, rect.x)
    height = min(box.bottom, rect.bottom) - max(box.y, rect.y)
    area = box.width * box.height
    return 0.0 if width <= 0 or height <= 0 or area <= 0 else width * height / area
