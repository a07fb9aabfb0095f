"""Cards, as they come, to numbered files in a folder that belongs to one script; nothing of anybody else is touched."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from msgspec import Struct

from cardnews.errors import CardnewsError, Finding, Place, finding
from cardnews.export import disk
from cardnews.export.manifest import (
    MANIFEST_NAME,
    Entry,
    Manifest,
    card_name,
    is_size_name,
    manifest_bytes,
    read_manifest,
    script_identity,
)
from cardnews.export.png import card_digest


class Card(Struct, frozen=True):
    """An encoded picture: of which size, its number there (from 1), and the fingerprint of what it was painted from."""

    size: str
    number: int
    data: bytes
    frame: str = ""

    def __repr__(self) -> str:
        return f"Card({self.size!r}, {self.number}, {len(self.data)} bytes, {self.frame!r})"


class WrittenSet(Struct, frozen=True):
    """What became of a folder: `cards` in the order they came, and those of them whose bytes are new there."""

    folder: Path
    cards: tuple[Path, ...] = ()
    changed: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    aside: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()


def write_cards(
    folder: Path,
    *,
    script: Path,
    theme: str,
    sizes: tuple[str, ...],
    plans: Mapping[str, Sequence[tuple[int, int]]],
    cards: Iterable[Card],
    failed: Collection[tuple[str, int]] = (),
    partial: bool = False,
) -> WrittenSet:
    """Write each card as it comes, then retire the pictures of earlier runs that this one does not replace.

    `plans` says which slide, and which part of it, each card of each of the `sizes` shows. A card that does not come
    has failed: its old picture is moved aside. A `partial` run leaves all other pictures as they are, and its failed
    cards are those in `failed` (size and number), which is looked at after the last card.
    CardnewsError, with nothing touched, where the folder is not this script's, or where a partial run would number a
    card otherwise than the run that made it; whatever else stops the run, the cards written so far are whole and the
    manifest agrees with the pictures that are there.
    """
    sizes = tuple(dict.fromkeys(sizes))
    if not all(map(is_size_name, sizes)):
        raise ValueError(f"not the names of sizes: {sizes}")
    with disk.answered(folder):
        identity = script_identity(script, folder)
        before = _own_manifest(folder, identity)
    placed = sizes
    if partial and before is not None and before.cards:
        if not set(sizes) <= set(before.sizes):
            raise CardnewsError([_other_sizes(folder, sizes, before.sizes)])
        if any(_is_renumbered(entry, plans[entry.size]) for entry in before.cards if entry.size in sizes):
            raise CardnewsError([finding("output-partial-numbers", Place(str(folder)))])
        placed, theme = before.sizes, before.theme
    writer = _Writer(folder, before, Manifest(identity, placed, theme), plans)
    if before is None:
        writer.refuse_strangers()
    try:
        for card in cards:
            if card.size not in sizes:
                raise ValueError(f"a card of a size that was not announced: {card}")
            writer.put(card)
        writer.retire_old(sizes, failed, partial)
    except BaseException:
        with suppress(CardnewsError):
            writer.save_if_needed()
        raise
    writer.save()
    return writer.written


class _Writer:
    """One run into one folder; `updates` is what it did to the manifest's entries, None for those that are gone."""

    def __init__(
        self,
        folder: Path,
        before: Manifest | None,
        header: Manifest,
        plans: Mapping[str, Sequence[tuple[int, int]]],
    ) -> None:
        self.folder = folder
        self.before = before
        self.old = {card.file: card for card in before.cards} if before is not None else {}
        self.header = header
        self.plans = plans
        self.totals = {size: len(plan) for size, plan in plans.items()}
        self.claimed = before is not None
        self.updates: dict[str, Entry | None] = {}
        self.cards: dict[tuple[str, int], Path] = {}
        self.changed: list[Path] = []
        self.removed: list[Path] = []
        self.aside: list[Path] = []
        self.findings: list[Finding] = []

    @property
    def written(self) -> WrittenSet:
        return WrittenSet(
            self.folder,
            tuple(self.cards.values()),
            tuple(self.changed),
            tuple(self.removed),
            tuple(self.aside),
            tuple(self.findings),
        )

    def name(self, size: str, number: int) -> str:
        return card_name(self.header.sizes, size, number, self.totals[size])

    def refuse_strangers(self) -> None:
        names = (self.name(size, number) for size, total in self.totals.items() for number in range(1, total + 1))
        strangers = [name for name in names if os.path.lexists(self.folder / name)]
        # Another run of the same script may have claimed the folder since: it does so before its first picture.
        if strangers and _own_manifest(self.folder, self.header.script) is None:
            files = ", ".join(strangers[:5]) + (" …" if strangers[5:] else "")
            raise CardnewsError([finding("output-foreign-pictures", Place(str(self.folder)), files=files)])

    def put(self, card: Card) -> None:
        key = card.size, card.number
        if key in self.cards or not 1 <= card.number <= self.totals[card.size]:
            raise ValueError(f"a card too many: {card}")
        name = self.name(*key)
        path = self.folder / name
        digest = card_digest(card.data)
        with disk.answered(path):
            self.make_folder(path)
            found = disk.digest_at(path)
            if found == disk.NOT_A_FILE:
                raise CardnewsError([finding("output-not-a-file", Place(str(path)))])
            if found != digest:
                self.claim()
                known = self.old.get(name)
                if found is not None and (known is None or found != known.sha256):
                    self.move_aside("card-edited-aside", path, found)
                disk.write_whole(path, card.data)
                self.changed.append(path)
        slide, part = self.plans[card.size][card.number - 1]
        self.updates[name] = Entry(name, slide, card.size, digest, card.frame, part)
        self.cards[key] = path

    def make_folder(self, path: Path) -> None:
        # Only the folder itself may be a link, since the person who named it knows where it leads.
        if path.parent != self.folder and path.parent.is_symlink():
            raise CardnewsError([finding("output-not-a-file", Place(str(path.parent)))])
        with disk.answered(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)

    def claim(self) -> None:
        # Says whose the folder is before its first picture: another script is refused from now on, and pictures that a
        # killed process leaves behind are not taken for a stranger's.
        if not self.claimed:
            self.claimed = True
            self.save()

    def retire_old(self, sizes: tuple[str, ...], failed: Collection[tuple[str, int]], partial: bool) -> None:
        current = {self.name(*key) for key in self.cards}
        for entry in self.old.values():
            drawn = (entry.size, entry.number) in self.cards
            wanted = entry.size in sizes and entry.number <= self.totals[entry.size]
            if entry.file in current:
                continue
            if "/" in entry.file and entry.size not in sizes:
                # A set of another size, made by asking for that size alone, is as good as it was.
                continue
            if drawn or not (partial or wanted):
                self.remove(entry)
            elif wanted and ((entry.size, entry.number) in failed or not partial):
                self.set_aside(entry)

    def remove(self, entry: Entry) -> None:
        path = self.folder / entry.file
        try:
            found = self.find_old(path)
            if found == entry.sha256:
                disk.remove(path)
                self.removed.append(path)
        except OSError:
            # The next run tries again, since the entry stays.
            self.findings.append(finding("card-not-removed", Place(str(path))))
            return
        if found not in (None, entry.sha256):
            self.findings.append(finding("card-edited-kept", Place(str(path))))
        self.updates[entry.file] = None
        if path.parent != self.folder and not path.parent.is_symlink():
            # Succeeds for an empty folder only.
            with suppress(OSError):
                path.parent.rmdir()

    def set_aside(self, entry: Entry) -> None:
        path = self.folder / entry.file
        with disk.answered(path):
            found = self.find_old(path)
            if found == disk.NOT_A_FILE:
                self.findings.append(finding("card-edited-kept", Place(str(path)), slide=entry.slide))
            elif found is not None:
                self.move_aside("card-failed-aside", path, found, entry.slide)
        self.updates[entry.file] = None

    def find_old(self, path: Path) -> str | None:
        if path.parent != self.folder and path.parent.is_symlink():
            return disk.NOT_A_FILE
        return disk.digest_at(path)

    def move_aside(self, rule: str, path: Path, digest: str, slide: int | None = None) -> None:
        aside = next(
            candidate
            for candidate in (path.with_name(f"{path.stem}.old{'' if n == 1 else f'-{n}'}.png") for n in count(1))
            # The same picture moved aside before is as good as a free name: runs that repeat do not pile up copies.
            if disk.digest_at(candidate) in (None, digest)
        )
        try:
            disk.move(path, aside)
        except FileNotFoundError:
            # Another run into this folder was faster.
            return
        self.aside.append(aside)
        self.findings.append(finding(rule, Place(str(path)), slide=slide, aside=aside.name))

    def save_if_needed(self) -> None:
        if self.changed or self.removed or self.aside:
            self.save()

    def save(self) -> None:
        path = self.folder / MANIFEST_NAME
        with disk.answered(path):
            # Read again, so that a run into the same folder at the same time keeps its entries.
            now = _own_manifest(self.folder, self.header.script) or self.before
            if now is None and not (self.claimed or self.updates):
                return
            entries = {card.file: card for card in now.cards} if now is not None else {}
            for name, entry in self.updates.items():
                if entry is None:
                    entries.pop(name, None)
                else:
                    entries[name] = entry
            header = self.header
            data = manifest_bytes(Manifest(header.script, header.sizes, header.theme, tuple(entries.values())))
            if disk.digest_at(path) != card_digest(data):
                disk.write_whole(path, data)


def _own_manifest(folder: Path, identity: str) -> Manifest | None:
    manifest = read_manifest(folder)
    if manifest is not None and manifest.script != identity:
        raise CardnewsError([finding("output-other-script", Place(str(folder)), script=_shown(manifest.script))])
    return manifest


def _shown(name: str) -> str:
    # Somebody else's text, on its way to a terminal.
    return "".join(letter if letter.isprintable() else "?" for letter in name[:200])


def _is_renumbered(entry: Entry, plan: Sequence[tuple[int, int]]) -> bool:
    """Whether an earlier card has another number now, or none, because a list takes more cards or fewer; one of a slide
    that the script no longer has stands in nobody's way.

    Where an older cardnews made the folder, it tells no parts, and how many cards there are is all that is known.
    """
    if entry.number > len(plan):
        return entry.slide <= max((slide for slide, _ in plan), default=0)
    return bool(entry.frame) and plan[entry.number - 1] != (entry.slide, entry.part)


def _other_sizes(folder: Path, sizes: tuple[str, ...], present: tuple[str, ...]) -> Finding:
    place = Place(str(folder))
    return finding("output-partial-sizes", place, sizes=", ".join(sizes), present=", ".join(present))
