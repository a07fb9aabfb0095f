"""Layouts that extend another one: the trees of both files as one, which is then read like any other.

A layout of the author's own that says `extends: list` has the fields, the body, the box and the adaptations of the
layout `list`, and says only what is different:

    extends: list
    names: {ko: 장보기, en: Shopping}
    fields:
      title: {most: 12}         # attributes of a field; those of an item stand below `of`
      price: {type: text}       # another field
      lead: no                  # a field that it does not have
    adapt:
      - {when: {size: wide}, rows: {columns: [fill]}}      # behind those of `list`

A `body` replaces the other's, and of its adaptations those stay whose boxes there are. What a layout is called, and
when it is taken by itself (`names`, `aliases`, `plain`, `suits`), it has from the other one only under the same name: a
`layouts/list.yaml` that extends `list` takes the place of the shipped one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from unicodedata import normalize

from cardnews.assets import Kind, Library, Stamp, is_shipped, shown_name, stamp_of
from cardnews.boxreader import read_box
from cardnews.boxtree import ids_of
from cardnews.errors import CardnewsError, Finding
from cardnews.schema import FALSE, Checker, kind_of
from cardnews.source.nodes import Entry, Node, Scalar, Sequence, read_nodes
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.source.text import read_source

_MOST = 8  # files that one layout is made of
_CALLED = ("names", "aliases", "help", "plain", "suits")


def read_tree(path: Path, library: Library | None) -> tuple[Node | None, Checker, tuple[Path, ...]]:
    """The tree of the layout at `path` with all that it has from others, what there is to say about them, and the files
    of those others, which are found in `library`; without one, a file extends none.
    """
    checker = Checker()
    chain = chain_of(path, library, checker, "layout")
    if not chain:
        return None, checker, ()
    bases = tuple(base for base, _ in chain[1:])
    above, tree = chain.pop()
    for below, own in reversed(chain):
        if not isinstance(tree, MappingNode) or not isinstance(own, MappingNode):
            return tree, checker, bases  # its reader says what is wrong with a file that is no mapping
        tree = _merged(tree, own, checker, alike=_same(above.stem, below.stem))
        above = below
    return tree, checker, bases


def chain_of(path: Path, library: Library | None, checker: Checker, kind: Kind) -> list[tuple[Path, Node | None]]:
    """The file at `path` and those that it extends, one after another, each with its tree; none where one of them is
    not to be found."""
    node = _nodes(path, checker)
    chain = [(path, node)]
    while library is not None and isinstance(node, MappingNode) and (asked := _under(node, "extends")) is not None:
        base = _base(asked.value, [path for path, _ in chain], library, checker, kind)
        if base is None:
            return []
        node = _nodes(base, checker)
        chain.append((base, node))
    return chain


def _nodes(path: Path, checker: Checker) -> Node | None:
    node, findings = _shipped_nodes(path, stamp_of(path)) if is_shipped(path) else _read(path, comments=True)
    checker.findings += findings
    return node


# A theme's own arrangement extends the layout that was read just before it.
@lru_cache(maxsize=8)
def _shipped_nodes(path: Path, _: Stamp) -> tuple[Node | None, tuple[Finding, ...]]:
    return _read(path, comments=False)


def _read(path: Path, *, comments: bool) -> tuple[Node | None, tuple[Finding, ...]]:
    shown = shown_name(path)
    source, findings = read_source(path, shown)
    node, more = read_nodes(source, shown, comments=comments)
    return node, (*findings, *more)


def _base(asked: Node, chain: list[Path], library: Library, checker: Checker, kind: Kind) -> Path | None:
    """The file that the last one of `chain` extends, or None with a finding."""
    name = checker.text(asked, "extends")
    if name is None:
        return None
    path = chain[-1]
    names = library.names(kind)
    stem = name if name in names else _stem_of(name, library, kind)
    base = library.base(stem, path, kind)
    if base is None and _same(stem, path.stem):
        checker.report("extends-itself", asked.at, name=name)
    elif base is None:
        checker.unknown(f"unknown-{kind}", asked.at, name, (one for one in names if not _same(one, path.stem)))
    elif base in chain:
        checker.report("extends-circle", asked.at, chain=" → ".join(one.stem for one in (*chain, base)))
    elif len(chain) >= _MOST:
        checker.report("extends-too-many", asked.at, most=_MOST)
    else:
        return base
    return None


def called(path: Path) -> frozenset[str]:
    """What a layout's or theme's file says it is also called, whatever else is wrong with it."""
    node = _nodes(path, Checker())
    return frozenset(_aliases(node)) if isinstance(node, MappingNode) else frozenset()


def _stem_of(alias: str, library: Library, kind: Kind) -> str:
    """The name of the layout or theme that is also called `alias`, which is `alias` itself where there is none."""
    for folder in library.folders(kind):
        for name in library.names_in(folder, kind):
            with suppress(CardnewsError):
                path = library.find_in((folder,), kind, name)
                if path is not None and alias in called(path):
                    return name
    return alias


def _aliases(node: MappingNode) -> Iterator[str]:
    said = Checker()
    for key in ("aliases", "names"):
        entry = _under(node, key)
        if entry is not None and isinstance(entry.value, MappingNode):
            yield from (one.value.text for one in entry.value.entries if isinstance(one.value, Scalar))
        elif entry is not None:
            yield from said.texts(entry.value, key)


def _merged(base: MappingNode, own: MappingNode, checker: Checker, *, alike: bool) -> MappingNode:
    """`own` with what it has from `base`; `alike` says that both have one name."""
    found = {entry.key.text: entry for entry in base.entries if alike or entry.key.text not in _CALLED}
    gone: set[str] = set()
    for entry in own.entries:
        key, old = entry.key.text, found.get(entry.key.text)
        match key, old.value if old is not None else None, entry.value:
            case "extends", _, _:
                continue
            case "fields", MappingNode() as before, MappingNode() as now:
                found[key] = Entry(entry.key, _fields(before, now, checker, gone))
            case "adapt", Sequence() as before, Sequence() as now:
                found[key] = Entry(entry.key, Sequence((*before.items, *now.items), now.at))
            case _:
                found[key] = entry
    found.pop("extends", None)
    body, adapt = _under(own, "body"), _under(base, "adapt")
    if body is not None and adapt is not None and isinstance(adapt.value, Sequence):
        found["adapt"] = _fitting(found["adapt"], adapt.value, body.value)
    for key in ("plain", "suits"):
        if gone and key in found and _under(own, key) is None:
            found[key] = Entry(found[key].key, _without(found[key].value, gone))
    return MappingNode(tuple(found.values()), own.at)


def _fields(base: MappingNode, own: MappingNode, checker: Checker, gone: set[str], lead: str = "") -> MappingNode:
    """The fields of both; the paths of those that `own` does not want are put into `gone`."""
    found = {entry.key.text: entry for entry in base.entries}
    for entry in own.entries:
        name, value = entry.key.text, entry.value
        old = found.get(name)
        if isinstance(value, Scalar) and value.text.casefold() in FALSE:
            if old is None:
                checker.unknown("unknown-field", entry.key.at, name, found)
            found.pop(name, None)
            gone.add(lead + name)
        elif old is None:
            found[name] = entry
        elif isinstance(value, MappingNode):
            found[name] = Entry(entry.key, _field(old.value, value, checker, gone, f"{lead}{name}."))
        elif not isinstance(value, Scalar) or value.text.strip():
            checker.report("wrong-type", value.at, what=name, expected="mapping", found=kind_of(value))
    return MappingNode(tuple(found.values()), own.at)


def _field(base: Node, own: MappingNode, checker: Checker, gone: set[str], lead: str) -> MappingNode:
    """A field with the attributes of both, `own` first."""
    found = {entry.key.text: entry for entry in base.entries} if isinstance(base, MappingNode) else {}
    kind = (found | {entry.key.text: entry for entry in own.entries}).get("type")
    groups = kind is not None and isinstance(kind.value, Scalar) and kind.value.text in ("list", "group")
    for entry in own.entries:
        key, old = entry.key.text, found.get(entry.key.text)
        before = old.value if old is not None else None
        if key == "of" and groups and isinstance(before, MappingNode) and isinstance(entry.value, MappingNode):
            entry = Entry(entry.key, _fields(before, entry.value, checker, gone, lead))
        found[key] = entry
    removed = {path.removeprefix(lead) for path in gone if path.startswith(lead)}
    for key in ("sample", "default"):
        if removed and key in found and _under(own, key) is None:
            found[key] = Entry(found[key].key, _items_without(found[key].value, removed))
    return MappingNode(tuple(found.values()), own.at)


def _items_without(node: Node, removed: set[str]) -> Node:
    """The items of a sample without fields that an item no longer has."""
    if isinstance(node, Sequence):
        return Sequence(tuple(_items_without(item, removed) for item in node.items), node.at)
    if isinstance(node, MappingNode):
        return MappingNode(tuple(entry for entry in node.entries if entry.key.text not in removed), node.at)
    return node


def _fitting(entry: Entry, inherited: Sequence, body: Node) -> Entry:
    """`adapt` without what its `inherited` part changes of boxes that are not in `body`."""
    assert isinstance(entry.value, Sequence)
    known = ids_of(read_box(body, Checker(), default_id="body"))
    old = {id(item) for item in inherited.items}
    items: list[Node] = []
    for item in entry.value.items:
        if id(item) not in old or not isinstance(item, MappingNode):
            items.append(item)
        elif any(one.key.text in known for one in item.entries):
            kept = (one for one in item.entries if one.key.text in known or one.key.text in ("when", "tight"))
            items.append(MappingNode(tuple(kept), item.at))
    return Entry(entry.key, Sequence(tuple(items), entry.value.at))


def _without(node: Node, gone: set[str]) -> Node:
    """`plain` or `suits` without the fields that are `gone`."""
    if isinstance(node, Scalar):
        return node._replace(text="") if node.text in gone else node
    if not isinstance(node, MappingNode):
        return node
    kinds = []
    for kind in node.entries:
        value = kind.value
        if isinstance(value, MappingNode):
            kept = (one for one in value.entries if not {one.key.text, one.key.text.partition(".")[0]} & gone)
            value = MappingNode(tuple(kept), value.at)
        kinds.append(Entry(kind.key, value))
    return MappingNode(tuple(kinds), node.at)


def _under(node: MappingNode, key: str) -> Entry | None:
    return next((entry for entry in node.entries if entry.key.text == key), None)


def _same(one: str, other: str) -> bool:
    return normalize("NFC", one) == normalize("NFC", other)
