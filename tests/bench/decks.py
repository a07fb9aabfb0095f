"""How long a card of each example takes, beside one of the flagship: `python tests/bench/decks.py [ROUNDS]`.

The decks take turns, so that what else the machine does falls on all of them. First in one process, where a deck costs
what its cards do, by the clock and in computing, which threads share; then as commands, each a process of its own, in
the size of the script and in the three sizes that every deck is made for.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from run import ROOT, cost

from cardnews import render

FLAGSHIP = "governance"
DECKS = sorted((ROOT / "examples").glob("*/script.yaml"), key=lambda path: (path.parent.name != FLAGSHIP, path))
THREE = ("--size", "portrait,square,story")
Costs = dict[str, list[tuple[float, float]]]


def warm(path: Path, out: Path) -> tuple[float, float]:
    """Milliseconds a card, by the clock and of all threads, in this process."""
    clock, computing = perf_counter(), process_time()
    made = render(path, out).made
    return 1000 * (perf_counter() - clock) / made, 1000 * (process_time() - computing) / made


def cold(*options: str) -> Callable[[Path, Path], tuple[float, float]]:
    """Milliseconds a card, by the clock and of all threads, of a whole command."""

    def command(path: Path, out: Path) -> tuple[float, float]:
        spent = cost(["-m", "cardnews", "render", str(path), "-o", str(out), "--quiet", *options])
        made = sum(1 for _ in out.rglob("*.png"))
        return spent.wall / made, spent.cpu / made

    return command


def rounds(count: int, measure: Callable[[Path, Path], tuple[float, float]], decks: Iterable[Path] = DECKS) -> Costs:
    """What `count` rounds cost by deck, after one that does not count."""
    taken: Costs = {path.parent.name: [] for path in decks}
    for number in range(count + 1):
        for path in decks:
            with tempfile.TemporaryDirectory() as folder:
                one = measure(path, Path(folder) / "cards")
            if number:
                taken[path.parent.name].append(one)
    return taken


def show(title: str, taken: Costs) -> None:
    """Print the medians, and how often the flagship's they are."""
    print(title)
    print(f"{'':18}{'clock':>9}{'':7}{'computing':>9}")
    own = [median(one[side] for one in taken[FLAGSHIP]) for side in (0, 1)]
    for name, costs in taken.items():
        found = [median(one[side] for one in costs) for side in (0, 1)]
        print(f"{name:18}" + "  ".join(f"{ms:6.1f} ms{ms / ours:5.2f}" for ms, ours in zip(found, own, strict=True)))


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    show(f"a card in one process, {count} rounds", rounds(count, warm))
    show("a card of a command", rounds(count, cold()))
    show("a card of a command, three sizes", rounds(count, cold(*THREE)))


if __name__ == "__main__":
    main()
