"""One entry of the catalogue."""

from __future__ import annotations

from typing import NamedTuple


class Message(NamedTuple):
    """The severity of a rule and its sentence in English and Korean; both name the same blanks."""

    severity: str
    en: str
    ko: str
