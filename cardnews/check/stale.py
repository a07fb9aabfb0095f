"""Cards in the output folder that are not what the script says today."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING

from cardnews.check.deck import Deck
from cardnews.errors import CardnewsError, Finding, Place, finding
from cardnews.export.disk import default_folder

if TYPE_CHECKING:
    from cardnews.export.manifest import Entry, Manifest

_MOST_SHOWN = 5


def stale_output(deck: Deck) -> Iterator[Finding]:
    """One finding for each folder whose cards are older than the script, its pictures, its layouts or its fonts."""
    folders = tuple(filter(lexists, _folders(deck)))
    if not folders:
        return
    # Most scripts that are checked have no cards yet, and need neither JSON nor digests.
    from cardnews.export.manifest import read_manifest, script_identity

    for folder in folders:
        # Whatever is wrong with a folder is said when cards are to be written into it.
        with suppress(CardnewsError, OSError, ValueError):
            manifest = read_manifest(folder)
            if manifest is not None and manifest.script == script_identity(deck.script.path, folder):
                old = sorted(_stale(deck, folder, manifest))
                if old:
                    files = ", ".join(old[:_MOST_SHOWN]) + (", …" if len(old) > _MOST_SHOWN else "")
                    yield finding("stale-output", Place(str(folder)), files=files, count=len(old))


def _folders(deck: Deck) -> tuple[Path, ...]:
    """Where the cards of a script are: in `out/`, or in a folder of their own in it where scripts share one."""
    if deck.out is not None:
        return (deck.out,)
    folders: list[Path] = []
    for names in ((), (deck.script.path.stem,)):
        with suppress(CardnewsError):
            folders.append(default_folder(deck.script.folder, *names))
    return tuple(folders)


def _stale(deck: Deck, folder: Path, manifest: Manifest) -> Iterator[str]:
    """The names of pictures that are to be made anew, or that a shorter script no longer has."""
    from cardnews.export.fingerprint import fingerprint
    from cardnews.export.manifest import card_name

    entries = {(entry.size, entry.number): entry for entry in manifest.cards}
    totals = {card.size.name: card.frame.total for card in deck.cards}
    yield from (entry.file for entry in manifest.cards if entry.number > totals.get(entry.size, entry.number))
    for card in deck.cards:
        # A size that was never made is no old card; the others of its folder may be as they should.
        if card.size.name not in manifest.sizes:
            continue
        entry = entries.get((card.size.name, card.frame.number))
        if entry is None:
            yield card_name(manifest.sizes, card.size.name, card.frame.number, card.frame.total)
        elif not lexists(folder / entry.file) or not _is_current(deck, folder, entry, fingerprint(card.frame)):
            yield entry.file


def _is_current(deck: Deck, folder: Path, entry: Entry, today: str) -> bool:
    if entry.frame:
        return entry.frame == today
    # The manifest of an older cardnews says nothing of what its cards were made from: the clock has to do.
    made = (folder / entry.file).stat().st_mtime
    included = (path for path, stamp in deck.script.included if stamp)
    files = [deck.script.path, *included, *(picture.value.path for picture in deck.pictures)]
    return all(file.stat().st_mtime <= made for file in files)
