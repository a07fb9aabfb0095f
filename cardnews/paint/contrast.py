"""Contrast of a color to painted pixels (WCAG 2.2), by all but the worst few of them."""

from __future__ import annotations

from functools import cache

from PIL import Image

from cardnews.color import Color, luminance

# design.md, 4: the 85th percentile of the pixels behind a text decides, so that a grain or an edge does not.
_SHARE = 0.15
# Of a photograph so many pixels are looked at, which tells the share to within one in a hundred.
_MOST_COLORS = 4096


def contrast_on(color: Color, area: Image.Image) -> float:
    """The contrast that all but `_SHARE` of the pixels of an RGB picture have to `color`."""
    counts = area.getcolors(_MOST_COLORS)
    if counts is None:
        area = sample_of(area.reduce(2))
        counts = area.getcolors(area.width * area.height) or []
    own = _luminance(*color)
    ratios: list[tuple[float, int]] = []
    for count, pixel in counts:
        assert isinstance(pixel, tuple)
        other = _luminance(*pixel)
        ratios.append(((max(own, other) + 0.05) / (min(own, other) + 0.05), count))
    ratios.sort()
    left = _SHARE * area.width * area.height
    for ratio, count in ratios:
        left -= count
        if left < 0:
            return ratio
    return ratios[-1][0] if ratios else 21.0


def sample_of(area: Image.Image, most: int = _MOST_COLORS) -> Image.Image:
    """Some `most` pixels of `area`, evenly taken and as they are: all of them where they are fewer."""
    share = (most / max(1, area.width * area.height)) ** 0.5
    if share >= 1:
        return area
    extent = (max(1, int(area.width * share)), max(1, int(area.height * share)))
    return area.resize(extent, Image.Resampling.NEAREST)


@cache
def _channel(value: int) -> float:
    return luminance(Color(value, value, value))


def _luminance(red: int, green: int, blue: int) -> float:
    """Relative luminance (WCAG 2.2) from one table: a gray's is that of each of its channels."""
    return 0.2126 * _channel(red) + 0.7152 * _channel(green) + 0.0722 * _channel(blue)
