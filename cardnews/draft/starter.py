"""A script to begin from, filled with the samples of the layouts themselves."""

from __future__ import annotations

from collections.abc import Sequence

from cardnews.draft.passage import Card, Shown
from cardnews.layout import Layout
from cardnews.source.nodes import Mapping, Node, Scalar

# What a short set of cards tells, one after the other: for each the first layout that shows such a passage.
_STORY = (("opening",), ("voice", "quote"), ("sentence",), ("list", "comparison", "table"), ("closing",))


def starting_layouts(layouts: Sequence[Layout]) -> tuple[Layout, ...]:
    """A handful of layouts that make a set together."""
    found: dict[str, Layout] = {}
    for kinds in _STORY:
        suited = (layout for kind in kinds for layout in layouts if any(suit.kind == kind for suit in layout.suits))
        chosen = next((layout for layout in suited if layout.name not in found and is_sampled(layout)), None)
        if chosen is not None:
            found[chosen.name] = chosen
    return tuple(found.values())


# The picture that samples name. A new script of samples gets one beside it, for the author to replace.
SAMPLE_PICTURE = "사진.png"


def is_sampled(layout: Layout) -> bool:
    """Whether every field that a slide needs has a sample."""
    return all(field.sample is not None for field in layout.fields if field.required)


def sample_cards(layouts: Sequence[Layout]) -> tuple[Card, ...]:
    """A card of each layout, in the words of its own samples."""
    return tuple(
        Card(layout.name, {field.name: _shown(field.sample) for field in layout.fields if field.sample}, (0, 0))
        for layout in layouts
    )


def _shown(node: Node) -> Shown:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {entry.key.text: _shown(entry.value) for entry in node.entries}
    return tuple(map(_shown, node.items))
