"""The benchmarks of checking and of decks run the commands that they say; nothing here asserts a time."""

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


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="no wait4 here")
def test_decks_are_measured_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(HERE), *sys.path])
    bench = runpy.run_path(str(HERE / "decks.py"))
    posters = [path for path in bench["DECKS"] if path.parent.name == "posters"]
    for way in (bench["warm"], bench["cold"](*bench["THREE"])):
        found = bench["rounds"](1, way, posters)
        assert all(clock > 0 and computing > 0 for clock, computing in found["posters"])
    assert bench["DECKS"][0].parent.name == "governance" and len(bench["DECKS"]) > len(posters)
