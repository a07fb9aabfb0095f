"""SVG drawings: their extent, the classes that colors reach, and what an author's file must not contain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from cardnews.errors import CardnewsError, Place, finding

MAX_SVG_BYTES = 512 * 1024
_CLASS = re.compile(r'class\s*=\s*["\']([^"\']+)["\']')
_FORBIDDEN_TAGS = frozenset(("script", "foreignObject", "image", "style", "text", "iframe", "a", "animate", "set"))
_EXTERNAL = re.compile(r"url\(\s*['\"]?(?!#)")


@dataclass(frozen=True, slots=True)
class Drawing:
    """One SVG file: its view box, and in `head` the square that a round avatar shows (x, y, size)."""

    path: Path
    source: str
    x: float
    y: float
    width: float
    height: float
    head: tuple[float, float, float] | None
    classes: frozenset[str]

    def cropped(self, box: tuple[float, float, float, float]) -> str:
        """The source with another view box: x, y, width, height in its own units."""
        shown = " ".join(f"{value:g}" for value in box)
        return re.sub(r'viewBox\s*=\s*"[^"]*"', f'viewBox="{shown}"', self.source, count=1)


def read_drawing(path: Path) -> Drawing:
    """Read an SVG file.

    Raises:
        CardnewsError: where it is not SVG, too large, or holds scripts, entities, text, pictures or outside references.
    """
    place = Place(path.name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CardnewsError([finding("unreadable-art", place, name=path.name, why=error.strerror or "")]) from None
    if len(data) > MAX_SVG_BYTES:
        raise CardnewsError([finding("art-too-large", place, name=path.name, most=MAX_SVG_BYTES // 1024)])
    try:
        source = data.decode("utf-8-sig")
        if "<!DOCTYPE" in source or "<!ENTITY" in source:
            raise CardnewsError([finding("art-unsafe", place, name=path.name, found="<!DOCTYPE>")])
        root = ElementTree.fromstring(source)
    except (UnicodeDecodeError, ElementTree.ParseError) as error:
        raise CardnewsError([finding("unreadable-art", place, name=path.name, why=str(error))]) from None
    _refuse_unsafe(root, path)
    numbers = [float(value) for value in re.findall(r"[-+]?[\d.]+(?:e-?\d+)?", root.get("viewBox", ""))]
    if len(numbers) != 4 or numbers[2] <= 0 or numbers[3] <= 0:
        raise CardnewsError([finding("unreadable-art", place, name=path.name, why="viewBox")])
    head = [float(value) for value in root.get("data-head", "").split()]
    classes = frozenset(word for match in _CLASS.findall(source) for word in match.split())
    return Drawing(
        path,
        source,
        numbers[0],
        numbers[1],
        numbers[2],
        numbers[3],
        (head[0], head[1], head[2]) if len(head) == 3 else None,
        classes,
    )


def _refuse_unsafe(root: ElementTree.Element, path: Path) -> None:
    for element in root.iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag in _FORBIDDEN_TAGS:
            raise CardnewsError([finding("art-unsafe", Place(path.name), name=path.name, found=f"<{tag}>")])
        for name, value in element.attrib.items():
            plain = name.rpartition("}")[2]
            outside = plain == "href" and not value.startswith("#")
            if outside or plain.startswith("on") or _EXTERNAL.search(value):
                raise CardnewsError(
                    [finding("art-unsafe", Place(path.name), name=path.name, found=f"{plain}={value[:40]}")]
                )
