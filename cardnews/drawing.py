"""SVG drawings: their extent, the classes that colors reach, and what an author's file must not contain."""

from __future__ import annotations

import math
import re
from pathlib import Path
from xml.parsers import expat

from msgspec import Struct

from cardnews.errors import CardnewsError, Place, finding

MAX_SVG_BYTES = 512 * 1024
MAX_DEPTH = 64
MAX_ELEMENTS = 5_000
# Gradients, see-through groups and clips are painted pixel by pixel: a tenth of a second each on a large card.
MAX_COSTLY = 60
MAX_DASHES = 1_000_000
MAX_EXTENT = 100_000.0
MAX_RATIO = 50.0
_SVG = "http://www.w3.org/2000/svg"
_ALLOWED = frozenset(
    "svg g path rect circle ellipse line polyline polygon title desc defs metadata clipPath"
    " linearGradient radialGradient stop".split()
)
_CLASS = re.compile(r'class\s*=\s*["\']([^"\']+)["\']')
_TITLE = re.compile(r"<title>([^<]*)</title>")
_EXTERNAL = re.compile(r"url\(\s*['\"]?(?!#)")
_STYLE = re.compile(r"\\|/\*|@|(?:^|[;\s-])(?:filter|mask|clip-path|marker[a-z-]*|stroke-dasharray)\s*:")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_START = re.compile(r"""<([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(/?)>""")
_EXTENT = re.compile(r"""\s+(?:viewBox|width|height)\s*=\s*(?:"[^"]*"|'[^']*')""")
_LENGTHS = ("d", "points", "r", "rx", "ry", "width", "height", "x1", "y1", "x2", "y2")


class Drawing(Struct, frozen=True):
    """One SVG file: its view box, and in `head` the square that a round avatar shows (x, y, size).

    `name` and `attributes` are the root's, its extent left out; `body` is what stands inside it.
    """

    path: Path
    name: str
    attributes: str
    body: str
    x: float
    y: float
    width: float
    height: float
    head: tuple[float, float, float] | None
    classes: frozenset[str]
    inks: tuple[tuple[str, str], ...] = ()  # classes whose shapes have one color, and that color as it is written

    @property
    def title(self) -> str:
        """What the file calls itself, empty where it does not."""
        found = _TITLE.search(self.body)
        return found[1].strip() if found is not None else ""

    @property
    def source(self) -> str:
        """The drawing as SVG, without what its file says around it."""
        return self.cropped((self.x, self.y, self.width, self.height))

    def shown(self, part: str) -> tuple[float, float, float] | None:
        """The square that shows the `head` with the shoulders below it (`bust` is the same); None for all of it."""
        return self.head if part in ("head", "bust") else None

    def cropped(self, box: tuple[float, float, float, float], angle: float = 0.0) -> str:
        """The drawing with another view box: x, y, width, height in its own units; turned by `angle` about the
        middle of that box."""
        shown = " ".join(f"{value:.9g}" for value in box)
        body = self.body
        if angle:
            group = self.name[: self.name.rfind(":") + 1] + "g"
            turn = f"rotate({angle:g} {box[0] + box[2] / 2:.9g} {box[1] + box[3] / 2:.9g})"
            body = f'<{group} transform="{turn}">{body}</{group}>'
        return f'<{self.name} viewBox="{shown}"{self.attributes}>{body}</{self.name}>'


def read_drawing(path: Path) -> Drawing:
    """Read an SVG file.

    Raises:
        CardnewsError: where it is not SVG, too large, or holds anything but shapes, their groups and gradients.
    """
    place = Place(path.name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CardnewsError([finding("unreadable-art", place, name=path.name, why=error.strerror or "")]) from None
    if len(data) > MAX_SVG_BYTES:
        raise CardnewsError([finding("art-too-large", place, name=path.name, most=MAX_SVG_BYTES // 1024)])
    check = _Check(path)
    try:
        text = data.decode("utf-8-sig")
        inside = text.encode()
        check.parse(inside)
    except (UnicodeDecodeError, expat.ExpatError) as error:
        raise CardnewsError([finding("unreadable-art", place, name=path.name, why=str(error))]) from None
    source = inside[check.start : check.end].decode()
    opening = _START.match(source)
    x, y, width, height = _numbers(check.root.get("viewBox", "")) or (0.0, 0.0, 0.0, 0.0)
    in_range = all(0 < value <= MAX_EXTENT for value in (width, height)) and max(abs(x), abs(y)) <= MAX_EXTENT
    if opening is None or not in_range or max(width, height) > MAX_RATIO * min(width, height):
        raise CardnewsError([finding("unreadable-art", place, name=path.name, why="viewBox")])
    head = None
    if "data-head" in check.root:
        head = _numbers(check.root["data-head"], 3)
        if head is None or not 0 < head[2] <= MAX_EXTENT or max(map(abs, head[:2])) > MAX_EXTENT:
            raise CardnewsError([finding("unreadable-art", place, name=path.name, why="data-head")])
    return Drawing(
        path,
        opening[1],
        _EXTENT.sub("", opening[2]),
        "" if opening[3] else source[opening.end() :],
        x,
        y,
        width,
        height,
        (head[0], head[1], head[2]) if head is not None else None,
        frozenset(word for match in _CLASS.findall(source) for word in match.split()),
        tuple((name, next(iter(inks))) for name, inks in sorted(check.inks.items()) if len(inks) == 1),
    )


def _numbers(text: str, count: int = 4) -> tuple[float, ...] | None:
    """Exactly `count` finite numbers between spaces or commas."""
    words = re.split(r"\s*,\s*|\s+", text.strip())
    if len(words) != count or not all(_NUMBER.fullmatch(word) for word in words):
        return None
    numbers = tuple(float(word) for word in words)
    return numbers if all(math.isfinite(number) for number in numbers) else None


class _Check:
    """Walks a file tag by tag, so that one that is too deep or too long never becomes a tree.

    `start` and `end` are the bytes between which the root's tag and what it holds stand, its end tag left out.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._depth = 0
        self._elements = 0
        self._costly = False
        self._clipping = 0
        self._dashes = 0.0
        self._dashed: list[float] = []
        self.root: dict[str, str] = {}
        self.inks: dict[str, dict[str, None]] = {}
        self.start = self.end = 0
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.StartElementHandler = self._open
        self._parser.EndElementHandler = self._close
        self._parser.StartDoctypeDeclHandler = lambda *_: self._refuse("<!DOCTYPE>")

    def parse(self, data: bytes) -> None:
        """Raises expat's error where the file is no XML, CardnewsError where it is not to be drawn."""
        self._parser.Parse(data, True)

    def _refuse(self, found: str) -> None:
        raise CardnewsError([finding("art-unsafe", Place(self._path.name), name=self._path.name, found=found)])

    def _beyond(self, what: str, most: int) -> None:
        place = Place(self._path.name)
        raise CardnewsError([finding("art-too-complex", place, name=self._path.name, what=what, most=most)])

    def _open(self, full: str, given: dict[str, str]) -> None:
        space, _, tag = full.rpartition(" ")
        attributes = {name.rpartition(" ")[2]: value for name, value in given.items()}
        if not self._depth:
            self.root, self.start = attributes, self._parser.CurrentByteIndex
            if tag != "svg" or space != _SVG:
                why = f"<{tag}>"
                raise CardnewsError([finding("unreadable-art", Place(self._path.name), name=self._path.name, why=why)])
        self._depth += 1
        self._elements += 1
        if self._depth > MAX_DEPTH:
            self._beyond("<g> <g> …", MAX_DEPTH)
        self._costly |= tag in ("linearGradient", "radialGradient", "clipPath") or "opacity" in attributes
        most = MAX_COSTLY if self._costly else MAX_ELEMENTS
        if self._elements > most:
            self._beyond("<…>", most)
        # What drawing programs add in name spaces of their own is never drawn, nor is anything inside it.
        if tag not in _ALLOWED and (space in ("", _SVG) or space.endswith("/xhtml")):
            self._refuse(f"<{tag}>")
        for name, value in attributes.items():
            outside = name == "href" and not value.startswith("#")
            effect = name in ("filter", "mask") or (name == "style" and _STYLE.search(value.lower()))
            nested = name == "clip-path" and self._clipping
            if outside or effect or nested or name.startswith("on") or _EXTERNAL.search(value.lower()):
                self._refuse(f"{name}={value[:40]}")
        if tag == "clipPath":
            if "clip-path" in attributes:
                self._refuse("clip-path=")
            self._clipping += 1
        for name in attributes.get("class", "").split():
            ink = attributes.get("stroke" if name.startswith("line-") else "fill")
            if ink:
                self.inks.setdefault(name, {})[ink.upper()] = None
        self._dash(attributes)

    def _dash(self, attributes: dict[str, str]) -> None:
        """Adds up how many dashes may have to be drawn at most; a line's numbers bound its length."""
        per_unit = self._dashed[-1] if self._dashed else 0.0
        pattern = attributes.get("stroke-dasharray", "")
        if "%" in pattern:
            self._refuse(f"stroke-dasharray={pattern[:40]}")
        if pattern and pattern != "inherit":
            pieces = [abs(float(number)) for number in _NUMBER.findall(pattern)]
            per_unit = len(pieces) / sum(pieces) if sum(pieces) else 0.0
        self._dashed.append(per_unit)
        if per_unit:
            for name in _LENGTHS:
                length = sum(abs(float(number)) for number in _NUMBER.findall(attributes.get(name, "")))
                self._dashes += 2 * length * per_unit
            if not self._dashes <= MAX_DASHES:
                self._beyond("stroke-dasharray", MAX_DASHES)

    def _close(self, full: str) -> None:
        self._depth -= 1
        self._dashed.pop()
        self._clipping -= full.endswith(" clipPath")
        if not self._depth:
            self.end = self._parser.CurrentByteIndex
