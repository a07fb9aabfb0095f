"""The drawings and scenes at hand on the grounds of a theme, each as one small card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PIL import Image

from cardnews.boxtree import Box, Length
from cardnews.compose.bind import Context
from cardnews.compose.emit import Emitter
from cardnews.compose.frame import Frame
from cardnews.compose.solve import solve_tree
from cardnews.errors import CardnewsError
from cardnews.geometry import Insets, Rect
from cardnews.library import Shelf
from cardnews.paint.painter import Painter
from cardnews.script import Size
from cardnews.text.fontbook import shipped_fonts
from cardnews.theme import Ground, Theme

SIDE = 720  # px of a card, which is reduced for a sheet
_PAD = 9.0  # u around a drawing
# What only the devices of layouts are made of, and scenes that are nothing without a slide's words.
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
    """Each name with its picture; None where the drawing cannot be shown by itself."""
    grounds = tuple(dict.fromkeys(theme.order))
    for index, name in enumerate(art_names(shelf)):
        yield name, _card(shelf, theme, theme.grounds[grounds[index % len(grounds)]], name, painter)


def _card(shelf: Shelf, theme: Theme, ground: Ground, name: str, painter: Painter) -> Image.Image | None:
    size = Size(f"{SIDE}x{SIDE}", SIDE, SIDE)
    canvas = Rect(0.0, 0.0, float(SIDE), float(SIDE))
    context = Context(
        theme, size, shelf, shipped_fonts(), theme.families, "gallery", "ko", lambda _: False, {}, "inner"
    )
    fill = Length(fill=True)
    art = Box("art", id="art", source=name, width=fill, height=fill, at=("middle", "center"))
    tree = Box("stack", id="body", children=(art,), pad=Insets(_PAD, _PAD, _PAD, _PAD))
    # The mark of a brand kit is a logo, and is looked at on cards.
    plain = replace(context, theme=replace(theme, logo=(None, None)))
    try:
        solved = solve_tree(plain, tree, (), {}, ground, canvas, canvas, "inner", {})
        if solved.placed is None:
            return None
        items = tuple(Emitter(theme, canvas, solved.placed).items(solved.placed))
        return painter.paint(Frame(1, 1, "", size.name, SIDE, SIDE, ground.name, ground.colors["fill"], items, ()))
    except CardnewsError:
        return None
