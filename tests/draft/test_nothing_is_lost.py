"""Whatever an article holds, its draft renders without a mistake and keeps every word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardnews.compose.series import compose_size
from cardnews.draft.api import draft_script
from cardnews.draft.passage import Card
from cardnews.draft.plan import condensed
from cardnews.draft.prose import squeezed
from cardnews.draft.source import MAX_LETTERS
from cardnews.errors import CardnewsError
from cardnews.reader import load_script
from cardnews.script import Script
from cardnews.text.markup import parse_marks
from cardnews.text.normalize import normalize_text
from cardnews.values import GroupValue, ImageValue, ListValue, TextValue, Value
from draft.files import docx, hangul, hangul_table, hwpx, paragraph, word_table

CASES = Path(__file__).parents[1] / "cases" / "draft"
_WORDS = (
    "우리 동네 도서관은 밤 열 시까지 문을 엽니다 주민이 함께 정하는 예산 2026. 11. 28.(토) 62% 1,234명 “말합니다.”라고 "
    "말했다. (괄호 글) 그런데… 왜? 정말! 3.5배 No. 協治 😀 abc a*b \\ == ** ~~ 일시: 장소: 문의: #해시 @멘션 %값 "
    "{중괄호} [대괄호] 'a' \"b\" : - | ` > \u200b \ue123 ก https://a.example.org/x **강조** ==형광=="
).split(" ")
_STARTS = (
    "# ", "## ", "- ", "  - ", "1. ", "2) ", "> ", "· ", "○ ", "□ ", "※ ", "① ", "가. ", "[ ] ", "- [x] ", "Q. ", "A. ",
    "| a | b |\n|---|---|\n| ", "일시: ", "장소: ", "\t", "    ", "```\n", "---\n", "<div>", "“", "제1장 ",
    "보도자료\n",
)  # fmt: skip
WORDS = st.lists(
    st.one_of(st.sampled_from(_WORDS), st.text("가나다라 ab.?!", min_size=1, max_size=60)), min_size=1, max_size=24
)
LINES = st.tuples(
    st.one_of(st.just(""), st.sampled_from(_STARTS)), WORDS.map(" ".join), st.sampled_from(["\n", "\n\n", ".\n\n"])
)
ARTICLES = st.lists(LINES.map("".join), min_size=1, max_size=16).map("".join)
SLOW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def words_of(script: Script) -> str:
    """Every word of a script, on its cards and in its notes."""

    def inside(value: Value) -> Iterator[str]:
        if isinstance(value, TextValue):
            yield value.text if value.plain else parse_marks(normalize_text(value.text)).text
        elif isinstance(value, ListValue):
            for item in value.items:
                yield from inside(item)
        elif isinstance(value, GroupValue):
            for item in value.fields.values():
                yield from inside(item)
        elif isinstance(value, ImageValue):
            yield value.alt

    found = [text for slide in script.slides for value in slide.fields.values() for text in inside(value)]
    return squeezed("\n".join([*found, *(slide.notes for slide in script.slides)]))


def check(text: str | bytes, name: str, words: str) -> None:
    """A draft of `text` renders, and holds each run of letters in `words`."""
    try:
        draft = draft_script(name, text=text)
    except CardnewsError as error:
        assert [item.rule for item in error.findings] == ["draft-empty"]
        return
    script = load_script(Path("script.yaml"), data=draft.text.encode())
    composed = (item for size in script.sizes for item in compose_size(script, size).findings)
    assert [item.format() for item in (*script.findings, *composed) if item.severity == "error"] == []
    said = words_of(script)
    # Numbers that count a list are the list's, and its own order says them.
    wanted = re.findall(r"[가-힣]{2,}|[A-Za-z]{3,}|(?<!\d)\d{2,}(?![\d.)])", words)
    # The corner of a table says nothing.
    assert [word for word in wanted if word not in said and word != "구분"] == []


@SLOW
@given(ARTICLES)
def test_plain_text(text: str) -> None:
    check(text, "글.txt", text)


@SLOW
@given(ARTICLES)
def test_markdown(text: str) -> None:
    check(text, "글.md", text.replace("<div>", ""))


@SLOW
@given(st.lists(WORDS.map(lambda words: "".join(filter(str.isalnum, " ".join(words))) or "가"), min_size=1, max_size=8))
def test_documents(lines: list[str]) -> None:
    words = " ".join(lines)
    body = "".join(paragraph(line) for line in lines[1:]) + word_table((lines[0], "값"), ("하나", lines[0]))
    check(docx(body), "글.docx", words)
    check(hwpx("".join(hangul(line) for line in lines[1:]), hangul_table(("이름", lines[0]))), "글.hwpx", words)


@pytest.mark.parametrize("name", ["press.txt", "event.md", "report.md", "policy.txt", "essay.md"])
def test_articles(name: str) -> None:
    text = (CASES / name).read_text("utf-8")
    check(text, name, re.sub(r"^---\n.*?---\n", "", text, flags=re.DOTALL))


@pytest.mark.parametrize(
    "text",
    [
        "가" * 4_000,
        "가나다라마바사 " * 1_000,
        "한 문장입니다. " * 800,
        "- 항목입니다\n" * 700,
        "가\t나\t다\n" * 400,
        "일시: 12월 5일\n" * 500,
        "# 제목\n" * 300,
        "“" * 3_000 + "가나",
        "[" * 3_000 + "가나",
        "1,111" * 2_000 + " 가나",
        "*a " * 2_000 + "가나",
    ],
    ids=["word", "eojeol", "sentences", "items", "cells", "facts", "headings", "quotes", "brackets", "digits", "stars"],
)
def test_articles_that_nobody_writes(text: str) -> None:
    check(text, "글.txt", text)
    check(text, "글.md", text.replace("# ", ""))


def test_a_row_too_long_for_a_card() -> None:
    text = "우리 우리 우리 우리 우리 우리\n| a | b |\n|---|---|\n| 우리\n우리\n"
    check(text, "글.md", text)


def test_an_article_as_long_as_any() -> None:
    text = "".join(f"{number}번째 도서관 이야기를 오늘도 이어서 적습니다.\n" for number in range(10_000))[
        : MAX_LETTERS - 2_000
    ]
    check(text, "글.txt", text)


def test_the_cards_that_would_be_missed_most_stay_in_order() -> None:
    cards = [Card("a", {}, (n, n + 1), weight=weight) for n, weight in enumerate([1000, 55, 60, 50, 90, 58, 1000])]
    assert [card.weight for card in condensed(cards, 4)] == [1000, 60, 90, 1000]


def test_a_list_stays_whole_or_goes_whole() -> None:
    cards = [
        Card("a", {}, (0, 1), 1000.0),
        *(Card("b", {}, (1, 5), 80.0, whole=True) for _ in range(3)),
        *(Card("c", {}, (5 + n, 6 + n), 60.0) for n in range(4)),
    ]
    assert [card.layout for card in condensed(cards, 4)] == ["a", "b", "b", "b"]
    assert [card.layout for card in condensed([*cards[:1], *cards[1:4] * 5], 4)] == ["a", "b", "b", "b"]
