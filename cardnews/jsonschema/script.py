"""The schema of a whole script: settings, slides by their layouts, grounds by their themes."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from cardnews.errors import Language
from cardnews.jsonschema.fields import FieldSchemas
from cardnews.jsonschema.keys import Key, by_spelling, mapping, properties, table_spellings, unsuggested
from cardnews.jsonschema.settings import SettingSchemas
from cardnews.jsonschema.values import LANGUAGES, any_case, either, exactly, one_of, reference, titled
from cardnews.jsonschema.words import Schema, Speech, code, is_needed
from cardnews.layout import Layout
from cardnews.library import Shelf
from cardnews.reader import SCRIPT_KEYS
from cardnews.schema import TRUE, is_korean
from cardnews.script import DEFAULT_THEME
from cardnews.slidereader import MAX_SLIDES, SLIDE_KEYS

SCHEMA_FILE = "cardnews.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def script_schema(folder: Path | None = None, language: Language = "en") -> Schema:
    """The JSON Schema of scripts in `folder`, whose own layouts, themes and art it knows, described in `language`."""
    return _Builder(Shelf(folder), Speech(language)).script()


def schema_text(folder: Path | None = None, language: Language = "en") -> str:
    """The schema as it is written into a file, a definition in each line."""
    schema = script_schema(folder, language)
    definitions = schema.pop("$defs")
    parts = [f"{_json(key)}: {_json(value)}" for key, value in schema.items()]
    lines = ",\n".join(f"{_json(name)}: {_json(definition)}" for name, definition in definitions.items())
    return "{\n" + ",\n".join([*parts, f'"$defs": {{\n{lines}\n}}']) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def modeline(schema: str = SCHEMA_FILE) -> str:
    """The first line of a script that tells editors where its schema is: a path from the script's folder, or a URL."""
    return f"# yaml-language-server: $schema={schema}"


class _Builder:
    """Collects the definitions, then puts them together."""

    def __init__(self, shelf: Shelf, speech: Speech) -> None:
        self.speech = speech
        self.fields = FieldSchemas(speech, shelf)
        self.definitions = self.fields.definitions
        self.said = SettingSchemas(speech, shelf)
        self.names = shelf.layout_names()
        self.layouts = tuple(shelf.layouts())
        self.plain = shelf.plain_layout()
        self.script_keys, self.slide_keys = table_spellings(SCRIPT_KEYS), table_spellings(SLIDE_KEYS)

    def script(self) -> Schema:
        self.definitions["apart"] = self.apart()
        self.definitions["slide.told"] = self.told_slide()
        for language in LANGUAGES:
            self.definitions[f"slide.{language}"] = self.slide(language)
        keys = [self.setting(name, spellings) for name, spellings in self.script_keys.items()]
        undecided = LANGUAGES if self.speech.language == "ko" else ("en",)
        told = {"if": {"type": "object"}, "then": by_spelling(keys, undecided)}
        top = mapping(keys, None, self.speech)
        return {
            "$schema": DIALECT,
            **self.speech.about(["cardnews"], self.speech.say("schema")),
            **top,
            "type": ["object", "array"],
            **self.slides(self.speech.language),
            "allOf": [told, *self.themed()],
            "$defs": dict(sorted(self.definitions.items())),
        }

    # -- settings --------------------------------------------------------------------------------------------------

    def setting(self, name: str, spellings: tuple[str, ...]) -> Key:
        about = self.speech.about(spellings, self.speech.say(f"setting-{name}", default=DEFAULT_THEME))
        for language in LANGUAGES:
            slides = {"type": "array", **self.slides(language)}
            schema = slides if name == "slides" else self.said.setting(name, language)
            self.definitions[f"script.{name}.{language}"] = titled(about | schema)
        missing = self.speech.missing("missing-key", spellings) if name == "slides" else ""
        return Key(spellings, reference(f"script.{name}.en"), reference(f"script.{name}.ko"), missing)

    def slides(self, language: Language) -> Schema:
        return {"items": reference(f"slide.{language}"), "minItems": 1, "maxItems": MAX_SLIDES}

    def themed(self) -> Iterator[Schema]:
        """The grounds of the script's theme on every slide that has no theme of its own, else those of its own."""
        slides = self.script_keys["slides"]
        own = {"anyOf": [{"required": [key]} for key in self.slide_keys["theme"]]}
        for name, known in self.said.grounds():
            grounds = reference(f"grounds.{name}")
            ground = {"properties": _described(self.slide_keys["ground"], known)}
            self.definitions[f"grounds.{name}"] = {"if": reference("apart"), "else": ground}
            of_slide = {"if": _says(self.slide_keys["theme"], name), "then": grounds}
            yield {"items": of_slide, "properties": _described(slides, {"items": of_slide})}
            of_script = {"if": own, "else": grounds}
            inherited = {"items": of_script, "properties": _described(slides, {"items": of_script})}
            yield {"if": self._in_theme(name), "then": inherited}

    def _in_theme(self, name: str) -> Schema:
        """That the script is in the theme `name`."""
        spellings = self.script_keys["theme"]
        said = _says(spellings, name)
        if name != DEFAULT_THEME:
            return said
        silent = {"not": {"type": "object", "anyOf": [{"required": [key]} for key in spellings]}}
        return {"anyOf": [said, silent]}

    # -- slides ----------------------------------------------------------------------------------------------------

    def slide(self, language: Language) -> Schema:
        """A slide, whose first key is suggested in `language`."""
        plain = self.plain.name if self.plain is not None else ""
        about = self.speech.about(["slide", "슬라이드"], self.speech.say("schema-slide", plain=plain))
        sentence = {"type": ["string", "number", "boolean"], "errorMessage": self.speech.say("schema-not-a-slide")}
        told: Schema = {"allOf": [reference("slide.told"), *self.nameless(language)]}
        # Their keys are only suggested: nobody needs to know what is wrong with a slide that is left out, and what else
        # a slide says that includes a file, depends on the file.
        free = (
            Key(spellings, said, said)
            for name, spellings in self.slide_keys.items()
            for said in [self.speech.about(spellings, self.speech.say(f"slide-{name}"))]
        )
        told = {"if": reference("apart"), "then": {"properties": properties(free, [language])}, "else": told}
        # An empty item is where a slide is about to be written: editors ask for keys then.
        return about | {"if": {"type": ["object", "null"]}, "then": told, "else": sentence}

    def layout_key(self) -> Key:
        for language in LANGUAGES:
            about = self.speech.about(self.slide_keys["layout"], self.speech.say("slide-layout"))
            self.definitions[f"layout.{language}"] = about | self.layout_names(language)
        return Key(self.slide_keys["layout"], reference("layout.en"), reference("layout.ko"))

    def layout_names(self, language: Language) -> Schema:
        options = []
        for item in self.layouts:
            name = dict(item.names).get("ko", item.name) if language == "ko" else item.name
            fields = ", ".join(Key(field.spellings, {}, {}).suggested(language) for field in item.fields)
            said = f"{self.speech.chosen(item.names, item.name)}. {self.speech.say('schema-fields', fields=fields)}"
            options.append((name, said))
        return one_of(options, self.names)

    def told_slide(self) -> Schema:
        """A slide that names its layout: the fields of that, suggested in the language of the key that names it."""
        key = self.layout_key()
        cases: list[Schema] = []
        for item in self.layouts:
            keys = self.keys_of_slide(item)
            needed = ", ".join(code(field.name) for field in item.fields if is_needed(field))
            names = (item.name, *(called for _, called in item.names))
            about = self.speech.about(names, self.speech.say("schema-fields", fields=needed))
            named = {"type": "string", "pattern": exactly([item.name, *item.aliases])}
            for spelling in key.spellings:
                language: Language = "ko" if is_korean(spelling) else "en"
                name = f"slide.{item.name}.{language}"
                self.definitions[name] = about | mapping(keys, [language], self.speech, also=key.spellings)
                condition = {"type": "object", "required": [spelling], "properties": _described([spelling], named)}
                cases.append({"if": condition, "then": reference(name)})
        return {"properties": properties([key], []), "allOf": cases}

    def nameless(self, language: Language) -> Iterator[Schema]:
        """A slide that names no layout has the fields of a bare sentence."""
        if self.plain is None:
            return
        layout = self.layout_key()
        keys = [layout, *self.keys_of_slide(self.plain)]
        message = self.speech.say("schema-not-a-slide")
        told = mapping(keys, None, self.speech)
        del told["type"]  # said once, below
        told["allOf"] = [by_spelling(keys, [language], message, [*self.templates(language)])]
        self.definitions[f"slide.none.{language}"] = told
        case = reference(f"slide.none.{language}")
        for spelling in layout.spellings:
            case = {"if": {"type": "object", "required": [spelling]}, "else": case}
        yield case

    def keys_of_slide(self, layout: Layout) -> list[Key]:
        """What a slide of `layout` may hold beside its layout: its fields, and what every slide may say."""
        return [*self.fields.keys(layout.fields, f"field.{layout.name}"), *self.common_keys(layout.keys)]

    def common_keys(self, taken: Container[str] = ()) -> Iterator[Key]:
        """What every slide may say, but for the keys that fields have `taken`."""
        for name, spellings in self.slide_keys.items():
            free = tuple(spelling for spelling in spellings if spelling not in taken)
            if name == "layout" or not free:
                continue
            about = self.speech.about(spellings, self.speech.say(f"slide-{name}"))
            for language in LANGUAGES:
                self.definitions[f"every.{name}.{language}"] = titled(about | self.said.common(name, language))
            yield Key(free, reference(f"every.{name}.en"), reference(f"every.{name}.ko"))

    def apart(self) -> Schema:
        """That a slide is left out, or kept in another file."""
        yes = either({"const": True}, {"type": "string", "pattern": f"^{any_case(TRUE)}$"})
        return either(_has(self.slide_keys["skip"], yes), _has(self.slide_keys["include"], {}))

    def templates(self, language: Language) -> Iterator[Schema]:
        """A slide of each layout with the fields that it needs, to be filled in."""
        layout = Key(self.slide_keys["layout"], {}, {}).suggested(language)
        for item in self.layouts:
            name = dict(item.names).get("ko", item.name) if language == "ko" else item.name
            body = {layout: name} | self.fields.template(item.fields, language)
            yield {"label": name, "description": self.speech.chosen(item.names, item.name), "body": body}


def _described(spellings: Iterable[str], schema: Schema) -> Schema:
    """Properties that are suggested elsewhere."""
    return {spelling: unsuggested(schema) for spelling in spellings}


def _says(spellings: Sequence[str], name: str) -> Schema:
    """That a mapping has one of the keys `spellings`, and `name` there."""
    return _has(spellings, {"type": "string", "pattern": exactly([name])})


def _has(spellings: Sequence[str], value: Schema) -> Schema:
    """That a mapping has one of the keys `spellings`, and such a `value` there."""
    present = [{"required": [spelling]} for spelling in spellings]
    return {"type": "object", "properties": _described(spellings, value), "anyOf": present}
