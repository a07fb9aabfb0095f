"""Hancom's HWPX files (OWPML, KS X 6101): paragraphs with what their styles say, tables, text boxes and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from cardnews.draft.archive import Archive, attribute, child, children, local, whole
from cardnews.draft.document import Line, LineKind, Raw, Source, Table
from cardnews.draft.prose import NOTHING, Prose, joined, tidied, wholly_strong
from cardnews.draft.tables import MAX_COLUMNS, table_of
from cardnews.errors import CardnewsError, Place, finding

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OUTLINE = re.compile(r"(?:개요|outline)\s*(\d{1,2})")
_CONTENTS = re.compile(r"(?:차례|toc)(?:\s|$)")
_SECTION = re.compile(r"Contents/section(\d+)\.xml")
_LINK = re.compile(r"(?:https?|mailto|tel)\\?:[^;\s|]+")
_UNTOLD = frozenset("header footer hiddenComment pageNum pageHiding newNum autoNum bookmark indexmark".split())


class _Shape(Struct, frozen=True):
    """What a paragraph's shape says: its place in the outline or in a list."""

    kind: str = "NONE"
    level: int = 0


class _Gathered(Struct):
    """What a paragraph gathers while it is walked."""

    parts: list[Prose] = field(default_factory=list)
    after: list[Raw] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    deleted: int = 0
    sizes: dict[float, int] = field(default_factory=dict)


def read_hwpx(archive: Archive) -> Source:
    """The text of an HWPX file.

    Raises:
        CardnewsError: where the file is damaged, locked, or costs too much to read.
    """
    locked = archive.xml_if_there("META-INF/manifest.xml")
    if locked is not None and any(local(item.tag) == "encryption-data" for item in locked.iter()):
        raise CardnewsError([finding("draft-locked", Place(archive.shown), path=archive.shown)])
    reader = _Reader(archive)
    raw = tuple(item for name in _sections(archive) for item in reader.paragraphs(archive.xml(name)))
    return Source(raw, pictures=reader.pictures)


def _sections(archive: Archive) -> list[str]:
    """The parts that hold the text, in order."""
    package = archive.xml_if_there("Contents/content.hpf")
    parts = {attribute(item, "id"): attribute(item, "href") for item in children(child(package, "manifest"), "item")}
    spine = [parts.get(attribute(item, "idref"), "") for item in children(child(package, "spine"), "itemref")]
    named = [name for name in spine if _SECTION.fullmatch(name) and name in archive.names]
    found = {name: int(match[1]) for name in archive.names if (match := _SECTION.fullmatch(name))}
    return [*named, *sorted(found.keys() - set(named), key=lambda name: found[name])]


class _Reader:
    def __init__(self, archive: Archive) -> None:
        self.pictures = 0
        root = archive.xml_if_there("Contents/header.xml")
        lists = child(root, "refList")
        self.letters: dict[str, tuple[float, bool]] = {}
        for item in children(child(lists, "charProperties"), "charPr"):
            bold = any(local(part.tag) == "bold" for part in item)
            self.letters[attribute(item, "id")] = whole(attribute(item, "height"), 1000) / 100, bold
        self.shapes: dict[str, _Shape] = {}
        for item in children(child(lists, "paraProperties"), "paraPr"):
            heading = child(item, "heading")
            kind, level = (
                ("NONE", "0") if heading is None else (attribute(heading, "type"), attribute(heading, "level"))
            )
            self.shapes[attribute(item, "id")] = _Shape(kind, max(0, whole(level)))
        self.styles: dict[str, str] = {}
        for item in children(child(lists, "styles"), "style"):
            self.styles[attribute(item, "id")] = f"{attribute(item, 'name')}|{attribute(item, 'engName')}".casefold()

    def paragraphs(self, parent: Element) -> Iterator[Raw]:
        """The paragraphs and tables in an element."""
        for element in parent:
            if local(element.tag) == "p":
                yield from self._paragraph(element)

    def _paragraph(self, element: Element) -> Iterator[Raw]:
        style = self.styles.get(attribute(element, "styleIDRef"), "")
        found = _Gathered()
        for run in element:
            if local(run.tag) == "run":
                self._run(run, found)
        text = tidied(joined(found.parts, ""))
        if text.text and not _CONTENTS.match(style):
            size = max(found.sizes, key=lambda key: found.sizes[key])
            bold = wholly_strong(text)
            shape = self.shapes.get(attribute(element, "paraPrIDRef"), _Shape())
            line = _line(replace(text, spans=()) if bold else text, style, shape)
            yield replace(line, size=size, bold=bold)
        yield from found.after

    def _run(self, run: Element, found: _Gathered) -> None:
        size, bold = self.letters.get(attribute(run, "charPrIDRef"), (0.0, False))
        for item in run:
            tag = local(item.tag)
            if tag == "t":
                text = _letters(item, found)
                if text:
                    part = Prose(text)
                    found.parts.append(part.marked("strong", 0, len(text)) if bold and text.strip() else part)
                    found.sizes[size] = found.sizes.get(size, 0) + len(text)
            elif tag == "ctrl":
                for control in item:
                    self._control(control, found)
            elif tag == "tbl":
                found.after += self._table(item)
            elif tag == "pic":
                self.pictures += 1
                found.after += self._boxes(item)
            elif tag == "dutmal":
                main = child(item, "mainText")
                found.parts.append(Prose(main.text or "" if main is not None else ""))
            elif tag == "compose":
                found.parts.append(Prose(attribute(item, "composeText")))
            elif tag != "secPr":
                found.after += self._boxes(item)

    def _control(self, control: Element, found: _Gathered) -> None:
        tag = local(control.tag)
        if tag in ("footNote", "endNote"):
            lines = [item.text for item in self._boxes(control) if isinstance(item, Line)]
            found.after.append(Line(joined(lines, " "), "note", ends=True))
        elif tag == "fieldBegin":
            if attribute(control, "type") == "HYPERLINK":
                words = " ".join(item.text or "" for item in control.iter())
                address = _LINK.search(words)
                found.links.append(address[0].replace("\\", "") if address else "")
            else:
                found.links.append("")
        elif tag == "fieldEnd":
            address_found = found.links.pop() if found.links else ""
            if address_found and found.parts:
                last = found.parts[-1]
                found.parts[-1] = replace(last, links=(*last.links, (len(last.text), address_found)))
        elif tag not in _UNTOLD:
            found.after += self._boxes(control)

    def _boxes(self, element: Element) -> list[Raw]:
        """What stands in the text boxes and captions of an object."""
        found: list[Raw] = []
        for item in element:
            found += self.paragraphs(item) if local(item.tag) == "subList" else self._boxes(item)
        return found

    def _table(self, table: Element) -> list[Raw]:
        rows: list[list[Prose]] = []
        inner: list[Raw] = []
        headed = False
        for row in children(table, "tr"):
            cells: dict[int, Prose] = {}
            for number, cell in enumerate(children(row, "tc")):
                address = child(cell, "cellAddr")
                column = whole(attribute(address, "colAddr"), number) if address is not None else number
                column = min(max(column, 0), MAX_COLUMNS - 1)
                held = self._boxes(cell)
                texts = [item.text for item in held if isinstance(item, Line)]
                cells[column] = joined([cells[column], *texts] if column in cells else texts, "\n")
                inner += (item for item in held if isinstance(item, Table))
                headed = headed or (not rows and attribute(cell, "header") == "1")
            if any(cell.text for cell in cells.values()):
                rows.append([cells.get(column, NOTHING) for column in range(max(cells) + 1)])
        caption = child(table, "caption")
        words = self._boxes(caption) if caption is not None else []
        return [*words, *table_of(rows, headed), *inner]


def _line(text: Prose, style: str, shape: _Shape) -> Line:
    kind: LineKind = "body"
    level = 0
    outline = _OUTLINE.match(style)
    # Reports set whole sentences in the outline's styles: those are points, not headings.
    if shape.kind == "OUTLINE" or outline:
        level = shape.level if shape.kind == "OUTLINE" else int(outline[1]) - 1 if outline else 0
        kind, level = ("heading", level + 1) if len(text) <= 40 else ("body", 0)
    elif style.startswith(("제목|", "title|")) or "|title" in style:
        kind = "heading"
    elif shape.kind in ("BULLET", "NUMBER"):
        kind, level = "item", shape.level
    elif "인용" in style or "quote" in style:
        kind = "quote"
    return Line(text, kind, level, shape.kind == "NUMBER", ends=True)


def _letters(element: Element, found: _Gathered) -> str:
    """The letters of a text element; what tracked changes have deleted is left out."""
    text = element.text or "" if not found.deleted else ""
    for item in element:
        match local(item.tag):
            case "deleteBegin":
                found.deleted += 1
            case "deleteEnd":
                found.deleted = max(0, found.deleted - 1)
            case "lineBreak":
                text += "\n"
            case "tab" | "nbSpace" | "fwSpace":
                text += " "
            case "hyphen":
                text += "-"
        if not found.deleted:
            text += item.tail or ""
    return text
