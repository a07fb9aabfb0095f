"""The READMEs tell the truth: their generated parts are current, their pictures exist, their examples run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import pytest

from cardnews.diagnostics import Sources, diagnose
from cardnews.errors import Language
from cardnews.fields import TEXT_KEYS
from cardnews.imagereader import IMAGE_KEYS
from cardnews.layout import Field, Layout
from cardnews.library import Shelf
from cardnews.messages import MESSAGES
from cardnews.reader import SCRIPT_KEYS, load_script
from cardnews.slidereader import SLIDE_KEYS

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


def help_block(language: str, *command: str) -> str:
    """What `cardnews … --help` prints."""
    words = [sys.executable, "-m", "cardnews", *command, "--help"]
    environment = {"CARDNEWS_LANG": language, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(words, capture_output=True, check=True, cwd=ROOT, env=environment)
    return "```text\n" + done.stdout.decode("utf-8").rstrip() + "\n```"


def said(key: str, language: str, **values: str) -> str:
    """A sentence of the catalogue, as a cell of a table."""
    message = MESSAGES[f"help-{key}"]
    return (message.ko if language == "ko" else message.en).format_map(values).replace("|", "\\|")


def key_rows(keys: dict[str, str], about: str, language: str) -> str:
    """One row per key of a script, a slide or a group that a value may be."""
    heads = {"en": "| key | what it is |", "ko": "| 항목 | 뜻 |"}
    rows = [heads[language], "|---|---|"]
    for name in dict.fromkeys(keys.values()):
        spelled = " · ".join(f"`{spelling}`" for spelling, one in keys.items() if one == name)
        rows.append(f"| {spelled} | {said(f'{about}-{name}', language, default='hope')} |")
    return "\n".join(rows)


def field_rows(fields: tuple[Field, ...], language: str, lead: str = "") -> Iterator[str]:
    for item in fields:
        if not item.name:
            continue
        spelled = " · ".join(f"`{spelling}`" for spelling in item.spellings)
        name = f"{lead}**{spelled}**" if item.required else f"{lead}{spelled}"
        yield f"| {name} | {dict(item.help).get(language, '')} | {'; '.join(limits(item, language))} |"
        yield from field_rows(item.of, language, lead=f"{lead}&emsp;")


def limits(item: Field, language: str) -> Iterator[str]:
    """What a field holds at most, and what it may be."""
    korean = language == "ko"
    if item.count is not None:
        yield f"{item.count[0]}–{item.count[1]}{'개' if korean else ' items'}"
    if item.most is not None:
        yield f"{item.most}{'자 안팎' if korean else ' characters or so'}"
    if item.options:
        told = {option: spelling for spelling, option in item.korean}
        yield " / ".join(f"`{told.get(option, option)}`" if korean else f"`{option}`" for option in item.options)
    if item.default is not None:
        default = getattr(item.default, "text", "…")
        spelled = {option: spelling for spelling, option in item.korean}.get(default, default) if korean else default
        yield f"{'쓰지 않으면' if korean else 'else'} {spelled}"


def reference(language: str) -> str:
    """Every key and every field, from the definitions that the reader uses."""
    korean = language == "ko"
    shelf = Shelf()
    heads = {"en": "| field | what it is | limits |", "ko": "| 필드 | 뜻 | 한도 |"}
    parts = [
        "### " + ("스크립트" if korean else "Script"),
        key_rows(SCRIPT_KEYS, "setting", language),
        "### " + ("모든 슬라이드" if korean else "Every slide"),
        key_rows(SLIDE_KEYS, "slide", language),
        "### " + ("글: `제목: {글: …, 줄수: 2}`" if korean else "Texts: `title: {text: …, lines: 2}`"),
        key_rows(TEXT_KEYS, "text", language),
        "### " + ("사진: `사진: {파일: …}`" if korean else "Pictures: `photo: {file: …}`"),
        key_rows(IMAGE_KEYS, "image", language),
    ]
    for name in shelf.names("layout"):
        layout = shelf.layout(name)
        assert layout is not None
        other = dict(layout.names)[language]
        parts.append(f"### `{name}` · {other}")
        parts.append("\n".join([heads[language], "|---|---|---|", *field_rows(layout.fields, language)]))
    return "\n\n".join(parts)


MISTAKE = ROOT / "tests" / "cases" / "errors" / "korean-field.yaml"


def mistake(language: str) -> str:
    """What is said of a script with a misspelled field."""
    name = {"en": "garden.yaml", "ko": "골목정원.yaml"}[language]
    text = MISTAKE.read_bytes()
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(text)
        found = load_script(Path(folder) / name, shown=name).findings
    sources = Sources({name: text})
    lines = [line for item in found for line in diagnose(item, cast(Language, language), sources).lines]
    return "```text\n" + "\n".join(lines) + "\n```"


GENERATED = {
    "mistake": mistake,
    "layouts": layout_rows,
    "commands": help_block,
    "help": lambda language: help_block(language, "render"),
    "reference": reference,
}


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("part", GENERATED)
def test_generated_parts_are_current(language: str, part: str, request: pytest.FixtureRequest) -> None:
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


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_commands_of_the_readme_run(language: str, tmp_path: Path) -> None:
    """Every block of commands, one after the other in one folder, but those that install and the preview's server."""
    readme = READMES[language].read_text("utf-8")
    (article,) = re.findall(r"```markdown\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "article.md").write_text(article, "utf-8")
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
