"""From the rules that see a gap to a label, and from the label to what a break costs."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from cardnews.text.phrase.forms import read_word
from cardnews.text.phrase.rules import HOLDING, NUDGING, Gap, GapRule

# The label of a gap that no rule knows anything about.
USUAL = 1.15
# What a label costs in units of `wrap.Weights`, by straight lines between these points: 3 is avoided at nearly any
# price, 2 where there is a choice, and 0 is worth a line some 25 % shorter.
_CURVE = (
    (-0.5, -11.0),
    (0.0, -10.0),
    (0.5, -8.5),
    (1.0, 0.0),
    (1.25, 4.0),
    (1.5, 8.5),
    (1.75, 13.5),
    (2.0, 25.0),
    (2.5, 45.0),
    (3.0, 85.0),
)


@lru_cache(maxsize=128)
def _rules_behind(kind: str, paused: bool) -> tuple[tuple[GapRule, ...], tuple[GapRule, ...]]:
    """Those rules that can say anything behind an eojeol of a kind: the holding and the nudging ones."""

    def apply(rules: tuple[GapRule, ...]) -> tuple[GapRule, ...]:
        return tuple(rule for rule in rules if rule.paused >= paused and (not rule.behind or kind in rule.behind))

    return apply(HOLDING), apply(NUDGING)


def gap_label(before: str, after: str, earlier: str = "", later: str = "") -> tuple[float, tuple[str, ...]]:
    """How bad a break is between eojeol `before` and `after`, from 0 to 3, and the ids of the rules that say so."""
    gap = Gap(read_word(earlier), read_word(before), read_word(after), read_word(later))
    holding, nudging = _rules_behind(gap.before.kind, gap.before.pause in ("sentence", "comma"))
    held = [rule for rule in holding if rule.test(gap)]
    if held:
        return max(rule.label for rule in held), tuple(rule.id for rule in held)
    hits = [rule for rule in nudging if rule.test(gap)]
    return USUAL + sum(rule.label for rule in hits), tuple(rule.id for rule in hits)


def gap_cost(before: str, after: str, earlier: str = "", later: str = "") -> tuple[float, tuple[str, ...]]:
    """The cost of ending a line between eojeol `before` and `after`, and the ids of the rules that made it.

    `earlier` and `later` are the eojeol on the outer sides of the two, empty at the edge of a paragraph.
    """
    label, rules = gap_label(before, after, earlier, later)
    return _cost_of(label), rules


def _cost_of(label: float) -> float:
    label = min(max(label, _CURVE[0][0]), _CURVE[-1][0])
    above = min(max(bisect_right(_CURVE, (label, 0.0)), 1), len(_CURVE) - 1)
    (low, low_cost), (high, high_cost) = _CURVE[above - 1], _CURVE[above]
    return low_cost + (high_cost - low_cost) * (label - low) / (high - low)
