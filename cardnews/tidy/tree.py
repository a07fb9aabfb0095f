"""A script as it is written: its values, keys and comments, each where it stands."""

from __future__ import annotations

from msgspec import Struct


class Text(Struct, frozen=True):
    """A text: its value, the sign that begins it (`"`, `'`, `|`, `>`, or none), and how it is written.

    `marks` are an anchor and a tag in front, `at` the row and column where it begins, both from 0.
    """

    value: str
    sign: str = ""
    source: str = ""
    marks: str = ""
    at: tuple[int, int] = (-1, -1)


class Alias(Struct, frozen=True):
    """`*name`, as it is written."""

    source: str


class Pair(Struct, frozen=True):
    """A key and its value. `above` are the lines above it, comments and empty ones, `beside` is the comment behind it,
    `below` are comments that an empty line sets apart from what follows."""

    key: Text
    value: Written
    above: tuple[str, ...] = ()
    beside: str = ""
    below: tuple[str, ...] = ()


class Item(Struct, frozen=True):
    """An item of a list, as `Pair`; `rows` are the first row of it and the one behind it."""

    value: Written
    above: tuple[str, ...] = ()
    beside: str = ""
    below: tuple[str, ...] = ()
    rows: tuple[int, int] = (0, 0)


class Group(Struct, frozen=True):
    """Keys and values in lines; `foot` are the comments below the last of them that still belong to it."""

    pairs: tuple[Pair, ...]
    marks: str = ""
    foot: tuple[str, ...] = ()
    at: tuple[int, int] = (-1, -1)


class Listing(Struct, frozen=True):
    """Items in lines."""

    items: tuple[Item, ...]
    marks: str = ""
    foot: tuple[str, ...] = ()


class Flow(Struct, frozen=True):
    """A list or a group in brackets: what it holds, and how it is written. One that is `rigid` holds anchors or what
    else has no other writing, and stays as it is; one that is `commented` holds comments, which need lines."""

    inner: Group | Listing
    source: str
    rigid: bool = False
    commented: bool = False
    marks: str = ""
    at: tuple[int, int] = (-1, -1)


Written = Text | Alias | Group | Listing | Flow


class Page(Struct, frozen=True):
    """A whole script. `head` is what stands above `---` where it is `marked` with that; `above`, `beside` and `foot`
    are what stands around a root in brackets; `comments` are all there are."""

    root: Written
    head: tuple[str, ...] = ()
    marked: bool = False
    above: tuple[str, ...] = ()
    beside: str = ""
    foot: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
