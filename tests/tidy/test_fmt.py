"""`cardnews fmt`: files in place, encodings, exit codes, standard input."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cardnews.cli.app import build_group, run
from cardnews.errors import Language
from cardnews.tidy import format_file
from conftest import ROOT

MESSY = 'title:  "바닷가 우체국"\nslides:\n- text: 편지 왔어요\n  layout: statement\n'
TIDY = "title: 바닷가 우체국\n\nslides:\n  - layout: statement\n    text: 편지 왔어요\n"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARDNEWS_LANG", "en")


def put(folder: Path, data: bytes | str, name: str = "script.yaml") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_script_is_tidied_in_place(tmp_path: Path, capsys: Capture) -> None:
    path = put(tmp_path, MESSY)
    path.chmod(0o640)
    assert run(["fmt", str(path)]) == 0
    assert capsys.readouterr() == (f"{path}: tidied\n", "")
    assert path.read_text("utf-8") == TIDY
    assert path.stat().st_mode & 0o777 == 0o640
    assert [item.name for item in tmp_path.iterdir()] == ["script.yaml"]


def test_a_tidy_script_is_not_written(tmp_path: Path, capsys: Capture) -> None:
    path = put(tmp_path, TIDY)
    os.utime(path, (1, 1))
    assert run(["fmt", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: already tidy\n"
    assert path.stat().st_mtime == 1


def test_check_and_diff_write_nothing(tmp_path: Path, capsys: Capture) -> None:
    path, tidy = put(tmp_path, MESSY), put(tmp_path, TIDY, "tidy.yaml")
    assert run(["fmt", "--check", str(path), str(tidy)]) == 1
    assert capsys.readouterr().out == f"{path}: would be tidied\n{tidy}: already tidy\n"
    assert run(["fmt", "--check", str(tidy)]) == 0
    capsys.readouterr()
    assert run(["fmt", "--diff", str(path)]) == 0
    out = capsys.readouterr().out
    assert '-title:  "바닷가 우체국"\n+title: 바닷가 우체국\n' in out
    assert run(["fmt", "--diff", "--check", str(path)]) == 1
    assert path.read_text("utf-8") == MESSY


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp949"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path: Path, codec: str, end: str) -> None:
    path = put(tmp_path, MESSY.replace("\n", end).encode(codec))
    tidied = format_file(path)
    assert path.read_bytes() == TIDY.encode()
    converted = codec not in ("utf-8", "utf-8-sig")
    assert [item.rule for item in tidied.findings] == ["fmt-encoding"] * converted


@pytest.mark.parametrize("data", [TIDY.encode("cp949"), TIDY.encode("utf-8-sig"), TIDY.replace("\n", "\r\n").encode()])
def test_a_tidy_script_in_other_bytes_is_not_tidy(tmp_path: Path, data: bytes, capsys: Capture) -> None:
    path = put(tmp_path, data)
    assert run(["fmt", "--check", str(path)]) == 1
    assert run(["fmt", "--diff", str(path)]) == 0
    assert "would be tidied" in capsys.readouterr().out
    assert path.read_bytes() == data


def test_what_cannot_be_read_is_left(tmp_path: Path, capsys: Capture) -> None:
    broken, whole = put(tmp_path, "slides: [하나\n", "broken.yaml"), put(tmp_path, MESSY)
    assert run(["fmt", str(broken), str(tmp_path / "none.yaml"), str(tmp_path), str(whole)]) == 1
    out, err = capsys.readouterr()
    assert out == f"{whole}: tidied\n"
    assert f"{broken}:1:9: error: the bracket [" in err
    assert f"{broken}: left as it is" in err
    assert "there is no file" in err
    assert "is a folder" in err
    assert broken.read_text("utf-8") == "slides: [하나\n"
    damaged = put(tmp_path, MESSY.encode()[:-8] + b"\xec\n", "damaged.yaml")
    assert run(["fmt", str(damaged)]) == 1
    assert damaged.read_bytes().endswith(b"\xec\n")


def test_mistakes_that_are_none_of_yaml_do_not_matter(tmp_path: Path, capsys: Capture) -> None:
    path = put(tmp_path, "slides:\n- layout: 없는것\n  titel:   '글'\n")
    assert run(["fmt", str(path)]) == 0
    assert path.read_text("utf-8") == "slides:\n  - layout: 없는것\n    titel: 글\n"
    assert capsys.readouterr().err == ""


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = put(tmp_path, MESSY, "real.yaml")
    link = tmp_path / "script.yaml"
    link.symlink_to(target)
    format_file(link)
    assert link.is_symlink()
    assert target.read_text("utf-8") == TIDY


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anything")
def test_a_script_that_may_not_be_written(tmp_path: Path) -> None:
    path = put(tmp_path, MESSY)
    path.chmod(0o440)
    assert [item.rule for item in format_file(path).findings] == ["fmt-not-written"]
    assert path.read_text("utf-8") == MESSY


def test_a_disk_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "")

    monkeypatch.setattr("cardnews.tidy.file.write_whole", refuse)
    path = put(tmp_path, MESSY)
    assert run(["fmt", str(path)]) == 1
    assert "cannot be written (No space left" in capsys.readouterr().err
    assert path.read_text("utf-8") == MESSY


def piped(data: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cardnews", "fmt", "-", *options]
    environ = {**os.environ, "PYTHONIOENCODING": "cp949", "PYTHONUTF8": "0", "CARDNEWS_LANG": "en"}
    return subprocess.run(command, input=data, capture_output=True, cwd=ROOT, env=environ, check=False)


def test_standard_input_to_standard_output() -> None:
    done = piped(MESSY.encode())
    assert (done.returncode, done.stdout, done.stderr) == (0, TIDY.encode(), b"")
    done = piped(b"slides: [\n")
    assert (done.returncode, done.stdout) == (1, b"slides: [\n")
    assert b"the bracket [" in done.stderr
    done = piped(MESSY.encode(), "--check")
    assert (done.returncode, done.stdout.split()) == (1, [b"-:", b"would", b"be", b"tidied"])


@pytest.mark.parametrize("language", ["en", "ko"])
def test_help_fits_a_screen(language: Language) -> None:
    result = CliRunner().invoke(build_group(language), ["fmt", "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) <= 24
    assert result.output.count("  cardnews fmt ") == 3
