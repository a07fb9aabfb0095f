"""What a rule is about, in the words of one language: why it matters, how it is measured, what to do."""

from __future__ import annotations

import re

from msgspec import Struct

from cardnews.errors import Finding, Language, Severity
from cardnews.messages import MESSAGES


class Explained(Struct, frozen=True):
    """A rule in short, why it matters, how it is found, and what to do about it."""

    what: str
    why: str
    how: str
    fix: str


def explained(rule: str, language: Language) -> Explained | None:
    """The explanation of a rule by its id, None for mistakes whose sentence says it all."""
    from cardnews.messages.explaining import EXPLANATIONS

    said = EXPLANATIONS.get(rule)
    if said is None:
        return None
    at = 1 if language == "ko" else 0
    return Explained(said.what[at], said.why[at], said.how[at], said.fix[at])


def sentences(rule: str, language: Language) -> tuple[str, ...]:
    """Every sentence that findings of an id may say, with `…` for what differs."""
    return tuple(sentence(one, language) for one in MESSAGES if Finding(one).id == rule)


def sentence(rule: str, language: Language) -> str:
    """The sentence of one entry of the catalogue, with `…` for its blanks."""
    message = MESSAGES[rule]
    text = message.ko if language == "ko" else message.en
    # Particles are decided by the word before them, which is a blank here.
    return re.sub(r"\{\{|\}\}|\{\w+\}", lambda match: match[0][0] if match[0][:2] in ("{{", "}}") else "…", text)


def severity_of(rule: str) -> Severity:
    """How much findings of an id weigh."""
    return next(Finding(one).severity for one in MESSAGES if Finding(one).id == rule)
