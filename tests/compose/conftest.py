"""Tiny layouts and themes on a canvas of 900 x 900 px, where one `u` is 10 px, set in the cell font."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardnews.compose.series import compose_size
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.script import parse_size
from cellfont import cell_book
from compose.tiny import THEME, Compose, Result


@pytest.fixture
def compose(tmp_path: Path) -> Compose:
    """Compose slides of the layout `probe` in theme `tiny`."""
    book = cell_book(tmp_path)

    def run(layout: str, *slides: str, size: str = "900x900", theme: str = "", roles: str = "") -> Result:
        for folder in ("layouts", "themes"):
            (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / "layouts" / "probe.yaml").write_text(layout, "utf-8")
        (tmp_path / "themes" / "tiny.yaml").write_text(THEME.replace("roles:\n", f"roles:\n{roles}") + theme, "utf-8")
        entries = "".join(f"  - {{layout: probe{', ' if slide else ''}{slide}}}\n" for slide in slides or ("",))
        (tmp_path / "script.yaml").write_text(f"theme: tiny\nslides:\n{entries}", "utf-8")
        shelf = Shelf(tmp_path)
        script = load_script(tmp_path / "script.yaml", shelf, "script.yaml")
        canvas = parse_size(size)
        assert canvas is not None
        composed = compose_size(script, canvas, shelf=shelf, book=book)
        return Result(composed.frames, (*script.findings, *composed.findings))

    return run
