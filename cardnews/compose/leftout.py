"""What an author gave and a card does not show at its size, or shows smaller: words that found no place, fields that
the layout drops there, texts far longer than their place, and what was moved closer for them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cardnews.boxtree import REPEATS, Box, logos_of
from cardnews.compose.boxes import Placed
from cardnews.compose.conditions import characters_of
from cardnews.compose.job import Job
from cardnews.compose.solve import Solution
from cardnews.errors import Finding, Place, finding
from cardnews.layout import Field
from cardnews.script import Size
from cardnews.values import GroupValue, ListValue, TextValue, Value

FAR = 1.5  # times the characters that a layout is made for: what is longer than that is more than a note
# Boxes that draw numbers: what they show is a picture to an author, whatever the field holds.
_DRAWN = frozenset(("dots", "donut", "bar"))
_NAMES = '", "'  # between the names of several fields in the quotes of one message


class _Missing(Struct, frozen=True):
    """A field that is not on the card: the rule of it, what it holds, how its author calls it, and where it is said."""

    rule: str
    part: str
    field: str
    called: str
    place: Place


def hidden_findings(job: Job, placed: Placed, size: Size) -> Iterator[Finding]:
    """Words of a marquee that stand nowhere in full."""
    if placed.hidden:
        name = placed.node.box.source
        value = job.fields.get(name)
        told = {"name": value.called or name if value is not None else name, "words": ", ".join(placed.hidden)}
        place = value.place if value is not None else job.slide.place
        count = len(placed.hidden)
        yield _about(job, "words-cut", place, name, canvas=size.name, count=count, **told)
    for child in placed.children:
        yield from hidden_findings(job, child, size)


def left_out_findings(job: Job, placed: Placed | None, size: Size) -> Iterator[Finding]:
    """What the author gave and the card does not show at this size, one finding of each kind: words and what is listed
    are worth a warning, pictures a note, but the logos of partners, whom it may be owed to, a warning."""
    kinds: dict[str, list[_Missing]] = {}
    for one in _missing(job, placed):
        kinds.setdefault(one.rule, []).append(one)
    for rule, missing in kinds.items():
        first = missing[0]
        names = _NAMES.join(dict.fromkeys(one.called for one in missing))
        parts = {one.part for one in missing}
        part = first.part if len(parts) == 1 else "part-all"
        yield _about(job, rule, first.place, first.field, name=names, part=part, canvas=size.name)


def _missing(job: Job, placed: Placed | None) -> Iterator[_Missing]:
    slide = job.slide
    boxes = [found.node.box for found in _all(placed)] if placed is not None else []
    shown = {source for box in boxes for source in (box.source, *box.key)}
    heads = {source.split(".")[0] for source in shown}
    logos, drawn = logos_of(job.layout.body), _drawn(job.layout.body)
    for field in job.layout.fields:
        value = job.fields.get(field.name)
        if value is None or field.type == "choice" or value.place.path not in (slide.place.path, slide.included):
            continue
        rule, part = _kind(field, field.name in drawn)
        if field.name in logos:
            rule = "logos-left-out"
        if field.name not in heads:
            yield _Missing(rule, part, field.name, value.called or field.name, value.place)
        elif isinstance(value, ListValue):
            groups = [item for item in value.items if isinstance(item, GroupValue)]
            chosen = {item.name for item in field.of if item.type == "choice"}
            said = {name: one for item in groups for name, one in item.fields.items() if name not in chosen}
            kinds = {item.name: _kind(item, False) for item in field.of}
            for name in sorted(said):
                if f"item.{name}" not in shown and f"{field.name}.{name}" not in shown:
                    yield _Missing(*kinds.get(name, (rule, part)), name, said[name].called or name, value.place)


def _kind(field: Field, drawn: bool) -> tuple[str, str]:
    """The rule for a field that is left out, and what it holds."""
    if field.type in ("art", "image") or any(one.type == "image" for one in field.of if not one.name):
        return "picture-left-out", "part-picture"
    if drawn:
        return "picture-left-out", "part-drawn"
    if field.type == "list" and any(one.name for one in field.of):
        return "text-left-out", "part-items"
    return "text-left-out", "part-link" if field.type == "link" else "part-text"


def _drawn(box: Box) -> frozenset[str]:
    """The fields that a layout shows as dots or as parts of a chart."""
    own = {box.source.split(".")[0]} if box.kind in _DRAWN else set()
    return frozenset(own).union(*(_drawn(child) for child in box.children))


def length_findings(job: Job) -> Iterator[Finding]:
    """Texts so much longer than their place is made for that nobody reads them at a glance; words of a list and cells
    of a table, whose limits are short and which turn their lines, are not meant."""
    for field in job.layout.fields:
        value = job.slide.fields.get(field.name)
        if value is not None and value.place.path in (job.slide.place.path, job.slide.included):
            yield from _long(job, field, value)


def _long(job: Job, field: Field, value: Value) -> Iterator[Finding]:
    match value:
        case TextValue() if field.most is not None and not value.link:
            found = characters_of(value)
            if found > FAR * field.most:
                told = {"name": value.called or field.name, "found": found, "most": field.most}
                yield _about(job, "far-over-length", value.place, field.name, **told)
        case ListValue():
            for item in value.items:
                if isinstance(item, GroupValue):
                    yield from _parts(job, field, item)
        case GroupValue():
            yield from _parts(job, field, value)


def _parts(job: Job, field: Field, group: GroupValue) -> Iterator[Finding]:
    for part in field.of:
        if part.name in group.fields:
            yield from _long(job, part, group.fields[part.name])


def relief_findings(job: Job, solution: Solution, size: Size) -> Iterator[Finding]:
    """The fields that a layout's relief steps moved closer to make room, where they stand on the card; what the steps
    hid is `left_out_findings`' to say."""
    if solution.placed is None or not solution.relief:
        return
    names = dict.fromkeys(_moved(solution.placed, frozenset(solution.relief)))
    values = {name: value for name in names if (value := job.fields.get(name)) is not None}
    own = {name: value for name, value in values.items() if value.place.path == job.slide.place.path}
    if own:
        called = _NAMES.join(dict.fromkeys(value.called or name for name, value in own.items()))
        first, value = next(iter(own.items()))
        yield _about(job, "relief-taken", value.place, first, name=called, canvas=size.name)


def _moved(placed: Placed, changed: frozenset[str], listed: str = "", inside: bool = False) -> Iterator[str]:
    """The fields shown by the boxes with the ids `changed` and by all in them; of an item, the list it is in."""
    box = placed.node.box
    if box.kind in REPEATS and not listed:
        listed = box.source
    inside = inside or box.id in changed
    if inside and box.source and box.kind not in ("blank", "veil"):
        yield listed or box.source.split(".")[0]
    for child in placed.children:
        yield from _moved(child, changed, listed, inside)


def _all(placed: Placed) -> Iterator[Placed]:
    yield placed
    for child in placed.children:
        yield from _all(child)


def _about(job: Job, rule: str, place: Place, field: str, **values: object) -> Finding:
    return finding(rule, place, slide=job.slide.number, layout=job.slide.layout, field=field, **values)
