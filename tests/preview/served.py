"""A preview in a process of its own, and a real browser that looks at it."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
DRIVER = shutil.which("chromedriver")
AXE = Path(os.environ.get("CARDNEWS_AXE") or Path.home() / ".cache/cardnews/node_modules/axe-core/axe.min.js")
_STARTING = 30.0


def ten_cards(folder: Path) -> Path:
    """A copy of the shipped example, with the theme as a file of its own."""
    shutil.copy(ROOT / "examples" / "governance" / "script.yaml", folder)
    (folder / "themes").mkdir()
    shutil.copy(ROOT / "layouts" / "themes" / "hope.yaml", folder / "themes")
    return folder / "script.yaml"


class Served:
    """`cardnews preview` until the end of the `with` block."""

    def __init__(self, script: Path | None, *arguments: str, language: str = "ko", cwd: Path | None = None) -> None:
        self.script = script or Path()
        named = [] if script is None else [str(script)]
        command = [sys.executable, "-m", "cardnews", "preview", *named, "--port", "0", "--lang", language, *arguments]
        environ = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", env=environ, cwd=cwd
        )
        assert self.process.stdout is not None
        self.said: list[str] = []
        self.url = ""
        while not self.url:
            line = self.process.stdout.readline()
            assert line, self.said
            self.said.append(line)
            found = re.search(r"http://\S+", line)
            self.url = found[0] if found else ""
        self.port = urlsplit(self.url).port or 0
        self.token = self.url.partition("token=")[2]

    def __enter__(self) -> Served:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.end()

    def end(self, sent: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """Interrupt it; its exit code and what it said since its address."""
        self.process.send_signal(sent)
        try:
            rest, _ = self.process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        return self.process.returncode, rest

    def ask(
        self, path: str, method: str = "GET", *, token: bool = True, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of an answer; `host` and the like are headers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        sent = {"host": f"127.0.0.1:{self.port}", **headers}
        if token:
            sent["cookie"] = f"cardnews-{self.port}={self.token}"
        for name, value in sent.items():
            connection.putheader(name, value)
        if method == "POST":
            connection.putheader("content-length", "0")
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    def memory(self) -> float:
        """Resident memory in MiB."""
        text = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024  # type: ignore[index]


class Browser:
    """Chromium without a window."""

    def __init__(self, width: int = 1440, height: int = 900, **features: str) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = str(CHROMIUM)
        for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(DRIVER))
        self.resize(width, height)
        self.emulate(**features)

    def __enter__(self) -> Browser:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.driver.quit()

    def resize(self, width: int, height: int) -> None:
        self._command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    def emulate(self, **features: str) -> None:
        """Media features, such as `prefers_color_scheme="dark"`."""
        named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self._command("Emulation.setEmulatedMedia", features=named)

    def _command(self, name: str, **values: object) -> Any:
        return self.driver.execute_cdp_cmd(name, values)

    def open(self, url: str) -> None:
        self.driver.get(url)

    def script(self, code: str, *arguments: object) -> Any:
        return self.driver.execute_script(code, *arguments)

    def wait(self, code: str, *arguments: object, patience: float = 15.0) -> Any:
        """The first value of a JavaScript expression that is true."""
        until = time.monotonic() + patience
        while not (value := self.script(f"return {code}", *arguments)):
            assert time.monotonic() < until, code
            time.sleep(0.02)
        return value

    def wait_for_cards(self, count: int) -> None:
        """Until so many pictures are on the page."""
        self.wait("document.querySelectorAll('#stage .card img').length >= arguments[0]", count)

    def swipe(self, x: int, y: int, by: int) -> None:
        """A finger that moves sideways."""
        self._command("Emulation.setTouchEmulationEnabled", enabled=True)
        self._command("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        for step in range(1, 11):
            point = {"x": x + by * step // 10, "y": y}
            self._command("Input.dispatchTouchEvent", type="touchMove", touchPoints=[point])
        self._command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
        self._command("Emulation.setTouchEmulationEnabled", enabled=False)

    def complaints(self) -> list[str]:
        """What the browser's console says is wrong."""
        entries = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in entries if entry["level"] in ("SEVERE", "WARNING")]
