"""The command line: arguments, exit codes, what is said where, in two languages."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cardnews import render as library_render
from cardnews.cli import console
from cardnews.cli.app import build_group, run
from cardnews.cli.console import Console, choose_language
from cardnews.errors import Language
from conftest import ROOT, WriteScript

TWO = ("slides:", "  - 첫째 카드", "  - 둘째 카드")
BAD = ("slides:", "  - 첫째 카드", "  - layout: bubble", "    text: 둘째", "    speeker: 나")
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CARDNEWS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def call(*arguments: str | Path) -> int:
    return run(["render", *map(str, arguments)])


def test_done(write_script: WriteScript, capsys: Capture) -> None:
    script = write_script(*TWO)
    assert call(script) == 0
    out, err = capsys.readouterr()
    assert out == f"2 cards in {script.parent / 'out'}\n"
    assert err == ""
    assert sorted(path.name for path in (script.parent / "out").iterdir()) == ["01.png", "02.png", "cards.json"]
    assert call(script, "--only", "2") == 0
    assert capsys.readouterr().out == f"1 card in {script.parent / 'out'}\n"


def test_findings(write_script: WriteScript, capsys: Capture) -> None:
    script = write_script(*BAD)
    assert call(script, "-o", script.parent / "cards") == 1
    out, err = capsys.readouterr()
    assert out == f"1 of 2 cards in {script.parent / 'cards'}; not made: 2\n"
    head = f'{script}:5:5: error: slide 2 (bubble): unknown field "speeker"; did you mean "speaker"? [unknown-field]'
    assert err.splitlines()[:3] == [head, "    5 |     speeker: 나", "      |     ^^^^^^^"]


def test_no_card_at_all(tmp_path: Path, capsys: Capture) -> None:
    assert call(tmp_path / "none.yaml") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0].startswith(f"{tmp_path / 'none.yaml'}: error: there is no file")
    assert err.splitlines()[1].startswith("no card was made")


def test_korean(write_script: WriteScript, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    script = write_script(*BAD)
    assert call(script, "--lang", "ko") == 1
    out, err = capsys.readouterr()
    assert out == f"카드 2장 가운데 1장: {script.parent / 'out'} (만들지 못한 슬라이드: 2)\n"
    assert "2번 슬라이드 (bubble): 모르는 필드" in err
    monkeypatch.setenv("CARDNEWS_LANG", "ko")
    assert call(script.parent / "none.yaml") == 1
    assert "파일이 없습니다" in capsys.readouterr().err


def test_quiet(write_script: WriteScript, capsys: Capture) -> None:
    assert call(write_script(*TWO), "--quiet") == 0
    assert capsys.readouterr() == ("", "")
    assert call(write_script(*BAD), "--quiet") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "speeker" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--size", "sqare"], 'unknown size "sqare"; did you mean "square"?'),
        (["--size", "99999x1"], "out of bounds"),
        (["--theme", "hop"], 'did you mean "hope"?'),
        (["--only", "x"], "1,3-5"),
        (["--only", "3"], "no slide 3"),
        (["--jobs", "0"], "--jobs"),
        (["--colour"], "--colour"),
        (["--lang", "fr"], "--lang"),
    ],
)
def test_usage_mistakes(write_script: WriteScript, capsys: Capture, arguments: list[str], says: str) -> None:
    script = write_script(*TWO)
    assert call(script, *arguments) == 2
    out, err = capsys.readouterr()
    assert says in err
    assert out == ""
    assert not (script.parent / "out").exists()


def test_other_usage_mistakes(capsys: Capture) -> None:
    assert run([]) == 2
    assert run(["rendr"]) == 2
    assert call() == 2
    assert "SCRIPT" in capsys.readouterr().err


def test_several_scripts_get_a_folder_each(write_script: WriteScript, tmp_path: Path, capsys: Capture) -> None:
    scripts = [write_script(*TWO, name=name) for name in ("a/script.yaml", "b/script.yaml", "b/poster.yaml")]
    assert call(*scripts, "--out", tmp_path / "o") == 0
    folders = [tmp_path / "o" / name for name in ("a", "b", "poster")]
    assert capsys.readouterr().out == "".join(f"2 cards in {folder}\n" for folder in folders)
    assert all((folder / "02.png").is_file() for folder in folders)
    assert call(*scripts[:2]) == 0
    assert (tmp_path / "a" / "out" / "02.png").is_file()


def test_one_bad_script_does_not_stop_the_others(write_script: WriteScript, tmp_path: Path, capsys: Capture) -> None:
    good = write_script(*TWO, name="good.yaml")
    assert call(tmp_path / "none.yaml", good, "--out", tmp_path / "o") == 1
    assert capsys.readouterr().out == f"2 cards in {tmp_path / 'o' / 'good'}\n"


@pytest.mark.parametrize("names", [("a/x.yaml", "b/x.yaml"), ("a/script.yaml", "b/a.yaml"), ("x.yaml", "X.yaml")])
def test_two_scripts_into_one_folder(
    write_script: WriteScript, tmp_path: Path, capsys: Capture, names: tuple[str, str]
) -> None:
    scripts = [write_script(*TWO, name=name) for name in names]
    assert call(*scripts, "--out", tmp_path / "o") == 2
    assert "into the same folder" in capsys.readouterr().err
    assert not (tmp_path / "o").exists()
    assert call(scripts[0], scripts[0]) == 2


def test_a_script_named_script_in_the_working_folder(
    write_script: WriteScript, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    write_script(*TWO)
    write_script(*TWO, name="other.yaml")
    monkeypatch.chdir(tmp_path)
    assert call("script.yaml", "other.yaml", "-o", "o") == 0
    assert capsys.readouterr().out == f"2 cards in o/{tmp_path.name}\n2 cards in o/other\n".replace("/", os.sep)
    assert call("script.yaml") == 0
    assert capsys.readouterr().out == "2 cards in out\n"


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("arguments", [["--help"], ["render", "--help"], ["render", "-h"]])
def test_help_fits_a_screen_and_shows_two_examples(language: Language, arguments: list[str]) -> None:
    result = CliRunner().invoke(build_group(language), arguments)
    assert result.exit_code == 0
    assert len(result.output.splitlines()) <= 24
    assert result.output.count("  cardnews render ") == 2
    assert ("예:" in result.output) == (language == "ko")


def test_version(capsys: Capture) -> None:
    import cardnews

    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"cardnews {cardnews.__version__}\n"


@pytest.mark.parametrize(
    ("asked", "environ", "language"),
    [
        (None, {}, "en"),
        (None, {"LANG": "ko_KR.UTF-8"}, "ko"),
        (None, {"LANG": "ko_KR.UTF-8", "LC_ALL": "C"}, "en"),
        (None, {"LANG": "C", "LC_MESSAGES": "ko_KR.EUC-KR"}, "ko"),
        (None, {"LANG": "ko_KR.UTF-8", "CARDNEWS_LANG": "en"}, "en"),
        (None, {"LANG": "ko", "LC_ALL": ""}, "ko"),
        ("en", {"CARDNEWS_LANG": "ko"}, "en"),
    ],
)
def test_language(asked: str | None, environ: dict[str, str], language: str) -> None:
    assert choose_language(asked, environ) == language


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_for_terminals_and_long_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert Console("en").progress() is None
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert Console("en", quiet=True).progress() is None
    speaker = Console("en")
    show = speaker.progress()
    assert show is not None
    show(1, 12)
    speaker.clear()
    assert terminal.getvalue() == ""
    monkeypatch.setattr(console, "_PATIENCE", 0.0)
    for done in (9, 10, 12):
        show(done, 12)
    speaker.clear()
    bars = ["[" + "#" * 18 + "." * 6 + "] 9/12", "[" + "#" * 20 + "." * 4 + "] 10/12"]
    assert terminal.getvalue() == f"\r{bars[0]}\r{bars[1]}\r{' ' * len(bars[1])}\r"


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path, capsys: Capture) -> None:
    assert call(tmp_path / "a\x1b[31m\nb.yaml") == 1
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert len(err.splitlines()) == 2


def test_standard_input_is_a_script(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for encoding in ("utf-8", "cp949", "utf-16"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(TWO).encode(encoding))))
        assert call("-", "--out", f"cards-{encoding}") == 0
        assert (tmp_path / f"cards-{encoding}" / "02.png").is_file()
    capsys.readouterr()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(BAD).encode())))
    assert run(["inspect", "-"]) == 1
    assert capsys.readouterr().err.splitlines()[:2] == [
        '-:5:5: error: slide 2 (bubble): unknown field "speeker"; did you mean "speaker"? [unknown-field]',
        "    5 |     speeker: 나",
    ]


def test_verbose_says_how_long_each_step_took(write_script: WriteScript, capsys: Capture) -> None:
    assert call(write_script(*TWO), "--verbose", "--lang", "en") == 0
    steps = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]
    assert steps == ["reading the script", "composing", "painting", "encoding PNG", "writing files"]


def colored(write_script: WriteScript, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> bool:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert call(write_script(*BAD), *arguments) == 1
    assert "speeker" in terminal.getvalue()
    return "\x1b[" in terminal.getvalue()


def test_color_is_for_terminals_that_want_it(write_script: WriteScript, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert colored(write_script, monkeypatch)
    assert not colored(write_script, monkeypatch, "--no-color")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colored(write_script, monkeypatch)
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not colored(write_script, monkeypatch)


def test_an_old_windows_console_gets_no_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    assert console.may_color(terminal, {"TERM": "xterm"})
    monkeypatch.setattr(os, "name", "nt")
    assert not console.may_color(terminal, {})
    assert console.may_color(terminal, {"WT_SESSION": "1"})


def test_a_console_without_hangul_is_spoken_to_in_english() -> None:
    korean = {"LANG": "ko_KR.UTF-8"}
    assert [choose_language(None, korean, name) for name in ("utf-8", "cp949", "cp437", "ascii", None, "nonsense")] == [
        "ko",
        "ko",
        "en",
        "en",
        "ko",
        "ko",
    ]
    assert choose_language("ko", {}, "cp437") == "ko"


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["rendr"], "render"),
        (["render", "x.yaml", "--sise", "square"], "--size"),
        (["render"], "SCRIPT"),
        (["render", "x.yaml", "--jobs", "많이"], "많이"),
        (["render", "x.yaml", "--size"], "--size"),
        (["completion", "tcsh"], "bash"),
        (["inspect", "a.yaml", "b.yaml"], "b.yaml"),
    ],
)
def test_usage_mistakes_are_told_in_both_languages(
    arguments: list[str], says: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("CARDNEWS_LANG", language)
    assert run(arguments) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert says in first
    assert first.startswith("cardnews")
    assert second.startswith("도움말: cardnews" if language == "ko" else "help: cardnews")
    assert any("가" <= letter <= "힣" for letter in first.replace("많이", "")) == (language == "ko")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_help_fits_a_screen_and_shows_examples(language: Language) -> None:
    group = build_group(language)
    for name, command in group.commands.items():
        done = CliRunner().invoke(group, [name, "--help"], prog_name="cardnews", terminal_width=80)
        lines = done.output.splitlines()
        assert done.exit_code == 0
        assert len(lines) <= 24, f"{name}: {len(lines)} lines"
        assert f"  cardnews {name}" in done.output
        assert lines[0].startswith("사용법: " if language == "ko" else "Usage: ")
        assert command.help
    assert len(CliRunner().invoke(group, ["--help"], prog_name="cardnews", terminal_width=80).output.splitlines()) <= 24


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, capsys: Capture) -> None:
    assert run(["completion", shell]) == 0
    assert "_CARDNEWS_COMPLETE" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("cardnews ins", "inspect"),
        ("cardnews render --si", "--size"),
        ("cardnews render --size st", "story"),
        ("cardnews render --size square,st", "square,story"),
    ],
)
def test_what_bash_is_offered(typed: str, completed: str) -> None:
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    done = process(_CARDNEWS_COMPLETE="bash_complete", **words)
    assert f"plain,{completed}" in done.stdout.decode().splitlines()


def test_ctrl_c_ends_with_a_line(write_script: WriteScript, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["cardnews.render"], "render", interrupt)
    assert call(write_script(*TWO)) == 130
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[-1]) == ("", "stopped; what was made so far is whole")


def process(*arguments: str | Path, **environ: str) -> subprocess.CompletedProcess[bytes]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.run(
        [sys.executable, "-m", "cardnews", *map(str, arguments)],
        capture_output=True,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        env={**clean, **environ},
    )


def test_python_m_cardnews(governance: Path, tmp_path: Path) -> None:
    done = process("render", governance, "--out", tmp_path / "o", PYTHONUTF8="1", LANG="ko_KR.UTF-8")
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode() == f"카드 10장: {tmp_path / 'o'}\n".replace("\n", os.linesep)
    again = library_render(governance, tmp_path / "o")
    assert again.made == 10


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp949", "utf-8"])
def test_any_console_can_show_it(write_script: WriteScript, encoding: str) -> None:
    done = process("render", write_script(*BAD), "--lang", "ko", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 1
    assert b"speeker" in done.stderr
    assert b"Traceback" not in done.stderr
    assert (b"\\uce74" in done.stdout) == (encoding in ("ascii", "cp437"))


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_a_reader_that_goes_away(write_script: WriteScript) -> None:
    command = f'("{sys.executable}" -m cardnews render "{write_script(*TWO)}"; echo $? >&2) | :'
    done = subprocess.run(["sh", "-c", command], capture_output=True, cwd=ROOT, stdin=subprocess.DEVNULL)
    assert done.stderr.split() == [b"0"]
    closed = f'"{sys.executable}" -m cardnews render "{write_script(*BAD)}" >&- 2>&-'
    assert subprocess.run(["sh", "-c", closed], cwd=ROOT, stdin=subprocess.DEVNULL).returncode == 1


def test_a_linked_out_beside_the_script_is_refused_and_a_named_one_is_not(
    write_script: WriteScript, tmp_path: Path, capsys: Capture
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    script = write_script(*TWO, name="s/script.yaml")
    (script.parent / "out").symlink_to(elsewhere, target_is_directory=True)
    assert call(script) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "is a link" in err
    assert list(elsewhere.iterdir()) == []
    assert call(script, "--out", script.parent / "out") == 0
    assert (elsewhere / "01.png").is_file()


def test_a_linked_folder_below_out_is_refused(write_script: WriteScript, tmp_path: Path, capsys: Capture) -> None:
    one, two = write_script(*TWO, name="s/a.yaml"), write_script(*TWO, name="s/b.yaml")
    (tmp_path / "s" / "out").mkdir()
    (tmp_path / "s" / "out" / "b").symlink_to(tmp_path, target_is_directory=True)
    assert call(one, two) == 2
    assert "is a link" in capsys.readouterr().err
    assert not (tmp_path / "s" / "out" / "a").exists()


@pytest.mark.parametrize("wrong", [("--only", "2-3"), ("--theme", "nobody-knows"), ("--size", "sqare")])
def test_arguments_are_checked_for_all_scripts_before_any_card(
    write_script: WriteScript, capsys: Capture, wrong: tuple[str, str]
) -> None:
    three = write_script(*TWO, "  - 셋째 카드", name="a/one.yaml")
    two = write_script(*TWO, name="b/two.yaml")
    assert call(three, two, *wrong) == 2
    assert capsys.readouterr().out == ""
    assert not (three.parent / "out").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
@pytest.mark.parametrize("command", ["render", "inspect", "--help"])
def test_a_full_disk_behind_standard_output_is_no_traceback(write_script: WriteScript, command: str) -> None:
    arguments = [command] if command == "--help" else [command, str(write_script(*TWO))]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cardnews", *arguments], stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT
        )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_success_is_one_line_that_counts_the_notes(write_script: WriteScript, capsys: Capture) -> None:
    script = write_script("slides:", "  - '[알림] 꽃을 심습니다'", "  - [속보] 꽃이 피었습니다")
    assert call(script) == 0
    out, err = capsys.readouterr()
    assert out == f"2 cards in {script.parent / 'out'} (1 note; --verbose shows them)\n"
    assert err == ""
    assert call(script, "--verbose") == 0
    out, err = capsys.readouterr()
    assert out == f"2 cards in {script.parent / 'out'}\n"
    assert "[read-as-text]" in err


def test_two_scripts_in_one_folder_keep_out_of_each_others_way(write_script: WriteScript, capsys: Capture) -> None:
    one, two = write_script(*TWO, name="a.yaml"), write_script(*TWO, name="b.yaml")
    for script, folder in ((one, "out"), (two, "out/b"), (one, "out"), (two, "out/b")):
        assert call(script) == 0
        assert capsys.readouterr().out == f"2 cards in {script.parent / folder}\n"
    assert sorted(path.name for path in (one.parent / "out").iterdir()) == ["01.png", "02.png", "b", "cards.json"]


def test_scenes_that_hold_themselves_or_broken_art_are_answered(write_script: WriteScript, capsys: Capture) -> None:
    script = write_script(
        "slides:", *(f"  - {{layout: cover, title: 가나 {art}, art: {art}}}" for art in ("loop", "two"))
    )
    art = script.parent / "art"
    art.mkdir()
    for name, inner in (("loop", "loop"), ("two", "bad")):
        body = f"body: {{place: [{{art: {inner}, box: [0, 0, 10, 10]}}]}}"
        (art / f"{name}.yaml").write_text(f"names: {{ko: 그림, en: Art}}\nbox: [20, 20]\n{body}\n", "utf-8")
    (art / "bad.svg").write_text("<svg><bad", "utf-8")
    for command in (["render"], ["check", "--no-pixels"], ["inspect"], ["fonts", "--check"]):
        assert run([*command, str(script)]) == 1
        err = capsys.readouterr().err
        assert "[scene-too-deep]" in err, command
        assert "[unreadable-art]" in err
        assert "internal-error" not in err


def test_a_mistake_in_an_endless_line_is_shown_at_once(write_script: WriteScript, capsys: Capture) -> None:
    script = write_script(f'slides: [{{layout: statement, text: "{"가나 " * 20_000}", oops: 1}}]')
    assert call(script) == 1
    shown = [line for line in capsys.readouterr().err.splitlines() if line.startswith("    1 | ")]
    assert any("oops" in line for line in shown)
    assert all(len(line) < 120 for line in shown)


def test_sizes_in_one_word(write_script: WriteScript, tmp_path: Path) -> None:
    script = write_script(*TWO)
    assert call(script, "--size", "square, 스토리", "--size", "wide", "--quiet", "-o", tmp_path / "o") == 0
    assert sorted(path.name for path in (tmp_path / "o").iterdir() if path.is_dir()) == ["square", "story", "wide"]
