"""Where a line may end: `|` marks the places in the expected text."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardnews.text.breaks import (
    NOT_AT_END,
    NOT_AT_START,
    Eojeol,
    cluster_starts,
    emergency_breaks,
    eojeol_of,
    paragraphs_of,
)


def runs(text: str) -> str:
    return "|".join(text[run.start : run.end] for run in eojeol_of(text, 0, len(text)))


def clusters(text: str) -> list[str]:
    starts = (*cluster_starts(text, 0, len(text)), len(text))
    return [text[start:end] for start, end in itertools.pairwise(starts)]


def torn(text: str) -> str:
    offsets = (0, *emergency_breaks(text, Eojeol(0, len(text))), len(text))
    return "|".join(text[start:end] for start, end in itertools.pairwise(offsets))


@pytest.mark.parametrize(
    "expected",
    [
        "협치라는데|왜|내|말은|안|들릴까?",
        "하나",
        # kinsoku across loose spaces
        "정말 ?|네 !|그래요 .",
        "하나 ,|둘 ·|셋",
        "그러나 …|아직",
        "5 %|늘어|30 ℃",
        "다섯 ~|열",
        "값은|~5|정도",
        "값은|.5",
        "서울|-|부산|-7도",
        "# 해시|$ 5|₩ 100",
        # brackets
        "협치|( 민관|협력 )|조례",
        "협치|(민관|협력)|조례",
        "〈 동네 〉|「 말 」|《책》|[속보]",
        "괄호|( ( 안 ) )|밖",
        # quotes
        "그는|“왜?”|라고|물었다",
        "그는|“ 왜 ”|물었다",
        "그는|‘ 왜|내|말은 ’|하고",
        'a|"b"|c',
        '그는|"왜|나는"|하고',
        '그는|" 왜 "|물었다',
        '그는|" 왜 " ,|하고',
        "it's|'ok'|now",
        "주민들'|말과|'행정의|말'",
        "'24년|여름|'25년",
        # a dash before the name of who said it goes with the name
        "“왜|안|돼요?”|— 김하나",
        "“왜|안|돼요?”|– 동네|주민|김하나",
        "함께|갑니다.|- 주민|이하나",
        "협치 —|함께|다스리기",
        "그는|말했다. —|그리고|떠났다.",
        # what holds
        "10\u00a0명이|모여",
        "수\u2060있다|고",
        "가\u202f나|다",
    ],
)
def test_places_where_a_line_may_end(expected: str) -> None:
    assert runs(expected.replace("|", " ")) == expected


@pytest.mark.parametrize("space", [" ", "  ", "\u3000", "\u2003", " \u2009", "\u200b"])
def test_any_loose_space_is_a_place(space: str) -> None:
    text = f"가{space}나{space}다"
    assert runs(text) == "가|나|다"


def test_spaces_at_the_edges_belong_to_no_run() -> None:
    text = "  가 나  "
    assert eojeol_of(text, 0, len(text)) == (Eojeol(2, 3), Eojeol(4, 5))
    assert eojeol_of("   ", 0, 3) == ()
    assert eojeol_of("", 0, 0) == ()


def test_only_the_range_is_looked_at() -> None:
    assert eojeol_of("가 나\n다 라", 4, 7) == (Eojeol(4, 5), Eojeol(6, 7))


def test_paragraphs_are_the_authors_lines() -> None:
    text = "가 나\n\n다"
    assert [text[start:end] for start, end in paragraphs_of(text)] == ["가 나", "", "다"]


WORDS = st.lists(
    st.text(alphabet="가나a1,.?!()“”‘’\"'〈〉·%~\u00a0\u2060", min_size=1, max_size=5), min_size=1, max_size=8
)


@given(WORDS)
def test_runs_cover_every_character_that_is_no_space(words: list[str]) -> None:
    text = " ".join(words)
    found = eojeol_of(text, 0, len(text))
    covered = {offset for run in found for offset in range(run.start, run.end)}
    assert all(offset in covered for offset, character in enumerate(text) if character != " ")
    assert all(one.end < two.start for one, two in itertools.pairwise(found))


@given(WORDS)
def test_no_run_begins_or_ends_against_kinsoku(words: list[str]) -> None:
    text = " ".join(words)
    found = eojeol_of(text, 0, len(text))
    for one, two in itertools.pairwise(found):
        last, first = text[one.end - 1], text[two.start]
        assert last not in NOT_AT_END
        number = first in ".~-" and text[two.start + 1 : two.start + 2].isdigit()
        assert first not in NOT_AT_START or first in "'\"" or number


# -- grapheme clusters ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "expected",
    [
        ["가", "나"],
        ["👨\u200d👩\u200d👧\u200d👦", "가"],
        ["🏳\ufe0f\u200d🌈", "a"],
        ["🇰🇷", "🇺🇸", "🇯🇵"],
        ["🇰🇷", "가", "🇰🇷"],
        ["1\ufe0f\u20e3", "2\ufe0f\u20e3", "3"],
        ["👍🏽", "👍", "👩🏻\u200d🚀"],
        ["❤\ufe0f", "❤"],
        ["\u1112\u1161\u11ab", "\u1100\u1173\u11af"],
        ["\u1112\u119e\u11ab", "가"],
        ["\u1107\u1109\u1161", "가"],
        ["\ua960\u1161", "가"],
        ["\u1100\ud7b0\ud7cb", "가"],
        ["e\u0301", "o\u0302\u0323", "x"],
        ["ค\u0e49", "a"],
        ["🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "!"],
        ["क\u093f", "த\u0bbf"],
    ],
    ids=ascii,
)
def test_grapheme_clusters(expected: list[str]) -> None:
    assert clusters("".join(expected)) == expected


@given(st.text(alphabet="가a\u0301\u200d🇰🇷👍🏽\ufe0f1\u20e3\u1112\u1161\u11ab ", max_size=20))
def test_clusters_cover_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text
    assert all(unicodedata.category(cluster[0]) != "Mn" for cluster in clusters(text)[1:])


# -- emergency breaks ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "expected",
    [
        "가|나|다",
        "가|나,|다!",
        "“가|나”",
        "가|(나)|다",
        "2026|년|도|예|산",
        "cardnews|가|나",
        "가|👨\u200d👩\u200d👧|나",
        "가|🇰🇷|🇺🇸",
        "a|b|c",
        "1|2|3",
    ],
)
def test_places_where_an_over_wide_run_is_torn(expected: str) -> None:
    assert torn(expected.replace("|", "")) == expected


@given(st.text(alphabet="가나,.?!“”()a1👍🏽\u0301", min_size=2, max_size=12))
def test_tearing_never_parts_a_cluster(text: str) -> None:
    assert set(emergency_breaks(text, Eojeol(0, len(text)))) <= set(cluster_starts(text, 0, len(text)))
