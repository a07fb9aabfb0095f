"""The decks of `examples/`: each makes its cards in three sizes without a mistake, in a theme of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardnews import check, compose, read_script
from cardnews.compose.series import compose_size
from cardnews.errors import Severity
from cardnews.script import SIZES, Size

ROOT = Path(__file__).resolve().parent.parent
DECKS = sorted((ROOT / "examples").glob("*/script.yaml"))


@pytest.mark.parametrize("size", ["portrait", "square", "story"])
@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.parent.name)
def test_a_deck_makes_its_cards(path: Path, size: str) -> None:
    script = read_script(path)
    composed = compose_size(script, Size(size, *SIZES[size]))
    assert [item.format() for item in composed.findings if item.severity is Severity.ERROR] == []
    assert len(composed.frames) >= len(script.slides) and not composed.failed
    assert len(compose(script, size)) == len(composed.frames)


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.parent.name)
def test_a_deck_has_nothing_for_the_checks_to_mend(path: Path) -> None:
    found = check(path, sizes=["portrait"], ignore=["stale-output"]).findings
    assert [item.format() for item in found if item.severity is not Severity.INFO] == []


def test_the_decks_show_every_theme() -> None:
    assert {read_script(path).theme for path in DECKS} == {"hope", "editorial", "data", "photo", "bold"}
    assert len(DECKS) >= 6
