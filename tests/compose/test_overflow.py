"""What a message asks an author to take out of a text is enough, and bubbles hold what they measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from cardnews.compose.frame import Frame, GlyphRun, Item, Slot
from cardnews.compose.series import Composed, compose_size
from cardnews.geometry import Rect
from cardnews.library import Shelf
from cardnews.paint.raster import run_box
from cardnews.reader import load_script
from cardnews.script import SIZES, parse_size
from cardnews.text.fontbook import shipped_fonts
from compose.copies import LAYOUTS, shipped, slide, write
from compose.test_texts import shorter

BOOK = shipped_fonts()
SHELF = Shelf()


def compose(path: Path, size: str) -> Composed:
    canvas = parse_size(size)
    assert canvas is not None
    script = load_script(path, shown="script.yaml")
    assert not [item.format() for item in script.findings if item.severity == "error"]
    return compose_size(script, canvas, shelf=SHELF)


def ink(run: GlyphRun) -> Rect:
    left, top, right, bottom = run_box(BOOK.by_key(run.font), run.size, run.glyphs)
    return Rect(left, top, right - left, bottom - top)


def upright(items: tuple[Item, ...]) -> Iterator[GlyphRun]:
    """The runs that no turned group holds."""
    return (item for item in items if isinstance(item, GlyphRun))


def inked(frame: Frame) -> tuple[list[tuple[Slot, Rect]], list[GlyphRun]]:
    """The ink of each upright slot of the body, and the runs of the bands, which come after the body's."""
    runs = list(upright(frame.items))
    found: list[tuple[Slot, Rect]] = []
    for slot in frame.slots:
        if slot.decorative:
            continue
        box: Rect | None = None
        for line in slot.lines:
            said = ""
            while said.strip() != line.text.strip():
                run = runs.pop(0)
                said += run.text
                assert line.text.strip().startswith(said.strip()), f"{said!r} is no part of {line.text!r}"
                box = ink(run) if box is None else box.union(ink(run))
        if box is not None:
            found.append((slot, box))
    return found, runs


def told(rect: Rect) -> str:
    return f"({rect.x:.0f}, {rect.y:.0f}, {rect.right:.0f}, {rect.bottom:.0f})"


def overlap(one: Rect, two: Rect, tolerance: float = 0.5) -> bool:
    return (
        min(one.right, two.right) - max(one.x, two.x) > tolerance
        and min(one.bottom, two.bottom) - max(one.y, two.y) > tolerance
    )


def violations(frame: Frame) -> Iterator[str]:
    canvas = Rect(0, 0, frame.width, frame.height)
    name = f"{frame.layout} {frame.size}"
    body, bands = inked(frame)
    for slot, box in body:
        if not canvas.contains(box, 0.5):
            yield f"{name}: ink of {slot.id} {told(box)} leaves the card"
        if not slot.rect.contains(box, slot.size / 4):
            yield f"{name}: ink of {slot.id} {told(box)} leaves its slot {told(slot.rect)} at {slot.size:g} px"
        for run in bands:
            if overlap(box, ink(run)):
                yield f"{name}: ink of {slot.id} {told(box)} lies on the band's “{run.text}” {told(ink(run))}"
    for run in bands:
        if not canvas.contains(ink(run), 0.5):
            yield f"{name}: ink of the band's “{run.text}” {told(ink(run))} leaves the card"
    for (one, box), (two, other) in combinations(body, 2):
        if overlap(one.rect, two.rect) and overlap(box, other):
            yield f"{name}: {one.id} {told(box)} lies on {two.id} {told(other)}"
        elif overlap(one.rect, two.rect):
            yield f"{name}: the slots {one.id} {told(one.rect)} and {two.id} {told(two.rect)} overlap"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", LAYOUTS)
def test_without_what_is_too_much_every_layout_fits(tmp_path: Path, name: str, size: str) -> None:
    layout = shipped(name)
    main = next(field for field in layout.fields if field.required and field.type == "text")
    entry = slide(layout, "short", ("photo", "art", "scene"))
    entry[main.name] = " ".join(["주민에게", "먼저", "말을 거는", "행정이", "되겠습니다"] * 14)
    composed = compose(write(tmp_path, [entry]), size)
    found, *_ = [item for item in composed.findings if item.rule == "text-overflow"]
    assert (found.slide, found.layout, found.field) == (1, name, main.name)
    over = re.search(r"about (\d+) characters", found.message("en"))
    assert over
    entry[main.name] = shorter(entry[main.name], int(over[1]))
    assert entry[main.name], "it asks to remove everything"
    again = compose(write(tmp_path, [entry]), size)
    assert [item.format() for item in again.findings if item.severity == "error"] == []


@pytest.mark.parametrize("size", SIZES)
def test_sentences_between_two_and_four_lines_stay_in_their_bubbles(tmp_path: Path, size: str) -> None:
    """A text is set as it was measured also where a bubble bounds its height."""
    sentences = (
        "우리 집엔 베란다가 없는데 흙 만질 곳이 생겼네요",
        "동네 버스가 한 시간에 한 대뿐이라 병원에 가기가 힘들어요",
        "도서관이 늦게까지 열면 좋겠어요",
        "아이들이 뛰어놀 마당이 사라지고 그 자리에 주차장이 들어섰어요",
    )
    parts: tuple[dict[str, str], ...] = ({}, {"scene": "closed-table"}, {"kicker": "한마디"}, {"note": "덧붙이는 말"})
    slides = [{"layout": "bubble", "text": text, "speaker": "상인", **part} for text in sentences for part in parts]
    composed = compose(write(tmp_path, slides), size)
    assert [problem for frame in composed.frames for problem in violations(frame)] == []
    assert len(composed.frames) == len(slides)
