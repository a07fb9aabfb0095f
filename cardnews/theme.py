"""Themes: colors, grounds and their rhythm, type roles, surfaces, margins and bands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from cardnews.adaptation import Adaptation, Condition
from cardnews.boxtree import Box
from cardnews.color import Color
from cardnews.errors import Finding, Place
from cardnews.geometry import Insets


class Role(Struct, frozen=True):
    """A type role. `size` and `floor` are shares of 90u; tracking and word space in em; leading in sizes; `family`
    where it is set in another than the theme's, `family_at` where the theme's file says so."""

    name: str
    size: float
    weight: float
    tracking: float = 0.0
    space: float = 0.0
    leading: float = 1.4
    floor: float = 0.0
    down: str = ""
    mode: str = "body"
    measure: float | None = None
    family: str = ""
    family_at: Place = Place()


class Surface(Struct, frozen=True):
    """A filled shape behind content: color roles, corner radii and padding in `u`, and the ground its content sees.

    `dash` draws its outline (and its tail's) in dashes so long, in `u`; `otherwise` names the surface that takes its
    place on a ground it would hardly be seen on.
    """

    fill: str = ""
    radius: tuple[float, ...] = (0.0,)
    round: bool = False
    pad: Insets = Insets()
    ground: str = ""
    clip: bool = False
    stroke: str = ""
    line: float = 0.0
    text: str = ""
    dash: float = 0.0
    otherwise: str = ""


class Margins(Struct, frozen=True):
    """Margins of a size in `u`: sides, top, the footer band's distance from the bottom edge, and what is kept free
    between the bands and the body."""

    side: float = 7.0
    top: float = 7.0
    foot: float = 6.0
    keep: float = 3.0


class Band(Struct, frozen=True):
    """A band of the theme (brand, page, progress), shown where `when` holds."""

    name: str
    height: float
    body: Box
    when: Condition
    adaptations: tuple[Adaptation, ...]


class Ground(Struct, frozen=True):
    """The colors of a card by role; `art` paints the classes of illustrations."""

    name: str
    colors: Mapping[str, Color]
    art: Mapping[str, Color]

    def color(self, role: str) -> Color | None:
        return self.colors.get(role)


class Marks(Struct, frozen=True):
    """How `==highlight==` and `**strong**` look: bar from `top` to `bottom` of the line box; `overhang` in em
    that it reaches beyond its letters, or, where it stands behind whole letters as a label does, the `pad` in em that
    it takes in the line; strong as color role and weight, by mode."""

    top: float = 0.6
    bottom: float = 0.93
    overhang: float = 0.06
    pad: float = 0.0
    strong: Mapping[str, tuple[str, float | None]] = field(default_factory=dict)


class Theme(Struct, frozen=True):
    """Everything a card's look is made of.

    `families_at` says where its file names each family, `logo` are the files of a brand's mark for light and for dark
    grounds (None where nobody made one), `brand` and `series` what the footer says where a script does not, `names`
    what people call it (language and name), `bases` the themes it extends, nearest first, `findings` what is to be said
    though it can be used.
    """

    name: str
    families: tuple[str, ...]
    colors: Mapping[str, Color]
    grounds: Mapping[str, Ground]
    order: tuple[str, ...]
    repeat: bool
    roles: Mapping[str, Role]
    ladder: tuple[float, ...]
    marks: Marks
    pull_from: float
    pull: float
    surfaces: Mapping[str, Surface]
    margins: Mapping[str, Margins]
    bands: tuple[Band, ...]
    tones: Mapping[str, tuple[Color, ...]] = field(default_factory=dict)
    families_at: tuple[Place, ...] = ()
    logo: tuple[Path | None, Path | None] = (None, None)
    brand: str = ""
    series: str = ""
    names: tuple[tuple[str, str], ...] = ()
    bases: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    def margin(self, size: str) -> Margins:
        return self.margins.get(size, self.margins.get("default", Margins()))
