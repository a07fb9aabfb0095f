"""A whole article: its sections, its lists, its charts, how it invites, and what stands in the notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from cardnews.draft.api import draft_script
from draft.told import slides_of

LONG = "동네 도서관 여덟 곳이 내년 봄부터 평일 밤 열 시까지 문을 엽니다."
Slide = Mapping[str, Any]


def cards(text: str, name: str = "글.md") -> list[Slide]:
    return [*slides_of(draft_script(name, text=text).text)]


def of(layout: str, found: list[Slide]) -> list[Slide]:
    return [slide for slide in found if slide["layout"] == layout]


def shown(slide: Slide) -> str:
    """What stands on a card, and not in its notes."""
    return str({key: value for key, value in slide.items() if key != "notes"})


# -- lists ---------------------------------------------------------------------------------------------------------

STEPS = (
    "8월 25일까지 누리집에서 신청한다",
    "9월 2일 오리엔테이션에서 방송 시간을 고른다",
    "여섯 번 수업을 듣고 시험 방송을 한다",
    "10월 셋째 주에 첫 방송을 내보낸다",
)


def test_numbered_steps_are_one_card_in_their_order_and_words() -> None:
    numbered = "\n".join(f"{n}. {step}" for n, step in enumerate(STEPS, 1))
    (card,) = of("list", cards(f"# 방송 학교\n\n{LONG}\n\n## 이렇게 신청하세요\n\n{numbered}\n"))
    assert card["title"] == "이렇게 신청하세요"
    assert [(item["key"], item["head"]) for item in card["items"]] == [
        (str(n), step) for n, step in enumerate(STEPS, 1)
    ]


def test_steps_that_each_begin_with_a_date_are_a_timeline() -> None:
    text = "- 8월 25일까지: 신청을 받는다\n- 9월 2일 모여서 시간을 고른다\n- 10월 셋째 주에 첫 방송을 한다"
    (card,) = of("timeline", cards(f"# 방송 학교\n\n{LONG}\n\n## 일정\n\n{text}\n"))
    assert [entry["time"] for entry in card["entries"]] == ["8월 25일까지", "9월 2일", "10월 셋째 주에"]


NAMED = (
    ("떡집의 아침", "매일 오전 7시, 그날 장터 값과 부고를 알립니다"),
    ("할매가 읽어 주는 동화", "수요일 저녁 8시, 어르신이 사투리로 읽습니다"),
    ("골목 법정", "금요일 밤 9시, 주차와 층간 소음을 두고 주민끼리 다툽니다"),
    ("비 오는 날의 신청곡", "호우 특보가 내리면 밤새 이어집니다"),
)


@pytest.mark.parametrize("written", ["- {}: {}", "- ({}) {}", "○ ({}) {}"])
def test_names_with_what_they_are_are_one_list(written: str) -> None:
    items = "\n".join(written.format(*pair) for pair in NAMED)
    found = cards(f"# 인기 방송\n\n{LONG}\n\n## 편성표\n\n요즘 인기 있는 방송은 다음과 같다.\n\n{items}\n")
    (card,) = of("list", found)
    assert card["title"] == "편성표"
    assert [(item["head"], item["note"]) for item in card["items"]] == list(NAMED)
    assert not any("다음과 같다" in shown(slide) for slide in found)


def test_details_of_an_item_do_not_break_its_list() -> None:
    text = (
        f"늦게까지 여는 도서관\n\n{LONG}\n\n□ 주요 내용은 다음과 같다.\n ○ (계량기) 하루 배출량을 화면에 띄웠다.\n"
        " ○ (냉장고) 냉장고를 두고 식재료를 나눴다.\n   - 석 달 동안 많은 이웃이 찾아왔다.\n"
        "   - 저녁 여덟 시에 모두 비웠다.\n ○ (국물) 물기를 빼는 망을 나눠 주었다.\n"
    )
    found = cards(text, "글.txt")
    (card,) = of("list", found)
    assert card["title"] == "주요 내용"
    assert [item["head"] for item in card["items"]] == ["계량기", "냉장고", "국물"]
    assert any(slide.get("kicker") == "냉장고" and "이웃이 찾아왔다" in shown(slide) for slide in found)


def test_a_sentence_that_leads_to_a_list_is_its_title_whole() -> None:
    text = "보도자료\n\n새별시, 길을 연다\n- 오는 10월 1일부터 -\n\n□ 새별시는 10월 1일부터 걷는 길 열 곳을 연다.\n"
    text += "○ 길이는 모두 24km이다.\n○ 쉼터 열두 곳을 둔다.\n○ 지도는 무료로 나눠 준다.\n"
    (card,) = of("list", cards(text, "글.txt"))
    assert card["title"] == "새별시는 10월 1일부터 걷는 길 열 곳을 연다"


# -- numbers -------------------------------------------------------------------------------------------------------


def test_names_with_shares_are_a_chart_called_what_the_text_calls_it() -> None:
    rates = [("한들마을 2단지", "47%"), ("솔빛아파트", "38%"), ("강변타운", "33%"), ("은행나무집", "19%")]
    items = "\n".join(f" ○ {name} {rate}" for name, rate in rates)
    (card,) = of("chart-bar", cards(f"도서관\n\n{LONG}\n\n□ 단지별 감량률은 다음과 같다.\n{items}\n", "글.txt"))
    assert card["title"] == "단지별 감량률"
    assert [(row["label"], row["value"]) for row in card["rows"]] == rates
    assert "강변타운" not in card["notes"]


def test_amounts_of_myriads_in_a_list_are_whole() -> None:
    items = "- 사과 3만 5천 명\n- 배 1만 2천 명\n- 감 8천 명"
    (card,) = of("chart-bar", cards(f"# 과일\n\n{LONG}\n\n## 좋아하는 사람\n\n{items}\n"))
    assert [row["value"] for row in card["rows"]] == ["3만 5천 명", "1만 2천 명", "8천 명"]


@pytest.mark.parametrize("names", [("지난해", "올해"), ("2024년", "2025년"), ("2024년 5월", "2025년 5월")])
def test_two_years_are_compared(names: tuple[str, str]) -> None:
    table = f"| 항목 | {names[0]} | {names[1]} |\n|---|---|---|\n| 한 사람이 짓는 밥 | 146명분 | 118명분 |\n"
    (card,) = of("compare", cards(f"# 급식실\n\n{LONG}\n\n## 달라진 것\n\n{table}| 쉬는 시간 | 없음 | 30분 |\n"))
    assert (card["left"], card["right"]) == names
    assert card["rows"][0] == {"tag": "한 사람이 짓는 밥", "before": "146명분", "after": "118명분"}


# -- titles --------------------------------------------------------------------------------------------------------


def test_no_line_ends_where_the_article_has_no_pause() -> None:
    found = cards(
        f"# 골목에서 전파를 쏘다, 물레골 마을라디오 개국기\n\n{LONG}\n\n여러분의 동네는 지금 어떤 소리를 듣고 있나요?\n"
    )
    assert (found[0]["title"], found[0]["subtitle"]) == ("골목에서 전파를 쏘다", "물레골 마을라디오 개국기")
    assert not any("\n" in str(value) for slide in found for value in slide.values())
    assert cards(f"# 혼자 사는 이웃, 얼마나 늘었나\n\n{LONG}\n")[0]["title"] == "혼자 사는 이웃,\n얼마나 늘었나\n"
    assert cards(f"# 새별시, 걷는 길 열 곳을 새로 연다\n\n{LONG}\n")[0]["title"] == "새별시, 걷는 길 열 곳을 새로 연다"


@pytest.mark.parametrize("dash", ["-", "–", "―"])
def test_the_line_between_dashes_is_the_subtitle(dash: str) -> None:
    subtitle = "바퀴이음·새별살림연대, ‘빈 그릇 단지’ 시범 사업 결과 발표"
    found = cards(f"보 도 자 료\n\n쓰레기 31% 줄였다\n{dash} {subtitle} {dash}\n\n□ {LONG}\n\n□ {LONG}\n", "글.txt")
    assert found[0]["subtitle"] == subtitle
    assert found[0]["kicker"] == "보도자료"
    assert not any(subtitle in shown(slide) for slide in found[1:])


# -- sections ------------------------------------------------------------------------------------------------------


def test_every_section_is_told_and_its_notes_stay_with_it() -> None:
    names = [f"제목 {n}번" for n in range(1, 7)]
    said = "골목마다 모인 이웃들이 {}의 일을 오래도록 이야기했습니다."
    text = "# 긴 글\n\n" + "".join(f"## {name}\n\n" + (said.format(name) + " ") * 6 + "\n\n" for name in names)
    found = cards(text)
    for name in names:
        own = [slide for slide in found if said.format(name)[:-1] in shown(slide)]
        assert own, name
        assert any(name == slide.get("kicker") or name == slide.get("title") for slide in found), name
        assert all(name not in str(slide.get("notes", "")) for slide in found if slide not in own)


def test_short_sections_have_their_heading_on_their_card_and_no_card_for_it() -> None:
    left = "조리원 100명 가운데 37명이 남았습니다."
    found = cards(f"# 글\n\n## 준비물\n\n- 책장\n- 목수\n- 주말\n\n## 남은 일\n\n{left}\n\n## 끝\n\n{LONG}\n")
    assert not of("divider", found)
    assert [slide.get("title") or slide.get("kicker") for slide in found[1:]] == ["준비물", "남은 일", "끝"]


def test_long_sections_are_set_apart_all_of_them_in_their_order() -> None:
    text = "# 글\n\n" + "".join(f"## 마당 {n}\n\n" + f"{LONG} {LONG} {LONG}\n\n" * 3 for n in (1, 2, 3))
    assert [card["number"] for card in of("divider", cards(text))] == ["1", "2", "3"]


def test_a_heading_too_long_to_stand_above_a_sentence_is_the_sentence() -> None:
    heading = "세 집 가운데 한 집은 이제 혼자 삽니다"
    (card,) = [
        slide
        for slide in cards(f"# 글\n\n## {heading}\n\n1인 가구가 36.2%입니다.\n\n{LONG}\n")
        if heading in shown(slide)
    ]
    assert (card["text"], card["support"]) == (heading, "1인 가구가 36.2%입니다.")


# -- how it invites ------------------------------------------------------------------------------------------------

PRESS = f"""\
보도자료

새별시, 음식물 쓰레기 31% 줄였다
- ‘빈 그릇 단지’ 시범 사업 결과 발표 -

□ {LONG} {LONG}

□ 참여를 바라는 단지는 10월 16일(금)까지 누리집(https://example.org/binbowl)에서 신청하면 된다.
 ○ 신청 자격: 100가구 이상 공동 주택
 ○ 지원 내용: 계량기 설치, 냉장고 대여, 교육 2회

문의: 새별살림연대 정책팀 한이랑 팀장 (02-000-1234, press@example.org)
"""


def test_deadline_and_contact_are_among_the_facts_and_the_set_is_closed() -> None:
    found = cards(PRESS, "글.txt")
    (info,) = of("info", found)
    assert info["title"] == "‘빈 그릇 단지’ 신청 안내"
    assert [(row["label"], row["value"]) for row in info["rows"]] == [
        ("신청 자격", "100가구 이상 공동 주택"),
        ("지원 내용", "계량기 설치, 냉장고 대여, 교육 2회"),
        ("신청", "10월 16일(금)까지 누리집에서"),
        ("문의", "새별살림연대 정책팀 한이랑 팀장 (02-000-1234, press@example.org)"),
    ]
    assert (found[-1]["layout"], found[-1]["link"]) == ("closing", "https://example.org/binbowl")
    assert found[-1]["note"] == "문의 02-000-1234"


def test_a_deadline_without_other_facts_is_one() -> None:
    text = f"# 글\n\n{LONG}\n\n9월 30일까지 전화로 신청하면 됩니다. {LONG}\n\n문의: 도서관과 02-123-4567\n"
    (info,) = of("info", cards(text))
    assert [row["label"] for row in info["rows"]] == ["신청", "문의"]
    assert info["rows"][0]["value"] == "9월 30일까지 전화로"
