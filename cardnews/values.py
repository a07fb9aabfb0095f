"""What an author's fields hold, each with its place in the file and the key its author wrote (`called`)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from cardnews.errors import Place
from cardnews.source.nodes import Scalar

MAX_TEXT = 5_000  # characters of one text
MAX_DOTS = 200


class Room(Struct, frozen=True):
    """Where the paths that a file names begin, and the folder that they must not lead out of."""

    folder: Path
    root: Path


class TextValue(Struct, frozen=True):
    """Words. `node` maps offsets of `text` to places; a `link` is shown without its scheme.

    `lines` is the number of lines the author asks for; a text `alone` does not share its size with its series.
    """

    text: str
    place: Place = Place()
    node: Scalar | None = None
    plain: bool = False
    link: bool = False
    lines: int | None = None
    alone: bool = False
    called: str = ""

    def place_of(self, offset: int) -> Place:
        return self.node.place_of(offset) if self.node is not None else self.place


class ArtValue(Struct, frozen=True):
    """A drawing or a scene by name, with the scene's fields."""

    name: str
    place: Place = Place()
    fields: Mapping[str, Value] = field(default_factory=dict)
    called: str = ""


class ImageValue(Struct, frozen=True):
    """A picture file inside the script's folder; `focus` is the point to keep, in shares of its extent, and `focuses`
    that of sizes by name, `alt` says what it shows, `rights` whose it is and by which licence it may be used, `tone` in
    which colors it is shown where those are not its own."""

    path: Path
    place: Place = Place()
    focus: tuple[float, float] = (0.5, 0.5)
    alt: str = ""
    rights: str = ""
    tone: str = ""
    focuses: tuple[tuple[str, tuple[float, float]], ...] = ()
    called: str = ""


class ListValue(Struct, frozen=True):
    items: tuple[Value, ...]
    place: Place = Place()
    called: str = ""


class GroupValue(Struct, frozen=True):
    fields: Mapping[str, Value]
    place: Place = Place()
    called: str = ""


Value = TextValue | ArtValue | ImageValue | ListValue | GroupValue
