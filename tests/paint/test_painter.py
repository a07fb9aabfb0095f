"""Small Frames painted with the cell font, golden as characters: one for each pixel."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from cardnews.color import Color
from cardnews.compose.frame import Art, Code, Frame, GlyphRun, Item, Photo, Polygon, Radii, Shape, Turned
from cardnews.errors import CardnewsError
from cardnews.geometry import Rect
from cardnews.paint.painter import Painter
from cardnews.text.fontbook import shipped_fonts
from cellfont import FAMILY, cell_book
from goldens import Golden
from paint.ascii import BLACK, WHITE, ascii_of

GOLDENS = ("paint",)
RED, GREEN, BLUE = Color(255, 0, 0), Color(0, 255, 0), Color(0, 0, 255)
FONT = f"{FAMILY} 400"
# Glyphs of the cell font: 2 is half an em wide, 3 a whole em; both are solid from the baseline up.
HALF, WIDE = 2, 3
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path class="ink" d="M0 0h10v10H0z"/></svg>'


def frame(*items: Item, width: int = 24, height: int = 12, background: Color = WHITE) -> Frame:
    return Frame(1, 1, "probe", f"{width}x{height}", width, height, "light", background, items, ())


def even(radius: float) -> Radii:
    return (radius, radius, radius, radius)


def word(x: float, baseline: float, size: float, glyphs: str, color: Color = BLACK) -> GlyphRun:
    """A run of `w`ide and `h`alf cells."""
    pens = []
    for letter in glyphs:
        pens.append((WIDE if letter == "w" else HALF, x, baseline))
        x += size if letter == "w" else size / 2
    return GlyphRun(FONT, size, color, tuple(pens), glyphs)


FRAMES: dict[str, Frame] = {
    "rectangles": frame(
        Shape(Rect(2, 2, 8, 4), BLACK), Shape(Rect(6, 4, 8, 4), RED), Shape(Rect(20, 8, 10, 10), BLUE), background=WHITE
    ),
    "half-pixels": frame(Shape(Rect(2.5, 2.25, 6, 4.5), BLACK), Shape(Rect(12, 3, 4, 0.5), BLACK)),
    "round-corners": frame(Shape(Rect(1, 1, 10, 10), BLACK, even(3)), Shape(Rect(13, 1, 10, 10), BLACK, even(5))),
    "one-corner-each": frame(
        Shape(Rect(1, 1, 10, 10), BLACK, (4, 0, 0, 0)), Shape(Rect(13, 1, 10, 10), BLACK, (0, 4, 2, 0))
    ),
    "outlines": frame(
        Shape(Rect(1, 1, 10, 10), BLACK, even(0), 2),
        Shape(Rect(13, 1, 10, 10), BLACK, even(5), 1.5),
    ),
    "polygons": frame(
        Polygon(((1, 1), (11, 1), (1, 11)), BLACK),
        Polygon(((13, 1), (23, 1), (18, 11)), BLACK, 2, 2),
    ),
    "turned": frame(Turned((Shape(Rect(8, 4, 8, 4), BLACK), word(10, 8, 2, "hh", RED)), 90, (12, 6))),
    "turned-a-little": frame(Turned((Shape(Rect(4, 4, 16, 4), BLACK),), -15, (12, 6))),
    "turned-text": frame(Turned((word(4, 8, 4, "whw"),), 45, (12, 6)), height=16),
    "words": frame(word(1, 5, 4, "whhw"), word(1, 10, 4, "hwh", RED)),
    "words-between-pixels": frame(word(1.5, 5.5, 4, "hh"), word(10, 5, 3.5, "ww"), word(1, 10.25, 2, "hhhh")),
    "words-at-the-edge": frame(word(-2, 4, 4, "ww"), word(21, 4, 4, "w"), word(1, 14, 4, "w"), word(40, 4, 4, "w")),
    "words-on-words": frame(word(2, 6, 4, "w"), word(4, 8, 4, "w", RED)),
    "code": frame(Code(("110", "101", "011"), Rect(2, 0, 12, 12), BLACK)),
    "code-with-room": frame(Code(("10", "01"), Rect(1, 1, 11, 9), BLACK)),
    "art": frame(Art("square", SVG, ".ink{fill:#FF0000}", Rect(2, 2, 8, 8))),
    "art-clipped": frame(Art("square", SVG, "", Rect(1, 1, 10, 10), even(5))),
    "art-at-the-edge": frame(Art("square", SVG, "", Rect(-4, 6, 8, 12))),
    "order": frame(
        Shape(Rect(1, 1, 12, 8), RED), word(3, 7, 4, "ww", BLUE), Shape(Rect(8, 5, 12, 6), GREEN), background=BLACK
    ),
    "nothing": frame(Shape(Rect(4, 4, 0, 5), BLACK), Shape(Rect(40, 4, 5, 5), BLACK), Shape(Rect(4, 40, 5, 5), BLACK)),
}


@pytest.fixture
def painter(tmp_path: Path) -> Painter:
    return Painter(cell_book(tmp_path))


@pytest.mark.parametrize("name", FRAMES)
def test_painted(name: str, painter: Painter, golden: Golden) -> None:
    golden.text(f"paint/{name}.txt", ascii_of(painter.paint(FRAMES[name])))


def covered(image: Image.Image) -> float:
    """The area that is black, in px."""
    return sum(255 - value for value in image.convert("L").tobytes()) / 255


@pytest.mark.parametrize("x", [2, 2.25, 2.5, 2.9])
def test_coverage_is_exact_wherever_a_shape_stands(painter: Painter, x: float) -> None:
    image = painter.paint(frame(Shape(Rect(x, x, 6.5, 3.5), BLACK)))
    assert covered(image) == pytest.approx(6.5 * 3.5, rel=0.02)


@pytest.mark.parametrize("radius", [1, 4, 10])
def test_round_corners_have_the_area_of_circles(painter: Painter, radius: float) -> None:
    image = painter.paint(frame(Shape(Rect(2, 2, 20, 20), BLACK, even(radius)), width=24, height=24))
    assert covered(image) == pytest.approx(400 - (4 - 3.14159) * radius**2, rel=0.01)


@pytest.mark.parametrize("angle", [0, 7, 30, 45, 90, 180, -7])
def test_turning_keeps_the_area(painter: Painter, angle: float) -> None:
    items = (Shape(Rect(10, 12, 20, 8), BLACK, even(2)),)
    image = painter.paint(frame(Turned(items, angle, (20, 16)), width=40, height=32))
    assert covered(image) == pytest.approx(160 - (4 - 3.14159) * 4, rel=0.01)


def test_positive_angles_turn_clockwise(painter: Painter) -> None:
    image = painter.paint(frame(Turned((Shape(Rect(10, 11, 10, 2), BLACK),), 90, (12, 12)), width=24, height=24))
    assert image.getpixel((12, 18)) == (0, 0, 0)
    assert image.getpixel((12, 4)) == (255, 255, 255)


def test_what_overlaps_does_not_cancel_out(painter: Painter) -> None:
    image = painter.paint(frame(GlyphRun(FONT, 4, BLACK, ((WIDE, 2.0, 6.0), (WIDE, 4.0, 6.0)), "ww")))
    assert covered(image) == pytest.approx(24, abs=0.1)


def test_a_painter_may_be_used_again(painter: Painter) -> None:
    first = painter.paint(FRAMES["order"])
    before = first.tobytes()
    painter.paint(FRAMES["words"])
    assert first.tobytes() == before
    assert painter.paint(FRAMES["order"]).tobytes() == before


def test_the_picture_has_the_size_and_mode_of_its_frame(painter: Painter) -> None:
    image = painter.paint(frame(width=17, height=5, background=RED))
    assert (image.size, image.mode) == ((17, 5), "RGB")
    assert image.getcolors() == [(85, (255, 0, 0))]


# -- photographs ---------------------------------------------------------------------------------------------------


def photo(folder: Path, name: str = "photo.png", size: tuple[int, int] = (40, 20)) -> Path:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, (255, 0, 0))
    image.paste((0, 0, 255), (size[0] // 2, 0, size[0], size[1]))
    image.save(folder / name)
    return folder / name


def test_a_photo_covers_its_place(painter: Painter, tmp_path: Path) -> None:
    image = painter.paint(frame(Photo(photo(tmp_path), Rect(2, 1, 20, 10))))
    assert (image.getpixel((2, 1)), image.getpixel((21, 10))) == ((255, 0, 0), (0, 0, 255))
    assert (image.getpixel((1, 1)), image.getpixel((22, 10))) == ((255, 255, 255), (255, 255, 255))


@pytest.mark.parametrize(("focus", "color"), [(0.0, (255, 0, 0)), (1.0, (0, 0, 255))])
def test_a_photo_is_cut_around_its_focus(
    painter: Painter, tmp_path: Path, focus: float, color: tuple[int, int, int]
) -> None:
    image = painter.paint(frame(Photo(photo(tmp_path), Rect(0, 0, 12, 12), focus=(focus, 0.5))))
    for x in (1, 9):
        assert image.getpixel((x, 6)) == pytest.approx(color, abs=3)


def test_a_photo_with_round_corners(painter: Painter, tmp_path: Path) -> None:
    image = painter.paint(frame(Photo(photo(tmp_path), Rect(0, 0, 24, 12), even(6))))
    assert image.getpixel((0, 0)) == (255, 255, 255)
    assert image.getpixel((6, 6)) == (255, 0, 0)


def test_a_photo_that_runs_off_the_card(painter: Painter, tmp_path: Path) -> None:
    image = painter.paint(frame(Photo(photo(tmp_path), Rect(-8, -4, 40, 20))))
    assert image.getpixel((0, 0)) == (255, 0, 0)
    assert image.getpixel((23, 11)) == (0, 0, 255)


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40], ids=["empty", "text", "cut"])
def test_a_broken_photo_is_a_finding(painter: Painter, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(data)
    with pytest.raises(CardnewsError) as raised:
        painter.paint(frame(Photo(path, Rect(0, 0, 8, 8))))
    assert [item.rule for item in raised.value.findings] == ["unreadable-image"]
    assert str(tmp_path) not in str(raised.value)


def test_a_cut_off_photo_is_a_finding(painter: Painter, tmp_path: Path) -> None:
    path = photo(tmp_path, size=(400, 200))
    path.write_bytes(path.read_bytes()[:120])
    with pytest.raises(CardnewsError) as raised:
        painter.paint(frame(Photo(path, Rect(0, 0, 8, 8))))
    assert [item.rule for item in raised.value.findings] == ["unreadable-image"]
    assert "truncated" not in raised.value.findings[0].message("ko")


def test_broken_art_is_a_finding(painter: Painter) -> None:
    with pytest.raises(CardnewsError) as raised:
        painter.paint(frame(Art("cut", SVG[:40], "", Rect(0, 0, 8, 8))))
    assert [item.rule for item in raised.value.findings] == ["unreadable-art"]


# -- turned groups -------------------------------------------------------------------------------------------------


def dark(image: Image.Image) -> tuple[int, int, int, int]:
    """The box of all that is not white."""
    found = ImageChops.invert(image).convert("L").point(lambda value: 255 * (value > 40)).getbbox()
    assert found is not None
    return found


def test_a_drawing_in_a_turned_group_turns_with_it(painter: Painter) -> None:
    bar = SVG.replace("0 0 10 10", "0 0 20 10").replace("M0 0h10", "M0 0h20")
    art = Art("bar", bar, "", Rect(20, 10, 20, 10))
    image = painter.paint(frame(Turned((art,), 90, (20, 20)), width=40, height=48))
    assert dark(image) == pytest.approx((20, 20, 30, 40), abs=1)


def test_a_photo_in_a_turned_group_turns_with_it(painter: Painter, tmp_path: Path) -> None:
    item = Photo(photo(tmp_path), Rect(20, 10, 20, 10))
    image = painter.paint(frame(Turned((item,), 90, (20, 20)), width=40, height=48))
    assert dark(image) == pytest.approx((20, 20, 30, 40), abs=1)
    assert (image.getpixel((25, 23)), image.getpixel((25, 37))) == ((255, 0, 0), (0, 0, 255))


def test_a_code_in_a_turned_group_turns_with_it(painter: Painter) -> None:
    item = Code(("11", "00"), Rect(20, 10, 10, 10), BLACK)
    image = painter.paint(frame(Turned((item,), 90, (20, 20)), width=40, height=48))
    assert dark(image) == pytest.approx((25, 20, 30, 30), abs=1)


def test_color_emoji_turn_with_their_group() -> None:
    book = shipped_fonts()
    font = next(font for family in book.families if (font := book.font(family, 400)) is not None and font.color)
    glyph = font.glyph(0x1F449)
    assert glyph
    run = GlyphRun(font.key, 40, BLACK, ((glyph, 20.0, 60.0),), "👉")
    upright = Painter(book).paint(frame(run, width=80, height=80))
    turned = Painter(book).paint(frame(Turned((run,), 90, (40, 40)), width=80, height=80))
    expected = upright.transpose(Image.Transpose.ROTATE_270)
    assert dark(turned) == pytest.approx(dark(expected), abs=1)
    assert sum(ImageStat.Stat(ImageChops.difference(turned, expected)).mean) / 3 < 2
