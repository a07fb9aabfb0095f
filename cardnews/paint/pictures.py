"""Photographs from files through Pillow, within limits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from threading import Lock

from PIL import Image, UnidentifiedImageError

from cardnews.color import Color
from cardnews.drawing import read_drawing
from cardnews.errors import CardnewsError, Place, finding
from cardnews.geometry import Rect
from cardnews.picturefile import FORMATS, check_extent, in_srgb, is_clear, is_deep, shallow, white_of
from cardnews.svg import draw_svg

_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ON_ITS_SIDE = (5, 6, 7, 8)
Box = tuple[float, float, float, float]
# Pixels, of which each takes four bytes, and as many again while it is cut: of larger pictures one is held at a time.
_LARGE = 13_000_000
_LARGE_ONE = Lock()


def toned(image: Image.Image, tones: Sequence[Color]) -> Image.Image:
    """A picture in the colors `tones`, spread evenly from its darkest to its lightest luma (ITU-R BT.601); its own
    where there are fewer than two."""
    if len(tones) < 2:
        return image
    steps = len(tones) - 1
    lut: list[int] = []
    for channel in range(3):
        for value in range(256):
            at = value / 255 * steps
            low = min(int(at), steps - 1)
            first, second = tones[low][channel], tones[low + 1][channel]
            lut.append(round(first + (second - first) * (at - low)))
    gray = image.convert("L")
    return Image.merge("RGB", (gray, gray, gray)).point(lut)


def read_photo(path: Path, width: int, height: int, focus: tuple[float, float]) -> Image.Image:
    """A photograph that covers `width` x `height` px as sRGB, upright as its EXIF says, cropped around `focus`; an SVG
    is drawn on white.

    Raises:
        CardnewsError: where the file is no picture, is damaged, or has more pixels than are read.
    """
    place = Place(path.name)
    if path.suffix.casefold() == ".svg":
        return _drawn(path, width, height, focus)
    try:
        with Image.open(path, formats=FORMATS) as opened:
            check_extent(opened, path)
            # JPEG decodes at a fraction of its extent many times faster; twice the target keeps it sharp either way up.
            opened.draft("RGB", (2 * max(width, height), 2 * max(width, height)))
            with _LARGE_ONE if opened.width * opened.height > _LARGE else nullcontext():
                opened.load()
                orientation = opened.getexif().get(_ORIENTATION, 1)
                # Cut and shrunk as it lies in the file, so that only the small picture is turned and put on white.
                target = (height, width) if orientation in _ON_ITS_SIDE else (width, height)
                box = _cover_box(opened.size, target, _focus_in_file(focus, orientation))
                image = _resized(opened, target, box, opened.info.get("icc_profile"))
                # Its pixels are held no longer than the next large one may come.
                opened.close()
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        # Pillow tells what is wrong inside a file in English and in its own words.
        why = (error.strerror if isinstance(error, OSError) else None) or "not-a-picture"
        raise CardnewsError([finding("unreadable-image", place, name=path.name, why=why)]) from None
    return image.transpose(_UPRIGHT[orientation]) if orientation in _UPRIGHT else image


def _drawn(path: Path, width: int, height: int, focus: tuple[float, float]) -> Image.Image:
    """A drawing of the author's that covers `width` x `height` px."""
    drawing = read_drawing(path)
    left, top, right, bottom = _cover_box((drawing.width, drawing.height), (width, height), focus)
    view = (drawing.x + left, drawing.y + top, right - left, bottom - top)
    drawn = draw_svg(drawing.cropped(view), "", width, height, path.name)
    return Image.alpha_composite(Image.new("RGBA", drawn.size, "white"), drawn).convert("RGB")


def _resized(image: Image.Image, target: tuple[int, int], box: Box, profile: bytes | None = None) -> Image.Image:
    """The part `box` of a picture of any mode at the target's size, as sRGB on white."""
    # The filter's reach around the part keeps its edges as they would be in the whole.
    margin = 4 + math.ceil(4 * max((box[2] - box[0]) / target[0], (box[3] - box[1]) / target[1]))
    left, top = max(0, math.floor(box[0]) - margin), max(0, math.floor(box[1]) - margin)
    right, bottom = (
        min(image.width, math.ceil(box[2]) + margin),
        min(image.height, math.ceil(box[3]) + margin),
    )
    deep = is_deep(image)
    white = white_of(image) if deep else 255.0
    if (left, top, right, bottom) != (0, 0, *image.size):
        image = image.crop((left, top, right, bottom))
    inside = (box[0] - left, box[1] - top, box[2] - left, box[3] - top)
    clear = is_clear(image)
    if deep:
        image = shallow(image, white)
        clear = False
    elif clear and image.mode not in ("RGBA", "La", "RGBa"):
        image = image.convert("RGBA")
    elif not clear and image.mode not in ("RGB", "L", "CMYK"):
        image = image.convert("RGB")
    image = image.resize(target, Image.Resampling.BICUBIC, box=inside, reducing_gap=2.0)
    if clear:
        flat = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", flat.size, "white"), flat).convert("RGB")
    return in_srgb(image, profile)


def _focus_in_file(focus: tuple[float, float], orientation: int) -> tuple[float, float]:
    """Where the point lies before the picture is turned upright (EXIF 2.32, orientations 1 to 8)."""
    x, y = focus
    turned = {
        2: (1 - x, y),
        3: (1 - x, 1 - y),
        4: (x, 1 - y),
        5: (y, x),
        6: (y, 1 - x),
        7: (1 - y, 1 - x),
        8: (1 - y, x),
    }
    return turned.get(orientation, focus)


def whole_in(path: Path, rect: Rect) -> Rect:
    """Where a photograph stands uncut in the middle of `rect`, on whole px; all of `rect` if it cannot be read."""
    try:
        if path.suffix.casefold() == ".svg":
            drawing = read_drawing(path)
            return _whole(rect, drawing.width, drawing.height)
        with Image.open(path, formats=FORMATS) as opened:
            turned = opened.getexif().get(_ORIENTATION, 1) in _ON_ITS_SIDE
            width, height = (opened.height, opened.width) if turned else opened.size
    except (CardnewsError, OSError, UnidentifiedImageError, ValueError, SyntaxError, Image.DecompressionBombError):
        return rect
    return _whole(rect, width, height)


def _whole(rect: Rect, width: float, height: float) -> Rect:
    scale = min(rect.width / width, rect.height / height)
    width, height = max(1, round(width * scale)), max(1, round(height * scale))
    x, y = rect.center
    return Rect(round(x - width / 2), round(y - height / 2), width, height)


def check_photo(path: Path) -> None:
    """Open a picture file without decoding it all; CardnewsError as `read_photo`. Logos may be SVG, too."""
    if path.suffix.casefold() == ".svg":
        read_drawing(path)
        return
    read_photo(path, 8, 8, (0.5, 0.5))


def _cover_box(extent: tuple[float, float], target: tuple[int, int], focus: tuple[float, float]) -> Box:
    """The part of a picture that covers the target's shape with `focus` as near its middle as the edges allow."""
    scale = min(extent[0] / target[0], extent[1] / target[1])
    # Never a hair more than there is: what is left of rounding would lie outside the picture.
    width, height = min(target[0] * scale, extent[0]), min(target[1] * scale, extent[1])
    left = min(max(0.0, focus[0] * extent[0] - width / 2), extent[0] - width)
    top = min(max(0.0, focus[1] * extent[1] - height / 2), extent[1] - height)
    return left, top, min(left + width, extent[0]), min(top + height, extent[1])
