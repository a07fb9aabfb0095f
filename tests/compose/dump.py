"""A Frame as text that a person can read and a diff can show: one line for each item, px to a tenth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cardnews.compose.frame import Art, Code, Frame, GlyphRun, Item, Photo, Polygon, Shape, Turned
from cardnews.geometry import Rect


def dump(frame: Frame) -> str:
    """The whole Frame."""
    head = f"{frame.layout} {frame.number}/{frame.total} {frame.size} {frame.width}x{frame.height}"
    lines = [f"{head} on {frame.ground} {frame.background.hex}"]
    if frame.relief:
        lines.append(f"relief {', '.join(frame.relief)}")
    lines.extend(items_of(frame.items))
    lines.append("slots")
    for slot in frame.slots:
        size = f"{slot.size:g}" if slot.size == slot.nominal else f"{slot.size:g} of {slot.nominal:g}"
        word = " decorative" if slot.decorative else ""
        lines.append(f"  {slot.id} {slot.role} {size} {rect_of(slot.rect)} {', '.join(slot.fonts)}{word}")
        for line in slot.lines:
            rules = f" [{' '.join(line.rules)}]" if line.rules else ""
            lines.append(f"    {line.text} ({line.width:.1f} {line.ended}{rules})")
    return "\n".join(lines) + "\n"


def items_of(items: Iterable[Item], indent: str = "") -> Iterator[str]:
    """The lines of items."""
    for item in items:
        match item:
            case Shape():
                corners = f" corners {numbers(item.radii)}" if any(item.radii) else ""
                line = f" line {number(item.line)}" if item.line else ""
                yield f"{indent}shape {rect_of(item.rect)} {item.color.hex}{corners}{line}"
            case Polygon():
                points = " ".join(f"{number(x)},{number(y)}" for x, y in item.points)
                rounded = f" round {item.round_at} by {number(item.radius)}" if item.round_at >= 0 else ""
                yield f"{indent}polygon {points} {item.color.hex}{rounded}"
            case GlyphRun():
                (_, x, y), (_, last, _) = item.glyphs[0], item.glyphs[-1]
                where = f"{number(x)} to {number(last)} at {number(y)}"
                yield f"{indent}text {item.font} {number(item.size)} {item.color.hex} {where}: {item.text.strip()}"
            case Art():
                clip = f" clip {numbers(item.clip)}" if item.clip is not None else ""
                yield f"{indent}art {item.name} {rect_of(item.rect)}{clip} {{{item.style}}}"
            case Photo():
                corners = f" corners {numbers(item.radii)}" if any(item.radii) else ""
                yield f"{indent}photo {item.path.name} {rect_of(item.rect)}{corners} focus {numbers(item.focus)}"
            case Code():
                yield f"{indent}code {len(item.rows)}x{len(item.rows[0])} {rect_of(item.rect)} {item.color.hex}"
            case Turned():
                yield f"{indent}turned {number(item.angle)} about {numbers(item.center)}"
                yield from items_of(item.items, indent + "  ")


def rect_of(rect: Rect) -> str:
    return f"{number(rect.x)},{number(rect.y)} {number(rect.width)}x{number(rect.height)}"


def numbers(values: Iterable[float]) -> str:
    return ",".join(number(value) for value in values)


def number(value: float) -> str:
    return f"{round(value, 1) + 0.0:g}"
