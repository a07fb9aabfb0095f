"""A preview with its browser, started once for the tests that share them; skipped only where there is no Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from preview.served import CHROMIUM, DRIVER, Browser, Served, ten_cards


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None or DRIVER is None:
        pytest.skip("no Chromium with its chromedriver is installed (Debian: apt-get install chromium chromium-driver)")
    with Browser(prefers_reduced_motion="reduce") as started:
        yield started


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview of ten cards that tests may edit, and put back."""
    with Served(ten_cards(tmp_path_factory.mktemp("shared"))) as served:
        yield served


@pytest.fixture
def served(shared: Served) -> Iterator[Served]:
    """The shared preview; its script is put back afterwards."""
    text = shared.script.read_text("utf-8")
    yield shared
    shared.script.write_text(text, "utf-8")


SHORT = """\
brand: 동네한마디
slides:
  - layout: cover
    title: 골목이 달라졌어요
  - layout: statement
    text: 벤치 하나가 놓였습니다
  - layout: statement
    text: 이웃이 앉아 인사를 나눕니다
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A script of three slides in a folder of its own."""
    path = tmp_path / "script.yaml"
    path.write_text(SHORT, "utf-8")
    return path
