"""Contrast of a color to painted pixels (WCAG 2.2), by all but the worst few of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PIL import Image

from cardnews.color import Color, luminance

# design.md, 4: the 85th percentile of the pixels behind a text decides, so that a grain or an edge does not.
_SHARE = 0.15
# Of a photograph so many pixels are looked at, which tells the share to within one in a hundred.
_MOST_COLORS = 4096
_FEW_COLORS = 128  # of an area of no more pixels than that


def contrast_on(color: Color, area: Image.Image) -> float:
    """The contrast that all but `_SHARE` of the pixels of an RGB picture have to `color`."""
    small = area.width * area.height <= _MOST_COLORS
    counts = area.getcolors(_FEW_COLORS if small else _MOST_COLORS)
    if counts is not None:
        return _of_counts(_luminance(*color), counts, area.width * area.height)
    return _of_pixels(_luminance(*color), area if small else sample_of(area.reduce(2)))


def _of_counts(own: float, counts: Iterable[tuple[int, object]], pixels: int) -> float:
    ratios: list[tuple[float, int]] = []
    for count, pixel in counts:
        assert isinstance(pixel, tuple)
        ratios.append((_ratio(own, _luminance(*pixel)), count))
    ratios.sort()
    left = _SHARE * pixels
    for ratio, count in ratios:
        left -= count
        if left < 0:
            return ratio
    return ratios[-1][0] if ratios else 21.0


def _of_pixels(own: float, area: Image.Image) -> float:
    # A photograph has hardly two pixels of one color, so that counting them costs more than it saves.
    assert area.mode == "RGB"
    red, green, blue = _tables()
    data = area.tobytes()
    lights = [red[r] + green[g] + blue[b] for r, g, b in zip(data[::3], data[1::3], data[2::3], strict=True)]
    lights.sort()
    at = int(_SHARE * len(lights))
    if own >= lights[-1]:
        return _ratio(own, lights[-1 - at])
    if own <= lights[0]:
        return _ratio(own, lights[at])
    return sorted(_ratio(own, light) for light in lights)[at]


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def sample_of(area: Image.Image, most: int = _MOST_COLORS) -> Image.Image:
    """Some `most` pixels of `area`, evenly taken and as they are: all of them where they are fewer."""
    share = (most / max(1, area.width * area.height)) ** 0.5
    if share >= 1:
        return area
    extent = (max(1, int(area.width * share)), max(1, int(area.height * share)))
    return area.resize(extent, Image.Resampling.NEAREST)


@cache
def _tables() -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    """What the values of each channel add to a relative luminance (WCAG 2.2), whose table is that of grays."""
    grays = [luminance(Color(value, value, value)) for value in range(256)]
    return (
        tuple(0.2126 * gray for gray in grays),
        tuple(0.7152 * gray for gray in grays),
        tuple(0.0722 * gray for gray in grays),
    )


def _luminance(red: int, green: int, blue: int) -> float:
    reds, greens, blues = _tables()
    return reds[red] + greens[green] + blues[blue]
