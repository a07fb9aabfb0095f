"""Pixels from files: SVG drawings through resvg, photographs through Pillow, within limits."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from cardnews.errors import CardnewsError, Place, finding

MAX_IMAGE_PIXELS = 60_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP")


def draw_svg(source: str, style: str, width: int, height: int, name: str) -> Image.Image:
    """An SVG at `width` x `height` px as RGBA; `style` colors its classes. No system fonts, no outside files."""
    import resvg_py

    try:
        data = resvg_py.svg_to_bytes(
            svg_string=source, width=width, height=height, style_sheet=style, skip_system_fonts=True
        )
    except (ValueError, RuntimeError) as error:
        raise CardnewsError([finding("unreadable-art", Place(name), name=name, why=str(error))]) from None
    return Image.open(io.BytesIO(bytes(data)), formats=("PNG",)).convert("RGBA")


def read_photo(path: Path, width: int, height: int, focus: tuple[float, float]) -> Image.Image:
    """A photograph that covers `width` x `height` px as RGB, upright as its EXIF says, cropped around `focus`.

    Raises:
        CardnewsError: where the file is no picture, is damaged, or has more pixels than are read.
    """
    from PIL import ImageOps  # brings in the EXIF tables, which most decks do not need

    place = Place(path.name)
    try:
        with Image.open(path, formats=_FORMATS) as opened:
            pixels = opened.width * opened.height
            if pixels > MAX_IMAGE_PIXELS:
                raise CardnewsError(
                    [
                        finding(
                            "image-too-large",
                            place,
                            name=path.name,
                            found=pixels // 1_000_000,
                            most=MAX_IMAGE_PIXELS // 1_000_000,
                        )
                    ]
                )
            # JPEG decodes at a fraction of its extent many times faster; twice the target keeps it sharp either way up.
            opened.draft("RGB", (2 * max(width, height), 2 * max(width, height)))
            image = ImageOps.exif_transpose(opened)
            image.load()
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        why = str(error).replace(str(path), path.name).splitlines()[0] if str(error) else type(error).__name__
        raise CardnewsError([finding("unreadable-image", place, name=path.name, why=why)]) from None
    if image.mode in ("RGBA", "LA", "P", "PA"):
        flat = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", flat.size, "white"), flat)
    box = _cover_box(image.size, (width, height), focus)
    return image.convert("RGB").resize((width, height), Image.Resampling.LANCZOS, box=box, reducing_gap=2.0)


def check_photo(path: Path) -> None:
    """Open a picture file without decoding it all; CardnewsError as `read_photo`."""
    read_photo(path, 8, 8, (0.5, 0.5))


def _cover_box(
    extent: tuple[int, int], target: tuple[int, int], focus: tuple[float, float]
) -> tuple[float, float, float, float]:
    """The part of a picture that covers the target's shape with `focus` as near its middle as the edges allow."""
    scale = min(extent[0] / target[0], extent[1] / target[1])
    width, height = target[0] * scale, target[1] * scale
    left = min(max(0.0, focus[0] * extent[0] - width / 2), extent[0] - width)
    top = min(max(0.0, focus[1] * extent[1] - height / 2), extent[1] - height)
    return left, top, left + width, top + height
