"""Rules over the author's words: each with a script that it speaks up about, and one that it lets pass."""

from __future__ import annotations

import pytest

from check.conftest import CheckScript, ids, spots, value

HEAD = ("slides:",)


def statements(*texts: str) -> tuple[str, ...]:
    """A script of bare sentences."""
    return ("slides:", *(f"  - {text}" for text in texts))


# -- endings -------------------------------------------------------------------------------------------------------


def test_the_style_of_fewer_sentences_is_reported(check_script: CheckScript) -> None:
    found = check_script(*statements("도서관이 바뀝니다", "밤에도 문을 연다", "주말에도 엽니다"), only="mixed-endings")
    assert spots(found) == [("mixed-endings", 3, 12)]
    (item,) = found
    assert item.slide == 2
    assert item.layout == "한마디"
    assert item.field == "text"
    assert item.message("ko") == '"연다"는 한다체인데, 이 시리즈의 다른 문장 2개는 합니다체입니다. 한 가지로 맞추세요'


def test_the_first_sentence_sets_the_tone_where_both_are_as_many(check_script: CheckScript) -> None:
    found = check_script(*statements("밤에도 문을 연다", "주말에도 열어요"), only="mixed-endings")
    assert [(item.slide, value(item, "style")) for item in found] == [(2, "해요체")]


@pytest.mark.parametrize(
    "lines",
    [
        statements("도서관이 바뀝니다", "주말에도 열어요", "문을 여는 도서관", "왜 안 될까?", "함께 가자", "길을 잇다"),
        (*statements("도서관이 바뀝니다"), "  - layout: bubble", "    text: 우리는 못 간다", "    speaker: 주민"),
        statements("도서관이 바뀝니다", "“이건 아니다”"),
        statements("도서관이 바뀐다", "밤에도 문을 연다"),
        (*statements("도서관이 바뀝니다"), "    # 이렇게 한다"),
    ],
)
def test_one_voice(check_script: CheckScript, lines: tuple[str, ...]) -> None:
    assert check_script(*lines, only="mixed-endings") == ()


def test_words_of_a_drawing_are_nobodys_voice(check_script: CheckScript) -> None:
    slide = ("  - layout: bubble", "    text: 주민의 말", "    scene: {art: proposal-box, label: 넣었다}")
    assert check_script(*statements("도서관이 바뀝니다"), *slide, only="mixed-endings") == ()


# -- titles --------------------------------------------------------------------------------------------------------


def test_a_title_said_twice(check_script: CheckScript) -> None:
    found = check_script(
        "slides:", "  - layout: cover", "    title: 동네를 바꾸는 밤", "  - 다른 말", '  - "동네를  바꾸는 밤!"',
        only="*-title",
    )  # fmt: skip
    assert spots(found) == [("duplicate-title", 5, 6)]
    assert found[0].message("en").startswith('the "글" of this slide says the same as that of slide 1;')


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("도서관이 달라집니다", "도서관도 달라집니다", ["similar-title"]),
        ("우리 동네 작은 도서관이 바뀝니다", "이제 우리 동네 작은 도서관이 바뀝니다", ["similar-title"]),
        ("문을 여는 도서관", "문을 닫는 도서관", []),
        ("물음 1", "물음 2", []),
        ("첫 번째 이야기", "두 번째 이야기", []),
        ("이야기", "이야기들", []),
        ("도서관이 달라집니다", "체육관이 달라집니다", []),
        ("!!", "??", []),
    ],
)
def test_titles_alike(check_script: CheckScript, one: str, two: str, expected: list[str]) -> None:
    assert ids(check_script(*statements(f'"{one}"', f'"{two}"'), only="*-title")) == expected


def test_other_fields_may_repeat(check_script: CheckScript) -> None:
    slides = [
        line
        for text in ("첫째 말", "둘째 말")
        for line in ("  - layout: statement", f"    text: {text}", "    support: 같은 받침글입니다")
    ]
    assert check_script("slides:", *slides, only="*-title") == ()


# -- emphasis ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**전부 강조한 한마디**", ["emphasis-wide"]),
        ("주민이 직접 정하는 **우리 동네의 새로운 예산**", ["emphasis-wide"]),
        ("주민이 직접 정하는 우리 동네의 ==새로운 예산==", []),
        ("먼저 **말을** 걸면", []),
        ("주민이 ==직접== 정하는 우리 동네의 **예산**", ["emphasis-many"]),
        ("주민이 정하는 우리 동네의 **새** **예산**입니다", []),
        ("주민이 정하는 우리 동네의 ==**새**== 예산입니다", []),
        ("주민이 ~~모르는~~ 정하는 우리 동네의 **예산**", []),
        ("별표 \\*\\*는 글자입니다", []),
    ],
)
def test_emphasis(check_script: CheckScript, text: str, expected: list[str]) -> None:
    assert ids(check_script("slides:", f"  - '{text}'", only="emphasis-*")) == expected


def test_the_second_emphasis_is_the_one_too_many(check_script: CheckScript) -> None:
    slide = (
        "  - layout: statement",
        "    text: 주민이 함께 정하는 **예산**",
        "    support: 올해부터 ==골목마다== 모입니다",
    )
    found = check_script("slides:", *slide, only="emphasis-many")
    assert spots(found) == [("emphasis-many", 4, 21)]


def test_the_same_emphasis_in_each_row_is_one(check_script: CheckScript) -> None:
    rows = (
        "      - {before: 여섯 시까지, after: 오늘부터는 **열 시까지**}",
        "      - {before: 토요일만, after: 이제부터는 **일요일도**}",
    )
    slide = ("  - layout: compare", "    title: 도서관, 이렇게 바뀝니다", "    rows:", *rows)
    assert check_script("slides:", *slide, only="emphasis-*") == ()


# -- length and hashtags -------------------------------------------------------------------------------------------


def test_over_length(check_script: CheckScript) -> None:
    def with_kicker(kicker: str) -> list[str]:
        slide = ("  - layout: cover", f"    kicker: {kicker}", "    title: 제목")
        return [item.message("en") for item in check_script("slides:", *slide, only="over-length")]

    assert with_kicker("가" * 14) == []
    assert with_kicker("가" * 15)[0].startswith('"kicker" has 15 characters; the layout is made for 14')


def test_words_and_cells_are_texts_too(check_script: CheckScript) -> None:
    words = ("  - layout: chips", "    title: 낱말", f"    words: [조례, {'가' * 11}, 포럼, 대회, 선언, 토론]")
    table = ("  - layout: table", "    title: 표", "    columns: [곳, 때]", f"    rows: [쉼터 | 낮, [{'나' * 21}, 밤]]")
    found = check_script("slides:", *words, *table, only="over-length")
    assert spots(found) == [("over-length", 4, 17), ("over-length", 8, 21)]
    assert [item.field for item in found] == ["words", "cells"]


@pytest.mark.parametrize(("columns", "most"), [(2, 20), (3, 13), (4, 10)])
def test_cells_share_what_a_row_has_room_for(check_script: CheckScript, columns: int, most: int) -> None:
    def with_cell(length: int) -> list[str]:
        heads, cells = (", ".join(["칸"] * (columns - 1)), ", ".join(["둘"] * (columns - 1)))
        rows = (f"      - [{'나' * length}, {cells}]", f"      - [다, {cells}]")
        slide = ("  - layout: table", "    title: 표", f"    columns: [줄, {heads}]", "    rows:", *rows)
        return [item.message("en") for item in check_script("slides:", *slide, only="over-length")]

    assert with_cell(most) == []
    assert with_cell(most + 1)[0].endswith(f"the layout is made for {most}, and longer texts become smaller")


def test_a_link_is_as_long_as_it_is(check_script: CheckScript) -> None:
    slide = ("  - layout: closing", "    title: 끝", f"    link: https://example.org/{'a' * 80}")
    assert check_script("slides:", *slide, only="over-length hashtag-*") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#주민-참여", ["hashtag-broken"]),
        ("찾아보세요 #주민·참여", ["hashtag-broken"]),
        ("#주민#참여", ["hashtag-broken"]),
        ("#3.1운동", ["hashtag-broken"]),
        ("#2026", ["hashtag-number"]),
        ("#주민참여, #우리_동네 (#협치)", []),
        ("#주민참여!", []),
        ("#1 첫 번째 이야기", []),
        ("C#은 언어입니다", []),
        ("https://example.org/#주민-참여", []),
        ("#주민참여🌱", []),
    ],
)
def test_hashtags(check_script: CheckScript, text: str, expected: list[str]) -> None:
    assert ids(check_script("slides:", f"  - '{text}'", only="hashtag-*")) == expected


def test_an_emoji_in_a_hashtag_counts_where_the_cards_go(check_script: CheckScript) -> None:
    slide = "  - '#주민🌱참여'"
    assert check_script("platform: 인스타그램", "slides:", slide, only="hashtag-*") == ()
    found = check_script("platform: [instagram, x]", "slides:", slide, only="hashtag-*")
    assert spots(found) == [("hashtag-broken", 3, 9)]
    assert value(found[0], "kept") == "#주민"
