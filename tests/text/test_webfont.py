"""WOFF and WOFF2 unpacked: the same outlines and widths as fontTools finds, and nothing for what is damaged."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress
from functools import cache
from io import BytesIO

import brotli
import pytest
import uharfbuzz as hb
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from cardnews.text import webfont
from cardnews.text.webfont import unpack
from cardnews.text.woffglyphs import Reader, unpack_outlines
from fontmaker import cut, font, saved

DAMAGE = (ValueError, struct.error, IndexError, zlib.error, KeyError)
TEXT = "주민이 직접 예산을 정하는 동네 ABCfi 0123 “말”…"


def drawn(data: bytes, weight: float | None = None) -> list[object]:
    """Outline, advance and extents of every glyph."""
    made = hb.Font(hb.Face(hb.Blob(data)))
    if weight is not None:
        made.set_variations({"wght": weight})
    found: list[object] = []
    for glyph in range(made.face.glyph_count):
        pen = RecordingPen()
        made.draw_glyph_with_pen(glyph, pen)
        found.append((pen.value, made.get_glyph_h_advance(glyph), made.get_glyph_extents(glyph)))
    return found


def by_fonttools(data: bytes) -> bytes:
    made = TTFont(BytesIO(data), recalcBBoxes=False, recalcTimestamp=False)
    made.flavor = None
    file = BytesIO()
    made.save(file, reorderTables=False)
    return file.getvalue()


@pytest.mark.parametrize("flavor", ["woff", "woff2"])
@pytest.mark.parametrize("file", ["BlackHanSans-Regular.ttf", "GowunBatang-Bold.ttf", "PretendardVariable.ttf"])
def test_the_same_as_fonttools(file: str, flavor: str) -> None:
    data = cut(file, TEXT, flavor)
    assert drawn(unpack(data)) == drawn(by_fonttools(data)) == drawn(cut(file, TEXT))
    if "Variable" in file:
        assert drawn(unpack(data), 800) == drawn(cut(file, TEXT), 800)


def test_composites_and_steps_of_every_length() -> None:
    made = font(letters="가나다라")
    order = [*made.getGlyphOrder(), "far", "both"]
    made.setGlyphOrder(order)
    pen = TTGlyphPen(None)
    x = y = 0
    pen.moveTo((0, 0))
    for step in (1, 63, 64, 255, 256, 767, 768, 1279, 1280, 4095, 4096, 9000):
        for dx, dy in ((step, 0), (0, -step), (step, step), (-step, 7), (-3, step)):
            x, y = x + dx, y + dy
            pen.lineTo((x, y))
    pen.qCurveTo((x - 300, y + 10), (x - 5000, y - 4097), (0, 0))
    pen.closePath()
    made["glyf"]["far"] = pen.glyph()
    pair = TTGlyphPen(dict.fromkeys(order))
    pair.addComponent("cell", (1, 0, 0, 1, 10, 20))
    pair.addComponent("far", (0.5, 0.25, 0, 0.5, -400, 300))
    made["glyf"]["both"] = pair.glyph()
    for name in ("far", "both"):
        made["hmtx"][name] = (1234, -17)
        made["glyf"][name].recalcBounds(made["glyf"])
    plain, packed = saved(made), saved(made, "woff2")
    assert drawn(unpack(packed)) == drawn(by_fonttools(packed)) == drawn(plain)


def test_names_without_outlines() -> None:
    packed = cut("GowunBatang-Bold.ttf", TEXT, "woff2")
    info = unpack(packed, outlines=False)
    assert len(info) < len(unpack(packed))
    faces = [hb.Face(hb.Blob(data)) for data in (info, packed, cut("GowunBatang-Bold.ttf", TEXT))]
    assert set(faces[0].unicodes) == set(faces[2].unicodes)
    assert faces[0].get_name(1) == "Gowun Batang"
    assert not faces[1].glyph_count, "HarfBuzz reads no WOFF2, so there is something to do"


@given(st.integers(0, 2**32 - 1))
def test_numbers_of_seven_bits_a_byte(value: int) -> None:
    rest, packed = value, b""
    while True:
        packed = bytes((rest & 127 | (128 if packed else 0),)) + packed
        rest >>= 7
        if not rest:
            break
    assert Reader(packed).base128() == value


def test_short_numbers() -> None:
    assert [Reader(bytes(data)).short() for data in ([252], [255, 0], [255, 255], [254, 0], [253, 1, 2])] == [
        252,
        253,
        508,
        506,
        258,
    ]
    with pytest.raises(ValueError):
        Reader(b"\x80\x80\x80\x80\x80\x01").base128()
    with pytest.raises(IndexError):
        Reader(b"\xfd\x01").short()


# -- hostile files -------------------------------------------------------------------------------------------------


def test_a_stream_that_unpacks_to_too_much_is_left() -> None:
    bomb = brotli.compress(bytes(300 * 1024 * 1024), quality=1)
    entries = bytes([63]) + b"junk" + b"\x8a\x00"
    head = struct.pack(">4s4sIHHIIHHIIIII", b"wOF2", b"\0\1\0\0", 0, 1, 0, 0, len(bomb), 1, 0, 0, 0, 0, 0, 0)
    with pytest.raises(ValueError):
        unpack(head + entries + bomb)


def test_a_table_that_says_it_is_huge(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError):
        unpack(
            struct.pack(">4s4sIH", b"wOFF", b"\0\1\0\0", 0, 1).ljust(44, b"\0")
            + struct.pack(">4sIIII", b"head", 64, 9, 2**31, 0)
        )
    monkeypatch.setattr(webfont, "MOST_UNPACKED", 1000)
    with pytest.raises(ValueError):
        unpack(cut("GowunBatang-Bold.ttf", TEXT, "woff2"))


def test_an_outline_of_more_points_than_there_are() -> None:
    points = b"\xfd\xff\xff" * 2
    sizes = (2, len(points), 2**17, 2**17, 0, 4, 0)
    head = struct.pack(">HHHH7I", 0, 0, 1, 0, *sizes)
    with pytest.raises(ValueError):
        unpack_outlines(head + struct.pack(">h", 2) + points + bytes(2**18 + 4))


@pytest.mark.parametrize("count", [0, 300])
def test_no_tables_and_too_many(count: int) -> None:
    for signature in (b"wOFF", b"wOF2"):
        with pytest.raises(ValueError):
            unpack(struct.pack(">4s4sIH", signature, b"\0\1\0\0", 0, count).ljust(9000, b"\0"))


@cache
def whole() -> tuple[bytes, bytes]:
    """Sound files, made once: the time of day is in them."""
    return cut("BlackHanSans-Regular.ttf", "가나Hg", "woff"), saved(font(), "woff2")


@given(st.data())
def test_any_damage_ends_in_an_answer(data: st.DataObject) -> None:
    packed = bytearray(data.draw(st.sampled_from(whole())))
    for _ in range(data.draw(st.integers(1, 6))):
        packed[data.draw(st.integers(4, len(packed) - 1))] = data.draw(st.integers(0, 255))
    with suppress(*DAMAGE):
        unpack(bytes(packed))
