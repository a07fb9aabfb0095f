"""The benchmark of checking runs the commands that it says; nothing here asserts a time."""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="no wait4 here")
def test_all_three_commands_end_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(HERE), *sys.path])
    bench = runpy.run_path(str(HERE / "check_share.py"))
    found = bench["rounds"](1)
    assert bench["share"](found) > 0
    assert all(one.wall > 0 for one in found[0])
