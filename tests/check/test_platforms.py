"""Where cards are published: names, limits, and a series with one card too many."""

from __future__ import annotations

import pytest

from cardnews.check.platforms import PLATFORMS, platform_named
from cardnews.messages.explaining import EXPLANATIONS
from check.conftest import CheckScript, spots

RULES = "series-too-long unknown-platform"


def cards(count: int) -> list[str]:
    return ["slides:", *(f"  - {number}번째 이야기" for number in range(1, count + 1))]


@pytest.mark.parametrize(
    ("head", "count", "expected"),
    [
        ([], 20, []),
        ([], 21, [("series-too-long", 22, 5)]),
        (["platform: x"], 4, []),
        (["platform: 트위터"], 6, [("series-too-long", 7, 5)]),
        (["platform: [facebook, 네이버 블로그]"], 40, []),
        (["platform: [instagram, 카카오톡 메시지]"], 7, [("series-too-long", 9, 5)]),
        # stories are published one by one
        (["size: story"], 30, []),
        (["size: [story, portrait]"], 21, [("series-too-long", 23, 5)]),
    ],
)
def test_series_too_long(check_script: CheckScript, head: list[str], count: int, expected: list[object]) -> None:
    assert spots(check_script(*head, *cards(count), only=RULES)) == expected


def test_the_first_card_without_room_is_named(check_script: CheckScript) -> None:
    (item,) = check_script("platform: x", *cards(6), only=RULES)
    assert item.slide == 5
    assert item.message("en").startswith("a post on x takes 4 pictures, and this series has 6:")


def test_unknown_platform(check_script: CheckScript) -> None:
    one, two = check_script("platform: [인스타그렘, 전단지]", *cards(1), only=RULES)
    assert one.message("ko") == '모르는 플랫폼 "인스타그렘"입니다. "인스타그램"인가요?'
    assert two.rule == "unknown-platform-list"
    assert (two.place.line, two.place.column) == (1, 19)
    assert two.severity == "warning"


def test_names_are_told_apart() -> None:
    names = [name for platform in PLATFORMS for name in (platform.name, *platform.aliases)]
    assert len(names) == len(set(names))
    assert platform_named(" Instagram ") is platform_named("인스타")
    assert platform_named("") is None


def test_the_explanation_names_every_limit() -> None:
    for said in EXPLANATIONS["series-too-long"].how:
        assert all(str(platform.most) in said for platform in PLATFORMS if platform.most is not None)
