"""Fingerprints of Frames: what changes them, and what does not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from cardnews.color import Color
from cardnews.compose.frame import Art, Code, Frame, GlyphRun, Item, Photo, Polygon, Shape, Turned
from cardnews.export.fingerprint import fingerprint
from cardnews.geometry import Rect
from cardnews.text.font import FontSource

INK, RECT = Color(30, 24, 19), Rect(10.0, 20.0, 30.0, 40.0)
GLYPHS = GlyphRun("Pretendard 800", 48.0, INK, ((7, 10.0, 20.0), (8, 58.0, 20.0)), "가나")


def frame(*items: Item, **changes: object) -> Frame:
    return replace(Frame(1, 2, "cover", "portrait", 1080, 1350, "sun", INK, items, ()), **changes)


ITEMS: tuple[Item, ...] = (
    Shape(RECT, INK),
    Polygon(((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)), INK),
    GLYPHS,
    Art("tree", "<svg/>", ".a{fill:red}", RECT),
    Photo(Path("none.jpg"), RECT),
    Code(("101",), RECT, INK, "https://example.org"),
    Turned((GLYPHS,), -7.0, (540.0, 300.0)),
)
CHANGED: tuple[Item, ...] = (
    Shape(replace(RECT, width=31.0), INK),
    Shape(RECT, Color(30, 24, 20)),
    Shape(RECT, INK, (1.0, 0.0, 0.0, 0.0)),
    Polygon(((0.0, 0.0), (1.0, 0.0), (0.0, 2.0)), INK),
    replace(GLYPHS, glyphs=GLYPHS.glyphs[:1]),
    replace(GLYPHS, font="Pretendard 700"),
    Art("tree", "<svg> </svg>", ".a{fill:red}", RECT),
    Art("tree", "<svg/>", ".a{fill:blue}", RECT),
    Photo(Path("none.jpg"), RECT, focus=(0.4, 0.5)),
    Code(("101",), RECT, INK, "https://example.org/b"),
    Turned((GLYPHS,), -6.0, (540.0, 300.0)),
    Turned((Shape(RECT, INK), GLYPHS), -7.0, (540.0, 300.0)),
)


def test_every_difference_that_is_painted_counts() -> None:
    frames = [frame(), *(frame(item) for item in (*ITEMS, *CHANGED)), frame(*ITEMS), frame(*ITEMS[::-1])]
    found = [fingerprint(one) for one in frames]
    assert len(set(found)) == len(found)
    assert all(re.fullmatch("[0-9a-f]{64}", one) for one in found)
    assert fingerprint(frame(width=1081)) != fingerprint(frame())
    assert fingerprint(frame(background=Color(0, 0, 0))) != fingerprint(frame())


def test_what_is_not_painted_does_not_count() -> None:
    assert fingerprint(frame(alt="설명", number=2, total=9, relief=("scene",))) == fingerprint(frame())


def test_the_last_digits_of_a_sum_do_not_count() -> None:
    moved = replace(GLYPHS, glyphs=((7, 10.0 + 1e-9, -0.0), (8, 58.0, 20.0)))
    still = replace(GLYPHS, glyphs=((7, 10.0, 0.0), (8, 58.0, 20.0)))
    assert fingerprint(frame(moved)) == fingerprint(frame(still))


def test_a_code_counts_by_its_link() -> None:
    side = Rect(RECT.center[0] - 5, RECT.center[1] - 5, 10, 10)
    made, looked_at = (
        Code(("1", "0"), side, INK, "https://example.org"),
        Code((), RECT, INK, "https://example.org"),
    )
    assert fingerprint(frame(made)) == fingerprint(frame(looked_at))


def test_a_file_counts_by_its_content(tmp_path: Path) -> None:
    one, two = tmp_path / "one.png", tmp_path / "folder" / "two.png"
    two.parent.mkdir()
    Image.new("RGB", (4, 4), "red").save(one)
    shutil.copy(one, two)
    assert fingerprint(frame(Photo(one, RECT))) == fingerprint(frame(Photo(two, RECT)))
    Image.new("RGB", (5, 5), "blue").save(two)
    assert fingerprint(frame(Photo(one, RECT))) != fingerprint(frame(Photo(two, RECT)))


@pytest.mark.parametrize("name", ["none.png", "a\0b.png", "."])
def test_files_that_are_none(tmp_path: Path, name: str) -> None:
    assert fingerprint(frame(Photo(tmp_path / name, RECT))) == fingerprint(frame(Photo(tmp_path / "gone", RECT)))


def test_an_authors_font_counts(tmp_path: Path) -> None:
    font = tmp_path / "own.ttf"
    font.write_bytes(b"one")
    before = fingerprint(frame(GLYPHS, fonts=(FontSource("Own 400", font),)))
    font.write_bytes(b"other")
    assert fingerprint(frame(GLYPHS, fonts=(FontSource("Own 400", font),))) != before


def test_a_linked_file_counts_by_what_it_leads_to(tmp_path: Path) -> None:
    from cardnews.export.fingerprint import _content

    (tmp_path / "one").write_bytes(b"red")
    (tmp_path / "two").write_bytes(b"blue!")
    for name in ("one", "two"):
        (tmp_path / f"{name}.png").symlink_to(tmp_path / name)
    assert _content(tmp_path / "one.png") == _content(tmp_path / "one") != _content(tmp_path / "two.png") != "-"


def test_a_share_counts_finer_than_a_pixel() -> None:
    from cardnews.export.fingerprint import _told

    assert list(_told((0.304, 0.5))) != list(_told((0.296, 0.5)))
    assert list(_told(540.001)) == list(_told(540.002))
