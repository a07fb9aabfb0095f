"""What lines are: headings, lists, facts, quotations, questions; in plain text as people paste it."""

from __future__ import annotations

import pytest

from cardnews.draft.labels import fact_of
from cardnews.draft.markers import marker_of
from cardnews.draft.plain import read_plain
from cardnews.draft.prose import plain
from draft.told import blocks

LONG = "동네 도서관 여덟 곳이 내년 봄부터 평일 밤 열 시까지 문을 열고 시민을 기다립니다."


def read(*lines: str) -> list[str]:
    return blocks(read_plain("\n".join(lines)))


@pytest.mark.parametrize(
    "line",
    [
        "· 하나", "• 하나", "○ 하나", "○하나", "◦ 하나", "● 하나", "- 하나", "– 하나", "* 하나", "□ 하나", "■하나",
        "◆ 하나", "▶ 하나", "ㅇ 하나", "o 하나", "※ 하나", "✓ 하나", "☐ 하나", "[ ] 하나", "[x] 하나", "1. 하나",
        "1.하나", "1) 하나", "(1) 하나", "① 하나", "①하나", "가. 하나", "가) 하나", "(가) 하나", "㉠ 하나", "a. 하나",
        "Ⅰ. 하나", "1️⃣ 하나", "🔹 하나", "\uf0b7 하나",
    ],
)  # fmt: skip
def test_markers(line: str) -> None:
    found = marker_of(line)
    assert found is not None
    assert line[found.length :] == "하나"


@pytest.mark.parametrize(
    "line",
    [
        "-3℃까지",
        "·가운뎃점",
        "*참고",
        "1.5배",
        "2026. 11. 28. 개최",
        "12. 5.(토)",
        "3/4 이상",
        "가나다",
        "(주)한빛",
        "O형",
    ],
)
def test_what_is_no_marker(line: str) -> None:
    assert marker_of(line) is None


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("일시: 12월 5일", ("일시", "12월 5일")),
        ("일    시 : 12월 5일", ("일 시", "12월 5일")),
        ("장소：시청", ("장소", "시청")),
        ("신청:누리집", ("신청", "누리집")),
        ("(대상) 청년", ("대상", "청년")),
        ("https://example.org", None),
        ("12:30 시작", None),
        ("그는 이렇게 말하고 싶었다: 아니다", None),
        ("가장 길고 긴 이름의 이름표: 값", None),
    ],
)
def test_facts_in_a_line(line: str, fact: tuple[str, str] | None) -> None:
    found = fact_of(plain(line))
    assert (None if found is None else (found[0].text, found[1].text)) == fact


def test_a_title_and_paragraphs() -> None:
    assert read("늦게까지 여는 도서관", "", LONG, "", LONG) == ["h0 늦게까지 여는 도서관", f"p {LONG}", f"p {LONG}"]


def test_lines_that_were_wrapped_are_joined() -> None:
    wrapped = ["지난 한 해 동안 평생학습관을 아껴 주셔서 고맙습니다. 올해 우리는 모두 214개의", "강좌를 열었습니다."]
    assert read("제목", "", *wrapped) == ["h0 제목", f"p {' '.join(wrapped)}"]


def test_short_lines_above_paragraphs_are_headings() -> None:
    assert read("제목", "", LONG, "", "왜 바꾸나요", "", LONG)[2:] == ["h4 왜 바꾸나요", f"p {LONG}"]
    assert read("제목", "", LONG, "", "<무엇이 바뀌나>", LONG)[2:] == ["h4 무엇이 바뀌나", f"p {LONG}"]
    assert read("제목", "", LONG, "", "Ⅱ. 추진 계획", LONG)[2:] == ["h2 추진 계획", f"p {LONG}"]


def test_a_short_sentence_is_no_heading() -> None:
    assert read("제목", "", LONG, "", "짧게 말했다.", "", LONG)[2] == "p 짧게 말했다."


def test_a_list_of_any_bullets() -> None:
    for sign in ("·", "•", "○", "-", "●", "*", "✔"):
        assert read("제목", "", LONG, "", f"{sign} 하나", f"{sign} 둘")[2:] in (["- 하나", "- 둘"], ["☐ 하나", "☐ 둘"])
    assert read("제목", "", LONG, "1) 하나", "2) 둘")[2:] == ["1. 하나", "1. 둘"]


def test_reports_nest_their_bullets() -> None:
    found = read(
        "제목",
        "",
        "□ 추진 배경",
        " ○ 이용 시간이 짧다",
        "   - 평일 여섯 시",
        " ○ 자리가 모자란다",
        "□ 주요 내용",
        " ○ 하나",
        " ○ 둘",
    )
    assert found == [
        "h0 제목",
        "h5 추진 배경",
        "- 이용 시간이 짧다 > 평일 여섯 시",
        "- 자리가 모자란다",
        "h5 주요 내용",
        "- 하나",
        "- 둘",
    ]


def test_what_hangs_deep_below_an_item_is_kept() -> None:
    found = read("제목", "", "1. 일시: 12월", "- 하나", "· 둘", "2. 다른 말", "3. 또 다른 말")
    assert found[1:] == ["1. 일시: 12월 > 하나 > 둘", "1. 다른 말", "1. 또 다른 말"]


def test_a_remark_stands_where_it_stood() -> None:
    assert read("제목", "", "○ 하나", "○ 둘", "※ 눈이 오면 쉽니다", "○ 셋", "○ 넷")[1:] == [
        "- 하나", "- 둘", "※ 눈이 오면 쉽니다", "- 셋", "- 넷",
    ]  # fmt: skip


def test_facts_with_and_without_bullets() -> None:
    told = ["일시: 12월 5일", "장소: 시청"]
    assert read("제목", "", *told)[1:] == told
    assert read("제목", "", *(f"○ {line}" for line in told))[1:] == told
    assert read("제목", "", "일 시  12월 5일", "장 소  시청")[1:] == ["일 시: 12월 5일", "장 소: 시청"]


def test_names_that_speak_are_no_facts() -> None:
    found = read("제목", "", f"김하늘: {LONG}", f"박서연: {LONG} 그렇지요?")
    assert found[1:] == [f"김하늘> {LONG}", f"박서연> {LONG} 그렇지요?"]


def test_questions_and_answers() -> None:
    found = read(
        "제목",
        "",
        "Q. 언제 여나요?",
        "A. 봄에 엽니다.",
        "",
        "밤에도 엽니다.",
        "",
        "Q. 어디서 여나요?",
        "A. 시청 옆입니다.",
    )
    assert found[1:] == ["Q 언제 여나요? A 봄에 엽니다. / 밤에도 엽니다.", "Q 어디서 여나요? A 시청 옆입니다."]


def test_a_quotation_on_its_own() -> None:
    assert read("제목", "", "“골목이 환해졌어요.”", "- 최유진")[1] == "“골목이 환해졌어요.” 최유진"


def test_tables_with_tabs() -> None:
    assert read("제목", "", "구분\t기존\t변경", "때\t낮\t밤", "곳\t청사\t골목")[1:] == [
        "구분 | 기존 | 변경", "때 | 낮 | 밤", "곳 | 청사 | 골목",
    ]  # fmt: skip
    assert read("제목", "", "일시\t12월 5일", "장소\t시청")[1:] == ["일시: 12월 5일", "장소: 시청"]


def test_rules_are_no_words() -> None:
    assert read("제목", "----", LONG, "====", LONG) == ["h0 제목", f"p {LONG}", f"p {LONG}"]
