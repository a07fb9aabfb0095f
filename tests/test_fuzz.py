"""Mutations of the examples' scripts bring nothing but findings, and soon: a few hundred in CI, 10,000 with
`CARDNEWS_FUZZ=10000`. Half of them are mutants of the flagship, the others of the other decks in turn."""

from __future__ import annotations

import math
import os
import random
import shutil
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from cardnews.check.run import check
from cardnews.compose.frame import Frame, GlyphRun, Item, Turned
from cardnews.compose.series import compose_size
from cardnews.diagnostics import Sources, diagnose
from cardnews.errors import Finding, Severity
from cardnews.library import Shelf
from cardnews.paint.painter import Painter
from cardnews.reader import load_script
from cardnews.script import parse_size

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SCRIPT = (EXAMPLES / "governance" / "script.yaml").read_text("utf-8")
OTHERS = [
    path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*/script.yaml")) if path.parent.name != "governance"
]
COUNT = int(os.environ.get("CARDNEWS_FUZZ", "240"))
SHARDS = 8
MOST_SECONDS = 20.0
PAINT_EVERY = 50
CHECK_EVERY = 20
PIXELS_EVERY = 500

HOSTILE = [
    *("", " ", "\t", "-", "- ", "?", "? ", ":", ": ", "#"),
    *(" # 낱말", "##", "|", ">", "|+", ">-9", "~", "null", "12:30"),
    *("007", "1.10", "no", "yes", "2024-01-01", "0x1F", "1e400", "-1"),
    *("0", "NaN", ".nan", ".inf", "-.inf", "1_000"),
    *("**강조**는", "[속보]", "[속보", "속보]", "{이름}", "{{ 이름 }}", "{", "}"),
    *("]", '"인용"은', '"열린', "'열린", "@", "%"),
    *("`", "&a", "*a", "&a *a", "!!python/object:os.system x", "!!binary ////"),
    *("!tag", "<<: *a", "--- ", "...", "%YAML 9"),
    *("\\", '"\\x"', '"\\uD800"', '"\\u0000"', "==", "==빛==", "~~"),
    *("**", "\\*\\*", "**==겹침**==", "a: b: c", "가：나"),
    *("가" * 300, "가 " * 300, "a" * 600, "W" * 90 + "가" * 90),
    *("가\n" * 60, ("낱말 " * 20 + "\n    ") * 8, "." * 500),
    *("👨‍👩‍👧‍👦" * 30, "🇰🇷" * 21, "👍🏽", "1️⃣" * 9, "☺︎☺️"),
    *("\U0001f3fb", "‍", "️", "🏴\U000e0067\U000e0062\U000e007f"),
    *("שלום עולם", "مرحبا بالعالم", "\u202e거꾸로\u202c", "e" + "\u0301" * 200, "\u0301"),
    *("ก็็็็็", "한글", "ᄀᆞᆫ", "ᅟᅠ"),
    *("漢字 大韓民國 憲法", "㊗️㈜㎡", "𠀀𪚥", "\u200b", "가\u200b나", "\u2060", "\u00a0"),
    *("\u3000", "\u00ad", "ㅤ", "\ufeff", "￼"),
    *("\x00", "\x08", "\x1b[31m", "\x7f", "\x85", "\u2028"),
    *("\u2029", "\ufffe", "\U0010ffff", "\ue000", "\U000f0000"),
    *("http://" + "a" * 3000, "https://예시.한국/길?q=1&r=2#s", "mailto:a@b", "javascript:alert(1)"),
    *("://", "가" * 4999),
]
NAMES = [
    *("../x", "..", ".", "/etc/passwd", "con", "nul.yaml", "a/b", "a\\b"),
    *("x\x00y", "~", "표지", "cover ", "COVER", "hope.yaml"),
    *("themes/hope", "x" * 300, "가" * 90, "%2e%2e", "*", "statement"),
    *("bubble", "chips", "compare", "prompt", "closing"),
    *("town-meeting", "timetable", "proposal-box", "crowd", "companions"),
    *("first-words", "missing-answer", "closed-table"),
    *("person-kid", "mark", "{art: timetable, rows: [{head: 낮, cells: [x, -]}]}"),
    *("{art: timetable}", "{art: first-words}"),
    *("{art: proposal-box, label: " + "가" * 200 + "}", "{art: 없음, ask: 네}", "[town-meeting, crowd]"),
    *("{ask: 네}"),
]
SIZES = [
    *("1x1", "99999x99999", "0x0", "-1x-1", "NaN", "240x240", "240x8000"),
    *("8192x240", "1080x", "x", "1e3x1e3", "１０８０x１３５０"),
    *("[portrait, square, story]", "[]", "{w: 1}", "portrait square", "세로"),
    *("4000x4000", "wide", "99999999999999x1"),
]
KEYS = [
    *("layout", "title", "text", "support", "kicker", "art", "scene"),
    *("side", "avatar", "speaker", "note", "rows", "words"),
    *("tag", "before", "after", "question", "link", "lead", "source"),
    *("slides", "theme", "size", "brand", "series", "lang"),
    *("ground", "alt", "notes", "footer", "제목", "레이아웃", "바탕", ""),
    *("font", "fonts", "글꼴", "글꼴파일", "platform", "ignore", "검사제외", "wpahr"),
    *("<<", "?", "x" * 100, "titel", "head", "cells"),
]
VALUES = {
    "layout": NAMES,
    "art": NAMES,
    "scene": NAMES,
    "avatar": NAMES,
    "theme": NAMES,
    "ground": [*NAMES, "paper", "ink"],
    "size": SIZES,
}


def line_of(rnd: random.Random, text: str) -> tuple[list[str], int]:
    lines = text.split("\n")
    return lines, rnd.randrange(len(lines))


def splice(rnd: random.Random, text: str) -> str:
    spot = rnd.randrange(len(text) + 1)
    return text[:spot] + rnd.choice(HOSTILE) + text[spot + rnd.randrange(4) :]


def delete_span(rnd: random.Random, text: str) -> str:
    spot = rnd.randrange(len(text) + 1)
    return text[:spot] + text[spot + rnd.choice((1, 2, 5, 40, 400)) :]


def move_line(rnd: random.Random, text: str) -> str:
    lines, at = line_of(rnd, text)
    line = lines[at] if rnd.random() < 0.4 else lines.pop(at)
    for _ in range(rnd.choice((1, 1, 1, 3, 300))):
        lines.insert(rnd.randrange(len(lines) + 1), line)
    return "\n".join(lines)


def indent_line(rnd: random.Random, text: str) -> str:
    lines, at = line_of(rnd, text)
    for index in range(at, min(len(lines), at + rnd.choice((1, 1, 4)))):
        lines[index] = rnd.choice(("", " ", "  ", "\t", " " * rnd.randrange(30))) + lines[index].lstrip()
    return "\n".join(lines)


def rename_key(rnd: random.Random, text: str) -> str:
    lines, at = line_of(rnd, text)
    head, colon, tail = lines[at].partition(":")
    indent = len(head) - len(head.lstrip(" -"))
    lines[at] = head[:indent] + rnd.choice(KEYS) + (colon or ": ") + tail
    return "\n".join(lines)


def replace_value(rnd: random.Random, text: str) -> str:
    lines, at = line_of(rnd, text)
    head, colon, _ = lines[at].partition(":")
    values = VALUES.get(head.strip(" -"), [])
    value = rnd.choice(values if values and rnd.random() < 0.7 else HOSTILE)
    if "\n" not in value and rnd.random() < 0.4:
        value = f"'{value}'" if "'" not in value else f'"{value}"'
    elif rnd.random() < 0.2:
        value = "|\n      " + value.replace("\n", "\n      ")
    lines[at] = f"{head}{colon or ':'} {value}"
    return "\n".join(lines)


def anchor_value(rnd: random.Random, text: str) -> str:
    lines, at = line_of(rnd, text)
    head, colon, tail = lines[at].partition(": ")
    lines[at] = f"{head}{colon or ': '}&a {tail}"
    lines.insert(rnd.randrange(len(lines) + 1), " " * rnd.choice((0, 2, 4)) + rnd.choice(("- ", "x: ", "")) + "*a")
    return "\n".join(lines)


def long_text(rnd: random.Random, text: str) -> str:
    lines, at = line_of(rnd, text)
    pieces = ("가", "가 ", "가나 다라마 ", "W", "漢 ", "👍🏽", "**가** ", "==나== ", "\\*", "e\u0301 ", "1 ", "a-", "(")
    piece = rnd.choice((*pieces, "“", "가-"))
    lines[at] = lines[at] + piece * rnd.choice((50, 400, 2400, 9000))
    return "\n".join(lines)


def keep_slides(rnd: random.Random, text: str) -> str:
    head, *slides = text.split("\n  - layout")
    kept = rnd.sample(slides, min(len(slides), rnd.randint(1, 3)))
    return "\n  - layout".join((head, *kept))


def many_slides(rnd: random.Random, text: str) -> str:
    head, *slides = text.split("\n  - layout")
    return "\n  - layout".join((head, *(slides and [rnd.choice(slides)] * rnd.choice((2, 20, 230)))))


Mutation = Callable[[random.Random, str], str]
MUTATIONS: tuple[tuple[Mutation, int], ...] = (
    (splice, 6),
    (delete_span, 3),
    (move_line, 3),
    (indent_line, 3),
    (rename_key, 4),
    (replace_value, 8),
    (anchor_value, 2),
    (long_text, 2),
    (many_slides, 1),
)


def damage_bytes(rnd: random.Random, data: bytes) -> bytes:
    kind = rnd.randrange(8)
    spot = rnd.randrange(len(data) + 1)
    if kind == 0:
        return data[:spot]
    if kind == 1:
        return data[:spot] + rnd.randbytes(rnd.randint(1, 6)) + data[spot:]
    if kind == 2:
        return data[:spot] + data[spot + rnd.randint(1, 6) :]
    if kind == 3:
        flipped = bytearray(data)
        for _ in range(rnd.randint(1, 40) if data else 0):
            flipped[rnd.randrange(len(data))] ^= 1 << rnd.randrange(8)
        return bytes(flipped)
    codec = ("utf-16", "utf-16-be", "cp949", "utf-8-sig")[kind - 4]
    other = data.decode("utf-8", "replace").encode(codec, "replace")
    return other[: rnd.choice((len(other), len(other), spot))]


def mutant(number: int) -> bytes:
    """The mutant of that number, the same on every machine."""
    rnd = random.Random(number)
    text = SCRIPT if number % 2 else OTHERS[number // 2 % len(OTHERS)]
    text = keep_slides(rnd, text) if rnd.random() < 0.6 else text
    functions, weights = zip(*MUTATIONS, strict=True)
    for mutation in rnd.choices(functions, weights, k=rnd.choice((1, 1, 2, 3, 5))):
        text = mutation(rnd, text)
    data = text.encode("utf-8", "surrogatepass")
    return damage_bytes(rnd, data) if rnd.random() < 0.25 else data


class TooSlowError(Exception):
    """A script took longer than any script may."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Ends what is under way after `seconds` of computing, where the system can; code outside Python is waited for.

    The clock on the wall would also count what else a busy machine does.
    """
    if not hasattr(signal, "SIGPROF"):
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise TooSlowError(f"more than {seconds:g} s")

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def glyph_runs(items: tuple[Item, ...]) -> Iterator[GlyphRun]:
    for item in items:
        if isinstance(item, Turned):
            yield from glyph_runs(item.items)
        elif isinstance(item, GlyphRun):
            yield item


def try_script(path: Path, shelf: Shelf, painter: Painter | None) -> None:
    """Read and compose a script, and paint it where there is a `painter`; whatever is wrong must be a finding."""
    script = load_script(path, shelf)
    size = parse_size("portrait")
    assert size is not None
    composed = compose_size(script, size, shelf=shelf)
    findings = (*script.findings, *composed.findings)
    assert all(item.format("en") and item.format("ko") for item in findings)
    sources = Sources()
    assert all(diagnose(item, "ko", sources).lines for item in findings)
    numbers = [frame.number for frame in composed.frames]
    assert sorted([*numbers, *composed.failed]) == [slide.number for slide in script.slides]
    errors = [item for item in findings if item.severity is Severity.ERROR]
    assert errors or (numbers and not composed.failed)
    for frame in composed.frames:
        check_frame(frame, findings)
        if painter is not None:
            assert painter.paint(frame).size == (size.width, size.height)


def check_frame(frame: Frame, findings: tuple[Finding, ...]) -> None:
    for run in glyph_runs(frame.items):
        assert run.size > 0 and all(math.isfinite(x) and math.isfinite(y) for _, x, y in run.glyphs)


def check_script(path: Path, pixels: bool) -> None:
    """Everything that `check` looks at, and what it would say."""
    found = check(path, pixels=pixels).findings
    assert all(item.format("en") and item.format("ko") for item in found)


def trouble(number: int, folder: Path, shelf: Shelf) -> tuple[str, float]:
    """What came out of a mutant that was no finding, shortly, and the seconds it took."""
    path = folder / "script.yaml"
    path.write_bytes(mutant(number))
    painter = Painter() if number % PAINT_EVERY == 0 else None
    began = time.perf_counter()
    try:
        with time_limit(MOST_SECONDS):
            try_script(path, shelf, painter)
            if number % CHECK_EVERY == 0:
                check_script(path, pixels=number % PIXELS_EVERY == 0)
    except Exception as error:
        calls = traceback.extract_tb(error.__traceback__)[-4:]
        where = " < ".join(f"{Path(call.filename).name}:{call.lineno} {call.name}" for call in reversed(calls))
        return f"mutant {number}: {type(error).__name__}: {str(error)[:200]} at {where}", time.perf_counter() - began
    return "", time.perf_counter() - began


@pytest.mark.parametrize("shard", range(SHARDS))
def test_mutants_bring_nothing_but_findings(shard: int, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "three-keywords" / "photos", tmp_path / "photos")
    shelf = Shelf(tmp_path)
    troubles = [said for number in range(shard, COUNT, SHARDS) if (said := trouble(number, tmp_path, shelf)[0])]
    assert not troubles, "\n".join(troubles)


def test_the_flagship_itself_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "script.yaml"
    path.write_text(SCRIPT, "utf-8")
    try_script(path, Shelf(tmp_path), Painter())
