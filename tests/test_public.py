"""The public surface: names, signatures, and what `import cardnews` does not load."""

from __future__ import annotations

import inspect
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import cardnews

ROOT = Path(__file__).resolve().parent.parent
NAMES = {
    "CardnewsError", "Checked", "Draft", "Finding", "FontCheck", "FontRecord", "Frame", "Gallery",
    "Inspection", "LayoutRecord", "Line", "NewScript", "Report", "Script", "Slide", "Tidied", "check", "check_fonts",
    "compose", "draft_script", "format_script", "inspect", "list_fonts", "list_layouts", "make_gallery",
    "new_script", "paint", "read_script", "render", "script_schema", "wrap_text",
}  # fmt: skip
HEAVY = ("PIL", "click", "uharfbuzz", "yaml", "zlib_ng", "resvg_py", "segno", "fontTools")


def python(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT, stdin=subprocess.DEVNULL
    ).stdout.strip()


def test_exactly_these_names_are_public() -> None:
    assert set(cardnews.__all__) == NAMES
    assert set(dir(cardnews)) >= NAMES
    for name in NAMES:
        assert getattr(cardnews, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'rendr'"):
        _ = getattr(cardnews, "rendr")  # noqa: B009


@pytest.mark.parametrize(
    ("name", "signature"),
    [
        (
            "render",
            "(script: 'str | Path | Script', out: 'str | Path | None' = None, *, sizes: 'Sequence[str] | None' = None, "
            "only: 'str | Iterable[int] | None' = None, theme: 'str | None' = None, jobs: 'int | None' = None, "
            "progress: 'Callable[[int, int], None] | None' = None) -> 'Report'",
        ),
        (
            "compose",
            "(script: 'Script', size: 'str | None' = None, *, theme: 'str | None' = None) -> 'tuple[Frame, ...]'",
        ),
        ("read_script", "(path: 'str | Path') -> 'Script'"),
        ("paint", "(frame: 'Frame', book: 'FontBook | None' = None) -> 'Image.Image'"),
        (
            "wrap_text",
            "(text: 'str', width: 'float', *, family: 'str' = 'Pretendard', weight: 'float' = 700, "
            "size: 'float' = 64, tracking: 'float' = 0.0, mode: 'Mode' = 'display', "
            "max_lines: 'int | None' = None, fonts: 'Sequence[str | Path]' = ()) -> 'tuple[Line, ...]'",
        ),
    ],
)
def test_signatures_stay(name: str, signature: str) -> None:
    assert str(inspect.signature(getattr(cardnews, name))) == signature


def test_importing_loads_nothing_heavy() -> None:
    loaded = python("import sys, cardnews; print(*{name.partition('.')[0] for name in sys.modules})").split()
    assert not set(loaded) & set(HEAVY)
    assert "cardnews" in loaded


@pytest.mark.parametrize("name", ["render", "compose", "paint"])
def test_functions_stay_functions_when_their_modules_are_imported(name: str) -> None:
    code = (
        "import cardnews.render, cardnews.compose.series, cardnews.paint.painter\n"
        f"import cardnews; from cardnews import {name}\n"
        f"assert {name} is cardnews.{name} and callable({name}), {name}"
    )
    python(code)


def test_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert cardnews.__version__ == project["version"]


def test_compose_paint_and_errors(governance: Path) -> None:
    script = cardnews.read_script(governance)
    frames = cardnews.compose(script, "square")
    assert [(frame.number, frame.total, frame.size) for frame in frames] == [(n, 10, "square") for n in range(1, 11)]
    assert cardnews.paint(frames[0]).size == (1080, 1080)
    with pytest.raises(cardnews.CardnewsError) as caught:
        cardnews.compose(script, "sqare")
    assert [item.rule for item in caught.value.findings] == ["unknown-size"]
    with pytest.raises(cardnews.CardnewsError):
        cardnews.read_script(governance.with_name("none.yaml"))


def test_compose_raises_every_finding(governance: Path) -> None:
    text = governance.read_text("utf-8").replace("    speaker:", "    speeker:", 1)
    governance.write_text(text + "  - layout: statement\n    text: 𓀀\n", "utf-8")
    with pytest.raises(cardnews.CardnewsError) as caught:
        cardnews.read_script(governance)
    assert {item.rule for item in caught.value.findings} == {"unknown-field"}


def test_wrap_text_gives_lines() -> None:
    text = "주민 간담회는 왜 ==평일 낮에만== 열리나요?\n그러게요"
    lines = cardnews.wrap_text(text, 500)
    plain = text.replace("==", "")
    assert [line.text for line in lines] == [plain[line.start : line.end] for line in lines]
    assert [line.ended for line in lines][-2:] == ["author", "end"]
    assert all(0 < line.width <= 500 for line in lines)
    torn = cardnews.wrap_text("가나다라마바사아자차카타파하", 200)
    assert [line.ended for line in torn[:-1]] == ["torn"] * (len(torn) - 1)
    assert len(torn) > 1
    assert cardnews.wrap_text(" ", 200) == ()


@pytest.mark.parametrize(
    ("arguments", "rule"),
    [
        ({"width": 500, "max_lines": 1}, "wrap-overflow"),
        ({"width": 500, "family": "Pretendrd"}, "unknown-font"),
        ({"width": 500, "family": "Zapfino"}, "unknown-font-list"),
        ({"width": 0}, "wrap-no-width"),
        ({"width": float("nan")}, "wrap-no-width"),
    ],
)
def test_wrap_text_answers_mistakes(arguments: dict[str, object], rule: str) -> None:
    with pytest.raises(cardnews.CardnewsError) as caught:
        cardnews.wrap_text("주민 간담회는 왜 평일 낮에만 열리나요?", **arguments)  # type: ignore[arg-type]
    assert [item.rule for item in caught.value.findings] == [rule]
    assert all(item.message(language) for item in caught.value.findings for language in ("en", "ko"))
