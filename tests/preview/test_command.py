"""`cardnews preview`: what it says, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cardnews.cli.app import run
from cardnews.preview.address import Address
from preview.served import ROOT, Served


def test_it_says_its_address_in_one_line(script: Path) -> None:
    with Served(script, language="en") as served:
        assert served.said == [f"preview: {served.url} (Ctrl-C ends it)\n"]


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_while_pages_are_open(script: Path, sent: signal.Signals) -> None:
    with Served(script) as served, socket.create_connection(("127.0.0.1", served.port), 10) as opened:
        cookie = f"cardnews-{served.port}={served.token}"
        opened.sendall(
            f"GET /events?look=script:: HTTP/1.1\r\nHost: localhost:{served.port}\r\nCookie: {cookie}\r\n\r\n".encode()
        )
        assert opened.recv(100).startswith(b"HTTP/1.1 200")
        assert served.end(sent) == (0, "")


def test_a_taken_port_is_said(script: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        if port > 65500:
            pytest.skip("no room behind the port")
        with Served(script, "--port", str(port), language="en") as served:
            assert served.said[0] == f"port {port} is taken; using {served.port}\n"
            assert served.port > port


@pytest.mark.parametrize("opens", [True, False])
def test_it_opens_the_browser_when_asked(
    script: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], opens: bool
) -> None:
    opened: list[str] = []

    def open_page(url: str) -> bool:
        opened.append(url)
        return opens

    def serve(path: str, *, port: int, language: str, ready: Callable[[Address], None]) -> None:
        assert (path, port, language) == (str(script), 8710, "en")
        ready(Address(8710, "secret"))

    monkeypatch.setattr("cardnews.preview.serve", serve)
    monkeypatch.setattr("webbrowser.open", open_page)
    assert run(["preview", str(script), "--open", "--lang", "en"]) == 0
    assert opened == ["http://127.0.0.1:8710/?token=secret"]
    assert ("no browser could be opened" in capsys.readouterr().err) is not opens


def test_a_script_that_is_not_there_is_waited_for(tmp_path: Path) -> None:
    with Served(tmp_path / "later.yaml") as served:
        assert served.ask("/")[0] == 200
        assert served.end()[0] == 0


def test_a_wrong_port_is_a_mistake(script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preview", str(script), "--port", "70000", "--lang", "en"]) == 2
    assert "70000 is not a port" in capsys.readouterr().err


def test_without_its_packages_it_says_how_to_install_them(script: Path) -> None:
    code = (
        "import sys, importlib.util as util; real = util.find_spec\n"
        "util.find_spec = lambda name, *more: None if name == 'uvicorn' else real(name, *more)\n"
        "from cardnews.cli.app import run; sys.exit(run(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "preview", str(script), "--lang", "en"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "pip install 'cardnews[preview]'" in done.stderr


def test_help_fits_a_screen_and_loads_no_server() -> None:
    for language in ("en", "ko"):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "cardnews", "preview", "--help", "--lang", language],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80", "PYTHONUTF8": "1"},
            check=False,
        )
        assert done.returncode == 0
        assert len(done.stdout.splitlines()) <= 24
        assert not {"starlette", "uvicorn", "watchfiles"} & {
            line.rpartition("|")[2].strip() for line in done.stderr.splitlines()
        }
