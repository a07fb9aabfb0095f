"""Whether texts keep to their boxes, off each other and off the pictures, measured on their ink."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import combinations

from cardnews.check.frames import floor_of
from cardnews.check.ink import Fonts, inked
from cardnews.errors import Finding, finding
from cardnews.gate.marks import Mark, marks_of, meant_to_overlap
from cardnews.gate.trial import Trial
from cardnews.geometry import Rect
from cardnews.theme import Theme

TOLERANCE = 1.0  # px
# Texts of different boxes keep this far apart, in u: the least distance that a layout sets (design.md, 2, has 1 u and
# more between blocks; a label and its value stand closer).
LEAST_GAP = 0.4
_BEARING = 0.006  # em: what the widest Hangul strokes reach beyond their advance
_HUNG = 0.55  # em: an opening quotation mark may stand to the left of its box (design.md, 3)
_SHOWN = 24  # characters of a text in a message


def space_findings(trial: Trial, theme: Theme, fonts: Fonts) -> Iterator[Finding]:
    """What stands where it should not on one card."""
    frame, solution = trial.frame, trial.solution
    if frame is None or solution is None or solution.placed is None:
        return
    marks = marks_of(solution.placed, frame, theme, fonts)
    texts = [mark for mark in marks if mark.text and mark.boxes]
    bands = list(inked(frame, fonts, colored=True))[sum(mark.runs for mark in texts) :]
    card = Rect(0, 0, frame.width, frame.height)
    for mark in texts:
        if not mark.loose:
            yield from _outside(mark, card, theme)
    for one, two in combinations(texts, 2):
        if not (one.loose and two.loose):
            yield from _apart(one, two)
    for mark in texts:
        for ink in bands:
            if mark.boxes and any(_overlap(box, other) for box in mark.boxes for other in ink.boxes):
                yield finding("gate-overlap", box=mark.name, words=_short(mark.words), other=_short(ink.run.text))
                break
    pictures = [mark for mark in marks if not mark.text and not mark.loose]
    for text in texts:
        yield from _on_pictures(text, pictures)


def size_findings(trial: Trial) -> Iterator[Finding]:
    """Texts smaller than a phone shows legibly, the rule `small-text`."""
    frame = trial.frame
    for slot in frame.slots if frame is not None else ():
        least = floor_of(trial.size.kind, slot.role)
        pixels = slot.size * 1080 / trial.size.width
        if slot.lines and not slot.decorative and pixels < least - 0.05:
            words = _short(" ".join(line.text for line in slot.lines))
            yield finding("gate-small", box=slot.id, words=words, pixels=f"{pixels:.0f}", least=f"{least:.0f}")


def _outside(mark: Mark, card: Rect, theme: Theme) -> Iterator[Finding]:
    """A text off the card, off its own box, or off the surface that it lies on."""
    own, boxes = mark.placed.rect, mark.boxes
    for holder, rect, inks in (("", card, boxes), (mark.name, own, mark.letters), *_surfaces(mark)):
        # Large letters stand a little to the left, so that their stems meet the edge and not their side bearings.
        size = mark.placed.fitted.step.size if mark.placed.fitted is not None else 0.0
        near = TOLERANCE + (theme.pull + _BEARING) * size
        if holder and mark.words[:1] in ("“", "‘"):
            near += _HUNG * size
        room = Rect(rect.x - near, rect.y - TOLERANCE, rect.width + near + TOLERANCE, rect.height + 2 * TOLERANCE)
        out = max((_beyond(box, room) for box in inks), default=0.0)
        if out > 0:
            words, beyond = _short(mark.words), math.ceil(out)
            if holder:
                yield finding("gate-outside", box=mark.name, words=words, holder=holder, out=beyond)
            else:
                yield finding("gate-off-card", box=mark.name, words=words, out=beyond)
            return


def _surfaces(mark: Mark) -> Iterator[tuple[str, Rect, tuple[Rect, ...]]]:
    """The nearest box around a text that paints a ground for it."""
    for placed in reversed(mark.within[:-1]):
        if mark.placed.node.surface is None and placed.node.surface is not None:
            yield placed.node.box.id or placed.node.box.kind, placed.rect, mark.boxes
            return


def _beyond(box: Rect, room: Rect) -> float:
    return max(room.x - box.x, room.y - box.y, box.right - room.right, box.bottom - room.bottom)


def _apart(one: Mark, two: Mark) -> Iterator[Finding]:
    distance = min(_distance(a, b) for a in one.boxes for b in two.boxes)
    words, other = _short(one.words), _short(two.words)
    least = LEAST_GAP * min(one.placed.node.u, two.placed.node.u)
    if any(_overlap(a, b) for a in one.boxes for b in two.boxes):
        yield finding("gate-overlap", box=one.name, words=words, other=other)
    elif distance < least - TOLERANCE:
        pixels, wanted = f"{distance:.0f}", f"{least:.0f}"
        yield finding("gate-close", box=one.name, words=words, other=other, pixels=pixels, least=wanted)


def _on_pictures(text: Mark, pictures: Iterable[Mark]) -> Iterator[Finding]:
    for picture in pictures:
        code = picture.placed.node.box.kind == "qr"
        if (code or not meant_to_overlap(text, picture)) and any(_overlap(box, picture.boxes[0]) for box in text.boxes):
            yield finding("gate-on-picture", box=text.name, words=_short(text.words), other=picture.name)


def _distance(one: Rect, two: Rect) -> float:
    across = max(one.x - two.right, two.x - one.right, 0.0)
    down = max(one.y - two.bottom, two.y - one.bottom, 0.0)
    return math.hypot(across, down)


def _overlap(one: Rect, two: Rect) -> bool:
    return (
        min(one.right, two.right) - max(one.x, two.x) > TOLERANCE
        and min(one.bottom, two.bottom) - max(one.y, two.y) > TOLERANCE
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
