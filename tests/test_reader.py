"""Reading scripts: which slide a mistake belongs to, names of files, and what hostile scripts cost."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from cardnews.errors import Finding
from cardnews.reader import load_script
from cardnews.script import Script
from cardnews.values import ImageValue
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
