"""The Frame: a composed slide as a flat list of items at fixed positions in px. The painter's only input."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from cardnews.color import Color
from cardnews.geometry import Rect
from cardnews.text.font import FontSource as FontSource
from cardnews.text.lines import Line as Line

Radii = tuple[float, float, float, float]


class Shape(Struct, frozen=True):
    """A filled rectangle with rounded corners (top left, top right, bottom right, bottom left), or its outline of
    `line` px drawn inside it."""

    rect: Rect
    color: Color
    radii: Radii = (0.0, 0.0, 0.0, 0.0)
    line: float = 0.0


class Polygon(Struct, frozen=True):
    """A filled polygon whose corner `round_at` is rounded by `radius` px."""

    points: tuple[tuple[float, float], ...]
    color: Color
    round_at: int = -1
    radius: float = 0.0


class GlyphRun(Struct, frozen=True):
    """Glyphs of one font at one size and color: ids with pen positions in px, and the characters they set; `graphic`
    where they are a picture rather than words to read."""

    font: str
    size: float
    color: Color
    glyphs: tuple[tuple[int, float, float], ...]
    text: str
    graphic: bool = False


class Art(Struct, frozen=True):
    """A drawing: SVG source with the style sheet that colors it, and where it goes; clipped to `radii` where set."""

    name: str
    source: str
    style: str
    rect: Rect
    clip: Radii | None = None


class Photo(Struct, frozen=True):
    """A picture file that covers `rect`, keeping the point `focus` (shares of its extent) in view; where it is shown
    `whole`, it stands in the middle of `rect` uncut. `tones` are the colors it is painted in, from its darkest to its
    lightest, where those are not its own."""

    path: Path
    rect: Rect
    radii: Radii = (0.0, 0.0, 0.0, 0.0)
    focus: tuple[float, float] = (0.5, 0.5)
    whole: bool = False
    tones: tuple[Color, ...] = ()


class Logo(Struct, frozen=True):
    """The mark in a logo's file, its margins left out, as large as fits in the middle of `rect`."""

    path: Path
    rect: Rect


class Sector(Struct, frozen=True):
    """A part of a ring: radii in px, angles in degrees clockwise from 12 o'clock."""

    center: tuple[float, float]
    outer: float
    inner: float
    start: float
    sweep: float
    color: Color


class Veiled(Struct, frozen=True):
    """A text that stands on a veil: where, in which color, and the contrast it needs."""

    rect: Rect
    color: Color
    least: float


class Veil(Struct, frozen=True):
    """A color over a picture, from nothing at the share `start` of the height to all at `solid`, and as much more as
    the `texts` on it need."""

    rect: Rect
    color: Color
    start: float
    solid: float
    texts: tuple[Veiled, ...] = ()


class Code(Struct, frozen=True):
    """A QR code of `link`: dark modules as rows of `0` and `1`, quiet zone not included.

    Frames that are not painted may lack the rows; `rect` is then the place that the code is centered in.
    """

    rows: tuple[str, ...]
    rect: Rect
    color: Color
    link: str = ""


class Turned(Struct, frozen=True):
    """Items turned about `center` by `angle` degrees, clockwise."""

    items: tuple[Item, ...]
    angle: float
    center: tuple[float, float]


Item = Shape | Polygon | Sector | GlyphRun | Art | Photo | Logo | Veil | Code | Turned


class Slot(Struct, frozen=True):
    """What was set where: for checks, `inspect` and alt text. Sizes and rectangles in px."""

    id: str
    field: str
    role: str
    rect: Rect
    size: float
    nominal: float
    fonts: tuple[str, ...]
    lines: tuple[Line, ...]
    decorative: bool = False


class Frame(Struct, frozen=True):
    """A composed card, `number` of `total` in its size, which shows the `slide`th slide or a part of it; `ground` names
    the ground; `slots` hold the texts in reading order; `fonts` say where those of the author's come from that its
    glyphs name, the others are shipped."""

    number: int
    total: int
    layout: str
    size: str
    width: int
    height: int
    ground: str
    background: Color
    items: tuple[Item, ...]
    slots: tuple[Slot, ...]
    alt: str = ""
    relief: tuple[str, ...] = ()
    fonts: tuple[FontSource, ...] = ()
    slide: int = 0
