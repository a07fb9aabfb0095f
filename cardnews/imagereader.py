"""Pictures that a slide names: files of the author's own, and the point of each that must stay in view."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from unicodedata import normalize

from msgspec.structs import replace

from cardnews.assets import as_spelled, files_in, is_file, is_folder, is_inside
from cardnews.errors import Place
from cardnews.schema import Checker, is_korean
from cardnews.script import SIZE_WORDS, SIZES
from cardnews.source.nodes import Entry, Node
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.values import MAX_TEXT, ImageValue, Room

_IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".gif", ".bmp", ".svg")
IMAGE_KEYS = {
    "file": "file",
    "파일": "file",
    "focus": "focus",
    "초점": "focus",
    "alt": "alt",
    "대체글": "alt",
    "rights": "rights",
    "저작권": "rights",
    "tone": "tone",
    "색조": "tone",
}
TONES = {"duotone": "duotone", "듀오톤": "duotone", "gray": "gray", "흑백": "gray"}
ACROSS = {"left": 0.0, "right": 1.0, "왼쪽": 0.0, "오른쪽": 1.0}
DOWN = {"top": 0.0, "bottom": 1.0, "위": 0.0, "위쪽": 0.0, "아래": 1.0, "아래쪽": 1.0}
MIDDLE = {"center": 0.5, "middle": 0.5, "가운데": 0.5, "중앙": 0.5}


class ImageReader:
    """Reads pictures, which are looked for in `folder` and nowhere else; those that the files in `rooms` name, by what
    findings call the file, are looked for there."""

    def __init__(self, checker: Checker, folder: Path, rooms: Mapping[str, Room]) -> None:
        self.checker = checker
        self.own = Room(folder, folder)
        self.rooms = rooms

    def image(self, node: Node, what: str) -> ImageValue | None:
        """`town.jpg`, or `{file: town.jpg, focus: left top, alt: …, rights: …}`; None with a finding."""
        path_node: Node = node
        focus, tone = (0.5, 0.5), ""
        focuses: tuple[tuple[str, tuple[float, float]], ...] = ()
        words: dict[str, str] = {}
        told: dict[str, Entry] = {}
        if isinstance(node, MappingNode):
            entries = self.checker.entries(node, IMAGE_KEYS, what, unknown="unknown-field") or {}
            if "file" not in entries:
                korean = any(is_korean(entry.key.text) for entry in node.entries)
                self.checker.report("missing-key", node.at, name="파일" if korean else "file")
                return None
            path_node = entries["file"].value
            if "focus" in entries:
                focus, focuses = self._focuses(entries["focus"].value, entries["focus"].key.text)
            if "tone" in entries:
                asked = self.checker.choice(entries["tone"].value, entries["tone"].key.text, TONES)
                tone = TONES.get(asked or "", "")
            told = {key: entries[key] for key in ("alt", "rights") if key in entries}
            words = {key: (self.checker.text(entry.value, entry.key.text) or "").strip() for key, entry in told.items()}
        name = self.checker.text(path_node, what)
        if name is None:
            return None
        picture = self._picture(name.strip(), path_node.at, focus)
        for key, text in words.items():
            if len(text) > MAX_TEXT:
                entry = told[key]
                self.checker.report(
                    "text-too-long", entry.value.at, name=entry.key.text, found=len(text), most=MAX_TEXT
                )
                words[key] = ""
        if picture is None:
            return None
        return replace(picture, tone=tone, focuses=focuses, **words)

    def _picture(self, name: str, place: Place, focus: tuple[float, float]) -> ImageValue | None:
        room = self.rooms.get(place.path, self.own)
        path = room.folder / name
        inside = is_inside(path, room.root) and "\0" not in name
        if inside and not is_file(path):
            path = as_spelled(room.folder, name)
            inside = is_inside(path, room.root)
        exists = inside and is_file(path)
        if inside and not exists and is_folder(path):
            self.checker.report("picture-is-folder", place, name=name)
            return None
        if not inside:
            self.checker.report("outside-folder" if room.root == self.own.root else "outside-home", place, name=name)
            return None
        if not exists:
            report_missing(self.checker, place, name, path)
            return None
        return ImageValue(path, place, focus)

    def _focuses(
        self, node: Node, what: str
    ) -> tuple[tuple[float, float], tuple[tuple[str, tuple[float, float]], ...]]:
        """One point for all sizes, or `{square: left, story: 30% 40%}`: a point for each size that is named."""
        if not isinstance(node, MappingNode):
            return self._focus(node, what), ()
        sizes = {name: name for name in SIZES} | dict(SIZE_WORDS) | {"default": "default", "기본": "default"}
        entries = self.checker.entries(node, sizes, what, unknown="unknown-choice") or {}
        points = {size: self._focus(entry.value, entry.key.text) for size, entry in entries.items()}
        return points.pop("default", (0.5, 0.5)), tuple(points.items())

    def _focus(self, node: Node, what: str) -> tuple[float, float]:
        """`left top`, or `30%, 40%`: the point of the picture that must stay in view."""
        x = y = 0.5
        given = (word.strip(",") for text in self.checker.texts(node, what) for word in text.split())
        words = [part for word in given for part in _parts(word)]
        numbers = [float(word.rstrip("%")) / 100 for word in words if re.fullmatch(r"\d+(\.\d+)?%", word)]
        if len(numbers) == 2:
            return min(1.0, numbers[0]), min(1.0, numbers[1])
        for word in words:
            if word in ACROSS:
                x = ACROSS[word]
            elif word in DOWN:
                y = DOWN[word]
            elif word not in MIDDLE:
                self.checker.unknown("unknown-choice", node.at, word, (*ACROSS, *DOWN, *MIDDLE))
        return x, y


def report_missing(checker: Checker, place: Place, name: str, path: Path) -> None:
    """Report that there is no picture at `path`, with the nearest name of those beside where it would be, as it would
    be written there."""
    before = name[: len(name) - len(Path(name).name)] if name.endswith(Path(name).name) else ""
    beside = files_in(path.parent)
    pictures = sorted(item.name for item in beside if item.suffix.casefold() in _IMAGE_SUFFIXES)
    wanted = normalize("NFC", path.name)
    for folder in sorted(beside):
        # The same name one folder further down is what was meant.
        if any(normalize("NFC", item.name) == wanted for item in files_in(folder)):
            checker.report("missing-image", place, name=name, near=f"{before}{normalize('NFC', folder.name)}/{wanted}")
            return
    if pictures:
        checker.unknown("missing-image", place, name, [before + normalize("NFC", item) for item in pictures])
    else:
        checker.report("missing-image-none", place, name=name)


def _parts(word: str) -> tuple[str, ...]:
    """The two directions of a word that joins them: `왼쪽위` as people write it; any other word by itself."""
    known = (*ACROSS, *DOWN, *MIDDLE)
    if word in known:
        return (word,)
    halves = ((word[:at], word[at:]) for at in range(1, len(word)))
    return next((half for half in halves if half[0] in known and half[1] in known), (word,))
