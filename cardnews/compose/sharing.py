"""Sizes that a series shares: the same slot of the same layout is set in one size across a deck (design.md, 3)."""

from __future__ import annotations

import math
from collections.abc import Mapping

from cardnews.compose.node import Node
from cardnews.compose.solve import Solution

# One slide whose text needs less than this share of the next smallest size does not decide for the others.
_OUTLIER = 0.85


def groups_of(node: Node) -> list[str]:
    own = [node.text.group] if node.text is not None else []
    return own + [group for child in node.children for group in groups_of(child)]


def series_caps(solutions: Mapping[int, Solution]) -> dict[int, dict[str, float]]:
    """For each slide the largest size of each group: the smallest that any member needed.

    Where one slide alone would shrink the rest by more than `_OUTLIER`, it keeps its size and the rest theirs. A text
    that does not fit at all speaks for none.
    """
    needed: dict[str, dict[int, float]] = {}
    for number, solution in solutions.items():
        for text in solution.placed.texts() if solution.placed is not None and not solution.overflows else ():
            assert text.node.text is not None and text.fitted is not None
            sizes = needed.setdefault(text.node.text.group, {})
            sizes[number] = min(text.fitted.step.size, sizes.get(number, math.inf))
    caps: dict[int, dict[str, float]] = {number: {} for number in solutions}
    for group, sizes in needed.items():
        smallest, *others = sorted(sizes.values())
        rest = others[0] if others and smallest < _OUTLIER * others[0] else smallest
        for number in solutions:
            caps[number][group] = smallest if sizes.get(number) == smallest else rest
    return caps


def exceeds(solution: Solution, caps: Mapping[str, float]) -> bool:
    return solution.placed is not None and any(
        text.node.text is not None
        and text.fitted is not None
        and text.fitted.step.size > caps.get(text.node.text.group, math.inf) + 0.001
        for text in solution.placed.texts()
    )
