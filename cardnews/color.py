"""Colors: `#RRGGBB` to numbers, mixing, and WCAG contrast."""

from __future__ import annotations

import re
from typing import NamedTuple

# WCAG 2.2, 1.4.3 (AA): 4.5, or 3 for large text, which on a card of 1080 px begins at 72 px (design.md, 9).
_NORMAL, _LARGE, _LARGE_FROM = 4.5, 3.0, 72.0
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


class Color(NamedTuple):
    """An opaque sRGB color, each channel 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def hex(self) -> str:
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"


def is_color(text: str) -> bool:
    """Whether `text` is `#RGB` or `#RRGGBB`."""
    return _HEX.fullmatch(text) is not None


def parse_color(text: str) -> Color:
    """The color written as `#RGB` or `#RRGGBB`; ValueError for anything else."""
    if not is_color(text):
        raise ValueError(f"not a color: {text!r}")
    digits = text[1:]
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    return Color(int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16))


def mix(color: Color, other: Color, share: float) -> Color:
    """`share` (0 to 1) of `color`, the rest of `other`, channel by channel in sRGB as CSS `color-mix(in srgb)` does."""
    red, green, blue = (round(one * share + two * (1 - share)) for one, two in zip(color, other, strict=True))
    return Color(red, green, blue)


def luminance(color: Color) -> float:
    """Relative luminance (WCAG 2.2)."""

    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)


def contrast(color: Color, other: Color) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2)."""
    bright, dark = sorted((luminance(color), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def least_contrast(size: float, width: int) -> float:
    """The contrast ratio that a text of `size` px needs on a card that is `width` px wide."""
    return _LARGE if size * 1080 / width >= _LARGE_FROM else _NORMAL
