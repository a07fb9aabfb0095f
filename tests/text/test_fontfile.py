"""Opening font files: what a face says of itself, and what is said of files that are none, or damaged, or hostile."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from cardnews.errors import CardnewsError
from cardnews.text import fontfile
from cardnews.text.fontfile import Embedding, FaceInfo, characters, embedding, open_face, read_faces
from fontmaker import LETTERS, collection, cut, font, put, saved


def face(folder: Path, name: str = "a.ttf", **settings: object) -> FaceInfo:
    (info,) = read_faces(put(folder, name, font(**settings)))  # type: ignore[arg-type]
    return info


def rule(path: Path) -> str:
    with pytest.raises(CardnewsError) as caught:
        read_faces(path)
    (found,) = caught.value.findings
    assert all(found.message(language) for language in ("en", "ko"))
    return found.rule


# -- what a face says ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.ttf", "a.otf", "a.woff", "a.woff2", "b.woff2"])
def test_every_format(tmp_path: Path, name: str) -> None:
    info = face(tmp_path, name, korean="봄바탕", outlines="CFF" if name in ("a.otf", "b.woff2") else "glyf")
    assert (info.family, info.korean) == ("Bom Batang", "봄바탕")
    assert set(info.names) == {"bombatang", "봄바탕"}
    assert (info.weights, info.italic, info.embedding) == ((400.0, 400.0), False, "installable")
    assert info.characters == len(set(LETTERS) - {" "})
    assert info.hangul == sum("가" <= letter <= "힣" for letter in LETTERS)
    assert info.license.startswith("This Font Software")
    opened = open_face(tmp_path / name, 0)
    assert {chr(code) for code in opened.unicodes} == set(LETTERS) == set(map(chr, characters(tmp_path / name, 0)))


def test_all_faces_of_a_collection(tmp_path: Path) -> None:
    path = put(tmp_path, "two.ttc", collection(font(weight=400), font("Bom Gothic", weight=700)))
    infos = read_faces(path)
    assert [(info.index, info.family, info.weights) for info in infos] == [
        (0, "Bom Batang", (400.0, 400.0)),
        (1, "Bom Gothic", (700.0, 700.0)),
    ]
    assert open_face(path, 1).get_name(1) == "Bom Gothic"


def test_the_axes_of_a_variable_font(tmp_path: Path) -> None:
    info = face(tmp_path, axes=[("wght", 200, 400, 800), ("opsz", 8, 12, 72)])
    assert info.weights == (200.0, 800.0)
    assert info.axes == (("wght", 200.0, 800.0), ("opsz", 8.0, 72.0))
    assert face(tmp_path, "b.ttf", weight=500, axes=[("opsz", 8, 12, 72)]).weights == (500.0, 500.0)


def test_a_typographic_family_goes_before_the_family_of_its_weight(tmp_path: Path) -> None:
    names = {"typographicFamily": "Bom Batang", "typographicSubfamily": "ExtraBold"}
    info = face(tmp_path, family="Bom Batang ExtraBold", korean="봄바탕 ExtraBold", weight=800, names=names)
    assert (info.family, info.korean, info.weights) == ("Bom Batang", "봄바탕", (800.0, 800.0))
    assert set(info.names) == {"bombatang", "봄바탕", "bombatangextrabold", "봄바탕extrabold"}


def test_an_old_family_of_one_weight_joins_the_others(tmp_path: Path) -> None:
    info = face(tmp_path, family="Bom Batang ExtraBold", weight=800)
    assert (info.family, info.weights) == ("Bom Batang", (800.0, 800.0))
    # Its weight does not bear the name out, so the word belongs to the name.
    assert face(tmp_path, "b.ttf", family="Paint It Black", weight=300).family == "Paint It Black"


@pytest.mark.parametrize(
    ("style", "said", "weight"),
    [("Bold", 400, 700), ("Regular", 400, 400), ("Bold", 7, 700), ("Light", 5, 500), ("Regular", 900, 900)],
)
def test_a_weight_that_a_file_got_wrong(tmp_path: Path, style: str, said: int, weight: float) -> None:
    assert face(tmp_path, style=style, weight=said).weights == (weight, weight)


def test_the_korean_name_of_a_known_family(tmp_path: Path) -> None:
    info = face(tmp_path, family="NanumMyeongjo")
    assert info.korean == "나눔명조"
    assert "나눔명조" in info.names


def test_a_font_without_names_is_called_as_its_file(tmp_path: Path) -> None:
    made = font()
    del made["name"], made["OS/2"]
    (info,) = read_faces(put(tmp_path, "봄바탕.ttf", made))
    assert (info.family, info.weights, info.embedding) == ("봄바탕", (400.0, 400.0), "unknown")


def test_italics(tmp_path: Path) -> None:
    assert face(tmp_path, italic=True).italic
    made = font()
    made["head"].macStyle = 2
    assert read_faces(put(tmp_path, "b.ttf", made))[0].italic


@pytest.mark.parametrize(
    ("rights", "said"),
    [
        (0x0000, "installable"),
        (0x0002, "forbidden"),
        (0x0004, "print"),
        (0x0008, "editable"),
        (0x000C, "editable"),
        (0x0006, "print"),
        (0x0102, "forbidden"),
        (0x0100, "installable"),
        (0x0200, "bitmaps"),
        (0x0208, "bitmaps"),
        (0x0001, "installable"),
    ],
)
def test_what_the_bits_allow(tmp_path: Path, rights: int, said: Embedding) -> None:
    assert embedding(rights) == said
    info = face(tmp_path, rights=rights)
    assert info.embedding == said
    assert info.whole == bool(rights & 0x100)


def test_a_file_that_was_replaced_is_read_again(tmp_path: Path) -> None:
    assert face(tmp_path).family == "Bom Batang"
    path = put(tmp_path, "a.ttf", font("Gaeul Gothic"))
    os.utime(path, ns=(1, 1))
    assert read_faces(path)[0].family == "Gaeul Gothic"


# -- what cannot be used -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"<!DOCTYPE html>", b"PK\x03\x04", b"%!PS-AdobeFont-1.0", b"\0" * 64, b"OTT"])
def test_what_is_no_font(tmp_path: Path, content: bytes) -> None:
    assert rule(put(tmp_path, "a.ttf", content)) == "font-not-a-font"


@pytest.mark.parametrize("name", ["a.ttf", "a.otf", "a.woff", "a.woff2"])
def test_a_file_that_was_cut_off(tmp_path: Path, name: str) -> None:
    whole = put(tmp_path, name, font(outlines="CFF" if name == "a.otf" else "glyf")).read_bytes()
    # Names and the like may come last in a font, and it sets text without them: what is drawn must be whole.
    for share in (0.2, 0.5):
        assert rule(put(tmp_path, name, whole[: int(len(whole) * share)])) == "font-damaged"


def test_a_font_of_pictures(tmp_path: Path) -> None:
    made = font()
    del made["glyf"], made["loca"]
    assert rule(put(tmp_path, "a.ttf", made)) == "font-bitmap"


@pytest.mark.parametrize("letters", ["", "\ue000\uf123", "\uf041\uf042", "\t "])
def test_a_font_of_signs_that_stand_for_no_letters(tmp_path: Path, letters: str) -> None:
    assert rule(put(tmp_path, "a.ttf", font(letters=letters))) == "font-symbol"


def test_no_file_a_folder_and_a_pipe(tmp_path: Path) -> None:
    assert rule(tmp_path / "none.ttf") == "file-missing"
    assert rule(tmp_path) == "font-not-a-font"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.ttf")
        assert rule(tmp_path / "pipe.ttf") == "font-not-a-font"


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fontfile, "MOST_BYTES", 1024)
    assert rule(put(tmp_path, "a.ttf", saved(font()) + bytes(2000))) == "font-too-large"


def test_a_collection_that_says_it_holds_a_billion_faces(tmp_path: Path) -> None:
    path = put(tmp_path, "a.ttc", struct.pack(">4sII", b"ttcf", 0x10000, 1 << 30) + bytes(400))
    assert rule(path) == "font-damaged"


def test_a_shipped_font_as_an_author_has_it(tmp_path: Path) -> None:
    path = put(tmp_path, "a.woff2", cut("PretendardVariable.ttf", "한글 Hg", "woff2"))
    (info,) = read_faces(path)
    assert (info.family, info.weights, info.hangul) == ("Pretendard Variable", (45.0, 930.0), 2)
