"""Reading themes from `layouts/themes/*.yaml`, color names resolved on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from cardnews.adaptation import Condition
from cardnews.adaptreader import read_condition
from cardnews.assets import Library, as_spelled, is_file, is_inside
from cardnews.boxreader import read_adaptations, read_box
from cardnews.boxtree import Box
from cardnews.color import Color, contrast, is_color, luminance, mix, parse_color
from cardnews.errors import CardnewsError, Place
from cardnews.geometry import Insets
from cardnews.imagereader import report_missing
from cardnews.oklab import readable
from cardnews.schema import Checker, items_of, same
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.source.nodes import Node, Scalar
from cardnews.theme import Band, Ground, Margins, Marks, Role, Surface, Theme
from cardnews.themetree import read_theme_tree

_THEME_KEYS = (
    *("names", "fonts", "colors", "grounds", "rhythm", "roles", "ladder", "marks", "optics", "surfaces", "art"),
    *("sizes", "chrome", "tones", "logo", "brand"),
)
LEAST = 4.5  # contrast of text with its ground (WCAG 2.2, AA)
# What numbers may be: texts of no size, and bands of less than no height, would spoil cards far from this file.
_RANGES = {
    **{"size": (0.005, 2), "floor": (0.005, 2), "leading": (0.4, 4), "weight": (1, 1000), "measure": (0, 200)},
    **{"tracking": (-0.5, 1), "space": (-0.5, 1), "height": (0, 60), "line": (0, 60), "dash": (0.2, 60)},
    **{"side": (0, 60), "top": (0, 60), "foot": (0, 60), "keep": (0, 60)},
}
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)
# Color roles that a ground need not name: so much of its text color mixed into its fill.
DERIVED = {
    **{"half": 0.5, "quiet": 0.68, "edge": 0.28, "track": 0.18, "line": 0.28, "tint": 0.1, "cell": 0.07},
    **{"data-1": 0.55, "data-2": 0.36, "data-3": 0.24, "data-4": 0.16},
}


def read_theme(path: Path, library: Library | None = None) -> Theme:
    """Read one theme file, with the themes of `library` that it extends; CardnewsError with all its mistakes."""
    node, checker, bases = read_theme_tree(path, library)
    theme = _Reader(checker).theme(node, path.stem) if node is not None else None
    errors = [item for item in checker.findings if item.severity == "error"]
    if errors or theme is None:
        raise CardnewsError(errors or checker.findings)
    return replace(theme, bases=tuple(base.stem for base in bases), findings=tuple(checker.findings))


class _Reader:
    """Reads the parts of a theme, resolving color names as it goes."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker
        self.colors: dict[str, Color] = {}
        self.unread: set[str] = set()
        self.places: dict[str, Place] = {}
        self.own = ""

    def theme(self, node: Node, name: str) -> Theme | None:
        entries = self.checker.entries(node, same(_THEME_KEYS), "theme")
        if entries is None:
            return None

        def part(key: str) -> dict[str, Node]:
            return self.mapping(entries[key].value, key) if key in entries else {}

        for key, value in part("colors").items():
            if (color := self.color(value)) is not None:
                self.colors[key] = color
                self.places[key] = value.at
            else:
                self.unread.add(key)
        self.own = node.at.path
        art = {key: color for key, value in part("art").items() if (color := self.color(value)) is not None}
        grounds = {key: self.ground(key, value, art) for key, value in part("grounds").items()}
        rhythm = part("rhythm")
        order = self.checker.texts(rhythm["order"], "order") if "order" in rhythm else tuple(grounds)
        for name_of_ground in order:
            if name_of_ground not in grounds:
                self.checker.unknown("unknown-ground", rhythm["order"].at, name_of_ground, grounds)
        if not order:
            self.checker.report("missing-key", node.at, name="grounds")
        fonts = part("fonts")
        families = [
            (text, item.at)
            for key in ("text", "fallback")
            for item in (items_of(fonts[key]) if key in fonts else ())
            if (text := self.checker.text(item, "fonts")) is not None
        ]
        optics = part("optics")
        edge = self.mapping(optics["edge"], "edge") if "edge" in optics else {}
        sizes = part("sizes")
        default = self.margins(sizes["default"], Margins()) if "default" in sizes else Margins()
        return Theme(
            name=name,
            families=tuple(text for text, _ in families) or ("",),
            colors=self.colors,
            grounds=grounds,
            order=order,
            repeat="repeat" in rhythm and self.checker.text(rhythm["repeat"], "repeat") != "never",
            roles={key: self.role(key, value) for key, value in part("roles").items()},
            ladder=self.ladder(entries["ladder"].value) if "ladder" in entries else (1.0,),
            marks=self.marks(part("marks")),
            pull_from=self.number(edge, "from", 1.0),
            pull=self.number(edge, "pull", 0.0),
            surfaces={key: self.surface(value) for key, value in part("surfaces").items()},
            margins={"default": default, **{key: self.margins(value, default) for key, value in sizes.items()}},
            bands=tuple(self.band(key, value) for key, value in part("chrome").items()),
            names=tuple((key, self.words(part("names"), key)) for key in part("names")),
            logo=self.logo(entries["logo"].value) if "logo" in entries else (None, None),
            brand=self.words(part("brand"), "name"),
            series=self.words(part("brand"), "series"),
            tones=self.tones(part("tones"), tuple(grounds.values())),
            families_at=tuple(place for _, place in families),
        )

    def mapping(self, node: Node, what: str) -> dict[str, Node]:
        if not isinstance(node, MappingNode):
            self.checker.report("wrong-type", node.at, what=what, expected="mapping", found="text")
            return {}
        return {entry.key.text: entry.value for entry in node.entries}

    def number(self, values: Mapping[str, Node], key: str, default: float) -> float:
        if key not in values:
            return default
        found = self.checker.ranged(values[key], key, *_RANGES.get(key, (-100_000, 100_000)))
        return default if found is None else found

    def ladder(self, node: Node) -> tuple[float, ...]:
        steps = (self.checker.ranged(item, "ladder", 0.1, 1) for item in items_of(node))
        return tuple(step for step in steps if step is not None) or (1.0,)

    def color(self, node: Node) -> Color | None:
        text = self.checker.text(node, "color") or ""
        if text in self.colors:
            return self.colors[text]
        if text in self.unread:
            return None  # said where the color itself is wrong
        if is_color(text):
            return parse_color(text)
        if text.startswith("#") or not self.colors:
            self.checker.report("bad-color", node.at, name=text)
        else:
            self.checker.unknown("unknown-color", node.at, text, self.colors)
        return None

    def ground(self, name: str, node: Node, art: Mapping[str, Color]) -> Ground:
        values = self.mapping(node, name)
        own = self.mapping(values.pop("art"), "art") if "art" in values else {}
        painted = {key: color for key, value in own.items() if (color := self.color(value)) is not None}
        colors = {key: color for key, value in values.items() if (color := self.color(value)) is not None}
        for needed in ("fill", "text"):
            if needed not in (colors if needed not in values else values):
                self.checker.report("missing-key", node.at, name=needed)
        if "fill" in colors and "text" in colors:
            self.mend(name, colors, values, node.at)
            derived = {role: mix(colors["text"], colors["fill"], share) for role, share in DERIVED.items()}
            key = {"data-key": colors.get("accent", colors["text"])}
            colors = {**derived, **key, **colors}
        return Ground(name, {**self.colors, **colors}, {**self.colors, **art, **colors, **painted})

    def mend(self, name: str, colors: dict[str, Color], values: Mapping[str, Node], place: Place) -> None:
        """Colors that cannot be read on the ground's fill (WCAG 2.2, 1.4.3) give way to the nearest that can."""
        for role in ("text", "muted", "accent"):
            if role not in colors:
                continue
            found = readable(colors[role], colors["fill"], LEAST)
            at = self.said_at((values.get("fill"), values.get(role)), place)
            ratio = f"{contrast(colors[role], colors['fill']):.1f}"
            told = {"ground": name, "role": role, "color": colors[role].hex, "fill": colors["fill"].hex}
            if found is None:
                self.checker.report("theme-unreadable", at, **told, ratio=ratio, least=f"{LEAST:g}")
            elif found != colors[role]:
                self.checker.report("theme-contrast", at, **told, ratio=ratio, least=f"{LEAST:g}", other=found.hex)
                colors[role] = found

    def said_at(self, nodes: Iterable[Node | None], place: Place) -> Place:
        """Where this theme's own file says one of the colors, rather than one that it extends."""
        told = [node for node in nodes if node is not None]
        named = (self.places.get(node.text) for node in told if isinstance(node, Scalar))
        places = [*(one for one in named if one is not None), *(node.at for node in told), place]
        return next((one for one in places if one.path == self.own), places[0])

    def words(self, values: Mapping[str, Node], key: str) -> str:
        return (self.checker.text(values[key], key) or "").strip() if key in values else ""

    def logo(self, node: Node) -> tuple[Path | None, Path | None]:
        """The files of a logo for light and for dark grounds, beside the theme's own file."""
        told = self.mapping(node, "logo") if isinstance(node, MappingNode) else {"light": node}
        for key in told:
            if key not in ("light", "dark"):
                self.checker.unknown("unknown-key", told[key].at, key, ("light", "dark"))
        files: dict[str, Path] = {}
        for key, value in told.items():
            name = self.checker.text(value, "logo") or ""
            folder = Path(value.at.path).parent
            path = as_spelled(folder, name)
            if not is_inside(path, folder.parent):
                self.checker.report("outside-folder", value.at, name=name)
            elif not is_file(path):
                report_missing(self.checker, value.at, name, path)
            else:
                files[key] = path
        return files.get("light"), files.get("dark")

    def role(self, name: str, node: Node) -> Role:
        values = self.mapping(node, name)
        known = ("size", "weight", "tracking", "space", "leading", "floor", "measure")
        for key, value in values.items():
            if key not in (*known, "down", "mode", "family"):
                self.checker.unknown("unknown-key", value.at, key, (*known, "down", "mode", "family"))
        size = self.number(values, "size", 0.04)
        return Role(
            name,
            size,
            self.number(values, "weight", 500),
            self.number(values, "tracking", 0.0),
            self.number(values, "space", 0.0),
            self.number(values, "leading", 1.4),
            self.number(values, "floor", size),
            self.checker.text(values["down"], "down") or "" if "down" in values else "",
            self.checker.choice(values["mode"], "mode", ("display", "body")) or "body" if "mode" in values else "body",
            self.number(values, "measure", 0.0) or None,
            self.checker.text(values["family"], "family") or "" if "family" in values else "",
            values["family"].at if "family" in values else Place(),
        )

    def marks(self, values: Mapping[str, Node]) -> Marks:
        highlight = self.mapping(values["highlight"], "highlight") if "highlight" in values else {}
        bar = self.checker.numbers(highlight["bar"], "bar") if "bar" in highlight else None
        top, bottom = (bar[0], bar[-1]) if bar else (0.6, 0.93)
        strong: dict[str, tuple[str, float | None]] = {}
        if "strong" in values:
            for mode, node in self.mapping(values["strong"], "strong").items():
                look = self.mapping(node, mode)
                color = self.checker.text(look["color"], "color") or "" if "color" in look else ""
                strong[mode] = (color, self.number(look, "weight", 0.0) or None)
        pad = self.number(highlight, "pad", 0.0)
        return Marks(top, bottom, self.number(highlight, "overhang", 0.0 if pad else 0.06), pad, strong)

    def tones(self, values: Mapping[str, Node], grounds: tuple[Ground, ...]) -> Mapping[str, tuple[Color, ...]]:
        """The colors that photographs may be painted in, from dark to light; without any, two of a dark ground's."""
        told = {
            name: tuple(color for item in items_of(node) if (color := self.color(item)) is not None)
            for name, node in values.items()
        }
        dark = min(grounds, key=lambda ground: luminance(ground.colors.get("fill", _WHITE)), default=None)
        pair = (dark.colors.get("fill", _BLACK), dark.colors.get("text", _WHITE)) if dark is not None else ()
        return {"gray": (_BLACK, _WHITE), "duotone": pair, **told}

    def surface(self, node: Node) -> Surface:
        values = self.mapping(node, "surface")
        pad = self.checker.numbers(values["pad"], "pad") if "pad" in values else None
        insets = Insets()
        if pad:
            insets = Insets(pad[0], pad[1 % len(pad)], pad[2 % len(pad)], pad[-1])
        radius_node = values.get("radius")
        rounded = isinstance(radius_node, Scalar) and radius_node.text == "round"
        radius = self.checker.numbers(radius_node, "radius") if radius_node is not None and not rounded else None

        def word(key: str) -> str:
            return self.checker.text(values[key], key) or "" if key in values else ""

        return Surface(
            word("fill"),
            radius or (0.0,),
            rounded,
            insets,
            word("ground"),
            "clip" in values and self.checker.flag(values["clip"], "clip") is True,
            word("stroke"),
            self.number(values, "line", 0.0),
            word("text"),
            self.number(values, "dash", 0.0),
            word("otherwise"),
        )

    def margins(self, node: Node, default: Margins) -> Margins:
        values = self.mapping(node, "sizes")
        known = ("side", "top", "foot", "keep")
        for key, value in values.items():
            if key not in known:
                self.checker.unknown("unknown-key", value.at, key, known)
        changes = {key: self.number(values, key, 0.0) for key in known if key in values}
        return replace(default, **changes)

    def band(self, name: str, node: Node) -> Band:
        values = self.mapping(node, name)
        body = read_box(values["body"], self.checker, name) if "body" in values else Box("blank", node.at)
        return Band(
            name,
            self.number(values, "height", 4.0),
            body,
            read_condition(values["when"], self.checker) if "when" in values else Condition(),
            read_adaptations(values["adapt"], self.checker) if "adapt" in values else (),
        )
