"""Rules over an author's picture files: what they show in words, whose they are, and whether they are large enough."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from cardnews.check.deck import Deck, worst_of
from cardnews.check.ink import photos
from cardnews.errors import CardnewsError, Finding, finding
from cardnews.schema import is_korean

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

_COPYRIGHT, _ARTIST, _ORIENTATION = 0x8298, 0x013B, 0x0112
_NOTICE, _BYLINE, _CREDIT = (2, 116), (2, 80), (2, 110)  # IPTC-IIM: copyright notice, by-line, credit
_XMP_MARKS = (b"<dc:rights", b"<dc:creator", b"photoshop:Credit", b"xmpRights:WebStatement")
_MOST_XMP = 2_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP")
# Five percent more than there is cannot be seen.
_UPSCALED = 1.05
# Words that name the thing a picture is, not what it shows.
_EMPTY_ALTS = frozenset({"사진", "이미지", "그림", "photo", "image", "picture", "img"})


class Facts(Struct, frozen=True):
    """What the head of a picture file says: its extent in px as it is seen, and whether it names an owner."""

    width: int
    height: int
    owned: bool


def facts_of(path: Path) -> Facts | None:
    """The facts of a picture file, read without its pixels; None where it cannot be read."""
    from PIL import Image

    try:
        with Image.open(path, formats=_FORMATS) as opened:
            # PNG may keep its EXIF behind the pixels, which are not worth decoding for it.
            exif = opened.getexif() if opened.format != "PNG" or "exif" in opened.info else {}
            turned = exif.get(_ORIENTATION, 1) in (5, 6, 7, 8)
            width, height = (opened.height, opened.width) if turned else opened.size
            named = any(str(exif.get(tag, "")).strip(" \0") for tag in (_COPYRIGHT, _ARTIST))
            return Facts(width, height, named or _named_elsewhere(opened))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _named_elsewhere(opened: ImageFile) -> bool:
    """Whether XMP or IPTC data, which agencies write, names an owner."""
    from PIL.IptcImagePlugin import getiptcinfo

    packet = opened.info.get("xmp", b"")
    packet = packet.encode("utf-8", "replace") if isinstance(packet, str) else bytes(packet)[:_MOST_XMP]
    if any(mark in packet for mark in _XMP_MARKS):
        return True
    fields = getiptcinfo(opened) if opened.format in ("JPEG", "TIFF") else None
    return fields is not None and any(fields.get(field) for field in (_NOTICE, _BYLINE, _CREDIT))


def unreadable(deck: Deck) -> Iterator[Finding]:
    """Picture files that cannot be painted."""
    from cardnews.paint.pictures import check_photo

    told: set[Path] = set()
    for picture in deck.pictures:
        value, slide = picture.value, picture.slide
        if value.path in told:
            continue
        told.add(value.path)
        try:
            check_photo(value.path)
        except CardnewsError as error:
            for item in error.findings:
                yield replace(item, place=value.place, slide=slide.number, layout=slide.layout, field=picture.field)


def missing_alts(deck: Deck) -> Iterator[Finding]:
    """Pictures that nobody describes to those who do not see them."""
    for picture in deck.pictures:
        said = picture.value.alt or picture.slide.alt
        if picture.logo:
            continue
        if not said.strip():
            rule = "missing-alt"
        elif _says_nothing(said, picture.value.path):
            rule = "empty-alt"
        else:
            continue
        yield finding(
            rule,
            picture.value.place,
            slide=picture.slide.number,
            layout=picture.slide.layout,
            field=picture.field,
            file=picture.value.path.name,
            alt=said.strip(),
            key="대체글" if is_korean(picture.value.called) else "alt",
        )


def _says_nothing(alt: str, path: Path) -> bool:
    words = alt.strip().casefold()
    return words in _EMPTY_ALTS or words in (path.name.casefold(), path.stem.casefold())


def missing_rights(deck: Deck) -> Iterator[Finding]:
    """Picture files for which neither the script nor the file says whose they are; each file once."""
    told: set[Path] = set()
    named = {picture.value.path for picture in deck.pictures if picture.value.rights.strip()}
    for picture in deck.pictures:
        path = picture.value.path
        if path in told or path in named or picture.logo:
            continue
        facts = facts_of(path)
        if facts is not None and not facts.owned:
            told.add(path)
            yield finding(
                "missing-rights",
                picture.value.place,
                slide=picture.slide.number,
                layout=picture.slide.layout,
                field=picture.field,
                file=path.name,
                key="저작권" if is_korean(picture.value.called) else "rights",
            )


def upscaled(deck: Deck) -> Iterator[Finding]:
    """Pictures with fewer pixels than the place that they fill."""
    found: list[tuple[float, str, Finding]] = []
    for card in deck.cards:
        for photo in photos(card.frame.items):
            facts = facts_of(photo.path)
            if facts is None:
                continue
            scale = max(photo.rect.width / facts.width, photo.rect.height / facts.height)
            if scale <= _UPSCALED:
                continue
            item = card.finding(
                "image-upscaled",
                canvas=card.size.name,
                file=photo.path.name,
                percent=f"{100 * scale:.0f}",
                width=round(facts.width * scale),
                height=round(facts.height * scale),
            )
            own = (one for one in deck.pictures if one.slide is card.slide and one.value.path == photo.path)
            picture = next(own, None)
            if picture is not None:
                item = replace(item, place=picture.value.place, field=picture.field)
            found.append((scale, card.size.name, item))
    return worst_of(found)
