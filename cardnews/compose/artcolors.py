"""The colors of a drawing's classes: what a box paints, what its ground has for them, and what is seen in a disc."""

from __future__ import annotations

from cardnews.color import Color, contrast, is_color, parse_color
from cardnews.compose.node import Node
from cardnews.drawing import Drawing
from cardnews.library import ink_name
from cardnews.theme import Ground, Theme

_MELTS = 1.2  # contrast; in a disc, two colors of less run into each other
# What takes the place of a color that would melt into the disc or bite a piece out of it, colors of `art` in turn.
_STAND_INS = {
    "top": ("top", "roof", "door", "flag", "collar", "seat-4", "text"),
    **dict.fromkeys(("detail", "accessory"), ("detail", "door", "pane", "flag", "collar", "roof", "seat-4", "text")),
    "hair": ("hair", "hair-3", "hair-4", "hair-5"),
}


def drawing_style(drawing: Drawing, node: Node, theme: Theme) -> str:
    """The style sheet that colors the classes of a drawing: a class beats the `fill` attribute in resvg."""
    paint, inks = dict(node.box.paint), dict(drawing.inks)
    rules: list[str] = []
    disc = _disc(node)
    skin = node.ground.art.get("skin")
    worn: tuple[Color, ...] = (skin,) if skin is not None else ()
    for name in sorted(drawing.classes, key=lambda name: (name != "top", name)):
        bare = name.removeprefix("line-")
        token = paint.get(name) or paint.get(bare)
        color = node.ground.art.get(token) if token else None
        if color is None or color == node.ground.colors["fill"]:
            # Nothing was said, or it would vanish on its ground: the ground knows what is seen on it.
            color = node.ground.art.get(name) or node.ground.art.get(bare)
        if node.box.color and name == bare and token is None and len(drawing.classes) == 1:
            color = node.ground.color(node.box.color)
        ink = ink_name(drawing, name) if color is None else None
        if ink is not None and ink in theme.colors:
            # Nobody thought of it: in the theme's color that goes by the name of the one it was drawn in.
            color = theme.colors[ink]
            color = None if color == node.ground.colors["fill"] or color.hex == inks[name] else color
        if disc and name in _STAND_INS:
            drawn = inks.get(name)
            color = color or (parse_color(drawn) if drawn is not None and is_color(drawn) else None)
            color = _worn(name, color, node.ground, disc, () if name == "hair" else worn)
            worn += (color,) if color is not None and name != "hair" else ()
        if color is not None:
            rules.append(f".{name}{{{'stroke' if name.startswith('line-') else 'fill'}:{color.hex}}}")
    if node.box.mood:
        rules.append(f".mood{{display:none}}.mood.{node.box.mood}{{display:inline}}")
    return "".join(rules)


def _disc(node: Node) -> tuple[Color, ...]:
    """The colors of the disc that cuts a drawing and of what lies around it; empty where none does."""
    if node.surface is None or not node.surface.clip:
        return ()
    around = node.outer.colors["fill"]
    return (around, node.outer.color(node.surface.fill) or around)


def _worn(
    name: str, color: Color | None, ground: Ground, disc: tuple[Color, ...], worn: tuple[Color, ...]
) -> Color | None:
    """What is worn in a disc: `color`, or the first to stand in for it that is told from the disc, from what lies
    around it and, where there are colors enough, from what else is `worn`."""
    choice = [one for one in (color, *map(ground.art.get, _STAND_INS[name])) if one is not None]
    for near in ((*disc, *worn), disc):
        for one in choice:
            if all(contrast(one, other) >= _MELTS for other in near):
                return one
    return color
