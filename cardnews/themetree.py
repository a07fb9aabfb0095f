"""Themes that extend another one, such as brand kits: the trees of both files as one.

    extends: hope
    names: {ko: 우리 구, en: Our district}
    colors: {forest: "#0B3D91", sun: "#FFD23F"}     # by the names of the other theme
    logo: logo.svg                                   # or {light: logo.svg, dark: logo-white.svg}
    fonts: {text: 우리구체}
    brand: {name: 우리구청, series: 함께 소식}         # what the footer says where a script says nothing

Mappings are merged key by key; anything else, and each band of `chrome`, takes the place of the other theme's.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from cardnews.assets import Library
from cardnews.errors import nearest
from cardnews.extension import chain_of
from cardnews.schema import Checker
from cardnews.source.nodes import Entry, Node, Scalar, Sequence
from cardnews.source.nodes import Mapping as MappingNode

# Parts whose values are mappings of their own, merged down to this depth.
_DEPTHS = {
    **dict.fromkeys(("colors", "fonts", "art", "tones", "chrome", "brand", "logo"), 1),
    **dict.fromkeys(("roles", "surfaces", "sizes", "marks", "optics"), 2),
    "grounds": 3,
}
_KEYS = {"fonts": ("text", "fallback"), "brand": ("name", "series")}


Words = Mapping[str, str]


class Written(Struct, frozen=True):
    """The colors that a theme's files write, as they write them: of art, of each ground by role, and of its art."""

    art: Words
    grounds: Mapping[str, Words]
    ground_art: Mapping[str, Words]
    tones: Mapping[str, tuple[str, ...]]


def read_theme_tree(path: Path, library: Library | None) -> tuple[Node | None, Checker, tuple[Path, ...]]:
    """The tree of the theme at `path` with all that it has from others, what there is to say about them, and the files
    of those others."""
    checker = Checker()
    chain = chain_of(path, library, checker, "theme")
    if not chain:
        return None, checker, ()
    bases = tuple(base for base, _ in chain[1:])
    if bases:
        _know_keys(chain[0][1], [tree for _, tree in chain[1:]], checker)
    tree = chain[-1][1]
    for _, own in reversed(chain[:-1]):
        if not isinstance(tree, MappingNode) or not isinstance(own, MappingNode):
            return tree, checker, bases  # its reader says what is wrong with a file that is no mapping
        tree = _merged(tree, own)
    return tree, checker, bases


def _know_keys(own: Node | None, bases: list[Node | None], checker: Checker) -> None:
    """Report what a theme that extends others says of a font, a name or a color that they do not have."""
    parts = _parts(own)
    for part, known in _KEYS.items():
        for entry in _entries(parts.get(part)):
            if entry.key.text not in known:
                checker.unknown("unknown-key", entry.key.at, entry.key.text, known)
    colors = {entry.key.text for base in bases for entry in _entries(_parts(base).get("colors"))}
    used = _texts(own)
    for entry in _entries(parts.get("colors")):
        name = entry.key.text
        near = nearest(name, colors) if name not in colors and name not in used else None
        # A color of its own, for layouts of its own, may well be called after one of theirs.
        if near is not None and not name.startswith(near):
            checker.unknown("unknown-color", entry.key.at, name, colors)


def _texts(node: Node | None) -> frozenset[str]:
    """Every text in a tree that is no key."""
    if isinstance(node, Scalar):
        return frozenset((node.text,))
    parts = node.items if isinstance(node, Sequence) else (entry.value for entry in _entries(node))
    return frozenset().union(*map(_texts, parts))


def _entries(node: Node | None) -> tuple[Entry, ...]:
    return node.entries if isinstance(node, MappingNode) else ()


def _merged(base: MappingNode, own: MappingNode) -> MappingNode:
    found = {entry.key.text: entry for entry in base.entries if entry.key.text not in ("names", "extends")}
    for entry in own.entries:
        key = entry.key.text
        if key == "extends":
            continue
        old = found.get(key)
        if old is not None and key == "logo" and isinstance(entry.value, MappingNode):
            # `logo: a.svg` is the one for light grounds.
            old = Entry(old.key, _as_mapping(old.value, "light"))
        found[key] = entry if old is None else Entry(entry.key, _deep(old.value, entry.value, _DEPTHS.get(key, 0)))
    return MappingNode(tuple(found.values()), own.at)


def _as_mapping(node: Node, key: str) -> Node:
    return MappingNode((Entry(Scalar(key, node.at), node),), node.at) if isinstance(node, Scalar) else node


def _deep(base: Node, own: Node, depth: int) -> Node:
    """`own` with the keys of `base` that it lacks, so many mappings deep."""
    if depth <= 0 or not isinstance(base, MappingNode) or not isinstance(own, MappingNode):
        return own
    found = {entry.key.text: entry for entry in base.entries}
    for entry in own.entries:
        old = found.get(entry.key.text)
        value = entry.value if old is None else _deep(old.value, entry.value, depth - 1)
        found[entry.key.text] = Entry(entry.key, value)
    return MappingNode(tuple(found.values()), own.at)


def written_colors(tree: Node | None) -> Written:
    """The colors in the tree of a theme."""
    parts = _parts(tree)
    grounds = _parts(parts.get("grounds"))
    tones = _parts(parts.get("tones"))
    return Written(
        _words(parts.get("art")),
        {name: _words(node) for name, node in grounds.items()},
        {name: _words(_parts(node).get("art")) for name, node in grounds.items()},
        {
            name: tuple(item.text for item in node.items if isinstance(item, Scalar))
            for name, node in tones.items()
            if isinstance(node, Sequence)
        },
    )


def _parts(node: Node | None) -> dict[str, Node]:
    return {entry.key.text: entry.value for entry in _entries(node)}


def _words(node: Node | None) -> dict[str, str]:
    return {name: value.text for name, value in _parts(node).items() if isinstance(value, Scalar)}
