"""Who is answered: this page alone, with the token, and nothing but what it needs."""

from __future__ import annotations

import json
import re
import shutil
import socket
from pathlib import Path

import pytest

from cardnews.errors import CardnewsError
from cardnews.preview.address import listen
from preview.conftest import SHORT
from preview.served import ROOT, Served


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil.example:{port}",
        "[::1]:{port}",
        "",
    ],
)
def test_another_host_is_refused(shared: Served, host: str) -> None:
    for path in ("/", f"/?token={shared.token}", "/page/page.js", "/events?look=script::"):
        assert shared.ask(path, host=host.format(port=shared.port))[0] == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1", "file://"]
)
def test_another_origin_is_refused(shared: Served, origin: str) -> None:
    assert shared.ask("/script.txt", origin=origin.format(port=shared.port))[0] == 403


def test_the_page_itself_is_answered(shared: Served) -> None:
    for host in (f"127.0.0.1:{shared.port}", f"localhost:{shared.port}"):
        status, headers, body = shared.ask("/", host=host, origin=f"http://{host}")
        assert status == 200
        assert b"<main" in body
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"


def test_without_the_token_nothing_is_answered(shared: Served) -> None:
    for path in ("/", "/page/page.css", "/script.txt", "/cards.zip?look=script::", "/?token=", "/?token=x", "/nowhere"):
        status, _, body = shared.ask(path, token=False)
        assert status == 403, path
        assert shared.token.encode() not in body
    assert "token 포함" in shared.ask("/", token=False)[2].decode()


def test_the_token_comes_with_the_address_once_and_stays_a_cookie(shared: Served) -> None:
    status, headers, _ = shared.ask(f"/?token={shared.token}", token=False)
    assert status == 200
    assert headers["set-cookie"] == f"cardnews-{shared.port}={shared.token}; Path=/; HttpOnly; SameSite=Strict"
    assert "set-cookie" not in shared.ask("/")[1]
    assert shared.ask(f"/?token={shared.token}&token={shared.token}", token=False)[0] == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_can_be_written(shared: Served, method: str) -> None:
    assert shared.ask("/", method, token=False)[0] == 403
    assert shared.ask("/", method)[0] == 405
    assert shared.ask("/script.txt", method)[0] == 405


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/page/../../../../etc/passwd",
        "/page/..%2f..%2fapp.py",
        "/page/%2e%2e/app.py",
        "/page/index.html",
        "/page/sample.png",
        "/page//etc/passwd",
        "/page/page.css%00",
        "/card/../script.txt",
        "/card/%2e%2e%2fscript.png",
        "/card/" + "0" * 64 + ".png",
        "/card/x.png",
        "/script.yaml",
        "/events",
        "/events?look=other::",
        "/events?look=script",
        "/overlay?look=script::&number=99",
        "/overlay?look=script::../../etc/passwd&number=1",
        "/cards.zip?look=",
    ],
)
def test_no_path_leads_out(shared: Served, path: str) -> None:
    status, _, body = shared.ask(path)
    assert status in (404, 200) if path.startswith("/overlay?look=script::..") else status == 404
    assert b"root:" not in body


def test_pictures_outside_the_folder_are_not_shown(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (40, 40), "red").save(tmp_path / "outside.png")
    folder = tmp_path / "deck"
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    (folder / "layouts").symlink_to(tmp_path)
    script = folder / "script.yaml"
    script.write_text(SHORT.replace("    title:", "    photo: link.png\n    title:", 1), "utf-8")
    (tmp_path / "mine.yaml").write_text("body: {text: title}\n", "utf-8")
    with Served(script) as served:
        status, _, body = served.ask("/layouts.json")
        assert status == 200 and b'"mine"' not in body
        events = first_event(served, "script::")
        assert '"rule": "outside-folder"' in events
        assert '"number": 1, "key": ""' in events


def first_event(served: Served, look: str) -> str:
    """The first snapshot that is sent."""
    with socket.create_connection(("127.0.0.1", served.port), 10) as opened:
        cookie = f"cardnews-{served.port}={served.token}"
        opened.sendall(
            f"GET /events?look={look} HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nCookie: {cookie}\r\n\r\n".encode()
        )
        read = b""
        while b"data: " not in read or not read.partition(b"data: ")[2].count(b"\n\n"):
            more = opened.recv(65536)
            assert more, read
            read += more
    return read.partition(b"data: ")[2].decode("utf-8", "replace")


def test_only_this_machine_is_listened_to(shared: Served) -> None:
    table = Path("/proc/net/tcp").read_text("ascii") if Path("/proc/net/tcp").exists() else ""
    rows = re.findall(rf": ([0-9A-F]+):{shared.port:04X} [0-9A-F]+:0000 0A", table)
    assert rows in (["0100007F"], [])


def test_a_taken_port_gives_the_next_and_says_so() -> None:
    first, one = listen(0)
    with first:
        second, two = listen(one.port)
        with second:
            assert (one.taken, two.taken) == (None, one.port)
            assert two.port > one.port
            assert one.token != two.token
            assert two.url == f"http://127.0.0.1:{two.port}/?token={two.token}"


@pytest.mark.parametrize("port", [-1, 65536, 10**9])
def test_what_is_no_port_is_an_error(port: int) -> None:
    with pytest.raises(CardnewsError) as caught:
        listen(port)
    assert caught.value.findings[0].id == "preview-port"


@pytest.mark.parametrize("other", ['prefs={"a":1}', "odd", "=", "a=b=c", 'open="', "cardnews-1=x", "né=é"])
def test_a_cookie_of_another_server_locks_nobody_out(shared: Served, other: str) -> None:
    own = f"cardnews-{shared.port}={shared.token}"
    for cookie in (f"{other}; {own}", f"{own};{other}"):
        assert shared.ask("/script.txt", token=False, cookie=cookie)[0] == 200
    assert shared.ask("/script.txt", token=False, cookie=f"{other}; cardnews-{shared.port}=x")[0] == 403
    assert shared.ask("/script.txt", token=False, cookie=f"x{own}")[0] == 403


def test_a_picture_is_kept_for_this_run_alone(served: Served) -> None:
    key, _, run = first_event(served, "script::").partition('"key": "')[2].partition('"')[0].partition("-")
    assert len(key) == 64 and run
    status, headers, _ = served.ask(f"/card/{key}-{run}.png")
    assert status == 200 and "immutable" in headers["cache-control"]
    for name in (key, f"{key}-", f"{key}-{run}0"):
        status, headers, _ = served.ask(f"/card/{name}.png")
        assert (status, headers["cache-control"]) == (404, "no-store")


@pytest.mark.parametrize("text", [None, "", "title: x\n", "a: [\n", "slides: []\n"])
def test_a_script_without_a_card_says_why_in_the_page(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "script.yaml"
    path.write_text(SHORT, "utf-8")
    with Served(path) as served:
        path.unlink() if text is None else path.write_text(text, "utf-8")
        told = first_event(served, "script::")
        assert '"cards": []' in told and '"severity": "error"' in told


def test_no_more_themes_are_shown_than_a_page_may_ask_for(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    for number in range(30):
        shutil.copy(ROOT / "layouts" / "themes" / "hope.yaml", tmp_path / "themes" / f"theme-{number}.yaml")
    with Served(None, cwd=tmp_path) as served:
        assert len(json.loads(served.ask("/layouts.json")[2])["themes"]) == 24
