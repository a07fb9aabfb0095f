"""QR codes: clear of everything by four modules inside their white tile, and read from the painted card."""

from __future__ import annotations

import pytest

from cardnews.compose.frame import Code, Shape
from cardnews.paint import paint
from compose.test_goldens import composed


@pytest.mark.parametrize("size", ["portrait", "square", "story", "wide", "tall"])
def test_four_clear_modules_around_a_code(size: str) -> None:
    frame = next(frame for frame in composed(size).frames if frame.number == 10)
    at, code = next((at, item) for at, item in enumerate(frame.items) if isinstance(item, Code))
    tile = frame.items[at - 1]
    assert isinstance(tile, Shape)
    assert tile.color.hex == "#FFFFFF"
    module = code.rect.width / len(code.rows)
    assert module == int(module) >= 4
    clear = (
        code.rect.x - tile.rect.x,
        code.rect.y - tile.rect.y,
        tile.rect.right - code.rect.right,
        tile.rect.bottom - code.rect.bottom,
    )
    assert min(clear) >= 4 * module
    assert tile.rect.width >= 16 * min(frame.width, frame.height) / 90


@pytest.mark.parametrize("size", ["portrait", "square", "wide"])
def test_a_code_is_read_from_the_card(size: str) -> None:
    """Needs zxing-cpp, a decoder for tests only; skipped where it is not installed."""
    decoder = pytest.importorskip("zxingcpp")
    frame = next(frame for frame in composed(size).frames if frame.number == 10)
    assert [found.text for found in decoder.read_barcodes(paint(frame))] == ["https://example.org/talk"]
