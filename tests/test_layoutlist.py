"""The list of layouts: names, what each is for, limits in words, lines to copy, and the command that shows them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from msgspec.structs import replace
from PIL import Image

import cardnews
from cardnews.cli.app import build_group, run
from cardnews.compose.series import compose_size
from cardnews.diagnostics import width_of
from cardnews.errors import Language
from cardnews.layout import read_layout
from cardnews.layoutlist import find_layout, limits, list_layouts, survey
from cardnews.messages import MESSAGES
from cardnews.script import Size
from cardnews.suits import KINDS
from conftest import ROOT

SHIPPED = sorted(path.stem for path in (ROOT / "layouts").glob("*.yaml"))
POSTER = """\
names: {ko: 벽보, en: Poster}
help: {ko: 골목에 붙일 한마디, en: a word for the wall}
fields:
  words: {type: text, required: true, ko: 글, most: 12, sample: 물놀이터, help: {ko: 큰 글, en: The words}}
  days:
    type: list
    ko: 날
    count: [1, 6]
    room: {portrait: 5, tall: 5, square: 3, story: 5, wide: 2}
    of: {day: {type: text, required: true}}
body: {column: [{text: words, role: h1}]}
"""
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a layout of the author's own and one that is broken."""
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "poster.yaml").write_text(POSTER, "utf-8")
    (tmp_path / "layouts" / "torn.yaml").write_text("names: {ko: 찢긴 것}\n", "utf-8")
    return tmp_path


def test_every_shipped_layout_is_listed_with_all_that_authors_ask() -> None:
    found = list_layouts()
    assert [layout.name for layout in found] == SHIPPED
    for layout in found:
        assert not layout.own
        assert dict(layout.names).keys() == dict(layout.about).keys() == {"ko", "en"}
        assert layout.snippet.startswith(f"  - layout: {layout.name}\n")


def test_what_a_layout_is_for_is_known_of_every_kind_of_passage() -> None:
    assert {f"help-suits-{kind}" for kind in KINDS} == {rule for rule in MESSAGES if rule.startswith("help-suits-")}


def test_the_snippets_are_scripts(tmp_path: Path) -> None:
    script = tmp_path / "script.yaml"
    Image.new("RGB", (1200, 1500)).save(tmp_path / "사진.png")
    for layout in list_layouts():
        script.write_text(f"slides:\n{layout.snippet}", "utf-8")
        assert [slide.layout for slide in cardnews.read_script(script).slides] == [layout.name]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_snippet_in_korean_is_the_same_slide(tmp_path: Path, name: str) -> None:
    layout = find_layout(name)
    frames = []
    for text in (f"slides:\n{layout.snippet}", f"슬라이드:\n{layout.korean}"):
        (tmp_path / "script.yaml").write_text(text, "utf-8")
        Image.new("RGB", (900, 900)).save(tmp_path / "사진.png")
        composed = compose_size(cardnews.read_script(tmp_path / "script.yaml"), Size("portrait", 1080, 1350))
        frames.append([replace(frame, layout="") for frame in composed.frames])
    assert frames[0] and frames[0] == frames[1]
    keys = [line.strip(" -").partition(":")[0] for line in layout.korean.splitlines() if ": " in line]
    assert not [key for key in keys if key.isascii()]


def test_the_authors_own_come_first_and_a_broken_one_is_told(own: Path) -> None:
    found, findings = survey(own)
    assert [(layout.name, layout.own) for layout in found[:2]] == [("poster", True), (SHIPPED[0], False)]
    assert dict(found[0].about) == {"ko": "골목에 붙일 한마디", "en": "a word for the wall"}
    assert [item.rule for item in findings] == ["missing-key"]
    assert list_layouts(own) == found
    with pytest.raises(cardnews.CardnewsError, match="body"):
        find_layout("torn", own)


def test_one_of_the_authors_stands_in_place_of_a_shipped_one(own: Path) -> None:
    shutil.copy(own / "layouts" / "poster.yaml", own / "layouts" / "cover.yaml")
    assert find_layout("cover", own).own
    assert dict(find_layout("cover", own).names)["en"] == "Poster"
    # In the repository itself the folder `layouts` is the shipped one.
    assert not any(layout.own for layout in list_layouts(ROOT))


def test_a_layout_goes_by_all_its_names(own: Path) -> None:
    assert find_layout(" 벽보 ", own) == find_layout("poster", own)
    assert find_layout("말풍선") == find_layout("bubble")
    with pytest.raises(cardnews.CardnewsError, match='did you mean "말풍선"'):
        find_layout("말풍썬")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("1–6 items", "on one card: 5 (portrait, tall, story), 3 (square), 2 (wide)")),
        ("ko", ("1–6개", "카드 한 장에 5개(세로, 긴세로, 스토리), 3개(정사각), 2개(가로)")),
    ],
)
def test_limits_in_words(own: Path, language: Language, said: tuple[str, ...]) -> None:
    words, days = read_layout(own / "layouts" / "poster.yaml").fields
    assert limits(days, language) == said
    assert limits(words, language) == ({"en": "12 characters or so", "ko": "12자 안팎"}[language],)


def test_limits_that_are_the_same_everywhere(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text(
        "fields: {a: {type: list, count: 3, room: 2}, "
        "b: {type: choice, of: {left: 왼쪽, right: 오른쪽}, default: left}}\nbody: {text: a}\n",
        "utf-8",
    )
    first, second = read_layout(path).fields
    assert limits(first, "en") == ("3 items", "at most 2 on one card")
    assert limits(second, "en") == ("left / right", "else left")
    assert limits(second, "ko") == ("왼쪽 / 오른쪽", "쓰지 않으면 왼쪽")


# -- the command ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_table_fits_a_terminal(own: Path, language: Language, capsys: Capture) -> None:
    assert run(["layouts", str(own / "script.yaml"), "--lang", language]) == 1
    (own / "script.yaml").touch()
    capsys.readouterr()
    assert run(["layouts", str(own / "script.yaml"), "--lang", language]) == 1
    out, err = capsys.readouterr()
    assert "[missing-key]" in err
    lines = out.splitlines()
    assert lines[1] == {"en": "[yours]", "ko": "[직접 더한 레이아웃]"}[language]
    assert "poster" in lines[2]
    assert all(name in out for name in SHIPPED)
    assert all(width_of(line) <= 80 for line in lines)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", SHIPPED)
def test_all_about_a_layout(language: Language, name: str, capsys: Capture) -> None:
    assert run(["layouts", "--show", name, "--lang", language]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    layout = find_layout(name)
    snippet = {"en": layout.snippet, "ko": layout.korean}[language]
    assert out.endswith(f"\n\n{snippet}")
    lines = out.splitlines()
    assert lines[1] not in lines[0].split(" · ")
    for field in layout.fields:
        assert f"\n{field.name}" in out
        assert all(limit in out for limit in limits(field, language))
    assert all(width_of(line) <= 80 for line in out.partition(snippet)[0].splitlines())


def test_an_unknown_layout_is_answered_with_the_nearest(capsys: Capture) -> None:
    assert run(["layouts", "--show", "covr"]) == 2
    assert 'did you mean "cover"?' in capsys.readouterr().err
    assert run(["layouts", "--show", "표찌", "--lang", "ko"]) == 2
    assert '"표지"인가요?' in capsys.readouterr().err


def test_json(own: Path, capsys: Capture) -> None:
    assert run(["layouts", str(own), "--show", "벽보", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["name"], found["own"], found["aliases"]) == ("poster", True, ["벽보"])
    assert found["fields"][1]["room"] == {"portrait": 5, "square": 3, "tall": 5, "story": 5, "wide": 2}
    assert run(["layouts", "--json"]) == 0
    assert [layout["name"] for layout in json.loads(capsys.readouterr().out)["layouts"]] == SHIPPED


def test_names_are_completed_the_authors_own_too(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def offered(*words: str) -> list[str]:
        shell = ShellComplete(build_group("en"), {}, "cardnews", "_CARDNEWS_COMPLETE")
        return [item.value for item in shell.get_completions(list(words[:-1]), words[-1])]

    assert offered("layouts", "--show", "bub") == ["bubble"]
    assert offered("layouts", "--show", "말풍") == ["말풍선"]
    assert offered("layouts", str(own), "--show", "pos") == ["poster"]
    monkeypatch.chdir(own)
    assert offered("layouts", "--show", "벽") == ["벽보"]
