"""The words of scripts in the language that a draft is written in: its settings, its layouts and their fields."""

from __future__ import annotations

from cardnews.errors import Language
from cardnews.imagereader import IMAGE_KEYS
from cardnews.layout import Field, Layout
from cardnews.library import Shelf
from cardnews.reader import SCRIPT_KEYS
from cardnews.schema import is_korean
from cardnews.script import SIZE_WORDS
from cardnews.slidereader import SLIDE_KEYS

_KOREAN = {
    english: korean
    for words in (SLIDE_KEYS, SCRIPT_KEYS, IMAGE_KEYS, SIZE_WORDS)
    for korean, english in words.items()
    if is_korean(korean)
}


def key(name: str, lang: Language) -> str:
    """A setting, a key of every slide or a size as scripts of that language say it."""
    return _KOREAN.get(name, name) if lang == "ko" else name


def layout_name(layout: Layout, lang: Language, shelf: Shelf) -> str:
    """The name of a layout; its own where another one answers to the one in that language."""
    name = dict(layout.names).get(lang, layout.name) if lang == "ko" else layout.name
    found = shelf.layout(name)
    return name if found is not None and found.name == layout.name else layout.name


def field_name(field: Field, lang: Language) -> str:
    """What a field is called: by its label, where it has one in Korean."""
    return dict(field.label).get("ko", field.name) if lang == "ko" else field.name
