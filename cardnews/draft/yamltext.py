"""Values as a person would write them in YAML: plain where that is safe, quoted or in lines where it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cardnews.tidy.scalars import inline
from cardnews.tidy.tree import Text

Value = str | Sequence["Value"] | Mapping[str, "Value"]

_WIDTH = 110  # characters of a line that holds a list or a group in brackets


def scalar(text: str, inside: bool = False) -> str:
    """One line of text as a YAML scalar; `inside` brackets more of it needs quotes."""
    return inline(Text(text, '"'), brackets=inside)


def entry(key: str, value: Value, indent: int) -> Iterator[str]:
    """The lines of `key: value`, indented by so many spaces."""
    pad = " " * indent
    if isinstance(value, str):
        if "\n" in value:
            yield f"{pad}{key}: |"
            yield from (f"{pad}  {line}".rstrip() for line in value.split("\n"))
        else:
            yield f"{pad}{key}: {scalar(value)}"
        return
    flow = f"{pad}{key}: {_flow(value)}"
    short = len(flow) <= _WIDTH and not any("\n" in text for text in _texts(value))
    if isinstance(value, Mapping):
        if short:
            yield flow
            return
        yield f"{pad}{key}:"
        for name, item in value.items():
            yield from entry(name, item, indent + 2)
        return
    if short and all(isinstance(item, str) for item in value):
        yield flow
        return
    yield f"{pad}{key}:"
    for item in value:
        yield from item_lines(item, indent + 2)


def item_lines(item: Value, indent: int) -> Iterator[str]:
    """The lines of one item of a list."""
    pad = " " * indent
    if isinstance(item, str):
        lines = list(entry("x", item, indent + 2))
        yield f"{pad}- {lines[0].strip()[3:]}"
        yield from lines[1:]
    elif not any("\n" in text for text in _texts(item)) and len(flow := f"{pad}- {_flow(item)}") <= _WIDTH:
        yield flow
    elif isinstance(item, Mapping):
        lines = [line for name, value in item.items() for line in entry(name, value, indent + 2)]
        yield f"{pad}- {lines[0].strip()}"
        yield from lines[1:]
    else:
        yield f"{pad}- {_flow(item)}"


def _flow(value: Value) -> str:
    if isinstance(value, str):
        return scalar(value, inside=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_flow(item)}" for name, item in value.items()) + "}"
    return "[" + ", ".join(_flow(item) for item in value) + "]"


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    else:
        for item in value:
            yield from _texts(item)
