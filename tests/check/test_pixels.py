"""Contrast against what is painted: grounds, bars, surfaces, photographs, turned groups."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PIL import Image

from cardnews.check.ink import Ink
from cardnews.check.pixels import weakest
from cardnews.color import Color, contrast
from cardnews.compose.frame import GlyphRun
from cardnews.geometry import Rect
from check.conftest import CheckScript, Probe, ids, spots, value

# Grays on white: #949494 has 3.03, #757575 4.6, #999999 2.85 (WCAG 2.2).
# Colors of text that cannot be read are mended where a theme is read; this one is for what no words should be in.
GRAYS = "  {name}: {{fill: white, text: black, quiet: '{text}', highlight: '{bar}', surface: '{bar}'}}\n"
BLACK = Color(0, 0, 0)
TEXT = "fields: {{a: {{type: text, required: true}}}}\nbody: {{column: [{{text: a, color: quiet, {box}}}]}}\n"


def ground(text: str, bar: str = "#FFFFFF") -> str:
    """A theme's further ground."""
    return GRAYS.format(name="faint", text=text, bar=bar)


def probe_gray(probe: Probe, gray: str, box: str, words: str = "a: 가나다", bar: str = "#FFFFFF") -> list[str]:
    text = TEXT.replace("color: quiet, ", "") if "color:" in box else TEXT
    found = probe(
        text.format(box=box), f"{words}, ground: faint", only="low-contrast unknown-ground", grounds=ground(gray, bar)
    )
    return ids(found)


@pytest.mark.parametrize(
    ("gray", "box", "expected"),
    [
        ("#757575", "role: body", []),
        ("#949494", "role: body", ["low-contrast"]),
        # 72 px of a card of 1080 px are .0667 of its width: large text needs 3 only
        ("#949494", "role: big, size: .068", []),
        ("#949494", "role: big, size: .066, fit: {down: no}", ["low-contrast"]),
        ("#999999", "role: big", ["low-contrast"]),
    ],
)
def test_low_contrast(probe: Probe, gray: str, box: str, expected: list[str]) -> None:
    assert probe_gray(probe, gray, box) == expected


@pytest.mark.parametrize("bar", ["#FFCB2E", "#444444"])
def test_a_bar_is_one_that_its_words_can_be_read_on(probe: Probe, bar: str) -> None:
    words = "a: 길고 긴 글 가운데 어느 ==낱말== 하나만"
    assert probe_gray(probe, "#000000", "role: body", words, bar) == []


@pytest.mark.parametrize(("bar", "expected"), [("#FFFFFF", []), ("#000000", ["low-contrast"])])
def test_a_surface_lies_behind_its_text(probe: Probe, bar: str, expected: list[str]) -> None:
    assert probe_gray(probe, "#000000", "role: body, surface: surface, color: text", bar=bar) == expected


def test_it_is_said_once_with_the_weakest_place(probe: Probe) -> None:
    found = probe(
        TEXT.format(box="role: body"),
        "a: 가나다 라마바 사아자, ground: faint",
        only="low-contrast",
        size="900x900 900x1200",
        grounds=ground("#AAAAAA"),
    )
    assert spots(found) == [("low-contrast", 3, 24)]
    assert value(found[0], "canvas") == "900x900, 900x1200"
    assert value(found[0], "ratio") == "2.3"
    assert found[0].field == "a"


def photo(folder: Path, dark: int, width: int = 300) -> None:
    """A picture whose left part is white and whose right part, from `dark` of 100 on, is black."""
    image = Image.new("RGB", (width, width), "white")
    image.paste((0, 0, 0), (width * dark // 100, 0, width, width))
    image.save(folder / "half.png")


OVER = (
    "fields: {a: {type: text, required: true}, p: {type: image}}\n"
    "body: {stack: [{image: p, width: fill, height: fill}, {text: a, role: big, at: left top}], height: fill}\n"
)


@pytest.mark.parametrize(("dark", "expected"), [(45, []), (25, ["low-contrast"]), (0, ["low-contrast"])])
def test_a_photograph_counts_under_the_words(probe: Probe, tmp_path: Path, dark: int, expected: list[str]) -> None:
    # Four syllables of 100 px stand on the left 400 of 900 px.
    photo(tmp_path, dark)
    assert ids(probe(OVER, "a: 가나다라, p: half.png", only="low-contrast")) == expected


def test_a_picture_that_cannot_be_painted_is_said_once(probe: Probe, tmp_path: Path) -> None:
    (tmp_path / "half.png").write_bytes(b"\x89PNG\r\n\x1a\n and nothing more")
    found = probe(OVER, "a: 가나다라, p: half.png", only="low-contrast unreadable-image internal-error")
    assert spots(found) == [("unreadable-image", 3, 33)]


def test_words_turned_are_measured_where_they_stand(probe: Probe) -> None:
    layout = (
        "fields: {w: {type: list, required: true}}\n"
        "body: {column: [{marquee: w, rows: 2, turn: -7, gap: 1, height: 40,"
        " item: {text: item, role: tail, surface: night, pad: [1, 2]}}]}\n"
    )
    words = "w: [가나다, 라마바, 사아자, 차카타]"
    assert probe(layout, words, only="low-contrast") == ()
    assert "low-contrast" in ids(probe(layout.replace("role: tail", "role: tail, color: fill"), words, only="*"))


def test_the_brand_in_the_footer_counts_too(check_script: CheckScript) -> None:
    assert check_script("brand: 동네한마디", "slides:", "  - 첫째", "  - 둘째", only="low-contrast", pixels=True) == ()


# -- numbers -------------------------------------------------------------------------------------------------------


def ink(*boxes: Rect, color: Color = BLACK) -> Ink:
    return Ink(GlyphRun("Cells 400", 20, color, (), ""), boxes, False)


def test_fifteen_hundredths_are_left_aside() -> None:
    image = Image.new("RGB", (100, 100), "white")
    whole = ink(Rect(0, 0, 100, 100))
    image.paste((0, 0, 0), (0, 0, 14, 100))
    assert weakest(whole, image) == 21
    image.paste((0, 0, 0), (0, 0, 16, 100))
    assert weakest(whole, image) == 1


def test_the_ratio_is_that_of_the_standard() -> None:
    gray = Color(0x77, 0x77, 0x77)
    image = Image.new("RGB", (10, 10), "white")
    assert weakest(ink(Rect(0, 0, 10, 10), color=gray), image) == pytest.approx(contrast(gray, Color(255, 255, 255)))


def test_words_off_the_card_do_not_matter() -> None:
    image = Image.new("RGB", (10, 10), "black")
    assert weakest(ink(Rect(-50, 0, 40, 10)), image) == 21
    assert weakest(ink(Rect(20, 2, 40, 10)), image) == 21


def test_a_picture_of_many_colors_is_measured_at_half_its_extent() -> None:
    image = Image.frombytes("RGB", (400, 400), Random(1).randbytes(480_000))
    assert image.getcolors(100_000) is None
    assert 1 < weakest(ink(Rect(0, 0, 400, 400)), image) < 21
