"""The author's word on lines and sizes wins over what the program would choose."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardnews.compose.series import compose_size
from cardnews.reader import load_script
from cardnews.script import parse_size


def slots(tmp_path: Path, *slides: str) -> list[tuple[float, tuple[str, ...]]]:
    """Size and lines of the field `text` of each slide."""
    path = tmp_path / "script.yaml"
    path.write_text("slides:\n" + "".join(f"  - {slide}\n" for slide in slides), "utf-8")
    script = load_script(path)
    assert script.findings == ()
    size = parse_size("portrait")
    assert size is not None
    composed = compose_size(script, size)
    found = (next(slot for slot in frame.slots if slot.field == "text") for frame in composed.frames)
    return [(slot.size, tuple(line.text for line in slot.lines)) for slot in found]


def test_lines_asked_for_are_lines_set(tmp_path: Path) -> None:
    sentence = "우리 동네 도서관은 밤에도 열려요"
    for count in (2, 3, 4, 5):
        [(_, lines)] = slots(tmp_path, f"{{layout: statement, text: {{text: {sentence}, lines: {count}}}}}")
        assert len(lines) == count
        assert " ".join(lines) == sentence


@pytest.mark.parametrize("key", ["series: no", "시리즈: 아니요"])
def test_a_text_may_leave_the_sizes_of_its_series(tmp_path: Path, key: str) -> None:
    long = "아이들이 뛰어놀 마당이 사라지고 그 자리에 넓은 주차장이 새로 들어섰어요 그래서 우리는 갈 곳이 없어요"
    short = "놀 곳이 없어요"
    shared = slots(
        tmp_path,
        f"{{layout: bubble, text: {long}}}",
        f"{{layout: bubble, text: {long}}}",
        f"{{layout: bubble, text: {short}}}",
    )
    alone = slots(
        tmp_path,
        f"{{layout: bubble, text: {long}}}",
        f"{{layout: bubble, text: {long}}}",
        f"{{layout: bubble, text: {{글: {short}, {key}}}}}",
    )
    assert shared[2][0] == shared[0][0]
    assert alone[2][0] > alone[0][0]
