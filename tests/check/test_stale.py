"""Cards that are not what the script says today."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from PIL import Image

from cardnews import render
from cardnews.check import check
from cardnews.errors import Finding

SCRIPT = (
    "brand: 동네한마디\nslides:\n  - layout: cover\n    title: 우리 동네\n    photo: town.jpg\n"
    "  - 둘째 말\n  - layout: closing\n    title: 끝\n    link: https://example.org/a\n"
)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A script whose cards are made."""
    Image.new("RGB", (1200, 1600), "#446688").save(tmp_path / "town.jpg")
    path = tmp_path / "script.yaml"
    path.write_text(SCRIPT, "utf-8")
    assert render(path).made == 3
    return path


def stale(script: Path, **options: object) -> tuple[Finding, ...]:
    return check(script, select=["stale-output"], pixels=False, **options).findings  # type: ignore[arg-type]


def files(script: Path, **options: object) -> str:
    found = stale(script, **options)
    return dict(found[0].values)["files"] if found else ""


def edit(script: Path, old: str, new: str) -> None:
    text = script.read_text("utf-8")
    assert old in text
    script.write_text(text.replace(old, new), "utf-8")


def test_fresh_cards_are_as_they_should(made: Path) -> None:
    assert stale(made) == ()
    edit(made, "slides:", "# 설명글이 바뀌었습니다\nslides:")
    assert stale(made) == ()
    os.utime(made)
    assert stale(made) == ()
    # Whether the cards are painted for other rules makes no difference.
    assert check(made, select=["stale-output", "low-contrast"]).findings == ()


def test_a_changed_word_makes_its_card_old(made: Path) -> None:
    edit(made, "둘째 말", "둘째 이야기")
    (item,) = stale(made)
    assert item.place.path == str(made.parent / "out")
    assert item.message("en") == (
        "cards here that are not what the script says today: 1 (02.png); run `cardnews render` again"
    )
    render(made)
    assert stale(made) == ()


def test_a_changed_brand_makes_all_old(made: Path) -> None:
    edit(made, "동네한마디", "옆 동네")
    assert files(made) == "01.png, 02.png, 03.png"


def test_a_changed_picture_link_or_theme(made: Path) -> None:
    Image.new("RGB", (1200, 1600), "#884422").save(made.parent / "town.jpg")
    edit(made, "example.org/a", "example.org/b")
    assert files(made) == "01.png, 03.png"


def test_a_layout_of_the_authors_own(made: Path) -> None:
    folder = made.parent / "layouts"
    folder.mkdir()
    (folder / "statement.yaml").write_text(
        "plain: text\nfields: {text: {type: text, required: true}}\nbody: {column: [{text: text, role: h2}]}\n", "utf-8"
    )
    assert files(made) == "02.png"


def test_slides_more_and_fewer(made: Path) -> None:
    edit(made, "  - layout: closing\n", "  - 셋째 말\n  - layout: closing\n")
    assert "04.png" in files(made)
    render(made)
    edit(made, "  - 셋째 말\n", "")
    assert "04.png" in files(made)


def test_a_card_that_is_gone(made: Path) -> None:
    (made.parent / "out" / "02.png").unlink()
    assert files(made) == "02.png"


def test_sizes_that_were_never_made_are_not_old(made: Path) -> None:
    assert stale(made, sizes=["square"]) == ()
    assert stale(made, sizes=["portrait", "square"]) == ()


def test_cards_of_several_sizes(made: Path) -> None:
    edit(made, "brand:", "size: [portrait, square]\nbrand:")
    render(made)
    edit(made, "둘째 말", "둘째 이야기")
    assert files(made) == "portrait/02.png, square/02.png"


def test_where_the_cards_are(made: Path, tmp_path: Path) -> None:
    render(made, tmp_path / "cards")
    edit(made, "둘째 말", "둘째 이야기")
    assert files(made, out=tmp_path / "cards") == "02.png"
    assert stale(made, out=tmp_path / "none") == ()


def test_scripts_that_share_a_folder(made: Path) -> None:
    other = made.with_name("other.yaml")
    other.write_text("slides:\n  - 다른 말\n", "utf-8")
    render(other, made.parent / "out" / "other")
    assert stale(other) == ()
    edit(other, "다른 말", "또 다른 말")
    assert files(other) == "01.png"
    assert stale(made) == ()


def test_other_peoples_folders_say_nothing(made: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_text("slides:\n  - 남의 말\n", "utf-8")
    assert stale(copy) == ()
    (tmp_path / "out" / "cards.json").write_text("{", "utf-8")
    assert stale(made) == ()


def test_the_clock_decides_where_an_older_program_said_nothing(made: Path) -> None:
    manifest = made.parent / "out" / "cards.json"
    value = json.loads(manifest.read_bytes())
    for card in value["cards"]:
        del card["frame"]
    manifest.write_text(json.dumps(value), "utf-8")
    now = manifest.stat().st_mtime
    os.utime(made, (now - 60, now - 60))
    os.utime(made.parent / "town.jpg", (now - 60, now - 60))
    assert stale(made) == ()
    os.utime(made, (now + 60, now + 60))
    assert files(made) == "01.png, 02.png, 03.png"
    render(made)
    assert stale(made) == ()
