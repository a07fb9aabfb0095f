"""Where the texts and pictures of a placed tree stand: ink of each text, extent of each picture, what holds them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from cardnews.check.ink import Fonts, inked
from cardnews.compose.boxes import Placed
from cardnews.compose.emit_text import TextEmitter, hanging_edge
from cardnews.compose.frame import Frame, GlyphRun, Item, Turned
from cardnews.compose.measure import flow
from cardnews.geometry import Rect
from cardnews.theme import Theme

# Boxes that show something of their own; blank ones are rules and grounds, which texts may lie on.
_PICTURES = ("text", "blank", "column", "row", "stack", "place", "each", "marquee")


class Mark(Struct, frozen=True):
    """A text with the boxes of its ink, one a run, or a picture with its one box.

    `letters` are the boxes without those of color emoji, which are taller than a line. `within` are the boxes of the
    tree that hold it, the outermost first and itself last; `loose` says that it stands in a marquee, whose words may
    run off the card.
    """

    placed: Placed
    within: tuple[Placed, ...]
    boxes: tuple[Rect, ...]
    letters: tuple[Rect, ...] = ()
    runs: int = 0
    loose: bool = False

    @property
    def text(self) -> bool:
        return self.placed.fitted is not None

    @property
    def name(self) -> str:
        """The id of its box, or the field that fills it, or the kind of box it is."""
        box = self.placed.node.box
        return box.id or box.source or box.kind

    @property
    def words(self) -> str:
        content = self.placed.node.text
        return content.paragraphs.marked.text.replace("\n", " ") if content is not None else ""


def marks_of(placed: Placed, frame: Frame, theme: Theme, fonts: Fonts) -> tuple[Mark, ...]:
    """The texts and pictures of a tree, in the order of painting."""
    return tuple(_Finder(frame, TextEmitter(theme), fonts).marks(placed, (), None))


def meant_to_overlap(one: Mark, two: Mark) -> bool:
    """Whether the box that holds both lays one over the other, and does not set one beside the other."""
    shared = [a for a, b in zip(one.within, two.within, strict=False) if a is b]
    if not shared:
        return False
    innermost = shared[-1]
    return innermost in (one.placed, two.placed) or flow(innermost.node) not in ("row", "column")


class _Finder:
    """Finds the marks of one tree."""

    def __init__(self, frame: Frame, emitter: TextEmitter, fonts: Fonts) -> None:
        self.frame = frame
        self.emitter = emitter
        self.fonts = fonts

    def marks(self, placed: Placed, within: tuple[Placed, ...], turn: Placed | None) -> Iterator[Mark]:
        within = (*within, placed)
        node = placed.node
        turn = placed if node.box.kind == "marquee" else turn
        if node.text is not None and placed.fitted is not None:
            yield self._text(placed, within, turn)
        elif node.art is not None or node.image is not None or node.box.kind not in _PICTURES:
            yield Mark(placed, within, (placed.rect,), loose=turn is not None)
        for child in placed.children:
            yield from self.marks(child, within, turn)

    def _text(self, placed: Placed, within: tuple[Placed, ...], turn: Placed | None) -> Mark:
        assert placed.fitted is not None
        plate = next((box.rect for box in reversed(within) if box.node.surface is not None), None)
        edge = hanging_edge(placed, plate, Rect(0.0, 0.0, float(self.frame.width), float(self.frame.height)))
        runs = tuple(item for item in self.emitter.items(placed, placed.fitted, edge) if isinstance(item, GlyphRun))
        items: tuple[Item, ...] = runs
        if turn is not None:
            items = (Turned(runs, turn.node.box.turn, turn.rect.center),)
        bare = replace(self.frame, items=items)
        inks = tuple(inked(bare, self.fonts, colored=True))
        letters = tuple(ink.rect for ink in inked(bare, self.fonts))
        # The box around a turned run holds much that is no ink, those around its glyphs little.
        boxes = tuple(box for ink in inks for box in (ink.boxes if ink.turned else (ink.rect,)))
        return Mark(placed, within, boxes, letters, len(inks), turn is not None)
