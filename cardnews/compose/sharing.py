"""Sizes that a series shares: the same slot of the same layout is set in one size across a deck (design.md, 3)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from cardnews.compose.boxes import Placed
from cardnews.compose.node import Node
from cardnews.compose.solve import Solution
from cardnews.errors import Finding, finding
from cardnews.script import Size, Slide
from cardnews.text.fit import characters_over, set_lines

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


def sharing_findings(solutions: Mapping[int, Solution], slides: Mapping[int, Slide], size: Size) -> Iterator[Finding]:
    """Which slide sets the size of a slot for a whole series, or stands apart from it, and what would change that."""
    members: dict[str, dict[int, Placed]] = {}
    for number, solution in solutions.items():
        for text in solution.placed.texts() if solution.placed is not None and not solution.overflows else ():
            assert text.node.text is not None
            group = members.setdefault(text.node.text.group, {})
            if number not in group or _size(text) < _size(group[number]):
                group[number] = text
    for group_members in members.values():
        sizes = {number: _size(text) for number, text in group_members.items()}
        number = min(sizes, key=lambda key: (sizes[key], key))
        larger = [other for other in sizes.values() if other > sizes[number] + 0.5]
        if not larger:
            continue
        text = group_members[number]
        content, fitted = text.node.text, text.fitted
        assert content is not None and fitted is not None
        wanted = min(larger)
        bigger = (one for one in content.ladder if one.size >= wanted - 0.01)
        step = min(bigger, key=lambda one: one.size, default=content.ladder[0])
        width = text.rect.inset(text.node.pad).width
        lines = content.fit.lines or len(fitted.lines)
        alone = len(sizes) - len(larger) == 1 and sizes[number] < _OUTLIER * wanted
        larger_lines = set_lines(content.paragraphs, step, width, content.mode)
        if not alone and larger_lines is not None and len(larger_lines.lines) <= lines:
            continue  # other texts of the card left it too little height: fewer characters of it would change nothing
        over = characters_over(content.paragraphs, step, width, content.mode, lines, None)
        yield finding(
            "series-outlier" if alone else "series-size",
            content.value.place,
            slide=number,
            layout=slides[number].layout,
            field=text.node.box.source,
            name=content.value.called or text.node.box.source.removeprefix("item.") or text.node.box.id,
            size=f"{sizes[number]:.0f}",
            larger=f"{wanted:.0f}",
            over=over,
            canvas=size.name,
        )


def _size(text: Placed) -> float:
    return text.fitted.step.size if text.fitted is not None else math.inf
