"""What several tests need: small scripts in a folder of their own, and the example that ships."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["goldens"]
# How long an example takes says more about the machine than about the code.
settings.register_profile("any-machine", deadline=None)
settings.load_profile("any-machine")
# Nor is what its user keeps for all scripts anything that tests may find. Test modules read layouts when imported.
os.environ["CARDNEWS_HOME"] = str(Path(tempfile.gettempdir()) / "no-such-cardnews-home")
ROOT = Path(__file__).resolve().parent.parent
WriteScript = Callable[..., Path]


@pytest.fixture
def write_script(tmp_path: Path) -> WriteScript:
    """Write a script of these lines and give its path."""

    def write(*lines: str, name: str = "script.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", "utf-8")
        return path

    return write


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of one test."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("CARDNEWS_HOME", str(folder))
    return folder


@pytest.fixture
def governance(tmp_path: Path) -> Path:
    """A copy of the flagship's script."""
    folder = tmp_path / "governance"
    shutil.copytree(ROOT / "examples" / "governance", folder, ignore=shutil.ignore_patterns("out"))
    return folder / "script.yaml"
