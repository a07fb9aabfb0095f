"""Schemas of the fields of layouts, scenes and list items, by their types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cardnews.errors import CardnewsError, Language
from cardnews.fields import ART_KEYS, TEXT_KEYS
from cardnews.imagereader import ACROSS, DOWN, IMAGE_KEYS, MIDDLE, TONES
from cardnews.jsonschema.keys import Key, mapping, properties, table_spellings
from cardnews.jsonschema.values import (
    LANGUAGES,
    either,
    escaped,
    exactly,
    flag,
    one_of,
    reference,
    scalar,
    titled,
    typed,
)
from cardnews.jsonschema.words import Schema, Speech, is_needed
from cardnews.layout import Field, Layout
from cardnews.library import Shelf
from cardnews.schema import is_korean
from cardnews.script import SIZE_WORDS, SIZES
from cardnews.values import MAX_TEXT

_MOST_ITEMS = 200
# Wider than the reader's pattern, for what is a letter differs between engines.
_LINK = r"^\s*(?:(?:https?://|mailto:|tel:)\S+|[^\s./:]+(?:\.[^\s./]+)+(?:/\S*)?)\s*$"
_COUNT = r"^\s*\+?(?:[1-9]|1[0-2])(?:\.0*)?\s*$"
_FOCUS = {"en": ["left top", "right", "center", "30% 40%"], "ko": ["왼쪽 위", "오른쪽", "가운데", "30% 40%"]}


class FieldSchemas:
    """Builds schemas of fields; what they share is collected in `definitions`, to be referred to.

    `language` of a method decides whether keys and names inside a value are suggested in English or in Korean.
    """

    def __init__(self, speech: Speech, shelf: Shelf) -> None:
        self.speech = speech
        self.shelf = shelf
        self.definitions: dict[str, Schema] = {}
        for language in LANGUAGES:
            self.definitions[f"told-text.{language}"] = self._told_text(language)
            self.definitions[f"image.{language}"] = self._image(language)
            self.definitions[f"art.{language}"] = self._art(language)

    def keys(self, fields: Iterable[Field], prefix: str) -> list[Key]:
        """The keys that `fields` are written with, each defined under `prefix`."""
        keys: list[Key] = []
        for item in fields:
            refer: list[Schema] = []
            for language in LANGUAGES:
                name = f"{prefix}.{item.name}.{language}"
                about = self.speech.field(item, language)
                self.definitions[name] = titled(about | self.value(item, language))
                refer.append(reference(name))
            keys.append(Key(item.spellings, refer[0], refer[1], self._missing(item)))
        return keys

    def value(self, item: Field, language: Language) -> Schema:
        """What may stand in a field."""
        empty = _nothing() if not item.required else ()
        match item.type:
            case "text":
                return either(*self._texts(language), *empty)
            case "link":
                link = scalar(pattern=_LINK, message=self.speech.say("schema-not-a-link"))
                return either(*link, reference(f"told-text.{language}"), *empty)
            case "choice":
                words = {option: word for word, option in reversed(item.korean)} if language == "ko" else {}
                options = [(typed(words.get(option, option)), "") for option in item.options]
                choice = one_of(options, (*item.options, *(word for word, _ in item.korean)))
                return either(*choice.get("anyOf", [choice]), *empty) if empty else choice
            case "art" | "image":
                return either(reference(f"{item.type}.{language}"), *empty)
            case "group":
                plain = scalar(most=MAX_TEXT) if item.of else ()
                first = next((one for one in item.of if one.required), None)
                cells = self.value(first, language).get("anyOf", ())[:1] if first and first.type == "list" else ()
                return either(self._group(item.of, language), *cells, *plain, *empty)
            case "list":
                # One item alone is a list, too, and so is a text with commas.
                one = self.value(self._of_item(item), language)
                least, most = item.count or (0, _MOST_ITEMS)
                many = {"type": "array", "items": one, "minItems": least, "maxItems": most}
                return either(many, *one.get("anyOf", [one]), *empty)

    def template(self, fields: Iterable[Field], language: Language) -> Schema:
        """The fields that are needed, as the body of a snippet."""
        numbers = iter(range(1, 100))

        def filled(item: Field) -> Any:
            named = [inner for inner in item.of if inner.name]
            if named:
                group = {_suggested(inner, language): filled(inner) for inner in named if is_needed(inner)}
                return [group] if item.type == "list" else group
            hint = f"${{{next(numbers)}:{_suggested(item, language)}}}"
            return [hint] if item.type == "list" else hint

        return {_suggested(item, language): filled(item) for item in fields if is_needed(item)}

    def _texts(self, language: Language) -> tuple[Schema, ...]:
        """Alternatives for a text: as it is, or with the author's word on how it is set."""
        message = self.speech.say("schema-not-text")
        return (*scalar(most=MAX_TEXT, message=message), reference(f"told-text.{language}"))

    def _of_item(self, item: Field) -> Field:
        if len(item.of) == 1 and not item.of[0].name:
            return Field("", item.of[0].type, required=True, plain=item.plain)
        return Field("", "group", required=True, of=item.of)

    def _group(self, fields: Sequence[Field], language: Language) -> Schema:
        keys = []
        for item in fields:
            english, korean = (self.speech.field(item, name) | self.value(item, name) for name in LANGUAGES)
            keys.append(Key(item.spellings, english, korean, self._missing(item)))
        body = self.template(fields, language)
        snippets = {"defaultSnippets": [{"label": ", ".join(body), "body": body}]} if len(body) > 1 else {}
        return mapping(keys, [language], self.speech) | snippets

    def _missing(self, item: Field) -> str:
        """What is said where a field is missing that is needed."""
        return self.speech.missing("missing-field", item.spellings) if is_needed(item) else ""

    # -- mappings that the reader knows by itself ------------------------------------------------------------------

    def _told_text(self, language: Language) -> Schema:
        text, count = either(*self._texts(language)), {"type": "number", "minimum": 1, "maximum": 12, "multipleOf": 1}
        counted = either(count, {"type": "string", "pattern": _COUNT})
        schemas = {"text": text, "lines": counted, "series": flag(language == "ko")}
        return self._told(TEXT_KEYS, "text", schemas, language, needed="text")

    def _image(self, language: Language) -> Schema:
        words = either(*scalar(empty=True))
        tones = [word for word in TONES if is_korean(word) == (language == "ko")]
        tone = one_of([(word, "") for word in tones], TONES)
        schemas = {
            "file": either(*scalar()),
            "focus": self._focus(language),
            "alt": words,
            "rights": words,
            "tone": tone,
        }
        return either(*scalar(), self._told(IMAGE_KEYS, "image", schemas, language, needed="file"))

    def _focus(self, language: Language) -> Schema:
        names = "|".join(map(escaped, (*ACROSS, *DOWN, *MIDDLE)))
        words = {
            "type": "string",
            "pattern": rf"^\s*(?:(?:{names}|[0-9]+(?:\.[0-9]+)?%),?\s*)+$",
            "errorMessage": self.speech.say("image-focus"),
        }
        sizes = "|".join(map(escaped, (*SIZES, *SIZE_WORDS, "default", "기본")))
        point = either(words, {"type": "array", "items": words})
        each = {"type": "object", "patternProperties": {f"^(?:{sizes})$": point}, "additionalProperties": False}
        return either(words | {"examples": _FOCUS[language]}, {"type": "array", "items": words}, each)

    def _told(
        self, table: Mapping[str, str], what: str, schemas: Mapping[str, Schema], language: Language, needed: str
    ) -> Schema:
        """A mapping with the keys of one of the reader's tables."""
        keys = []
        for name, spellings in table_spellings(table).items():
            schema = self.speech.about(spellings, self.speech.say(f"{what}-{name}")) | schemas.get(name, {})
            missing = self.speech.missing("missing-key", spellings) if name == needed else ""
            keys.append(Key(spellings, schema, schema, missing))
        return mapping(keys, [language], self.speech)

    def _art(self, language: Language) -> Schema:
        """A drawing or scene by its name, or a scene with its words."""
        names = self.shelf.names("art")
        scenes: dict[str, Layout] = {}
        broken: set[str] = set()
        for name in names:
            try:
                scene = self.shelf.scene(name)
            except CardnewsError:
                broken.add(name)
            else:
                scenes |= {name: scene} if scene is not None else {}
        called = {name: self.speech.chosen(scene.names) for name, scene in scenes.items()}
        drawing = self.speech.say("schema-drawing")
        korean = self.shelf.korean_names("art")
        known = one_of([(name, called.get(name, drawing)) for name in names], (*names, *korean))
        spelled = {name: [name, *(word for word, one in korean.items() if one == name)] for name in names}
        # Editors say what stands at the branch that fits best, and nothing of a branch of branches.
        branches = known.get("anyOf", [known])
        for branch in branches:
            branch["errorMessage"] = self.speech.say("schema-no-art")
        spellings = tuple(ART_KEYS)
        schema = self.speech.about(spellings, self.speech.say("art-art")) | known
        cases = [self._case(spelled[name], scene.fields, f"scene.{name}", language) for name, scene in scenes.items()]
        plain = (name for name in names if name not in scenes and name not in broken)
        drawings = [word for name in plain for word in spelled[name]]
        told: Schema = {
            "type": "object",
            "properties": properties([Key(spellings, schema, schema)], [language]),
            "anyOf": [{"required": [key]} for key in spellings],
            "allOf": [*cases, *([self._case(drawings, (), "", language)] if drawings else [])],
        }
        return either(*branches, told)

    def _case(self, names: Sequence[str], fields: Sequence[Field], prefix: str, language: Language) -> Schema:
        """What may stand beside the art of one of `names`."""
        named = {"type": "string", "pattern": exactly(names), "doNotSuggest": True}
        condition = {"properties": dict.fromkeys(ART_KEYS, named), "anyOf": [{"required": [key]} for key in ART_KEYS]}
        return {"if": condition, "then": mapping(self.keys(fields, prefix), [language], self.speech, also=ART_KEYS)}


def _suggested(item: Field, language: Language) -> str:
    return Key(item.spellings, {}, {}).suggested(language)


def _nothing() -> tuple[Schema, ...]:
    """A field that is not needed may be left empty."""
    return ({"not": {"type": ["string", "number", "boolean", "array", "object"]}},)
