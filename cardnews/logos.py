"""Logos: what of a file is mark and what is margin, and the mark with its transparency."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageChops, UnidentifiedImageError

from cardnews.drawing import read_drawing
from cardnews.errors import CardnewsError, Place, finding
from cardnews.svg import draw_svg

_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP")
_LONGEST = 1600  # px of an SVG's longer side
_MOST_PIXELS = 25_000_000
# A scanned white is not quite white.
_NOISE = 12


def logo_ratio(path: Path) -> float:
    """Width by height of the mark in a logo's file, its margins left out; 1 where the file cannot be read."""
    try:
        mark = read_logo(path)
    except CardnewsError:
        return 1.0
    return mark.width / mark.height


def read_logo(path: Path) -> Image.Image:
    """The mark in a logo's file (SVG, PNG and others) as RGBA, without the margins around it.

    Raises:
        CardnewsError: where the file cannot be read.
    """
    try:
        state = path.stat()
        return _read(path, state.st_mtime_ns, state.st_size)
    except OSError as error:
        raise _unreadable(path, error.strerror or "") from None


@lru_cache(maxsize=32)
def _read(path: Path, _time: int, _extent: int) -> Image.Image:
    image = _drawn(path) if path.suffix.casefold() == ".svg" else _opened(path)
    box = _mark(image)
    return image.crop(box) if box is not None else image


def _drawn(path: Path) -> Image.Image:
    drawing = read_drawing(path)
    scale = _LONGEST / max(drawing.width, drawing.height)
    width, height = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    return draw_svg(drawing.source, "", width, height, path.name)


def _opened(path: Path) -> Image.Image:
    try:
        with Image.open(path, formats=_FORMATS) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                found, limit = opened.width * opened.height // 1_000_000, _MOST_PIXELS // 1_000_000
                raise CardnewsError(
                    [finding("image-too-large", Place(path.name), name=path.name, found=found, most=limit)]
                )
            return opened.convert("RGBA")
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise _unreadable(path, "not-a-picture") from None


def _mark(image: Image.Image) -> tuple[int, int, int, int] | None:
    """What is neither transparent nor the color of the corner."""
    alpha = image.getchannel("A")
    if any(alpha.histogram()[: 255 - _NOISE]):
        return alpha.point(lambda value: 255 if value > _NOISE else 0).getbbox()
    flat = image.convert("RGB")
    corner = flat.getpixel((0, 0))
    assert isinstance(corner, tuple)
    apart = ImageChops.difference(flat, Image.new("RGB", flat.size, corner)).convert("L")
    return apart.point(lambda value: 255 if value > _NOISE else 0).getbbox()


def _unreadable(path: Path, why: str) -> CardnewsError:
    return CardnewsError([finding("unreadable-image", Place(path.name), name=path.name, why=why)])
