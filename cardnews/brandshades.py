"""Shades of a brand's color: so much darker or lighter that what stands on them is seen or read."""

from __future__ import annotations

from cardnews.color import Color, contrast, luminance, mix
from cardnews.oklab import from_oklch, to_oklch
from cardnews.themereader import LEAST

SEEN, _BAND = 1.6, 2.1  # contrast of the band behind a highlight with its ground: enough, and as much as is needed
_TOLD = 1.7  # contrast of a chart's key part with every other part
STEPS = 100


def shade(ratio: float, fill: Color, other: Color) -> Color:
    """So much of `other` in the fill that their contrast is as it was: mixtures stay vivid on a vivid fill."""
    tried = (mix(other, fill, step / STEPS) for step in range(STEPS + 1))
    return min(tried, key=lambda one: abs(contrast(one, fill) - ratio))


def band(color: Color, fill: Color, text: Color, seen: float, dark: bool) -> Color:
    """What lies behind a highlight: seen on the fill, the text on it read; as light as it may be, else darker."""
    if contrast(color, fill) >= seen and contrast(color, text) >= LEAST and not dark:
        return color
    own = to_oklch(fill)
    tried = [from_oklch(own._replace(lightness=step / STEPS)) for step in range(STEPS + 1)]
    read = [one for one in tried if contrast(one, text) >= LEAST] or tried
    lighter = [one for one in read if luminance(one) > luminance(fill)] or [fill]

    def missed(one: Color) -> float:
        return abs(contrast(one, fill) - _BAND)

    best = min(lighter, key=missed)
    return best if contrast(best, fill) >= SEEN else min(read, key=missed)


def beside(color: Color, key: Color, fill: Color, text: Color, share: float, most: float) -> Color:
    """A color of a chart's part beside its key part: `color`, or so much of the text's, `share` or less, that the two
    are told apart and this one's contrast with the fill is below `most`."""
    tried = [color, *(mix(text, fill, share * step / 10) for step in range(10, 0, -1))]
    apart = (one for one in tried if contrast(one, key) >= _TOLD and contrast(one, fill) < most)
    return next(apart, tried[-1])
