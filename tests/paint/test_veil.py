"""Veils thicken until the words on them can be read; logos lose their margins; rings are round."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageDraw

from cardnews.color import Color
from cardnews.compose.frame import Frame, GlyphRun, Logo, Sector, Shape, Veil, Veiled
from cardnews.compose.veils import unveiled
from cardnews.errors import CardnewsError, Finding
from cardnews.geometry import Rect
from cardnews.logos import logo_ratio, read_logo
from cardnews.paint.contrast import contrast_on
from cardnews.paint.painter import paint
from cardnews.paint.pictures import check_photo
from cardnews.paint.veil import draw_veil

WHITE, BLACK = Color(255, 255, 255), Color(0, 0, 0)


def framed(*items: object) -> Frame:
    return Frame(1, 1, "x", "200x200", 200, 200, "x", WHITE, items, ())  # type: ignore[arg-type]


@pytest.mark.parametrize("gray", [40, 128, 255])
@pytest.mark.parametrize("least", [3.0, 4.5])
def test_a_veil_is_as_thick_as_its_words_need(gray: int, least: float) -> None:
    canvas = Image.new("RGB", (200, 200), (gray, gray, gray))
    area = Rect(20, 60, 100, 20)  # where the gradient alone has hardly begun
    draw_veil(canvas, Veil(Rect(0, 0, 200, 200), BLACK, 0.2, 0.9, (Veiled(area, WHITE, least),)))
    behind = canvas.crop((20, 60, 120, 80))
    assert contrast_on(WHITE, behind) >= least
    if gray == 255:
        # No thicker than that: what is beyond the words keeps most of its light.
        assert contrast_on(WHITE, behind) < least + 1.5
    assert canvas.getpixel((0, 0)) == (gray, gray, gray)
    assert canvas.getpixel((0, 199)) == (0, 0, 0)


def test_a_veil_may_hang_from_the_top() -> None:
    canvas = Image.new("RGB", (10, 100), "white")
    draw_veil(canvas, Veil(Rect(0, 0, 10, 100), BLACK, 0.5, 0.0))
    assert canvas.getpixel((5, 0))[0] < 5 and canvas.getpixel((5, 60)) == (255, 255, 255)  # type: ignore[index]


def veiled(*texts: Veiled, light: int = 255) -> Image.Image:
    canvas = Image.new("RGB", (200, 200), (light, light, light))
    draw_veil(canvas, Veil(Rect(0, 0, 200, 200), BLACK, 0.6, 1.4, texts))
    return canvas


def test_texts_that_no_veil_makes_readable_make_it_no_thicker_than_one_does() -> None:
    dark = [Veiled(Rect(20 + 30 * number, 60, 25, 20), Color(30, 30, 30), 4.5) for number in range(5)]
    one, all_five = veiled(dark[0], light=90), veiled(*dark, light=90)
    assert one.tobytes() == all_five.tobytes()


def test_a_text_that_a_thicker_veil_is_too_much_for_is_not_given_up_for_one_that_needs_it() -> None:
    """Gray words read on white and on black, and not between the two."""
    gray = Veiled(Rect(20, 60, 60, 20), Color(118, 118, 118), 3.0)
    white = Veiled(Rect(100, 60, 60, 20), WHITE, 3.0)
    canvas = veiled(gray, white)
    for text in (gray, white):
        area = (int(text.rect.x), 60, int(text.rect.right), 80)
        assert contrast_on(text.color, canvas.crop(area)) >= 3.0


@pytest.mark.parametrize("down", [False, True])
def test_a_low_veil_ends_without_an_edge(down: bool) -> None:
    """Words in the middle of a band over a white photograph: what is added for them fades in all the room there is."""
    canvas = Image.new("RGB", (1080, 300), "white")
    start, solid = (0.8, 5.0) if down else (0.2, -4.0)
    area = Rect(80, 130, 300, 40)
    draw_veil(canvas, Veil(Rect(0, 0, 1080, 300), BLACK, start, solid, (Veiled(area, WHITE, 4.5),)))
    rows = [canvas.getpixel((540, row))[0] for row in (range(130) if down else range(299, 169, -1))]  # type: ignore[index]
    assert rows[0] > 250 and rows[-1] < 125
    assert max(one - two for one, two in pairwise(rows)) <= 2.5


def test_a_ring_is_round_and_hollow() -> None:
    picture = paint(framed(Sector((100, 100), 90, 50, 0, 360, BLACK)))
    dark = [picture.getpixel(at) for at in ((100, 20), (100, 180), (20, 100), (180, 100))]
    assert dark == [(0, 0, 0)] * 4 and picture.getpixel((100, 100)) == (255, 255, 255)
    half = paint(framed(Sector((100, 100), 90, 50, 0, 180, BLACK)))
    assert half.getpixel((170, 100)) == (0, 0, 0) and half.getpixel((30, 100)) == (255, 255, 255)
    area = sum(count * (255 - value) for value, count in enumerate(picture.convert("L").histogram())) / 255
    assert area == pytest.approx(3.14159 * (90**2 - 50**2), rel=0.002)


def test_a_logo_is_its_mark_without_margins(tmp_path: Path) -> None:
    for name, background in (("clear.png", (0, 0, 0, 0)), ("white.png", (255, 255, 255, 255))):
        image = Image.new("RGBA", (400, 300), background)
        ImageDraw.Draw(image).rectangle((100, 100, 299, 149), fill=(200, 0, 0, 255))
        image.save(tmp_path / name)
        assert read_logo(tmp_path / name).size == (200, 50)
        assert logo_ratio(tmp_path / name) == 4
    mark = '<rect x="10" y="40" width="60" height="20"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{mark}</svg>'
    (tmp_path / "mark.svg").write_text(svg, "utf-8")
    assert logo_ratio(tmp_path / "mark.svg") == pytest.approx(3, rel=0.01)
    behind = Shape(Rect(0, 0, 200, 200), Color(0, 0, 255))
    picture = paint(framed(behind, Logo(tmp_path / "clear.png", Rect(0, 0, 200, 200))))
    assert picture.getpixel((100, 100)) == (200, 0, 0) and picture.getpixel((100, 10)) == (0, 0, 255)


def test_a_logo_stands_as_its_exif_says_and_is_kept_small(tmp_path: Path) -> None:
    image = Image.new("RGB", (3600, 2000), "white")
    ImageDraw.Draw(image).rectangle((100, 100, 3499, 1799), fill=(200, 0, 0))
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(tmp_path / "turned.jpg", exif=exif)
    mark = read_logo(tmp_path / "turned.jpg")
    assert max(mark.size) == mark.height == 1600
    assert mark.width == pytest.approx(800, abs=4)


def test_the_colors_of_a_logo_are_those_of_its_profile(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # A profile in which red is what sRGB calls green, under a name of its own.
    swapped = profile.replace(b"rXYZ", b"swap").replace(b"gXYZ", b"rXYZ").replace(b"swap", b"gXYZ")
    swapped = swapped.replace("sRGB".encode("utf-16-be"), "mine".encode("utf-16-be"))
    for mode, color in (("RGB", (255, 0, 0)), ("RGBA", (255, 0, 0, 255))):
        image = Image.new(mode, (60, 60), (0,) * len(color))
        ImageDraw.Draw(image).rectangle((20, 20, 39, 39), fill=color)
        image.save(tmp_path / f"{mode}.png", icc_profile=swapped)
        assert read_logo(tmp_path / f"{mode}.png").getpixel((10, 10)) == pytest.approx((0, 255, 0, 255), abs=3)


def test_deep_gray_logos_are_gray(tmp_path: Path) -> None:
    image = Image.new("I;16", (60, 60), 65535)
    image.paste(Image.new("I;16", (20, 20), 32768), (20, 20))
    image.save(tmp_path / "deep.png")
    mark = read_logo(tmp_path / "deep.png")
    assert mark.size == (20, 20) and mark.getpixel((10, 10)) == pytest.approx((128, 128, 128, 255), abs=1)


def test_a_logo_that_is_too_large_is_told_as_a_photograph_is(tmp_path: Path) -> None:
    Image.new("1", (6000, 4201)).save(tmp_path / "huge.png")
    said: list[Finding] = []
    reads: tuple[Callable[[Path], object], ...] = (read_logo, check_photo)
    for read in reads:
        with pytest.raises(CardnewsError) as raised:
            read(tmp_path / "huge.png")
        said += raised.value.findings
    assert said[0] == said[1] and dict(said[0].values)["found"] == "26"


def test_a_file_that_is_no_logo_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"no picture")
    with pytest.raises(CardnewsError) as raised:
        read_logo(tmp_path / "x.png")
    assert raised.value.findings[0].rule == "unreadable-image"
    assert logo_ratio(tmp_path / "x.png") == 1.0
    with pytest.raises(CardnewsError):
        read_logo(tmp_path / "none.png")


def run(y: float, count: int = 6) -> GlyphRun:
    return GlyphRun("x", 20, WHITE, tuple((1, 10.0 + 18 * at, y) for at in range(count)), "x" * count)


def test_a_veil_is_raised_for_every_few_letters_of_the_lines_on_it() -> None:
    # A light spot behind the end of a line is no less light for the dark ground of its beginning.
    veil = Veil(Rect(0, 0, 200, 200), BLACK, 0.5, 0.9)
    upper = Veil(Rect(0, 0, 200, 200), BLACK, 0.2, -1)
    pill = Shape(Rect(0, 160, 200, 30), BLACK)
    items = unveiled((veil, upper, run(150), run(90), run(25), pill, run(180)), 200)
    lower_texts, upper_texts = (item.texts for item in items[:2])  # type: ignore[union-attr]
    # The line at 90 has no veil yet, but the lower one is about to begin; that on the pill needs none.
    assert [(text.rect.x, round(text.rect.bottom)) for text in lower_texts] == [
        (10, 153),
        (82, 153),
        (10, 93),
        (82, 93),
    ]
    assert [round(text.rect.bottom) for text in upper_texts] == [28, 28]
    assert unveiled((veil, run(40)), 200)[0] == veil
