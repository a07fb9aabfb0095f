"""Mappings in the schema: keys in both languages, of which those are suggested that suit the author's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from cardnews.errors import Language
from cardnews.jsonschema.words import Schema, Speech
from cardnews.schema import is_korean


class Key(Struct, frozen=True):
    """A key by all its spellings, the first of them its name, and what may stand under it: under an English spelling
    names are suggested in English, under a Korean one in Korean. `missing` is said where it is needed and not there."""

    spellings: tuple[str, ...]
    english: Schema
    korean: Schema
    missing: str = ""

    def of(self, spelling: str) -> Schema:
        return self.korean if is_korean(spelling) else self.english

    def suggested(self, language: Language) -> str:
        """The spelling that is suggested: the name, or the first one in Hangul."""
        korean = next((spelling for spelling in self.spellings if is_korean(spelling)), self.spellings[0])
        return korean if language == "ko" else self.spellings[0]


def table_spellings(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The spellings of each key of a table of the reader, its name first."""
    names = dict.fromkeys(table.values())
    return {name: (name, *(word for word, meant in table.items() if meant == name != word)) for name in names}


def properties(keys: Iterable[Key], languages: Sequence[Language]) -> Schema:
    """`properties` with every spelling of `keys`; those in `languages` are suggested, the others only accepted."""
    found: Schema = {}
    for key in keys:
        suggested = {key.suggested(language) for language in languages}
        for spelling in key.spellings:
            schema = key.of(spelling)
            found[spelling] = schema if spelling in suggested else unsuggested(schema)
    return found


def unsuggested(schema: Schema) -> Schema:
    """`schema` for a key that editors do not suggest."""
    return {"allOf": [schema], "doNotSuggest": True}


def mapping(
    keys: Sequence[Key], languages: Sequence[Language] | None, speech: Speech, also: Iterable[str] = ()
) -> Schema:
    """A mapping that takes `keys`, each in one spelling, and nothing else but the keys `also`, described elsewhere;
    where `languages` is None, so are the `keys`."""
    described = {} if languages is None else properties(keys, languages)
    names = (*also, *(spelling for key in keys for spelling in key.spellings))
    made: Schema = {
        "type": "object",
        "properties": dict.fromkeys(names, True) | described,
        "additionalProperties": False,
    }
    needed = [
        {"anyOf": [{"required": [spelling], "errorMessage": key.missing} for spelling in key.spellings]}
        for key in keys
        if key.missing
    ]
    # Not beside the properties: editors would offer each of its alternatives as an item of a list of such mappings.
    return made | ({"if": True, "then": {"allOf": needed}} if needed else {}) | _once(keys, speech)


def by_spelling(
    keys: Sequence[Key], undecided: Sequence[Language], message: str = "", templates: Sequence[Schema] = ()
) -> Schema:
    """Suggest Korean keys to an author who has written one, English keys to one who has written one of those, and to
    one who has written neither the languages `undecided`, and `templates`; `message` is said where no keys are."""
    spellings = [spelling for key in keys for spelling in key.spellings]
    korean = [{"required": [word]} for word in spellings if is_korean(word)]
    english = [{"required": [word]} for word in spellings if not is_korean(word)]

    def suggested(*languages: Language) -> Schema:
        said = {"errorMessage": message} if message else {}
        return {"type": "object", "properties": properties(keys, languages), **said}

    fresh = suggested(*undecided) | ({"defaultSnippets": [*templates]} if templates else {})
    return {
        "if": {"type": "object", "anyOf": korean},
        "then": suggested("ko"),
        "else": {"if": {"type": "object", "anyOf": english}, "then": suggested("en"), "else": fresh},
    }


def _once(keys: Iterable[Key], speech: Speech) -> Schema:
    """That no key is there in two spellings."""
    found: Schema = {}
    for key in keys:
        for first, second in combinations(key.spellings, 2):
            refused: Schema = {
                "properties": {second: False},
                "errorMessage": speech.say("schema-once", name=second, other=first),
            }
            found.setdefault(first, {"allOf": []})["allOf"].append(refused)
    return {"dependentSchemas": found} if found else {}
