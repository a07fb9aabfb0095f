"""Shapes as glyphs: a one-glyph TrueType font in memory, so that HarfBuzz rasterizes shapes and text alike.

HarfBuzz computes exact area coverage, which no supersampling reaches, at sub-pixel positions and any angle; its Python
binding takes outlines from fonts only.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence

import uharfbuzz as hb

# Outline units per px: fine enough for sub-pixel edges, and a card of 2,000 px still fits the format's 16 bits.
UNITS = 16
_MOST = 32_000
Point = tuple[float, float, bool]


class Outline:
    """Closed contours in px, y downward; each point says whether it is on the curve (quadratic, as in TrueType)."""

    def __init__(self, contours: Sequence[Sequence[Point]]) -> None:
        self.contours = [list(contour) for contour in contours]
        xs = [point[0] for contour in self.contours for point in contour]
        ys = [point[1] for contour in self.contours for point in contour]
        self.left, self.top, self.right, self.bottom = min(xs), min(ys), max(xs), max(ys)

    def font(self) -> tuple[hb.Font, float]:
        """A font whose glyph 1 is the outline with its left top corner at 0, 0 (y upward), and the units per px."""
        extent = max(self.right - self.left, self.bottom - self.top, 1.0)
        units = min(float(UNITS), _MOST / extent)
        data = _glyph(
            [
                [(round((x - self.left) * units), round((self.top - y) * units), on) for x, y, on in contour]
                for contour in self.contours
            ]
        )
        return hb.Font(hb.Face(hb.Blob(_font_file(data)))), units


def rounded_rectangle(
    x: float, y: float, width: float, height: float, radii: Sequence[float], steps: int = 3
) -> list[Point]:
    """A contour with circular corners: top left, top right, bottom right, bottom left."""
    corners = (
        (x, y, math.pi, (1, 1)),
        (x + width, y, 1.5 * math.pi, (-1, 1)),
        (x + width, y + height, 0.0, (-1, -1)),
        (x, y + height, 0.5 * math.pi, (1, -1)),
    )
    points: list[Point] = []
    for (corner_x, corner_y, start, (sign_x, sign_y)), radius in zip(corners, radii, strict=True):
        if radius <= 0:
            points.append((corner_x, corner_y, True))
            continue
        center_x, center_y = corner_x + sign_x * radius, corner_y + sign_y * radius
        step = math.pi / 2 / steps
        reach = radius / math.cos(step / 2)
        points.append((center_x + radius * math.cos(start), center_y + radius * math.sin(start), True))
        for index in range(steps):
            angle = start + (index + 0.5) * step
            points.append((center_x + reach * math.cos(angle), center_y + reach * math.sin(angle), False))
        end = start + math.pi / 2
        points.append((center_x + radius * math.cos(end), center_y + radius * math.sin(end), True))
    return points


def sector(center: tuple[float, float], outer: float, inner: float, start: float, sweep: float) -> list[list[Point]]:
    """The contours of a part of a ring, angles in degrees clockwise from 12 o'clock; a whole ring is two circles."""
    first, turn = math.radians(start - 90), math.radians(min(sweep, 360.0))
    if sweep >= 359.999:
        rim = _arc(center, outer, first, turn)[:-1]
        return [rim, _arc(center, inner, first, turn)[:-1][::-1]] if inner > 0 else [rim]
    if inner <= 0:
        return [[*_arc(center, outer, first, turn), (*center, True)]]
    return [[*_arc(center, outer, first, turn), *_arc(center, inner, first, turn)[::-1]]]


def _arc(center: tuple[float, float], radius: float, start: float, turn: float) -> list[Point]:
    """Points of an arc, in pieces of at most 15 degrees; angles in radians clockwise from 3 o'clock."""
    pieces = max(1, math.ceil(turn / math.radians(15)))
    step = turn / pieces
    reach = radius / math.cos(step / 2)
    x, y = center
    points: list[Point] = [(x + radius * math.cos(start), y + radius * math.sin(start), True)]
    for index in range(pieces):
        between, end = start + (index + 0.5) * step, start + (index + 1) * step
        points.append((x + reach * math.cos(between), y + reach * math.sin(between), False))
        points.append((x + radius * math.cos(end), y + radius * math.sin(end), True))
    return points


def polygon(points: Sequence[tuple[float, float]], round_at: int = -1, radius: float = 0.0) -> list[Point]:
    """A contour of straight lines, one corner of it rounded."""
    contour: list[Point] = []
    for index, (x, y) in enumerate(points):
        if index != round_at:
            contour.append((x, y, True))
            continue
        for neighbor in (points[index - 1], points[(index + 1) % len(points)]):
            length = math.hypot(neighbor[0] - x, neighbor[1] - y) or 1.0
            share = min(0.5, 1.6 * radius / length)
            contour.append((x + share * (neighbor[0] - x), y + share * (neighbor[1] - y), True))
        contour.insert(len(contour) - 1, (x, y, False))
    return contour


def _glyph(contours: Sequence[Sequence[tuple[int, int, bool]]]) -> bytes:
    points = [point for contour in contours for point in contour]
    ends: list[int] = []
    for contour in contours:
        ends.append((ends[-1] if ends else -1) + len(contour))
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    header = struct.pack(">hhhhh", len(contours), min(xs), min(ys), max(xs), max(ys))
    flags = bytes(int(point[2]) for point in points)
    deltas_x = struct.pack(f">{len(xs)}h", *(b - a for a, b in zip([0, *xs], xs, strict=False)))
    deltas_y = struct.pack(f">{len(ys)}h", *(b - a for a, b in zip([0, *ys], ys, strict=False)))
    data = header + struct.pack(f">{len(ends)}H", *ends) + struct.pack(">H", 0) + flags + deltas_x + deltas_y
    return data + b"\0" * (-len(data) % 4)


def _font_file(glyph: bytes) -> bytes:
    """The tables HarfBuzz asks for, with an empty glyph 0 and the outline as glyph 1 (OpenType 1.9)."""
    tables = {
        b"glyf": glyph,
        b"head": struct.pack(">IIIIHHqqhhhhHHhhh", 0x10000, 0, 0, 0x5F0F3CF5, 0, 1024, 0, 0, 0, 0, 0, 0, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
        b"hmtx": struct.pack(">HhH", 0, 0, 0),
        b"loca": struct.pack(">III", 0, 0, len(glyph)),
        b"maxp": struct.pack(">IH", 0x10000, 2) + b"\0" * 26,
    }
    offset = 12 + 16 * len(tables)
    directory = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 32)
    body = b""
    for tag, data in tables.items():
        directory += struct.pack(">4sIII", tag, 0, offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return directory + body
