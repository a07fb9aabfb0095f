"""Rules over picture files: alternative texts, rights, pixels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from cardnews.check.pictures import facts_of
from check.conftest import CheckScript, ids, spots, value

PHOTO = ("slides:", "  - layout: cover", "    title: 우리 동네")


def save(path: Path, extent: tuple[int, int] = (1200, 1600), **options: Any) -> Path:
    Image.new("RGB", extent, "#446688").save(path, **options)
    return path


def exif(tag: int, text: object) -> Image.Exif:
    found = Image.Exif()
    found[tag] = text
    return found


# -- alternative texts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["    photo: town.jpg"], [("missing-alt", 4, 12)]),
        (["    photo: {file: town.jpg, alt: 주민 셋이 건의함 앞에 서 있다}"], []),
        (["    photo: town.jpg", "    alt: 주민 셋이 건의함 앞에 서 있다"], []),
        (["    photo: {file: town.jpg, alt: 사진}"], [("empty-alt", 4, 19)]),
        (["    photo: {file: town.jpg, alt: town}"], [("empty-alt", 4, 19)]),
        (["    art: town-meeting"], []),
    ],
)
def test_alternative_texts(check_script: CheckScript, tmp_path: Path, lines: list[str], expected: list[object]) -> None:
    save(tmp_path / "town.jpg")
    assert spots(check_script(*PHOTO, *lines, only="*-alt")) == expected


def test_what_is_said_of_them(check_script: CheckScript, tmp_path: Path) -> None:
    save(tmp_path / "town.jpg")
    (item,) = check_script(*PHOTO, "    photo: {file: town.jpg, alt: 사진}", only="empty-alt")
    assert item.message("ko").startswith('"사진"이라는 대체글로는 "town.jpg" 사진이 무엇을')
    assert item.field == "photo"


def test_logos_need_no_words_of_their_own(check_script: CheckScript, tmp_path: Path) -> None:
    save(tmp_path / "구청.png")
    lines = ("slides:", "  - layout: closing", "    title: 함께해요", "    logos: [구청.png]")
    assert check_script(*lines, only="missing-alt empty-alt missing-rights") == ()


# -- rights --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "owned"),
    [
        ({}, False),
        ({"exif": exif(0x8298, "ⓒ 동네한마디")}, True),
        ({"exif": exif(0x013B, "김주민")}, True),
        ({"exif": exif(0x8298, " ")}, False),
        ({"xmp": b"<x:xmpmeta><dc:rights>CC BY</dc:rights></x:xmpmeta>"}, True),
        ({"xmp": b"<x:xmpmeta><xmp:Rating>5</xmp:Rating></x:xmpmeta>"}, False),
    ],
)
def test_who_owns_a_file(tmp_path: Path, options: dict[str, Any], owned: bool) -> None:
    facts = facts_of(save(tmp_path / "town.jpg", **options))
    assert facts is not None
    assert facts.owned == owned


def test_agencies_say_it_in_iptc(tmp_path: Path) -> None:
    # IPTC-IIM record 2, data set 116, in a Photoshop resource block of a TIFF.
    directory = ImageFileDirectory_v2()
    directory[33723] = b"\x1c\x02\x74\x00\x06agency"
    facts = facts_of(save(tmp_path / "town.tif", tiffinfo=directory))
    assert facts is not None
    assert facts.owned


def test_a_file_is_asked_about_once(check_script: CheckScript, tmp_path: Path) -> None:
    save(tmp_path / "town.jpg")
    slides = [
        line for number in (1, 2) for line in ("  - layout: cover", f"    title: {number}", "    photo: town.jpg")
    ]
    assert spots(check_script("slides:", *slides, only="missing-rights")) == [("missing-rights", 4, 12)]
    slides[-1] = "    photo: {file: town.jpg, rights: 김주민 제공}"
    assert check_script("slides:", *slides, only="missing-rights") == ()


# -- pixels --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("extent", "expected"), [((1080, 900), []), ((540, 2000), ["200"]), ((1040, 900), []), ((900, 2000), ["120"])]
)
def test_upscaled(check_script: CheckScript, tmp_path: Path, extent: tuple[int, int], expected: list[str]) -> None:
    save(tmp_path / "town.jpg", extent)
    found = check_script(*PHOTO, "    photo: town.jpg", only="image-upscaled")
    assert [value(item, "percent") for item in found] == expected
    assert [(item.place.line, item.place.column, item.field) for item in found] == [(4, 12, "photo")] * len(expected)


def test_a_picture_on_its_side_is_turned(tmp_path: Path) -> None:
    facts = facts_of(save(tmp_path / "town.jpg", (300, 200), exif=exif(0x0112, 6)))
    assert facts is not None
    assert (facts.width, facts.height) == (200, 300)


def test_several_sizes_are_said_once(check_script: CheckScript, tmp_path: Path) -> None:
    save(tmp_path / "town.jpg", (540, 2000))
    (item,) = check_script(*PHOTO, "    photo: town.jpg", only="image-upscaled", sizes=["portrait", "1620x2025"])
    assert (value(item, "percent"), value(item, "canvas")) == ("300", "portrait, 1620x2025")
    assert value(item, "width") == "1620"


# -- files that are none -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xd8\xff\xe1\xff\xff"])
@pytest.mark.parametrize("pixels", [True, False])
def test_damaged_files_are_an_error(check_script: CheckScript, tmp_path: Path, data: bytes, pixels: bool) -> None:
    (tmp_path / "town.jpg").write_bytes(data)
    lines = "    photo: {file: town.jpg, alt: 주민 셋이 서 있다, rights: 김주민}"
    assert ids(check_script(*PHOTO, lines, pixels=pixels)) == ["unreadable-image"]


def test_a_picture_cut_off_is_found_without_painting(check_script: CheckScript, tmp_path: Path) -> None:
    path = save(tmp_path / "town.png")
    path.write_bytes(path.read_bytes()[:-40])
    assert "unreadable-image" in ids(check_script(*PHOTO, "    photo: town.png"))
