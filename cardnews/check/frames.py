"""Rules over the composed cards: what a phone makes too small, words left alone, too many words, unsafe zones."""

from __future__ import annotations

from collections.abc import Iterator

from cardnews.check.deck import Card, Deck, Said, worst_of
from cardnews.check.platforms import platforms_of
from cardnews.compose.frame import Slot
from cardnews.errors import Finding
from cardnews.geometry import Rect
from cardnews.text.fontbook import FontBook

# design.md, 1 and 9: text >= 34 px on a card of 1080 px, credits >= 30; a phone shows that card 375 pt wide. Size wide
# stands beside a link whose title says the same; its labels come to 29 px.
PHONE_POINTS = 375
FLOOR, FLOOR_META, FLOOR_WIDE = 34.0, 30.0, 28.0
# design.md, 3: no last line under 35 % of the widest, nor of one eojeol under three syllables.
_SHORT_LINE, _SHORT_WORD = 0.35, 3
# Ten seconds of reading, at four eojeol a second at most (Brysbaert 2019: English 238 words a minute; Korean says as
# much in fewer, longer ones). Words in lists are scanned rather than read, and count half.
_MOST_WORDS = {"portrait": 36, "tall": 36, "story": 40, "square": 32, "wide": 26}
# design.md, 2: a story's top 14 % and bottom 16 % are the app's.
_STORY_TOP, _STORY_BOTTOM = 0.14, 0.16
# design.md, 1: nothing essential in the outer margin, which is 6 u and more; quotes may hang into it.
_EDGE = 2.5  # u
# Instagram's profile shows posts cut to 3:4 since January 2025.
_GRID = 3 / 4
_SHOWN = 18  # characters of a text
_Sized = tuple[float, str, Finding]


def small_text(deck: Deck) -> Iterator[Finding]:
    """Cards with text that is too small on a phone: the smallest one, and how many there are."""
    found: list[_Sized] = []
    for card in deck.cards:
        scale = 1080 / card.size.width
        small: list[tuple[float, Slot, Said | None]] = []
        for slot, said in _texts(card):
            if slot.size * scale < floor_of(card.size.kind, slot.role) - 0.05:
                small.append((slot.size * scale, slot, said))
        if small:
            pixels, slot, said = min(small, key=lambda one: one[0])
            item = card.finding(
                "small-text",
                said,
                canvas=card.size.name,
                words=_beginning(slot),
                pixels=f"{pixels:.0f}",
                least=f"{floor_of(card.size.kind, slot.role):.0f}",
                points=f"{pixels * PHONE_POINTS / 1080:.1f}",
                count=len(small),
            )
            found.append((-pixels, card.size.name, item))
    return worst_of(found)


def floor_of(kind: str, role: str) -> float:
    """The least size of a text of a type role, in px of a card 1080 px wide, at a kind of size."""
    if kind == "wide":
        return FLOOR_WIDE
    return FLOOR_META if role == "meta" else FLOOR


def lone_last_lines(deck: Deck) -> Iterator[Finding]:
    """Texts whose last line is one short eojeol that the program, not the author, put there."""
    found: list[_Sized] = []
    for card in deck.cards:
        for slot, said in _texts(card):
            if len(slot.lines) < 2 or slot.lines[-2].ended != "wrap":
                continue
            last, widest = slot.lines[-1], max(line.width for line in slot.lines)
            letters = sum(letter.isalnum() for letter in last.text)
            if len(last.text.split()) == 1 and (last.width < _SHORT_LINE * widest or letters < _SHORT_WORD):
                offset = last.start if said is not None and _is_of(said, slot) else 0
                item = card.finding("lone-last-line", said, offset, words=last.text, canvas=card.size.name)
                found.append((widest - last.width, card.size.name, item))
    return worst_of(found)


def too_many_words(deck: Deck) -> Iterator[Finding]:
    """Cards that take longer to read than a swipe waits."""
    found: list[_Sized] = []
    for card in deck.cards:
        read = scanned = 0
        for slot, said in _texts(card):
            if said is None or said.drawn or said.value.link:
                continue
            count = sum(len(line.text.split()) for line in slot.lines)
            read, scanned = (read, scanned + count) if said.listed else (read + count, scanned)
        most = _MOST_WORDS[card.size.kind]
        if read + scanned / 2 > most:
            item = card.finding(
                "too-many-words",
                canvas=card.size.name,
                found=read + scanned,
                most=most,
                seconds=_seconds(read, scanned),
            )
            found.append(((read + scanned / 2) / most, card.size.name, item))
    return worst_of(found)


def _seconds(read: int, scanned: int) -> int:
    return round((read + scanned / 2) / 3.6)


def unsafe_zones(deck: Deck) -> Iterator[Finding]:
    """Texts that an app covers, that stand at the very edge, or that a profile's grid cuts off the cover."""
    on_instagram = "instagram" in platforms_of(deck.script)
    found: list[_Sized] = []
    for card in deck.cards:
        size, kind = card.size, card.size.kind
        width, height, edge = float(size.width), float(size.height), _EDGE * size.u
        zones = [("near-edge", Rect(edge, edge, width - 2 * edge, height - 2 * edge))]
        if kind == "story":
            zones.append(
                ("unsafe-zone", Rect(0, _STORY_TOP * height, width, (1 - _STORY_TOP - _STORY_BOTTOM) * height))
            )
        elif kind != "wide" and card.slide.number == 1 and on_instagram and width > _GRID * height:
            zones.append(("grid-crop", Rect((width - _GRID * height) / 2, 0, _GRID * height, height)))
        for slot, said, ink in _inks(card, [zone for _, zone in zones], deck.book):
            for rule, zone in zones:
                if not zone.contains(ink, 0.5):
                    out = max(zone.x - ink.x, ink.right - zone.right, zone.y - ink.y, ink.bottom - zone.bottom)
                    found.append(
                        (
                            out,
                            size.name,
                            card.finding(rule, said, words=_beginning(slot), out=f"{out:.0f}", canvas=size.name),
                        )
                    )
    return worst_of(found)


def _inks(card: Card, zones: list[Rect], book: FontBook | None) -> Iterator[tuple[Slot, Said | None, Rect]]:
    """The ink of each text whose slot leaves one of the zones."""
    slots = _texts(card)
    if all(zone.contains(slot.rect) for zone in zones for slot, _ in slots):
        return
    # Layouts keep their texts inside, so that few decks come this far.
    from cardnews.check.ink import Fonts, inked, slot_of

    inks: dict[int, Rect] = {}
    for ink in inked(card.frame, Fonts(book)):
        index = None if ink.turned else slot_of(ink, [slot for slot, _ in slots])
        if index is not None:
            inks[index] = inks[index].union(ink.rect) if index in inks else ink.rect
    for index, rect in inks.items():
        yield *slots[index], rect


def same_grounds(deck: Deck) -> Iterator[Finding]:
    """Slides for which the author chose the ground that the card before has, where the theme never repeats one."""
    size = deck.cards[0].size if deck.cards else None
    cards = {card.slide.number: card for card in deck.cards if card.size == size}
    for number, card in cards.items():
        before = cards.get(number - 1)
        if before is None or card.slide.ground is None or before.frame.ground != card.frame.ground:
            continue
        theme = deck.shelf.theme(card.slide.theme or deck.theme or deck.script.theme)
        if theme is not None and not theme.repeat and not (_covered(before) or _covered(card)):
            yield card.finding("same-ground", ground=card.frame.ground, before=number - 1)


def _covered(card: Card) -> bool:
    """Whether a photograph hides the ground."""
    from cardnews.check.ink import photos

    whole = Rect(0, 0, card.size.width, card.size.height)
    return any(photo.rect.contains(whole, 1) for photo in photos(card.frame.items))


def _texts(card: Card) -> list[tuple[Slot, Said | None]]:
    """The slots whose words are meant to be read."""
    return [(slot, said) for slot, said in card.slots if slot.lines and not slot.decorative]


def _is_of(said: Said, slot: Slot) -> bool:
    return all(said.text[line.start : line.end] == line.text for line in slot.lines)


def _beginning(slot: Slot) -> str:
    """The first words of a text, as a message shows them."""
    words = " ".join(line.text for line in slot.lines)
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"
