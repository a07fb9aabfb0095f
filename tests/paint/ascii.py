"""A picture as characters: exact colors by letter, coverage between black and white as a digit."""

from __future__ import annotations

from collections.abc import Mapping

from PIL import Image

from cardnews.color import Color

WHITE = Color(255, 255, 255)
BLACK = Color(0, 0, 0)
LETTERS: Mapping[tuple[int, int, int], str] = {
    WHITE: ".",
    BLACK: "#",
    (255, 0, 0): "r",
    (0, 255, 0): "g",
    (0, 0, 255): "b",
}


def ascii_of(image: Image.Image) -> str:
    """One character for each pixel: a letter of `LETTERS`, `~` for a mixture of colors, 1 to 9 for a gray."""
    assert image.mode == "RGB"
    return "".join(
        "".join(_character(image.getpixel((x, y))) for x in range(image.width)) + "\n" for y in range(image.height)
    )


def _character(pixel: object) -> str:
    assert isinstance(pixel, tuple)
    red, green, blue = pixel
    if (red, green, blue) in LETTERS:
        return LETTERS[red, green, blue]
    if not red == green == blue:
        return "~"
    return str(min(9, max(1, round((255 - red) / 255 * 10))))
