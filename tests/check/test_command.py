"""`cardnews check`: what it prints where, its formats, and how it ends."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from cardnews.check.rules import listed_ids
from cardnews.cli.app import run
from cardnews.diagnostics import width_of
from conftest import ROOT, WriteScript

LOUD = ("slides:", "  - layout: statement", '    text: "**전부 강조한 한마디**"')
CALM = ("slides:", "  - 동네의 말")
BAD = ("slides:", "  - layout: bubble", "    text: 둘째", "    speeker: 나")
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CARDNEWS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    # The command stops the collector, which is right for a process and wrong for a test run.
    monkeypatch.setattr("gc.disable", lambda: None)


def call(*arguments: str | Path) -> int:
    return run(["check", *map(str, arguments)])


def test_nothing_to_mend(write_script: WriteScript, capsys: Capture) -> None:
    script = write_script(*CALM)
    assert call(script) == 0
    assert capsys.readouterr() == (f"nothing found in {script}\n", "")
    assert not (script.parent / "out").exists()


def test_warnings_do_not_fail_unless_asked(write_script: WriteScript, capsys: Capture) -> None:
    script = write_script(*LOUD)
    assert call(script) == 0
    out, err = capsys.readouterr()
    assert out == f"{script}: 0 errors, 1 warning, 0 notes\n"
    assert err.startswith(f"{script}:3:14: warning: slide 1 (statement): the marks in")
    assert err.splitlines()[0].endswith("[emphasis-wide]")
    assert call(script, "--strict") == 1
    assert call(script, "--strict", "--ignore", "emphasis-wide") == 0


def test_errors_fail(write_script: WriteScript, capsys: Capture) -> None:
    script = write_script(*BAD)
    assert call(script) == 1
    assert "[unknown-field]" in capsys.readouterr().err
    assert call(script, "--ignore", "unknown-field") == 0


def test_several_scripts(write_script: WriteScript, capsys: Capture) -> None:
    one, two = write_script(*CALM, name="one.yaml"), write_script(*BAD, name="two.yaml")
    assert call(one, two, "--lang", "ko") == 1
    out, err = capsys.readouterr()
    assert out == f"{one}: 고칠 것이 없습니다\n{two}: 오류 1개, 주의 0개, 참고 0개\n"
    assert "모르는 필드" in err


def test_json(write_script: WriteScript, capsys: Capture) -> None:
    one, two = write_script(*LOUD, name="one.yaml"), write_script(*BAD, name="two.yaml")
    assert call(one, two, "--format", "json") == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert [(item["file"], item["rule"], item["line"]) for item in json.loads(out)] == [
        (str(one), "emphasis-wide", 3),
        (str(two), "unknown-field", 4),
    ]
    assert call(write_script(*CALM), "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_sarif(write_script: WriteScript, capsys: Capture) -> None:
    assert call(write_script(*LOUD), "--format", "sarif", "--lang", "ko") == 0
    log = json.loads(capsys.readouterr().out)
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["emphasis-wide"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Capture, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(LOUD).encode()), "utf-8"))
    assert call("-") == 0
    assert capsys.readouterr().err.startswith("-:3:14: warning:")


def test_sizes_themes_and_folders(write_script: WriteScript, capsys: Capture, tmp_path: Path) -> None:
    script = write_script("slides:", "  - layout: cover", "    title: 우리 동네 사람들의 이야기")
    assert call(script, "--size", "square") == 0
    assert "[grid-crop]" in capsys.readouterr().err
    assert call(script, "--size", "squar") == 2
    assert call(script, "--theme", "hop") == 2
    assert call(script, "--theme", "데이터") == 0
    assert run(["render", str(script), "--out", str(tmp_path / "cards")]) == 0
    script.write_text(script.read_text("utf-8").replace("사람들", "주민들"), "utf-8")
    assert call(script, "--out", tmp_path / "cards", "--no-pixels") == 0
    assert "[stale-output]" in capsys.readouterr().err


def test_usage(capsys: Capture, tmp_path: Path) -> None:
    assert call() == 2
    assert "SCRIPT" in capsys.readouterr().err
    assert call(tmp_path / "none.yaml", "--select", "emphasis-wid") == 2
    assert capsys.readouterr().err.startswith('error: there is no rule "emphasis-wid"; did you mean "emphasis-wide"?')
    assert call("--explain", "contrast") == 2
    assert 'did you mean "low-contrast"?' in capsys.readouterr().err


def test_rules(capsys: Capture) -> None:
    assert call("--rules") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(listed_ids())
    assert lines[0] == "mixed-endings      warning  polite and plain sentences in one series"
    assert call("--rules", "--lang", "ko") == 0
    assert capsys.readouterr().out.startswith("mixed-endings      주의  한 시리즈에 섞인 합니다체와 한다체\n")


def test_explain(capsys: Capture) -> None:
    assert call("--explain", "low-contrast") == 0
    out = capsys.readouterr().out
    assert out.startswith("low-contrast (warning): words that hardly differ from what lies behind them\n\nwhy: ")
    assert "WCAG 2.2" in out
    assert '\nit says:\n  "…" has a contrast of … to what lies behind it at size …, and needs …;' in out
    assert out.endswith("`--ignore low-contrast`, or a line `ignore: low-contrast` in the script or in one slide\n")


def test_without_a_name_every_rule_is_listed(capsys: Capture) -> None:
    assert call("--explain", "--lang", "ko") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("[")] == ["[오류]", "[주의]", "[참고]"]
    assert all(width_of(line) <= 80 for line in lines)
    listed = {line.split(" ")[0] for line in lines}
    assert {"text-overflow", "missing-alt", "relief-taken", "unknown-field", "mark-open"} <= listed


def test_explain_a_mistake_of_reading(capsys: Capture) -> None:
    assert call("--explain", "unknown-field", "--lang", "ko") == 0
    out = capsys.readouterr().out
    assert out.startswith('unknown-field (오류)\n\n이렇게 알립니다:\n  모르는 필드 "…"입니다. "…"인가요?\n')


@pytest.mark.parametrize("language", ["en", "ko"])
def test_help_fits_a_screen(capsys: Capture, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert call("--help", "--lang", language) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80


def test_the_flagship(capsys: Capture) -> None:
    assert call(ROOT / "examples" / "governance" / "script.yaml", "--ignore", "stale-output", "--strict") == 0
