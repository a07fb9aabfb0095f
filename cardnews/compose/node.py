"""Bound boxes: a layout's boxes in px with the values that go into them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from cardnews.boxtree import Box, TextFit
from cardnews.color import Color
from cardnews.drawing import Drawing
from cardnews.geometry import Insets
from cardnews.layout import Layout
from cardnews.text.paragraphs import Paragraphs, Step
from cardnews.text.shape import Face
from cardnews.text.wrap import Mode
from cardnews.theme import Ground, Surface
from cardnews.values import GroupValue, ImageValue, TextValue, Value

_NONE = Insets()


class Scope(Struct, frozen=True):
    """What `source` names mean: the fields of a slide or scene, and the item at hand in a repetition.

    `facts` are what conditions may ask of the item (`first`, `last`, `key` ...), `series` the color role of its data,
    `across` which item of a repetition from left to right it stands in, `number` which of all items it is, from 1.
    """

    fields: Mapping[str, Value]
    item: Value | None = None
    index: int = 0
    facts: frozenset[str] = frozenset()
    series: str = ""
    across: int = 0
    number: int = 1

    @property
    def known(self) -> Mapping[str, Value]:
        """Every field by the name that conditions use, those of the item as `item.head`."""
        own = self.item.fields if isinstance(self.item, GroupValue) else {}
        return {**self.fields, **{f"item.{name}": value for name, value in own.items()}}

    def get(self, source: str) -> Value | None:
        if source == "item":
            return self.item
        if source.startswith("item."):
            return self.item.fields.get(source[5:]) if isinstance(self.item, GroupValue) else None
        if source == "number" and self.item is not None:
            return TextValue(str(self.number), plain=True)
        return self.fields.get(source)


class TextContent(Struct, frozen=True):
    """A text ready to be fitted: the ladder begins with growth steps, `nominal` is the index of the role's own size."""

    value: TextValue
    paragraphs: Paragraphs
    ladder: tuple[Step, ...]
    nominal: int
    face: Face
    mode: Mode
    fit: TextFit
    group: str
    role: str
    color: Color
    measure: float | None


class ArtContent(Struct, frozen=True):
    """A drawing with its colors, or a scene to be bound once its scale is known; `inside` names the layout and scenes
    it stands in, parted by `/`."""

    name: str
    width: float
    height: float
    drawing: Drawing | None = None
    scene: Layout | None = None
    fields: Mapping[str, Value] = field(default_factory=dict)
    style: str = ""
    inside: str = ""


class Node(Struct, frozen=True):
    """A bound box. `u` is the px of one unit here; `path` names it uniquely and stably within its slide;
    `outer` is the ground its surface lies on, `ground` the one its content sees; `parts` are shares of a whole with
    their colors, `across` which item of a repetition from left to right it stands in."""

    box: Box
    path: str
    u: float
    ground: Ground
    surface: Surface | None
    outer: Ground
    children: tuple[Node, ...] = ()
    text: TextContent | None = None
    art: ArtContent | None = None
    image: ImageValue | None = None
    images: tuple[ImageValue, ...] = ()
    words: TextValue | None = None
    link: str = ""
    share: float = 0.0
    parts: tuple[tuple[float, Color], ...] = ()
    index: int = 0
    across: int = 0

    @property
    def pad(self) -> Insets:
        """Padding in px: the surface's and the box's own."""
        own, u = self.box.pad, self.u
        if own == _NONE:
            if self.surface is None:
                return _NONE
            own = self.surface.pad
        return Insets(own.top * u, own.right * u, own.bottom * u, own.left * u)
