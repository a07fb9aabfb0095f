"""The READMEs tell the truth: their generated parts are current, their pictures exist, their examples run.

What is generated is rewritten by `python -m pytest tests/test_docs.py --accept`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from cardnews import render
from cardnews.errors import Language
from cardnews.layoutlist import find_layout
from cardnews.library import Shelf
from cardnews.script import SIZES
from docparts import (
    DECKS,
    GALLERY,
    GENERATED,
    OWN,
    READMES,
    REFERENCES,
    ROOT,
    draw_decks,
    draw_gallery,
    draw_own,
    field_reference,
    write_files,
    written_files,
)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("part", GENERATED)
def test_generated_parts_are_current(language: Language, part: str, request: pytest.FixtureRequest) -> None:
    path = READMES[language]
    readme = path.read_text("utf-8")
    made = GENERATED[part](language)
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
def test_the_field_reference_is_current(language: Language, request: pytest.FixtureRequest) -> None:
    path, made = REFERENCES[language], field_reference(language)
    if path.is_file() and path.read_text("utf-8") == made:
        return
    if request.config.getoption("--accept"):
        path.write_text(made, "utf-8")
        return
    pytest.fail(f"{path.name} is not current (--accept rewrites it)")


@pytest.mark.parametrize("path", [GALLERY, OWN, DECKS], ids=lambda path: path.stem)
def test_the_pictures_of_the_layouts_are_current(path: Path, request: pytest.FixtureRequest) -> None:
    """The same pixels where the platform is the same; elsewhere a few of 256 colors may be others."""
    made = {GALLERY: draw_gallery, OWN: lambda: draw_own("en"), DECKS: draw_decks}[path]()
    accept = request.config.getoption("--accept")
    if path.is_file():
        with Image.open(path) as kept:
            if kept.size == made.size and largest_difference(kept, made) <= (0 if accept else 12):
                return
    if accept:
        made.save(path, optimize=True)
        return
    pytest.fail(f"{path.name} is not current (--accept paints it anew; look at it)")


def largest_difference(one: Image.Image, two: Image.Image) -> int:
    """Of any channel, at a quarter of the size."""
    extrema = ImageChops.difference(one.convert("RGB").reduce(4), two.convert("RGB").reduce(4)).getextrema()
    return max(int(high) for _, high in extrema)  # type: ignore[misc]


def test_the_pictures_of_the_documents_are_small() -> None:
    assert all(path.stat().st_size < 500_000 for path in (GALLERY, OWN, DECKS))


@pytest.mark.parametrize("document", [*READMES.values(), *REFERENCES.values()], ids=lambda path: path.name)
def test_pictures_and_links_exist(document: Path) -> None:
    targets = re.findall(r'src="([^"]+)"|\]\(([^)#]+)\)', document.read_text("utf-8"))
    files = [one or two for one, two in targets if not (one or two).startswith("http")]
    assert files
    assert [name for name in files if not (document.parent / name).exists()] == []


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_step_of_the_own_layout_renders(language: Language, tmp_path: Path) -> None:
    steps = [files for files in written_files(language) if len(files) == 2]
    assert len(steps) >= 3
    for number, files in enumerate(steps, 1):
        folder = tmp_path / str(number)
        folder.mkdir()
        write_files(files, folder)
        sizes = list(SIZES) if number == len(steps) else ["portrait"]
        report = render(folder / "deadline.yaml", sizes=sizes)
        assert [finding.format() for finding in report.findings if finding.severity != "info"] == []
        assert report.made == 3 * len(sizes)
    assert find_layout("마감", tmp_path / str(len(steps))).own


def test_both_readmes_build_the_same_layout() -> None:
    english, korean = (written_files(language)[-1] for language in READMES)
    assert english["layouts/deadline.yaml"] == korean["layouts/deadline.yaml"]
    assert largest_difference(draw_own("en"), draw_own("ko")) == 0


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_script_of_the_readme_renders(language: Language, tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(title:.*?)```", READMES[language].read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 1
    script = tmp_path / "script.yaml"
    script.write_text(blocks[0], "utf-8")
    report = render(script)
    assert [finding.format() for finding in report.findings if finding.severity != "info"] == []
    assert len(report.cards) == 4 * 3


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_slides_of_the_readme_render(language: Language, tmp_path: Path) -> None:
    """Every block of slides, with a picture for each that it names."""
    blocks = re.findall(r"```yaml\n(  - .*?)```", READMES[language].read_text("utf-8"), re.DOTALL)
    assert len(blocks) >= 3
    script = tmp_path / "script.yaml"
    script.write_text("slides:\n" + "".join(blocks), "utf-8")
    (tmp_path / "photos").mkdir()
    for name in re.findall(r"photos/[\w.]+", "".join(blocks)):
        Image.new("RGB", (1600, 1600), "gray").save(tmp_path / name)
    report = render(script, sizes=["portrait", "story"])
    told = [finding.format() for finding in report.findings if finding.severity != "info"]
    assert told == []


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_theme_of_the_readme_can_be_read(language: Language, tmp_path: Path) -> None:
    (block,) = re.findall(r"```yaml\n(extends: hope\n.*?)```", READMES[language].read_text("utf-8"), re.DOTALL)
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "ourcity.yaml").write_text(block, "utf-8")
    (tmp_path / "themes" / "ourcity-logo.svg").write_bytes((ROOT / "layouts" / "art" / "mark.svg").read_bytes())
    theme = Shelf(tmp_path).theme("ourcity")
    assert theme is not None and theme.bases == ("hope",) and theme.logo and theme.brand == "우리시청"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_library_example_of_the_readme_runs(language: Language, tmp_path: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", READMES[language].read_text("utf-8"), re.DOTALL)
    code = "\n".join(blocks).replace("/tmp/cards", str(tmp_path / "cards"))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert done.stdout.decode().startswith("10 of 10 ")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_commands_of_the_readme_run(language: Language, tmp_path: Path) -> None:
    """Every block of commands, one after the other in one folder, but those that install and the preview's server."""
    readme = READMES[language].read_text("utf-8")
    (article,) = re.findall(r"```markdown\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "article.md").write_text(article, "utf-8")
    write_files(written_files(language)[-1], tmp_path)
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("out"))
    command = tmp_path / "bin" / "cardnews"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cardnews "$@"\n', "utf-8")
    command.chmod(0o755)
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    blocks = [block for block in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL) if "pip install" not in block]
    lines = [line for block in blocks for line in block.splitlines() if not line.startswith("cardnews preview")]
    assert len(lines) >= 10
    for line in lines:
        done = subprocess.run(
            ["sh", "-ec", line],
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, "PATH": path, "CARDNEWS_LANG": language, "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, f"{line}\n{done.stdout.decode()}{done.stderr.decode()}"


def test_both_readmes_have_the_same_commands_and_parts() -> None:
    shapes = []
    for path in READMES.values():
        readme = path.read_text("utf-8")
        names = re.sub(r"우리동네|village", "NAME", re.sub(r"골목정원|garden(?=\.yaml| --)", "OTHER", readme))
        shapes.append(
            (
                re.findall(r"```sh\n(.*?)```", names, re.DOTALL),
                re.findall(r"```(\w+)", readme),
                re.findall(r"^(#+) ", readme, re.MULTILINE),
                re.findall(r"<!-- /?(\w+) -->", readme),
            )
        )
    assert shapes[0] == shapes[1]


def test_the_test_command_is_the_one_of_ci() -> None:
    command = "-m pytest"
    assert all(f".venv/bin/python {command}\n" in path.read_text("utf-8") for path in READMES.values())
    assert command in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_pictures_of_the_example_are_current(tmp_path: Path) -> None:
    """The committed cards are what the command makes today; each channel may differ by 2 on another platform."""
    report = render(ROOT / "examples" / "governance" / "script.yaml", tmp_path)
    committed = ROOT / "examples" / "governance" / "cards"
    assert sorted(path.name for path in committed.glob("*.png")) == sorted(path.name for path in report.cards)
    for path in report.cards:
        with Image.open(path) as made, Image.open(committed / path.name) as kept:
            assert made.size == kept.size
            extrema = ImageChops.difference(made.convert("RGB"), kept.convert("RGB")).getextrema()
        largest = max(high for _, high in extrema)  # type: ignore[misc]
        assert largest <= 2, f"{path.name} differs by {largest}: render the example into cards/ and look at it"
