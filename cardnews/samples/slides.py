"""Every layout as a slide in the words of its own samples: a script to compose, and lines to copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from cardnews.draft.yamltext import Value, entry
from cardnews.layout import Field, Layout
from cardnews.library import Shelf
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.source.nodes import Node, Scalar

# The script of the samples lies beside the picture that stands in for the author's photographs.
PLACE = Path(__file__).resolve().parent / "samples.yaml"
PICTURE = "sample.png"


class Sample(Struct, frozen=True):
    """A layout, and the slide that shows it as an author would write it."""

    layout: Layout
    snippet: str


def samples_of(shelf: Shelf) -> tuple[Sample, ...]:
    """Every layout at hand that can be read, in the order of their names."""
    return tuple(map(sample_of, shelf.layouts()))


def sample_of(layout: Layout) -> Sample:
    """One layout as a slide."""
    return Sample(layout, "\n".join(_slide(layout, pictured=False)) + "\n")


def script_of(samples: Iterable[Sample]) -> str:
    """The script whose slides are the samples."""
    head = ["brand: cardnews", "slides:"]
    return "\n".join([*head, *(line for sample in samples for line in _slide(sample.layout, pictured=True))]) + "\n"


def _slide(layout: Layout, *, pictured: bool) -> Iterator[str]:
    """The lines of a slide; `pictured` with a picture that exists wherever one is named."""
    yield f"  - layout: {layout.name}"
    for field, value in values_of(layout, pictured=pictured):
        yield from entry(field.name, value, 4)


def values_of(layout: Layout, *, pictured: bool = False) -> Iterator[tuple[Field, Value]]:
    """The fields that have samples, and what those are as plain values; `pictured` as for a slide that is composed."""
    for field in layout.fields:
        value = _value(field, field.sample, pictured)
        if value is not None:
            yield field, value


def _value(field: Field, node: Node | None, pictured: bool) -> Value | None:
    if node is None:
        return PICTURE if field.type == "image" and field.required else None
    if isinstance(node, Scalar):
        return PICTURE if field.type == "image" and pictured else node.text
    if isinstance(node, MappingNode):
        if field.type == "image" and pictured:
            return PICTURE
        inner = {item.name: item for item in field.of}
        values = (
            (one.key.text, _value(inner.get(one.key.text, Field("")), one.value, pictured)) for one in node.entries
        )
        return {name: value for name, value in values if value is not None}
    single = next((item for item in field.of if not item.name), None)
    one = single if single is not None else Field("", "group", of=field.of)
    return [value for item in node.items if (value := _value(one, item, pictured)) is not None]
