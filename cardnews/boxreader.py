"""Reading boxes: a mapping of a layout's file to a `Box`, each attribute by its own small reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from cardnews.adaptation import ITEM_KEYS, SIZE_KEYS, Adaptation
from cardnews.adaptreader import read_adaptations as _read_adaptations
from cardnews.boxtree import CONTAINERS, REPEATS, Box, Kind, Length, Tail, TextFit
from cardnews.geometry import Insets
from cardnews.schema import Checker, items_of, same
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.source.nodes import Node, Scalar, Sequence


def read_box(node: Node, checker: Checker, default_id: str = "") -> Box:
    """One box with everything inside it."""
    if not isinstance(node, MappingNode):
        checker.report("wrong-type", node.at, what="box", expected="mapping", found="text")
        return Box("blank", node.at)
    kinds = [entry.key.text for entry in node.entries if entry.key.text in _KINDS]
    if len(kinds) != 1:
        checker.report("box-kind", node.at, found=", ".join(kinds) or "-", known=", ".join(_KINDS))
        return Box("blank", node.at)
    kind = _KINDS[kinds[0]]
    changes = dict(_attributes(node, checker, skip=kinds[0]))
    value = next(entry.value for entry in node.entries if entry.key.text == kinds[0])
    if kinds[0] == "pill":
        changes.setdefault("surface", ("pill",))
    if kind in CONTAINERS:
        changes["children"] = tuple(read_box(item, checker) for item in items_of(value))
        changes.setdefault("flow", kind)
    elif kinds[0] == "say":
        changes["say"] = _words(value, checker)
    elif kind == "veil":
        changes["color"] = checker.text(value, "veil") or ""
    elif kind != "blank" and kinds[0] != "fill":
        changes["source"] = checker.text(value, kinds[0]) or ""
    elif kinds[0] == "fill":
        changes["surface"] = checker.texts(value, "fill")
    if kind == "each" and "children" not in changes:
        checker.report("missing-key", node.at, name="item")
    changes.setdefault("id", default_id or str(changes.get("source", "")))
    return replace(Box(kind, node.at), **changes)


_KINDS: dict[str, Kind] = {
    **{name: name for name in (*CONTAINERS, *REPEATS, "text", "art", "image", "qr", "bar")},
    **{name: name for name in ("donut", "dots", "logos", "veil", "segments", "frames", "poster")},
    "pill": "text",
    "say": "text",
    "fill": "blank",
    "blank": "blank",
}


def read_adaptations(node: Node, checker: Checker) -> tuple[Adaptation, ...]:
    """The `adapt` list of a layout or a band."""
    return _read_adaptations(node, checker, read_changes, SIZE_KEYS)


def read_changes(node: Node, checker: Checker) -> Mapping[str, object]:
    """The attributes an adaptation gives to a box."""
    if not isinstance(node, MappingNode):
        checker.report("wrong-type", node.at, what="adapt", expected="mapping", found="text")
        return {}
    return dict(_attributes(node, checker))


def _attributes(node: MappingNode, checker: Checker, skip: str = "") -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for entry in node.entries:
        name = entry.key.text
        if name == skip:
            continue
        if name not in _ATTRIBUTES:
            checker.unknown("unknown-key", entry.key.at, name, _ATTRIBUTES)
            continue
        target, read = _ATTRIBUTES[name]
        value = read(entry.value, checker, name)
        if value is not None:
            found.append((target, value))
    return found


# What numbers may be, where anything else would be a slip of the pen or cost time without end.
_RANGES = {
    **{"gap": (0, 200), "clear": (0, 200), "min": (0, 400), "turn": (-45, 45), "rows": (1, 20), "size": (0.005, 2)},
    **{"rise": (0, 60), "line": (0, 60), "leading": (0.4, 4)},
}
_WORDS = {
    "at": ("left", "center", "right", "top", "middle", "bottom", "baseline"),
    "align": ("start", "center", "end", "spread", "top", "middle", "bottom", "left", "right"),
    "bleed": ("left", "right", "top", "bottom"),
    "flow": ("row", "column", "stack"),
    "mode": ("display", "body"),
    "numerals": ("tabular",),
    "show": ("head", "bust", "number", "unit"),
}


def _number(node: Node, checker: Checker, name: str) -> float | None:
    return checker.ranged(node, name, *_RANGES.get(name, (-100_000, 100_000)))


def _known(node: Node, checker: Checker, name: str) -> str | None:
    return checker.choice(node, name, _WORDS[name])


def _whole(node: Node, checker: Checker, name: str) -> int | None:
    value = _number(node, checker, name)
    return None if value is None else int(value)


def _text(node: Node, checker: Checker, name: str) -> str | None:
    return checker.text(node, name)


def _texts(node: Node, checker: Checker, name: str) -> tuple[str, ...] | None:
    return checker.texts(node, name)


def _flag(node: Node, checker: Checker, name: str) -> bool | None:
    return checker.flag(node, name)


def _place_words(node: Node, checker: Checker, name: str) -> tuple[str, ...] | None:
    """`at: bottom right`, or a point in shares of the parent: `at: ["43.5%", "50%"]`."""
    words = [word for text in checker.texts(node, name) for word in text.split()]
    for word in words:
        if word not in _WORDS[name] and not re.fullmatch(r"-?\d+(\.\d+)?%", word):
            checker.unknown("unknown-choice", node.at, word, _WORDS[name])
    return tuple(words)


def _insets(node: Node, checker: Checker, name: str) -> Insets | None:
    values = checker.numbers(node, name)
    if not values:
        return None
    if len(values) == 1:
        return Insets(*(values * 4))
    if len(values) == 2:
        return Insets(values[0], values[1], values[0], values[1])
    if len(values) == 4:
        return Insets(*values)
    checker.report("wrong-type", node.at, what=name, expected="number", found="list")
    return None


def _length(node: Node, checker: Checker, name: str) -> Length | None:
    if isinstance(node, Sequence):
        head = node.items[0] if node.items else None
        word = head.text if isinstance(head, Scalar) else ""
        shared, fill = _shared(word), word == "fill"
        bounds = checker.numbers(replace(node, items=node.items[1:]) if shared or fill else node, name)
        if not bounds and not fill:
            checker.report("wrong-type", node.at, what=name, expected="number", found="list")
            return None
        return Length(min(bounds), max(bounds), fill=fill, shared=shared) if bounds else Length(fill=True)
    text = checker.text(node, name) or ""
    if _shared(text):
        return Length(shared=_shared(text))
    if text == "fit":
        return Length()
    if text == "fill":
        return Length(fill=True)
    if text.endswith("%"):
        percent = checker.number(Scalar(text[:-1], node.at, "plain", ()), name)
        return None if percent is None else Length(percent=percent / 100)
    value = checker.number(node, name)
    return None if value is None else Length(value, value)


def _shared(text: str) -> str:
    """The name behind `widest`: boxes with the same are as wide as the widest of them."""
    word, _, name = text.partition(" ")
    return name.strip() or "widest" if word == "widest" else ""


def _share(node: Node, checker: Checker, name: str) -> float | None:
    """`42%` as a share."""
    length = _length(node, checker, name)
    return None if length is None else length.percent


def _vary(node: Node, checker: Checker, name: str) -> tuple[Adaptation, ...]:
    return _read_adaptations(node, checker, read_changes, ITEM_KEYS)


def _rect(node: Node, checker: Checker, name: str) -> tuple[float, float, float, float] | None:
    values = checker.numbers(node, name)
    if values is None or len(values) != 4:
        return None
    return values[0], values[1], values[2], values[3]


def _pairs(node: Node, checker: Checker, name: str) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(node, MappingNode):
        checker.report("wrong-type", node.at, what=name, expected="mapping", found="text")
        return None
    return tuple((entry.key.text, checker.text(entry.value, name) or "") for entry in node.entries)


def _words(node: Node, checker: Checker) -> tuple[tuple[str, str], ...]:
    """A literal, in one language or in several."""
    if isinstance(node, Scalar):
        return (("", node.text),)
    return _pairs(node, checker, "say") or ()


def _tail(node: Node, checker: Checker, name: str) -> Tail | None:
    entries = checker.entries(node, same(("to", "x", "lean", "size")), name)
    if entries is None:
        return None
    size = checker.numbers(entries["size"].value, "size") if "size" in entries else None
    width, height = (size[0], size[-1]) if size else (6.6, 4.8)
    share = None
    if "x" in entries:
        length = _length(entries["x"].value, checker, "x")
        share = length.percent if length is not None else None
    return Tail(
        checker.text(entries["to"].value, "to") or "" if "to" in entries else "",
        share,
        checker.choice(entries["lean"].value, "lean", ("left", "right")) or "left" if "lean" in entries else "left",
        width,
        height,
    )


def _fit(node: Node, checker: Checker, name: str) -> TextFit | None:
    entries = checker.entries(node, same(("lines", "grow", "down", "extra", "shorten")), name)
    if entries is None:
        return None
    lines = checker.number(entries["lines"].value, "lines") if "lines" in entries else None
    grow = checker.number(entries["grow"].value, "grow") if "grow" in entries else None
    down = checker.flag(entries["down"].value, "down") if "down" in entries else None
    extra = checker.number(entries["extra"].value, "extra") if "extra" in entries else None
    shorten = "shorten" in entries and checker.flag(entries["shorten"].value, "shorten") is True
    return TextFit(
        None if lines is None else int(lines),
        grow or 1.0,
        down is not False,
        1 if extra is None else int(extra),
        shorten,
    )


def _item(node: Node, checker: Checker, name: str) -> tuple[Box, ...] | None:
    return (read_box(node, checker),)


_Reader = Callable[[Node, Checker, str], object]
_ATTRIBUTES: dict[str, tuple[str, _Reader]] = {
    **{name: (name, _text) for name in ("id", "ground", "floor", "color", "role", "series", "same")},
    **{name: (name, _known) for name in ("align", "show", "flow", "numerals", "mode")},
    "mood": ("mood", _text),
    **{name: (name, _number) for name in ("min", "gap", "clear", "turn", "size", "weight", "leading", "rise", "line")},
    **{name: (name, _flag) for name in ("hide", "reverse", "equal", "grow", "loose", "whole")},
    **{name: (name, _share) for name in ("start", "solid")},
    "of": ("of", _text),
    "key": ("key", _texts),
    "vary": ("vary", _vary),
    **{name: (name, _length) for name in ("width", "height")},
    **{name: (name, _pairs) for name in ("paint", "words")},
    "at": ("at", _place_words),
    "bleed": ("bleed", _place_words),
    "surface": ("surface", _texts),
    "pad": ("pad", _insets),
    "box": ("box", _rect),
    "rows": ("rows", _whole),
    "tail": ("tail", _tail),
    "fit": ("fit", _fit),
    "item": ("children", _item),
    "empty": ("empty", _item),
}
