"""PNG bytes: what another decoder reads back, chunk by chunk, and that nothing but the picture is in them."""

from __future__ import annotations

import struct
from hashlib import sha256
from io import BytesIO
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from zlib_ng import zlib_ng

from cardnews.export.png import card_digest, encode_png

_CHANNELS = {"L": 1, "P": 1, "RGB": 3, "RGBA": 4}


def decoded(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    found, position = [], 8
    while position < len(data):
        (length,) = struct.unpack_from(">I", data, position)
        name, body = data[position + 4 : position + 8], data[position + 8 : position + 8 + length]
        assert struct.unpack_from(">I", data, position + 8 + length) == (crc32(name + body),)
        found.append((name, body))
        position += 12 + length
    return found


@st.composite
def images(draw: st.DrawFn) -> Image.Image:
    mode = draw(st.sampled_from(sorted(_CHANNELS)))
    width, height = draw(st.integers(1, 40)), draw(st.integers(1, 40))
    size = width * height * _CHANNELS[mode]
    seed = draw(st.binary(min_size=1, max_size=200))
    image = Image.frombytes(mode, (width, height), (seed * (size // len(seed) + 1))[:size])
    if mode == "P":
        colors = draw(st.integers(1, 256))
        image.putpalette(draw(st.binary(min_size=3 * colors, max_size=3 * colors)))
    return image


@given(images())
def test_round_trip(image: Image.Image) -> None:
    back = decoded(encode_png(image))
    assert (back.mode, back.size) == (image.mode, image.size)
    assert back.tobytes() == image.tobytes()
    assert back.convert("RGBA").tobytes() == image.convert("RGBA").tobytes()


@pytest.mark.parametrize("mode", ["1", "LA", "PA", "CMYK", "YCbCr"])
def test_other_modes_keep_their_look(mode: str) -> None:
    image = Image.radial_gradient("L").resize((9, 7)).convert("RGBA").convert("L").convert("RGB").convert("L")
    image = image.convert("LA").convert("PA") if mode == "PA" else image.convert(mode)
    back = decoded(encode_png(image))
    assert back.mode == ("RGBA" if "A" in mode else "RGB")
    assert back.tobytes() == image.convert(back.mode).tobytes()


def test_transparent_palette() -> None:
    image = Image.frombytes("P", (2, 1), b"\0\1")
    image.putpalette(bytes((255, 0, 0, 0, 0, 0, 255, 128)), "RGBA")
    assert decoded(encode_png(image)).tobytes() == bytes((255, 0, 0, 0, 0, 0, 255, 128))


def test_color_key() -> None:
    image = Image.frombytes("L", (2, 1), b"\0\1")
    image.info["transparency"] = 1
    assert decoded(encode_png(image)).tobytes() == bytes((0, 0, 0, 255, 1, 1, 1, 0))


@pytest.mark.parametrize("mode", sorted(_CHANNELS))
def test_rows_longer_than_the_block_of_the_encoder(mode: str) -> None:
    image = Image.radial_gradient("L").resize((70_000, 2)).convert("L")
    image = image if mode == "L" else image.convert("P" if mode == "P" else mode)
    assert decoded(encode_png(image)).tobytes() == image.tobytes()


def test_only_the_picture_is_in_the_file() -> None:
    image = Image.new("RGB", (30, 20), "#C0FFEE")
    image.info.update(dpi=(72, 72), comment="노트")
    assert [name for name, _ in chunks(encode_png(image))] == [b"IHDR", b"sRGB", b"IDAT", b"IEND"]
    assert [name for name, _ in chunks(encode_png(image.quantize(4)))] == [b"IHDR", b"sRGB", b"PLTE", b"IDAT", b"IEND"]


def test_same_picture_same_bytes() -> None:
    image = Image.radial_gradient("L").convert("RGB")
    assert encode_png(image) == encode_png(image.copy())


def test_nothing_to_encode() -> None:
    with pytest.raises(ValueError, match="at least one pixel"):
        encode_png(Image.new("RGB", (0, 3)))


def test_card_digest() -> None:
    assert card_digest(b"card") == sha256(b"card").hexdigest()


@pytest.mark.parametrize("size", [(160, 120), (97, 1), (40_000, 3)])
def test_photographs_are_differences_between_rows(size: tuple[int, int]) -> None:
    noise = Image.effect_noise((size[0] * 3, size[1]), 90)
    image = Image.frombytes("RGB", size, noise.tobytes())
    back = decoded(encode_png(image))
    assert back.mode == "RGB"
    assert back.tobytes() == image.tobytes()


def test_smooth_photographs_are_smaller_than_their_rows() -> None:
    bands = [Image.radial_gradient("L").resize((500, 400)), Image.linear_gradient("L").resize((500, 400))]
    image = Image.merge("RGB", (*bands, Image.effect_noise((500, 400), 6)))
    data = encode_png(image)
    assert decoded(data).tobytes() == image.tobytes()
    assert len(data) < 0.6 * len(zlib_ng.compress(image.tobytes(), 2))
