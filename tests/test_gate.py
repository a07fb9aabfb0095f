"""The gate for layouts: every shipped one holds any text within its limits, and the gate sees what does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cardnews import gate
from cardnews.check.ink import Fonts, inked
from cardnews.check.pixels import weakest
from cardnews.compose.frame import GlyphRun
from cardnews.errors import CardnewsError
from cardnews.gate.contrast import FlatColors, paint_behind
from cardnews.gate.copies import KINDS, Copy
from cardnews.gate.trial import TITLE, Bench, try_copy
from cardnews.geometry import Rect
from cardnews.library import Shelf
from cardnews.messages import MESSAGES
from cardnews.script import SIZES, Size

LAYOUTS, THEMES = Shelf().names("layout"), Shelf().names("theme")
SHOWN = 12
SIZE = Size("portrait", 1080, 1350)
# What does not hold yet: THEME/LAYOUT/BOX RULE, by the reason. A row that holds fails, so that
# this table only shrinks.
FAILING: dict[str, tuple[str, ...]] = {}


# -- the shipped layouts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_shipped_layout_holds(name: str, theme: str) -> None:
    """With every kind of copy in the theme that the layouts were made for, with one in the others: `CARDNEWS_GATE=all`
    tries all of them, in a quarter of an hour."""
    kinds = KINDS if theme == "hope" or os.environ.get("CARDNEWS_GATE") == "all" else ("mixed",)
    report = gate.test_layout(name, theme=theme, kinds=kinds)
    assert set(report.sizes) == {"portrait", "square", "tall", "story", "wide"}
    assert report.count >= 5 * len(kinds)
    known = {row for rows in FAILING.values() for row in rows if row.startswith(f"{theme}/{name}/")}
    found = {f"{theme}/{name}/{item.box} {item.rule}": item for item in report.failures}
    new = [item.message() for row, item in found.items() if row not in known]
    assert not new, "\n".join([f"{len(report.failures)} failures", *new[:SHOWN]])
    assert known <= set(found) or len(kinds) < len(KINDS), "these hold now; take them out of the table"


def test_the_table_names_layouts_that_there_are() -> None:
    assert {row.split("/")[1] for rows in FAILING.values() for row in rows} <= set(LAYOUTS)


@pytest.mark.parametrize("theme", THEMES)
def test_no_text_of_a_card_lies_on_a_band(theme: str) -> None:
    """At every option of a layout's choices (a kicker on the right lay on the name of the series)."""
    found: list[str] = []
    for name in LAYOUTS:
        layout = Shelf().layout(name)
        assert layout is not None
        report = gate.test_layout(layout, theme=theme, sizes=["portrait", "square", "wide"], kinds=["short"])
        found += [item.message() for item in report.failures if item.rule == "gate-overlap"]
    assert not found, "\n".join(found[:SHOWN])


SHIPPED = {name: layout for name in LAYOUTS if (layout := Shelf().layout(name)) is not None}
HEADED = [name for name, layout in SHIPPED.items() if any(one.name == "kicker" for one in layout.fields)]


@pytest.mark.parametrize("name", HEADED)
def test_a_kicker_stands_on_the_line_of_the_series(name: str) -> None:
    """In the theme editorial: on its baseline, or well below it where a layout keeps its kicker with the title."""
    layout = Shelf().layout(name)
    assert layout is not None
    for size in (Size(one, *SIZES[one]) for one in SIZES):
        for turn in range(2):
            trial = try_copy(Bench(layout), Copy("short", turn), "editorial", size, card="inner", ground=None)
            assert trial.frame is not None
            slot = next((slot for slot in trial.frame.slots if slot.id == "kicker" and slot.lines), None)
            runs = [item for item in trial.frame.items if isinstance(item, GlyphRun)]
            title = next((run for run in runs if run.text == TITLE), None)
            if slot is None or title is None:
                continue
            words = slot.lines[0].text
            kicker = next(run for run in runs if run.text and words.startswith(run.text.split()[0]))
            lower = kicker.glyphs[0][2] - title.glyphs[0][2]
            assert abs(lower) <= 1 or lower > 40, (size.name, lower)


# -- broken layouts ------------------------------------------------------------------------------------------------

TEXT = "{type: text, required: true, most: 40}"
WORD = "{type: text, required: true, most: 6}"
GOOD = f"""\
fields: {{text: {TEXT}, note: {{type: text, most: 40}}, photo: {{type: image}}}}
body:
  column:
    - {{text: text, id: text, role: h2}}
    - {{text: note, id: note, role: body}}
    - {{image: photo, height: fill, min: 20}}
  gap: 3
adapt:
  - {{when: {{size: wide}}, text: {{role: h3}}}}
"""


@pytest.mark.parametrize("folder", ["layouts", "drafts"])
def test_a_layout_that_extends_another_is_tried(tmp_path: Path, folder: str) -> None:
    for name in {"layouts", folder}:
        (tmp_path / name).mkdir()
    home = tmp_path if folder == "layouts" else tmp_path / folder
    (home / "layouts").mkdir(exist_ok=True)
    (home / "layouts" / "base.yaml").write_text(GOOD, "utf-8")
    path = tmp_path / folder / "ours.yaml"
    path.write_text("extends: base\nadapt: [{when: {size: square}, text: {role: h3}}]\n", "utf-8")
    for layout in (path, str(path)):
        report = gate.test_layout(layout, theme="hope", sizes=["square"], kinds=["mixed"])
        assert (report.layout, report.ok) == ("ours", True)


def tried(
    folder: Path, body: str, *, fields: str = f"text: {TEXT}", sizes: tuple[str, ...] = ("portrait",)
) -> set[str]:
    """`box rule` of everything that fails in a layout of that body."""
    path = folder / "broken.yaml"
    path.write_text(f"fields: {{{fields}}}\nbody: {body}\n", "utf-8")
    report = gate.test_layout(path, theme="hope", sizes=sizes)
    assert report.ok == (not report.failures)
    return {f"{item.box} {item.rule}" for item in report.failures}


def test_a_sound_layout_passes(tmp_path: Path) -> None:
    path = tmp_path / "layouts" / "good.yaml"
    path.parent.mkdir()
    path.write_text(GOOD, "utf-8")
    report = gate.test_layout(path, theme="hope")
    assert [item.message() for item in report.failures] == []
    assert report.exit_code == 0
    assert (report.layout, report.path, report.themes) == ("good", path, ("hope",))


TWO = f"one: {TEXT}, two: {TEXT}"


@pytest.mark.parametrize(
    ("failing", "fields", "body"),
    [
        ("text text-overflow", f"text: {TEXT}", "{column: [{text: text, role: h1, fit: {lines: 1, down: no}}]}"),
        (
            "item text-overflow",
            "rows: {type: list, required: true, count: [2, 9], most: 20}",
            "{column: [{each: rows, id: rows, item: {row: [{text: item, role: body}], height: 16}}]}",
        ),
        ("t gate-small", f"text: {TEXT}", "{column: [{text: text, id: t, role: body, size: .0185}]}"),
        ("t gate-contrast", f"text: {TEXT}", "{stack: [{text: text, id: t, role: h3, color: surface}]}"),
        (
            "t gate-contrast",
            f"text: {TEXT}, photo: {{type: image, required: true}}",
            "{stack: [{image: photo, height: fill}, {text: text, id: t, role: h3, color: accent}]}",
        ),
        (
            "a gate-overlap",
            TWO,
            "{stack: [{text: one, id: a, role: h3, at: top}, {text: two, role: h3, at: top}]}",
        ),
        (
            "a gate-overlap",
            TWO,
            "{column: [{text: one, id: a, role: h3}, {place: [{text: two, box: [0, -9, 70, 20], role: h3}]}]}",
        ),
        (
            "t gate-outside",
            f"text: {WORD}",
            "{column: [{place: [{text: text, id: t, role: h4, box: [4, 12, 40, 8]}], surface: panel, height: 16}]}",
        ),
        (
            "t gate-off-card",
            f"text: {WORD}",
            "{place: [{text: text, id: t, role: body, at: right, box: [40, 10, 43.45, 8]}]}",
        ),
        (
            "a gate-close",
            TWO,
            "{column: [{text: one, id: a, role: h2, leading: .94}, {text: two, role: h2, leading: .94}]}",
        ),
        (
            "t gate-on-picture",
            f"text: {TEXT}, art: {{type: art, required: true}}",
            "{row: [{text: text, id: t, role: h4, width: 40}, "
            "{art: art, width: 30, height: 60, surface: panel, bleed: [left]}]}",
        ),
        (
            "t gate-on-picture",
            f"text: {TEXT}, link: {{type: link, required: true}}",
            "{stack: [{qr: link, width: 30, height: 30, at: top left}, {text: text, id: t, role: h3, at: top}]}",
        ),
        (
            "t gate-covered",
            f"text: {TEXT}",
            "{stack: [{text: text, id: t, role: h3, at: top}, {fill: text, height: fill}]}",
        ),
        ("said gate-unshown", f"text: {TEXT}, said: {TEXT}", "{column: [{text: text, role: h3}]}"),
        (
            "rows.head gate-unshown",
            "rows: {type: list, required: true, count: [2, 3], of: {head: {required: true, most: 8}, note: {most: 8}}}",
            "{column: [{each: rows, item: {text: item.note, role: h4}}]}",
        ),
        ("text torn-eojeol", f"text: {TEXT}", "{column: [{text: text, role: h3, width: 22}]}"),
        ("text text-shortened", f"text: {TEXT}", "{column: [{text: text, role: h2, fit: {lines: 1, shorten: yes}}]}"),
    ],
)
def test_a_broken_layout_is_found_out(tmp_path: Path, failing: str, fields: str, body: str) -> None:
    assert failing in tried(tmp_path, body, fields=fields)


def test_a_theme_or_size_that_is_not_there_is_said() -> None:
    with pytest.raises(CardnewsError, match="unknown theme"):
        gate.test_layout(LAYOUTS[0], theme="nowhere")
    with pytest.raises(CardnewsError, match="size"):
        gate.test_layout(LAYOUTS[0], sizes=["sqare"])


def test_the_report_says_each_thing_once(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(f"fields: {{text: {TEXT}}}\nbody: {{text: text, id: said, role: body, size: .0185}}\n", "utf-8")
    report = gate.test_layout(path, theme="hope", sizes=["portrait", "square"])
    english, korean = list(gate.report_lines(report)), list(gate.report_lines(report, "ko"))
    assert english[0].startswith('layout "small" does not hold: ')
    assert [line.strip().split(":")[0] for line in english[1:]] == ["hope, portrait, few words", "and at"]
    assert korean[0].startswith('"small" 레이아웃에 문제가 있습니다')
    assert "짧은 글" in korean[1]
    assert (report.exit_code, report.failed) == (1, report.count)


def test_what_is_wrong_with_the_file_is_said_once_and_where(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_text(f"fields: {{text: {TEXT}, more: {TEXT}}}\nbody: {{text: text, role: figure}}\n", "utf-8")
    report = gate.test_layout(path, theme=["hope", "data"], sizes=["portrait"], kinds=["short"])
    lines = list(gate.report_lines(report))
    assert [line.partition(": ")[2][:33] for line in lines[1:]] == [
        'hope: unknown type role "figure";',
        "no card shows the required field ",
    ]
    assert lines[1].startswith(f"  {path}:2:7: ")


def test_every_failure_has_its_sentence() -> None:
    assert all(
        MESSAGES[rule].severity == "error"
        for rule in MESSAGES
        if rule.startswith("gate-") and "{words}" in MESSAGES[rule].en
    )


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CardnewsError, match="there is no file"):
        gate.test_layout(tmp_path / "none.yaml")


@pytest.mark.parametrize("name", LAYOUTS)
def test_contrast_is_the_same_whether_it_is_read_off_or_painted(name: str) -> None:
    """What the gate does not paint would say the same painted, as far as nothing lies over it and it is on the card."""
    layout = Shelf().layout(name)
    assert layout is not None
    bench, fonts = Bench(layout), Fonts()
    theme = bench.theme("hope")
    assert theme is not None
    compared = 0
    for at, ground in enumerate(dict.fromkeys(theme.order)):
        kind: gate.Kind = "mixed" if at % 2 else "limit"
        frame = try_copy(bench, Copy(kind), theme.name, SIZE, card="inner", ground=ground).frame
        if frame is None:
            continue
        flat, behind = FlatColors(frame), paint_behind(frame)
        card = Rect(0, 0, frame.width, frame.height)
        for ink in inked(frame, fonts):
            ratio = flat.ratio(ink)
            if ratio is not None and card.contains(ink.rect):
                compared += 1
                painted = weakest(ink, behind)
                assert abs(ratio - painted) < 0.3 or min(ratio, painted) > 4.5, (ink.run.text, ratio, painted)
    # Where a photograph fills the card, all of them are painted.
    assert compared or name in ("photo", "picture")
