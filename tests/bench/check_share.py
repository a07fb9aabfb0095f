"""Cold processes of `check` without painting, of `check`, and of `render` in turn: what checking costs beside making.

Run as `python tests/bench/check_share.py [ROUNDS]`. Without painting, checking the flagship is to take under 40 %
of the time that making its cards takes.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

from run import SCRIPT, Cost, cardnews, cost

LIMIT = 0.4


def check(*options: str) -> list[str]:
    return ["-m", "cardnews", "check", str(SCRIPT), *options]


def rounds(count: int) -> list[tuple[Cost, Cost, Cost]]:
    """What `count` rounds cost: check without painting, check, render."""
    with tempfile.TemporaryDirectory() as folder:
        sides = (check("--no-pixels"), check(), cardnews(Path(folder)))
        return [(cost(sides[0]), cost(sides[1]), cost(sides[2])) for _ in range(count)]


def share(found: list[tuple[Cost, Cost, Cost]]) -> float:
    """The median, round by round, of the time of checking without painting in that of making."""
    return median(plain.wall / made.wall for plain, _, made in found)


def main(count: int) -> None:
    """Measure and print medians."""
    rounds(1)  # writes the compiled modules
    found = rounds(count)
    print(f"{count} rounds, {SCRIPT.parent.name}, cold")
    print(f"{'':12}{'no pixels':>10}{'check':>10}{'render':>10}")
    for name, unit in (("wall", "ms"), ("cpu", "ms"), ("memory", "MiB")):
        medians = (median(getattr(one[side], name) for one in found) for side in range(3))
        print(f"{name + ', ' + unit:12}" + "".join(f"{value:10.1f}" for value in medians))
    print(f"check without painting takes {100 * share(found):.0f} % of render (limit {100 * LIMIT:.0f} %)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
