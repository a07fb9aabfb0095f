"""Every layout, field, key and choice may be written in Korean, and answers come in the words the author used."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from cardnews import compose, read_script
from cardnews.compose.frame import Frame
from cardnews.errors import Finding
from cardnews.inspection import inspect
from cardnews.layout import Field
from cardnews.library import Shelf
from cardnews.reader import SCRIPT_KEYS, load_script
from cardnews.schema import is_korean
from cardnews.script import SIZE_WORDS
from cardnews.slidereader import SLIDE_KEYS
from conftest import WriteScript

SHELF = Shelf()
SCENES = [name for name in SHELF.names("art") if SHELF.scene(name) is not None]


def fields_of(fields: tuple[Field, ...]) -> list[Field]:
    return [one for item in fields for one in (item, *fields_of(item.of)) if one.name]


@pytest.mark.parametrize("keys", [SCRIPT_KEYS, SLIDE_KEYS], ids=["script", "slide"])
def test_every_key_has_a_korean_spelling(keys: dict[str, str]) -> None:
    assert {name for spelling, name in keys.items() if is_korean(spelling)} == set(keys.values())


@pytest.mark.parametrize("name", SHELF.names("layout"))
def test_every_layout_and_field_has_a_korean_name(name: str) -> None:
    layout = SHELF.layout(name)
    assert layout is not None
    assert any(is_korean(alias) for alias in layout.aliases)
    for item in fields_of(layout.fields):
        assert any(is_korean(spelling) for spelling in item.spellings), item.name
        assert {option for _, option in item.korean} == (set(item.options) if item.type == "choice" else set())


@pytest.mark.parametrize("name", SCENES)
def test_every_field_of_a_scene_has_a_korean_name(name: str) -> None:
    scene = SHELF.scene(name)
    assert scene is not None
    for item in fields_of(scene.fields):
        assert any(is_korean(spelling) for spelling in item.spellings), item.name


def korean(keys: dict[str, str], name: str) -> str:
    return next(spelling for spelling, one in keys.items() if one == name and is_korean(spelling))


def in_korean(value: object, fields: tuple[Field, ...]) -> object:
    """A slide's, scene's or item's mapping with every key in Korean."""
    if not isinstance(value, dict):
        return value
    told: dict[str, object] = {}
    for key, inner in value.items():
        item = next((one for one in fields if one.name == key), None)
        if item is None:
            told["그림" if key == "art" else korean(SLIDE_KEYS, key)] = inner
            continue
        spelled = next(spelling for spelling in item.spellings if is_korean(spelling))
        told[spelled] = inner
        if item.type == "list" and isinstance(inner, list):
            told[spelled] = [in_korean(one, item.of) for one in inner]
        elif item.type == "art" and isinstance(inner, dict):
            scene = SHELF.scene(inner["art"])
            assert scene is not None
            told[spelled] = in_korean(inner, scene.fields)
        elif item.type == "choice":
            told[spelled] = next(spelling for spelling, option in item.korean if option == inner)
    return told


def test_the_flagship_in_korean_is_the_same_deck(governance: Path) -> None:
    deck = yaml.load(governance.read_text("utf-8"), Loader=yaml.CBaseLoader)
    told: dict[str, object] = {korean(SCRIPT_KEYS, key): value for key, value in deck.items() if key != "slides"}
    told["크기"] = next(word for word, size in SIZE_WORDS.items() if size == deck["size"])
    slides = []
    for slide in deck["slides"]:
        layout = SHELF.layout(slide["layout"])
        assert layout is not None
        words = in_korean(slide, layout.fields)
        assert isinstance(words, dict)
        words["레이아웃"] = layout.aliases[0]
        slides.append(words)
    told["슬라이드"] = slides
    other = governance.with_name("korean.yaml")
    other.write_text(yaml.dump(told, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    assert not any("a" <= letter <= "z" for letter in "".join(map(str, _keys(told))))
    one, two = compose(read_script(governance)), compose(read_script(other))
    assert [_without_names(frame) for frame in one] == [_without_names(frame) for frame in two]


def _keys(value: object) -> list[object]:
    if isinstance(value, dict):
        return [*value, *(key for inner in value.values() for key in _keys(inner))]
    return [key for inner in value for key in _keys(inner)] if isinstance(value, list) else []


def _without_names(frame: Frame) -> Frame:
    return replace(frame, alt="")


def said(path: Path) -> tuple[Finding, ...]:
    return inspect(load_script(path)).findings


LONG = "골목마다 꽃을 심고 물을 주고 다시 흙을 나르는 사람들이 모여 다음 계절을 이야기합니다 " * 6


def test_a_text_that_does_not_fit_is_called_what_its_author_calls_it(write_script: WriteScript) -> None:
    (found,) = said(write_script("slides:", "  - 레이아웃: 표지", f"    제목: {LONG}"))
    assert found.format("ko").split(": ")[1] == "1번 슬라이드 (표지)"
    assert '"제목" 필드가' in found.message("ko")
    (found,) = said(write_script("slides:", "  - layout: cover", f"    title: {LONG}"))
    assert '"title" 필드가' in found.message("ko")
    assert found.layout == "cover"


def test_rows_are_called_what_their_author_calls_them(write_script: WriteScript) -> None:
    row = f"      - {{앞: 짧은 말, 뒤: {LONG}}}"
    found = said(write_script("slides:", "  - layout: compare", "    title: 비교", "    줄:", row))
    assert any('"뒤" 필드가' in item.message("ko") for item in found)


def test_a_missing_field_is_named_in_the_language_of_the_slide(write_script: WriteScript) -> None:
    script = write_script("slides:", "  - 레이아웃: 말풍선", "    말한이: 나", "  - layout: bubble", "    speaker: 나")
    assert [item.message("en") for item in load_script(script).findings] == [
        'field "말" is missing; this layout needs it',
        'field "text" is missing; this layout needs it',
    ]
