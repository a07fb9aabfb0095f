"""Files beside a script: found by either spelling of Hangul, and never outside its folder."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from cardnews.assets import Kind, Library, as_spelled

NAME = "사진"


@pytest.mark.parametrize(
    ("kind", "own", "file"),
    [("art", "art", "mine.svg"), ("layout", "layouts", "mine.yaml"), ("theme", "themes", "mine.yaml")],
)
def test_a_linked_folder_does_not_lead_out_of_the_scripts(tmp_path: Path, kind: Kind, own: str, file: str) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "script"
    outside.mkdir()
    folder.mkdir()
    (outside / file).write_text("secret", "utf-8")
    (folder / own).symlink_to(outside, target_is_directory=True)
    library = Library(folder)
    assert library.find(kind, "mine") is None
    assert "mine" not in library.names(kind)
    (folder / own).unlink()
    (folder / own).mkdir()
    (folder / own / file).symlink_to(outside / file)
    assert library.find(kind, "mine") is None


def test_a_linked_folder_inside_the_scripts_is_fine(tmp_path: Path) -> None:
    (tmp_path / "drawings").mkdir()
    (tmp_path / "drawings" / "mine.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "art").symlink_to("drawings", target_is_directory=True)
    assert Library(tmp_path).find("art", "mine") == tmp_path / "art" / "mine.svg"


def test_shipped_files_are_found_without_a_folder_and_with_one(tmp_path: Path) -> None:
    assert Library().find("layout", "cover") == Library(tmp_path).find("layout", "cover") is not None


@pytest.mark.parametrize(("stored", "asked"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_either_spelling_of_hangul_finds_the_other(tmp_path: Path, stored: str, asked: str) -> None:
    there, name = normalize(stored, NAME), normalize(asked, NAME)  # type: ignore[arg-type]
    (tmp_path / "art").mkdir()
    (tmp_path / "art" / f"{there}.svg").write_text("<svg/>", "utf-8")
    library = Library(tmp_path)
    found = library.find("art", name)
    assert found is not None
    assert found.is_file()
    assert NAME in library.names("art")


def test_a_folder_may_be_spelled_apart_too(tmp_path: Path) -> None:
    folder = tmp_path / normalize("NFD", "그림")
    folder.mkdir()
    (folder / f"{normalize('NFD', NAME)}.png").write_bytes(b"")
    assert as_spelled(tmp_path, f"그림/{NAME}.png").is_file()
    assert as_spelled(tmp_path, "그림/없음.png") == tmp_path / "그림" / "없음.png"
