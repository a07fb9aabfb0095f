"""What the tests of composing share: a theme of bare numbers, and what came of composing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from cardnews.compose.frame import Frame, GlyphRun, Item, Polygon, Shape, Slot, Turned
from cardnews.errors import Finding

# No margins and no bands; a text of role `big` is 100 px, a line of it 100 px, a syllable 100 px wide.
THEME = """\
fonts: {text: Cells}
colors: {red: "#FF0000", green: "#00FF00", blue: "#0000FF", gray: "#808080", white: "#FFFFFF", black: "#000000"}
grounds:
  light: {fill: white, text: black}
  dark: {fill: black, text: white, accent: red, marked: blue}
rhythm: {order: [light, dark], repeat: never}
ladder: [1, .9, .8, .7]
roles:
  big: {size: .1111111, weight: 400, leading: 1, floor: .0777777, down: mid, mode: display}
  mid: {size: .0666666, weight: 400, leading: 1, floor: .0555555, down: tail, mode: display}
  tail: {size: .0444444, weight: 400, leading: 1, floor: .0444444, mode: display}
  body: {size: .0333333, weight: 400, leading: 1.5, floor: .03, mode: body}
surfaces:
  card: {fill: gray, pad: 2, radius: 3}
  ring: {stroke: blue, line: .5, radius: round}
  night: {fill: black, ground: dark, pad: 1}
sizes:
  default: {side: 0, top: 0, foot: 0, keep: 0}
"""
NAMES = {"#FF0000": "red", "#00FF00": "green", "#0000FF": "blue", "#808080": "gray", "#000000": "black"}


@dataclass(frozen=True)
class Result:
    """Frames and findings."""

    frames: tuple[Frame, ...]
    findings: tuple[Finding, ...]

    @property
    def frame(self) -> Frame:
        assert len(self.frames) == 1, self.said
        return self.frames[0]

    @property
    def said(self) -> list[str]:
        return [item.format() for item in self.findings]

    @property
    def rules(self) -> list[str]:
        return [item.rule for item in self.findings]

    def shapes(self) -> list[list[object]]:
        """Color, x, y, width and height of every filled rectangle, in the order of painting."""
        return [
            [NAMES.get(item.color.hex, item.color.hex), *(round(value, 1) for value in box)]
            for item in flat(self.frame.items)
            if isinstance(item, Shape)
            for box in [(item.rect.x, item.rect.y, item.rect.width, item.rect.height)]
        ]

    def slot(self, name: str, number: int = 1) -> Slot:
        """The slot of that id on the card of that number."""
        frame = next(frame for frame in self.frames if frame.number == number)
        return next(slot for slot in frame.slots if slot.id == name)

    def lines(self, name: str, number: int = 1) -> list[str]:
        return [line.text for line in self.slot(name, number).lines]


class Compose(Protocol):
    """Compose slides (their fields as the inside of `{}`) of a layout file's text."""

    def __call__(
        self, layout: str, *slides: str, size: str = "900x900", theme: str = "", roles: str = ""
    ) -> Result: ...


def flat(items: tuple[Item, ...]) -> list[Shape | Polygon | GlyphRun | Item]:
    """Items with those of turned groups in their place."""
    return [one for item in items for one in (flat(item.items) if isinstance(item, Turned) else [item])]
