"""The slide that shows a layout, with every key and name that has a Korean word in Korean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cardnews.draft.yamltext import Value, entry
from cardnews.fields import ART_KEYS
from cardnews.imagereader import IMAGE_KEYS, TONES
from cardnews.layout import Field, Layout
from cardnews.library import Shelf
from cardnews.samples.slides import values_of
from cardnews.schema import is_korean
from cardnews.slidereader import SLIDE_KEYS


def korean_snippet(layout: Layout, shelf: Shelf) -> str:
    """A slide in the words of the layout's samples, to stand below `슬라이드:`."""
    return "\n".join(_lines(layout, shelf)) + "\n"


def _lines(layout: Layout, shelf: Shelf) -> Iterator[str]:
    called = next(filter(is_korean, layout.aliases), layout.name)
    yield f"  - {_word('layout', SLIDE_KEYS)}: {dict(layout.names).get('ko') or called}"
    arts = {name: korean for korean, name in reversed(shelf.korean_names("art").items())}
    for field, value in values_of(layout):
        yield from entry(_spelled(field), _said(field, value, shelf, arts), 4)


def _said(field: Field, value: Value, shelf: Shelf, arts: Mapping[str, str]) -> Value:
    """A value of the field with its keys, options and drawings in Korean."""
    if isinstance(value, Mapping):
        return _mapped(field, value, shelf, arts)
    if isinstance(value, str):
        options = {option: word for word, option in reversed(field.korean)}
        words = {"choice": options, "art": arts}.get(field.type, {})
        return words.get(value, value)
    single = next((item for item in field.of if not item.name), None)
    one = single if single is not None else Field("", "group", of=field.of)
    return [_said(one, item, shelf, arts) for item in value]


def _mapped(field: Field, value: Mapping[str, Value], shelf: Shelf, arts: Mapping[str, str]) -> Value:
    name = value.get("art")
    if field.type == "art" and isinstance(name, str):
        scene = shelf.scene(name)
        rest = {key: one for key, one in value.items() if key != "art"}
        said = _group(scene.fields if scene is not None else (), rest, shelf, arts)
        return {_word("art", ART_KEYS): arts.get(name, name), **said}
    if field.type == "image":
        return {
            _word(key, IMAGE_KEYS): _word(one, TONES) if key == "tone" and isinstance(one, str) else one
            for key, one in value.items()
        }
    return _group(field.of, value, shelf, arts)


def _group(
    fields: Iterable[Field], value: Mapping[str, Value], shelf: Shelf, arts: Mapping[str, str]
) -> dict[str, Value]:
    known = {field.name: field for field in fields}
    return {
        _spelled(known[key]) if key in known else key: _said(known.get(key, Field(key)), one, shelf, arts)
        for key, one in value.items()
    }


def _spelled(field: Field) -> str:
    return next(filter(is_korean, field.spellings), field.name)


def _word(name: str, words: Mapping[str, str]) -> str:
    return next((word for word, meant in words.items() if meant == name and is_korean(word)), name)
