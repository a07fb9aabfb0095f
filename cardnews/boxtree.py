"""The tree of boxes that layouts, scenes and a theme's bands are written in, and its attributes.

A bare number is in `u` (1/90 of a 1080 px card's width), `"40%"` is of the parent, `fill` shares what is left,
`[fill, 10, 19]` within these bounds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from cardnews.adaptation import Adaptation
from cardnews.errors import Place
from cardnews.geometry import Insets

Kind = Literal[
    "column",
    "row",
    "stack",
    "place",
    "each",
    "marquee",
    "text",
    "art",
    "image",
    "qr",
    "bar",
    "donut",
    "dots",
    "logos",
    "veil",
    "segments",
    "frames",
    "poster",
    "blank",
]
CONTAINERS: tuple[Kind, ...] = ("column", "row", "stack", "place")
REPEATS: tuple[Kind, ...] = ("each", "marquee")


class Length(Struct, frozen=True):
    """An extent: `least` to `most` in `u`, or a share of the parent (`percent`), or what is left (`fill`, within those
    bounds where they are given), or as much as the widest box that is `shared` by the same name needs."""

    least: float = 0.0
    most: float | None = None
    percent: float | None = None
    fill: bool = False
    shared: str = ""


class Tail(Struct, frozen=True):
    """The tail of a bubble: towards box `to`, or at a share of the width (`x`) leaning to one side; size in `u`."""

    to: str = ""
    x: float | None = None
    lean: str = "left"
    width: float = 6.6
    height: float = 4.8


class TextFit(Struct, frozen=True):
    """How a text may be fitted: most lines, growth of a short one, whether it goes down to other roles, how many lines
    more than the fewest it may take, whether it may end in an ellipsis rather than not fit, and the fewest lines that
    an author asks for."""

    lines: int | None = None
    grow: float = 1.0
    down: bool = True
    extra: int = 1
    shorten: bool = False
    least: int = 1


class Box(Struct, frozen=True):
    """One node of the tree. Lengths are in `u`; a name that is empty means that nothing was said."""

    kind: Kind
    place: Place = Place()
    id: str = ""
    children: tuple[Box, ...] = ()
    source: str = ""
    say: tuple[tuple[str, str], ...] = ()
    # extent
    width: Length | None = None
    height: Length | None = None
    min: float = 0.0
    pad: Insets = Insets()
    gap: float = 0.0
    clear: float | None = None
    align: str = "start"
    at: tuple[str, ...] = ()
    box: tuple[float, float, float, float] | None = None
    bleed: tuple[str, ...] = ()
    turn: float = 0.0
    reverse: bool = False
    flow: str = ""
    equal: bool = False
    grow: bool = False
    rows: int = 4
    hide: bool = False
    loose: bool = False
    # repetition
    rise: float = 0.0
    key: tuple[str, ...] = ()
    vary: tuple[Adaptation, ...] = ()
    # looks
    surface: tuple[str, ...] = ()
    ground: str = ""
    floor: str = ""
    tail: Tail | None = None
    color: str = ""
    # text
    role: str = ""
    size: float | None = None
    weight: float | None = None
    leading: float | None = None
    mode: str = ""
    fit: TextFit = TextFit()
    series: str = ""
    same: str = ""
    numerals: str = ""
    # data
    of: str = ""
    line: float = 0.0
    # pictures
    whole: bool = False
    start: float = 0.0
    solid: float = 1.0
    # art
    paint: tuple[tuple[str, str], ...] = ()
    mood: str = ""
    show: str = ""
    words: tuple[tuple[str, str], ...] = ()
    empty: tuple[Box, ...] = ()

    @property
    def horizontal(self) -> str:
        """Where in its parent's width the box stands: left, center, right, or empty."""
        return next((word for word in self.at if word in ("left", "center", "right")), "")

    @property
    def vertical(self) -> str:
        return next((word for word in self.at if word in ("top", "middle", "bottom")), "")


def patch_tree(box: Box, changes: Mapping[str, Mapping[str, object]]) -> Box:
    """The tree with the attributes of boxes replaced by id."""
    children = tuple(patch_tree(child, changes) for child in box.children)
    own = changes.get(box.id) if box.id else None
    if own is None:
        return box if children == box.children else replace(box, children=children)
    return replace(replace(box, children=children), **own)


def ids_of(box: Box) -> frozenset[str]:
    """Every id in the tree."""
    return frozenset({box.id}).union(*(ids_of(child) for child in box.children))


def logos_of(box: Box) -> frozenset[str]:
    """Every field whose pictures the tree shows as logos."""
    own = {box.source} if box.kind == "logos" else set()
    return frozenset(own).union(*(logos_of(child) for child in box.children))


def sources_of(box: Box) -> frozenset[str]:
    """Every field that the tree shows."""
    return frozenset({box.source}).union(*(sources_of(child) for child in (*box.children, *box.empty)))
