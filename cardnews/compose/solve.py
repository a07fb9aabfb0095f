"""One slide to one placed tree: try sizes, then relief steps, until everything fits or nothing is left to try."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from cardnews.adaptation import Adaptation
from cardnews.boxtree import Box, ids_of, patch_tree
from cardnews.compose.bind import Context
from cardnews.compose.boxes import Arranger, Placed
from cardnews.compose.conditions import changes_for, holds
from cardnews.compose.fitting import Overflow
from cardnews.compose.node import Node, Scope
from cardnews.compose.poster import bind_lines
from cardnews.errors import CardnewsError, finding
from cardnews.geometry import Rect
from cardnews.layout import Layout
from cardnews.theme import Band, Ground, Margins
from cardnews.values import Value

# Before a relief step is taken, texts may give this many rungs of their ladder; after the last one, all of them.
_GENTLE_RUNGS = 3
_MOST_ROUNDS = 60
_DEEPEST_SCENE = 4


class Solution(Struct, frozen=True):
    """A placed tree; `overflows` is what still does not fit, `relief` the ids of boxes that relief steps changed."""

    placed: Placed | None
    overflows: tuple[Overflow, ...] = ()
    relief: tuple[str, ...] = ()


def solve_tree(
    context: Context,
    tree: Box,
    adaptations: tuple[Adaptation, ...],
    fields: Mapping[str, Value],
    ground: Ground,
    canvas: Rect,
    area: Rect,
    card: str,
    caps: Mapping[str, float],
) -> Solution:
    """Arrange `tree` in `area`: the best sizes first, then smaller ones, then the layout's relief steps in order."""
    u = context.size.u
    tight = 0
    while True:
        changes, steps = changes_for(adaptations, fields, context.size.kind, card, tight, ground.name)
        node = context.bind(patch_tree(tree, changes), Scope(fields), ground, u)
        if node is None:
            return Solution(None)
        last_relief = tight >= steps
        placed, overflows = _attempt(context, node, canvas, area, caps, gentle=not last_relief)
        if not overflows or last_relief:
            return Solution(placed, overflows, _relieved(adaptations, fields, context, card, tight, tree, ground.name))
        tight += 1


def _relieved(
    adaptations: tuple[Adaptation, ...],
    fields: Mapping[str, Value],
    context: Context,
    card: str,
    tight: int,
    tree: Box,
    ground: str,
) -> tuple[str, ...]:
    known = ids_of(tree)
    return tuple(
        box_id
        for adaptation in sorted(adaptations, key=lambda one: one.tight)
        if 0 < adaptation.tight <= tight and holds(adaptation.when, fields, context.size.kind, card, ground=ground)
        for box_id, _ in adaptation.changes
        if box_id in known
    )


def _attempt(
    context: Context, node: Node, canvas: Rect, area: Rect, caps: Mapping[str, float], gentle: bool
) -> tuple[Placed, tuple[Overflow, ...]]:
    """Step down the texts that an overflow concerns, all of them at once, until it is gone."""
    contents = {item.path: item.text for item in _text_nodes(node) if item.text is not None}
    rungs: dict[str, int] = {}
    own_caps = dict(caps)
    for _ in range(_MOST_ROUNDS):
        arranger = Arranger(
            canvas=canvas,
            rungs=rungs,
            caps=own_caps,
            bind_scene=lambda art, scale: _bind_scene(context, art, scale),
            bind_poster=lambda poster, width, height: bind_lines(context, poster, width, height),
            smallest=lambda text: _smallest(context, text),
        )
        arranger.share_widths(node)
        placed = arranger.arrange(node, area)
        overflows = tuple(arranger.overflows)
        moved = False
        for path in dict.fromkeys(path for overflow in overflows for path in overflow.paths):
            content = contents.get(path)
            if content is None:
                continue
            current = max(arranger.first_rung_of(path, content), content.nominal if path in rungs else 0)
            most = len(content.ladder) - 1
            if gentle:
                most = min(most, content.nominal + _GENTLE_RUNGS)
            if current < most:
                rungs[path] = max(current + 1, content.nominal)
                moved = True
        if overflows:
            if not moved:
                return placed, overflows
            continue
        uneven = _uneven(placed, own_caps)
        if not uneven:
            return placed, ()
        own_caps.update(uneven)
    return placed, overflows


def _uneven(placed: Placed, caps: Mapping[str, float]) -> dict[str, float]:
    """Groups whose members came out at different sizes, with the smallest of them."""
    sizes: dict[str, set[float]] = {}
    for text in placed.texts():
        assert text.node.text is not None and text.fitted is not None
        sizes.setdefault(text.node.text.group, set()).add(round(text.fitted.step.size, 3))
    return {
        group: min(found)
        for group, found in sizes.items()
        if len(found) > 1 and (group not in caps or min(found) < caps[group] - 0.001)
    }


def _text_nodes(node: Node) -> tuple[Node, ...]:
    own = (node,) if node.text is not None else ()
    return (*own, *(item for child in node.children for item in _text_nodes(child)))


def _smallest(context: Context, node: Node) -> float:
    """The floor of a text's role, in px."""
    role = context.theme.roles.get(node.box.role)
    return role.floor * 90 * node.u if role is not None else 0.0


def _bind_scene(context: Context, node: Node, scale: float) -> Node | None:
    """A scene's tree at the scale it is shown at: one of its units is `scale` px."""
    assert node.art is not None and node.art.scene is not None
    scene: Layout = node.art.scene
    names = node.art.inside.split("/")
    if scene.name in names or len(names) > _DEEPEST_SCENE:
        raise CardnewsError([finding("scene-too-deep", node.box.place, name=scene.name)])
    inner = replace(context, layout=f"{node.art.inside}/{scene.name}")
    changes, _ = changes_for(scene.adaptations, node.art.fields, context.size.kind, "", 0, node.ground.name)
    return inner.bind(patch_tree(scene.body, changes), Scope(node.art.fields), node.ground, scale, node.path)


def content_area(canvas: Rect, margins: Margins, u: float, top_band: Band | None, bottom_band: Band | None) -> Rect:
    """Where a layout's body goes: inside the side margins, clear of the bands that this card has."""
    top = margins.top * u
    if top_band is not None:
        top += (top_band.height + margins.keep) * u
    bottom = margins.foot * u
    if bottom_band is not None:
        bottom += (bottom_band.height + margins.keep) * u
    side = margins.side * u
    return Rect(canvas.x + side, canvas.y + top, canvas.width - 2 * side, canvas.height - top - bottom)


def band_area(canvas: Rect, margins: Margins, u: float, band: Band) -> Rect:
    """Where a band stands: at the top margin, or its bottom edge at the footer's distance from the card's."""
    side = margins.side * u
    height = band.height * u
    y = canvas.y + margins.top * u if band.name == "top" else canvas.bottom - margins.foot * u - height
    return Rect(canvas.x + side, y, canvas.width - 2 * side, height)
