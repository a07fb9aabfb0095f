"""House terms: what counts as one, where, and a file of them that is wrong."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardnews.check.glossary import Term, Terms
from cardnews.check.terms import files_in
from check.conftest import CheckScript, ids, spots

TERMS = """\
금지:
  장애우: 동정하는 말입니다
  -충:
선호:
  불우 이웃: 이웃
  회의: 회의체
  SNS: 누리소통망
예외: [곤충, 장애우회]
"""


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    path = tmp_path / "terms.yaml"
    path.write_text(TERMS, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("장애우를 위한 길", ["term-forbidden"]),
        ("“장애우”라는 말", ["term-forbidden"]),
        ("비장애우", []),
        ("장애우회가 엽니다", []),
        ("급식충이라는 말", ["term-forbidden"]),
        ("곤충을 봅니다", []),
        ("불우 이웃을 돕습니다", ["term-preferred"]),
        ("이웃을 돕습니다", []),
        ("회의를 엽니다", ["term-preferred"]),
        ("회의체를 엽니다", []),
        ("sns로 알립니다", ["term-preferred"]),
        ("SNSX로 알립니다", []),
    ],
)
def test_where_a_term_counts(check_script: CheckScript, terms: Path, text: str, expected: list[str]) -> None:
    assert ids(check_script("slides:", f"  - {text}", only="term-*")) == expected


def test_the_place_is_that_of_the_term(check_script: CheckScript, terms: Path) -> None:
    text = ("    text: |", "      이제 **불우", "      이웃**을 돕는 장애우회")
    found = check_script("slides:", "  - layout: statement", *text, only="term-*")
    assert spots(found) == [("term-preferred", 4, 12)]
    assert found[0].message("ko") == '"불우 이웃" 대신 "이웃"이라고 쓰기로 했습니다(terms.yaml)'
    assert found[0].field == "text"


def test_a_reason_is_told_where_there_is_one(check_script: CheckScript, terms: Path) -> None:
    one, two = check_script("slides:", "  - 장애우와 급식충", only="term-*")
    assert one.message("ko") == '"장애우"는 쓰지 않기로 한 말입니다(terms.yaml). 동정하는 말입니다'
    assert two.message("ko") == '"충"은 쓰지 않기로 한 말입니다(terms.yaml). 다른 말로 바꾸세요'
    assert one.id == two.id == "term-forbidden"
    assert two.severity == "error"


def test_words_of_drawings_and_alternative_texts_count(check_script: CheckScript, terms: Path) -> None:
    found = check_script(
        "slides:",
        "  - layout: bubble",
        "    text: 주민의 말",
        "    alt: 장애우가 건의함 앞에 섰다",
        "    scene: {art: proposal-box, label: 회의}",
        only="term-*",
    )
    assert [(item.place.line, item.field) for item in found] == [(2, "alt"), (5, "label")]


def test_english_keys_and_the_korean_file_name(check_script: CheckScript, tmp_path: Path) -> None:
    # Files that come from a Mac spell their names with conjoining jamo.
    name = unicodedata.normalize("NFD", "표기사전.yaml")
    (tmp_path / name).write_text(
        "forbidden: [벙어리]\npreferred: {노약자석: 교통약자석}\nexcept: 벙어리장갑\n", "utf-8"
    )
    found = check_script("slides:", "  - 벙어리장갑을 낀 벙어리가 노약자석에", only="term-*")
    assert spots(found) == [("term-forbidden", 2, 14), ("term-preferred", 2, 19)]


def test_a_wrong_file_is_said_with_its_places(check_script: CheckScript, tmp_path: Path) -> None:
    (tmp_path / "terms.yaml").write_text(
        "금지: [장애우, '—', 가나다]\n선호: [노약자석]\n선효: {가: 나}\n선: {}\n예외: {가: 나}\n", "utf-8"
    )
    found = check_script("slides:", "  - 장애우")
    shown = [(Path(item.place.path).name, *spot) for item, spot in zip(found, spots(found), strict=True)]
    assert shown == [
        ("script.yaml", "term-forbidden", 2, 5),
        ("terms.yaml", "term-unusable", 1, 11),
        ("terms.yaml", "wrong-type", 2, 5),
        ("terms.yaml", "unknown-key", 3, 1),
        ("terms.yaml", "unknown-key", 4, 1),
        ("terms.yaml", "wrong-type", 5, 5),
    ]


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"[" * 50_000, b"- 1\n- 2", "금지: ".encode(), b"a: &a [*a]"])
def test_hostile_files_cost_a_message(check_script: CheckScript, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "terms.yaml").write_bytes(data)
    found = check_script("slides:", "  - 주민의 말")
    assert all(Path(item.place.path).name == "terms.yaml" for item in found)


def test_a_file_that_leads_outside_is_left_alone(check_script: CheckScript, tmp_path: Path) -> None:
    outside = tmp_path.parent / "outside.yaml"
    outside.write_text("금지: [주민]", "utf-8")
    (tmp_path / "terms.yaml").symlink_to(outside)
    assert check_script("slides:", "  - 주민의 말", only="term-*") == ()


def test_no_file_is_no_terms(tmp_path: Path) -> None:
    assert files_in(tmp_path) == ()
    (tmp_path / "terms.yaml").mkdir()
    assert files_in(tmp_path) == ()


@given(st.lists(st.text("가나 다-", min_size=1, max_size=5), max_size=5), st.text("가나 다-\n.", max_size=40))
def test_matches_are_in_order_and_apart(words: list[str], text: str) -> None:
    terms = Terms({word: Term(word, True, "terms.yaml") for word in words if word.strip(" -") == word})
    found = list(terms.find(text))
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all("".join(text[one.start : one.end].split()) == "".join(one.term.text.split()) for one in found)


def test_terms_that_begin_with_a_mark_are_found(check_script: CheckScript, terms: Path) -> None:
    terms.write_text('금지: ["(주)", "#혐오", "‘그’"]\n', "utf-8")
    found = check_script("slides:", "  - (주)희망과 '#혐오'는 ‘그’가 아닙니다", only="term-*")
    assert len(found) == 3
