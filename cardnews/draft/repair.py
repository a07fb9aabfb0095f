"""Composes a draft and mends what does not fit, until every card can be made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from cardnews.compose.series import compose_size
from cardnews.draft.clauses import parted
from cardnews.draft.passage import Card, Shown, length_of, without
from cardnews.draft.prose import Prose
from cardnews.draft.write import Head, script_text
from cardnews.errors import Finding, Severity
from cardnews.layout import Layout
from cardnews.library import Shelf
from cardnews.paint.pictures import check_photo
from cardnews.reader import load_script
from cardnews.values import ImageValue

_ROUNDS = 24
_PATIENCE = 20  # rounds after which a card that still does not fit is left out
_LESS = 0.75  # of a text that is left when nothing tells how much is too much
_SHORTEST = 6


class Repairer:
    """Makes cards fit; what it takes off a card is for the notes to hold.

    `letters` are those that no font has, `head` is the one to write above the cards.
    """

    def __init__(self, head: Head, folder: Path, shelf: Shelf) -> None:
        self.head, self.folder, self.shelf = head, folder, shelf
        self.letters: set[str] = set()

    def repaired(self, cards: Sequence[Card]) -> tuple[Card, ...]:
        """The cards, shortened where they do not fit; those that cannot be helped are left out."""
        kept = tuple(cards)
        for number in range(_ROUNDS):
            wrong: dict[int, list[Finding]] = {}
            for item in self._errors(kept):
                wrong.setdefault(item.slide or 0, []).append(item)
            if not wrong:
                return kept
            if number >= _PATIENCE or 0 in wrong:
                kept = tuple(card for at, card in enumerate(kept, 1) if at not in wrong and 0 not in wrong)
            else:
                mended = [self._mended(card, wrong.get(at, ())) for at, card in enumerate(kept, 1)]
                kept = tuple(card for card in mended if card is not None)
        return ()

    def _errors(self, cards: Sequence[Card]) -> list[Finding]:
        """What is wrong with a script of these cards, at each of its sizes."""
        bare = [replace(card, notes=()) for card in cards]
        data = script_text(replace(self.head, lang="en"), bare, self.shelf).encode("utf-8", "replace")
        script = load_script(self.folder / "script.yaml", self.shelf, data=data)
        found = [item for item in script.findings if item.severity is Severity.ERROR]
        if found or not script.slides:
            return found
        for size in script.sizes:
            composed = compose_size(script, size, shelf=self.shelf)
            found += (item for item in composed.findings if item.severity is Severity.ERROR)
        for slide in script.slides:
            for name, value in slide.fields.items():
                if isinstance(value, ImageValue):
                    try:
                        check_photo(value.path)
                    except Exception:
                        found.append(Finding("unreadable-image", value.place, slide.number, slide.layout, name))
        return found

    def _mended(self, card: Card, errors: Sequence[Finding]) -> Card | None:
        layout = self.shelf.layout(card.layout)
        assert layout is not None
        fields = dict(card.fields)
        for item in errors:
            values = dict(item.values)
            if item.rule == "missing-glyph":
                letters = values["character"]
                fields = {key: without(value, letters) for key, value in fields.items()}
                brand, series = self.head.brand.replace(letters, ""), self.head.series.replace(letters, "")
                self.head = replace(self.head, brand=brand, series=series)
                self.letters.add(letters)
            else:
                over = values.get("over", "")
                _shorten(fields, layout, item.field or "", int(over) if over.isdigit() else 0)
        needed = all(_says_something(fields.get(field.name)) for field in layout.fields if field.required)
        return replace(card, fields=fields) if needed else None


def _says_something(value: Shown | None) -> bool:
    if isinstance(value, Prose):
        return bool(value.text.strip())
    return bool(value)


def _shorten(fields: dict[str, Shown], layout: Layout, name: str, over: int) -> None:
    """Take words away: those of an optional field whole, else some of the one that is too long."""
    required = {field.name for field in layout.fields if field.required}
    name = name.partition(".")[0]
    optional = [key for key in fields if key not in required]
    if name in optional:
        del fields[name]
    elif isinstance(value := fields.get(name), Prose):
        fields[name] = _shorter(value, over)
    elif isinstance(value, tuple):
        fields[name] = tuple(_shorter_item(item) for item in value)
    elif optional:
        del fields[optional[-1]]
    else:
        for key, one in fields.items():
            if isinstance(one, Prose):
                fields[key] = _shorter(one, over)


def _shorter(text: Prose, over: int) -> Prose:
    most = max(_SHORTEST, min(len(text) - over, int(len(text) * 0.95)) if over else int(len(text) * _LESS))
    split = parted(text, most)
    if split is not None:
        return split[0]
    gap = text.text.rfind(" ", 1, most)
    if gap > 0:
        return text.cut(0, gap)
    return Prose(text.text[: most - 1].rstrip() + "…") if len(text) > most else Prose()


def _shorter_item(item: Shown) -> Shown:
    if isinstance(item, Prose):
        return _shorter(item, 0) if len(item) > _SHORTEST else item
    if isinstance(item, tuple):
        return tuple(_shorter_item(part) for part in item)
    if isinstance(item, Mapping) and item:
        longest = max(item, key=lambda key: length_of(item[key]))
        return {key: _shorter_item(value) if key == longest else value for key, value in item.items()}
    return item
