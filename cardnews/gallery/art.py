"""The drawings and scenes at hand on the grounds of a theme, each as one small card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace
from PIL import Image, ImageChops

from cardnews.boxtree import Box, Length
from cardnews.compose.bind import Context
from cardnews.compose.emit import Emitter
from cardnews.compose.frame import Frame
from cardnews.compose.solve import solve_tree
from cardnews.errors import CardnewsError, Place
from cardnews.fields import FieldReader
from cardnews.geometry import Insets, Rect
from cardnews.library import Shelf
from cardnews.paint.painter import Painter
from cardnews.schema import Checker
from cardnews.script import Size
from cardnews.source.nodes import Entry, Scalar
from cardnews.text.fontbook import shipped_fonts
from cardnews.theme import Ground, Theme
from cardnews.values import ArtValue, Value

SIDE = 720  # px of a card, which is reduced for a sheet
_SMALL = 120  # px of a card that only tells how well a drawing is seen
_APART, _ENOUGH = 28, 0.94  # of 255, and of what is seen of it on the best ground
_PAD = 9.0  # u around a drawing
_SHOWN = "shown"
# What only the devices of layouts are made of.
_PARTS = ("dots", "plus-speech-blank", "web")


def art_names(shelf: Shelf) -> tuple[str, ...]:
    """Every drawing and scene that a script may name: pieces first, scenes behind them."""
    names = [name for name in shelf.names("art") if name not in _PARTS]
    return tuple(sorted(names, key=lambda name: (_is_scene(shelf, name), name)))


def _is_scene(shelf: Shelf, name: str) -> bool:
    try:
        return shelf.scene(name) is not None
    except CardnewsError:
        return False


def art_cards(shelf: Shelf, theme: Theme, painter: Painter) -> Iterator[tuple[str, Image.Image | None]]:
    """Each name with its picture, on the next ground of the theme on which it is well seen; None where the drawing
    cannot be shown by itself."""
    for index, name in enumerate(art_names(shelf)):
        yield name, _card(shelf, theme, _shown_on(shelf, theme, name, index, painter), name, painter, SIDE)


def _shown_on(shelf: Shelf, theme: Theme, name: str, turn: int, painter: Painter) -> Ground:
    """The ground that a drawing is shown on: of those on which it is well seen, the next one from `turn`."""
    grounds = [theme.grounds[one] for one in dict.fromkeys(theme.order)]
    first = turn % len(grounds)
    turned = (*grounds[first:], *grounds[:first])
    seen = [_seen(_card(shelf, theme, ground, name, painter, _SMALL), ground) for ground in turned]
    return next(ground for ground, pixels in zip(turned, seen, strict=True) if pixels >= _ENOUGH * max(seen))


def _samples(shelf: Shelf, name: str) -> Mapping[str, Value]:
    """What a scene shows where it is nothing without a slide's words: its own samples of them."""
    scene = shelf.scene(name)
    fields = scene.fields if scene is not None else ()
    entries = [Entry(Scalar(field.name, field.sample.at), field.sample) for field in fields if field.sample is not None]
    return FieldReader(Checker(), shelf, Path()).read(fields, entries, Place(), unknown="unknown-field")


def _seen(card: Image.Image | None, ground: Ground) -> int:
    """How many pixels of a card are apart from its ground."""
    if card is None:
        return 0
    away = ImageChops.difference(card, Image.new("RGB", card.size, tuple(ground.colors["fill"])))
    return sum(away.convert("L").histogram()[_APART:])


def _card(shelf: Shelf, theme: Theme, ground: Ground, name: str, painter: Painter, side: int) -> Image.Image | None:
    size = Size(f"{side}x{side}", side, side)
    canvas = Rect(0.0, 0.0, float(side), float(side))
    context = Context(
        theme, size, shelf, shipped_fonts(), theme.families, "gallery", "ko", lambda _: False, {}, "inner"
    )
    fill = Length(fill=True)
    art = Box("art", id="art", source=_SHOWN, width=fill, height=fill, at=("middle", "center"))
    tree = Box("stack", id="body", children=(art,), pad=Insets(_PAD, _PAD, _PAD, _PAD))
    # The mark of a brand kit is a logo, and is looked at on cards.
    plain = replace(context, theme=replace(theme, logo=(None, None)))
    try:
        shown = ArtValue(name, fields=_samples(shelf, name))
        solved = solve_tree(plain, tree, (), {_SHOWN: shown}, ground, canvas, canvas, "inner", {})
        if solved.placed is None:
            return None
        items = tuple(Emitter(theme, canvas, solved.placed).items(solved.placed))
        return painter.paint(Frame(1, 1, "", size.name, side, side, ground.name, ground.colors["fill"], items, ()))
    except CardnewsError:
        return None
