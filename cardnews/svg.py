"""SVG to pixels through resvg."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from cardnews.errors import CardnewsError, Place, finding

if TYPE_CHECKING:
    from PIL.Image import Image


def draw_svg(source: str, style: str, width: int, height: int, name: str) -> Image:
    """An SVG at `width` x `height` px as RGBA; `style` colors its classes. No system fonts, no outside files."""
    import resvg_py

    # Image.open would load the readers of four other formats.
    from PIL.PngImagePlugin import PngImageFile

    try:
        data = resvg_py.svg_to_bytes(
            svg_string=source, width=width, height=height, style_sheet=style, skip_system_fonts=True
        )
    except (ValueError, RuntimeError) as error:
        raise CardnewsError([finding("unreadable-art", Place(name), name=name, why=str(error))]) from None
    return PngImageFile(io.BytesIO(data)).convert("RGBA")
