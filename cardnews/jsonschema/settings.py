"""Schemas of what a script says about itself, and of what every slide may say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from cardnews.check.explain import explained
from cardnews.check.platforms import PLATFORMS
from cardnews.check.rules import listed_ids
from cardnews.errors import CardnewsError, Language
from cardnews.fontlist import list_fonts
from cardnews.jsonschema.values import any_case, either, flag, one_of, scalar
from cardnews.jsonschema.words import Schema, Speech
from cardnews.library import Shelf
from cardnews.reader import LANGUAGES as SCRIPT_LANGUAGES
from cardnews.schema import is_korean
from cardnews.script import SIZE_WORDS, SIZES
from cardnews.settingreader import MAX_LINE
from cardnews.values import MAX_TEXT

# As the reader's, for engines that know no digits but ASCII ones under `\d`.
_EXTENT = r"^\s*[0-9０-９]{1,5}\s*[xX×*]\s*[0-9０-９]{1,5}\s*$"


class SettingSchemas:
    """Schemas by the names of keys; `language` of a method is that of the names suggested under the key."""

    def __init__(self, speech: Speech, shelf: Shelf) -> None:
        self.speech = speech
        self.shelf = shelf
        self._fonts: list[str] | None = None

    def setting(self, name: str, language: Language) -> Schema:
        """What may stand under a key of the script but `slides`; any text where nothing else is known."""
        match name:
            case "title" | "brand" | "series":
                return either(*scalar(most=MAX_LINE, empty=True))
            case "theme":
                return self.theme()
            case "size":
                return self.size(language)
            case "lang":
                names = [word for word in SCRIPT_LANGUAGES if is_korean(word) == (language == "ko")]
                return one_of([(word, "") for word in names], SCRIPT_LANGUAGES)
            case "font":
                return either(*scalar(empty=True)) | {"examples": self.fonts()}
            case "platform":
                return _some(self.platforms(language))
            case "ignore":
                return _some(self.rules())
            case _:
                return _some()

    def common(self, name: str, language: Language) -> Schema:
        """What may stand under a key that every slide may have."""
        match name:
            case "theme":
                return self.theme()
            case "footer" | "skip":
                return flag(language == "ko")
            case "include":
                return either(*scalar())
            case "ignore":
                return _some(self.rules())
            case _:
                return either(*scalar(most=MAX_TEXT, empty=True))

    def theme(self) -> Schema:
        names = self.shelf.names("theme")
        called = self.shelf.korean_names("theme")
        return one_of([(name, self._grounds_said(name)) for name in names], (*names, *called))

    def size(self, language: Language) -> Schema:
        words = {name: word for word, name in SIZE_WORDS.items()}
        options = [
            (words.get(name, name) if language == "ko" else name, f"{width}x{height} · {words.get(name, name)}")
            for name, (width, height) in SIZES.items()
        ]
        enum = one_of(options, [])
        named = {"type": "string", "pattern": rf"^\s*{any_case((*SIZES, *SIZE_WORDS))}\s*$"}
        one = either(enum, named, {"type": "string", "pattern": _EXTENT})
        return either(*one["anyOf"], {"type": "array", "items": one, "minItems": 1})

    def platforms(self, language: Language) -> Schema:
        names = [(item.name, *item.aliases) for item in PLATFORMS]
        return one_of(
            [(next(filter(is_korean, each), each[0]) if language == "ko" else each[0], "") for each in names], []
        )

    def rules(self) -> Schema:
        """The ids that checks go by, each with what it is about."""
        options = []
        for rule in listed_ids():
            said = explained(rule, self.speech.language)
            options.append((rule, said.what if said is not None else ""))
        return one_of(options, [])

    def fonts(self) -> list[str]:
        """Families that Korean text can be set in."""
        if self._fonts is None:
            self._fonts = [font.family for font in list_fonts() if font.coverage.hangul]
        return self._fonts

    def grounds(self) -> Iterator[tuple[str, Schema]]:
        """The grounds of each theme."""
        for name in self.shelf.names("theme"):
            with suppress(CardnewsError):
                theme = self.shelf.theme(name)
                if theme is not None:
                    fills = ((ground, theme.grounds[ground].color("fill")) for ground in dict.fromkeys(theme.order))
                    yield name, one_of([(ground, fill.hex if fill else "") for ground, fill in fills], theme.order)

    def _grounds_said(self, name: str) -> str:
        with suppress(CardnewsError):
            theme = self.shelf.theme(name)
            if theme is not None:
                return self.speech.say("schema-grounds", grounds=", ".join(dict.fromkeys(theme.order)))
        return ""


def _some(suggested: Schema | None = None) -> Schema:
    """One text or a list of them, of which some are suggested."""
    one = either(*([suggested] if suggested else []), *scalar(empty=True))
    return either({"type": "array", "items": one}, *one["anyOf"])
