"""Damaged and hostile font files: nothing but findings and cards, and soon. `CARDNEWS_FUZZ=10000` tries more."""

from __future__ import annotations

import os
import random
import struct
import time
from functools import cache
from pathlib import Path

import brotli
import pytest

from cardnews.color import Color
from cardnews.compose.frame import Frame, GlyphRun
from cardnews.errors import CardnewsError
from cardnews.paint.painter import paint
from cardnews.text.fit import fit_text
from cardnews.text.fontbook import FontBook
from cardnews.text.markup import parse_marks
from cardnews.text.normalize import normalize_text
from cardnews.text.ownfonts import book_of
from cardnews.text.paragraphs import Paragraphs, Step
from cardnews.text.shape import Face, Shaped, shape_text
from cardnews.text.woffglyphs import Reader
from fontmaker import collection, cut, font, put, saved

COUNT = int(os.environ.get("CARDNEWS_FUZZ", "320"))
SHARDS = 8
MOST_SECONDS = 10.0
TEXT = "주민이 직접 예산을 정하는 **동네**가 되려면 AVA fi 2026년 “말”을 함께!"
LETTERS = TEXT + "한글협를뷁Hg"
MARKED = parse_marks(normalize_text(TEXT))
BYTES = (0, 1, 127, 128, 255)


@cache
def seeds() -> dict[str, bytes]:
    """Sound files of every format."""
    found = {"cells.otf": saved(font(letters=LETTERS, outlines="CFF"))}
    for file in ("GowunBatang-Bold.ttf", "PretendardVariable.ttf", "BlackHanSans-Regular.ttf"):
        for flavor in ("ttf", "woff", "woff2"):
            found[f"{Path(file).stem}.{flavor}"] = cut(file, LETTERS, None if flavor == "ttf" else flavor)
    found["two.ttc"] = collection(font(letters=LETTERS), font("Gaeul Gothic", letters=LETTERS, weight=800))
    return found


def damaged(data: bytearray, chance: random.Random) -> bytearray:
    """Some bytes of a file changed, more of them in its heads than elsewhere."""
    for _ in range(chance.choice((1, 2, 5, 20, 100, 400))):
        heads = chance.random() < 0.3
        at = chance.randrange(min(len(data), 600) if heads else len(data))
        data[at] = chance.choice((*BYTES, chance.randrange(256)))
    return data


def packed_anew(data: bytes, chance: random.Random) -> bytes:
    """A WOFF2 file whose tables were damaged before they were compressed, which a checksum would not notice."""
    count, size = struct.unpack_from(">H", data, 12)[0], struct.unpack_from(">I", data, 20)[0]
    reader = Reader(data, 48)
    for _ in range(count):
        flags = reader.byte()
        outlines = flags & 63 in (10, 11)
        if flags & 63 == 63:
            reader.bytes(4)
        reader.base128()
        if (flags >> 6 != 3) if outlines else flags >> 6 != 0:
            reader.base128()
    start = reader.at
    plain = damaged(bytearray(brotli.decompress(reader.bytes(size))), chance)
    content: bytes = brotli.compress(bytes(plain), quality=1)
    head = bytearray(data[:start])
    struct.pack_into(">I", head, 20, len(content))
    return bytes(head) + content


def mutated(number: int) -> tuple[str, bytes]:
    """The file of that number."""
    chance = random.Random(number)
    name = chance.choice(sorted(seeds()))
    data = bytearray(seeds()[name])
    if name.endswith("woff2") and chance.random() < 0.8:
        return name, packed_anew(bytes(data), chance)
    if chance.random() < 0.1:
        return name, bytes(data[: chance.randrange(len(data))])
    data = damaged(data, chance)
    if chance.random() < 0.1:
        first, last = sorted(chance.randrange(len(data)) for _ in range(2))
        if chance.random() < 0.5:
            del data[first:last]
        else:
            data[first:first] = data[first:last][:5000]
    return name, bytes(data)


def set_and_painted(book: FontBook, family: str, weight: float) -> None:
    """The text in a family, broken, laid out and painted."""
    fonts, strong = book.chain((family,), weight), book.chain((family,), 800)
    shaped = shape_text(MARKED, Face(fonts, strong))
    assert shaped.clusters[0].start == 0
    assert shaped.clusters[-1].end == len(MARKED.text)
    steps = (Step(90, 1.3, -0.03, 0.05, ""), Step(40, 1.3, -0.03, 0.05, ""))
    fit_text(Paragraphs(MARKED, shaped), steps, 900, mode="display", max_lines=4)
    assert all(-1.0 <= edge <= 2.0 for edge in fonts[0].ink_box)
    paint(frame_of(shaped, book))


def frame_of(shaped: Shaped, book: FontBook) -> Frame:
    runs: list[GlyphRun] = []
    pen = 20.0
    for cluster in shaped.clusters:
        for glyph in cluster.glyphs:
            spot = (glyph.id, pen + glyph.x * 90, 200 - glyph.y * 90)
            runs.append(GlyphRun(glyph.font.key, 90, Color(0, 0, 0), (spot,), ""))
        pen += cluster.advance * 90
    sources = tuple(one.source for one, _ in book.own(run.font for run in runs))
    return Frame(1, 1, "", "", 400, 300, "", Color(255, 255, 255), tuple(runs), (), fonts=sources)


@pytest.mark.parametrize("shard", range(SHARDS))
def test_damaged_files_end_in_findings_or_in_cards(shard: int, tmp_path: Path) -> None:
    for number in range(shard, COUNT, SHARDS):
        name, data = mutated(number)
        path = put(tmp_path, f"{number}-{name}", data)
        start = time.monotonic()
        book, findings = book_of([path])
        own = [file for file in book.files if file.own]
        assert own or findings, f"nothing is said of file {number}"
        for file in own[:2]:
            for weight in (400, 900):
                set_and_painted(book, file.family, weight)
        assert time.monotonic() - start < MOST_SECONDS, f"file {number}"
        path.unlink()


def test_damage_that_shows_only_when_a_font_is_opened_is_a_finding(tmp_path: Path) -> None:
    for number in range(200):
        chance = random.Random(number)
        path = put(tmp_path, f"{number}.woff2", packed_anew(seeds()["BlackHanSans-Regular.woff2"], chance))
        book, _ = book_of([path])
        if any(file.own for file in book.files):
            set_and_painted(book, "Black Han Sans", 400)
            if book.damage:
                assert [item.rule for item in book.damage] == ["font-damaged"]
                return
    pytest.fail("no file was found out when it was opened")


def test_a_card_whose_font_is_damaged_is_an_answer(tmp_path: Path) -> None:
    path = put(tmp_path, "a.ttf", font(letters=LETTERS))
    book, _ = book_of([path])
    frame = frame_of(shape_text(MARKED, Face(book.chain(("Bom Batang",), 400), book.chain(("Bom Batang",), 400))), book)
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(CardnewsError):
        paint(frame)
