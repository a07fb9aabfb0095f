"""The author's fonts: what a script may name, what lies in `fonts/`, and what is said of everything else."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from cardnews.errors import Finding
from cardnews.reader import load_script
from cardnews.text import ownfonts, webfont
from cardnews.text.fontfile import file_stamp
from cardnews.text.ownfonts import book_of, license_beside
from cardnews.text.typefaces import Typefaces, typefaces_of
from cardnews.text.websize import reading_size
from conftest import WriteScript
from fontmaker import claiming, collection, font, put

SLIDES = ("slides:", "  - 주민의 말")


def fonts(typefaces: Typefaces) -> list[str]:
    return [file.shown for file in typefaces.book.files if file.own]


def said(typefaces: Typefaces) -> list[tuple[str, int]]:
    return [(item.rule, item.place.line) for item in typefaces.findings]


def one(typefaces: Typefaces) -> Finding:
    (found,) = typefaces.findings
    assert all(found.format(language) for language in ("en", "ko"))
    return found


def test_a_script_without_fonts_has_the_shipped_ones(write_script: WriteScript) -> None:
    typefaces = typefaces_of(load_script(write_script(*SLIDES)))
    assert (fonts(typefaces), typefaces.family, typefaces.findings) == ([], "", ())


def test_files_and_folders_that_a_script_names(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "봄바탕.ttf", font(korean="봄바탕"))
    put(tmp_path, "모음/가을/a.OTF", font("Gaeul Gothic", outlines="CFF"))
    put(tmp_path, "모음/둘.ttc", collection(font("Yeoreum"), font("Gyeoul")))
    put(tmp_path, "모음/._a.ttf", b"a Mac's notes")
    put(tmp_path, "모음/읽어 보세요.txt", b"")
    script = write_script("글꼴: 봄바탕", "글꼴파일: [봄바탕.ttf, 모음]", *SLIDES)
    typefaces = typefaces_of(load_script(script))
    assert sorted(fonts(typefaces)) == ["모음/가을/a.OTF", "모음/둘.ttc", "모음/둘.ttc#2", "봄바탕.ttf"]
    assert (typefaces.family, typefaces.findings) == ("봄바탕", ())


def test_the_folder_beside_the_script_needs_no_name(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "fonts/a.ttf", font())
    put(tmp_path, "fonts/more/b.woff2", font("Gaeul Gothic"))
    script = load_script(write_script("font: bom batang", "fonts: fonts/a.ttf", *SLIDES))
    typefaces = typefaces_of(script)
    assert sorted(fonts(typefaces)) == ["fonts/a.ttf", "fonts/more/b.woff2"]
    assert typefaces.family == "bom batang"
    assert typefaces_of(script).book is typefaces.book, "what did not change is not read again"


def test_names_from_a_mac(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, unicodedata.normalize("NFD", "글꼴/봄바탕.ttf"), font(korean="봄바탕"))
    typefaces = typefaces_of(load_script(write_script("fonts: 글꼴/봄바탕.ttf", "font: 봄바탕", *SLIDES)))
    assert (typefaces.family, typefaces.findings) == ("봄바탕", ())
    typefaces = typefaces_of(load_script(write_script("fonts: 글꼴", *SLIDES)))
    assert fonts(typefaces) == ["글꼴/봄바탕.ttf"]


@pytest.mark.parametrize("name", ["../a.ttf", "/etc/passwd", "..", "x/../../a.ttf", "가" * 300, "a\\0b"])
def test_nothing_outside_the_folder(write_script: WriteScript, tmp_path: Path, name: str) -> None:
    put(tmp_path, "a.ttf", font())
    script = write_script(f'fonts: "{name}"', *SLIDES, name="deck/script.yaml")
    typefaces = typefaces_of(load_script(script))
    assert fonts(typefaces) == []
    assert one(typefaces).id in ("outside-folder", "missing-font")


def test_links_lead_nowhere(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/a.ttf", font())
    script = write_script("fonts: linked.ttf", *SLIDES, name="deck/script.yaml")
    (script.parent / "linked.ttf").symlink_to(tmp_path / "elsewhere" / "a.ttf")
    (script.parent / "fonts").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    typefaces = typefaces_of(load_script(script))
    assert fonts(typefaces) == []
    assert one(typefaces).rule == "outside-folder"
    (script.parent / "fonts").unlink()
    (script.parent / "fonts").mkdir()
    (script.parent / "fonts" / "a.ttf").symlink_to(tmp_path / "elsewhere" / "a.ttf")
    (script.parent / "fonts" / "loop").symlink_to(script.parent, target_is_directory=True)
    assert fonts(typefaces_of(load_script(script))) == []


@pytest.mark.parametrize(
    ("beside", "named", "rule", "words"),
    [
        (["봄바탕.ttf"], "봄바당.ttf", "missing-font", "봄바탕.ttf"),
        (["봄바탕.ttf"], "여름고딕", "missing-font-list", "봄바탕.ttf"),
        ([], "봄바탕.ttf", "missing-font-none", "봄바탕.ttf"),
    ],
)
def test_a_file_that_is_not_there(
    write_script: WriteScript, tmp_path: Path, beside: list[str], named: str, rule: str, words: str
) -> None:
    for name in beside:
        put(tmp_path, name, font())
    found = one(typefaces_of(load_script(write_script(f"fonts: {named}", *SLIDES))))
    assert (found.rule, found.place.line, found.place.column) == (rule, 1, 8)
    assert words in found.message()


def test_a_folder_without_fonts(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "글꼴/글꼴.zip", b"PK")
    assert said(typefaces_of(load_script(write_script("fonts: 글꼴", *SLIDES)))) == [("fonts-empty", 1)]


def test_what_is_wrong_with_a_file_is_said_where_it_is_named(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "a.ttf", b"nothing")
    put(tmp_path, "fonts/b.ttf", font().flavor or b"\0\1\0\0\0\1")
    put(tmp_path, "fonts/c.ttf", font())
    typefaces = typefaces_of(load_script(write_script("title: 글", "fonts: a.ttf", *SLIDES)))
    assert said(typefaces) == [("font-not-a-font", 2), ("font-damaged", 0)]
    assert typefaces.findings[1].place.path == str(tmp_path / "fonts" / "b.ttf")
    assert fonts(typefaces) == ["fonts/c.ttf"]


@pytest.mark.parametrize(
    ("asked", "rule", "says"),
    [
        ("봄바당", "unknown-font", "봄바탕"),
        ("Bom Batnag", "unknown-font", "Bom Batang"),
        ("고운바당", "unknown-font", "고운바탕"),
        ("b.ttf", "unknown-font-held", 'in "fonts/b.ttf" is called "Bom Batang"'),
        ("fonts/b.ttf", "unknown-font-held", 'in "fonts/b.ttf" is called "Bom Batang"'),
        ("우리글꼴", "unknown-font-held", 'in "fonts/우리글꼴.ttf" is called "고운바탕"'),
        ("여름고딕", "unknown-font-list", "Bom Batang, 봄바탕, Pretendard, 프리텐다드"),
        ("Gaeul Gothic", "unknown-font-file", "가을.ttf"),
        ("가을", "unknown-font-file", "가을.ttf"),
    ],
)
def test_a_family_that_is_not_at_hand(
    write_script: WriteScript, tmp_path: Path, asked: str, rule: str, says: str
) -> None:
    put(tmp_path, "fonts/b.ttf", font(korean="봄바탕"))
    put(tmp_path, "가을.ttf", font("Gaeul Gothic"))
    put(tmp_path, "broken.ttf", b"\0\1\0\0")
    if asked == "우리글꼴":
        put(tmp_path, "fonts/우리글꼴.ttf", font("Gowun Batang"))
    typefaces = typefaces_of(load_script(write_script(f"font: {asked}", *SLIDES)))
    assert typefaces.family == ""
    found = one(typefaces)
    assert (found.rule, found.place.line, found.place.column) == (rule, 1, 7)
    assert says in found.message()
    assert says.rpartition(" called ")[2] in found.message("ko")


def test_too_many_files(write_script: WriteScript, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        put(tmp_path, f"fonts/{number}.ttf", font(f"Family {number}"))
    monkeypatch.setattr(ownfonts, "MOST_FILES", 3)
    typefaces = typefaces_of(load_script(write_script(*SLIDES)))
    assert fonts(typefaces) == ["fonts/0.ttf", "fonts/1.ttf", "fonts/2.ttf"]
    assert one(typefaces).rule == "fonts-too-many"
    monkeypatch.setattr(ownfonts, "MOST_FILES", 400)
    monkeypatch.setattr(ownfonts, "MOST_MIB", 0)
    assert one(typefaces_of(load_script(write_script(*SLIDES)))).rule == "fonts-too-many"


def test_what_is_packed_in_a_file_counts(
    write_script: WriteScript, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        path = put(tmp_path, f"fonts/{number}.woff2", claiming(300_000, number))
        assert reading_size(path, file_stamp(path)) == 300_000
    read = [0]

    def counting(data: bytes, *, outlines: bool = True) -> bytes:
        read[0] += 1
        raise ValueError

    monkeypatch.setattr(webfont, "unpack", counting)
    monkeypatch.setattr(ownfonts, "MOST_MIB", 1)
    script = load_script(write_script("font: Nowhere", *SLIDES))
    for _ in range(3):
        rules = sorted(item.rule for item in typefaces_of(script).findings)
        assert rules == [*["font-damaged"] * 3, "fonts-too-many", "unknown-font-list"]
        assert read[0] == 3, "a damaged file is read once, and the last one not at all"


def test_no_more_is_read_beside_the_script_than_in_its_folder(
    write_script: WriteScript, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = put(tmp_path, "a.ttf", font()).stat().st_size
    put(tmp_path, "b.ttf", font("Gaeul Gothic"))
    script = load_script(write_script("font: Gaeul Gothic", *SLIDES))
    assert one(typefaces_of(script)).rule == "unknown-font-file"
    monkeypatch.setattr(ownfonts, "MOST_MIB", 1.5 * size / 1024**2)
    assert one(typefaces_of(script)).rule == "unknown-font-list"


def test_a_message_names_no_more_than_can_be_read(write_script: WriteScript, tmp_path: Path) -> None:
    for number in range(50):
        put(tmp_path, f"fonts/{number}.ttf", font(f"{number} " + "긴" * 900))
    found = one(typefaces_of(load_script(write_script("font: Nowhere", *SLIDES))))
    assert found.rule == "unknown-font-list"
    assert len(found.message()) < 40 * 70
    found = one(typefaces_of(load_script(write_script("font: 7.ttf", *SLIDES))))
    assert (found.rule, len(found.message()) < 300) == ("unknown-font-held", True)


def test_a_font_that_changed_is_read_again(write_script: WriteScript, tmp_path: Path) -> None:
    path = put(tmp_path, "fonts/a.ttf", font(letters="가"))
    script = load_script(write_script("font: Bom Batang", *SLIDES))
    before = typefaces_of(script).book.font("Bom Batang", 400)
    assert before is not None
    assert not before.glyph(ord("나"))
    put(tmp_path, "fonts/a.ttf", font(letters="가나"))
    os.utime(path, ns=(7, 7))
    after = typefaces_of(script).book.font("Bom Batang", 400)
    assert after is not None
    assert after.glyph(ord("나"))


def test_files_from_anywhere_for_a_caller(tmp_path: Path) -> None:
    path = put(tmp_path, "a.ttf", font())
    put(tmp_path, "more/b.ttf", font("Gaeul Gothic"))
    book, findings = book_of([path, str(tmp_path / "more"), tmp_path / "none.ttf"])
    assert book.families[:2] == ("Bom Batang", "Gaeul Gothic")
    assert [item.rule for item in findings] == ["file-missing"]
    assert book_of(str(path))[0].families[0] == "Bom Batang"


@pytest.mark.parametrize("name", ["OFL.txt", "LICENSE", "license.pdf", "라이선스.txt", "글꼴 저작권.txt"])
def test_a_license_beside_a_font(tmp_path: Path, name: str) -> None:
    path = put(tmp_path, "a.ttf", b"")
    assert license_beside(path) == ""
    put(tmp_path, unicodedata.normalize("NFD", name), b"")
    assert license_beside(path) == (name if not name.startswith("글꼴") else "")
