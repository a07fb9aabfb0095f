"""Scenes and faces on every ground of every theme: what they claim is seen on it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

from cardnews.color import Color, contrast, parse_color
from cardnews.compose.frame import Art, GlyphRun, Item, Polygon, Shape
from cardnews.compose.series import compose_size
from cardnews.drawing import read_drawing
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.script import parse_size
from cardnews.svg import draw_svg
from cardnews.theme import Ground, Theme
from cardnews.themereader import read_theme

THEMES = ("hope", "editorial", "data", "photo", "bold")
ART = Path(__file__).parents[1] / "layouts" / "art"
PEOPLE = sorted(path.stem for path in ART.glob("person-*.svg"))
SEEN = 1.5
SCENES = {
    "missing-answer": "missing-answer",
    "town-meeting": "town-meeting",
    "timetable": "{art: timetable, columns: [월, 화, 수], rows: ["
    "{head: 낮, cells: [회의, 회의, '-']}, {head: 밤, cells: ['-', '-', '-']}]}",
}


def theme(name: str) -> Theme:
    return read_theme(ART.parent / "themes" / f"{name}.yaml")


def shown(folder: Path, name: str, box: str, *arts: str) -> Iterator[tuple[str, Ground, list[Item]]]:
    """What is drawn of each art in that box on every ground of a theme, texts left out."""
    grounds = theme(name).grounds
    (folder / "layouts").mkdir(exist_ok=True)
    for ground in grounds:
        body = f"{{column: [{{blank: air, height: 14}}, {{art: art, {box}}}], ground: {ground}}}"
        layout = f"fields: {{art: {{type: art}}}}\nbody: {body}\n"
        (folder / "layouts" / f"on-{ground}.yaml").write_text(layout, "utf-8")
    cards = [(art, ground) for art in arts for ground in grounds]
    slides = "".join(f"  - {{layout: on-{ground}, art: {art}}}\n" for art, ground in cards)
    (folder / "script.yaml").write_text(f"title: 가\ntheme: {name}\nslides:\n{slides}", "utf-8")
    shelf = Shelf(folder)
    size = parse_size("portrait")
    assert size is not None
    frames = compose_size(load_script(folder / "script.yaml", shelf), size, shelf=shelf).frames
    bands = {"mark", "arrow", "arrow-long", "arrow-square"}
    for (art, ground), frame in zip(cards, frames, strict=True):
        inside = [item for item in frame.items if not isinstance(item, GlyphRun) and top(item) > 230]
        yield art, grounds[ground], [item for item in inside if not (isinstance(item, Art) and item.name in bands)]


def top(item: Item) -> float:
    """How far down an item begins."""
    if isinstance(item, Polygon):
        return min(y for _, y in item.points)
    return item.rect.y if isinstance(item, (Shape, Art)) else 0.0


def large(item: Item) -> TypeGuard[Shape]:
    return isinstance(item, Shape) and item.rect.width > 100 and item.rect.height > 90


def styled(art: Art) -> dict[str, Color]:
    return {name: parse_color(color) for name, color in re.findall(r"\.([\w-]+)\{(?:fill|stroke):(#\w+)\}", art.style)}


@pytest.mark.parametrize("name", THEMES)
def test_one_answer_is_missing_and_not_more(tmp_path: Path, name: str) -> None:
    for _, ground, items in shown(tmp_path, name, "height: 40", SCENES["missing-answer"]):
        bubbles = [item for item in items if large(item)]
        (outline,) = (item for item in items if isinstance(item, Art))
        assert len(bubbles) == 14
        assert all(contrast(one.color, ground.colors["fill"]) >= SEEN for one in bubbles), ground.name
        assert f'stroke="{ground.colors["text"].hex}"' in outline.source
        # As wide as the others, with their corners, in a line of 5 px.
        assert outline.rect.width == pytest.approx(bubbles[0].rect.width)
        assert ("A" in outline.source.partition('d="')[2]) == any(bubbles[0].radii)
        assert float(re.findall(r'stroke-width="([\d.]+)"', outline.source)[0]) == pytest.approx(5, abs=0.3)


@pytest.mark.parametrize("name", THEMES)
def test_marked_cells_of_a_week_stand_out_and_free_ones_do_not(tmp_path: Path, name: str) -> None:
    for _, ground, items in shown(tmp_path, name, "height: 40", SCENES["timetable"]):
        cells = [item for item in items if isinstance(item, Shape) and 60 < item.rect.height < 130]
        (marked,) = {one.color for one in cells[:2]}
        (free,) = {one.color for one in cells[2:6]}
        assert len(cells) == 6
        fill = ground.colors["fill"]
        assert contrast(marked, fill) >= SEEN, ground.name
        assert contrast(marked, free) >= 1.3, ground.name
        assert contrast(free, fill) < contrast(marked, fill), ground.name


@pytest.mark.parametrize("name", THEMES)
def test_residents_speak_in_bubbles_that_are_seen(tmp_path: Path, name: str) -> None:
    for _, ground, items in shown(tmp_path, name, "height: 48", SCENES["town-meeting"]):
        bubbles = [item for item in items if large(item)]
        signs = {item.name: item for item in items if isinstance(item, Art)}
        said, asked = bubbles[-2:]
        assert contrast(said.color, ground.colors["fill"]) >= SEEN, ground.name
        assert contrast(asked.color, ground.colors["fill"]) >= SEEN, ground.name
        assert contrast(styled(signs["dots"])["dot"], said.color) >= 3, ground.name
        assert contrast(styled(signs["question"])["glyph"], asked.color) >= 3, ground.name


@pytest.mark.parametrize("paint", ["", ", paint: {top: forest}"])
@pytest.mark.parametrize("name", THEMES)
def test_nothing_worn_bites_into_a_disc(tmp_path: Path, name: str, paint: str) -> None:
    box = f"show: head, width: 30, height: 30, surface: [disc-0, disc-1]{paint}"
    for person, ground, items in shown(tmp_path, name, box, *PEOPLE):
        (face,) = (item for item in items if isinstance(item, Art))
        disc = next(item for item in items if isinstance(item, Shape) and item.rect == face.rect)
        colors = styled(face)
        for worn in ("top", "detail", "accessory"):
            for other in (ground.colors["fill"], disc.color):
                assert worn not in colors or contrast(colors[worn], other) >= 1.2, (person, ground.name, worn)


@pytest.mark.parametrize("person", PEOPLE)
def test_shoulders_fill_the_lower_edge_of_a_disc(person: str) -> None:
    """At seven eighths of its height they are as wide as 70 % of the disc there, and the hair is inside."""
    drawing = read_drawing(ART / f"{person}.svg")
    head = drawing.shown("head")
    assert head is not None
    image = draw_svg(drawing.cropped((head[0], head[1], head[2], head[2])), "", 400, 400, person).getchannel("A")
    row = image.crop((0, 350, 400, 351)).getbbox()
    assert row is not None
    assert row[2] - row[0] >= 0.7 * 2 * math.sqrt(200**2 - 150**2)
    assert image.crop((0, 0, 400, 4)).getbbox() is None
