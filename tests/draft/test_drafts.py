"""Articles to scripts: the whole way, with the shipped layouts and with layouts of one's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cardnews.compose.series import compose_size
from cardnews.draft.api import draft_script
from cardnews.draft.document import Article
from cardnews.draft.ends import passages_of
from cardnews.draft.outline import Outline
from cardnews.draft.retell import others
from cardnews.draft.source import read_bytes
from cardnews.draft.structure import article_of
from cardnews.errors import CardnewsError
from cardnews.reader import load_script
from cardnews.script import Script
from cardnews.suits import KINDS
from cardnews.tidy import format_script
from draft.told import slides_of
from goldens import Golden

GOLDENS = ("drafts",)
CASES = Path(__file__).parents[1] / "cases" / "draft"
ARTICLES = ("press.txt", "event.md", "report.md", "policy.txt", "essay.md", "bus.docx", "bus.hwpx")
# Named, so that a layout that comes later changes none of these drafts.
SHIPPED = ("cover", "statement", "chips", "bubble", "compare", "prompt", "closing")


def slides(text: str, folder: Path = CASES) -> list[dict[str, Any]]:
    """The slides of a script, without what stands in their notes."""
    return [{key: value for key, value in slide.items() if key != "notes"} for slide in slides_of(text, folder)]


def script_of(text: str, folder: Path = CASES) -> Script:
    return load_script(folder / "script.yaml", data=text.encode())


def errors(text: str, folder: Path = CASES) -> list[str]:
    script = script_of(text, folder)
    found = [*script.findings, *(item for size in script.sizes for item in compose_size(script, size).findings)]
    return [item.format() for item in found if item.severity == "error"]


def draft(text: str, name: str = "글.txt", folder: Path = CASES, layouts: tuple[str, ...] | None = None) -> str:
    return draft_script(name, text=text, folder=folder, layouts=layouts).text


# -- whole articles ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ARTICLES)
def test_articles(golden: Golden, name: str) -> None:
    found = draft_script(CASES / name, layouts=SHIPPED)
    golden.text(f"drafts/{name.replace('.', '-')}.yaml", found.text)
    assert errors(found.text) == []
    assert found.slides == len(slides(found.text)) <= 16
    assert not format_script(found.text, folder=CASES).changed


@pytest.mark.parametrize("name", ARTICLES)
def test_no_card_has_more_than_one_mark(name: str) -> None:
    for slide in slides(draft_script(CASES / name, layouts=SHIPPED).text):
        assert len(re.findall(r"\*\*.+?\*\*|==.+?==", str(slide))) <= 1


@pytest.mark.parametrize("name", ARTICLES)
def test_a_draft_of_all_layouts_renders(name: str) -> None:
    assert errors(draft_script(CASES / name).text) == []


def test_the_same_article_gives_the_same_draft() -> None:
    assert draft_script(CASES / "press.txt") == draft_script(CASES / "press.txt")


# -- what becomes of what ------------------------------------------------------------------------------------------

LONG = "동네 도서관 여덟 곳이 내년 봄부터 평일 밤 열 시까지 문을 엽니다."
TEXT = f"늦게까지 여는 도서관\n\n{LONG}\n\n{{}}\n"


LAST = "그 밖의 일은 도서관마다 정하는 것에 따르고, 바뀌는 것이 있으면 미리 알립니다."


def after(block: str) -> list[dict[str, object]]:
    """The slides behind those of the title and the first paragraph."""
    return slides(draft(TEXT.format(block), layouts=SHIPPED))[2:]


def within(block: str) -> list[dict[str, object]]:
    """The slides between those of the first paragraph and the last."""
    return after(f"{block}\n\n{LAST}")[:-1]


def test_title_subtitle_and_kicker_are_the_cover() -> None:
    text = f"보도자료\n\n늦게까지 여는 도서관\n- 하늘시, 내년 봄부터 -\n\n{LONG}\n"
    assert slides(draft(text))[0] == {
        "layout": "cover",
        "title": "늦게까지 여는 도서관",
        "subtitle": "하늘시, 내년 봄부터",
        "kicker": "보도자료",
        "art": "crowd",
    }


def test_a_photograph_beside_the_script_is_on_the_cover(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (800, 600), "gray").save(tmp_path / "골목.jpg")
    text = draft(f"# 골목\n\n![골목 사진](골목.jpg)\n\n{LONG}\n", "글.md", tmp_path)
    assert slides(text)[0] == {"layout": "cover", "title": "골목", "photo": {"file": "골목.jpg", "alt": "골목 사진"}}
    assert errors(text, tmp_path) == []
    assert "사진:" not in draft(f"# 골목\n\n![골목 사진](../없다.jpg)\n\n{LONG}\n", "글.md", tmp_path)


def test_short_words_are_chips_and_few_or_long_ones_are_not() -> None:
    words = ["유리", "도자기", "영수증", "칫솔", "보온병", "장갑"]
    (chips,) = after("재활용이 안 되는 것\n\n" + "\n".join(f"· {word}" for word in words))
    assert chips == {"layout": "chips", "words": words, "title": "재활용이 안 되는 것"}
    (few,) = after("재활용이 안 되는 것\n\n" + "\n".join(f"· {word}" for word in words[:4]))
    assert few == {"layout": "statement", "text": "재활용이 안 되는 것", "support": "유리\n도자기\n영수증\n칫솔\n"}


def test_what_is_before_and_after_is_compared() -> None:
    (card,) = after("이렇게 바뀝니다\n\n구분\t기존\t변경\n때\t낮에만\t밤에도\n곳\t청사에서\t골목에서")
    assert card == {
        "layout": "compare",
        "title": "이렇게 바뀝니다",
        "left": "기존",
        "right": "변경",
        "rows": [
            {"tag": "때", "before": "낮에만", "after": "밤에도"},
            {"tag": "곳", "before": "청사에서", "after": "골목에서"},
        ],
    }


def test_people_speak_in_bubbles_with_a_face_of_their_own() -> None:
    cards = within(
        "박서연 씨는 “밤에도 갈 곳이 생겼네요”라고 말했다.\n\n이정희 씨는 “아이와 함께 갈게요”라고 했다.\n\n"
        "박서연 씨는 “주말에도 열면 좋겠어요”라고 덧붙였다."
    )
    assert [(card["speaker"], card["avatar"]) for card in cards] == [
        ("박서연 씨", "person-bob"),
        ("이정희 씨", "person-cap"),
        ("박서연 씨", "person-bob"),
    ]


def test_a_number_is_stressed() -> None:
    (card,) = within("시민의 62%가 밤에도 열기를 바랐습니다.")
    assert card["text"] == "시민의 ==62%==가 밤에도 열기를 바랐습니다"


def test_the_last_question_asks_the_reader() -> None:
    assert after("여러분의 동네는 어떤가요?") == [
        {"layout": "prompt", "question": "여러분의 동네는 어떤가요?", "art": "crowd"}
    ]


def test_address_and_contact_close_the_set() -> None:
    cards = after("자세한 것은 누리집(https://library.example.org)에서 봅니다.\n\n문의: 하늘시 도서관과 02-123-4567")
    assert cards == [
        {
            "layout": "closing",
            "title": "자세한 내용은 여기에서 확인하세요",
            "link": "https://library.example.org",
            "note": "문의 하늘시 도서관과 02-123-4567",
            "art": "companions",
        }
    ]


def test_the_last_paragraph_is_told_also_above_the_imprint() -> None:
    last = "혼자 사는 일이 외롭지 않으려면 제도보다 먼저 이웃이 있어야 합니다."
    cards = after(f"{last}\n\n출처: 하늘시 정책연구실")
    assert [card["text"] for card in cards] == [last[:-1]]


def test_a_long_list_stays_whole() -> None:
    text = TEXT.format("준비물\n\n" + "\n".join(f"- 준비물 {n}: 동네 도서관에서 빌려 온 책 한 권" for n in range(1, 9)))
    said = str(slides(draft(text)))
    assert all(f"준비물 {n}:" in said or f"'준비물 {n}'" in said for n in range(1, 9))


def test_signs_of_marks_in_an_article_are_letters() -> None:
    (card,) = within("수식은 a==b 이고 별은 **두 개**입니다.")
    assert card["text"] == "수식은 a\\=\\=b 이고 별은 \\*\\*두 개\\*\\*입니다"


def test_letters_no_font_has_are_said_and_kept_in_the_notes() -> None:
    found = draft_script("글.txt", text=TEXT.format(f"도서관 기호 ก 안내를 새로 만듭니다.\n\n{LAST}"))
    assert [item.rule for item in found.findings] == ["draft-letters", "draft-notes"]
    assert "도서관 기호 안내를 새로 만듭니다" in found.text
    assert "도서관 기호 ก 안내를 새로 만듭니다." in found.text
    assert errors(found.text) == []


def test_a_text_in_letters_that_no_font_has() -> None:
    with pytest.raises(CardnewsError) as error:
        draft_script("글.txt", text="ก ข ค")
    assert [item.rule for item in error.value.findings] == ["draft-no-letters"]


def test_letters_for_private_use_are_on_no_card() -> None:
    (card,) = within("도서관 기호 \ue123 안내를 새로 만듭니다.")
    assert card["text"] == "도서관 기호 안내를 새로 만듭니다"


def test_a_title_that_is_one_long_word() -> None:
    text = draft(f"{'도서관' * 30}\n\n{LONG}\n")
    assert errors(text) == []
    assert "도서관" * 30 in text


# -- layouts -------------------------------------------------------------------------------------------------------


def test_layouts_of_ones_own_are_picked_by_what_they_suit() -> None:
    own = CASES / "own"

    def picked(name: str) -> list[str]:
        text = draft_script(CASES / name, folder=own).text
        assert errors(text, own) == []
        return [str(slide["layout"]) for slide in slides(text, own)]

    assert {"stat", "donut", "definition", "compare", "bubble"} <= set(picked("report.md"))
    assert {"info", "steps", "bars", "list", "prompt", "closing"} <= set(picked("event.md"))
    assert {"answer", "chips", "steps"} <= set(picked("policy.txt"))
    assert {"quote", "bubble", "info", "list"} <= set(picked("press.txt"))


@pytest.mark.parametrize(
    ("block", "layout", "fields"),
    [
        (
            "남은 과제\n\n- 사람: 일할 사람이 모자랍니다.\n- 돈: 예산이 넉넉하지 않습니다.",
            "list",
            {
                "title": "남은 과제",
                "items": [
                    {"head": "사람", "note": "일할 사람이 모자랍니다."},
                    {"head": "돈", "note": "예산이 넉넉하지 않습니다."},
                ],
            },
        ),
        (
            "챙길 것\n\n[ ] 물통\n[ ] 모자\n[ ] 편한 신발",
            "checklist",
            {"title": "챙길 것", "items": [{"head": "물통"}, {"head": "모자"}, {"head": "편한 신발"}]},
        ),
        (
            "신청하는 방법\n\n1. 누리집에 들어갑니다.\n2. 이름을 적습니다.\n3. 단추를 누릅니다.",
            "steps",
            {
                "title": "신청하는 방법",
                "steps": [
                    {"label": "누리집에 들어갑니다."},
                    {"label": "이름을 적습니다."},
                    {"label": "단추를 누릅니다."},
                ],
            },
        ),
        (
            "걸어온 길\n\n- 2021년 첫 모임을 열다\n- 2023년 3월 조례가 생기다\n- 2026년 여덟 곳으로 늘다",
            "timeline",
            {
                "title": "걸어온 길",
                "entries": [
                    {"time": "2021년", "head": "첫 모임을 열다"},
                    {"time": "2023년 3월", "head": "조례가 생기다"},
                    {"time": "2026년", "head": "여덟 곳으로 늘다"},
                ],
            },
        ),
        (
            "여덟 곳의 시간\n\n도서관\t평일\t주말\n한빛\t22시\t20시\n솔숲\t21시\t18시",
            "table",
            {
                "title": "여덟 곳의 시간",
                "columns": ["도서관", "평일", "주말"],
                "rows": [{"cells": ["한빛", "22시", "20시"]}, {"cells": ["솔숲", "21시", "18시"]}],
            },
        ),
        (
            "어디서 살까\n\n구\t비율\n동구\t40%\n서구\t60%",
            "donut",
            {"finding": "어디서 살까", "parts": [{"label": "동구", "value": "40%"}, {"label": "서구", "value": "60%"}]},
        ),
        (
            "얼마나 올까\n\n도서관\t방문자\n한빛\t1,200명\n솔숲\t800명",
            "bars",
            {
                "finding": "얼마나 올까",
                "rows": [{"label": "한빛", "value": "1,200명"}, {"label": "솔숲", "value": "800명"}],
            },
        ),
        (
            "협치(協治)란 주민과 행정이 함께 정하고 함께 책임지는 일을 말합니다.",
            "definition",
            {"term": "협치", "origin": "協治", "meaning": "주민과 행정이 함께 정하고 함께 책임지는 일을 말합니다."},
        ),
        (
            "김하늘: 도서관은 누구에게나 열린 거실이어야 하지 않을까요?\n"
            "박서연: 그래서 밤에도 문을 열자고 주민들이 먼저 말했습니다.",
            "dialog",
            {
                "turns": [
                    {"text": "도서관은 누구에게나 열린 거실이어야 하지 않을까요?", "name": "김하늘"},
                    {"text": "그래서 밤에도 문을 열자고 주민들이 먼저 말했습니다.", "name": "박서연"},
                ]
            },
        ),
        (
            "Q. 밤에도 여나요?\nA. 열 시까지 엽니다.",
            "answer",
            {"question": "밤에도 여나요?", "answer": "열 시까지 엽니다."},
        ),
    ],
)  # fmt: skip
def test_a_passage_goes_to_the_layout_for_its_kind(block: str, layout: str, fields: dict[str, object]) -> None:
    text = draft(TEXT.format(block), folder=CASES / "own")
    (card,) = slides(text, CASES / "own")[2:]
    assert card == {"layout": layout, **fields}
    assert errors(text, CASES / "own") == []


def divided() -> Article:
    """An article whose sections are long enough to be set apart."""
    text = "# 제목\n\n" + "".join(f"## 마당 {n}\n\n" + f"{LAST}\n\n" * 3 for n in (1, 2))
    return article_of(read_bytes(text.encode(), "글.md", ".md")[0])


def test_every_part_that_a_layout_may_ask_for_comes_of_some_article() -> None:
    article = """\
# 늦게까지 여는 도서관

보도자료

- 하늘시, 내년 봄부터

동네 도서관 여덟 곳이 내년 봄부터 평일 밤 열 시까지 문을 엽니다.

## 사람들

동네마다 사람들이 모여 이야기를 나누었습니다. 시민의 62%가 밤에도 열기를 바랐습니다.

## 그림

그림에 대해 씁니다.

![골목](골목.jpg)

## 낱말

낱말에 대해 씁니다.

협치(協治)란 주민과 행정이 함께 정하고 함께 책임지는 일을 말합니다.

## 말

말에 대해 씁니다.

김하늘 관장은 “도서관은 동네의 거실입니다”라고 말했다. 박서연 씨는 “밤에도 갈게요, 아이와 함께요”라고 했다.

## 이웃

이웃에 대해 씁니다.

> 골목이 환해졌어요.
> — 최유진, 주민

## 대답

대답에 대해 씁니다.

> 답은 언제까지라고 미리 알리겠습니다.
> — 이나래, 과장

## 대화

대화에 대해 씁니다.

김하늘: 도서관은 누구에게나 열린 거실이어야 하지 않을까요?
박서연: 그래서 밤에도 문을 열자고 주민들이 먼저 말했습니다.

## 문답

Q. 밤에도 여나요?
A. 열 시까지 엽니다.

## 수

시민 100명 가운데 62명이 밤에도 열기를 바랐습니다.

## 안내

- 일시: 12월 5일
- 장소: 시청

## 할 일

할 일은 여섯 가지로 나뉘며, 하나하나가 모두 중요하므로 차례대로 살펴보려고 합니다.

{lists}

{tables}

자세한 것은 https://library.example.org 에서 봅니다.

문의: 도서관과 02-123-4567

글 한여울

여러분의 동네는 어떤가요?
"""
    lead = "다음과 같이 합니다.\n\n"
    lists = "".join(
        "## 때와 곳\n\n때와 곳을 씁니다.\n\n" * one.startswith("- 일시") + lead + one + "\n\n"
        for one in (
            "- 유리\n- 종이\n- 칫솔\n- 장갑\n- 병\n- 컵",
            "- 사람: 일할 사람이 모자랍니다.\n- 돈: 예산이 넉넉하지 않습니다.",
            "- [ ] 물통\n  - 큰 것\n- [ ] 모자",
            "1. 들어갑니다.\n   - 누리집으로\n2. 누릅니다.",
            "- 2021년 첫 모임을 열다\n  - 열 명이 왔다\n- 2023년 조례가 생기다\n- 2026년 늘다",
            "- 일시: 12월 5일\n- 장소: 시청",
        )
    )
    tables = "".join(
        lead + "\n".join(f"| {row} |" for row in (head, "|".join(["---"] * len(head.split("|"))), *rows)) + "\n\n"
        for head, *rows in (
            ("구분 | 기존 | 변경", "때 | 낮 | 밤"),
            ("도서관 | 평일 | 주말", "한빛 | 22시 | 20시", "솔숲 | 21시 | 18시"),
            ("도서관 | 방문자", "한빛 | 1,200명", "솔숲 | 800명"),
            ("구 | 비율", "동구 | 40%", "서구 | 60%"),
        )
    )
    source, _ = read_bytes(article.format(lists=lists, tables=tables).encode(), "글.md", ".md")
    told = list(passages_of(Outline(article_of(source))))
    told += [other for passage in told for others_ in others(passage) for other in others_]
    closing = article_of(read_bytes("# 제목\n\n본문입니다.\n\n끝입니다.\n\n글 한여울\n".encode(), "글.md", ".md")[0])
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for passage in (*told, *passages_of(Outline(closing)), *passages_of(Outline(divided()))):
        for name, part in passage.parts.items():
            found.setdefault(passage.kind, set()).add(name)
            for item in part if isinstance(part, tuple) else ():
                if isinstance(item, Mapping):
                    found[passage.kind] |= {f"{name}.{inner}" for inner in item}
            if isinstance(part, Mapping):
                found[passage.kind] |= {f"{name}.{inner}" for inner in part}
    made_of_sentences = {"sentence": {"text", "support"}}
    missing = {kind: set(parts) - found[kind] - made_of_sentences.get(kind, set()) for kind, parts in KINDS.items()}
    assert {kind: names for kind, names in missing.items() if names} == {}


def test_more_items_than_a_layout_has_room_for_go_on_at_the_next_card() -> None:
    rows = "\n".join(f"- 도서관 {n}호는 골목 안에 있습니다." for n in range(1, 10))
    cards = slides(draft(TEXT.format(f"어디에 있나\n\n{rows}"), folder=CASES / "own"), CASES / "own")[2:]
    assert [(card["layout"], len(card["items"])) for card in cards] == [("list", 5), ("list", 4)]


def test_only_the_layouts_that_are_named_are_used() -> None:
    found = draft_script(CASES / "report.md", layouts=["cover", "statement"])
    assert {slide["layout"] for slide in slides(found.text)} == {"cover", "statement"}
    with pytest.raises(CardnewsError) as error:
        draft_script("글.txt", text="그냥 문장입니다.", layouts=["compare"])
    assert [item.rule for item in error.value.findings] == ["draft-no-layout"]


def test_a_layout_whose_file_is_broken_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "list.yaml").write_text("suits: {lists: {}}\n", "utf-8")
    assert errors(draft(TEXT.format("- 하나\n- 둘"), folder=tmp_path), tmp_path) == []


DROPPED = """# 하늘시, 10월부터 공공도서관 네 곳 밤 열 시까지 문 연다

하늘시는 오는 10월 1일부터 시립도서관 네 곳의 운영 시간을 평일 오후 6시에서 오후 10시로 늘린다고 밝혔다.

## 이용 방법

- 밤 시간에는 종합자료실과 열람실만 문을 엽니다.
- 어린이자료실은 지금처럼 오후 6시에 닫습니다.
- 상호대차 책은 밤 9시 30분까지 찾아갈 수 있습니다.

> "아이 재우고 나면 늘 도서관이 닫혀 있었어요."
> — 김하늘, 새솔동 주민

시는 도서관마다 청원경찰 1명을 두고, 버스 17번과 21번의 막차를 30분 늦춘다.

개관 첫날에는 시민과 함께하는 낭독회가 열린다.

- 일시: 10월 1일(수) 오후 7시
- 장소: 중앙도서관 1층 로비
- 대상: 시민 누구나(선착순 80명)
- 신청: https://library.example.org/night
- 문의: 도서관정책과 ☎ 031-000-1234
"""


def test_a_press_release_on_cards_of_its_own_kinds() -> None:
    found = slides(draft_script("글.md", text=DROPPED, layouts=(*SHIPPED, "list", "quote", "info")).text)
    texts = [str(slide) for slide in found]
    layouts = ["cover", "statement", "list", "bubble", "statement", "info", "closing"]
    assert [slide["layout"] for slide in found] == layouts
    # The headline and the sentences stand whole, and the heading above the list alone.
    assert " ".join(str(found[0]["title"]).split()) == "하늘시, 10월부터 공공도서관 네 곳 밤 열 시까지 문 연다"
    assert "support" not in found[1]
    assert sum("이용 방법" in text for text in texts) == 1
    assert "==" not in texts[4]
    # The sentence above the facts stays there; the closing has their link, which stays among them, too.
    assert "낭독회" in texts[5]
    assert found[5]["title"] == "개관 첫날에는 시민과 함께하는 낭독회가 열린다"
    assert "library.example.org/night" in texts[5]
    assert found[6]["link"] == "https://library.example.org/night"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (
            "하늘시, 온 시민이 함께 쓰는 공공도서관 네 곳을 오는 10월부터 밤 열 시까지 연다",
            ("함께 쓰는", "밤 열 시까지 연다"),
        ),
        ("밤을 여는 도서관: 퇴근하고도 책을 빌릴 수 있도록 시민과 함께 만든 여섯 달의 기록", ("여섯 달의 기록",)),
        (
            "하늘시가 시민과 여섯 달 동안 함께 만든 도서관 이용 규칙을 오는 10월부터 "
            "모든 동네 작은도서관과 학교 도서관에 똑같이 적용하기로 했다",
            ("똑같이 적용하기로 했다",),
        ),
    ],
)
def test_a_title_that_is_cut_still_says_something(title: str, shown: tuple[str, ...]) -> None:
    text = f"# {title}\n\n도서관이 문을 엽니다.\n\n많이 찾아 주세요.\n\n고맙습니다.\n"
    words = " ".join(str(slides(draft_script("글.md", text=text).text)[0]["title"]).split())
    assert all(part in words for part in shown)
