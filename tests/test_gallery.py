"""Contact sheets: every layout has its place, the same bytes again, and what is said of layouts that lack something."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from PIL import Image

import cardnews
from cardnews.cli import console
from cardnews.cli.app import run
from cardnews.errors import Severity
from cardnews.gallery.art import _card, _seen, _shown_on
from cardnews.gallery.label import line_of
from cardnews.gallery.make import Hall
from cardnews.gallery.sheet import SURROUND, grid_of
from cardnews.library import Shelf
from cardnews.paint.painter import Painter
from cardnews.script import SIZES, Size
from conftest import ROOT

SHIPPED = sorted(path.stem for path in (ROOT / "layouts").glob("*.yaml"))
THEMES = sorted(path.stem for path in (ROOT / "layouts" / "themes").glob("*.yaml"))
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with three layouts of the author's own: a sound one, one without a sample, one that never fits."""
    folder = tmp_path / "deck"
    (folder / "layouts").mkdir(parents=True)
    named = {"aa-sound": "물놀이터", "bb-bare": "", "cc-long": "가나다라마바사아자차카타파하" * 60}
    for name, sample in named.items():
        said = f", sample: {sample}" if sample else ""
        (folder / "layouts" / f"{name}.yaml").write_text(
            f"fields: {{words: {{type: text, required: true{said}}}}}\nbody: {{column: [{{text: words, role: h1}}]}}\n",
            "utf-8",
        )
    return folder


@pytest.mark.parametrize(
    ("theme", "sizes"), [("hope", tuple(SIZES)), (None, ("wide",))], ids=["every-size", "every-theme"]
)
def test_a_sheet_for_each_theme_and_size(tmp_path: Path, theme: str | None, sizes: tuple[str, ...]) -> None:
    found = cardnews.make_gallery(tmp_path / "g", theme=theme, sizes=sizes if theme is None else None)
    themes = THEMES if theme is None else [theme]
    assert [path.name for path in found.sheets] == [f"{name}-{size}.png" for name in themes for size in sizes]
    assert found.layouts == len(SHIPPED)
    for path in found.sheets:
        with Image.open(path) as sheet:
            assert sheet.getpixel((2, 2)) == tuple(SURROUND)
            size = path.stem.split("-")[-1]
            assert sheet.size == grid_of(len(SHIPPED), Size(size, *SIZES[size])).extent


def test_the_same_bytes_again(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        assert cardnews.make_gallery(tmp_path / folder, theme="hope", sizes=["portrait"]).ok
    assert (tmp_path / "a" / "hope-portrait.png").read_bytes() == (tmp_path / "b" / "hope-portrait.png").read_bytes()
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["hope-portrait.png"]


def test_the_order_is_that_of_a_set(own: Path) -> None:
    shipped = [layout.name for layout in Hall().layouts]
    assert (shipped[0], shipped[-1]) == ("cover", "closing")
    names = [layout.name for layout in Hall(own).layouts]
    assert names[0] == "cover"
    at = names.index("aa-sound")
    assert names[at : at + 3] == ["aa-sound", "bb-bare", "cc-long"]
    assert names.index("picture") < at
    assert names[-1] == "closing"


def test_a_layout_that_cannot_be_shown_has_an_empty_place_and_says_why(own: Path, tmp_path: Path) -> None:
    found = cardnews.make_gallery(tmp_path / "g", folder=own, theme="hope", sizes=["portrait"])
    assert not found.ok
    said = {(Path(item.place.path).name, item.rule) for item in found.findings if item.severity is not Severity.INFO}
    assert said == {("bb-bare.yaml", "gallery-no-sample"), ("cc-long.yaml", "text-overflow")}
    hall = Hall(own)
    grid = grid_of(len(hall.layouts), Size("portrait", *SIZES["portrait"]))
    with Image.open(found.sheets[0]) as sheet:
        for index, layout in enumerate(hall.layouts):
            left, top = grid.at(index)
            empty = sheet.getpixel((left + grid.width // 2, top + 8)) == tuple(SURROUND)
            assert empty == (layout.name in ("bb-bare", "cc-long")), layout.name
            assert sheet.getpixel((left + grid.width // 2, top - 8)) == tuple(SURROUND)
            # Its name stands below every card.
            below = sheet.crop((left, top + grid.height + 10, left + grid.width, top + grid.height + 84))
            assert len(below.getcolors(4096) or ()) > 10, layout.name


def test_a_theme_that_cannot_be_read_costs_its_sheet_of_drawings(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "ours.yaml").write_text("colors: [", "utf-8")
    gallery = cardnews.make_gallery(tmp_path / "out", folder=tmp_path, theme="ours", art=True)
    assert not gallery.ok and gallery.sheets == ()
    assert {Path(item.place.path).name for item in gallery.findings} == {"ours.yaml"}


@pytest.mark.parametrize("kind", SIZES)
@pytest.mark.parametrize("count", [1, 2, 11, 26, 40])
def test_a_grid_holds_all_cards_apart(count: int, kind: str) -> None:
    grid = grid_of(count, Size(kind, *SIZES[kind]))
    width, height = grid.extent
    places = [grid.at(index) for index in range(count)]
    assert len(set(places)) == count
    assert all(x > 0 and x + grid.width < width and y > 0 and y + grid.height + 84 < height for x, y in places)
    if count > 10:
        assert 0.9 < width / height < 2.4


def test_a_line_is_set_within_its_width() -> None:
    runs, pen = line_of("말풍선 Speech bubble", weight=700, size=20, color=SURROUND, at=(10, 50), width=400)
    assert 10 < pen < 410
    assert all(10 <= x <= pen and y == 50 for run in runs for _, x, y in run.glyphs)
    long, end = line_of("가" * 5000, weight=700, size=20, color=SURROUND, at=(10, 50), width=200)
    assert 150 < end <= 210
    assert len(long[0].glyphs) < 14
    assert line_of("", weight=700, size=20, color=SURROUND, at=(10, 50), width=200) == ((), 10)


# -- the command ---------------------------------------------------------------------------------------------------


def test_success_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["gallery", "--theme", "hope", "--size", "portrait", "--lang", "en"]) == 0
    assert capsys.readouterr() == (f"1 sheet of {len(SHIPPED)} layouts in gallery\n", "")
    assert (
        run(["gallery", "--size", "portrait", "--size", "400x500", "-o", "g", "--theme", "hope", "--lang", "ko"]) == 0
    )
    assert capsys.readouterr() == (f"레이아웃 {len(SHIPPED)}개를 모은 그림 2장: g\n", "")
    assert sorted(path.name for path in (tmp_path / "g").iterdir()) == ["hope-400x500.png", "hope-portrait.png"]
    assert run(["gallery", "--size", "square", "--theme", "hope", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_what_is_wrong_with_a_layout_is_told_with_its_file(own: Path, tmp_path: Path, capsys: Capture) -> None:
    command = ["gallery", str(own), "-o", str(tmp_path / "g"), "--theme", "hope", "--size", "portrait", "--lang", "en"]
    assert run(command) == 1
    out, err = capsys.readouterr()
    assert out.startswith("1 sheet of ")
    lines = err.splitlines()
    assert [line.split(": ")[1] for line in lines] == ["warning", "error"]
    assert lines[0].startswith(str(own / "layouts" / "bb-bare.yaml"))
    assert "[text-overflow]" in lines[1]


@pytest.mark.parametrize("name", [theme for theme in THEMES if theme != "hope"])
@pytest.mark.parametrize("art", ["chair", "megaphone", "bus-stop", "sun-cloud", "tree", "seat-ring"])
def test_drawings_are_in_the_colors_of_their_theme(name: str, art: str) -> None:
    shelf, others = Shelf(), Shelf().theme("hope")
    theme = shelf.theme(name)
    assert theme is not None and others is not None
    foreign = set(others.colors.values()) - set(theme.colors.values())
    for ground in theme.order:
        card = _card(shelf, theme, theme.grounds[ground], art, Painter(), 240)
        assert card is not None
        colors = {color for count, color in card.getcolors(240 * 240) or () if count > 40}
        assert not colors & foreign


@pytest.mark.parametrize("name", THEMES)
def test_every_drawing_is_seen_on_its_tile(name: str) -> None:
    shelf = Shelf()
    theme = shelf.theme(name)
    assert theme is not None
    found = {art: _shown_on(shelf, theme, art, 0, Painter()) for art in ("cloud", "check", "lamp", "sun", "timetable")}
    for art, ground in found.items():
        card = _card(shelf, theme, ground, art, Painter(), 120)
        assert _seen(card, ground) > 240, art


def test_a_theme_may_be_called_by_its_korean_name(tmp_path: Path) -> None:
    found = cardnews.make_gallery(tmp_path, theme="현장", art=True)
    assert [path.name for path in found.sheets] == ["photo-art.png"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--theme", "hop"], 'did you mean "hope"?'),
        (["--theme", "희망찬"], 'did you mean "희망"?'),
        (["--size", "sqare"], 'did you mean "square"?'),
    ],
)
def test_usage_mistakes(tmp_path: Path, capsys: Capture, arguments: list[str], says: str) -> None:
    assert run(["gallery", "-o", str(tmp_path / "g"), *arguments]) == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "g").exists()


def test_a_folder_that_cannot_be_written(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "g").touch()
    assert run(["gallery", "-o", str(tmp_path / "g"), "--theme", "hope", "--size", "square"]) == 1
    assert "[output-not-a-folder]" in capsys.readouterr().err
    assert run(["gallery", str(tmp_path / "none")]) == 1


def test_progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(console, "_PATIENCE", 0.0)
    monkeypatch.setattr(sys, "stderr", terminal)
    assert run(["gallery", "-o", str(tmp_path / "g"), "--theme", "hope", "--size", "portrait"]) == 0
    assert f"] 1/{len(SHIPPED)}" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")
