"""Write `frames.json`: the flagship's Frames as plain boxes, lines of text, drawings and codes for `baseline.py`.

Run it by hand when the flagship has changed: `python tests/bench/export_frames.py`.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from cardnews.compose.frame import Art, Code, GlyphRun, Item, Polygon, Shape, Turned
from cardnews.compose.series import compose_size
from cardnews.geometry import Rect
from cardnews.reader import load_script
from cardnews.text.fontbook import shipped_fonts

HERE = Path(__file__).resolve().parent
SCRIPT = HERE.parent.parent / "examples" / "governance" / "script.yaml"


def main() -> None:
    """Compose the flagship in its own size and write what is to be drawn."""
    script = load_script(SCRIPT)
    composed = compose_size(script, script.sizes[0])
    arts: dict[tuple[str, str], int] = {}
    cards = [
        {
            "size": [frame.width, frame.height],
            "ground": list(frame.background),
            "items": [_plain(item, arts) for item in frame.items],
        }
        for frame in composed.frames
    ]
    drawings = [{"source": source, "style": style} for source, style in arts]
    text = json.dumps({"drawings": drawings, "cards": cards}, ensure_ascii=False, separators=(",", ":"))
    (HERE / "frames.json").write_text(text.replace('{"size"', '\n{"size"') + "\n", "utf-8")


def _rect(rect: Rect) -> list[int]:
    """Left, top, right and bottom on whole px, as a drawing by hand has them."""
    return [round(rect.x), round(rect.y), round(rect.right), round(rect.bottom)]


def _plain(item: Item, arts: dict[tuple[str, str], int]) -> dict[str, Any]:
    match item:
        case Shape():
            radii = [math.floor(radius) for radius in item.radii]
            return {
                "kind": "shape",
                "box": _rect(item.rect),
                "color": list(item.color),
                "radii": radii,
                "line": round(item.line),
            }
        case Polygon():
            return {"kind": "polygon", "points": [list(point) for point in item.points], "color": list(item.color)}
        case GlyphRun():
            font = shipped_fonts().by_key(item.font)
            _, x, y = item.glyphs[0]
            return {
                "kind": "text",
                "text": item.text.strip(),
                "font": [font.path.name, font.weight, item.size],
                "at": [x, y],
                "color": list(item.color),
            }
        case Art():
            number = arts.setdefault((item.source, item.style), len(arts))
            radius = round(item.clip[0]) if item.clip is not None else 0
            return {"kind": "art", "drawing": number, "box": _rect(item.rect), "radius": radius}
        case Code():
            return {"kind": "code", "rows": item.rows, "box": _rect(item.rect), "color": list(item.color)}
        case Turned():
            items = [_plain(inner, arts) for inner in item.items]
            return {"kind": "turned", "items": items, "angle": item.angle, "center": list(item.center)}
    raise TypeError(item)


if __name__ == "__main__":
    main()
