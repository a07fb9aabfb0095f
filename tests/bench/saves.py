"""How long from a save to the new pixels, measured in a real browser; and what a thousand saves do to memory.

Run it by hand: `python tests/bench/saves.py [--saves 1000]`. Times are from the write's start to the frame after the
new picture, on one clock: the page's `performance.timeOrigin` is the system's.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from preview.served import Browser, Served, ten_cards

_WATCH = """
window.cards = [];
document.addEventListener("card", (event) => window.cards.push(event.detail));
"""
_PATIENCE = 20.0
_WARM = 20


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--saves", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=30)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder, Served(ten_cards(Path(folder))) as served, Browser() as browser:
        browser.open(served.url)
        browser.wait_for_cards(10)
        browser.script(_WATCH)
        script = served.script
        good = script.read_text("utf-8")

        def words(number: int) -> str:
            return good.replace("하나요?", f"하나요 {number}?", 1)

        measured = [saved(browser, script, words(number), 1) for number in range(asked.rounds + 3)][3:]
        report("text change, ten cards", measured)
        theme = script.parent / "themes" / "hope.yaml"
        colors = theme.read_text("utf-8")
        script.write_text(good, "utf-8")
        time.sleep(2)
        first: list[float] = []
        whole: list[float] = []
        for number in range(asked.rounds // 2):
            text = colors.replace("#FFF7E8", f"#FFF7{number:02X}").replace("#1E1813", f"#1E18{number:02X}")
            whole.append(saved(browser, theme, text, 10, first))
        report("theme change, the card on the screen", first)
        report("theme change, all ten cards", whole)
        theme.write_text(colors, "utf-8")
        time.sleep(2)
        memory = []
        lost = 0
        for number in range(asked.saves):
            browser.script("window.cards = []")
            script.write_text(words(1000 + number), "utf-8")
            if not arrived(browser, 1, 5.0):
                lost += 1
            if number >= _WARM and number % 10 == 0:
                memory.append(served.memory())
        if memory:
            used = f"memory {memory[0]:.1f} to {memory[-1]:.1f} MiB, at most {max(memory):.1f}"
            print(f"{asked.saves} saves: {lost} missed, {used}")


def saved(browser: Browser, path: Path, text: str, cards: int, first: list[float] | None = None) -> float:
    """Milliseconds from the write to the frame after the last of so many pictures; `first` takes those to the first."""
    browser.script("window.cards = []")
    time.sleep(1.1)
    start = time.time()
    path.write_text(text, "utf-8")
    if not arrived(browser, cards, _PATIENCE):
        raise SystemExit(f"{cards} cards expected, {browser.script('return window.cards.length')} came")
    times = [float(card["at"]) - 1000 * start for card in browser.script("return window.cards")]
    if first is not None:
        first.append(min(times))
    return max(times)


def arrived(browser: Browser, cards: int, patience: float) -> bool:
    until = time.monotonic() + patience
    while browser.script("return window.cards.length") < cards:
        if time.monotonic() > until:
            return False
        time.sleep(0.005)
    return True


def report(what: str, values: list[float]) -> None:
    values = sorted(values)
    middle = statistics.median(values)
    print(f"{what}: median {middle:.0f} ms, {values[0]:.0f} to {values[-1]:.0f} ms, {len(values)} saves")


if __name__ == "__main__":
    main()
