"""What all picture files have in common: which formats are read, how large they may be, and their colors as sRGB."""

from __future__ import annotations

import io
import math
from pathlib import Path

from PIL import Image

from cardnews.errors import CardnewsError, Place, finding

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP")
# A JPEG is decoded at a fraction of its extent; all others are held whole.
MAX_JPEG_PIXELS = 60_000_000
MAX_IMAGE_PIXELS = 25_000_000


def check_extent(image: Image.Image, path: Path) -> None:
    """CardnewsError where a picture that was opened, and not yet decoded, has more pixels than are read."""
    pixels = image.width * image.height
    most = MAX_JPEG_PIXELS if image.format == "JPEG" else MAX_IMAGE_PIXELS
    if pixels > most:
        found, limit = math.ceil(pixels / 1_000_000), most // 1_000_000
        raise CardnewsError([finding("image-too-large", Place(path.name), name=path.name, found=found, most=limit)])


def is_clear(image: Image.Image) -> bool:
    """Whether a picture may have parts that are not covered."""
    return image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info


def is_deep(image: Image.Image) -> bool:
    """Whether a picture is gray of more than eight bits."""
    return image.mode.startswith("I") or image.mode == "F"


def white_of(image: Image.Image) -> float:
    """The value that is white in deep gray: that of 16 bits, else of the least range that holds all values."""
    if image.mode.startswith("I;16"):
        return 65535.0
    high = max((float(value) for value in image.getextrema() if isinstance(value, int | float)), default=1.0)
    return next(
        (limit for limit in ((1.0, 255.0, 65535.0) if image.mode == "F" else (65535.0,)) if high <= limit), high
    )


def shallow(image: Image.Image, white: float) -> Image.Image:
    """Deep gray as gray of eight bits."""
    image = image.convert("I") if image.mode.startswith("I;16") else image
    return image.convert("F").point(lambda value: value * (255 / white) + 0.5).convert("L")


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A picture of mode L, RGB or CMYK as RGB, its colors as its ICC profile means them; a damaged profile counts as
    none."""
    if profile and image.mode in ("L", "RGB", "CMYK"):
        # Loads LittleCMS, which few pictures need.
        from PIL import ImageCms

        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if "sRGB" not in (ImageCms.getProfileDescription(given) or ""):
                found = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
                image = found if found is not None else image
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return image.convert("RGB")
