"""Findings: what the author should know, where it is, and what to do about it, as data with words in two languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Literal
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

from cardnews.keyboard import in_other_state
from cardnews.messages import MESSAGES, WORDS

Language = Literal["en", "ko"]
MOST_LETTERS = 64  # of a name: what is longer was not misspelled, and a message shows its beginning
_HANGUL = re.compile("[가-힣]")
_NEAR_APART = 0.75  # how alike names without a syllable in common must be
MOST_ALIKE = 20  # findings of one kind in one slide


class Severity(StrEnum):
    """How much a finding weighs: an `ERROR` keeps its card from being written, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(Struct, frozen=True):
    """Where in a file: `path` as the author named it, 1-based line and column in characters (0 where unknown)."""

    path: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


class Finding(Struct, frozen=True):
    """One thing the author should know.

    `rule` is a stable id and a key of the message catalogue; `values` fill the blanks of its message;
    `slide` is the 1-based number of the slide it concerns, `layout` and `field` name the part of it.
    """

    rule: str
    place: Place = Place()
    slide: int | None = None
    layout: str | None = None
    field: str | None = None
    values: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The rule as people name it; several sentences may belong to one rule."""
        base = self.rule.removesuffix("-list").removesuffix("-none").removesuffix("-instead")
        return base if base in MESSAGES else self.rule

    @property
    def severity(self) -> Severity:
        return Severity(MESSAGES[self.rule].severity)

    def message(self, language: Language = "en") -> str:
        """The finding as one sentence, without its place."""
        message = MESSAGES[self.rule]
        korean = language == "ko"
        template = message.ko if korean else message.en
        words = dict(self.values)
        words |= {key: WORDS.get(words[key], (words[key],) * 2)[korean] for key in _IN_WORDS & words.keys()}
        if korean:
            return particles(template.format_map(words))
        return _PLURAL.sub(lambda found: _singular(found, words), template).format_map(words)

    def format(self, language: Language = "en") -> str:
        """`path:line:column: slide 3 (bubble): message`, the line a person or an editor reads."""
        parts = [str(self.place)] if self.place.path else []
        if self.slide is not None:
            word = f"{self.slide}번 슬라이드" if language == "ko" else f"slide {self.slide}"
            parts.append(f"{word} ({self.layout})" if self.layout else word)
        severity = self.severity
        text = self.message(language)
        if severity is not Severity.ERROR:
            words = {"en": {"warning": "warning", "info": "note"}, "ko": {"warning": "주의", "info": "참고"}}
            text = f"{words[language][severity]}: {text}"
        return ": ".join([*parts, text])


_IN_WORDS = {"expected", "found", "why", "part"}  # values that may be words of the catalogue
_PLURAL = re.compile(r"\{(\w+)\} (character|item|card|line|note|slide|error|warning|sentence)s\b")
_PARTICLE = re.compile(r"([가-힣])([^가-힣\w]*)(은\(는\)|이\(가\)|을\(를\)|와\(과\)|\(으\)로|\(이\)라)")
_FORMS = {
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "을(를)": ("을", "를"),
    "와(과)": ("과", "와"),
    "(으)로": ("으로", "로"),
    "(이)라": ("이라", "라"),
}


_RIEUL = 8  # the final consonant behind which it is 로


def _singular(found: re.Match[str], words: Mapping[str, str]) -> str:
    """`{count} cards` of a template, with a card where there is one."""
    return f"{{{found[1]}}} {found[2]}{'' if words.get(found[1]) == '1' else 's'}"


def particles(text: str) -> str:
    """Korean text with `은(는)` and its like decided by the syllable before, where there is one."""

    def decided(match: re.Match[str]) -> str:
        final = (ord(match[1]) - 0xAC00) % 28
        closed = final != 0 and not (match[3] == "(으)로" and final == _RIEUL)
        return match[1] + match[2] + _FORMS[match[3]][0 if closed else 1]

    return _PARTICLE.sub(decided, text)


def finding(
    rule: str,
    place: Place = Place(),
    *,
    slide: int | None = None,
    layout: str | None = None,
    field: str | None = None,
    **values: object,
) -> Finding:
    """A finding of `rule`, with `values` for the blanks of its message."""
    return Finding(rule, place, slide, layout, field, tuple((key, str(value)) for key, value in sorted(values.items())))


class CardnewsError(Exception):
    """The only exception that leaves the library; `findings` says what is wrong, at least one of error severity."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        super().__init__("\n".join(item.format() for item in self.findings))


def nearest(name: str, choices: Iterable[str]) -> str | None:
    """The choice most like `name`, or None where nothing is near enough to be meant."""
    if len(name) > MOST_LETTERS:
        return None
    from difflib import SequenceMatcher

    known = set(choices)
    typed = in_other_state(name)
    if typed != name and typed in known:
        return typed
    syllables = _HANGUL.findall(name)
    # Decomposed, a Hangul syllable is two or three jamo, so one wrong jamo counts as one, not as a whole syllable.
    wanted = normalize("NFD", name.casefold())
    best, found = 0.6, None
    for choice in sorted(known):
        matcher = SequenceMatcher(None, wanted, normalize("NFD", choice.casefold()))
        # The quick ratios are upper bounds, and rule out nearly all.
        if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
            continue
        ratio = matcher.ratio()
        # Two names may have most jamo in common, in this order, and not one syllable.
        apart = len(syllables) > 1 and len(_HANGUL.findall(choice)) > 1 and not set(syllables) & set(choice)
        if apart and ratio < _NEAR_APART:
            continue
        if ratio > best or (found is None and ratio == best):
            best, found = ratio, choice
    return found


def shortened(text: str) -> str:
    """`text` as a message can show it: of a very long one the beginning."""
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 4] + "…"


def limited(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first findings of each kind in each slide, and one for all others that says how many they are."""
    crowds: dict[tuple[str, str, int | None], list[Finding]] = {}
    for item in findings:
        kind = item.rule.removesuffix("-list")
        crowds.setdefault((item.place.path, kind, item.slide), []).append(item)
    for (_, kind, _), crowd in crowds.items():
        yield from crowd[:MOST_ALIKE]
        if len(crowd) > MOST_ALIKE:
            first = crowd[MOST_ALIKE]
            more = {Severity.ERROR: "more-errors", Severity.WARNING: "more-warnings", Severity.INFO: "more-notes"}
            pairs = (("count", str(len(crowd) - MOST_ALIKE)), ("kind", kind))
            yield Finding(more[first.severity], first.place, first.slide, first.layout, None, pairs)


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of their places, each said once: those that differ in nothing but the size of the card
    (`canvas`) are one, with the names of all the sizes."""
    alike: dict[Finding, dict[str, None]] = {}
    for item in findings:
        own = dict(item.values).get("canvas", "")
        shared = replace(item, values=tuple(pair for pair in item.values if pair[0] != "canvas")) if own else item
        alike.setdefault(shared, {}).setdefault(own)
    unique = (_of_sizes(item, tuple(sizes)) for item, sizes in alike.items())
    return tuple(sorted(unique, key=lambda item: (item.place.path, item.place.line, item.place.column, item.rule)))


def _of_sizes(item: Finding, sizes: tuple[str, ...]) -> Finding:
    if sizes == ("",):
        return item
    return replace(item, values=tuple(sorted((*item.values, ("canvas", ", ".join(sizes))))))
