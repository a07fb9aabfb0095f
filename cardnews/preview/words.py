"""The words of the page in the languages that it speaks."""

from __future__ import annotations

from html import escape

from cardnews.errors import Finding, Language
from cardnews.messages.previewing import PAGE


def page_words(language: Language) -> dict[str, str]:
    """Every word of the page by its name; `{…}` in them is filled by the page."""
    return {key: message.ko if language == "ko" else message.en for key, message in PAGE.items()}


def filled(template: str, language: Language) -> str:
    """The template of a page: `[[name]]` is a word made safe for HTML, `[[language]]` the code of its language."""
    for name, text in (page_words(language) | {"language": language}).items():
        template = template.replace(f"[[{name}]]", escape(text))
    return template


def refusal() -> str:
    """What a browser without the token sees, in both languages: nobody knows whose it is."""
    texts = [Finding("preview-refused").message(language) for language in _LANGUAGES]
    return f"<!doctype html><title>cardnews</title><p lang=ko>{escape(texts[0])}<p lang=en>{escape(texts[1])}"


_LANGUAGES: tuple[Language, ...] = ("ko", "en")
