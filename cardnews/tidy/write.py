"""From what is written in a script to its tidy lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from cardnews.tidy.manner import Manner, Orders
from cardnews.tidy.scalars import WIDTH, columns, inline, key_text, written
from cardnews.tidy.tree import Alias, Flow, Group, Item, Listing, Page, Pair, Text, Written

STEP = 2


class Writer:
    """Writes a script; the slides in `kept`, by their index, stay as their `rows` in the `source` are."""

    def __init__(self, orders: Orders, source: Sequence[str], kept: Iterable[int] = ()) -> None:
        self.orders = orders
        self.source = source
        self.kept = frozenset(kept)

    def page(self, page: Page) -> str:
        """The whole script."""
        lines = [*_trimmed(page.head), "---"] if page.marked else []
        root, head = self._headed(page.root)
        lines += head
        match root:
            case Group():
                lines += self._pairs(root, 0, Manner("script"))
            case Listing():
                lines += self._items(root, 0, Manner("slides"))
            case _:
                whole = isinstance(root, Flow) and isinstance(root.inner, Listing)
                manner = Manner("slides" if whole else "script")
                lines += [*_trimmed(page.above), *self._value("", root, -STEP, manner, page.beside)]
        foot = [*page.foot]
        while foot and not foot[-1]:
            foot.pop()
        lines += _spaced(foot, 0, lines)
        return "\n".join(lines) + "\n"

    def _headed(self, root: Written) -> tuple[Written, list[str]]:
        """The root without the comments at its top that are about the whole script, and those: lines for editors, and
        what an empty line sets apart; all of them where the first key stays the first."""
        match root:
            case Group(pairs=(first, *others)):
                above, head = _split_head(first.above)
                if self._ordered(root, Manner("script"))[0] is first:
                    above, head = (), [*head, *above]
                return replace(root, pairs=(replace(first, above=above), *others)), head
            case Listing(items=(first_item, *rest)):
                above, head = _split_head(first_item.above)
                return replace(root, items=(replace(first_item, above=above), *rest)), head
            case _:
                return root, []

    # -- groups and lists ------------------------------------------------------------------------------------------

    def _ordered(self, group: Group, manner: Manner) -> tuple[Pair, ...]:
        return self.orders.ordered(group.pairs, self.orders.keys(manner, group))

    def _pairs(self, group: Group, indent: int, manner: Manner) -> list[str]:
        keys = self.orders.keys(manner, group)
        lines: list[str] = []
        pairs = self.orders.ordered(group.pairs, keys)
        last = Manner()
        for pair in pairs:
            _, inner = keys.get(pair.key.value, (0, Manner()))
            above: Sequence[str] = pair.above if lines else _trimmed(pair.above)
            if lines and "slides" in (inner.kind, last.kind):
                above = ["", *_trimmed(above)]
            last = inner
            lines += _spaced(above, indent, lines)
            prefix = " " * indent + _joined(pair.key.marks, key_text(pair.key)) + ":"
            lines += self._value(prefix, pair.value, indent, inner, pair.beside)
            lines += _below(pair.below, indent)
        if pairs and pairs[-1].below and not group.foot:
            lines.pop()
        return [*lines, *_spaced(group.foot, indent, lines)]

    def _items(self, listing: Listing, indent: int, manner: Manner) -> list[str]:
        lines: list[str] = []
        long = False
        for number, item in enumerate(listing.items):
            slide = number if manner.kind == "slides" else -1
            above, body = self._item(item, indent, manner.of_item, kept=slide in self.kept)
            if not lines:
                above = _trimmed(above)
            elif slide >= 0 and (long or len(body) > 1):
                above = ["", *_trimmed(above)]
            lines += [*_spaced(above, indent, lines), *body, *_below(item.below, indent)]
            long = len(body) > 1
        if listing.items and listing.items[-1].below and not listing.foot:
            lines.pop()
        return [*lines, *_spaced(listing.foot, indent, lines)]

    def _item(self, item: Item, indent: int, manner: Manner, *, kept: bool) -> tuple[Sequence[str], list[str]]:
        """The lines above an item, and its own."""
        if kept and item.rows[1]:
            return item.above, self._as_it_was(item, indent)
        dash = " " * indent + "-"
        above, value = self._hoisted(self._opened(dash, item.value, manner), manner)
        above = [*item.above, *above]
        if isinstance(value, Group | Listing) and not value.marks:
            if isinstance(value, Group):
                body = self._pairs(value, indent + STEP, manner)
            else:
                body = self._items(value, indent + STEP, manner.of_item)
            if item.beside:  # behind brackets that are none any more
                above = [*above, item.beside.strip()]
            return above, [dash + " " + body[0][indent + STEP :], *body[1:]]
        return above, self._value(dash, value, indent, manner, item.beside)

    def _hoisted(self, value: Written, manner: Manner) -> tuple[list[str], Written]:
        """`value` without the comments above its first line, which a dash shares with it, and those."""
        if isinstance(value, Group) and not value.marks:
            first, *others = self._ordered(value, manner)
            return [*first.above], replace(value, pairs=(replace(first, above=()), *others))
        if isinstance(value, Listing) and not value.marks:
            item, *rest = value.items
            inner = manner.of_item
            above, held = self._hoisted(self._opened("", item.value, inner), inner)
            return [*item.above, *above], replace(value, items=(replace(item, value=held, above=()), *rest))
        return [], value

    def _as_it_was(self, item: Item, indent: int) -> list[str]:
        lines = [*self.source[item.rows[0] : item.rows[1]]]
        while len(lines) > 1 and not lines[-1].strip():
            lines.pop()
        return _shifted(lines, indent - _indent(lines[0]))

    # -- values ----------------------------------------------------------------------------------------------------

    def _value(self, prefix: str, value: Written, indent: int, manner: Manner, beside: str) -> list[str]:
        """The lines of a value behind `prefix`; what it holds is indented more than `indent`."""
        value = self._opened(prefix, value, manner)
        marked = prefix if isinstance(value, Alias) else _joined(prefix, value.marks)
        match value:
            case Alias():
                return [_joined(prefix, value.source) + _gap(beside)]
            case Text():
                single = inline(value)
                if not value.sign and single == value.value and " " in single and beside[:2] not in ("", "  "):
                    # The reader asks whether this is a comment or words of the text; the question stays.
                    return [_joined(marked, single) + beside]
                here, below = written(value, columns(marked), indent + STEP, notes=manner.kind == "notes")
                return [_joined(marked, here) + _gap(beside), *below]
            case Flow():
                first, *others = (value.source if value.rigid else self._brackets(value, manner)).split("\n")
                least = min((_indent(line) for line in others if line.strip()), default=0)
                lines = [_joined(marked, first), *_shifted(others, indent + STEP - least)]
                return [*lines[:-1], lines[-1] + _gap(beside)]
            case Group():
                return [*_head(marked, beside), *self._pairs(value, indent + STEP, manner)]
            case Listing():
                return [*_head(marked, beside), *self._items(value, indent + STEP, manner)]

    def _opened(self, prefix: str, value: Written, manner: Manner) -> Written:
        """`value`, without its brackets where they are too long for a line."""
        if not isinstance(value, Flow) or value.rigid:
            return value
        inner = value.inner
        entries = inner.pairs if isinstance(inner, Group) else inner.items
        if entries and (value.commented or columns(_joined(prefix, self._brackets(value, manner))) > WIDTH):
            return replace(inner, marks=value.marks)
        return value

    def _brackets(self, value: Written, manner: Manner) -> str:
        """A value in brackets, in one line."""
        match value:
            case Flow(inner=Group() as group):
                keys = self.orders.keys(manner, group)
                shown = (
                    f"{key_text(pair.key, brackets=True)}: "
                    + self._brackets(pair.value, keys.get(pair.key.value, (0, Manner()))[1])
                    for pair in self.orders.ordered(group.pairs, keys)
                )
                return "{" + ", ".join(shown) + "}"
            case Flow(inner=Listing() as listing):
                return "[" + ", ".join(self._brackets(item.value, manner.of_item) for item in listing.items) + "]"
            case Text():
                return inline(value, brackets=True)
            case _:
                raise AssertionError(value)


def _split_head(above: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """What of the lines above the first key is about that, and what about the whole script."""
    lines = _trimmed(above)
    end = max((number + 1 for number, line in enumerate(lines) if not line), default=0)
    while end < len(lines) and "yaml-language-server:" in lines[end]:
        end += 1
    return tuple(lines[end:]), lines[:end]


def _trimmed(above: Iterable[str]) -> list[str]:
    """The lines without empty ones at the beginning."""
    lines = [*above]
    while lines and not lines[0]:
        lines.pop(0)
    return lines


def _spaced(above: Iterable[str], indent: int, lines: Sequence[str]) -> list[str]:
    """Comments and empty lines at `indent`, to stand below `lines`: behind an empty line comes no other."""
    found: list[str] = []
    for line in above:
        if line:
            found.append(" " * indent + line)
        elif found[-1:] != [""] and (found or not lines or lines[-1]):
            found.append("")
    return found


def _below(below: Sequence[str], indent: int) -> list[str]:
    """Comments that belong to what stands above them: an empty line sets them apart from the rest."""
    return [*(" " * indent + line for line in below), ""] if below else []


def _joined(prefix: str, text: str) -> str:
    return f"{prefix} {text}" if prefix.strip() and text else prefix + text


def _gap(beside: str) -> str:
    """A comment with at least two spaces before it."""
    return " " * max(2, _indent(beside)) + beside.lstrip() if beside else ""


def _head(prefix: str, beside: str) -> list[str]:
    """The line above a list or a group, if there is one: the root has none."""
    return [line] if (line := prefix + _gap(beside) if prefix else beside.strip()) else []


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _shifted(lines: Sequence[str], shift: int) -> list[str]:
    """`lines` moved to the right, or to the left as far as they are indented."""
    moved = (" " * shift + line if shift > 0 else line[min(-shift, _indent(line)) :] for line in lines)
    return [line if line.strip() else "" for line in moved]
