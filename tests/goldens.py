"""Golden files: compared by `golden`, rewritten by `--accept`, and none may lie about that no test claims.

A test module names the folders of `tests/golden/` that are its own: `GOLDENS = ("frames",)`.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

ROOT = Path(__file__).resolve().parent / "golden"
_MOST_LINES = 40


class Golden:
    """The golden files of one run: which were claimed, rewritten, or belong to nobody."""

    def __init__(self, accept: bool) -> None:
        self.accept = accept
        self.claimed: set[Path] = set()
        self.written: list[str] = []
        self.unclaimed: list[str] = []
        self.partial = False
        self.folders: set[str] = set()

    def text(self, name: str, actual: str) -> None:
        """`actual` must be the text of the golden file `name`."""
        path = self._claim(name)
        expected = path.read_text("utf-8") if path.is_file() else ""
        if actual == expected:
            return
        if self.accept:
            self._write(path, actual.encode())
            return
        lines = list(difflib.unified_diff(expected.splitlines(), actual.splitlines(), name, "now", lineterm="", n=1))
        more = [f"... {len(lines) - _MOST_LINES} lines more"] if len(lines) > _MOST_LINES else []
        pytest.fail("\n".join([*lines[:_MOST_LINES], *more, "(--accept rewrites it)"]), pytrace=False)

    def picture(self, name: str, actual: Image.Image, most: int = 2) -> None:
        """`actual` must have the size of the golden picture `name` and differ by `most` at most in any channel."""
        path = self._claim(name)
        said = f"there is no {name}"
        if path.is_file():
            with Image.open(path) as opened:
                expected = opened.convert("RGB")
            said = f"{name} is {expected.size}, now {actual.size}"
            if expected.size == actual.size:
                difference = ImageChops.difference(expected, actual)
                largest = max(int(high) for _, high in difference.getextrema())  # type: ignore[misc]
                if largest <= most:
                    return
                mask = difference.convert("L").point(lambda value: 255 if value > most else 0)
                said = f"{name} differs by {largest} in {mask.getbbox()}"
        if self.accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            actual.save(path, optimize=True)
            self.written.append(name)
            return
        pytest.fail(f"{said} (--accept rewrites it)", pytrace=False)

    def _claim(self, name: str) -> Path:
        path = ROOT / name
        self.claimed.add(path)
        return path

    def _write(self, path: Path, data: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.written.append(str(path.relative_to(ROOT)))

    def finish(self) -> None:
        """Find the files that nobody claimed, and remove them where goldens are being accepted."""
        if self.partial:
            return
        for folder in sorted(self.folders):
            for path in sorted((ROOT / folder).rglob("*")):
                if path.is_file() and path not in self.claimed:
                    self.unclaimed.append(str(path.relative_to(ROOT)))
                    if self.accept:
                        path.unlink()


_KEY = pytest.StashKey[Golden]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden files that differ")


def pytest_configure(config: pytest.Config) -> None:
    accept = bool(config.getoption("--accept"))
    if accept and os.environ.get("CI"):
        raise pytest.UsageError("--accept is refused where CI is set: goldens are accepted by people who look at them")
    config.stash[_KEY] = Golden(accept)
    if config.pluginmanager.has_plugin("xdist"):
        config.pluginmanager.register(_Gathering())


def pytest_deselected(items: list[pytest.Item]) -> None:
    for item in items:
        item.config.stash[_KEY].partial = True


def pytest_collection_finish(session: pytest.Session) -> None:
    golden = session.config.stash[_KEY]
    golden.partial |= any("::" in argument for argument in session.config.args)
    golden.partial |= bool(session.config.getoption("--maxfail"))
    golden.partial |= bool(session.config.getoption("--collect-only"))
    for item in session.items:
        if isinstance(item, pytest.Function):
            golden.folders.update(getattr(item.module, "GOLDENS", ()))


class _Gathering:
    """The process that hands tests out hears from every other, as it ends, which golden files its tests claimed."""

    def pytest_testnodedown(self, node: Any, error: object) -> None:
        golden, told = node.config.stash[_KEY], getattr(node, "workeroutput", {}).get("golden")
        if told is None:
            golden.partial = True
            return
        golden.partial |= told["partial"]
        golden.folders.update(told["folders"])
        golden.claimed.update(map(Path, told["claimed"]))
        golden.written += told["written"]


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    golden = session.config.stash[_KEY]
    if exitstatus not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        golden.partial = True
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["golden"] = {
            "partial": golden.partial,
            "folders": sorted(golden.folders),
            "claimed": sorted(map(str, golden.claimed)),
            "written": golden.written,
        }
        return
    golden.finish()
    if golden.unclaimed and not golden.accept and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    golden = config.stash[_KEY]
    for name in golden.written:
        terminalreporter.write_line(f"accepted tests/golden/{name}")
    for name in golden.unclaimed:
        word = "removed" if golden.accept else "FAILED: no test claims"
        terminalreporter.write_line(f"{word} tests/golden/{name}", red=not golden.accept)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Iterator[Golden]:
    """The golden files of this run."""
    yield request.config.stash[_KEY]
