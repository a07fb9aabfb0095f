"""Names that a layout uses and a theme must have: roles, surfaces, grounds and colors, each found or answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cardnews.adaptation import Adaptation
from cardnews.boxtree import Box
from cardnews.errors import Finding
from cardnews.schema import Checker
from cardnews.theme import Theme


def unknown_names(body: Box, adaptations: tuple[Adaptation, ...], theme: Theme) -> tuple[Finding, ...]:
    """One finding for each name that `theme` does not know, at the box that uses it."""
    checker = Checker()
    ground = next(iter(theme.grounds.values()))
    colors = {*theme.colors, *ground.colors, "series"}
    known: Mapping[str, tuple[str, set[str]]] = {
        "role": ("unknown-role", set(theme.roles)),
        "surface": ("unknown-surface", set(theme.surfaces) | colors),
        "color": ("unknown-color", colors),
        "ground": ("unknown-ground", set(theme.grounds)),
        "floor": ("unknown-ground", set(theme.grounds) | colors),
    }
    for box in _boxes(body):
        for attribute, (rule, names) in known.items():
            value = getattr(box, attribute)
            for name in (value,) if isinstance(value, str) else value:
                if name and name not in names:
                    checker.unknown(rule, box.place, name, sorted(names))
    for adaptation in adaptations:
        for name in adaptation.when.ground:
            if name not in theme.grounds:
                checker.unknown("unknown-ground", body.place, name, sorted(theme.grounds))
        for _, changes in adaptation.changes:
            for attribute, (rule, names) in known.items():
                value = changes.get(attribute, ())
                for name in (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ():
                    if name and name not in names:
                        checker.unknown(rule, body.place, str(name), sorted(names))
    return tuple(checker.findings)


def _boxes(box: Box) -> Iterator[Box]:
    yield box
    for child in (*box.children, *box.empty):
        yield from _boxes(child)
