"""Word files: paragraphs with what their styles say, tables, text boxes and footnotes, in the order of the text.

Read from the XML itself: content controls, tracked insertions, text boxes and footnotes hold sentences, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct, field
from msgspec.structs import replace

from cardnews.draft.archive import Archive, attribute, child, local, whole
from cardnews.draft.document import Line, LineKind, Raw, Source, Table
from cardnews.draft.prose import NOTHING, Prose, joined, tidied, wholly_strong
from cardnews.draft.tables import table_of
from cardnews.draft.wordparts import Style, WordParts, is_on, number_of

_QUOTES = ("quote", "intense quote", "block text", "인용", "강한 인용", "블록 텍스트")
_LISTED = re.compile(r"(list bullet|글머리 기호|목록 글머리 기호|list number|번호 매기기|목록 번호)\s*(\d?)")
_CONTENTS = re.compile(r"(?:toc|목차|차례)\s*(?:\d|heading|제목)")
_LINK = re.compile(r"HYPERLINK\s+\"([^\"]+)\"")
_LINK_HEADS = ("http://", "https://", "mailto:", "tel:")
_LEFT_OUT = frozenset("del moveFrom instrText delText delInstrText rPr pPr fldData sectPr".split())
_DRAWN = ("drawing", "pict", "object")
_SUBTITLE = 9  # the level of a heading below the title that heads nothing


class _Gathered(Struct):
    """What a paragraph gathers while it is walked."""

    parts: list[Prose] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    code: str = ""
    coding: int = 0
    sizes: dict[float, int] = field(default_factory=dict)

    def link(self, address: str) -> None:
        if self.parts and address.startswith(_LINK_HEADS):
            last = self.parts[-1]
            self.parts[-1] = replace(last, links=(*last.links, (len(last.text), address)))


def read_docx(archive: Archive) -> Source:
    """The text of a Word file.

    Raises:
        CardnewsError: where the file is damaged, locked, or costs too much to read.
    """
    reader = _Reader(archive)
    body = child(archive.xml(reader.word.main), "body")
    raw = tuple(reader.blocks(body)) if body is not None else ()
    return Source(raw, pictures=reader.pictures)


class _Reader:
    def __init__(self, archive: Archive) -> None:
        self.word = WordParts(archive)
        self.pictures = 0
        self.notes = self._notes()

    def blocks(self, parent: Element) -> Iterator[Raw]:
        """The paragraphs and tables in an element."""
        for element in parent:
            match local(element.tag):
                case "p":
                    yield from self._paragraph(element)
                case "tbl":
                    yield from self._table(element)
                case "sdt":
                    content = child(element, "sdtContent")
                    if content is not None and not _is_contents(element):
                        yield from self.blocks(content)
                case "ins" | "moveTo" | "customXml" | "smartTag":
                    yield from self.blocks(element)
                case "AlternateContent":
                    yield from self.blocks(_alternative(element))

    def _paragraph(self, element: Element) -> Iterator[Raw]:
        properties = child(element, "pPr")
        style = self.word.style(properties)
        if _CONTENTS.match(style.name):
            return
        found = _Gathered()
        self._inline(element, found, style.bold)
        text = tidied(joined(found.parts, ""))
        if text.text:
            size = max(found.sizes, key=lambda key: found.sizes[key])
            bold = wholly_strong(text)
            line = self._line(replace(text, spans=()) if bold else text, style, properties)
            yield replace(line, size=size or style.size, bold=bold)
        for box in found.boxes:
            yield from self.blocks(box)
        yield from (Line(self.notes[key], "note", ends=True) for key in found.notes if key in self.notes)

    def _line(self, text: Prose, style: Style, properties: Element | None) -> Line:
        kind: LineKind = "body"
        level, ordered = 0, False
        own = child(properties, "outlineLvl")
        outline = whole(attribute(own, "val"), 9) if own is not None else style.level
        number = number_of(properties) or style.number
        if style.name in ("title", "제목"):
            kind = "heading"
        elif style.name in ("subtitle", "부제"):
            kind, level = "heading", _SUBTITLE
        elif outline is not None and outline < 9:
            kind, level = "heading", outline + 1
        elif style.name in _QUOTES:
            kind = "quote"
        elif number is not None and number[0] != "0":
            kind, level, ordered = "item", number[1], self.word.is_numbered(number)
        elif match := _LISTED.match(style.name):
            kind, level, ordered = (
                "item",
                max(0, int(match[2] or 1) - 1),
                match[1].endswith(("number", "번호", "매기기")),
            )
        return Line(text, kind, level, ordered, ends=True)

    def _inline(self, element: Element, found: _Gathered, bold: bool) -> None:
        for item in element:
            tag = local(item.tag)
            if tag in _LEFT_OUT:
                continue
            if tag == "r":
                self._run(item, found, bold)
            elif tag == "hyperlink":
                self._inline(item, found, bold)
                found.link(self.word.link(attribute(item, "id")))
            elif tag == "AlternateContent":
                self._inline(_alternative(item), found, bold)
            elif tag == "txbxContent":
                found.boxes.append(item)
            elif tag in _DRAWN:
                self._drawn(item, found)
            else:
                self._inline(item, found, bold)

    def _run(self, element: Element, found: _Gathered, bold: bool) -> None:
        properties = child(element, "rPr")
        if is_on(child(properties, "vanish"), False):
            return
        strong = is_on(child(properties, "b"), bold)
        sized = child(properties, "sz")
        size = whole(attribute(sized, "val")) / 2 if sized is not None else 0.0
        for item in element:
            match local(item.tag):
                case "fldChar":
                    _field(attribute(item, "fldCharType"), found)
                case "instrText" if found.coding:
                    found.code = (found.code + (item.text or ""))[:600]
                case "footnoteReference" | "endnoteReference":
                    found.notes.append(local(item.tag).removesuffix("Reference") + attribute(item, "id"))
                case "drawing" | "pict" | "object":
                    self._drawn(item, found)
                case "AlternateContent":
                    self._drawn(_alternative(item), found)
            if text := _letters(item):
                part = Prose(text)
                found.parts.append(part.marked("strong", 0, len(text)) if strong and text.strip() else part)
                found.sizes[size] = found.sizes.get(size, 0) + len(text)

    def _drawn(self, element: Element, found: _Gathered) -> None:
        """The text boxes in a drawing, or a picture that stays behind."""
        boxes = list(_outermost(element, "txbxContent"))
        found.boxes += boxes
        if not boxes and any(local(item.tag) in ("blip", "imagedata") for item in element.iter()):
            self.pictures += 1

    def _table(self, element: Element) -> Iterator[Raw]:
        rows: list[list[Prose]] = []
        inner: list[Raw] = []
        headed = False
        for row in _inside(element, "tr"):
            cells: list[Prose] = []
            for cell in _inside(row, "tc"):
                properties = child(cell, "tcPr")
                merge, span = child(properties, "vMerge"), child(properties, "gridSpan")
                gone = merge is not None and attribute(merge, "val") != "restart"
                held = [] if gone else list(self.blocks(cell))
                cells.append(joined((line.text for line in held if isinstance(line, Line)), "\n"))
                cells += [NOTHING] * (min(max(whole(attribute(span, "val"), 1), 1), 64) - 1 if span is not None else 0)
                inner += (item for item in held if isinstance(item, Table))
            headed = headed or (not rows and is_on(child(row, "trPr", "tblHeader"), False))
            rows.append(cells)
        yield from table_of(rows, headed)
        yield from inner

    def _notes(self) -> dict[str, Prose]:
        """Footnotes and endnotes by what refers to them."""
        found: dict[str, Prose] = {}
        for kind in ("footnote", "endnote"):
            root = self.word.part(f"{kind}s")
            for note in root if root is not None else ():
                gathered = _Gathered()
                for paragraph in note:
                    self._inline(paragraph, gathered, False)
                    gathered.parts.append(Prose("\n"))
                text = tidied(joined(gathered.parts, ""))
                if text.text and not attribute(note, "type"):
                    found[kind + attribute(note, "id")] = text
        return found


def _letters(element: Element) -> str:
    """What an element of a run is in letters."""
    match local(element.tag):
        case "t":
            return element.text or ""
        case "tab" | "ptab":
            return " "
        case "br" | "cr":
            return "\n" if attribute(element, "type") in ("", "textWrapping") else " "
        case "noBreakHyphen":
            return "-"
        case "sym":
            code = attribute(element, "char")
            return chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code) else ""
    return ""


def _field(kind: str, found: _Gathered) -> None:
    """Field codes stand before their result: the address of a link is known when its words end."""
    if kind == "begin":
        found.coding, found.code = found.coding + 1, ""
    elif kind == "end" and found.coding:
        found.coding -= 1
        if match := _LINK.search(found.code):
            found.link(match[1])
        found.code = ""


def _is_contents(element: Element) -> bool:
    gallery = child(element, "sdtPr", "docPartObj", "docPartGallery")
    return gallery is not None and "table of contents" in attribute(gallery, "val").casefold()


def _alternative(element: Element) -> Element:
    """One of several versions of the same content: the first that holds words, else the first."""
    versions = [item for item in element if local(item.tag) in ("Choice", "Fallback")]
    worded = (item for item in versions if any(local(part.tag) == "t" for part in item.iter()))
    return next(worded, versions[0] if versions else Element("none"))


def _outermost(element: Element, name: str) -> Iterator[Element]:
    for item in element:
        if local(item.tag) == name:
            yield item
        else:
            yield from _outermost(_alternative(item) if local(item.tag) == "AlternateContent" else item, name)


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table, or cells of a row, also those in content controls."""
    for item in element:
        if local(item.tag) == name:
            yield item
        elif local(item.tag) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _inside(item, name)
