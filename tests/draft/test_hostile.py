"""Files made to cost much or to break readers: each ends soon, with a finding or as a draft that loses no word."""

from __future__ import annotations

import struct
import time
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest

from cardnews.draft.api import draft_script
from cardnews.draft.archive import MAX_ENTRIES, Archive
from cardnews.draft.document import Line, Source, Table
from cardnews.draft.markdown import is_deep
from cardnews.draft.source import read_bytes
from cardnews.draft.tables import MAX_COLUMNS
from cardnews.errors import CardnewsError
from draft.files import hangul, hwpx

LIMIT = 20.0  # seconds, where a mistake would take minutes; the machine may be busy
PATTERNS = {
    "wide table": "|" * 500 + "\n" + "|-" * 499 + "|\n" + "|\n" * 50_000,
    "lazy quote": "> " * 15 + "\n" + "> a\n" * 27_500,
    "pictures": "![" * 55_000,
    "footnotes": "[^a" * 36_000,
    "brackets": "[" * 110_000,
    "scripts": "<div>\n" + "<script " * 13_750,
    "quotes": ("> " * 15 + "\n" + "> a\n" * 950 + "\n") * 28,
    "tables": ("|" * 60 + "\n" + "|-" * 60 + "|\n" + "|\n" * 300 + "\n") * 140,
}


def read(text: str) -> Source:
    return read_bytes(text.encode(), "글.md", ".md")[0]


def refused(data: bytes) -> str:
    with pytest.raises(CardnewsError) as error:
        read_bytes(data, "글.docx", ".docx")
    (found,) = error.value.findings
    return found.rule


@pytest.mark.parametrize("name", PATTERNS)
def test_costly_markdown_ends_soon(name: str) -> None:
    started = time.perf_counter()
    try:
        read(PATTERNS[name][:119_000])
    except CardnewsError as error:
        assert {found.rule for found in error.findings} <= {"draft-empty", "draft-too-long"}
    assert time.perf_counter() - started < LIMIT


def test_what_people_write_is_parsed() -> None:
    quote = "> 골목이 환해졌어요.\n" * 300
    table = "| 동네 | 집 |\n|---|---|\n" + "| 가람동 | 3 |\n" * 500
    links = "[안내](https://example.org) [^1] " * 200
    wide = "|" + "칸|" * 80 + "\n|" + "-|" * 80 + "\n|" + "값|" * 80 + "\n"
    assert not any(is_deep(text) for text in (quote, table, links, wide, "\n\n".join((quote, table, links, wide)), ""))


def test_costly_markdown_keeps_its_words() -> None:
    told = " ".join(
        item.text.text for item in read("[" * 500 + "골목 도서관이 문을 열었습니다.").raw if isinstance(item, Line)
    )
    assert "골목 도서관이 문을 열었습니다." in told


def test_scripts_and_styles_are_not_read() -> None:
    html = "<div>\n앞<SCRIPT>let a</script >가운데<style>b {}</style>뒤<style>열린 글\n</div>\n"
    told = " ".join(item.text.text for item in read(html).raw if isinstance(item, Line))
    assert all(word in told for word in ("앞", "가운데", "뒤", "열린 글"))
    assert "let" not in told
    assert "{}" not in told


# -- Word and Hancom -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", [ZIP_LZMA, ZIP_BZIP2])
def test_other_ways_of_packing_are_damage(method: int) -> None:
    data = BytesIO()
    with ZipFile(data, "w", method) as archive:
        archive.writestr("word/document.xml", "<a/>" * 100)
    packed = bytearray(data.getvalue())
    packed[60:70] = b"\xff" * 10
    assert refused(bytes(packed)) == "draft-damaged"


def test_an_offset_beyond_all_files_is_damage() -> None:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_STORED) as archive:
        archive.writestr("word/document.xml", "<a/>")
    packed = data.getvalue()
    at = packed.index(b"PK\x01\x02")
    name = len("word/document.xml")
    entry = bytearray(packed[at : at + 46 + name])
    extra = struct.pack("<HHQ", 1, 8, 2**63 + 5)
    entry[30:32] = struct.pack("<H", len(extra))
    entry[42:46] = b"\xff" * 4
    end = bytearray(packed[at + 46 + name :])
    end[12:16] = struct.pack("<I", len(entry) + len(extra))
    assert refused(packed[:at] + bytes(entry) + extra + bytes(end)) == "draft-damaged"


def test_too_many_entries_are_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, 0, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    directory = entry * (MAX_ENTRIES + 1)
    # The count of entries lies, as zipfile does not look at it.
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(directory), 4, 0)
    data = b"PK\x03\x04" + directory + end
    assert len(ZipFile(BytesIO(data)).namelist()) == MAX_ENTRIES + 1
    monkeypatch.setattr("cardnews.draft.archive.ZipFile", lambda _: pytest.fail("read"))
    with pytest.raises(CardnewsError) as error:
        Archive(data, "글.docx")
    assert error.value.findings[0].rule == "draft-costly"


def test_far_columns_and_empty_rows_cost_nothing_and_lose_nothing() -> None:
    def row(*cells: tuple[int, str]) -> str:
        told = "".join(
            f'<hp:tc><hp:subList>{hangul(text)}</hp:subList><hp:cellAddr colAddr="{at}" rowAddr="0"/></hp:tc>'
            for at, text in cells
        )
        return f"<hp:tr>{told}</hp:tr>"

    rows = row((0, "구분"), (9_000, "먼 칸"), (9_001, "더 먼 칸")) + row((255, "")) * 50 + row((0, "가"), (1, "나"))
    body = f'<hp:p paraPrIDRef="0" styleIDRef="0"><hp:run charPrIDRef="0"><hp:tbl>{rows}</hp:tbl></hp:run></hp:p>'
    source = read_bytes(hwpx(hangul("동네 소식입니다.") + body), "글.hwpx", ".hwpx")[0]
    (table,) = (item for item in source.raw if isinstance(item, Table))
    told = [[cell.text for cell in cells] for cells in (table.head, *table.rows) if cells]
    assert len(told) == 2
    assert max(map(len, told)) <= MAX_COLUMNS
    words = " ".join(text for cells in told for text in cells)
    assert all(word in words for word in ("구분", "먼 칸", "더 먼 칸", "가", "나"))


# -- What stands above the slides ----------------------------------------------------------------------------------


def test_front_matter_loses_no_word() -> None:
    text = """\
---
title: 앞머리의 제목
author: 김하늘
source: 하늘시 정책연구실
날짜: 2026-03-02
series: 처음 이름
시리즈: 나중 이름
---

# 글의 제목

골목 도서관이 문을 열었습니다. 주민 서른 명이 함께 책을 골랐습니다.
"""
    source = read(text)
    assert dict(source.meta) == {"source": "하늘시 정책연구실", "series": "나중 이름"}
    assert isinstance(last := source.raw[-1], Line)
    assert last.text.text == "앞머리의 제목 · 김하늘 · 2026-03-02 · 처음 이름"
    drafted = draft_script(text=text).text
    assert all(word in drafted for word in ("앞머리의 제목", "김하늘", "2026-03-02", "처음 이름", "나중 이름"))


def test_front_matter_that_is_used_is_not_told_again() -> None:
    source = read("---\ntitle: 제목\nauthor: 김하늘\nlink: https://example.org\n---\n\n글입니다.\n")
    assert dict(source.meta) == {"title": "제목", "author": "김하늘", "link": "https://example.org"}
    assert len(source.raw) == 1


def test_long_settings_end_with_a_word_and_stay_whole() -> None:
    name = " ".join(f"우리동네{number}" for number in range(60))
    drafted = draft_script(text=f"---\nbrand: {name}\n---\n\n# 소식\n\n글입니다. 오늘은 맑습니다.\n", lang="en").text
    assert f"# brand: {name}\n" in drafted
    told = drafted.partition("\nbrand: ")[2].partition("\n#")[0].removeprefix(">-").split()
    assert told == name.split()[: len(told)]
    assert len(" ".join(told)) <= 200 < len(" ".join(name.split()[: len(told) + 1]))


def test_a_long_setting_without_a_space_is_cut_and_stays_whole() -> None:
    drafted = draft_script(
        text=f"---\nbrand: {'가' * 300}\n---\n\n# 소식\n\n글입니다. 오늘은 맑습니다.\n", lang="en"
    ).text
    assert f"# brand: {'가' * 300}\n" in drafted
    assert f"\nbrand: {'가' * 200}\n" in drafted
