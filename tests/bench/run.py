"""Cold processes of cardnews and of the hand-tuned Pillow baseline in turn: time, CPU and memory.

Run as `python tests/bench/run.py [PAIRS]`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SCRIPT = ROOT / "examples" / "governance" / "script.yaml"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: ms of wall time and of CPU, MiB at its peak."""

    wall: float
    cpu: float
    memory: float


def cost(arguments: list[str]) -> Cost:
    """Run a Python process to its end.

    Raises:
        RuntimeError: where it fails.
    """
    # Both sides run from compiled modules, as an installed program does; the first run writes them.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{arguments} ended with {process.returncode}")
    # Linux counts KiB, macOS bytes.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(1000 * wall, 1000 * (usage.ru_utime + usage.ru_stime), usage.ru_maxrss / unit)


def cardnews(out: Path) -> list[str]:
    return ["-m", "cardnews", "render", str(SCRIPT), "-o", str(out / "cardnews")]


def baseline(out: Path) -> list[str]:
    program = f"import sys; sys.path.insert(0, {str(HERE)!r}); import baseline; baseline.draw_all(sys.argv[1])"
    return ["-c", program, str(out / "baseline")]


def main(pairs: int) -> None:
    """Measure `pairs` pairs and print medians, with the median of the ratios pair by pair."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        for arguments in (cardnews(out), baseline(out)):
            cost(arguments)
        found = [(cost(cardnews(out)), cost(baseline(out))) for _ in range(pairs)]
    print(f"{pairs} pairs, ten cards, cold")
    print(f"{'':12}{'cardnews':>10}{'baseline':>10}{'ratio':>8}")
    for name, unit in (("wall", "ms"), ("cpu", "ms"), ("memory", "MiB")):
        ours = [getattr(one, name) for one, _ in found]
        theirs = [getattr(two, name) for _, two in found]
        ratio = median(a / b for a, b in zip(ours, theirs, strict=True))
        print(f"{name + ', ' + unit:12}{median(ours):10.1f}{median(theirs):10.1f}{ratio:8.2f}")
    starts = [(cost(["-c", "import cardnews"]), cost(["-c", "pass"])) for _ in range(pairs)]
    whole = [(cost(["-c", "import cardnews.render"]), cost(["-c", "pass"])) for _ in range(pairs)]
    for name, costs in (("import cardnews", starts), ("import cardnews.render", whole)):
        bare = median(two.wall for _, two in costs)
        print(f"{name}: {median(a.wall - b.wall for a, b in costs):.1f} ms over a bare interpreter ({bare:.1f} ms)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
