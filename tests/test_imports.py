"""Imports point down: every module may import its own rank and those below, also where only types need it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "cardnews"
RANKS = (
    "cli __main__",
    "__init__",
    "preview gate",
    "batch",
    "draft tidy jsonschema samples layoutlist gallery",
    "render inspection arguments check brandkit brandcolors brandshades fontlist fontcheck",
    "export paint",
    "compose",
    "text",
    "reader slidereader settingreader imagereader includereader amountreader fields script values "
    "library themereader theme layout extension themetree suits boxnames boxreader "
    "boxtree "
    "adaptreader adaptation drawing logos picturefile svg",
    "schema diagnostics",
    "source",
    "errors messages keyboard geometry color oklab assets amount",
)
RANK = {room: rank for rank, rooms in enumerate(RANKS) for room in rooms.split()}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(module: str) -> str:
    """`cardnews.paint.painter` lies in `paint`, `cardnews` in `__init__`."""
    return [*module.split("."), "__init__"][1]


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(source: str) -> Iterator[tuple[int, str]]:
    """Line and module of every import of the package, wherever in the file it stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: relative import"
            if node.module == "cardnews":
                for alias in node.names:
                    inside = (PACKAGE / alias.name).is_dir() or (PACKAGE / f"{alias.name}.py").is_file()
                    yield node.lineno, f"cardnews.{alias.name}" if inside else "cardnews"
            else:
                yield node.lineno, node.module or ""
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path: Path) -> None:
    own = room_of(name_of(path))
    assert own in RANK, f"give the room `{own}` a rank"
    wrong = [
        f"{path.relative_to(PACKAGE.parent)}:{line}: {own} imports {module}"
        for line, module in imports_of(path.read_text("utf-8"))
        if module.split(".")[0] == "cardnews" and RANK[room_of(module)] < RANK[own]
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_knows_click(path: Path) -> None:
    modules = {module.split(".")[0] for _, module in imports_of(path.read_text("utf-8"))}
    assert "click" not in modules or room_of(name_of(path)) == "cli"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_an_edge_that_points_up_is_seen() -> None:
    source = "if TYPE_CHECKING:\n    from cardnews.compose.frame import Line\ndef f():\n    import cardnews.cli"
    assert [(line, RANK[room_of(module)] < RANK["text"]) for line, module in imports_of(source)] == [
        (2, True),
        (4, True),
    ]
