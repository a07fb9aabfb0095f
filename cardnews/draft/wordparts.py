"""What the paragraphs of a Word file refer to: related parts, styles with what they inherit, numbering, footnotes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from cardnews.draft.archive import Archive, attribute, child, children, whole

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADING = re.compile(r"(?:heading|제목|개요)\s*(\d)")
_MAX_CHAIN = 12  # styles that are based on one another


class Style(Struct):
    """A paragraph style, with what it inherits: its name in lower case, outline level, list, size in pt."""

    name: str = ""
    level: int | None = None
    number: tuple[str, int] | None = None
    size: float = 0.0
    bold: bool = False


class WordParts:
    """The parts beside the text; `main` is the name of the text's own."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        found = next((target for kind, target in self._relations("").values() if kind == "officeDocument"), "")
        self.main = found or "word/document.xml"
        self.relations = self._relations(self.main)
        self._styles = self._read_styles()
        self._numbered = self._read_numbering()

    def style(self, properties: Element | None) -> Style:
        """The style of a paragraph with these properties."""
        named = child(properties, "pStyle")
        return self._styles.get(attribute(named, "val") if named is not None else "", self._styles[""])

    def is_numbered(self, number: tuple[str, int]) -> bool:
        """Whether a list counts at that level."""
        return self._numbered.get(number, False)

    def link(self, key: str) -> str:
        """The address a hyperlink leads to."""
        return self.relations.get(key, ("", ""))[1]

    def part(self, kind: str) -> Element | None:
        """The root of the related part of that kind."""
        name = next((target for found, target in self.relations.values() if found == kind), "")
        return self.archive.xml_if_there(name)

    def _relations(self, part: str) -> Mapping[str, tuple[str, str]]:
        """Kind and target of each relation of a part."""
        folder, name = posixpath.split(part)
        root = self.archive.xml_if_there(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for item in root if root is not None else ():
            target = attribute(item, "Target")
            if attribute(item, "TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            found[attribute(item, "Id")] = attribute(item, "Type").rpartition("/")[2], target
        return found

    def _read_styles(self) -> dict[str, Style]:
        root = self.part("styles")
        found = {attribute(item, "styleId"): item for item in children(root, "style")}
        base = child(root, "docDefaults", "rPrDefault", "rPr", "sz")
        usual = whole(attribute(base, "val")) / 2 if base is not None else 10.0
        styles: dict[str, Style] = {"": Style(size=usual)}
        for key, element in found.items():
            style = Style(size=usual)
            chain = [element]
            while len(chain) < _MAX_CHAIN and (based := child(chain[-1], "basedOn")) is not None:
                above = found.get(attribute(based, "val"))
                if above is None:
                    break
                chain.append(above)
            for item in reversed(chain):
                _inherit(style, item)
            if attribute(element, "default") in ("1", "true") and attribute(element, "type") == "paragraph":
                styles[""] = style
            styles[key] = style
        return styles

    def _read_numbering(self) -> dict[tuple[str, int], bool]:
        root = self.part("numbering")
        abstract: dict[str, dict[int, bool]] = {}
        for item in children(root, "abstractNum"):
            levels = abstract.setdefault(attribute(item, "abstractNumId"), {})
            for level in children(item, "lvl"):
                form = child(level, "numFmt")
                kind = attribute(form, "val") if form is not None else "decimal"
                levels[whole(attribute(level, "ilvl"))] = kind not in ("bullet", "none")
        found: dict[tuple[str, int], bool] = {}
        for item in children(root, "num"):
            reference = child(item, "abstractNumId")
            levels = abstract.get(attribute(reference, "val") if reference is not None else "", {})
            found |= {(attribute(item, "numId"), level): ordered for level, ordered in levels.items()}
        return found


def number_of(properties: Element | None) -> tuple[str, int] | None:
    """The list and the level in it that paragraph properties name."""
    found = child(properties, "numPr")
    number, level = child(found, "numId"), child(found, "ilvl")
    if number is None:
        return None
    return attribute(number, "val"), max(0, whole(attribute(level, "val"))) if level is not None else 0


def is_on(element: Element | None, default: bool) -> bool:
    """What a property that is either on or off says."""
    return default if element is None else attribute(element, "val", "1") not in ("0", "false", "off")


def _inherit(style: Style, element: Element) -> None:
    """Put what a style says over what those it is based on said."""
    name = child(element, "name")
    style.name = attribute(name, "val").casefold() if name is not None else style.name
    if match := _HEADING.match(style.name):
        style.level = max(0, int(match[1]) - 1)
    properties, letters = child(element, "pPr"), child(element, "rPr")
    if (level := child(properties, "outlineLvl")) is not None:
        style.level = whole(attribute(level, "val"), 9)
    style.number = number_of(properties) or style.number
    if (size := child(letters, "sz")) is not None:
        style.size = whole(attribute(size, "val")) / 2
    style.bold = is_on(child(letters, "b"), style.bold)
