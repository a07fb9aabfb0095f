"""The flagship's ten cards as a careful hand would draw them with Pillow: `python tests/bench/baseline.py OUT`.

Every position is known before and nothing is left to decide. Tuned: antialiased corner tiles with plain fills between,
fonts, drawings and repeated words kept, text set by FreeType from the same variable font, PNG rows without filters
through ISA-L.
"""

from __future__ import annotations

import io
import json
import math
import struct
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import resvg_py
from isal import isal_zlib
from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent.parent / "fonts"
DATA: dict[str, Any] = json.loads((HERE / "frames.json").read_text("utf-8"))
Color = tuple[int, ...]
Box = tuple[int, int, int, int]


@cache
def font_of(name: str, weight: float, size: float) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(FONTS / name), size, layout_engine=ImageFont.Layout.BASIC)
    if "Variable" in name:
        font.set_variation_by_axes([weight])
    return font


REPEATED = Counter(
    (item["text"], *item["font"]) for card in DATA["cards"] for item in card["items"] if item["kind"] == "text"
)


@cache
def words(text: str, name: str, weight: float, size: float) -> tuple[Image.Image, int, int]:
    """Words that several cards show, set once."""
    font = font_of(name, weight, size)
    left, top, right, bottom = (round(value) for value in font.getbbox(text, anchor="ls"))
    mask = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(mask).text((-left, -top), text, 255, font, anchor="ls")
    return mask, left, top


@cache
def corner(radius: int) -> Image.Image:
    """The top left corner of a rounded rectangle: drawn at four times its extent and reduced."""
    tile = Image.new("L", (4 * radius, 4 * radius))
    ImageDraw.Draw(tile).ellipse((0, 0, 8 * radius - 1, 8 * radius - 1), fill=255)
    return tile.reduce(4)


@cache
def corners(radius: int) -> tuple[Image.Image, ...]:
    tile = corner(radius)
    flipped = tile.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    turn = Image.Transpose.FLIP_TOP_BOTTOM
    return tile, flipped, flipped.transpose(turn), tile.transpose(turn)


def rounded(canvas: Image.Image, box: Box, radii: list[int], fill: Color | int) -> None:
    left, top, right, bottom = box
    radii = [min(radius, (right - left) // 2, (bottom - top) // 2) for radius in radii]
    if not any(radii):
        canvas.paste(fill, box)
        return
    upper, lower = max(radii[0], radii[1]), max(radii[2], radii[3])
    canvas.paste(fill, (left, top + upper, right, bottom - lower))
    if upper:
        canvas.paste(fill, (left + radii[0], top, right - radii[1], top + upper))
    if lower:
        canvas.paste(fill, (left + radii[3], bottom - lower, right - radii[2], bottom))
    spots = ((left, top), (right, top), (right, bottom), (left, bottom))
    for index, ((x, y), radius) in enumerate(zip(spots, radii, strict=True)):
        if radius:
            x -= radius if index in (1, 2) else 0
            y -= radius if index in (2, 3) else 0
            canvas.paste(fill, (x, y, x + radius, y + radius), corners(radius)[index])


def ring(canvas: Image.Image, box: Box, radii: list[int], line: int, fill: Color) -> None:
    width, height = box[2] - box[0], box[3] - box[1]
    mask = Image.new("L", (width, height))
    rounded(mask, (0, 0, width, height), radii, 255)
    rounded(mask, (line, line, width - line, height - line), [max(0, radius - line) for radius in radii], 0)
    canvas.paste(fill, box, mask)


def polygon(canvas: Image.Image, points: list[list[float]], fill: Color) -> None:
    left, top = math.floor(min(x for x, _ in points)), math.floor(min(y for _, y in points))
    width = math.ceil(max(x for x, _ in points)) - left
    height = math.ceil(max(y for _, y in points)) - top
    mask = Image.new("L", (4 * width, 4 * height))
    ImageDraw.Draw(mask).polygon([(4 * (x - left), 4 * (y - top)) for x, y in points], fill=255)
    canvas.paste(fill, (left, top, left + width, top + height), mask.reduce(4))


@cache
def drawing(number: int, width: int, height: int, radius: int) -> Image.Image:
    found = DATA["drawings"][number]
    data = resvg_py.svg_to_bytes(
        svg_string=found["source"], width=width, height=height, style_sheet=found["style"], skip_system_fonts=True
    )
    image = Image.open(io.BytesIO(bytes(data)), formats=("PNG",)).convert("RGBA")
    if radius:
        mask = Image.new("L", image.size)
        rounded(mask, (0, 0, *image.size), [radius] * 4, 255)
        clear = Image.new("RGBA", image.size)
        clear.paste(image, (0, 0), mask)
        image = clear
    return image


def code(canvas: Image.Image, rows: list[str], box: Box, fill: Color) -> None:
    count = len(rows)
    module = min(box[2] - box[0], box[3] - box[1]) // count
    bits = Image.new("L", (count, count))
    bits.putdata([255 if bit == "1" else 0 for row in rows for bit in row])
    mask = bits.resize((count * module, count * module), Image.Resampling.NEAREST)
    left = box[0] + (box[2] - box[0] - mask.width) // 2
    top = box[1] + (box[3] - box[1] - mask.height) // 2
    canvas.paste(fill, (left, top, left + mask.width, top + mask.height), mask)


def draw(canvas: Image.Image, items: list[dict[str, Any]], ground: Color) -> None:
    pen = ImageDraw.Draw(canvas)
    for item in items:
        kind = item["kind"]
        if kind == "text" and REPEATED[item["text"], *item["font"]] > 1:
            mask, left, top = words(item["text"], *item["font"])
            x, y = round(item["at"][0]) + left, round(item["at"][1]) + top
            canvas.paste(tuple(item["color"]), (x, y, x + mask.width, y + mask.height), mask)
        elif kind == "text":
            pen.text(item["at"], item["text"], tuple(item["color"]), font_of(*item["font"]), anchor="ls")
        elif kind == "shape" and item["line"]:
            ring(canvas, tuple(item["box"]), item["radii"], item["line"], tuple(item["color"]))
        elif kind == "shape":
            rounded(canvas, tuple(item["box"]), item["radii"], tuple(item["color"]))
        elif kind == "polygon":
            polygon(canvas, item["points"], tuple(item["color"]))
        elif kind == "art":
            left, top, right, bottom = item["box"]
            image = drawing(item["drawing"], right - left, bottom - top, item["radius"])
            canvas.paste(image, (left, top), image)
        elif kind == "code":
            code(canvas, item["rows"], tuple(item["box"]), tuple(item["color"]))
        else:
            turned(canvas, item, ground)


def turned(canvas: Image.Image, item: dict[str, Any], ground: Color) -> None:
    """Items on a layer of their own, in the ground's color where it is clear so that edges blend; only the part that
    shows on the card is turned."""
    angle, (center_x, center_y) = math.radians(item["angle"]), item["center"]
    cosine, sine = math.cos(angle), math.sin(angle)
    boxes = [inner["box"] for inner in item["items"] if inner["kind"] == "shape"]
    left, top = min(box[0] for box in boxes) - 2, min(box[1] for box in boxes) - 2
    right, bottom = max(box[2] for box in boxes) + 2, max(box[3] for box in boxes) + 2
    layer = Image.new("RGBA", (right - left, bottom - top), (*ground, 0))
    pen = ImageDraw.Draw(layer)
    for inner in item["items"]:
        fill = (*inner["color"], 255)
        if inner["kind"] == "text":
            x, y = inner["at"]
            pen.text((x - left, y - top), inner["text"], fill, font_of(*inner["font"]), anchor="ls")
            continue
        x, y, end_x, end_y = inner["box"]
        box = (x - left, y - top, end_x - left, end_y - top)
        if inner["line"]:
            ring(layer, box, inner["radii"], inner["line"], fill)
        else:
            rounded(layer, box, inner["radii"], fill)
    corners_y = [
        center_y + sine * (x - center_x) + cosine * (y - center_y) for x in (left, right) for y in (top, bottom)
    ]
    first, last = max(0, math.floor(min(corners_y))), min(canvas.height, math.ceil(max(corners_y)))
    # From the card's px back to the layer's.
    shift_x = center_x - left - cosine * center_x + sine * (first - center_y)
    shift_y = center_y - top + sine * center_x + cosine * (first - center_y)
    matrix = (cosine, sine, shift_x, -sine, cosine, shift_y)
    shown = layer.transform(
        (canvas.width, last - first), Image.Transform.AFFINE, matrix, Image.Resampling.BICUBIC, fillcolor=(*ground, 0)
    )
    canvas.paste(shown, (0, first), shown)


def chunk(name: bytes, data: bytes) -> bytes:
    return b"".join((struct.pack(">I", len(data)), name, data, struct.pack(">I", crc32(data, crc32(name)))))


def png(image: Image.Image) -> bytes:
    width, height = image.size
    stream = isal_zlib.compressobj(1)
    rows = memoryview(image.tobytes("raw", "RGB", 3 * width + 1, 1))[:-1]
    data = b"".join((stream.compress(b"\0"), stream.compress(rows), stream.flush()))
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"".join((b"\x89PNG\r\n\x1a\n", header, chunk(b"IDAT", data), chunk(b"IEND", b"")))


def draw_all(folder: str) -> None:
    """Draw every card into `folder`."""
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    for number, card in enumerate(DATA["cards"], 1):
        ground = tuple(card["ground"])
        canvas = Image.new("RGB", tuple(card["size"]), ground)
        draw(canvas, card["items"], ground)
        (out / f"{number:02d}.png").write_bytes(png(canvas))


if __name__ == "__main__":
    draw_all(sys.argv[1])
