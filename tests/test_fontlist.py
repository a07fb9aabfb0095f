"""`cardnews fonts`: the families and what they may be used for, the characters a script lacks, as tables and JSON."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from cardnews.cli.app import run
from cardnews.cli.table import cut, padded, table
from cardnews.diagnostics import width_of
from cardnews.errors import CardnewsError, Place
from cardnews.fontcheck import _standing, check_fonts
from cardnews.fontlist import FontRecord, ks_x_1001, list_fonts
from cardnews.reader import load_script
from cardnews.values import TextValue
from conftest import WriteScript
from fontmaker import LETTERS, font, ks_font, put

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CARDNEWS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def by_name(records: tuple[FontRecord, ...]) -> dict[str, FontRecord]:
    return {record.family: record for record in records}


# -- the records ---------------------------------------------------------------------------------------------------


def test_the_sets_of_ks_x_1001() -> None:
    hangul, hanja, signs = ks_x_1001()
    assert (len(hangul), len(hanja), len(signs)) == (2350, 4888, 987)
    assert {"가", "힝"} <= hangul
    assert "펲" not in hangul
    assert {"伽", "詰", "\uf900"} <= hanja
    assert {"㈜", "　", "А", "─"} <= signs


def test_what_is_shipped() -> None:
    fonts = by_name(list_fonts())
    assert list(fonts)[:2] == ["Pretendard", "Noto Serif KR"]
    assert {record.license for record in fonts.values()} == {"OFL-1.1"}
    assert {record.embedding for record in fonts.values()} == {"installable"}
    assert not any(record.own for record in fonts.values())
    pretendard, serif, gowun = fonts["Pretendard"], fonts["Noto Serif KR"], fonts["Gowun Batang"]
    assert (pretendard.korean, pretendard.weights, pretendard.axes) == (
        "프리텐다드",
        ((45.0, 930.0),),
        (("wght", 45.0, 930.0),),
    )
    assert (pretendard.coverage.hangul, pretendard.coverage.modern, pretendard.coverage.hanja) == (2350, 11172, 0)
    # Of the Hanja that stand twice in KS X 1001, one glyph serves both.
    assert (serif.coverage.hanja, serif.coverage.modern) == (4888, 11172)
    assert (gowun.weights, gowun.files) == (
        ((400.0, 400.0), (700.0, 700.0)),
        ("GowunBatang-Bold.ttf", "GowunBatang-Regular.ttf"),
    )
    assert fonts["Black Han Sans"].coverage.modern == 2581


def test_what_an_author_added(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "fonts/r.ttf", font(korean="봄바탕", rights=0x102, license="봄글꼴 사용권: 비영리만 쓸 수 있음"))
    put(tmp_path, "fonts/b.woff2", font(korean="봄바탕", weight=700, letters=LETTERS + "펲"))
    put(tmp_path, "fonts/i.ttf", font(korean="봄바탕", weight=300, italic=True))
    put(tmp_path, "k.ttf", ks_font())
    script = write_script("fonts: k.ttf", "slides:", "  - 주민")
    records = list_fonts(script)
    assert list_fonts(load_script(script)) == records
    first, second = by_name(records)["Bom Batang"], by_name(records)["Wansung Jip"]
    assert [record.own for record in records[:3]] == [True, True, False]
    assert (first.korean, first.files) == ("봄바탕", ("fonts/b.woff2", "fonts/i.ttf", "fonts/r.ttf"))
    assert first.weights == ((400.0, 400.0), (700.0, 700.0)), "italics set no upright text"
    assert (first.embedding, first.subsetting) == ("forbidden", False)
    assert first.coverage.modern == sum("가" <= letter <= "힣" for letter in LETTERS) + 1
    assert (second.korean, second.coverage.hangul, second.coverage.modern) == ("", 2350, 2350)
    assert by_name(list_fonts(fonts=[tmp_path / "fonts"]))["Bom Batang"].weights == first.weights


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("This Font Software is licensed under the SIL Open Font License, Version 1.1.", "OFL-1.1"),
        ("Licensed under the Apache License, Version 2.0", "Apache-2.0"),
        ("공공누리 제1유형으로 누구나 쓸 수 있음", "공공누리"),
        ("사내에서만  쓸\n수 있음", "사내에서만 쓸 수 있음"),
        ("가" * 99, "가" * 59 + "…"),
        ("", ""),
    ],
)
def test_licenses_by_their_short_names(tmp_path: Path, text: str, short: str) -> None:
    path = put(tmp_path, "a.ttf", font(license=text))
    assert by_name(list_fonts(fonts=[path]))["Bom Batang"].license == short
    put(tmp_path, "OFL.txt", b"")
    assert by_name(list_fonts(fonts=[path]))["Bom Batang"].license == (short or "OFL.txt")


def test_arguments_that_cannot_be_read(tmp_path: Path) -> None:
    put(tmp_path, "deck/broken.ttf", b"\0\1\0\0")
    put(tmp_path, "deck/a.ttf", font())
    for script in (tmp_path / "none.yaml", str(tmp_path)):
        with pytest.raises(CardnewsError) as caught:
            list_fonts(script)
        assert [item.severity for item in caught.value.findings] == ["error"]
    for fonts in ([tmp_path / "none.ttf"], str(tmp_path / "none.ttf"), [tmp_path / "deck/broken.ttf"]):
        with pytest.raises(CardnewsError):
            list_fonts(fonts=fonts)
    assert "Bom Batang" in by_name(list_fonts(fonts=[tmp_path / "deck"])), "one file of a folder is not the folder"


# -- what a script lacks -------------------------------------------------------------------------------------------


def test_nothing_is_lacking(governance: Path) -> None:
    check = check_fonts(governance)
    assert (check.lacks, check.findings, check.ok) == ((), (), True)


def test_what_is_lacking_and_where(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "fonts/k.ttf", ks_font())
    script = write_script(
        "font: wansung jip",
        "size: [square, wide]",
        "slides:",
        "  - 주민과 시펲을 만나다",
        "  - layout: statement",
        "    text: 協治 펲도 시펲도",
        "    support: 동네 ☎ 그리고 😀",
    )
    check = check_fonts(script)
    assert check.ok
    found = {lack.character: lack for lack in check.lacks}
    assert {"協", "治", "펲", "☎", "😀"} <= set(found)
    assert "시" not in found
    lack = found["펲"]
    assert (lack.code, lack.family, lack.fallback, lack.slides) == ("U+D3B2", "Wansung Jip", "Pretendard", (1, 2))
    assert [(place.line, place.column) for place in lack.places] == [(4, 10), (6, 14)]
    assert (found["協"].fallback, found["😀"].fallback) == ("Noto Sans KR", "Noto Color Emoji")
    assert {item.rule for item in check.findings} == {"font-weight"}


def test_what_no_font_has(write_script: WriteScript) -> None:
    check = check_fonts(write_script("slides:", "  - 주민", "  - 𓀀 하나"))
    (lack,) = check.lacks
    assert (lack.character, lack.code, lack.fallback, lack.slides) == ("𓀀", "U+13000", "", (2,))
    assert [(place.line, place.column) for place in lack.places] == [(3, 5)]
    assert not check.ok
    assert [item.rule for item in check.findings] == ["missing-glyph"]
    (lack,) = check_fonts(write_script("slides:", "  - 주민\uf123")).lacks
    assert (lack.code, lack.fallback) == ("U+F123", "")


def test_a_script_that_cannot_be_read(tmp_path: Path) -> None:
    check = check_fonts(tmp_path / "none.yaml")
    assert [item.rule for item in check.findings] == ["file-missing"]
    assert not check.ok
    assert check.fonts


BROKEN = {
    "art/two.yaml": "box: [90, 27]\nbody:\n  place:\n    - {art: broken, box: [0, 0, 10, 10]}\n",
    "art/broken.svg": "<svg",
    "art/three.yaml": "box: [90, 27]\nbody:\n  place:\n    - {art: three, box: [0, 0, 10, 10]}\n",
}


@pytest.mark.parametrize("scene", ["two", "three"])
def test_a_scene_that_cannot_be_drawn(write_script: WriteScript, tmp_path: Path, scene: str, capsys: Capture) -> None:
    for name, text in BROKEN.items():
        put(tmp_path, name, text.encode())
    script = write_script("slides:", "  - 주민의 𓀀", "  - layout: statement", "    text: 둘", f"    art: {scene}")
    check = check_fonts(script)
    assert not check.ok
    assert "𓀀" in {lack.character for lack in check.lacks}, "the other slide is looked at all the same"
    assert run(["fonts", "--check", str(script)]) == 1
    assert "Traceback" not in "".join(capsys.readouterr())


def test_a_theme_that_cannot_be_read(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "themes/broken.yaml", b"fonts: [")
    check = check_fonts(write_script("theme: broken", "slides:", "  - 주민의 𓀀"))
    assert not check.ok


def test_what_a_layout_says_stands_at_the_slide(write_script: WriteScript, tmp_path: Path) -> None:
    path = str(write_script("slides:", "  - 주민"))
    slide = Place(path, 2, 3)
    fields = {
        "label": TextValue("협치 𓀀", Place("layouts/label.yaml", 9, 4)),
        "text": TextValue("동네 𓀀", Place(path, 2, 5)),
    }
    assert [place.path for place in _standing("𓀀", fields, (slide.path, ""))] == [path]


# -- the command ---------------------------------------------------------------------------------------------------


def test_the_table_of_shipped_fonts(capsys: Capture) -> None:
    assert run(["fonts"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert lines[0].split() == ["family", "weights", "license", "embedding", "hangul", "hanja", "signs", "modern"]
    row = next(line for line in lines if line.startswith("Gowun Batang"))
    assert row.split() == ["Gowun", "Batang", "400", "700", "OFL-1.1", "allowed", "all", "–", "704", "all"]
    assert max(map(width_of, lines)) <= 80
    assert run(["fonts", "--lang", "ko"]) == 0
    korean = capsys.readouterr().out.splitlines()
    assert max(map(width_of, korean)) <= 80
    heads = [line for line in korean if line.startswith(("글꼴", "프리텐다드", "노토 컬러"))]
    # The right edge of every column of numbers is the same for Hangul and Latin cells.
    assert len({width_of(line) for line in heads}) == 1


def test_checking_a_script(write_script: WriteScript, tmp_path: Path, capsys: Capture) -> None:
    put(tmp_path, "fonts/k.ttf", font(korean="봄바탕", letters=LETTERS, rights=2, license=""))
    script = write_script("font: 봄바탕", "slides:", "  - 주민 협치의 동네")
    assert run(["fonts", "--check", str(script), "--lang", "ko"]) == 0
    out, err = capsys.readouterr()
    assert "봄바탕" in out
    assert "금지" in out
    assert next(line for line in out.splitlines() if line.startswith("치 ")).split() == [
        *("치", "U+CE58", "봄바탕", "프리텐다드", "1", "3:9")
    ]
    assert "font-embedding" in err
    assert "font-license" in err
    assert run(["fonts", "--check", str(write_script("slides:", "  - 𓀀")), "--lang", "en"]) == 1
    assert "no font has it" in capsys.readouterr().out
    assert run(["fonts", "--check", str(write_script("slides:", "  - 주민")), "--lang", "en"]) == 0
    assert "every character of the script is in its font" in capsys.readouterr().out
    capsys.readouterr()
    assert run(["fonts", "--check", str(tmp_path / "none.yaml"), "--lang", "en"]) == 1
    out, err = capsys.readouterr()
    assert "none.yaml" in err
    assert "every character" not in out


def test_checking_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("slides:\n  - 協治\n".encode())))
    assert run(["fonts", "--check", "-", "--lang", "en"]) == 0
    assert next(line for line in capsys.readouterr().out.splitlines() if line.startswith("協 ")).endswith("2:5")


def test_json(write_script: WriteScript, tmp_path: Path, capsys: Capture) -> None:
    assert run(["fonts", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"fonts"}
    assert found["fonts"][0] == {
        "family": "Pretendard",
        "korean": "프리텐다드",
        "own": False,
        "files": ["PretendardVariable.ttf"],
        "weights": [[45.0, 930.0]],
        "axes": {"wght": [45.0, 930.0]},
        "license": "OFL-1.1",
        "license_url": "http://scripts.sil.org/OFL",
        "embedding": "installable",
        "subsetting": True,
        "coverage": {
            "ks_x_1001": {"hangul": 2350, "hanja": 0, "signs": 696},
            "modern_hangul": 11172,
            "characters": 14336,
        },
    }
    script = write_script("slides:", "  - 協治")
    assert run(["fonts", "--check", str(script), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["lacking"][0] == {
        "character": "協",
        "code": "U+5354",
        "family": "Pretendard",
        "fallback": "Noto Sans KR",
        "slides": [1],
        "places": [{"path": str(script), "line": 2, "column": 5}],
    }


@pytest.mark.parametrize(("language", "words"), [("en", "fonts/ beside the script"), ("ko", "스크립트 옆 fonts/ 폴더")])
def test_help(language: str, words: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARDNEWS_LANG", language)
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["fonts", "--help"]) == 0
    out = capsys.readouterr().out
    assert len(out.splitlines()) <= 24
    assert words in " ".join(out.split())


# -- tables --------------------------------------------------------------------------------------------------------


def test_columns_of_a_terminal() -> None:
    assert [width_of(text) for text in ("가나", "ab", "가a", "e\u0301", "🇰", "", "ㅋ", "…")] == [4, 2, 3, 1, 1, 0, 2, 1]
    assert [padded("가", 4), padded("가", 4, right=True)] == ["가  ", "  가"]
    assert table([("글꼴", "수"), ("a", "1,234")], [False, True]) == ["글꼴     수", "a     1,234"]
    assert [cut("글꼴 이름", 9), cut("글꼴 이름", 8), cut("글꼴 이름", 6)] == ["글꼴 이름", "글꼴 이…", "글꼴…"]
