"""Items that are told apart by whose they are and where they stand, and fields beside them."""

from __future__ import annotations

import pytest

from compose.tiny import Compose, Result

LAYOUT = """\
fields: {{items: {{type: list, room: {room}, of: {{text: {{type: text}}, name: {{type: text}}}}}}}}
body:
  column:
    - each: items
      item: {{column: [{{stack: [], id: x, surface: green, height: 10}}, {{text: item.text, role: tail}}]}}
      vary: [{{when: {{item: {word}}}, x: {{surface: blue}}}}]
"""


def colors(result: Result, number: int = 1) -> list[object]:
    frame = next(frame for frame in result.frames if frame.number == number)
    return [shape[0] for shape in Result((frame,), ()).shapes()]


def items(*names: str) -> str:
    return "items: [" + ", ".join(f"{{text: 가{f', name: {name}' if name else ''}}}" for name in names) + "]"


@pytest.mark.parametrize(
    ("names", "others"),
    [
        (("", "", ""), [1]),
        (("갑", "을", "갑"), [1]),
        (("갑", "갑", "을"), [2]),
        (("갑", "을", "병"), [1, 2]),
        (("갑", "", "갑"), [1]),
        (("", "갑", "갑"), [1]),
    ],
)
def test_who_spoke_first_is_known_by_the_name(compose: Compose, names: tuple[str, ...], others: list[int]) -> None:
    found = colors(compose(LAYOUT.format(room=9, word="other"), items(*names)))
    assert [index for index, color in enumerate(found) if color == "blue"] == others


def test_a_further_card_goes_on_with_who_and_which(compose: Compose) -> None:
    named = compose(LAYOUT.format(room=2, word="other"), items("갑", "갑", "을"))
    assert (colors(named), colors(named, 2)) == (["green", "green"], ["blue"])
    in_turn = compose(LAYOUT.format(room=2, word="even"), items("", "", ""))
    assert (colors(in_turn), colors(in_turn, 2)) == (["green", "blue"], ["green"])


def test_number_is_a_field_of_the_slide_outside_of_items(compose: Compose) -> None:
    layout = (
        "fields: {number: {type: text}, items: {type: list}}\n"
        "body: {column: [{text: number, id: own, role: tail}, "
        "{each: items, item: {row: [{text: number, id: count, role: tail}, {text: item, role: tail}]}}]}\n"
    )
    result = compose(layout, "number: 셋째, items: [가]")
    assert (result.lines("own"), result.lines("count")) == (["셋째"], ["1"])
