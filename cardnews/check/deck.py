"""What the rules look at: a script with its texts and pictures at their places, and its Frames in every size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cardnews.boxtree import logos_of
from cardnews.compose.frame import Frame, Slot
from cardnews.errors import CardnewsError, Finding, Place, finding
from cardnews.layout import Field, Layout
from cardnews.library import Shelf
from cardnews.script import Script, Size, Slide
from cardnews.text.fontbook import FontBook
from cardnews.text.markup import MarkedText, parse_marks, plain_text
from cardnews.text.normalize import normalize_text
from cardnews.values import ArtValue, GroupValue, ImageValue, ListValue, TextValue, Value


class Said(Struct, frozen=True):
    """A text that the author wrote, its marks taken out.

    `field` is the field of the slide it belongs to, `name` the field of a list's item where it is in a list, `source`
    how the layout's boxes call it, `listed` whether it is one of several, `drawn` whether it stands in a drawing.
    """

    slide: Slide
    field: str
    name: str
    source: str
    most: int | None
    value: TextValue
    marked: MarkedText
    listed: bool = False
    drawn: bool = False

    @property
    def text(self) -> str:
        return self.marked.text

    @property
    def called(self) -> str:
        """The field's name as the author wrote it."""
        return self.value.called or self.name

    def place(self, offset: int = 0) -> Place:
        """Where in the file the character at `offset` of the text is."""
        return self.value.place_of(self.marked.origin[offset])

    def finding(self, rule: str, offset: int = 0, **values: object) -> Finding:
        """A finding of this text, at the character `offset` of it."""
        slide = self.slide
        return finding(rule, self.place(offset), slide=slide.number, layout=slide.layout, field=self.name, **values)


class Pictured(Struct, frozen=True):
    """A picture file that the author named, and the field of the slide it belongs to; `logo` where it stands there for
    whoever it is the logo of, and not for what it shows."""

    slide: Slide
    field: str
    value: ImageValue
    logo: bool = False


class Card(Struct, frozen=True):
    """A composed slide in one size, each of its slots with the text that it sets: None where the layout says it."""

    slide: Slide
    size: Size
    frame: Frame
    slots: tuple[tuple[Slot, Said | None], ...]

    def finding(self, rule: str, said: Said | None = None, offset: int = 0, **values: object) -> Finding:
        """A finding of a text on this card, or of its slide."""
        if said is not None:
            return said.finding(rule, min(offset, len(said.text)), **values)
        slide = self.slide
        return finding(rule, slide.place, slide=slide.number, layout=slide.layout, field=None, **values)


class Deck(Struct, frozen=True):
    """One script on the desk; `cards` are its slides in every size, empty while only the script is looked at.

    `theme` stands in for the script's own, `out` is the folder of the cards where that is not `out/`, `book` the fonts
    where they are neither the script's nor shipped.
    """

    script: Script
    shelf: Shelf
    texts: tuple[Said, ...]
    pictures: tuple[Pictured, ...]
    layouts: Mapping[str, Layout]
    theme: str | None = None
    out: Path | None = None
    book: FontBook | None = None
    cards: tuple[Card, ...] = ()

    def of_slide(self, number: int) -> tuple[Said, ...]:
        return tuple(said for said in self.texts if said.slide.number == number)

    def composed(self, sets: Iterable[tuple[Size, Iterable[Frame]]]) -> Deck:
        """The deck with its cards."""
        cards = (
            Card(
                self.script.slides[frame.slide - 1],
                size,
                frame,
                tuple(_said_in(frame.slots, self.of_slide(frame.slide))),
            )
            for size, frames in sets
            for frame in frames
        )
        return replace(self, cards=tuple(cards))


def read_deck(
    script: Script, shelf: Shelf, *, theme: str | None = None, out: Path | None = None, book: FontBook | None = None
) -> Deck:
    """The script with the texts and pictures of its slides; layouts that cannot be read are reported by composing."""
    layouts: dict[str, Layout] = {}
    texts: list[Said] = []
    pictures: list[Pictured] = []
    for slide in script.slides:
        if slide.layout not in layouts:
            with suppress(CardnewsError):
                layout = shelf.layout(slide.layout)
                if layout is not None:
                    layouts[slide.layout] = layout
        if slide.layout in layouts:
            for field in layouts[slide.layout].fields:
                texts.extend(_texts(slide, field, slide.fields.get(field.name), shelf))
        logos = logos_of(layouts[slide.layout].body) if slide.layout in layouts else ()
        for name, value in slide.fields.items():
            pictures.extend(Pictured(slide, name, image, name in logos) for image in _images(value))
    return Deck(script, shelf, tuple(texts), tuple(pictures), layouts, theme, out, book)


def _texts(slide: Slide, field: Field, value: Value | None, shelf: Shelf) -> Iterator[Said]:
    match value:
        case TextValue():
            yield from _said(slide, field, field.name, field.name, field, value)
        case ListValue():
            for item in value.items:
                if isinstance(item, GroupValue):
                    for part in field.of:
                        inner = item.fields.get(part.name)
                        if isinstance(inner, ListValue):
                            yield from _words_of(slide, field, part, inner)
                        else:
                            yield from _said(slide, field, part.name, f"item.{part.name}", part, inner, listed=True)
            yield from _words_of(slide, field, field, value)
        case GroupValue():
            for part in field.of:
                inner = value.fields.get(part.name)
                yield from _said(slide, field, part.name, f"{field.name}.{part.name}", part, inner)
        case ArtValue():
            scene = None
            with suppress(CardnewsError):
                scene = shelf.scene(value.name)
            for part in scene.fields if scene is not None else ():
                for said in _texts(slide, part, value.fields.get(part.name), shelf):
                    yield replace(said, field=field.name, drawn=True)


def _words_of(slide: Slide, field: Field, part: Field, value: ListValue) -> Iterator[Said]:
    """The texts of a list that is nothing but texts: words, and the cells of one row of a table."""
    most = part.most_of(len(value.items))
    for item in value.items:
        if part.of and isinstance(item, TextValue):
            kind = replace(part.of[0], most=most)
            yield from _said(slide, field, part.name, "item", kind, item, listed=True)


def _said(
    slide: Slide, field: Field, name: str, source: str, part: Field, value: Value | None, listed: bool = False
) -> Iterator[Said]:
    # What a layout says by default is not the author's to mend; its place is in the layout's file.
    if isinstance(value, TextValue) and part.type in ("text", "link") and value.place.path == slide.place.path:
        normal = normalize_text(value.text)
        marked = plain_text(normal) if value.plain else parse_marks(normal)
        if marked.text.strip():
            yield Said(slide, field.name, name, source, part.most, value, marked, listed)


def _images(value: Value) -> Iterator[ImageValue]:
    match value:
        case ImageValue():
            yield value
        case ListValue():
            for item in value.items:
                yield from _images(item)
        case GroupValue() | ArtValue():
            for item in value.fields.values():
                yield from _images(item)


def _said_in(slots: Iterable[Slot], texts: Iterable[Said]) -> Iterator[tuple[Slot, Said | None]]:
    """Each slot with the author's text that it sets; None where the layout itself says it."""
    waiting = list(texts)
    for slot in slots:
        alike = [said for said in waiting if said.source == slot.field]
        found = next((said for said in alike if _sets(slot, said)), alike[0] if alike else None)
        # Texts of a list stand in its order; a marquee repeats them, so that one may be asked for again.
        if found is not None and not slot.decorative:
            waiting = [said for said in waiting if said is not found]
        yield slot, found


def _sets(slot: Slot, said: Said) -> bool:
    return all(said.text[line.start : line.end] == line.text for line in slot.lines)


def worst_of(found: Iterable[tuple[float, str, Finding]]) -> Iterator[Finding]:
    """Findings of several sizes, each with how bad it is and the name of its size, said once: the worst of those at
    one place, with the names of all their sizes for the blank `canvas`."""
    groups: dict[tuple[object, ...], list[tuple[float, str, Finding]]] = {}
    for one in found:
        item = one[2]
        groups.setdefault((item.rule, item.place, item.slide, item.field), []).append(one)
    for group in groups.values():
        worst = max(group, key=lambda one: one[0])[2]
        sizes = ", ".join(dict.fromkeys(size for _, size, _ in group))
        values = tuple((key, sizes if key == "canvas" else value) for key, value in worst.values)
        yield replace(worst, values=values)
