"""Scripts made from the field definitions of the shipped layouts: short, as long as the fields allow, and too long."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from typing import Any, Literal

import yaml

from cardnews.layout import Field, Layout
from cardnews.library import Shelf
from cardnews.script import SIZES

Kind = Literal["short", "limit", "long"]
LAYOUTS = (
    "cover", "statement", "chips", "bubble", "compare", "list", "checklist", "quote", "info", "prompt", "closing",
)  # fmt: skip
_WORDS = (
    "우리 동네 주민이 함께 모여 이야기를 나누고 답을 찾습니다 행정은 먼저 묻고 듣는 자리를 저녁에도 늘립니다 "
    "설명회는 평일 낮에만 열리고 제안은 어디쯤 있는지 아무도 모릅니다 이제는 골목으로 찾아가 말을 걸어야 합니다"
).split()
_CHIPS = [
    "조례",
    "위원회",
    "시민 원탁",
    "선언",
    "협약",
    "백서",
    "학교",
    "포럼",
    "공론의 장",
    "마을 총회",
    "정책 제안함",
    "상생",
]
_ARTS = {"above": "missing-answer", "avatar": "person-bun", "scene": "closed-table"}


def words(length: int) -> str:
    """Korean words of exactly `length` characters, spaces counted."""
    text = ""
    for word in cycle(_WORDS):
        if len(text) >= length:
            break
        text = f"{text} {word}" if text else word
    text = text[:length]
    return f"{text[:-1]}요" if text.endswith(" ") else text


def value(field: Field, kind: Kind, position: int = 0) -> Any:
    """A value for a field, or None where a script of that kind leaves it out."""
    if kind == "short" and not field.required:
        return None
    match field.type:
        case "text" if field.amount:
            return f"{1 + position},234"
        case "text":
            if field.most is None:
                return _CHIPS[position % len(_CHIPS)]
            return words({"short": min(4, field.most), "limit": field.most, "long": 2 * field.most}[kind])
        case "link":
            return "https://example.org/talk"
        case "art":
            return _ARTS.get(field.name, "crowd")
        case "list":
            if any(one.type == "image" for one in field.of):
                return None
            # One card in every size: what goes on to a further card is another test's.
            low, high = field.count or (1, 4)
            high = max(low, min(high, *(field.room_at(size) for size in SIZES)))
            return [item(field, kind, index) for index in range(low if kind == "short" else high)]
        case _:
            return None


def item(field: Field, kind: Kind, index: int) -> Any:
    if len(field.of) == 1 and not field.of[0].name:
        return value(Field("", required=True), kind, index)
    return {one.name: found for one in field.of if (found := value(one, kind, index)) is not None}


def slide(layout: Layout, kind: Kind, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """A slide of `layout` with the fields that a script of that kind has."""
    fields = {field.name: value(field, kind) for field in layout.fields if field.name not in without}
    return {"layout": layout.name, **{name: found for name, found in fields.items() if found is not None}}


def write(folder: Path, slides: list[dict[str, Any]]) -> Path:
    """A script of `slides`."""
    script = {"brand": "동네한마디", "series": "협치를 다시 묻다", "slides": slides}
    path = folder / "script.yaml"
    path.write_text(yaml.safe_dump(script, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    return path


def shipped(name: str) -> Layout:
    layout = Shelf().layout(name)
    assert layout is not None
    return layout
