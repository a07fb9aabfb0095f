"""Colors by how light, how colorful and of which hue they look: OKLCH (Björn Ottosson, 2020; CSS Color 4)."""

from __future__ import annotations

import math
from typing import NamedTuple

from cardnews.color import Color, contrast

_STEPS = 100


class Oklch(NamedTuple):
    """Lightness 0 to 1, chroma from 0, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


def to_oklch(color: Color) -> Oklch:
    """A color as OKLCH."""
    red, green, blue = (_linear(channel / 255) for channel in color)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def from_oklch(color: Oklch) -> Color:
    """The sRGB color that looks so, with less chroma where sRGB has none that colorful."""
    low, high = 0.0, color.chroma
    if (found := _channels(color)) is not None:
        return _rounded(found)
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (middle, high) if _channels(color._replace(chroma=middle)) is not None else (low, middle)
    return _rounded(_channels(color._replace(chroma=low)) or (color.lightness,) * 3)


def readable(color: Color, behind: Color, least: float) -> Color | None:
    """The color nearest in lightness that has the contrast `least` (WCAG 2.2) to what lies behind it; None where none
    of its hue has."""
    if contrast(color, behind) >= least:
        return color
    own = to_oklch(color)
    found: tuple[float, Color] | None = None
    for step in range(_STEPS + 1):
        lightness = step / _STEPS
        tried = from_oklch(own._replace(lightness=lightness))
        distance = abs(lightness - own.lightness)
        if contrast(tried, behind) >= least and (found is None or distance < found[0]):
            found = distance, tried
    return None if found is None else found[1]


def _channels(color: Oklch) -> tuple[float, float, float] | None:
    """Linear sRGB, None where it lies outside."""
    a = color.chroma * math.cos(math.radians(color.hue))
    b = color.chroma * math.sin(math.radians(color.hue))
    long = (color.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (color.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (color.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    found = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return found if all(-0.0005 <= channel <= 1.0005 for channel in found) else None


def _rounded(linear: tuple[float, ...]) -> Color:
    red, green, blue = (round(255 * _encoded(min(1.0, max(0.0, channel)))) for channel in linear)
    return Color(red, green, blue)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _encoded(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4) - 0.055)
