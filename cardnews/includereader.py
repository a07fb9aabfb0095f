"""Slides that are kept in files of their own, shared by scripts: found beside the script or in the user's folder."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

from cardnews.assets import Stamp, as_spelled, files_in, is_inside, stamp_of
from cardnews.errors import Finding, Place, Severity, limited
from cardnews.schema import Checker, kind_of
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.source.nodes import Node, Scalar, read_nodes
from cardnews.source.text import MAX_SCRIPT_BYTES, read_source
from cardnews.values import Room

_SUFFIXES = (".yaml", ".yml")


class _File(Struct, frozen=True):
    """What is in a file, and how long its text is in characters."""

    node: Node | None
    findings: tuple[Finding, ...]
    length: int


class IncludeReader:
    """Reads the slides that one script includes, each file once.

    `rooms` are those of the files that were read, by what findings call them; `looked_at` all places where one was
    looked for, whether it was there or not, each with its stamp from before it was read.
    """

    def __init__(self, script: Path, home: Path | None, checker: Checker) -> None:
        self.script = script
        self.checker = checker
        self.rooms: dict[str, Room] = {}
        self.looked_at: dict[Path, Stamp] = {}
        self._places = [(script.parent, Room(script.parent, script.parent))]
        if home is not None:
            self._places.append((home / "slides", Room(home / "slides", home)))
        self._read: dict[Path, _File] = {}
        self._left = MAX_SCRIPT_BYTES

    def slide(self, node: Node, what: str) -> MappingNode | None:
        """The slide in the file that `node` names under the key `what`; None where that is reported to be wrong."""
        name = self.checker.text(node, what)
        if name is None:
            return None
        if not name.strip():
            self.checker.report("empty-field", node.at, name=what)
            return None
        path = self._found(name.strip(), node.at)
        if path is None:
            return None
        file = self._file(path)
        # A slide costs as much as if it were written out, so all of them may hold what a script may.
        self._left -= file.length
        if self._left < 0:
            self.checker.report("include-too-much", node.at, limit=MAX_SCRIPT_BYTES // 1024)
            return None
        said = limited(file.findings)
        self.checker.findings.extend(
            replace(item, slide=self.checker.slide, place=item.place if item.place.line else node.at) for item in said
        )
        return self._checked(file, str(path))

    def _checked(self, file: _File, shown: str) -> MappingNode | None:
        node = file.node
        if node is None and any(item.severity is Severity.ERROR for item in file.findings):
            return None
        if isinstance(node, MappingNode):
            keys = {entry.key.text for entry in node.entries}
            if not keys & {"slides", "슬라이드"} or keys & {"layout", "레이아웃"}:
                return node
            self.checker.report("include-not-a-slide", node.at, found="whole-script")
            return None
        at = Place(shown, 1, 1) if node is None else node.at
        self.checker.report("include-not-a-slide", at, found=kind_of(Scalar("", at) if node is None else node))
        return None

    def _file(self, path: Path) -> _File:
        if path not in self._read:
            text, findings = read_source(path, str(path))
            node, more = read_nodes(text, str(path)) if text else (None, ())
            self._read[path] = _File(node, (*findings, *more), len(text))
        return self._read[path]

    def _found(self, name: str, place: Place) -> Path | None:
        """The file of that name, or None with a finding."""
        folder = False
        for base, room in self._places:
            path = _inside(base, name, room.root)
            if path is None and base == self.script.parent:
                self.checker.report("outside-folder", place, name=name)
                return None
            if path is None:
                continue
            self.looked_at[path] = stamp_of(path)
            with suppress(OSError):
                if path.is_file():
                    self.rooms[str(path)] = Room(path.parent, room.root)
                    return path
                folder = folder or path.is_dir()
        if folder:
            self.checker.report("include-is-folder", place, name=name)
        elif nearby := [found for base, room in self._places for found in self._nearby(base, name, room.root)]:
            self.checker.unknown("missing-include", place, name, nearby)
        else:
            self.checker.report("missing-include-none", place, name=name)
        return None

    def _nearby(self, base: Path, name: str, root: Path) -> list[str]:
        """What else could be included from where `name` was looked for, as it would be written."""
        folder = Path(name).parent
        if not is_inside(base / folder, root):
            return []
        files = (file for file in files_in(base / folder) if file.suffix.casefold() in _SUFFIXES)
        return sorted(normalize("NFC", (folder / file.name).as_posix()) for file in files if file != self.script)


def _inside(base: Path, name: str, root: Path) -> Path | None:
    """Where `name` is, or would be, below `base`; None where that is outside."""
    with suppress(OSError, ValueError):
        if "\0" not in name and is_inside(base / name, root):
            path = as_spelled(base, name)
            return path if is_inside(path, root) and is_inside(path, base) else None
    return None
