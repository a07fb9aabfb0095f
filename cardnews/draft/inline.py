"""Words of a Markdown paragraph: its marks, links, line ends and the pictures between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cardnews.draft.document import Picture
from cardnews.draft.labels import fact_of
from cardnews.draft.markers import marker_of
from cardnews.draft.prose import Prose, from_marks, joined, tidied
from cardnews.text.markup import Mark

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE = 80  # characters that tell how a line begins
FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,40})\](:?)[ \t]*")
BREAKING_TAG = re.compile(r"</?(?:br|p|div|li|tr|h[1-6])\b[^<>]*>", re.IGNORECASE)
_MARKS: dict[str, Mark] = {"strong": "strong", "s": "struck"}


def inline(token: Token) -> tuple[Prose, list[Picture]]:
    """The words of an inline token, and the pictures between them."""
    parts: list[Prose] = []
    pictures: list[Picture] = []
    opened: list[tuple[str, int, str]] = []
    spans: list[tuple[Mark, int, int]] = []
    tokens = token.children or []
    for number, item in enumerate(tokens):
        kind = item.type
        if kind == "text":
            parts.append(_text(item.content))
        elif kind == "code_inline":
            parts.append(Prose(item.content))
        elif kind == "softbreak":
            parts.append(Prose("\n" if _begins(tokens[number + 1 :]) else " "))
        elif kind == "hardbreak":
            parts.append(Prose("\n"))
        elif kind == "html_inline":
            parts.append(Prose("\n" if BREAKING_TAG.fullmatch(item.content) else ""))
        elif kind == "image":
            pictures.append(Picture(_readable(str(item.attrGet("src") or "")), tidied(Prose(item.content))))
        elif item.nesting == 1:
            opened.append((item.tag, len(parts), _readable(str(item.attrGet("href") or ""))))
        elif item.nesting == -1 and opened:
            tag, start, link = opened.pop()
            if tag in _MARKS:
                spans.append((_MARKS[tag], start, len(parts)))
            elif tag == "a" and link and parts:
                parts[-1] = replace(parts[-1], links=(*parts[-1].links, (len(parts[-1].text), link)))
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part.text))
    whole = joined(parts, "")
    for mark, first, last in spans:
        whole = whole.marked(mark, starts[first], starts[last])
    return tidied(whole), pictures


def _readable(address: str) -> str:
    """An address with its Hangul as people typed it."""

    def letters(match: re.Match[str]) -> str:
        try:
            return bytes.fromhex(match[0].replace("%", "")).decode("utf-8")
        except UnicodeDecodeError:
            return match[0]

    return re.sub(r"(?:%[89A-Fa-f][0-9A-Fa-f])+", letters, address)


def _begins(tokens: Sequence[Token]) -> bool:
    """Whether the next line of a paragraph is plainly a line of its own: a pasted bullet, a label and its value."""
    ahead = ""
    for token in tokens:
        if token.type.endswith("break") or len(ahead) > _LINE:
            break
        ahead += token.content
    return marker_of(ahead.lstrip()) is not None or fact_of(Prose(ahead.strip())) is not None


def _text(content: str) -> Prose:
    """Words in which CommonMark saw no marks; a pair of marks beside a particle is one to people (`**“인용”**은`)."""
    return _untidied(FOOTNOTE.sub(lambda match: match[0] if match[2] else "", content))


def _untidied(text: str) -> Prose:
    lead, trail = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    inner = from_marks(text.strip())
    return joined((Prose(text[:lead]), inner, Prose(text[len(text) - trail :] if inner.text else "")), "")
