"""The JSON Schema of scripts: valid itself, the same keys as the reader's, and no stricter than the reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cardnews.cli.app import build_group, run
from cardnews.cli.schema import SCHEMA_FILE as SHOWN_FILE
from cardnews.errors import Language
from cardnews.fields import _LINK
from cardnews.jsonschema import SCHEMA_FILE, modeline, schema_text, script_schema
from cardnews.jsonschema.fields import _LINK as LINK
from cardnews.layout import Field, Layout
from cardnews.library import Shelf
from cardnews.messages import MESSAGES
from cardnews.reader import SCRIPT_KEYS, load_script
from cardnews.script import Script
from cardnews.slidereader import SLIDE_KEYS
from cardnews.source.nodes import Node, Scalar, Sequence, read_nodes
from cardnews.source.text import decode
from conftest import ROOT

LANGUAGES: tuple[Language, ...] = ("en", "ko")
SHELF = Shelf()
LAYOUTS = tuple(SHELF.layouts())
SCENES = tuple(scene for name in SHELF.names("art") if (scene := SHELF.scene(name)) is not None)
# Art that says nothing of the author's: a scene such as `timetable` must be told its rows.
ALONE = sorted({*SHELF.names("art")} - {scene.name for scene in SCENES if any(one.required for one in scene.fields)})
Capture = pytest.CaptureFixture[str]


@cache
def validator(language: Language = "en", folder: Path | None = None) -> Draft202012Validator:
    return Draft202012Validator(script_schema(folder, language))


def wrong(data: Any, folder: Path | None = None) -> list[str]:
    """What the schema says against a script."""
    return [f"{list(error.absolute_path)}: {error.message}" for error in validator("en", folder).iter_errors(data)]


def read(source: str | bytes, folder: Path | None = None) -> Script:
    data = source.encode() if isinstance(source, str) else source
    return load_script((folder or ROOT) / "script.yaml", Shelf(folder), "s.yaml", data=data)


def rules(script: Script) -> set[str]:
    return {item.id for item in script.findings if item.severity == "error"}


# -- YAML as editors read it ---------------------------------------------------------------------------------------

_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_OLD_WORDS = {**_WORDS, "yes": True, "no": False, "on": True, "off": False}


def as_json(node: Node | None, words: dict[str, Any]) -> Any:
    """The tree with plain words as the truth values and numbers that YAML takes them for."""
    if node is None:
        return None
    if isinstance(node, Sequence):
        return [as_json(item, words) for item in node.items]
    if not isinstance(node, Scalar):
        return {entry.key.text: as_json(entry.value, words) for entry in node.entries}
    text = node.text
    if node.style != "plain":
        return text
    if text.lower() in words and text in (text.lower(), text.upper(), text.capitalize()):
        return words[text.lower()]
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    return float(text) if re.fullmatch(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?", text) else text


def sound(source: bytes, folder: Path) -> Iterator[Any]:
    """A script as JSON, by the old and the new words of YAML; nothing where the reader has mended or refused it."""
    text, _ = decode(source, "s.yaml")
    script = read(source, folder)
    if not rules(script) and "read-as-text" not in {item.rule for item in script.findings}:
        node, _ = read_nodes(text, "s.yaml")
        yield as_json(node, _WORDS)
        yield as_json(node, _OLD_WORDS)


# -- the schema itself ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_schema_of_2020_12(language: Language) -> None:
    schema = script_schema(None, language)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    assert json.loads(schema_text(None, language)) == schema


def test_every_reference_leads_somewhere() -> None:
    text = schema_text()
    names = set(re.findall(r'"#/\$defs/([^"]+)"', text))
    defined = set(json.loads(text)["$defs"])
    assert names == defined


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_described(language: Language) -> None:
    definitions = script_schema(None, language)["$defs"]
    described = [name for name in definitions if name.split(".")[0] in ("script", "field", "every", "scene", "layout")]
    assert len(described) > 100
    for name in described:
        said = definitions[name]
        assert said["title"]
        assert said["description"]
        assert "`" not in said["description"]
        hangul = re.search("[가-힣]", re.sub("`[^`]*`", "", said["markdownDescription"]))
        assert bool(hangul) == (language == "ko"), name


@pytest.mark.parametrize(
    "key", [*dict.fromkeys(f"setting-{name}" for name in SCRIPT_KEYS.values()), *dict.fromkeys(SLIDE_KEYS.values())]
)
def test_the_catalogue_has_words_for_the_readers_keys(key: str) -> None:
    assert (f"help-{key}" if key.startswith("setting-") else f"help-slide-{key}") in MESSAGES


# -- the same keys as the reader's ---------------------------------------------------------------------------------


def keys_of(schema: dict[str, Any]) -> set[str]:
    assert schema["additionalProperties"] is False
    return set(schema["properties"])


def test_the_settings_are_those_of_the_reader() -> None:
    assert keys_of(script_schema()) == set(SCRIPT_KEYS)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_slide_has_the_keys_of_the_reader(layout: Layout) -> None:
    definitions = script_schema()["$defs"]
    for language in LANGUAGES:
        assert keys_of(definitions[f"slide.{layout.name}.{language}"]) == {*layout.keys, *SLIDE_KEYS}
    for key in (*layout.keys, *SLIDE_KEYS):
        value = layout.name if SLIDE_KEYS.get(key) == "layout" and key not in layout.keys else "글"
        slide = {"layout": layout.name, key: value} if value == "글" else {key: value}
        assert "unknown-field" not in rules(read(yaml.dump({"slides": [slide]}, allow_unicode=True)))
        assert not [said for said in wrong({"slides": [slide]}) if "Additional properties" in said]
    unknown = {"slides": [{"layout": layout.name, "모르는것": "글"}]}
    assert "unknown-field" in rules(read(yaml.dump(unknown, allow_unicode=True)))
    assert [said for said in wrong(unknown) if "Additional properties" in said]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_scene_has_the_keys_of_the_reader(scene: Layout) -> None:
    cases = script_schema()["$defs"]["art.en"]["anyOf"][-1]["allOf"]
    case = next(case for case in cases if re.fullmatch(case["if"]["properties"]["art"]["pattern"], scene.name))
    assert keys_of(case["then"]) == {*scene.keys, "art", "그림"}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_what_a_field_needs_and_holds_is_said(layout: Layout) -> None:
    definitions = script_schema()["$defs"]
    for field in layout.fields:
        said = definitions[f"field.{layout.name}.{field.name}.en"]
        assert said["title"].startswith(field.name)
        assert (said.get("default") is not None) == (field.default is not None)
        names = [name for branch in said.get("anyOf", [said]) for name in branch.get("enum", ())]
        if field.type == "choice":
            assert [str(name) for name in names] == list(field.options)
        if field.type == "art":
            assert definitions["art.en"]["anyOf"][0]["enum"] == list(SHELF.names("art"))
        if field.type == "list" and field.count:
            assert (said["anyOf"][0]["minItems"], said["anyOf"][0]["maxItems"]) == field.count


# -- no stricter than the reader -----------------------------------------------------------------------------------

SCRIPTS = sorted(
    path for folder in ("examples", "tests/cases", "tests/tidy/cases") for path in (ROOT / folder).rglob("*.yaml")
)


def test_scripts_that_read_well_are_valid() -> None:
    found = 0
    for path in SCRIPTS:
        for data in sound(path.read_bytes(), path.parent):
            found += 1
            assert not wrong(data, path.parent), path
    assert found > 24


def plain_texts(field: Field) -> st.SearchStrategy[Any]:
    words = st.sampled_from(["글", "두 줄\n글", 7, 1.5, True, False, "12:30", "2024-01-01", "007", "예"])
    told = st.fixed_dictionaries(
        {"text": st.just("글")},
        optional={"lines": st.sampled_from([1, 3, "2"]), "series": st.sampled_from([True, False, "no", "아니요"])},
    )
    korean = st.fixed_dictionaries({"글": st.just("글")}, optional={"줄수": st.just(2), "시리즈": st.just("예")})
    return st.one_of(words, told, korean)


def values(field: Field) -> st.SearchStrategy[Any]:
    """What an author may write in a field."""
    match field.type:
        case "text" if field.amount:
            return st.sampled_from(["1,234", "62명", "3만 5천", "0", 7, 1.5])
        case "text":
            return plain_texts(field)
        case "link":
            return st.sampled_from(["https://example.org", "mailto:a@example.org", "example.org/길", "예시.한국"])
        case "choice":
            return st.sampled_from([*field.options, *(word for word, _ in field.korean)])
        case "art":
            scene = st.just({"그림": "timetable", "rows": [{"head": "낮", "cells": ["회의", "-"]}]})
            return st.one_of(st.sampled_from(ALONE), st.just({"art": "hall"}), scene)
        case "image":
            file = st.sampled_from(["examples/governance/cards/01.png"])
            focus = st.sampled_from(["left top", "30% 40%", ["왼쪽", "아래"], "가운데"])
            return st.one_of(
                file, st.fixed_dictionaries({"file": file}, optional={"focus": focus, "저작권": st.just("나")})
            )
        case "group":
            return group(field.of)
        case "list":
            low, high = field.count or (0, 8)
            plain = len(field.of) == 1 and not field.of[0].name
            item = values(Field("", field.of[0].type)) if plain else group(field.of)
            lists = st.lists(item, min_size=low, max_size=min(high, low + 2))
            words = plain and item_type(field) == "text"
            return st.one_of(lists, st.just(", ".join(["낱말"] * max(low, 2)))) if words else lists


def item_type(field: Field) -> str:
    return field.of[0].type


def group(fields: tuple[Field, ...]) -> st.SearchStrategy[Any]:
    """Needed fields and some of the others, each in one of its spellings."""

    def spelled(data: dict[str, tuple[str, Any]]) -> dict[str, Any]:
        for field in fields:
            for cells in (item for item in field.of if item.beside in data and field.name in data):
                # As many cells in every row as there are columns.
                columns = data[cells.beside][1]
                count = columns.count(",") + 1 if isinstance(columns, str) else len(columns)
                for row in data[field.name][1]:
                    row.update({key: ["칸"] * count for key in row if key in cells.spellings})
        return dict(data.values())

    pairs = {field.name: st.tuples(st.sampled_from(field.spellings), values(field)) for field in fields}
    needed = {field.name: pairs[field.name] for field in fields if field.required and field.default is None}
    others = {name: pair for name, pair in pairs.items() if name not in needed}
    return st.fixed_dictionaries(needed, optional=others).map(spelled)


def slides() -> st.SearchStrategy[Any]:
    def told(layout: Layout) -> st.SearchStrategy[Any]:
        names = st.tuples(st.sampled_from(["layout", "레이아웃"]), st.sampled_from([layout.name, *layout.aliases]))
        common = st.fixed_dictionaries(
            {},
            optional={
                "footer": st.sampled_from([True, False, "yes", "아니요", "NO"]),
                "메모": st.sampled_from(["메모", 1]),
                "ground": st.just("sun"),
                "ignore": st.sampled_from(["over-length", ["small-*", "orphan"]]),
                "skip": st.sampled_from([False, "no", "아니요"]),
            },
        )
        free = common.map(lambda data: {key: value for key, value in data.items() if key not in layout.keys})
        return st.tuples(names, group(layout.fields), free).map(
            lambda parts: {parts[0][0]: parts[0][1], **parts[1], **parts[2]}
        )

    return st.one_of(st.sampled_from(["문장", 2026, True, "12:30"]), st.sampled_from(LAYOUTS).flatmap(told))


# What several numbers are together, which no schema says.
ADDED_UP = {"dots-count", "dots-part", "dots-not-whole", "parts-zero", "shares-over"}

SETTINGS: dict[str, st.SearchStrategy[Any]] = {
    "title": st.sampled_from(["제목", 2026, True, "12:30"]),
    "브랜드": st.just("우리"),
    "theme": st.just("hope"),
    "크기": st.sampled_from(["square", "정사각", "SQUARE", "1080x1350", "1080 × 1350", ["story", "가로", "800X800"]]),
    "lang": st.sampled_from(["ko", "영어"]),
    "font": st.just("Pretendard"),
    "fonts": st.sampled_from(["fonts", ["a.ttf", "b.otf"]]),
    "platform": st.sampled_from(["instagram", ["스레드", "web"]]),
    "ignore": st.just(["small-text"]),
}


@given(st.fixed_dictionaries({"slides": st.lists(slides(), min_size=1, max_size=3)}, optional=SETTINGS), st.booleans())
@settings(max_examples=60, deadline=None)
def test_what_the_reader_accepts_the_schema_accepts(script: dict[str, Any], bare: bool) -> None:
    data = script["slides"] if bare else script
    source = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    found = read(source)
    assert rules(found) <= ADDED_UP, source
    assert not wrong(data)


@pytest.mark.parametrize(
    "source",
    [
        "titel: 글\nslides: [글]",
        "title: 글",
        "slides: []",
        "slides: 글",
        "slides: [[글]]",
        "slides:\n  -",
        "theme: hop\nslides: [글]",
        "size: sqare\nslides: [글]",
        "lang: fr\nslides: [글]",
        "title: [글]\nslides: [글]",
        "slides: [{layout: covr, title: 글}]",
        "slides: [{layout: cover}]",
        "slides: [{layout: cover, titel: 글}]",
        "slides: [{layout: cover, title: 글, 제목: 글}]",
        "title: 글\n제목: 글\nslides: [글]",
        "slides:\n  - layout: cover\n    title:",
        "slides: [{layout: cover, title: {text: 글, lines: 40}}]",
        "slides: [{layout: cover, title: {text: 글, lines: 1.5}}]",
        "slides: [{layout: cover, title: {text: 글, linse: 2}}]",
        "slides: [{layout: cover, title: {lines: 2}}]",
        "slides: [{layout: cover, title: 글, art: timetabel}]",
        "slides: [{layout: cover, title: 글, art: {art: timetable}}]",
        "slides: [{layout: cover, title: 글, art: {art: hall, rows: 글}}]",
        "slides: [{layout: cover, title: 글, photo: {focus: left}}]",
        "slides: [{layout: bubble, text: 글, side: up}]",
        "slides: [{layout: chips, title: 글, words: [가, 나]}]",
        "slides: [{layout: compare, title: 글, rows: [{before: 가}]}]",
        "slides: [{layout: compare, title: 글, rows: [{before: 가, after: 나, afetr: 다}]}]",
        "slides: [{layout: closing, title: 글, link: 주소 아님}]",
        "slides: [{layout: cover, title: 글, ground: sky}]",
        "slides: [{layout: cover, title: 글, footer: maybe}]",
        "slides: [{layout: cover, title: 글, skip: maybe}]",
        "slides: [{suport: 글, text: 글}]",
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(source: str) -> None:
    assert rules(read(source)) or "read-as-text" in {item.rule for item in read(source).findings}
    assert wrong(yaml.safe_load(source))


@pytest.mark.parametrize("skip", ["skip: true", "skip: yes", "건너뛰기: 예", "건너뛰기: YES"])
@pytest.mark.parametrize("slide", ["layout: covr", "layout: cover, ground: sky", "titel: 글, 제목: 글", "layout: [글]"])
def test_of_a_slide_that_is_skipped_nothing_is_refused(slide: str, skip: str) -> None:
    source = f"slides: [글, {{{slide}, {skip}}}]"
    assert not rules(read(source))
    assert not wrong(yaml.safe_load(source))


def test_a_slide_of_another_file_may_say_whatever_that_takes(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("layout: closing\ntitle: 글\ntheme: hope\n", "utf-8")
    for source in (
        "slides: [{include: a.yaml}]",
        "slides: [{가져오기: a.yaml, link: https://example.org, note: 글}]",
        "slides: [{include: a.yaml, layout: cover}]",
    ):
        assert not rules(read(source, tmp_path))
        assert not wrong(yaml.safe_load(source), tmp_path)


@given(st.from_regex(_LINK, fullmatch=True))
def test_the_pattern_of_links_is_no_stricter(link: str) -> None:
    if not re.search(r"\s", link.strip()):
        assert re.search(LINK, link)


def test_grounds_are_those_of_the_theme(tmp_path: Path) -> None:
    own = (ROOT / "layouts" / "themes" / "hope.yaml").read_text("utf-8")
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "night.yaml").write_text(
        own.replace("order: [sun, forest", "order: [night, forest"), "utf-8"
    )
    night, sun = ({"layout": "cover", "title": "글", "ground": name} for name in ("night", "sun"))
    assert not wrong({"slides": [sun]}, tmp_path)
    assert wrong({"slides": [night]}, tmp_path)
    assert not wrong({"테마": "night", "slides": [night]}, tmp_path)
    assert wrong({"theme": "night", "슬라이드": [{**night, "ground": "sky"}]}, tmp_path)
    assert not wrong({"slides": [{**night, "theme": "night"}]}, tmp_path)
    assert wrong({"theme": "night", "slides": [{**night, "theme": "hope"}]}, tmp_path)
    assert not wrong([sun], tmp_path)
    assert wrong([night], tmp_path)


# -- layouts of the author's own -----------------------------------------------------------------------------------

OWN = """\
names: {ko: 시간, en: Hours}
fields:
  때: {type: text, required: true, en: when, help: {en: When it opens}}
  days: {type: choice, ko: 날, of: {1: 하루, 2: 이틀}, default: 1}
  more: {type: group, of: {head: {type: text, required: true}}}
body: {column: [{text: 때}, {text: days}]}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    for folder in ("layouts", "art", "themes"):
        (tmp_path / folder).mkdir()
    (tmp_path / "layouts" / "hours.yaml").write_text(OWN, "utf-8")
    (tmp_path / "layouts" / "broken.yaml").write_text("fields: [", "utf-8")
    (tmp_path / "themes" / "broken.yaml").write_text("grounds: 3", "utf-8")
    (tmp_path / "art" / "꽃.svg").write_text('<svg viewBox="0 0 1 1"/>', "utf-8")
    (tmp_path / "art" / "broken.yaml").write_text("body: [", "utf-8")
    return tmp_path


def test_layouts_beside_the_script_are_in_it(own: Path) -> None:
    Draft202012Validator.check_schema(script_schema(own))
    for days in (1, "1", "하루", 2):
        slide = {"layout": "hours", "때": "아침", "days": days, "more": "덧붙임"}
        assert not rules(read(yaml.safe_dump([slide], allow_unicode=True), own))
        assert not wrong([slide], own)
    assert wrong([{"layout": "시간", "때": "아침", "days": 3}], own)
    assert wrong([{"layout": "시간"}], own)
    assert not wrong([{"layout": "cover", "title": "글", "art": "꽃"}], own)
    assert wrong([{"layout": "hours", "때": "아침"}])
    said = script_schema(own)["$defs"]["field.hours.때.en"]
    assert said["description"] == "When it opens. Needed."


def test_a_layout_that_extends_another_has_its_fields_and_says_its_own_name(own: Path) -> None:
    (own / "layouts" / "week.yaml").write_text("extends: hours\nfields: {days: no, when: {type: text}}\n", "utf-8")
    assert not wrong([{"layout": "week", "때": "아침", "when": "글"}], own)
    assert wrong([{"layout": "week", "때": "아침", "days": 1}], own)
    names = script_schema(own)["$defs"]["layout.en"]["anyOf"][0]
    assert names["enumDescriptions"][names["enum"].index("week")].startswith("week. ")


# -- the command ---------------------------------------------------------------------------------------------------


def test_the_command_prints_it(own: Path, capsys: Capture) -> None:
    script = own / "script.yaml"
    script.write_text("slides: [글]\n", "utf-8")
    for place in (own, script):
        assert run(["schema", str(place), "--lang", "ko"]) == 0
        out, err = capsys.readouterr()
        assert json.loads(out) == script_schema(own, "ko")
        assert err == ""


def test_the_command_writes_it(own: Path, capsys: Capture) -> None:
    file = own / "x.json"
    assert run(["schema", str(own), "-o", str(file), "--lang", "en"]) == 0
    assert json.loads(file.read_text("utf-8")) == script_schema(own, "en")
    assert "# yaml-language-server: $schema=x.json" in capsys.readouterr().out


def test_where_it_cannot(own: Path, capsys: Capture) -> None:
    assert run(["schema", str(own / "none"), "--lang", "en"]) == 1
    assert "there is no file" in capsys.readouterr().err
    assert run(["schema", "-o", str(own / "none" / "x.json"), "--lang", "en"]) == 1
    assert "cannot be written here (No such file" in capsys.readouterr().err


def test_the_line_for_editors() -> None:
    assert modeline() == f"# yaml-language-server: $schema={SCHEMA_FILE}"
    assert SHOWN_FILE == SCHEMA_FILE


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_fits_a_screen_and_shows_the_line(language: Language) -> None:
    result = CliRunner().invoke(build_group(language), ["schema", "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) <= 24
    assert f"  {modeline()}\n" in result.output
    assert result.output.count("  cardnews schema ") == 2
