"""Photographs of every mode, and what they cost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from cardnews.errors import CardnewsError
from cardnews.paint.pictures import read_photo
from conftest import ROOT

MIDDLE = (0.5, 0.5)


def color(path: Path) -> tuple[int, ...]:
    found = read_photo(path, 8, 8, MIDDLE).getpixel((4, 4))
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize(("mode", "value", "name"), [
    ("I;16", 32768, "gray.png"), ("I;16", 32768, "gray.tif"), ("I", 32768, "gray.tif"), ("F", 0.5, "gray.tif"),
    ("F", 127.5, "gray.tif"), ("L", 128, "gray.png"),
])  # fmt: skip
def test_deep_gray_is_gray(mode: str, value: float, name: str, tmp_path: Path) -> None:
    Image.new(mode, (40, 40), value).save(tmp_path / name)
    assert color(tmp_path / name) == pytest.approx((128, 128, 128), abs=1)


def test_deep_gray_is_scaled_alike_wherever_it_is_cut(tmp_path: Path) -> None:
    row = (6554).to_bytes(2, "little") * 45 + b"\xff\xff" * 45
    image = Image.frombytes("I;16", (90, 30), row * 30)
    image.save(tmp_path / "gray.png")
    assert read_photo(tmp_path / "gray.png", 8, 8, (0, 0.5)).getpixel((1, 4)) == pytest.approx((26, 26, 26), abs=1)


def test_print_colors(tmp_path: Path) -> None:
    Image.new("CMYK", (40, 40), (0, 255, 255, 0)).save(tmp_path / "print.jpg", quality=95)
    assert color(tmp_path / "print.jpg") == pytest.approx((255, 0, 0), abs=4)


def test_clear_entries_of_a_palette_are_white(tmp_path: Path) -> None:
    image = Image.new("P", (40, 40), 1)
    image.putpalette([0, 0, 0, 255, 0, 0])
    image.save(tmp_path / "a.png", transparency=1)
    image.save(tmp_path / "b.png", transparency=0)
    image.save(tmp_path / "c.gif", transparency=1)
    assert [color(tmp_path / name) for name in ("a.png", "b.png", "c.gif")] == [(255,) * 3, (255, 0, 0), (255,) * 3]


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_half_clear_is_half_white(mode: str, tmp_path: Path) -> None:
    Image.new(mode, (40, 40), (0, 128) if mode == "LA" else (0, 0, 0, 128)).save(tmp_path / "a.png")
    assert color(tmp_path / "a.png") == pytest.approx((127,) * 3, abs=1)


@pytest.mark.parametrize("name", ["a.gif", "a.webp"])
def test_the_first_frame_of_an_animation(name: str, tmp_path: Path) -> None:
    frames = [Image.new("RGB", (40, 40), shade) for shade in ("red", "blue")]
    frames[0].save(tmp_path / name, save_all=True, append_images=frames[1:], lossless=True)
    assert color(tmp_path / name) == pytest.approx((255, 0, 0), abs=3)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_upright_and_around_its_focus_as_exif_says(orientation: int, tmp_path: Path) -> None:
    image = Image.linear_gradient("L").resize((60, 40)).convert("RGB")
    image.paste((255, 0, 0), (0, 0, 30, 10))
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(tmp_path / "a.png", exif=exif)
    upright = ImageOps.exif_transpose(Image.open(tmp_path / "a.png"))
    upright.save(tmp_path / "b.png", exif=Image.Exif())
    for focus in ((0.1, 0.2), (0.9, 0.7)):
        found = read_photo(tmp_path / "a.png", 10, 10, focus)
        expected = read_photo(tmp_path / "b.png", 10, 10, focus)
        assert max(abs(one - two) for one, two in zip(found.tobytes(), expected.tobytes(), strict=True)) <= 12


def test_a_picture_of_more_pixels_than_are_read(tmp_path: Path) -> None:
    Image.new("L", (5100, 5000)).save(tmp_path / "a.png")
    with pytest.raises(CardnewsError) as raised:
        read_photo(tmp_path / "a.png", 8, 8, MIDDLE)
    (found,) = raised.value.findings
    assert (found.rule, dict(found.values)) == ("image-too-large", {"name": "a.png", "found": "26", "most": "25"})


# The peak that getrusage tells begins with what the test's own process had when it started this one.
MEMORY = """
import re, sys
from pathlib import Path
from cardnews.paint.pictures import read_photo
read_photo(Path(sys.argv[1]), 1080, 1350, (0.5, 0.5))
print(int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the peak from Linux")
@pytest.mark.parametrize(("mode", "side", "name"), [("RGBA", 4900, "a.png"), ("RGB", 7700, "a.jpg")])
def test_a_large_picture_takes_moderate_memory(mode: str, side: int, name: str, tmp_path: Path) -> None:
    Image.new(mode, (side, side), "red").save(tmp_path / name, compress_level=1)
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, str(tmp_path / name)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert int(done.stdout) < 420


def test_rounding_asks_for_nothing_outside_a_picture(tmp_path: Path) -> None:
    Image.new("RGB", (1200, 900), "#102030").save(tmp_path / "a.png")
    for height in range(600, 1100, 7):
        assert read_photo(tmp_path / "a.png", 1080, height, (0.5, 0.5)).size == (1080, height)
