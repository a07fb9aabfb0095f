"""Slides kept in files of their own: where they are found, what replaces what in them, and how they are told apart."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from cardnews import render
from cardnews.compose.memo import Memo
from cardnews.compose.series import compose_size
from cardnews.errors import Place
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.script import SIZES, Script, Size
from cardnews.tidy import format_script
from cardnews.values import ImageValue, TextValue
from conftest import WriteScript

CLOSING = ("layout: closing", "title: 길은 함께 찾을 수 있습니다", "link: https://example.org/a")


def said(script: Script) -> set[tuple[str, str, int, int, int | None]]:
    """Rule, file, line, column and slide of every finding."""
    places = [(item, item.place) for item in script.findings]
    return {(item.rule, Path(at.path).name, at.line, at.column, item.slide) for item, at in places}


def text(script: Script, slide: int, field: str) -> str:
    value = script.slides[slide - 1].fields[field]
    assert isinstance(value, TextValue)
    return value.text


@pytest.mark.parametrize("key", ["include", "가져오기"])
def test_a_slide_of_another_file_is_a_slide_of_the_script(write_script: WriteScript, key: str) -> None:
    path = write_script(*CLOSING, name="closing.yaml")
    script = load_script(write_script("slides:", "  - 첫째", f"  - {key}: closing.yaml"))
    assert script.findings == ()
    slide = script.slides[1]
    assert (slide.layout, slide.place, slide.included) == ("closing", Place(str(script.path), 3, 5), str(path))
    assert slide.fields["title"].place == Place(str(path), 2, 8)
    assert render(script.path).made == 2


def test_what_the_script_says_replaces_what_the_file_says_in_either_language(write_script: WriteScript) -> None:
    write_script(*CLOSING, "메모: 옛 메모", "ground: sun", name="closing.yaml")
    lines = ("  - include: closing.yaml", "    주소: https://example.org/b", "    notes: 새 메모", "    바탕: forest")
    script = load_script(write_script("slides:", *lines))
    assert script.findings == ()
    assert text(script, 1, "link") == "https://example.org/b"
    assert (script.slides[0].notes, script.slides[0].ground) == ("새 메모", "forest")


def test_another_layout_may_be_chosen_for_the_words_of_a_file(write_script: WriteScript) -> None:
    write_script("layout: statement", "text: 말", name="a.yaml")
    script = load_script(write_script("slides:", "  - {include: a.yaml, 레이아웃: bubble}"))
    assert script.findings == ()
    assert script.slides[0].layout == "bubble"


def test_mistakes_name_their_file(write_script: WriteScript) -> None:
    write_script("layout: closing", "title: 길", "ground: forst", name="slides/closing.yaml")
    script = load_script(write_script("slides:", "  - 첫째", "  - {include: slides/closing.yaml, linc: x}"))
    assert said(script) == {
        ("unknown-field", "script.yaml", 3, 36, 2),
        ("unknown-ground", "closing.yaml", 3, 9, 2),
    }
    assert [slide.broken for slide in script.slides] == [False, True]


def test_mistakes_of_yaml_break_every_slide_that_includes_them(write_script: WriteScript) -> None:
    write_script("layout: statement", "text: 말", "text: 또", "layout: cover", name="a.yaml")
    script = load_script(write_script("slides:", "  - include: a.yaml", "  - 둘째", "  - include: a.yaml"))
    assert said(script) == {
        ("duplicate-key", "a.yaml", line, 1, slide) for line, slide in ((3, 1), (4, 1), (3, 3), (4, 3))
    }
    assert [slide.broken for slide in script.slides] == [True, False, True]


def test_a_field_that_neither_has_is_missing_in_the_file(write_script: WriteScript) -> None:
    write_script("# nothing yet", "layout: closing", name="a.yaml")
    script = load_script(write_script("slides:", "  - include: a.yaml"))
    assert said(script) == {("missing-field", "a.yaml", 2, 1, 1)}


def test_an_empty_file_is_no_slide(write_script: WriteScript) -> None:
    write_script("", name="a.yaml")
    script = load_script(write_script("slides:", "  - include: a.yaml"))
    assert said(script) == {("include-not-a-slide", "a.yaml", 1, 1, 1)}


def test_a_skipped_slide_is_not_even_looked_for(write_script: WriteScript) -> None:
    script = load_script(write_script("slides:", "  - 첫째", "  - {include: none.yaml, skip: true}"))
    assert (script.findings, script.included) == ((), ())


def test_a_layout_may_have_a_field_of_that_name(write_script: WriteScript) -> None:
    write_script("fields: {include: {type: text}}", "body: {text: include}", name="layouts/own.yaml")
    script = load_script(write_script("slides:", "  - {layout: own, include: 가방}"))
    assert script.findings == ()
    assert text(script, 1, "include") == "가방"


@pytest.mark.parametrize(("stored", "asked"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_either_spelling_of_hangul_finds_it(write_script: WriteScript, stored: str, asked: str) -> None:
    write_script(*CLOSING, name=normalize(stored, "맺음.yaml"))  # type: ignore[arg-type]
    name = normalize(asked, "맺음.yaml")  # type: ignore[arg-type]
    assert load_script(write_script("slides:", f"  - include: {name}")).findings == ()


# -- pictures ------------------------------------------------------------------------------------------------------


def test_pictures_are_looked_for_beside_the_file_that_names_them(write_script: WriteScript, tmp_path: Path) -> None:
    (tmp_path / "slides").mkdir()
    for name in ("a.png", "slides/b.png"):
        (tmp_path / name).write_bytes(b"\x89PNG")
    write_script("layout: cover", "title: 말", "photo: b.png", name="slides/one.yaml")
    write_script("layout: cover", "title: 말", "photo: {file: ../a.png}", name="slides/two.yaml")
    write_script("layout: cover", "title: 말", "photo: ../../a.png", name="slides/out.yaml")
    lines = [f"  - include: slides/{name}.yaml" for name in ("one", "two", "out")]
    script = load_script(write_script("slides:", *lines, "  - {include: slides/one.yaml, 사진: a.png}"))
    photos = [slide.fields.get("photo") for slide in script.slides]
    files = [photo.path.resolve() for photo in photos if isinstance(photo, ImageValue)]
    assert files == [tmp_path / "slides" / "b.png", tmp_path / "a.png", tmp_path / "a.png"]
    assert said(script) == {("outside-folder", "out.yaml", 3, 8, 3)}


# -- the user's folder ---------------------------------------------------------------------------------------------


def test_what_is_not_beside_the_script_is_looked_for_in_the_users_folder(
    write_script: WriteScript, tmp_path: Path, home: Path
) -> None:
    (home / "logo.png").write_bytes(b"\x89PNG")
    (tmp_path / "secret.png").write_bytes(b"\x89PNG")
    write_script("layout: cover", "title: 말", "photo: ../logo.png", name="home/slides/a.yaml")
    write_script("layout: cover", "title: 말", "photo: ../../secret.png", name="home/slides/b.yaml")
    write_script("layout: cover", "title: 다른 말", name="deck/b.yaml")
    script = load_script(write_script("slides:", "  - include: a.yaml", name="deck/script.yaml"))
    assert script.findings == ()
    photo = script.slides[0].fields["photo"]
    assert isinstance(photo, ImageValue)
    assert photo.path.resolve() == home / "logo.png"
    script = load_script(write_script("slides:", "  - include: b.yaml", name="deck/script.yaml"))
    assert text(script, 1, "title") == "다른 말"
    (tmp_path / "deck" / "b.yaml").unlink()
    assert said(load_script(script.path)) == {("outside-home", "b.yaml", 3, 8, 1)}


def test_nothing_leads_out_of_either_folder(write_script: WriteScript, tmp_path: Path, home: Path) -> None:
    outside = write_script(*CLOSING, name="outside/a.yaml")
    (tmp_path / "deck").mkdir()
    (tmp_path / "deck" / "linked.yaml").symlink_to(outside)
    (home / "slides").symlink_to(outside.parent, target_is_directory=True)
    names = ("../outside/a.yaml", str(outside), "linked.yaml", "a.yaml\\0", "a.yaml")
    lines = [f'  - include: "{name}"' for name in names]
    script = load_script(write_script("slides:", *lines, name="deck/script.yaml"))
    assert [item.rule for item in script.findings] == [*["outside-folder"] * 4, "missing-include-list"]
    assert not any(slide.layout for slide in script.slides)


# -- what it costs -------------------------------------------------------------------------------------------------


def test_what_is_included_is_bounded_as_if_it_were_written_out(write_script: WriteScript) -> None:
    write_script("layout: statement", "text: 말", *["# 아무 말" * 1_000] * 3, name="a.yaml")
    script = load_script(write_script("slides:", *["  - include: a.yaml"] * 100))
    assert {item.rule for item in script.findings} == {"include-too-much"}
    assert [slide.layout for slide in script.slides[:50]] == ["statement"] * 50
    assert script.slides[-1].broken


# -- what changes --------------------------------------------------------------------------------------------------


def test_a_change_of_the_file_is_composed_anew(write_script: WriteScript, tmp_path: Path) -> None:
    path = write_script("slides:", "  - 첫째", "  - include: a.yaml")
    memo, size, shelf = Memo(), Size("square", *SIZES["square"]), Shelf(tmp_path)
    frames = []
    for words in ("말", "말", "글"):
        write_script("layout: statement", f"text: {words}", name="a.yaml")
        frames.append(compose_size(load_script(path, shelf), size, shelf=shelf, memo=memo).frames)
    assert frames[0][1] is frames[1][1]
    assert frames[1][1] != frames[2][1]
    assert frames[1][0] == frames[2][0]


def test_tidying_orders_the_keys_beside_it(write_script: WriteScript, tmp_path: Path) -> None:
    write_script(*CLOSING, name="closing.yaml")
    lines = ("- link: https://example.org/b", "  notes: 끝", "  title: 글", "  skip: no", "  가져오기: closing.yaml")
    tidied = format_script("\n".join(["slides:", *lines, ""]), "s.yaml", tmp_path)
    assert tidied.findings == ()
    keys = [line.strip(" -").split(":")[0] for line in tidied.text.splitlines()[1:]]
    assert keys == ["가져오기", "skip", "title", "link", "notes"]
