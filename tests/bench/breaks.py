"""How well lines turn: our breaks beside Chromium's and beside what the labels themselves would reach.

Run as `python tests/bench/breaks.py`. The labelled texts lie outside the repository, in `../shared/data` of the folder
the checkout is in.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import fmean, pstdev
from typing import Any

from cardnews.compose.measure import Measurer
from cardnews.compose.series import compose_size
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.text.fit import LineRange, fit_text, set_lines
from cardnews.text.fontbook import shipped_fonts
from cardnews.text.markup import plain_text
from cardnews.text.normalize import normalize_text
from cardnews.text.paragraphs import Paragraphs, Step
from cardnews.text.phrase import GAP_RULES, gap_label
from cardnews.text.shape import Face, shape_text

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
CARDS = DATA / "phrase-breaks" / "dev.jsonl"
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "governance" / "script.yaml"
# 150 texts of other subjects, written and labelled for this project by the same guideline when the rules were done;
# each was set at two widths as the others were. What they showed has since gone into the rules.
FRESH = Path(__file__).resolve().parents[1] / "cases" / "phrase" / "fresh.jsonl"
FRESH_SHARES = (0.57, 0.38)
KAIST = DATA / "ud-korean" / "kaist.jsonl"
LADDER = (1.0, 0.94, 0.88, 0.82)
SHORT = 0.35

Row = dict[str, Any]
GapCosts = Callable[[Row], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Rate:
    """Breaks, and how many of them are wrong (both labels 3) and awkward (mean label 2 or more)."""

    breaks: int
    wrong: int
    awkward: int

    def __str__(self) -> str:
        return f"{100 * self.wrong / self.breaks:5.2f} / {100 * self.awkward / self.breaks:5.2f} %  of {self.breaks}"


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@cache
def _face() -> Face:
    fonts = shipped_fonts().chain(("Pretendard",), 700)
    return Face(fonts, fonts)


@cache
def shaped(text: str) -> Paragraphs:
    marked = plain_text(normalize_text(text))
    return Paragraphs(marked, shape_text(marked, _face()))


def with_costs(text: str, costs: Sequence[float]) -> Paragraphs:
    """`text` with the cost of each of its spaces given, in place of what the rules say."""
    paragraphs = Paragraphs(shaped(text).marked, shaped(text).shaped)
    for runs in paragraphs.runs:
        for run in runs[:-1]:
            paragraphs._gaps[run.end] = (costs[text[: run.end].count(" ")], ())
    return paragraphs


def spaces(text: str, lines: Sequence[LineRange]) -> list[int]:
    """Which space each line but the last ends at, -1 for a torn eojeol."""
    return [-1 if line.ended == "torn" else text[: line.end].count(" ") for line in lines[:-1]]


def rate(judged: Iterator[tuple[Row, Sequence[int]]]) -> Rate:
    breaks = wrong = awkward = 0
    for row, ends in judged:
        one, two = row["labels"]
        breaks += len(ends)
        wrong += sum(end < 0 or one[end] == two[end] == 3 for end in ends)
        awkward += sum(end < 0 or one[end] + two[end] >= 4 for end in ends)
    return Rate(breaks, wrong, awkward)


def fewest(costs: GapCosts | None = None) -> Iterator[tuple[Row, Sequence[int]]]:
    """Our breaks in the fewest lines at the widths Chromium was asked for."""
    for row in rows(CARDS):
        paragraphs = shaped(row["text"]) if costs is None else with_costs(row["text"], costs(row))
        for box in row["chromium"]:
            fitted = set_lines(paragraphs, Step(64, 1.3, 0, 0, ""), box["width"], "display", tear=True)
            assert fitted is not None
            yield row, spaces(row["text"], fitted.lines)


def chromium(kind: str) -> Iterator[tuple[Row, Sequence[int]]]:
    for row in rows(CARDS):
        for box in row["chromium"]:
            yield row, box[kind]


def fresh(costs: GapCosts | None = None) -> Iterator[tuple[Row, Sequence[int]]]:
    """Our breaks of the fresh texts in the fewest lines at two shares of their width."""
    step = Step(64, 1.3, 0, 0, "")
    for row in rows(FRESH):
        text = row["text"]
        paragraphs = shaped(text) if costs is None else with_costs(text, costs(row))
        for share in FRESH_SHARES:
            width = max(share * paragraphs.width(0, len(text), step), paragraphs.widest(step))
            fitted = set_lines(paragraphs, step, width, "display")
            assert fitted is not None
            yield row, spaces(text, fitted.lines)


def held(path: Path) -> tuple[int, int]:
    """Of the gaps labelled 3 twice, how many a holding rule sees, and how many there are."""
    found = total = 0
    for row in rows(path):
        for (label, _), one, two in zip(labels(row["text"]), *row["labels"], strict=True):
            total += one == two == 3
            found += one == two == 3 and label >= 2.5
    return found, total


def gold(row: Row) -> list[float]:
    """Costs that know the labels: first few wrong breaks, then few awkward ones, then even lines."""
    one, two = row["labels"]
    price = (0.0, 1.0, 1e3, 1e6)
    means = [(first + second) / 2 for first, second in zip(one, two, strict=True)]
    return [(price[int(mean)] + price[min(3, int(mean + 0.5))]) / 2 for mean in means]


@dataclass(frozen=True, slots=True)
class Laddered:
    rate: Rate
    size: float
    lines: float


def laddered(costs: GapCosts | None = None) -> Laddered:
    """The same boxes, one line more allowed and four sizes to choose from."""
    judged: list[tuple[Row, Sequence[int]]] = []
    sizes: list[float] = []
    more: list[int] = []
    for row in rows(CARDS):
        paragraphs = shaped(row["text"]) if costs is None else with_costs(row["text"], costs(row))
        ladder = [Step(64 * share, 1.3, 0, 0, "") for share in LADDER]
        for box in row["chromium"]:
            most = len(box["greedy"]) + 2
            fitted = fit_text(paragraphs, ladder, box["width"], mode="display", max_lines=most)
            assert fitted is not None
            judged.append((row, spaces(row["text"], fitted.lines)))
            sizes.append(fitted.step.size / 64)
            more.append(len(fitted.lines) - most + 1)
    return Laddered(rate(iter(judged)), fmean(sizes), fmean(more))


@dataclass(frozen=True, slots=True)
class Treebank:
    """`bad` of `breaks` part what the treebank holds together; `variation` of the widths of a text's lines; how many
    last lines are one short eojeol though another setting in as many lines ends otherwise."""

    breaks: int
    bad: int
    variation: float
    lone: int

    def __str__(self) -> str:
        return f"{100 * self.bad / self.breaks:5.2f} %  of {self.breaks}, width variation {self.variation:.3f}"


def _widths(paragraphs: Paragraphs, lines: Sequence[tuple[int, int]], step: Step) -> list[float]:
    return [paragraphs.width(start, end, step) for start, end in lines]


def treebank(costs: GapCosts | None = None) -> Treebank:
    """The Kaist sentences at 700 px, in as many lines as greedy setting takes."""
    step = Step(48, 1.3, 0, 0, "")
    breaks = bad = lone = 0
    variations: list[float] = []
    for row in rows(KAIST):
        text = row["text"]
        paragraphs = shaped(text) if costs is None else with_costs(text, costs(row))
        fitted = set_lines(paragraphs, step, 700, "display", tear=True)
        assert fitted is not None
        ends = spaces(text, fitted.lines)
        breaks += len(ends)
        bad += sum(str(end) in row["tight"] for end in ends)
        widths = [line.width for line in fitted.lines]
        if ends:
            variations.append(pstdev(widths) / fmean(widths))
            lone += _needless_lone_last(paragraphs, fitted.lines, step)
    return Treebank(breaks, bad, fmean(variations), lone)


def _needless_lone_last(paragraphs: Paragraphs, lines: Sequence[LineRange], step: Step) -> bool:
    runs = paragraphs.runs[0]
    last = [run for run in runs if run.start >= lines[-1].start]
    if len(last) > 1 or lines[-1].width >= SHORT * max(line.width for line in lines):
        return False
    # With the last two eojeol bound together there is another setting, unless it takes more lines.
    starts, ends = paragraphs.edges(runs, step)
    joined = [*[*zip(starts, ends, strict=True)][:-2], (starts[-2], ends[-1])]
    count, opened = 1, joined[0][0]
    for start, end in joined:
        if end - opened > 700:
            count, opened = count + 1, start
    return count <= len(lines) and ends[-1] - starts[-2] <= 700


def chromium_treebank(kind: str) -> Treebank:
    step = Step(48, 1.3, 0, 0, "")
    breaks = bad = 0
    variations: list[float] = []
    for row in rows(KAIST):
        text, offsets = row["text"], row["chromium"][kind]
        breaks += len(offsets)
        bad += sum(str(text[:offset].count(" ") - 1) in row["tight"] for offset in offsets)
        if offsets:
            edges = [0, *offsets, len(text)]
            lines = [(start, start + len(text[start:end].rstrip())) for start, end in pairwise(edges)]
            widths = _widths(shaped(text), lines, step)
            variations.append(pstdev(widths) / fmean(widths))
    return Treebank(breaks, bad, fmean(variations), 0)


def tight(row: Row) -> list[float]:
    return [1e6 if str(index) in row["tight"] else 0.0 for index in range(row["text"].count(" "))]


def per_rule() -> Iterator[tuple[str, int, float, int, float]]:
    """For each rule: card gaps it sees and their mean label, Kaist gaps it sees and the share that must not break."""
    seen: dict[str, list[float]] = {rule.id: [] for rule in GAP_RULES}
    held: dict[str, list[bool]] = {rule.id: [] for rule in GAP_RULES}
    for row in rows(CARDS):
        for index, (_, ids) in enumerate(labels(row["text"])):
            for rule in ids:
                seen[rule].append((row["labels"][0][index] + row["labels"][1][index]) / 2)
    for row in rows(KAIST):
        for index, (_, ids) in enumerate(labels(row["text"])):
            for rule in ids:
                held[rule].append(str(index) in row["tight"])
    for rule, means in seen.items():
        yield rule, len(means), fmean(means or [0.0]), len(held[rule]), fmean(held[rule] or [0.0])


def labels(text: str) -> list[tuple[float, tuple[str, ...]]]:
    """The label the rules give each space of `text`."""
    words = ["", *text.split(" "), ""]
    return [gap_label(words[at], words[at + 1], words[at - 1], words[at + 2]) for at in range(1, len(words) - 2)]


def recall() -> tuple[int, int, int, int]:
    """Of the card gaps labelled 3 twice, how many a holding rule sees (2.5 and up), then the same of `tight` ones."""
    found, total = held(CARDS)
    kept = bound = 0
    for row in rows(KAIST):
        said = labels(row["text"])
        bound += len(row["tight"])
        kept += sum(said[int(index)][0] >= 2.5 for index in row["tight"])
    return found, total, kept, bound


def phrase_opportunities() -> tuple[int, int] | None:
    """Our breaks, and how many of them are none of ICU's for `ko@lw=phrase`; None where icu4py is not installed."""
    try:
        from icu4py.breakers import LineBreaker  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None
    breaks = others = 0
    for text, width, size in [
        *((row["text"], box["width"], 64.0) for row in rows(CARDS) for box in row["chromium"]),
        *((row["text"], 700.0, 48.0) for row in rows(KAIST)),
    ]:
        allowed = {end for _, end in LineBreaker(text, "ko@lw=phrase").segments()}
        fitted = set_lines(shaped(text), Step(size, 1.3, 0, 0, ""), width, "display", tear=True)
        assert fitted is not None
        for line, following in pairwise(fitted.lines):
            if line.ended == "wrap":
                breaks += 1
                others += following.start not in allowed
    return breaks, others


def milliseconds() -> tuple[float, float]:
    """Per text of 55-60 characters that was not broken before: to break it once it is shaped, and with shaping."""
    texts = [row["text"] for row in rows(KAIST) if 55 <= len(row["text"]) <= 60]
    step = Step(48, 1.3, 0, 0, "")
    began = time.perf_counter()
    ready = [shaped.__wrapped__(text) for text in texts]
    between = time.perf_counter()
    for paragraphs in ready:
        set_lines(paragraphs, step, 700, "display")
    ended = time.perf_counter()
    scale = 1000 / len(ready)
    return (ended - between) * scale, (ended - began) * scale


def slide_milliseconds(rounds: int = 5) -> tuple[float, float]:
    """Per slide of the flagship, warm: to set all its texts with fitting, and to compose the whole slide."""
    script = load_script(EXAMPLE)
    shelf, size = Shelf(script.folder), script.sizes[0]
    spent = 0.0

    def timed(fit: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            nonlocal spent
            began = time.perf_counter()
            found = fit(*arguments)
            spent += time.perf_counter() - began
            return found

        return run

    compose_size(script, size, shelf=shelf)
    plain = Measurer._fit
    Measurer._fit = timed(plain)  # type: ignore[method-assign]
    try:
        began = time.perf_counter()
        for _ in range(rounds):
            compose_size(script, size, shelf=shelf)
        whole = time.perf_counter() - began
    finally:
        Measurer._fit = plain  # type: ignore[method-assign]
    scale = 1000 / (rounds * len(script.slides))
    return spent * scale, whole * scale


def main() -> int:
    if not CARDS.is_file() or not KAIST.is_file():
        print(f"no labelled texts in {DATA}: nothing to measure")
        return 1
    print(f"texts of cards at the fewest lines, wrong / awkward breaks ({CARDS.name})")
    for kind in ("greedy", "balance", "pretty"):
        print(f"  Chromium {kind:8} {rate(chromium(kind))}")
    print(f"  cardnews          {rate(fewest())}   (to reach: 7.0 / 33)")
    print(f"  the labels        {rate(fewest(gold))}")
    print(f"fresh texts at the fewest lines ({FRESH.name})")
    print(f"  cardnews          {rate(fresh())}")
    print(f"  the labels        {rate(fresh(gold))}")
    print("one line more allowed, sizes down to x.82")
    for name, free in (("cardnews  ", laddered()), ("the labels", laddered(gold))):
        print(f"  {name}        {free.rate}, mean size {free.size:.3f}, lines {free.lines:+.2f}   (1 / 15, .93)")
    print(f"sentences of a treebank at greedy line counts, bad breaks ({KAIST.name})")
    for kind in ("keep_all", "balance", "pretty"):
        print(f"  Chromium {kind:8} {chromium_treebank(kind)}")
    ours = treebank()
    print(f"  cardnews          {ours}, needless lone last lines {ours.lone}   (1.9, .12, 0)")
    print(f"  the labels        {treebank(tight)}")
    found, total, kept, bound = recall()
    print(f"held of the gaps that must not part: cards {found} of {total}, treebank {kept} of {bound}")
    print("held of those in fresh texts: {} of {}".format(*held(FRESH)))
    phrase = phrase_opportunities()
    print("ICU ko@lw=phrase: " + (f"{phrase[1]} of {phrase[0]} breaks are none" if phrase else "icu4py not installed"))
    breaking, both = milliseconds()
    print(f"a text of 55-60 characters: {breaking:.2f} ms to break, {both:.2f} ms with shaping")
    fitting, composing = slide_milliseconds()
    print(f"a slide of the flagship: {fitting:.2f} ms for all its text with fitting, {composing:.2f} ms to compose it")
    print("rule                  cards  mean label   treebank  must not part")
    for rule, seen, mean, many, share in per_rule():
        print(f"  {rule:20} {seen:4}  {mean:10.2f}   {many:8}  {share:12.0%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
