"""The table of rules, and which of them are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from functools import cache
from importlib import import_module
from typing import Literal

from msgspec import Struct

from cardnews.check.deck import Deck
from cardnews.errors import CardnewsError, Finding, Place
from cardnews.messages import MESSAGES
from cardnews.messages.composing import COMPOSE
from cardnews.messages.reading import READER
from cardnews.schema import Checker
from cardnews.values import TextValue

Needs = Literal["script", "frames", "pixels"]


class Rule(Struct, frozen=True):
    """Findings of some ids: how far a script must have come for them (read, composed, painted), and the function of
    this package that finds them, loaded when it is called."""

    ids: tuple[str, ...]
    needs: Needs
    module: str
    function: str

    def run(self, deck: Deck) -> tuple[Finding, ...]:
        # Few scripts have pictures, and the others do not wait for what reads them.
        if self.module == "pictures" and not deck.pictures:
            return ()
        found: Iterable[Finding] = getattr(import_module(f"cardnews.check.{self.module}"), self.function)(deck)
        return tuple(found)


RULES: tuple[Rule, ...] = (
    Rule(("mixed-endings",), "script", "texts", "mixed_endings"),
    Rule(("duplicate-title", "similar-title"), "script", "texts", "repeated_titles"),
    Rule(("emphasis-wide", "emphasis-many"), "script", "texts", "emphasis"),
    Rule(("over-length",), "script", "texts", "over_length"),
    Rule(("hashtag-broken", "hashtag-number"), "script", "texts", "hashtags"),
    Rule(("units-mixed",), "script", "units", "units_mixed"),
    Rule(("term-forbidden", "term-preferred", "term-unusable"), "script", "terms", "house_terms"),
    Rule(("series-too-long", "unknown-platform"), "script", "platforms", "series_too_long"),
    Rule(("missing-alt", "empty-alt"), "script", "pictures", "missing_alts"),
    Rule(("missing-rights",), "script", "pictures", "missing_rights"),
    Rule(("unreadable-image", "image-too-large"), "script", "pictures", "unreadable"),
    Rule(("image-upscaled",), "frames", "pictures", "upscaled"),
    Rule(("small-text",), "frames", "frames", "small_text"),
    Rule(("lone-last-line",), "frames", "frames", "lone_last_lines"),
    Rule(("too-many-words",), "frames", "frames", "too_many_words"),
    Rule(("unsafe-zone", "near-edge", "grid-crop"), "frames", "frames", "unsafe_zones"),
    Rule(("same-ground",), "frames", "frames", "same_grounds"),
    Rule(("stale-output",), "frames", "stale", "stale_output"),
    Rule(("low-contrast",), "pixels", "pixels", "low_contrast"),
)
_MOST_NAMES = 50  # in one text with commas
# Sentences of the command line, which are no findings.
_WORDS = (
    *("gate-", "help-", "card-made", "cards-", "checked-", "explain-", "severity-", "usage-", "step-", "preview-"),
    *(
        "themes-",
        "theme-made",
        "layouts-",
        "took",
        "notes-hidden",
        "fmt-done",
        "fmt-tidy",
        "fmt-unread",
        "fmt-would",
        "schema-written",
        "draft-made",
    ),
)
_FONT_FINDINGS = ("fonts-empty", "fonts-too-many")  # of the many sentences that `cardnews fonts` has


@cache
def known_ids() -> tuple[str, ...]:
    """Every id that a finding may have, those of reading and composing included, sorted."""
    rules = (rule for rule in MESSAGES if not rule.startswith("fonts-") or rule in _FONT_FINDINGS)
    return tuple(sorted({Finding(rule).id for rule in rules if not rule.startswith(_WORDS)}))


def listed_ids() -> tuple[str, ...]:
    """The ids of checking and of composing, as the table has them: those worth reading about."""
    checked = [one for rule in RULES for one in rule.ids]
    composed = [Finding(rule).id for rule in COMPOSE]
    return tuple(dict.fromkeys((*checked, *composed)))


class Selection(Struct, frozen=True):
    """Which ids are wanted: those that `select` names, or all, without those that `ignore` names; `*` stands for any
    letters."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, rule: str) -> bool:
        chosen = not self.select or _any(rule, self.select)
        return chosen and not _any(rule, self.ignore)

    def wants_any(self, rules: Iterable[str]) -> bool:
        return any(map(self.wants, rules))

    def wants_frames(self) -> bool:
        """Whether anything is wanted that only a composed script can say."""
        if not self.select:
            return True
        read = {Finding(rule).id for rule in READER}
        read.update(one for rule in RULES if rule.needs == "script" for one in rule.ids)
        return self.wants_any(one for one in known_ids() if one not in read)


def _any(rule: str, patterns: Iterable[str]) -> bool:
    return any(rule == pattern or fnmatchcase(rule, pattern) for pattern in patterns)


def ids_named(names: Iterable[str], checker: Checker) -> tuple[str, ...]:
    """The ids or patterns in `names`, several of them in one by commas; those that name nothing are reported."""
    return ids_written((TextValue(name) for name in names), checker)


def ids_written(values: Iterable[TextValue], checker: Checker) -> tuple[str, ...]:
    """As `ids_named`, for names that stand in a script."""
    found: list[str] = []
    for value in values:
        parts = value.text.split(",", _MOST_NAMES)[:_MOST_NAMES]
        for name in filter(None, (part.strip().casefold() for part in parts)):
            if any(fnmatchcase(one, name) for one in known_ids()):
                found.append(name)
            else:
                checker.unknown("unknown-rule", value.place, name, _shown())
    return tuple(found)


@cache
def _shown() -> Sequence[str]:
    """The ids to choose from, those that people select first."""
    return tuple(dict.fromkeys((*listed_ids(), *known_ids())))


def id_named(name: str) -> str:
    """The id of that name.

    Raises:
        CardnewsError: with the nearest name, where there is none.
    """
    checker = Checker()
    rule = Finding(name.strip().casefold()).id
    if rule not in known_ids():
        checker.unknown("unknown-rule", Place(), name, _shown())
        raise CardnewsError(checker.findings)
    return rule
