"""The wheel: what is in it, how large it is, and ten cards from a clean environment outside the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from conftest import ROOT

pytestmark = pytest.mark.slow
LARGEST = 25_000_000


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    # Whatever points Python at the checkout would make the clean environment less clean.
    environ = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, cwd=cwd, env=environ, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_all_data_once_and_no_tools(wheel: Path) -> None:
    assert wheel.stat().st_size <= LARGEST
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names))
    assert "cardnews/py.typed" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    for folder in ("layouts", "fonts"):
        here = {
            f"cardnews/data/{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and path.suffix not in (".py", ".pyc")
        }
        assert {name for name in names if name.startswith(f"cardnews/data/{folder}/")} == here
    own = {path.relative_to(ROOT).as_posix() for path in (ROOT / "cardnews").rglob("*.py")}
    assert {name for name in names if name.endswith(".py")} == own
    assert all(name.startswith("cardnews/") or ".dist-info/" in name for name in names)


def test_ten_cards_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    commands = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(commands / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    deck = tmp_path / "deck"
    shutil.copytree(ROOT / "examples" / "governance", deck, ignore=shutil.ignore_patterns("out"))
    said = run(commands / "cardnews", "render", deck / "script.yaml", cwd=tmp_path)
    assert said == f"10 cards in {deck / 'out'}\n"
    cards = sorted((deck / "out").glob("*.png"))
    assert [card.name for card in cards] == [f"{number:02d}.png" for number in range(1, 11)]
    for card in cards:
        header = card.read_bytes()[:24]
        assert header[:8] == b"\x89PNG\r\n\x1a\n"
        assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (1080, 1350)
    where = run(commands / "python", "-c", "import cardnews; print(cardnews.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(tmp_path)
