"""How long a card of each example takes, beside one of the flagship: `python tests/bench/decks.py [ROUNDS]`.

The decks take turns in one process, so that what else the machine does falls on all of them; each one's median is told.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import process_time

from cardnews.compose.series import compose_size
from cardnews.export.png import encode_png
from cardnews.paint.painter import Painter
from cardnews.reader import load_script
from cardnews.script import SIZES, Size

ROOT = Path(__file__).resolve().parents[2]
PORTRAIT = Size("portrait", *SIZES["portrait"])


def seconds_per_card(path: Path) -> float:
    """From the script to PNG files in memory, as `cardnews render` does it, in seconds of computing."""
    started = process_time()
    frames = compose_size(load_script(path), PORTRAIT).frames
    painter = Painter()
    for frame in frames:
        encode_png(painter.paint(frame))
    return (process_time() - started) / len(frames)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    decks = sorted((ROOT / "examples").glob("*/script.yaml"))
    for path in decks:
        seconds_per_card(path)
    taken: dict[Path, list[float]] = {path: [] for path in decks}
    for _ in range(rounds):
        for path in decks:
            taken[path].append(seconds_per_card(path))
    flagship = median(taken[ROOT / "examples" / "governance" / "script.yaml"])
    for path in decks:
        one = median(taken[path])
        print(f"{path.parent.name:18} {1000 * one:6.1f} ms a card  {one / flagship:5.2f} of the flagship")


if __name__ == "__main__":
    main()
