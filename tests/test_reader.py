"""Reading scripts: which slide a mistake belongs to, names of files, and what hostile scripts cost."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard
from unicodedata import normalize

import pytest
from PIL import Image

from cardnews.arguments import ArgumentError, sizes_named
from cardnews.errors import Finding
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.script import Script
from cardnews.source.mend import Line, mend
from cardnews.values import GroupValue, ImageValue, ListValue, TextValue
from conftest import WriteScript


def one(script: Script, rule: str) -> Finding:
    return next(item for item in script.findings if item.rule == rule)


def photo(script: Script) -> ImageValue:
    return next(value for value in script.slides[0].fields.values() if isinstance(value, ImageValue))


# -- pictures ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("stored", "asked"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_a_picture_is_found_by_either_spelling_of_hangul(
    write_script: WriteScript, tmp_path: Path, stored: str, asked: str
) -> None:
    name = normalize(asked, "사진.png")  # type: ignore[arg-type]
    (tmp_path / normalize(stored, "사진.png")).write_bytes(b"\x89PNG")  # type: ignore[arg-type]
    script = load_script(write_script("slides:", f"  - {{layout: cover, photo: {name}, title: 제목}}"))
    assert script.findings == ()
    assert photo(script).path.is_file()


def test_a_spelling_does_not_lead_out_of_the_folder(write_script: WriteScript, tmp_path: Path) -> None:
    (tmp_path / "밖.png").write_bytes(b"\x89PNG")
    path = write_script("slides:", "  - {layout: cover, photo: 안.png, title: 제목}", name="s/script.yaml")
    (path.parent / normalize("NFD", "안.png")).symlink_to(tmp_path / "밖.png")
    assert [item.rule for item in load_script(path).findings] == ["outside-folder"]


@pytest.mark.parametrize(
    ("focus", "point"),
    [
        ("왼쪽 위", (0.0, 0.0)),
        ("오른쪽 아래", (1.0, 1.0)),
        ("가운데 아래쪽", (0.5, 1.0)),
        ("[위쪽, 오른쪽]", (1.0, 0.0)),
        ("중앙", (0.5, 0.5)),
        ("30% 40%", (0.3, 0.4)),
        ("left top", (0.0, 0.0)),
    ],
)
def test_focus_in_korean(write_script: WriteScript, tmp_path: Path, focus: str, point: tuple[float, float]) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    script = load_script(
        write_script("slides:", f"  - 레이아웃: cover\n    제목: 제목\n    사진: {{파일: a.png, 초점: {focus}}}")
    )
    assert script.findings == ()
    assert photo(script).focus == point


def test_a_key_in_both_languages_is_said_to_be_twice(write_script: WriteScript, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    script = load_script(
        write_script("slides:", "  - {layout: cover, title: 제목, photo: {file: a.png, 파일: b.png, focsu: 위}}")
    )
    assert {item.rule for item in script.findings} == {"same-key-twice", "unknown-field"}


# -- which slide a mistake belongs to ------------------------------------------------------------------------------


@pytest.mark.parametrize("dent", ["  ", ""])
def test_a_mistake_below_the_slides_breaks_none_of_them(write_script: WriteScript, dent: str) -> None:
    script = load_script(write_script("slides:", f"{dent}- 첫째", f"{dent}- 둘째", "", "titel: 제목", "barnd: 우리"))
    assert [(item.rule, item.slide) for item in script.findings] == [("unknown-key", None)] * 2
    assert [slide.broken for slide in script.slides] == [False, False]


def test_a_key_twice_below_the_slides_breaks_none_of_them(write_script: WriteScript) -> None:
    script = load_script(write_script("title: 하나", "slides: [첫째, 둘째]", "title: 둘"))
    assert one(script, "duplicate-key").slide is None
    assert not any(slide.broken for slide in script.slides)


def test_a_mistake_that_yaml_met_names_its_slide(write_script: WriteScript) -> None:
    lines = ("slides:", "  - 첫째", "  - layout: bubble", "    text: 말", "    text: 또", "  - 셋째")
    script = load_script(write_script(*lines))
    found = one(script, "duplicate-key")
    assert (found.slide, found.layout, found.place.line) == (2, "bubble", 5)
    assert [slide.broken for slide in script.slides] == [False, True, False]
    assert f"{script.path}:5:5: slide 2 (bubble): " in found.format()


def test_slides_in_brackets_share_a_line(write_script: WriteScript) -> None:
    script = load_script(write_script("slides: [{text: 하나}, {text: 둘, text: 셋}, {text: 넷}]"))
    assert one(script, "duplicate-key").slide == 2


def test_words_lost_behind_a_hash_name_their_slide(write_script: WriteScript) -> None:
    script = load_script(write_script("slides:", "  - 첫째", "  - text: 말 #청년"))
    assert [(item.rule, item.slide, item.layout) for item in script.findings] == [
        ("lost-comment-words", 2, "statement")
    ]


def test_a_finding_names_its_field(write_script: WriteScript) -> None:
    script = load_script(
        write_script("slides:", "  - {layout: cover, title: 말, art: nobody-knows}", "  - layout: cover")
    )
    assert [(item.slide, item.field) for item in script.findings] == [(1, "art"), (2, "title")]


# -- slides that are skipped ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["skip: true", "건너뛰기: 예", "skip: yes"])
def test_a_slide_that_is_skipped_is_not_there(write_script: WriteScript, key: str) -> None:
    lines = ("slides:", "  - 첫째", "  - layout: nobody-knows", f"    {key}", "    titel: x", "  - 둘째")
    script = load_script(write_script(*lines))
    assert script.findings == ()
    assert [(slide.number, slide.place.line) for slide in script.slides] == [(1, 2), (2, 6)]


def test_a_slide_that_is_not_skipped_is_there(write_script: WriteScript) -> None:
    script = load_script(write_script("slides:", "  - {text: 하나, skip: no}", "  - {text: 둘, skip: maybe}"))
    assert len(script.slides) == 2
    assert [(item.rule, item.slide) for item in script.findings] == [("wrong-type", 2)]


def test_mistakes_of_yaml_are_said_of_a_skipped_slide_and_break_no_other(write_script: WriteScript) -> None:
    lines = ("slides:", "  - 첫째", "  - text: 말", "    skip: true", "    text: 또", "  - {text: 둘, titel: 셋}")
    script = load_script(write_script(*lines))
    assert [(item.rule, item.slide) for item in script.findings] == [("duplicate-key", None), ("unknown-field-list", 2)]
    assert [slide.broken for slide in script.slides] == [False, True]


def test_skipped_slides_do_not_count_to_the_most(write_script: WriteScript) -> None:
    script = load_script(write_script("slides:", *["  - {text: 말, skip: true}"] * 150, *["  - 말"] * 150))
    assert script.findings == ()
    assert len(script.slides) == 150


def test_every_slide_is_read_where_a_script_is_written_anew(write_script: WriteScript) -> None:
    script = load_script(write_script("slides:", "  - {text: 하나, skip: true}", "  - 둘"), every=True)
    assert [(slide.number, slide.skipped) for slide in script.slides] == [(1, True), (2, False)]


def test_a_layout_may_have_a_field_of_that_name(write_script: WriteScript, tmp_path: Path) -> None:
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "jump.yaml").write_text("fields: {skip: {type: text}}\nbody: {text: skip}\n", "utf-8")
    script = load_script(write_script("slides:", "  - {layout: jump, skip: yes}"))
    assert script.findings == ()
    assert len(script.slides) == 1


# -- hostile names -------------------------------------------------------------------------------------------------


def test_thousands_of_unknown_keys_are_said_in_few_lines_and_soon(write_script: WriteScript) -> None:
    many = [f"    key{number}: a" for number in range(20_000)]
    script = write_script("slides:", "  - 첫째", "  - layout: cover", "    title: 제목", *many)
    start = time.process_time()
    read = load_script(script)
    assert time.process_time() - start < 6
    assert len(read.findings) == 21
    last = one(read, "more-errors")
    assert (last.slide, last.severity, dict(last.values)["count"]) == (2, "error", "19980")
    assert [slide.broken for slide in read.slides] == [False, True]


def test_findings_of_yaml_are_limited_too_and_every_slide_keeps_its_mistake(write_script: WriteScript) -> None:
    twice = ["  - text: a", *["    text: b"] * 30]
    read = load_script(write_script("slides:", *twice, *twice, "  - 셋째"))
    assert [(item.rule, item.slide) for item in read.findings if item.rule == "more-errors"] == [
        ("more-errors", 1),
        ("more-errors", 2),
    ]
    assert [slide.broken for slide in read.slides] == [True, True, False]


@pytest.mark.parametrize("name", ["가" * 300_000, "a" * 900_000])
@pytest.mark.parametrize(
    "line",
    [
        "  - layout: {}",
        "  - {}: 값",
        "  - layout: cover\n    {}: 값",
        "  - 말\ntheme: {}",
        "  - {}: a\n    {}: b",
        "  - a #{}",
        '  - "{}\\경{}"',
    ],
)
def test_a_huge_name_is_shown_by_its_beginning(write_script: WriteScript, name: str, line: str) -> None:
    script = write_script("slides:", line.replace("{}", name))
    start = time.process_time()
    read = load_script(script)
    assert time.process_time() - start < 3
    assert all(len(item.message()) < 2_000 for item in read.findings)


def test_quotes_around_thousands_of_odd_values_are_put_in_linear_time() -> None:
    lines = tuple(Line("a: !") for _ in range(40_000))
    start = time.process_time()
    mend(lines, "script.yaml")
    assert time.process_time() - start < 2.5


@pytest.mark.parametrize("size", ["100000x100", "100x100", "8000×8000", "100000*100"])
def test_a_size_out_of_bounds_is_called_that_in_a_script_and_as_an_argument(
    write_script: WriteScript, size: str
) -> None:
    script = load_script(write_script(f"size: {size}", "slides:", "  - 첫째"))
    with pytest.raises(ArgumentError) as refused:
        sizes_named([size])
    assert [item.rule for item in (*script.findings, *refused.value.findings)] == ["size-limits"] * 2


def test_themes_and_drawings_have_korean_names(tmp_path: Path) -> None:
    path = tmp_path / "script.yaml"
    slides = "".join(f"  - {{레이아웃: 한마디, 글: 글, 그림: {name}}}\n" for name in ("나무", "나모"))
    path.write_text(f"테마: 희망\n슬라이드:\n{slides}", "utf-8")
    script = load_script(path)
    assert [(item.rule, dict(item.values).get("near")) for item in script.findings] == [("unknown-art", "나무")]
    shelf = Shelf(tmp_path)
    drawing, theme = shelf.drawing("나무"), shelf.theme("희망")
    assert drawing is not None and drawing.path.stem == "tree"
    assert theme is not None and theme.name == "hope"
    assert shelf.scene("청사 앞 주민들") is not None
    assert shelf.drawing("없는 그림") is None and shelf.theme("없는 테마") is None


@pytest.mark.parametrize(
    ("box", "rule"),
    [("[10, 0]", "number-range"), ("[10, -5]", "number-range"), ("10", "wrong-type"), ("[1, 2, 3]", "wrong-type")],
)
def test_a_scene_without_an_extent_is_reported(write_script: WriteScript, tmp_path: Path, box: str, rule: str) -> None:
    (tmp_path / "art").mkdir()
    (tmp_path / "art" / "flat.yaml").write_text(f"box: {box}\nbody: {{place: [{{art: tree, box: [0, 0, 5, 5]}}]}}\n")
    script = write_script("slides:", "  - {layout: statement, text: 글, art: flat}")
    assert rule in {item.rule for item in load_script(script).findings}


# -- texts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("unit", ["건", '"단위: 건"', '"단위:건"', '"Unit: 건"'])
def test_what_a_layout_says_before_a_text_is_not_said_twice(write_script: WriteScript, unit: str) -> None:
    rows = "rows: [{label: 가, value: 1}, {label: 나, value: 2}]"
    script = load_script(write_script("slides:", f"  - {{layout: chart-bar, title: 제목, unit: {unit}, {rows}}}"))
    value = script.slides[0].fields["unit"]
    assert isinstance(value, TextValue)
    assert value.text == "건"


def test_what_a_layout_says_is_a_text_where_nothing_else_is(write_script: WriteScript) -> None:
    rows = "rows: [{label: 가, value: 1}, {label: 나, value: 2}]"
    script = load_script(write_script("slides:", f"  - {{layout: chart-bar, title: 제목, unit: 단위, {rows}}}"))
    value = script.slides[0].fields["unit"]
    assert isinstance(value, TextValue)
    assert value.text == "단위"


def test_a_comma_in_braces_is_one_of_the_text_where_no_field_follows(write_script: WriteScript) -> None:
    """YAML takes what stands behind it for a key without a value."""
    script = load_script(
        write_script(
            "slides:",
            "  - layout: info",
            "    title: 밤 도서관",
            "    rows:",
            "      - {label: 언제, value: 12월 2일 화요일, 오후 7시}",
            "      - {value: 솔숲로 12, 1·2층 (1,200석), label: 어디서}",
            '      - {label: "준비물, 짐", value: 물병}',
        )
    )
    assert script.findings == ()
    rows = script.slides[0].fields["rows"]
    assert isinstance(rows, ListValue)
    said = [[getattr(text, "text", "") for text in getattr(row, "fields", {}).values()] for row in rows.items]
    assert said == [
        ["언제", "12월 2일 화요일, 오후 7시"],
        ["솔숲로 12, 1·2층 (1,200석)", "어디서"],
        ["준비물, 짐", "물병"],
    ]


def test_rows_of_labels_and_numbers_may_be_written_in_one_line(write_script: WriteScript) -> None:
    script = load_script(
        write_script(
            "slides:",
            "  - {레이아웃: 고리그래프, 제목: 누가 왔나, 조각: [직장인 62%, '학생: 38%']}",
            "  - 레이아웃: 막대그래프",
            "    제목: 얼마나 왔나",
            "    줄: 20대 1,234명, 시장 2곳 약 3만 5천 명",
        )
    )
    assert script.findings == ()
    lists = [value for slide in script.slides for value in slide.fields.values() if isinstance(value, ListValue)]
    said = [
        [getattr(text, "text", "") for text in row.fields.values()]
        for one in lists
        for row in one.items
        if isinstance(row, GroupValue)
    ]
    assert said == [["직장인", "62%"], ["학생", "38%"], ["20대", "1,234명"], ["시장 2곳", "약 3만 5천 명"]]
    assert str(lists[1].items[1].place).endswith(":5:20")


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("쉼터 |  | 3", ["쉼터", "-", "3"]),
        ("| 쉼터 | 낮 | 3 |", ["쉼터", "낮", "3"]),
        ("쉼터|낮, 밤|3", ["쉼터", "낮, 밤", "3"]),
        ("쉼터 | 2 |", ["쉼터", "2", "-"]),
        ("| 쉼터 | 2", ["-", "쉼터", "2"]),
        ("| 쉼터 | 낮 | |", ["쉼터", "낮", "-"]),
        ("쉼터 | 낮 | 3 |", ["쉼터", "낮", "3"]),
        ("| 쉼터 | 낮 | 3", ["쉼터", "낮", "3"]),
    ],
)
def test_cells_stand_between_strokes(write_script: WriteScript, row: str, cells: list[str]) -> None:
    script = load_script(
        write_script(
            "slides:", "  - layout: table", "    columns: [곳, 때, 수]", "    rows:", *[f"      - '{row}'"] * 2
        )
    )
    rows = script.slides[0].fields["rows"]
    assert "cells-count" not in {item.rule for item in script.findings}
    assert isinstance(rows, ListValue) and isinstance(rows.items[0], GroupValue)
    found = rows.items[0].fields["cells"]
    assert isinstance(found, ListValue)
    assert [getattr(cell, "text", "") for cell in found.items] == cells


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("[걷기 1,234, 버스 567]", [["걷기", "1,234"], ["버스", "567"]]),
        ("[버스 - 567, 걷기 3 – 1,234]", [["버스", "567"], ["걷기 3", "1,234"]]),
        ("버스 – 567명, 걷기 — 30명", [["버스", "567명"], ["걷기", "30명"]]),
    ],
)
def test_commas_and_dashes_of_rows(write_script: WriteScript, row: str, said: list[list[str]]) -> None:
    script = load_script(write_script("slides:", "  - layout: chart-bar", "    title: 글", f"    rows: {row}"))
    rows = script.slides[0].fields["rows"]
    assert isinstance(rows, ListValue)
    found = [[getattr(text, "text", "") for text in item.fields.values()] for item in rows.items if is_group(item)]
    assert found == said


def is_group(value: object) -> TypeGuard[GroupValue]:
    return isinstance(value, GroupValue)


def test_a_text_longer_than_any_is_no_list_of_rows(write_script: WriteScript) -> None:
    script = load_script(
        write_script("slides:", "  - layout: chart-bar", "    title: 글", f"    rows: {'a ' * 400_000}")
    )
    assert [item.rule for item in script.findings if item.severity == "error"] == ["item-not-mapping"]


@pytest.mark.parametrize(
    ("layout", "field", "text", "count"),
    [
        ("table", "columns", "분과 | 언제 | 몇 명", 3),
        ("chips", "words", "가 | 나 | 다 | 라 | 마 | 바", 6),
        ("checklist", "items", "문을 연다 | 불을 켠다 | 물을 준다", 3),
    ],
)
def test_strokes_part_a_list_of_words(
    write_script: WriteScript, layout: str, field: str, text: str, count: int
) -> None:
    script = load_script(write_script("slides:", f"  - {{layout: {layout}, title: 글, {field}: '{text}'}}"))
    words = script.slides[0].fields[field]
    assert isinstance(words, ListValue) and len(words.items) == count


def test_a_folder_that_may_not_be_listed_has_nothing_to_offer(
    write_script: WriteScript, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "닫힘").mkdir()

    def refused(path: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refused)
    lines = ("fonts: [닫힘/글꼴.ttf]", "slides:", "  - {layout: photo, title: 글, image: 닫힘/가.png}")
    script = load_script(write_script(*lines, "  - {layout: photo, title: 글, image: none/a.png}"))
    assert {item.rule for item in script.findings if item.severity == "error"} == {"missing-image-none"}


def test_a_picture_one_folder_further_down_is_what_was_meant(write_script: WriteScript, tmp_path: Path) -> None:
    (tmp_path / "사진" / "봄").mkdir(parents=True)
    Image.new("RGB", (40, 40)).save(tmp_path / "사진" / "봄" / "시청.png")
    Image.new("RGB", (40, 40)).save(tmp_path / "사진" / "정류장.png")
    lines = (f"  - {{layout: photo, title: 글, image: {name}}}" for name in ("사진/시청.png", "사진/정거장.png"))
    script = load_script(write_script("slides:", *lines))
    near = [dict(item.values)["near"] for item in script.findings if item.rule == "missing-image"]
    assert near == ["사진/봄/시청.png", "사진/정류장.png"]


@pytest.mark.parametrize("unit", ["단위：건", "단위: 건", "(단위: 건)", "( 단위：건 )"])
def test_what_the_layout_says_itself_is_not_said_twice(write_script: WriteScript, unit: str) -> None:
    lines = ("  - layout: chart-bar", "    title: 글", f'    unit: "{unit}"', "    rows: 가 3, 나 4")
    said = load_script(write_script("slides:", *lines)).slides[0].fields["unit"]
    assert isinstance(said, TextValue) and said.text.strip() == "건"


def test_a_stroke_parts_no_other_list(write_script: WriteScript) -> None:
    script = load_script(write_script("slides:", "  - {layout: chips, title: 낱말, words: '가|나, 다, 라'}"))
    words = script.slides[0].fields["words"]
    assert isinstance(words, ListValue)
    assert [getattr(word, "text", "") for word in words.items] == ["가|나", "다", "라"]


@pytest.mark.parametrize("focus", ["왼쪽위", "왼쪽 위", "위왼쪽", "topleft"])
def test_the_point_in_view_may_be_one_word(write_script: WriteScript, tmp_path: Path, focus: str) -> None:
    Image.new("RGB", (40, 40)).save(tmp_path / "a.png")
    script = load_script(
        write_script("slides:", f"  - {{layout: cover, title: 글, photo: {{file: a.png, focus: {focus}}}}}")
    )
    photo = script.slides[0].fields["photo"]
    assert script.findings == () and isinstance(photo, ImageValue)
    assert photo.focus == (0.0, 0.0)
