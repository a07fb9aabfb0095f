"""Files beside a script and in the user's folder: found by either spelling of Hangul, and never outside either."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from cardnews.assets import Kind, Library, as_spelled, user_folder
from cardnews.errors import CardnewsError
from cardnews.library import Shelf

NAME = "사진"


@pytest.mark.parametrize(
    ("kind", "own", "file"),
    [("art", "art", "mine.svg"), ("layout", "layouts", "mine.yaml"), ("theme", "themes", "mine.yaml")],
)
def test_a_linked_folder_does_not_lead_out_of_the_scripts(tmp_path: Path, kind: Kind, own: str, file: str) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "script"
    outside.mkdir()
    folder.mkdir()
    (outside / file).write_text("secret", "utf-8")
    (folder / own).symlink_to(outside, target_is_directory=True)
    library = Library(folder)
    assert library.find(kind, "mine") is None
    assert "mine" not in library.names(kind)
    (folder / own).unlink()
    (folder / own).mkdir()
    (folder / own / file).symlink_to(outside / file)
    assert library.find(kind, "mine") is None


def test_a_linked_folder_inside_the_scripts_is_fine(tmp_path: Path) -> None:
    (tmp_path / "drawings").mkdir()
    (tmp_path / "drawings" / "mine.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "art").symlink_to("drawings", target_is_directory=True)
    assert Library(tmp_path).find("art", "mine") == tmp_path / "art" / "mine.svg"


def test_shipped_files_are_found_without_a_folder_and_with_one(tmp_path: Path) -> None:
    assert Library().find("layout", "cover") == Library(tmp_path).find("layout", "cover") is not None


def test_a_shipped_layout_has_its_arrangement_in_a_theme_wherever_it_is_tried_from() -> None:
    cover = Library().find("layout", "cover")
    assert cover is not None
    arranged = Library().variant("cover", "bold", cover)
    assert arranged == cover.parent / "themes" / "bold" / "cover.yaml"
    assert Library(cover.parent.parent).variant("cover", "bold", cover) == arranged


def test_a_shipped_theme_does_not_arrange_a_layout_of_the_authors(tmp_path: Path) -> None:
    own = tmp_path / "layouts" / "cover.yaml"
    own.parent.mkdir()
    own.write_text("body: {column: []}", "utf-8")
    assert Library(tmp_path).variant("cover", "bold", own) is None


# -- the user's folder ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {"CARDNEWS_HOME": "/my/cards", "XDG_DATA_HOME": "/data"}, "/my/cards"),
        ("linux", {"CARDNEWS_HOME": "~/cards"}, "/home/me/cards"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/cardnews"),
        ("linux", {"CARDNEWS_HOME": "", "XDG_DATA_HOME": ""}, "/home/me/.local/share/cardnews"),
        ("linux", {"XDG_DATA_HOME": "data"}, "/home/me/.local/share/cardnews"),
        ("darwin", {"XDG_DATA_HOME": "/data"}, "/home/me/Library/Application Support/cardnews"),
        ("win32", {"APPDATA": "/roaming"}, "/roaming/cardnews"),
        ("win32", {}, "/home/me/AppData/Roaming/cardnews"),
    ],
)
def test_where_a_users_folder_is(
    monkeypatch: pytest.MonkeyPatch, platform: str, environ: dict[str, str], folder: str
) -> None:
    monkeypatch.setenv("HOME", "/home/me")
    monkeypatch.setattr(Path, "home", lambda: Path("/home/me"))
    assert user_folder(environ, platform) == Path(folder)


def test_a_user_without_a_home_has_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", nowhere)
    assert user_folder({}, "linux") is None
    assert Library(None, None).find("layout", "cover") is not None


LAYOUT = "names: {{ko: {0}}}\nfields: {{title: {{type: text}}}}\nbody: {{text: title}}\n"


def test_the_users_files_stand_between_the_scripts_and_the_shipped(tmp_path: Path, home: Path) -> None:
    for root, names in ((home, ("cover", "closing", "mine")), (tmp_path, ("closing",))):
        (root / "layouts").mkdir()
        for name in names:
            (root / "layouts" / f"{name}.yaml").write_text(LAYOUT.format(root.name), "utf-8")
    shelf = Shelf(tmp_path)
    found = [shelf.library.find("layout", name) for name in ("closing", "cover", "mine")]
    assert found == [
        tmp_path / "layouts" / "closing.yaml",
        home / "layouts" / "cover.yaml",
        home / "layouts" / "mine.yaml",
    ]
    assert "mine" in shelf.layout_names()
    assert Shelf().layout("mine") == shelf.layout("mine") is not None


def test_themes_and_drawings_may_be_the_users(home: Path) -> None:
    shipped = Shelf().library.find("theme", "hope")
    assert shipped is not None
    for folder in ("themes", "art"):
        (home / folder).mkdir()
    (home / "themes" / "night.yaml").write_bytes(shipped.read_bytes())
    (home / "art" / "rose.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', "utf-8")
    shelf = Shelf()
    assert shelf.theme("night") is not None
    assert shelf.drawing("rose") is not None
    assert {"night", "rose"} <= {*shelf.names("theme"), *shelf.names("art")}


def test_a_mistake_in_a_users_file_names_its_path(home: Path) -> None:
    (home / "layouts").mkdir()
    (home / "layouts" / "mine.yaml").write_text("body: [\n", "utf-8")
    with pytest.raises(CardnewsError) as refused:
        Shelf().layout("mine")
    assert refused.value.findings[0].place.path == str(home / "layouts" / "mine.yaml")


def test_a_users_folder_may_be_a_link_but_nothing_in_it_leads_out(tmp_path: Path, home: Path) -> None:
    outside, real = tmp_path / "outside", tmp_path / "real"
    (real / "art").mkdir(parents=True)
    outside.mkdir()
    (outside / "mine.yaml").write_text(LAYOUT.format("나"), "utf-8")
    (real / "art" / "rose.svg").write_text("<svg/>", "utf-8")
    (real / "layouts").symlink_to(outside, target_is_directory=True)
    home.rmdir()
    home.symlink_to(real, target_is_directory=True)
    library = Library()
    assert library.find("art", "rose") == home / "art" / "rose.svg"
    assert library.find("layout", "mine") is None
    assert "mine" not in library.names("layout")


def test_a_users_folder_that_is_no_folder_is_nobodys_trouble(home: Path) -> None:
    home.rmdir()
    home.write_text("", "utf-8")
    assert Library().find("layout", "cover") is not None
    assert "cover" in Library().names("layout")


@pytest.mark.parametrize(("stored", "asked"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_either_spelling_of_hangul_finds_the_other(tmp_path: Path, stored: str, asked: str) -> None:
    there, name = normalize(stored, NAME), normalize(asked, NAME)  # type: ignore[arg-type]
    (tmp_path / "art").mkdir()
    (tmp_path / "art" / f"{there}.svg").write_text("<svg/>", "utf-8")
    library = Library(tmp_path)
    found = library.find("art", name)
    assert found is not None
    assert found.is_file()
    assert NAME in library.names("art")


def test_a_folder_may_be_spelled_apart_too(tmp_path: Path) -> None:
    folder = tmp_path / normalize("NFD", "그림")
    folder.mkdir()
    (folder / f"{normalize('NFD', NAME)}.png").write_bytes(b"")
    assert as_spelled(tmp_path, f"그림/{NAME}.png").is_file()
    assert as_spelled(tmp_path, "그림/없음.png") == tmp_path / "그림" / "없음.png"


def test_a_theme_arranges_shipped_layouts_wherever_the_script_lies(tmp_path: Path) -> None:
    shelf = Shelf()
    theme, layout = shelf.theme("data"), shelf.layout("list")
    assert theme is not None and layout is not None
    arranged = layout.path.parent / "themes" / "data" / "list.yaml"
    for folder in (None, tmp_path, layout.path.parent.parent):
        assert Library(folder).variant("list", "data", layout.path) == arranged


def test_a_shipped_theme_leaves_layouts_of_the_authors_alone(tmp_path: Path) -> None:
    own = tmp_path / "layouts" / "list.yaml"
    assert Library(tmp_path).variant("list", "data", own) is None
