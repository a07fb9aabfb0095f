"""One entry of the explanations."""

from __future__ import annotations

from typing import NamedTuple

Said = tuple[str, str]


class Explanation(NamedTuple):
    """A rule in English and Korean: what it finds, why that matters, how it is measured, what to do."""

    what: Said
    why: Said
    how: Said
    fix: Said
