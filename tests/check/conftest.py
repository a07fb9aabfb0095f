"""Scripts to check: of the shipped layouts, or of a layout of bare boxes set in the cell font."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cardnews.check import check
from cardnews.errors import Finding
from cellfont import cell_book
from compose.tiny import THEME

Found = tuple[Finding, ...]
CheckScript = Callable[..., Found]
Probe = Callable[..., Found]


@pytest.fixture
def check_script(tmp_path: Path) -> CheckScript:
    """What `check` finds in a script of these lines; only rules of the given ids, without painting."""

    def run(*lines: str, only: str = "*", **options: Any) -> Found:
        path = tmp_path / "script.yaml"
        path.write_text("\n".join(lines) + "\n", "utf-8")
        return check(path, select=only.split(), **({"pixels": False} | options)).findings

    return run


@pytest.fixture
def probe(tmp_path: Path) -> Probe:
    """What `check` finds on cards of one layout without margins; a canvas of 900 px makes `u` 10 px."""
    book = cell_book(tmp_path)

    def run(
        layout: str,
        *slides: str,
        only: str,
        size: str = "900x900",
        head: str = "",
        theme: str = "",
        roles: str = "",
        grounds: str = "",
        repeat: bool = False,
        **options: Any,
    ) -> Found:
        for folder in ("layouts", "themes"):
            (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / "layouts" / "probe.yaml").write_text(layout, "utf-8")
        own = THEME.replace("roles:\n", f"roles:\n{roles}").replace("grounds:\n", f"grounds:\n{grounds}")
        own = own.replace("[light, dark]", "[light, dark, faint]") if grounds else own
        own = own.replace("repeat: never", "repeat: allowed") if repeat else own
        (tmp_path / "themes" / "tiny.yaml").write_text(own + theme, "utf-8")
        entries = "".join(f"  - {{layout: probe, {slide}}}\n" for slide in slides)
        (tmp_path / "script.yaml").write_text(f"theme: tiny\n{head}slides:\n{entries}", "utf-8")
        sizes = size.split()
        found = check(tmp_path / "script.yaml", sizes=sizes, select=only.split(), book=book, **options).findings
        return tuple(found)

    return run


def ids(found: Found) -> list[str]:
    return [item.id for item in found]


def spots(found: Found) -> list[tuple[str, int, int]]:
    """Id, line and column of each finding."""
    return [(item.id, item.place.line, item.place.column) for item in found]


def value(item: Finding, name: str) -> str:
    """What fills a blank of the finding's message."""
    return dict(item.values)[name]
