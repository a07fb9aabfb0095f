"""Sentences that lead to a list (`주요 내용은 다음과 같다.`), and what they call it."""

from __future__ import annotations

import re

from cardnews.draft.prose import Prose

_FORMULA = re.compile(
    r"(?P<name>\S.{0,40}?)(?:은|는)\s+(?:(?:크게\s+)?(?:다음|아래)(?:과|의)?\s*(?:같|\S+\s*(?:가지|단계)).{0,6}|이렇다|이렇습니다)[.:]?"
)
_ENDS = re.compile(r"[.:：]$")
_REFERS = re.compile(r"(?:다음|아래)(?:과|의|처럼|와)?\s|[:：]$")


def name_in(lead: Prose) -> Prose | None:
    """`주요 내용` of `주요 내용은 다음과 같다.`; None where a lead says more than that."""
    match = _FORMULA.fullmatch(lead.text)
    return lead.cut(*match.span("name")) if match else None


def only_leads(lead: Prose) -> bool:
    """Whether a sentence says nothing without the list behind it."""
    return name_in(lead) is not None or _REFERS.search(lead.text) is not None


def as_title(lead: Prose) -> Prose:
    """A lead as the title of its list."""
    name = name_in(lead)
    if name is not None:
        return name
    return lead.cut(0, len(lead) - 1) if _ENDS.search(lead.text) else lead
