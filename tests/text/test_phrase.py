"""What a break costs at a gap: every rule with gaps it must see and gaps that only look like it."""

from __future__ import annotations

import pytest

from cardnews.text.phrase import GAP_RULES, gap_cost

# rule: gaps it must see, near misses. `|` parts the two eojeol.
GAPS: dict[str, tuple[str, str]] = {
    "sentence-end": ("끝났습니다.|이제 왜요?”|하고 그래!|정말", "끝났다|이제 3.5|배 1.2.3|판은"),
    "comma": ("먼저,|우리가 ‘하나,’|둘은 곳:|골목", "먼저|우리가 1,000|원 12:30|까지"),
    "clause-end": ("들었지만|모른다 늦었는데|왔다 물으면|답한다", "라면|먹고 장면|전환 그늘|아래"),
    "topic": ("주민은|묻는다 제안서가|쌓였다 행정에서는|말이", "나는|간다 주민|모두 이|문제"),
    "bound-noun": (
        "말할|것이다 아는|만큼만 갔을|때 하는|동안",
        "말할|수단이 우리|것은 학교|때문이다",
    ),
    "can-do": ("수|있다 수가|없다 줄|안다", "물|있다 수|많은 줄|서서"),
    "numeral-counter": ("세|번째 열두|명이 몇|사람이 한|번만", "세상|사람 하나|같은 열린|마당 두루|살핀다"),
    "number-unit": ("3|명이 10만|원 2026|년부터", "3|학년도생활기록부 학교|명이 서너|명이 우리만|일을 하지만|위원은"),
    "determiner": ("이|문제는 어떤|말을 모든|주민", "이제|문제는 어떤지|말해 모두|주민"),
    "negation": ("안|들린다 못|갔다", "안을|들여다 못을|박았다 안전한|길"),
    "auxiliary": ("보고|있다 하지|않는다 먹어|봤다 가게|된다", "보고|받았다 하지만|않은 그리고|나중에 주민에게|한"),
    "question-word": ("왜|내 더|빨리", "왜냐하면|내가 더욱|빨리 늘린|자리"),
    "genitive": ("주민의|말 행정의|일", "의|문 회의가|열렸다 의미|있는"),
    "short-object": ("말을|건다 길을|찾다", "목소리를|듣다 말을|걸어왔습니다 을|지로"),
    "modifier": ("필요한|말 선정된|마을", "한|말 한다|말을 한지|오래"),
    "lone-syllable": ("내|말은 그|말", "우리|말은 내가|말을"),
}


def gaps(side: int) -> list[object]:
    return [
        pytest.param(rule, *gap.split("|"), id=f"{rule}: {gap}")
        for rule, both in GAPS.items()
        for gap in both[side].split(" ")
    ]


def test_every_rule_has_examples() -> None:
    assert set(GAPS) == {rule.id for rule in GAP_RULES}
    assert len({rule.id for rule in GAP_RULES}) == len(GAP_RULES)
    for seen, missed in GAPS.values():
        assert len(seen.split(" ")) >= 2
        assert len(missed.split(" ")) >= 2


@pytest.mark.parametrize(("rule", "before", "after"), gaps(0))
def test_rule_sees(rule: str, before: str, after: str) -> None:
    assert rule in gap_cost(before, after)[1]


@pytest.mark.parametrize(("rule", "before", "after"), gaps(1))
def test_rule_is_not_taken_in(rule: str, before: str, after: str) -> None:
    assert rule not in gap_cost(before, after)[1]


def test_the_cost_is_the_sum_of_the_rules() -> None:
    costs = {rule.id: rule.cost for rule in GAP_RULES}
    for seen, missed in GAPS.values():
        for gap in (*seen.split(" "), *missed.split(" ")):
            cost, rules = gap_cost(*gap.split("|"))
            assert cost == sum(costs[rule] for rule in rules)


def test_what_a_line_must_never_part_costs_more_than_any_slack() -> None:
    for before, after in [("수", "있습니다"), ("말할", "것입니다"), ("세", "가지"), ("30", "명이"), ("안", "들릴까?")]:
        assert gap_cost(before, after)[0] >= 50
