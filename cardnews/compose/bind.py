"""Binding: a layout's boxes with the slide's values, the theme's roles and one size's conditions put in.

What has no value is left out, so nothing further on asks whether a field is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from cardnews.boxtree import CONTAINERS, Box, Length, patch_tree
from cardnews.color import contrast, luminance
from cardnews.compose.artcolors import drawing_style
from cardnews.compose.bind_text import TextBinder
from cardnews.compose.conditions import holds
from cardnews.compose.measure import PLATE
from cardnews.compose.node import ArtContent, Node, Scope
from cardnews.compose.repeat import amount_of, is_count, item_scopes, items_in, parts_of, whole_list, whole_of
from cardnews.errors import Place
from cardnews.fields import FieldReader
from cardnews.geometry import Insets
from cardnews.layout import Layout
from cardnews.library import Shelf
from cardnews.schema import Checker
from cardnews.script import Size
from cardnews.text.fontbook import FontBook
from cardnews.text.paragraphs import Paragraphs
from cardnews.theme import Ground, Surface, Theme
from cardnews.values import MAX_DOTS, ArtValue, GroupValue, ImageValue, ListValue, TextValue, Value

MARK = "mark"  # the art that a brand's logo takes the place of; seen beside the brand's name alone
LOGO = "logo"  # a brand's logo, and nothing where a theme has none
SEEN = 1.5  # contrast; a shape of less is hardly told from what it lies on
_DARK = 0.18  # luminance; where black and white are equally far away


class Context(Struct, frozen=True):
    """What binding looks things up in. `grows` says whether the texts of a group may grow."""

    theme: Theme
    size: Size
    shelf: Shelf
    book: FontBook
    families: tuple[str, ...]
    layout: str
    lang: str
    grows: Callable[[str], bool]
    texts: dict[tuple[object, ...], Paragraphs]
    card: str = ""

    def bind(self, box: Box, scope: Scope, ground: Ground, u: float, path: str = "") -> Node | None:
        """`box` with everything inside it, or None where nothing of it has a value."""
        if box.hide:
            return None
        if scope.series and "series" in (box.color, *box.surface):
            box = _colored(box, scope.series)
        path = f"{path}/{box.id or box.kind}"
        if box.ground:
            ground = self.theme.grounds.get(box.ground, ground)
        surface = self._surface(box, scope.index, ground)
        inner = ground
        if surface is not None and surface.ground:
            inner = self.theme.grounds.get(surface.ground, ground)
        node = Node(box, path, u, inner, surface, ground, index=scope.index, across=scope.across)
        match box.kind:
            case "text":
                return TextBinder(self).bind(node, scope)
            case "art":
                return self._art(node, scope)
            case "image":
                value = scope.get(box.source)
                if not isinstance(value, ImageValue):
                    return None
                return replace(node, image=replace(value, focus=dict(value.focuses).get(self.size.kind, value.focus)))
            case "qr":
                value = scope.get(box.source)
                return replace(node, link=value.text.strip()) if isinstance(value, TextValue) else None
            case "bar":
                share = _share(scope, box)
                return None if share is None else replace(node, share=share)
            case "segments" | "frames":
                return _counted(node, scope.get(box.source))
            case "poster":
                value = scope.get(box.source)
                return replace(node, words=value) if isinstance(value, TextValue) and value.text.strip() else None
            case "donut":
                return self._donut(node, scope)
            case "dots":
                return self._dots(node, scope)
            case "logos":
                value = scope.get(box.source)
                images = value.items if isinstance(value, ListValue) else ()
                found = tuple(item for item in images if isinstance(item, ImageValue))
                return replace(node, images=found) if found else None
            case "each" | "marquee":
                return self._each(node, scope)
            case "blank" | "veil":
                return node
            case _:
                bound = (self.bind(child, scope, inner, u, f"{path}.{n}") for n, child in enumerate(box.children))
                children = tuple(child for child in bound if child is not None)
                solid = surface is not None and not box.children
                if not _says_something(children) and not solid:
                    return None
                if box.reverse:
                    children = children[::-1]
                return replace(node, children=children)

    def _surface(self, box: Box, index: int, ground: Ground) -> Surface | None:
        if not box.surface:
            return None
        surfaces = [self._visible(self.theme.surfaces.get(name) or Surface(fill=name), ground) for name in box.surface]
        # One that has the ground's own color would not be seen, so the others take turns.
        seen = [one for one in surfaces if not one.fill or ground.color(one.fill) != ground.colors["fill"]]
        chosen = seen or surfaces
        return chosen[index % len(chosen)]

    def _visible(self, surface: Surface, ground: Ground) -> Surface:
        """`surface`, or the one that its theme puts in its place where `ground` would swallow it."""
        left = len(self.theme.surfaces)
        fill = ground.colors["fill"]
        while surface.otherwise in self.theme.surfaces and left:
            if contrast(ground.color(surface.fill) or fill, fill) >= SEEN:
                break
            surface, left = self.theme.surfaces[surface.otherwise], left - 1
        return surface

    def _each(self, node: Node, scope: Scope) -> Node | None:
        if not node.box.children:
            return None
        box = node.box
        scopes = item_scopes(scope, box.source, box.key, across=box.flow == "row")
        bound = (self._repeated(node, one) for one in scopes)
        children = tuple(child for child in bound if child is not None)
        return replace(node, children=children) if children else None

    def _repeated(self, node: Node, scope: Scope) -> Node | None:
        """One item of a repetition: its template with what `vary` and `rise` say of this item."""
        box = node.box
        template = box.empty[0] if box.empty and scope.item is not None and _is_empty(scope.item) else box.children[0]
        if box.vary:
            changes: dict[str, dict[str, object]] = {}
            for adaptation in box.vary:
                if holds(adaptation.when, scope.known, self.size.kind, self.card, scope.facts, node.ground.name):
                    for name, attributes in adaptation.changes:
                        changes.setdefault(name, {}).update(attributes)
            template = patch_tree(template, changes)
        if box.rise:
            template = _risen(template, box.rise * scope.index)
        return self.bind(template, scope, node.ground, node.u, f"{node.path}.{scope.index}")

    def _donut(self, node: Node, scope: Scope) -> Node | None:
        """The parts of a ring in the colors of their items; what shares leave of a hundred in that of the track."""
        head, _, field = node.box.source.partition(".")
        items = items_in(scope, head)
        numbers, whole = parts_of(items, field), whole_of(items, field)
        if not whole:
            return None
        names = [*(one.series for one in item_scopes(scope, head, node.box.key, across=False)), "track"]
        shares = [one / whole for one in (*numbers, whole - sum(numbers))]
        colors = (node.ground.color(name) or node.ground.colors["text"] for name in names)
        return replace(node, parts=tuple(zip(shares, colors, strict=True)))

    @staticmethod
    def _dots(node: Node, scope: Scope) -> Node | None:
        """As many dots as there are in all: those of the part in the key color, the others in the box's."""
        value = scope.get(node.box.source)
        fields = value.fields if isinstance(value, GroupValue) else {}
        part, whole = (round(amount_of(fields.get(name)) or 0) for name in ("part", "whole"))
        if not 0 < whole <= MAX_DOTS:
            return None
        part = min(max(part, 0), whole)
        key, rest = (
            node.ground.color(name) or node.ground.colors["text"] for name in ("data-key", node.box.color or "data-1")
        )
        return replace(node, parts=((float(part), key), (float(whole - part), rest)))

    def _art(self, node: Node, scope: Scope) -> Node | None:
        value = scope.get(node.box.source)
        light, dark = self.theme.logo
        own, other = (dark, light) if luminance(node.ground.colors["fill"]) < _DARK else (light, dark)
        known = node.box.source in (MARK, LOGO)
        if known and (file := own or other) is not None:
            box = replace(node.box, kind="logos", width=None)
            if own is None:
                # A logo that nobody made for dark grounds stands on a light plate there, and the other way round.
                box = replace(box, color="text", pad=Insets(0.0, PLATE, 0.0, PLATE))
            return replace(node, box=box, images=(ImageValue(file),))
        if node.box.source == LOGO or (known and scope.get("brand") is None):
            return None
        if not isinstance(value, ArtValue):
            # A scene names its pieces directly; `words` hand fields of the slide or literals to a nested scene.
            if value is not None or "." in node.box.source:
                return None
            literal = {name: TextValue(text, plain=True) for name, text in node.box.words}
            value = ArtValue(node.box.source, fields=literal)
        scene = self.shelf.scene(value.name)
        if scene is not None and scene.box is not None:
            fields = {**self._defaults(scene), **value.fields}
            content = ArtContent(value.name, *scene.box, scene=scene, fields=fields, inside=self.layout)
            return replace(node, art=content)
        drawing = self.shelf.drawing(value.name)
        if drawing is None:
            return None
        width, height = drawing.width, drawing.height
        if (shown := drawing.shown(node.box.show)) is not None:
            width = height = shown[2]
        content = ArtContent(value.name, width, height, drawing, style=drawing_style(drawing, node, self.theme))
        return replace(node, art=content)

    def _defaults(self, scene: Layout) -> Mapping[str, Value]:
        """The fields of a scene that another scene names and says nothing of."""
        return FieldReader(Checker(), self.shelf, scene.path.parent).read(scene.fields, (), Place(), unknown="")


def _counted(node: Node, value: Value | None) -> Node | None:
    """Which card of how many, from `3/10`."""
    at, slash, total = value.text.partition("/") if isinstance(value, TextValue) else ("", "", "")
    if not (slash and is_count(at.strip()) and is_count(total.strip()) and int(total) > 1):
        return None
    color = node.ground.colors["text"]
    return replace(node, parts=((float(at), color), (float(total), color)))


def _share(scope: Scope, box: Box) -> float | None:
    """The share of its track that a bar fills: a number as it is, or one beside the largest in `of`; None for words."""
    number = amount_of(scope.get(box.source))
    head, _, field = box.of.partition(".")
    if number is None or not head:
        return number
    most = max(parts_of(whole_list(scope, head), field), default=0.0)
    return max(0.0, number / most) if most else 0.0


def _colored(box: Box, series: str) -> Box:
    """A box with the color of its item's data for the role `series`."""
    surface = tuple(series if name == "series" else name for name in box.surface)
    return replace(box, color=series if box.color == "series" else box.color, surface=surface)


def _risen(box: Box, more: float) -> Box:
    """The box of a repetition's item, or the box in it named `step`, so much taller in `u`."""
    if box.id == "step" or not any(child.id == "step" for child in box.children):
        height = box.height or Length()
        most = None if height.most is None else height.most + more
        return replace(box, height=replace(height, least=height.least + more, most=most))
    return replace(box, children=tuple(_risen(child, more) if child.id == "step" else child for child in box.children))


def _is_empty(item: Value) -> bool:
    """Whether an author left an item of a list open: `-`."""
    return isinstance(item, TextValue) and item.text.strip() in ("-", "–", "")


def _says_something(children: tuple[Node, ...]) -> bool:
    """Whether any child is more than filling between others."""
    return any(child.box.kind not in ("blank", "veil") or child.box.kind in CONTAINERS for child in children)
