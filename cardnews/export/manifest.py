"""`cards.json`, the manifest that owns the pictures of an output folder: its values, its bytes, and a wary reader."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from stat import S_ISREG
from typing import Any
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import asdict

from cardnews.errors import CardnewsError, Place, finding
from cardnews.export.disk import default_folder

MANIFEST_NAME = "cards.json"
GENERATOR = "cardnews 0.1.0"

_VERSION = 1
# Ten thousand cards take 2 MB, so whatever is larger is not a manifest.
_LARGEST = 8_000_000
_SIZE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FILE = re.compile(r"(?:(?P<folder>[a-z0-9-]+)/)?(?P<number>[0-9]{2,9})\.png")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Entry(Struct, frozen=True):
    """One picture that the manifest owns: `file` is its name below the folder, with `/`; it shows the slide with the
    number `slide`, and of that the `part`th card (from 1).

    `frame` is the fingerprint of what it was painted from, empty where an older cardnews did not say.
    """

    file: str
    slide: int
    size: str
    sha256: str
    frame: str = ""
    part: int = 1

    @property
    def number(self) -> int:
        """The card's number in its size, from 1."""
        return int(self.file.rpartition("/")[2].removesuffix(".png"))


class Manifest(Struct, frozen=True):
    """Which script wrote a folder, how, and the pictures that are its own."""

    script: str
    sizes: tuple[str, ...]
    theme: str
    cards: tuple[Entry, ...] = ()
    generator: str = GENERATOR


def script_identity(script: Path, folder: Path) -> str:
    """The name by which `folder` knows its script again.

    It is the way from the folder to the script, which stays the same when the project moves. Where the two have nothing
    but the root in common that way would spell out the machine, so the script's own folder and name have to do.
    """
    source, target = Path(os.path.realpath(script)), Path(os.path.realpath(folder))
    if source.anchor == target.anchor and os.path.commonpath((source, target)) != source.anchor:
        name = os.path.relpath(source, target).replace(os.sep, "/")
    else:
        name = f"{source.parent.name}/{source.name}"
    # macOS may hand out decomposed Hangul for the very name that Linux composes.
    return normalize("NFC", name)


def card_name(sizes: tuple[str, ...], size: str, number: int, total: int) -> str:
    """The name below its folder of a card's picture, where `total` of its size were made and `sizes` are all."""
    file = f"{number:0{max(2, len(str(total)))}d}.png"
    return f"{size}/{file}" if len(sizes) > 1 else file


def folder_beside(script: Path) -> Path:
    """Where the cards of `script` go if nobody says where: `out` beside it, or a folder of its name in there where
    `out` holds those of another script.

    Raises:
        CardnewsError: where `out` is a link to somewhere else.
    """
    folder = default_folder(script.parent)
    try:
        found = read_manifest(folder)
    except CardnewsError:
        return folder  # whatever is wrong with it is said when it is written to
    if found is None or found.script == script_identity(script, folder):
        return folder
    return default_folder(script.parent, script.stem)


def is_size_name(name: str) -> bool:
    """Whether `name` may stand for a size in a manifest and as a folder."""
    return _SIZE.fullmatch(name) is not None


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as the file's bytes: equal manifests give equal bytes."""
    value = {
        "version": _VERSION,
        "generator": manifest.generator,
        "script": manifest.script,
        "sizes": manifest.sizes,
        "theme": manifest.theme,
        "cards": [_listed(card) for card in sorted(manifest.cards, key=lambda card: card.file)],
    }
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    # A file name that is not UTF-8 holds lone surrogates, and a backslash escape is how JSON writes one.
    return text.encode("utf-8", "backslashreplace")


def _listed(card: Entry) -> dict[str, Any]:
    value = asdict(card)
    if not card.frame:
        del value["frame"]
    if card.part == 1:
        del value["part"]
    return value


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in `folder`, or None where there is none; CardnewsError where it is not one of ours."""
    path = folder / MANIFEST_NAME
    rule = "manifest-broken"
    try:
        state = path.lstat()
        # Opening a pipe would wait forever, and a link could make another folder's manifest speak for this one.
        if S_ISREG(state.st_mode) and state.st_size <= _LARGEST:
            value = json.loads(path.read_bytes().decode("utf-8"))
            if not _is_newer(value):
                return _manifest(value)
            rule = "manifest-newer"
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, RecursionError):
        pass
    raise CardnewsError([finding(rule, Place(str(path)))])


def _is_newer(value: Any) -> bool:
    return isinstance(value, dict) and type(value.get("version")) is int and value["version"] > _VERSION


def _manifest(value: Any) -> Manifest:
    fields = _typed(value, dict)
    if type(fields.get("version")) is not int or fields["version"] != _VERSION:
        raise ValueError("version")
    sizes = tuple(_matching(size, _SIZE)[0] for size in _typed(fields.get("sizes"), list))
    cards = tuple(_entry(card) for card in _typed(fields.get("cards"), list))
    if len({card.file for card in cards}) != len(cards):
        raise ValueError("a card is listed twice")
    script, theme, generator = (_typed(fields.get(key), str) for key in ("script", "theme", "generator"))
    return Manifest(script, sizes, theme, cards, generator)


def _entry(value: Any) -> Entry:
    fields = _typed(value, dict)
    file = _matching(fields.get("file"), _FILE)
    size = _matching(fields.get("size"), _SIZE)[0]
    slide, part = _typed(fields.get("slide"), int), _typed(fields.get("part", 1), int)
    # Every slide has a card, so that no card's number is lower than its slide's.
    if file["folder"] not in (None, size) or slide < 1 or part < 1 or slide + part - 1 > int(file["number"]):
        raise ValueError("a card is not named by its slide and size")
    frame = _matching(fields["frame"], _DIGEST)[0] if "frame" in fields else ""
    return Entry(file[0], slide, size, _matching(fields.get("sha256"), _DIGEST)[0], frame, part)


def _typed(value: Any, kind: type) -> Any:
    # `type` rather than `isinstance`: JSON's true is not a number of a slide.
    if type(value) is not kind:
        raise ValueError(f"not a {kind.__name__}")
    return value


def _matching(value: Any, pattern: re.Pattern[str]) -> re.Match[str]:
    match = pattern.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError("not the expected text")
    return match
