"""What web fonts say they unpack to: what is believed, what is counted, and what is refused unread."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from cardnews.errors import CardnewsError
from cardnews.text import webfont
from cardnews.text.fontfile import file_stamp, read_faces
from cardnews.text.websize import DIRECTORY, Claim, claim, reading_size
from fontmaker import claiming, cut, font, put, saved


@pytest.mark.parametrize("flavor", ["woff", "woff2"])
def test_a_font_claims_what_it_unpacks_to(tmp_path: Path, flavor: str) -> None:
    for data in (saved(font(), flavor), cut("GowunBatang-Bold.ttf", "가나다 Hg", flavor)):
        claimed = claim(data[:DIRECTORY])
        assert claimed.credible(len(data))
        assert 0.5 * claimed.font < len(webfont.unpack(data)) < 1.5 * claimed.font + 1000
        path = put(tmp_path, f"a.{flavor}", data)
        assert reading_size(path, file_stamp(path)) == max(len(data), claimed.font)


def test_other_files_are_as_large_as_they_are(tmp_path: Path) -> None:
    for name, data in (
        ("a.ttf", saved(font())),
        ("b.woff2", b""),
        ("c.woff2", b"wOF2"),
        ("d.woff", b"wOFF" + bytes(40)),
    ):
        path = put(tmp_path, name, data)
        assert reading_size(path, file_stamp(path)) == len(data)


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = claiming(webfont.MOST_UNPACKED)
    assert len(data) < 200
    path = put(tmp_path, "a.woff2", data)
    assert reading_size(path, file_stamp(path)) == len(data), "it costs nothing, and keeps no other out"

    def never(_: bytes, *, outlines: bool = True) -> bytes:
        raise AssertionError

    monkeypatch.setattr(webfont, "unpack", never)
    with pytest.raises(CardnewsError) as caught:
        read_faces(path)
    assert [item.rule for item in caught.value.findings] == ["font-damaged"]
    assert not isinstance(caught.value.__cause__, AssertionError)


def test_a_header_that_lies_makes_no_font_a_damaged_one(tmp_path: Path) -> None:
    data = saved(font(), "woff2")
    data = data[:16] + struct.pack(">I", 2**32 - 1) + data[20:]
    path = put(tmp_path, "a.woff2", data)
    assert read_faces(path)[0].family == "Bom Batang"
    assert reading_size(path, file_stamp(path)) == webfont.MOST_UNPACKED


def test_directories_cut_off_and_damaged_claim_nothing() -> None:
    data = saved(font(), "woff2")
    assert claim(data[:60]) == claim(b"") == Claim()
    assert claim(data[:48] + b"\0" + b"\xff" * 40) == Claim()
    assert not Claim(inflated=2 * 1024**2).credible(100)
