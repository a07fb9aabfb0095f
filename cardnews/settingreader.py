"""What scripts and slides say about themselves in the same words: texts, names, themes."""

from __future__ import annotations

from collections.abc import Mapping

from cardnews.library import Shelf
from cardnews.schema import Checker, is_korean, items_of
from cardnews.source.nodes import Entry, Node
from cardnews.values import MAX_TEXT, TextValue

MAX_NAMES = 50  # sizes, fonts, platforms or rules that one key names
MAX_LINE = 200  # characters of a brand, series or title


class SettingReader:
    """Reads what stands under single keys; mistakes go to `checker`."""

    def __init__(self, shelf: Shelf, checker: Checker) -> None:
        self.shelf = shelf
        self.checker = checker

    def words(self, entries: Mapping[str, Entry], key: str) -> str:
        """The text under a key, without the spaces around it; empty where there is none."""
        if key not in entries:
            return ""
        text = (self.checker.text(entries[key].value, entries[key].key.text) or "").strip()
        most = MAX_TEXT if key in ("alt", "notes") else MAX_LINE
        if len(text) > most:
            name = entries[key].key.text
            self.checker.report("text-too-long", entries[key].value.at, name=name, found=len(text), most=most)
            return ""
        return text

    def items(self, entry: Entry | None) -> tuple[Node, ...]:
        """What a key names, one thing or a list of them, within bounds."""
        items = items_of(entry.value) if entry is not None else ()
        if entry is not None and len(items) > MAX_NAMES:
            name = entry.key.text
            self.checker.report("too-many-names", items[MAX_NAMES].at, name=name, found=len(items), most=MAX_NAMES)
        return items[:MAX_NAMES]

    def names(self, entry: Entry | None) -> tuple[TextValue, ...]:
        """The names under a key, one or a list of them."""
        named: list[TextValue] = []
        for item in self.items(entry):
            text = self.checker.text(item, entry.key.text) if entry is not None else None
            if text and text.strip():
                named.append(TextValue(text.strip(), item.at, plain=True))
        return tuple(named)

    def theme(self, entry: Entry | None) -> str | None:
        """The name of a theme that there is."""
        if entry is None:
            return None
        name = self.checker.text(entry.value, entry.key.text)
        if name is None:
            return None
        place = entry.value.at
        # A slide with a mistake has no card, but a script in another theme does, and says so.
        rule = "unknown-theme" if self.checker.slide is not None else "unknown-theme-instead"
        found = self.checker.named(rule, place, self.shelf.theme, name, lambda: self._themes(name))
        return None if found is None else name

    def _themes(self, name: str) -> tuple[str, ...]:
        """What `name` may have meant, in Korean too where it is."""
        return (*self.shelf.names("theme"), *(self.shelf.korean_names("theme") if is_korean(name) else ()))
