"""The manifest: the same bytes wherever a project lies, and a reader that believes nothing."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardnews.errors import CardnewsError
from cardnews.export.manifest import (
    MANIFEST_NAME,
    Entry,
    Manifest,
    card_name,
    manifest_bytes,
    read_manifest,
    script_identity,
)

ENTRY = Entry("portrait/03.png", 3, "portrait", "ab" * 32)
MANIFEST = Manifest("../이야기.yaml", ("portrait", "1080x1350"), "hope", (ENTRY, Entry("01.png", 1, "wide", "0" * 64)))


def put(folder: Path, value: object) -> None:
    text = value if isinstance(value, bytes) else json.dumps(value).encode()
    (folder / MANIFEST_NAME).write_bytes(text)


def rule(folder: Path) -> str:
    with pytest.raises(CardnewsError) as caught:
        read_manifest(folder)
    (found,) = caught.value.findings
    assert found.place.path == str(folder / MANIFEST_NAME)
    return found.rule


def valid() -> Any:
    return json.loads(manifest_bytes(MANIFEST))


def test_bytes() -> None:
    lines = manifest_bytes(MANIFEST).decode().splitlines(keepends=True)
    assert lines[:8] == [
        "{\n",
        '  "cards": [\n',
        "    {\n",
        '      "file": "01.png",\n',
        f'      "sha256": "{"0" * 64}",\n',
        '      "size": "wide",\n',
        '      "slide": 1\n',
        "    },\n",
    ]
    assert lines[15:] == [
        '  "generator": "cardnews 0.1.0",\n',
        '  "script": "../이야기.yaml",\n',
        '  "sizes": [\n',
        '    "portrait",\n',
        '    "1080x1350"\n',
        "  ],\n",
        '  "theme": "hope",\n',
        '  "version": 1\n',
        "}\n",
    ]


def test_generator_is_the_version_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert MANIFEST.generator == f"cardnews {project['version']}"


def test_round_trip(tmp_path: Path) -> None:
    put(tmp_path, manifest_bytes(MANIFEST))
    back = read_manifest(tmp_path)
    assert back is not None
    assert manifest_bytes(back) == manifest_bytes(MANIFEST)


def test_what_a_card_was_painted_from_is_kept_where_it_is_known(tmp_path: Path) -> None:
    card = Entry("01.png", 1, "portrait", "0" * 64, "cd" * 32)
    put(tmp_path, manifest_bytes(Manifest("../a.yaml", ("portrait",), "hope", (card, ENTRY))))
    listed = json.loads((tmp_path / MANIFEST_NAME).read_bytes())["cards"]
    assert [one.get("frame") for one in listed] == ["cd" * 32, None]
    back = read_manifest(tmp_path)
    assert back is not None
    assert [one.frame for one in back.cards] == ["cd" * 32, ""]


def test_a_card_says_which_part_of_its_slide_it_shows(tmp_path: Path) -> None:
    card = Entry("04.png", 2, "square", "0" * 64, part=3)
    put(tmp_path, manifest_bytes(Manifest("../a.yaml", ("square",), "hope", (card,))))
    back = read_manifest(tmp_path)
    assert back is not None
    assert [(one.number, one.slide, one.part) for one in back.cards] == [(4, 2, 3)]


# A name that is no UTF-8 holds low surrogates (PEP 383), never a high one, which JSON would pair with them.
@given(script=st.text(alphabet=st.characters(exclude_categories=["Cs"])), theme=st.text())
def test_any_name_survives(tmp_path_factory: pytest.TempPathFactory, script: str, theme: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    put(folder, manifest_bytes(Manifest(script + "\udcff", (), theme)))
    assert read_manifest(folder) == Manifest(script + "\udcff", (), theme)


def test_names_of_cards() -> None:
    assert card_name(("portrait",), "portrait", 3, 10) == "03.png"
    assert card_name(("portrait",), "portrait", 3, 120) == "003.png"
    assert card_name(("portrait", "square"), "square", 12, 12) == "square/12.png"


def test_no_manifest(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert read_manifest(tmp_path) is None
    assert read_manifest(tmp_path / "nowhere") is None
    assert read_manifest(tmp_path / "file") is None


@pytest.mark.parametrize(
    "value",
    [
        b"",
        b"{",
        b"\xff\xfe{}",
        b"[" * 100_000,
        b"1" * 10_000,
        b'"' + b"x" * 8_000_000 + b'"',
        None,
        [],
        {},
        {"cards": [{"title": "somebody else's cards.json"}]},
    ],
)
def test_not_a_manifest(tmp_path: Path, value: object) -> None:
    put(tmp_path, value)
    assert rule(tmp_path) == "manifest-broken"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("file", "../01.png"),
        ("file", "/01.png"),
        ("file", "portrait/../01.png"),
        ("file", "portrait\\03.png"),
        ("file", "C:03.png"),
        ("file", "a/portrait/03.png"),
        ("file", "square/03.png"),
        ("file", "03.jpg"),
        ("file", "03.png\n"),
        ("file", "٠٣.png"),
        ("file", "3.png"),
        ("file", "02.png"),
        ("file", "03.old.png"),
        ("file", "cards.json"),
        ("file", "photo.png"),
        ("file", None),
        ("file", ["03.png"]),
        ("slide", 4),
        ("slide", True),
        ("slide", "3"),
        ("slide", 3.0),
        ("slide", None),
        ("size", ".."),
        ("size", "Portrait"),
        ("size", ""),
        ("size", 7),
        ("sha256", "ab"),
        ("sha256", "AB" * 32),
        ("sha256", None),
        ("frame", "ab"),
        ("frame", ""),
        ("frame", None),
        ("frame", 7),
    ],
)
def test_hostile_entry(tmp_path: Path, key: str, value: object) -> None:
    manifest = valid()
    manifest["cards"] = [{"file": "portrait/03.png", "size": "portrait", "slide": 3, "sha256": "ab" * 32, key: value}]
    put(tmp_path, manifest)
    assert rule(tmp_path) == "manifest-broken"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("version", 0),
        ("version", "1"),
        ("version", True),
        ("version", None),
        ("script", None),
        ("script", 1),
        ("theme", []),
        ("generator", {}),
        ("sizes", "portrait"),
        ("sizes", [".."]),
        ("sizes", [1]),
        ("cards", {}),
        ("cards", ["01.png"]),
        ("cards", [{"file": "01.png", "size": "a", "slide": 1, "sha256": "0" * 64}] * 2),
    ],
)
def test_hostile_head(tmp_path: Path, key: str, value: object) -> None:
    put(tmp_path, {**valid(), key: value})
    assert rule(tmp_path) == "manifest-broken"


def test_newer_manifest(tmp_path: Path) -> None:
    put(tmp_path, {"version": 2, "pictures": {}})
    assert rule(tmp_path) == "manifest-newer"


def as_folder(path: Path) -> None:
    path.mkdir()


def as_link(path: Path) -> None:
    target = path.with_name("elsewhere.json")
    target.write_bytes(manifest_bytes(MANIFEST))
    path.symlink_to(target)


@pytest.mark.parametrize("make", [as_folder, as_link, *([os.mkfifo] if hasattr(os, "mkfifo") else [])])
def test_not_a_plain_file(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / MANIFEST_NAME)
    assert rule(tmp_path) == "manifest-broken"


@pytest.mark.parametrize(
    ("script", "folder", "name"),
    [
        ("project/script.yaml", "project/out", "../script.yaml"),
        ("project/decks/a.yaml", "project/public/cards/a", "../../../decks/a.yaml"),
        ("project/script.yaml", "project", "script.yaml"),
        ("project/한글.yaml", "out", "../project/한글.yaml"),
    ],
)
def test_identity_is_the_way_from_the_folder(tmp_path: Path, script: str, folder: str, name: str) -> None:
    assert script_identity(tmp_path / script, tmp_path / folder) == name
    assert script_identity(tmp_path / "moved" / script, tmp_path / "moved" / folder) == name


def test_identity_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert script_identity(Path("script.yaml"), Path("out")) == "../script.yaml"
    assert script_identity(Path("script.yaml"), tmp_path / "out") == "../script.yaml"


def test_identity_sees_through_links(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert script_identity(tmp_path / "link/a.yaml", tmp_path / "real/out") == "../a.yaml"


def test_identity_does_not_spell_out_the_machine() -> None:
    root = Path(Path.cwd().anchor)
    assert script_identity(root / "home/kim/deck/script.yaml", root / "srv/cards") == "deck/script.yaml"
    assert script_identity(root / "script.yaml", root / "srv/cards") == "/script.yaml"


def test_identity_of_decomposed_hangul(tmp_path: Path) -> None:
    assert script_identity(tmp_path / normalize("NFD", "가.yaml"), tmp_path / "out") == "../\uac00.yaml"
