"""What composing has to say about the fonts it used: weights they lack, embedding they forbid, licenses they keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cardnews.compose.boxes import Placed
from cardnews.compose.frame import GlyphRun, Item, Turned
from cardnews.errors import Finding, Place, finding
from cardnews.text.font import FontFile, FontSource
from cardnews.text.fontbook import FontBook, unknown_family
from cardnews.text.typefaces import Typefaces
from cardnews.theme import Theme


class Used:
    """What the cards of one size were set in: weights asked for by family, and the keys of the fonts."""

    def __init__(self) -> None:
        self.weights: dict[str, dict[float, None]] = {}
        self.places: dict[str, Place] = {}
        self.keys: set[str] = set()

    def add(self, other: Used) -> None:
        """Note all that `other` noted."""
        for family, weights in other.weights.items():
            self.weights.setdefault(family, {}).update(weights)
        self.places |= {family: other.places[family] for family in other.places if family not in self.places}
        self.keys |= other.keys

    def note(self, placed: Placed | None, place: Place) -> None:
        """Note the family and the weights of every text; `place` is where the family was named."""
        for text in placed.texts() if placed is not None else ():
            content = text.node.text
            if content is None:
                continue
            family = content.face.fonts[0].family
            strong = any(span.mark == "strong" for span in content.paragraphs.marked.spans)
            self.weights.setdefault(family, {}).update(dict.fromkeys(content.face.weights[: 1 + strong]))
            self.places.setdefault(family, place)

    def sources(self, items: Iterable[Item], book: FontBook) -> tuple[FontSource, ...]:
        """Where the author's fonts among those of `items` come from."""
        if not book.has_own:
            return ()
        keys = {run.font for run in runs(items)}
        self.keys |= keys
        return tuple(font.source for font, _ in book.own(keys))


def unknown_families(theme: Theme, book: FontBook) -> Iterator[Finding]:
    """The families that a theme names and that are not at hand."""
    for family, place in zip(theme.families, theme.families_at, strict=False):
        if family and not book.named(family):
            yield unknown_family(family, book, place)
    for role in theme.roles.values():
        if role.family and not book.named(role.family):
            yield unknown_family(role.family, book, role.family_at)


def typeface_findings(used: Used, typefaces: Typefaces) -> Iterator[Finding]:
    """Everything that is to say, once for each family."""
    book = typefaces.book
    called = {file.family: typefaces.family for file in book.named(typefaces.family)}
    for family, weights in used.weights.items():
        place = used.places[family]
        files = [file for file in book.named(family) if file.info is None or not file.info.italic]
        lacking = sorted(weight for weight in weights if all(file.nearest(weight) != weight for file in files))
        if files and lacking:
            asked = ", ".join(f"{weight:g}" for weight in lacking)
            yield finding("font-weight", place, family=called.get(family, family), known=_known(files), asked=asked)
    yield from book.damage
    own: dict[str, list[FontFile]] = {}
    for _, file in book.own(used.keys):
        own.setdefault(file.family, []).append(file)
    for family, files in own.items():
        yield from _rights(called.get(family, family), files, used.places.get(family, Place(str(files[0].path))))
    for family, place in used.places.items():
        files = [file for file in book.named(family) if file.own]
        if files and not any(file.info is not None and file.info.hangul for file in files):
            fallback = next(
                (font.family for font in book.chain((family,), 400) if font.family != family and font.glyph(0xAC00)), ""
            )
            yield finding("font-no-hangul", place, family=called.get(family, family), fallback=fallback)


def _rights(family: str, files: list[FontFile], place: Place) -> Iterator[Finding]:
    from cardnews.text.ownfonts import license_beside

    infos = [file.info for file in files if file.info is not None]
    if any(info.embedding == "forbidden" for info in infos):
        yield finding("font-embedding", place, family=family)
    elif any(info.embedding == "bitmaps" for info in infos):
        yield finding("font-embedding-bitmaps", place, family=family)
    if not any(info.license or info.url for info in infos) and not any(license_beside(file.path) for file in files):
        yield finding("font-license", place, family=family)


def _known(files: Iterable[FontFile]) -> str:
    ranges = dict.fromkeys(sorted(file.weights for file in files))
    return ", ".join(f"{low:g}" if low == high else f"{low:g}–{high:g}" for low, high in ranges)


def runs(items: Iterable[Item]) -> Iterator[GlyphRun]:
    """Every glyph run, those of turned groups included."""
    for item in items:
        match item:
            case GlyphRun():
                yield item
            case Turned():
                yield from runs(item.items)
