"""The dashed outline of a surface, its tail and body as one line."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cardnews.color import Color
from cardnews.compose.frame import Art, Radii
from cardnews.geometry import Rect

_GAP = 0.8  # of a dash


def dashed_outline(
    rect: Rect, radii: Radii, tail: Sequence[tuple[float, float]], color: Color, line: float, dash: float
) -> Art:
    """The outline of `rect` drawn with a pen of `line` px in dashes of `dash` px, all of it inside the shape.

    `tail` are the two points where it leaves the bottom edge and its tip, in any order of the first two.
    """
    half = line / 2
    left, top, right, bottom = half, half, rect.width - half, rect.height - half
    first, second, third, fourth = (max(0.0, radius - half) for radius in radii)
    corners = ((right, top, second), (right, bottom, third), (left, bottom, fourth), (left, top, first))
    path = [f"M{left + first:.2f} {top:.2f}"]
    length = 0.0
    at = (left + first, top)
    for (x, y, radius), (before, after) in zip(
        corners, (((-1, 0), (0, 1)), ((0, -1), (-1, 0)), ((1, 0), (0, -1)), ((0, 1), (1, 0))), strict=True
    ):
        if (x, y) == (left, bottom) and tail:
            (one, _), (two, _), tip = tail
            for point in (
                (max(one, two) - rect.x, bottom),
                (tip[0] - rect.x, tip[1] - rect.y - half),
                (min(one, two) - rect.x, bottom),
            ):
                path.append(f"L{point[0]:.2f} {point[1]:.2f}")
                length += math.dist(at, point)
                at = point
        start = (x + before[0] * radius, y + before[1] * radius)
        end = (x + after[0] * radius, y + after[1] * radius)
        path.append(f"L{start[0]:.2f} {start[1]:.2f}")
        if radius:
            path.append(f"A{radius:.2f} {radius:.2f} 0 0 1 {end[0]:.2f} {end[1]:.2f}")
        length += math.dist(at, start) + radius * math.pi / 2
        at = end
    # A whole number of dashes, so that the line ends where it began.
    step = length / max(1, round(length / (dash * (1 + _GAP))))
    drawn = step / (1 + _GAP)
    cap = "round" if any(radii) else "butt"
    # A round cap makes a dash longer by the pen at both ends.
    drawn = max(drawn - line, drawn / 2) if cap == "round" else drawn
    height = max([rect.height, *(y - rect.y for _, y in tail)])
    source = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rect.width:.2f} {height:.2f}">'
        f'<path fill="none" stroke="{color.hex}" stroke-width="{line:.2f}" stroke-linecap="{cap}"'
        f' stroke-linejoin="{"round" if cap == "round" else "miter"}"'
        f' stroke-dasharray="{drawn:.3f} {step - drawn:.3f}" d="{"".join(path)}Z"/></svg>'
    )
    return Art("outline", source, "", Rect(rect.x, rect.y, rect.width, height))
