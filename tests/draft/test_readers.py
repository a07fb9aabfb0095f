"""Files to lines: Markdown, Word, Hancom, encodings, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardnews.draft.document import Line, Source
from cardnews.draft.source import MAX_LETTERS, read_article, read_bytes
from cardnews.errors import CardnewsError
from draft.files import docx, hangul, hangul_table, hwpx, paragraph, word_table, zipped
from draft.told import blocks, lines

CASES = Path(__file__).parents[1] / "cases" / "draft"


def read(data: bytes | str, name: str = "글.md") -> Source:
    return read_bytes(data if isinstance(data, bytes) else data.encode(), name, Path(name).suffix)[0]


def refused(data: bytes, name: str = "글.md") -> str:
    with pytest.raises(CardnewsError) as error:
        read_bytes(data, name, Path(name).suffix)
    (found,) = error.value.findings
    return found.rule


# -- Markdown ------------------------------------------------------------------------------------------------------


def test_markdown() -> None:
    text = """\
# 제목 **굵게**

첫 문단의 첫 줄
둘째 줄입니다.

- 하나
  - 하나의 하나
- [ ] 준비물

1. 첫째
2. 둘째

> 골목이 환해졌어요.
> — 최유진

| 구분 | 값 |
|---|---|
| 가 | 1 | 넘친 칸 |

![골목 사진](alley.jpg)

    들여 쓴 문단
"""
    assert lines(read(text).raw) == [
        "heading1 제목 굵게",
        "body0 첫 문단의 첫 줄 둘째 줄입니다.",
        "item0 하나",
        "item1 하나의 하나",
        "item0 준비물",
        "item0 첫째",
        "item0 둘째",
        "quote0 골목이 환해졌어요.",
        "quote0 — 최유진",
        "구분 | 값",
        "가 | 1 넘친 칸",
        "[alley.jpg] 골목 사진",
        "body0 들여 쓴 문단",
    ]


def test_markdown_that_was_saved_as_text_is_markdown() -> None:
    text = "# 밤을 여는 도서관\n\n## 무엇이 달라지나\n\n1. 자리를 고른다\n2. 앉는다\n\n> 좋아요.\n"
    assert lines(read(text, "글.txt").raw) == lines(read(text, "글.md").raw)
    tagged = "#도서관 #밤 이야기\n\n# 하나뿐인 표시\n"
    assert [line.split(" ", 1)[1] for line in lines(read(tagged, "글.txt").raw)] == [
        "#도서관 #밤 이야기",
        "# 하나뿐인 표시",
    ]


def test_inline_markdown_leaves_words() -> None:
    (line,) = read(
        "**굵게** *기울임* `코드` ~~지움~~ ==형광== <b>태그</b> &amp; [누리집](https://a.example.org) \\*별\\*"
    ).raw
    assert isinstance(line, Line)
    assert line.text.script() == "**굵게** 기울임 코드 ~~지움~~ ==형광== 태그 & 누리집 *별*"
    assert [link for _, link in line.text.links] == ["https://a.example.org"]


def test_marks_beside_particles_are_marks() -> None:
    assert lines(read("**“인용”**은 중요하다").raw) == ["body0 **“인용”**은 중요하다"]


def test_footnotes_and_references_are_kept() -> None:
    text = "본문입니다[^1].\n\n[^1]: 조사 결과입니다.\n\n[자료]: https://b.example.org\n"
    assert lines(read(text).raw) == ["body0 본문입니다.", "note0 조사 결과입니다.", "note0 https://b.example.org"]


def test_what_stands_on_top() -> None:
    source = read("---\ntitle: 도서관\nbrand: 하늘시\n담당: 이나래\n---\n본문입니다.\n")
    assert source.meta == (("title", "도서관"), ("brand", "하늘시"))
    assert lines(source.raw) == ["note0 담당: 이나래", "body0 본문입니다."]


def test_bullets_pasted_into_a_paragraph() -> None:
    assert lines(read("준비물입니다\n· 물통\n· 모자").raw) == ["body0 준비물입니다", "body0 · 물통", "body0 · 모자"]
    assert blocks(read("# 제목\n\n**일시**: 12월 5일\n**장소**: 시청"))[1:] == ["일시: 12월 5일", "장소: 시청"]


def test_a_table_of_its_head_alone() -> None:
    assert lines(read("| 이름 | 값 |\n|---|---|\n| | |\n").raw) == ["이름 | 값"]


def test_html_blocks_keep_their_words() -> None:
    text = "<div class='a'>\n<p>첫 문단</p><script>alert(1)</script>\n<p>둘째 문단<!-- 숨긴 말 --></p>\n</div>\n"
    assert lines(read(text).raw) == ["body0 첫 문단", "body0 둘째 문단"]


def test_deep_nesting_is_read_as_plain_text() -> None:
    assert "가장 깊은 말" in lines(read("> " * 60 + "가장 깊은 말").raw)[0]


# -- Word ----------------------------------------------------------------------------------------------------------


def test_word_styles() -> None:
    body = (
        paragraph("차례", "toc1")
        + paragraph("마을버스, 새벽에도 달립니다", "t")
        + paragraph("왜 바꾸나", "1")
        + paragraph("어떻게 바꾸나", "mine")
        + paragraph("이제 걷지 않아요", "q")
        + paragraph("첫차 시간", "b")
        + paragraph("첫째", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
        + paragraph("첫째의 하나", properties='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>')
        + paragraph("숨긴 말", run="<w:vanish/>")
        + paragraph("본문")
    )
    raw = read(docx(body), "글.docx").raw
    assert lines(raw) == [
        "heading0 마을버스, 새벽에도 달립니다",
        "heading1 왜 바꾸나",
        "heading1 어떻게 바꾸나",
        "quote0 이제 걷지 않아요",
        "item0 첫차 시간",
        "item0 첫째",
        "item1 첫째의 하나",
        "body0 본문",
    ]
    assert [line.ordered for line in raw if isinstance(line, Line) and line.kind == "item"] == [False, True, False]


def test_word_keeps_words_wherever_they_stand() -> None:
    box = "<w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing>"
    alternatives = (
        f"<mc:AlternateContent><mc:Choice>{box.format(paragraph('글상자의 말'))}</mc:Choice>"
        f"<mc:Fallback><w:pict>{box.format(paragraph('글상자의 말'))}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('컨트롤의 말')}</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>앞 </w:t></w:r><w:ins><w:r><w:t>넣은 말</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>뺀 말</w:delText></w:r></w:del>"
        "<w:smartTag><w:r><w:t> 뒤</w:t></w:r></w:smartTag>"
        '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        f"<w:p><w:r>{alternatives}</w:r></w:p>"
    )
    note = f'<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">{paragraph("각주의 말")}</w:footnote>'
    raw = read(docx(body, footnotes=note), "글.docx").raw
    assert lines(raw) == ["body0 컨트롤의 말", "body0 앞 넣은 말 뒤", "note0 각주의 말", "body0 글상자의 말"]


def test_word_links() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://c.example.org"</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>저기</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = f'<w:p><w:hyperlink r:id="k"><w:r><w:t>여기</w:t></w:r></w:hyperlink>{field}</w:p>'
    (line,) = read(docx(body, links={"k": "https://d.example.org"}), "글.docx").raw
    assert isinstance(line, Line)
    assert line.text.links == ((2, "https://d.example.org"), (4, "https://c.example.org"))


def test_word_tables_and_merged_cells() -> None:
    assert lines(read(docx(word_table(("구분", "기존", "변경"), ("때", "낮", "밤"))), "글.docx").raw) == [
        "구분 | 기존 | 변경",
        "때 | 낮 | 밤",
    ]
    merged = (
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{paragraph('하나')}</w:tc>"
        f"<w:tc>{paragraph('둘')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('가려진 말')}</w:tc>"
        f"<w:tc>{paragraph('셋')}</w:tc></w:tr></w:tbl>"
    )
    assert lines(read(docx(merged), "글.docx").raw) == ["하나 | 둘", " | 셋"]


def test_a_table_that_is_a_frame_is_opened() -> None:
    assert lines(read(docx(word_table(("알려 드립니다",))), "글.docx").raw) == ["body0 알려 드립니다"]


def test_large_and_bold_lines_are_headings() -> None:
    body = (
        paragraph("크게 쓴 제목", run='<w:sz w:val="40"/>')
        + paragraph("동네 도서관이 늦게까지 문을 엽니다. " * 3)
        + paragraph("굵게 쓴 소제목", run="<w:b/>")
        + paragraph("주말에도 문을 엽니다. " * 4)
    )
    assert [line[:4] for line in blocks(read(docx(body), "글.docx"))] == ["h0 크", "p 동네", "h4 굵", "p 주말"]


def test_a_file_that_word_itself_would_write() -> None:
    assert blocks(read_article(CASES / "bus.docx")[0])[:4] == [
        "h0 마을버스, 새벽에도 달립니다",
        "h9 하늘시 교통과",
        "p 하늘시는 내년 2월부터 마을버스 첫차를 **새벽 4시 30분**으로 앞당깁니다."
        " 청소 노동자와 시장 상인이 일터에 가는 시간에 맞추기 위해서입니다.",
        "h1 무엇이 달라지나요",
    ]


# -- Hancom --------------------------------------------------------------------------------------------------------


def test_hangul_styles() -> None:
    body = (
        hangul("차례 한 줄", style=2)
        + hangul("크게 쓴 제목", letters=2)
        + hangul("추진 배경", shape=1, style=1)
        + hangul("○ 개요 모양의 항목", shape=1, style=1)
        + hangul("첫째", shape=2)
        + hangul("둘째", shape=3)
        + hangul("본문입니다. 그냥 길게 쓴 본문입니다.")
    )
    assert lines(read(hwpx(body), "글.hwpx").raw) == [
        "body0 크게 쓴 제목",
        "heading2 추진 배경",
        "heading2 ○ 개요 모양의 항목",
        "item0 첫째",
        "item0 둘째",
        "body0 본문입니다. 그냥 길게 쓴 본문입니다.",
    ]
    assert blocks(read(hwpx(body), "글.hwpx"))[:3] == ["h0 크게 쓴 제목", "h2 추진 배경", "- 개요 모양의 항목"]


def test_hangul_sections_and_tables_come_in_order() -> None:
    table = hangul_table(("구분", "기존", "변경"), ("때", "낮", "밤"))
    assert lines(read(hwpx(hangul("첫 구역"), table, hangul("셋째 구역")), "글.hwpx").raw) == [
        "body0 첫 구역",
        "구분 | 기존 | 변경",
        "때 | 낮 | 밤",
        "body0 셋째 구역",
    ]


def test_hangul_letters_notes_links_and_boxes() -> None:
    run = (
        "<hp:t>앞<hp:tab/>말<hp:lineBreak/>다음<hp:deleteBegin/>뺀 말<hp:deleteEnd/> 줄</hp:t>"
        "<hp:ctrl><hp:footNote><hp:subList>{}</hp:subList></hp:footNote></hp:ctrl>"
        "<hp:ctrl><hp:header><hp:subList>{}</hp:subList></hp:header></hp:ctrl>"
        '<hp:ctrl><hp:fieldBegin type="HYPERLINK"><hp:parameters><hp:stringParam name="Path">'
        "https\\://e.example.org;1;0;0;</hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl><hp:t> 누리집</hp:t>"
        "<hp:ctrl><hp:fieldEnd/></hp:ctrl>"
        "<hp:rect><hp:drawText><hp:subList>{}</hp:subList></hp:drawText></hp:rect>"
    ).format(hangul("각주의 말"), hangul("머리말"), hangul("글상자의 말"))
    body = f'<hp:p paraPrIDRef="0" styleIDRef="0"><hp:run charPrIDRef="0">{run}</hp:run></hp:p>'
    raw = read(hwpx(body), "글.hwpx").raw
    assert lines(raw) == ["body0 앞 말\n다음 줄 누리집", "note0 각주의 말", "body0 글상자의 말"]
    assert isinstance(raw[0], Line)
    assert raw[0].text.links == ((12, "https://e.example.org"),)


def test_a_file_that_another_program_wrote() -> None:
    found = blocks(read_article(CASES / "bus.hwpx")[0])
    assert found[:2] == ["p 보 도 자 료", "h1 마을버스, 새벽에도 달립니다"]
    assert found[3:] == [
        "h2 무엇이 달라지나",
        "첫차 시간: 새벽 5시 30분에서 4시 30분으로",
        "막차 시간: 밤 11시에서 11시 40분으로",
        "※ 눈이 많이 오는 날은 늦어질 수 있음",
        "노선 | 기존 | 변경",
        "1번 | 05:30 | 04:30",
        "2번 | 05:40 | 04:30",
        "p 시장에서 채소를 파는 이정희 씨는 “새벽마다 한 시간을 걸었는데 이제 버스에서 쉴 수 있겠네요”라고 말했다.",
    ]


# -- what cannot be read -------------------------------------------------------------------------------------------

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "name", "rule"),
    [
        (OLE + "HwpSummaryInformation".encode("utf-16-le"), "글", "draft-hwp"),
        (OLE, "보도자료.hwp", "draft-hwp"),
        (b"HWP Document File V3.00 \x1a", "글", "draft-hwp"),
        (OLE + "WordDocument".encode("utf-16-le"), "글.doc", "draft-doc"),
        (OLE, "표.xls", "draft-format"),
        (b"%PDF-1.7 ...", "글.pdf", "draft-pdf"),
        (b"{\\rtf1 }", "글.rtf", "draft-format"),
        (b"<p>\xea\xb8\x80</p>", "글.html", "draft-format"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "글.odt", "draft-format"),
        (b"PK\x03\x04 and nothing more", "글.docx", "draft-damaged"),
        (docx("")[:400], "글.docx", "draft-damaged"),
        (b"\x80\x81\x00\xff\xfe" * 20, "그림.txt", "draft-not-text"),
        (b"", "글.md", "draft-empty"),
        (b"- - -\n* * *\n", "글.md", "draft-empty"),
        (docx(""), "글.docx", "draft-empty"),
        (b"a" * (4 * MAX_LETTERS), "글.txt", "draft-too-long"),
        (("가" * (MAX_LETTERS + 1)).encode(), "글.txt", "draft-too-long"),
        (b"a" * 2_000_000, "글.txt", "draft-too-large"),
    ],
)
def test_what_is_refused(data: bytes, name: str, rule: str) -> None:
    assert refused(data, name) == rule


def test_a_locked_file_is_refused() -> None:
    assert (
        refused(hwpx(hangul("말"), manifest="<file-entry><encryption-data/></file-entry>"), "글.hwpx") == "draft-locked"
    )
    data = bytearray(docx(paragraph("말")))
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1  # the flag of a password
        at = data.find(b"PK\x01\x02", at + 4)
    assert refused(bytes(data), "글.docx") == "draft-locked"


BOMB = '<!DOCTYPE a [<!ENTITY a "가"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><hs:sec><hp:p>&b;</hp:p></hs:sec>'
OUTSIDE = '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>'


@pytest.mark.parametrize(
    "part",
    [
        BOMB,
        OUTSIDE,
        "<a>" * 5_000 + "</a>" * 5_000,
        "<a>" + "<b/>" * 220_000 + "</a>",
        "<a>" + " " * (25 * 1024 * 1024) + "</a>",
    ],
    ids=["entities", "outside", "deep", "many", "long"],
)
def test_hostile_xml_costs_nothing(part: str) -> None:
    assert refused(zipped(**{"Contents/section0.xml": part}), "글.hwpx") == "draft-costly"
    assert refused(zipped(**{"word/document.xml": part}), "글.docx") == "draft-costly"


def test_thousands_of_parts_are_refused() -> None:
    assert refused(zipped(**{f"Contents/section{n}.xml": "<a/>" for n in range(10_050)}), "글.hwpx") == "draft-costly"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_encodings(codec: str) -> None:
    text = "늦게까지 여는 도서관\n\n동네 도서관 여덟 곳이 밤 열 시까지 문을 엽니다.\n"
    source, said = read_bytes(text.encode(codec), "글.txt", ".txt")
    assert blocks(source)[0] == "h0 늦게까지 여는 도서관"
    assert [item.rule for item in said] == (["read-as-cp949"] if codec == "cp949" else [])


def test_damaged_letters_are_said() -> None:
    source, said = read_bytes("도서관이 엽니다".encode() + b"\xff" + " 밤에도".encode(), "글.txt", ".txt")
    assert [item.rule for item in said] == ["draft-broken"]
    assert lines(source.raw) == ["body0 도서관이 엽니다 밤에도"]


def test_what_is_no_file(tmp_path: Path) -> None:
    for path, rule in ((tmp_path, "draft-not-a-file"), (tmp_path / "없는 글.md", "file-missing")):
        with pytest.raises(CardnewsError) as error:
            read_article(path)
        assert [item.rule for item in error.value.findings] == [rule]


def test_pictures_that_stay_behind_are_counted() -> None:
    body = paragraph("말") + "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"
    assert [item.rule for item in read_bytes(docx(body), "글.docx", ".docx")[1]] == ["draft-pictures"]
