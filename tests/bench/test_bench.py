"""The benchmark's two sides both draw ten cards of the flagship's size; nothing here asserts a time."""

from __future__ import annotations

import os
import runpy
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="no wait4 here")
def test_both_sides_draw_ten_cards(tmp_path: Path) -> None:
    bench = runpy.run_path(str(HERE / "run.py"))
    for side in ("cardnews", "baseline"):
        spent = bench["cost"](bench[side](tmp_path))
        assert spent.wall > 0 and spent.cpu > 0 and spent.memory > 0
        headers = {path.read_bytes()[16:24] for path in (tmp_path / side).glob("*.png")}
        assert headers == {(1080).to_bytes(4, "big") + (1350).to_bytes(4, "big")}
        assert len(list((tmp_path / side).glob("*.png"))) == 10
