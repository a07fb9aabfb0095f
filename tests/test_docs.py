"""The READMEs tell the truth: their generated parts are current, their pictures exist, their examples run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from cardnews.layout import Field, Layout
from cardnews.library import Shelf

ROOT = Path(__file__).resolve().parent.parent
READMES = {"en": ROOT / "README.md", "ko": ROOT / "README.ko.md"}


def layout_rows(language: str) -> str:
    """One table row per layout: its names, and its fields with the required ones in bold."""
    shelf = Shelf()
    heads = {"en": "| layout | fields (required ones in bold) |", "ko": "| 레이아웃 | 필드 (굵은 것은 꼭 필요) |"}
    rows = [heads[language], "|---|---|"]
    for name in shelf.names("layout"):
        layout = shelf.layout(name)
        assert layout is not None
        rows.append(f"| `{name}`{_other_name(layout, language)} | {', '.join(map(_field, layout.fields))} |")
    return "\n".join(rows)


def _other_name(layout: Layout, language: str) -> str:
    called = dict(layout.names)
    return f" · {called['ko']} · {called['en']}" if language == "en" else f" · {called['ko']}"


def _field(field: Field) -> str:
    korean = dict(field.label).get("ko", "")
    text = f"{field.name} {korean}".strip()
    named = [item for item in field.of if item.name]
    if field.required:
        text = f"**{text}**"
    if field.options:
        text += f" ({' / '.join(field.options)})"
    if field.type == "list":
        items = f": {', '.join(map(_field, named))}" if named else ""
        low, high = field.count or (0, 200)
        text += f" ({low}–{high}{items})"
    return text


def help_block(language: str) -> str:
    """What `cardnews render --help` prints."""
    command = [sys.executable, "-m", "cardnews", "render", "--help"]
    environment = {"CARDNEWS_LANG": language, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=environment)
    return "```text\n" + done.stdout.decode("utf-8").rstrip() + "\n```"


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("part", ["layouts", "help"])
def test_generated_parts_are_current(language: str, part: str, request: pytest.FixtureRequest) -> None:
    path = READMES[language]
    readme = path.read_text("utf-8")
    made = layout_rows(language) if part == "layouts" else help_block(language)
    block = f"<!-- {part} -->\n\n{made}\n\n<!-- /{part} -->"
    current = re.search(rf"<!-- {part} -->.*?<!-- /{part} -->", readme, re.DOTALL)
    if current is not None and current[0] == block:
        return
    if request.config.getoption("--accept"):
        pattern = rf"<!-- {part} -->(?:.*?<!-- /{part} -->)?"
        path.write_text(re.sub(pattern, lambda _: block, readme, count=1, flags=re.DOTALL), "utf-8")
        return
    pytest.fail(f"the {part} of {path.name} are not current (--accept rewrites them)")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_pictures_and_links_exist(language: str) -> None:
    readme = READMES[language].read_text("utf-8")
    targets = re.findall(r'src="([^"]+)"|\]\(([^)#]+)\)', readme)
    files = [one or two for one, two in targets if not (one or two).startswith("http")]
    assert files
    assert [name for name in files if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_script_of_the_readme_renders(language: str, tmp_path: Path) -> None:
    from cardnews import render

    blocks = re.findall(r"```yaml\n(title:.*?)```", READMES[language].read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 1
    script = tmp_path / "script.yaml"
    script.write_text(blocks[0], "utf-8")
    report = render(script)
    assert [finding.format() for finding in report.findings if finding.severity != "info"] == []
    assert len(report.cards) == 4 * 3


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_library_example_of_the_readme_runs(language: str, tmp_path: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", READMES[language].read_text("utf-8"), re.DOTALL)
    code = "\n".join(blocks).replace("/tmp/cards", str(tmp_path / "cards"))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert done.stdout.decode().startswith("10 of 10 ")


def test_the_test_command_is_the_one_of_ci() -> None:
    command = "-m pytest"
    assert all(f".venv/bin/python {command}\n" in path.read_text("utf-8") for path in READMES.values())
    assert command in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_pictures_of_the_example_are_current(tmp_path: Path) -> None:
    """The committed cards are what the command makes today; each channel may differ by 2 on another platform."""
    from PIL import Image, ImageChops

    from cardnews import render

    report = render(ROOT / "examples" / "governance" / "script.yaml", tmp_path)
    committed = ROOT / "examples" / "governance" / "cards"
    assert sorted(path.name for path in committed.glob("*.png")) == sorted(path.name for path in report.cards)
    for path in report.cards:
        with Image.open(path) as made, Image.open(committed / path.name) as kept:
            assert made.size == kept.size
            extrema = ImageChops.difference(made.convert("RGB"), kept.convert("RGB")).getextrema()
        largest = max(high for _, high in extrema)  # type: ignore[misc]
        assert largest <= 2, f"{path.name} differs by {largest}: render the example into cards/ and look at it"
