"""The import of 100,000 lines by the command line: time against the goal of 30 s, memory against that of 10,000 lines.

Prints the worst of five; returns 1 when a limit is missed. The time is the wall's, of the whole program.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LINES, FEWER, ROUNDS, SECONDS, GROWTH = 100_000, 10_000, 5, 30.0, 2.5
SIGNS = ("", "! ", '" ', "? ", "+ ", "~ ", "= ", "> ", "^ ")


def write_notes(path: Path, count: int) -> None:
    """Notes of every kind, from 300 speakers under 12 themes, in sessions of 500."""
    with path.open("w", encoding="utf-8") as file:
        for place in range(count):
            if place % 500 == 0:
                file.write(f"## Session {place // 500}\n")
            sign = SIGNS[place % len(SIGNS)]
            file.write(f"{sign}@s{place % 300} Budget lines matter more than plans, said {place} #theme{place % 12}\n")


def measure(folder: Path, count: int) -> tuple[float, float]:
    """Seconds and peak memory in MB of one import into a new workshop."""
    source, target = folder / "notes.txt", folder / "notes.workshop"
    write_notes(source, count)
    target.unlink(missing_ok=True)
    start = time.perf_counter()
    program = [sys.executable, "-m", "facilitator", "import", str(target), str(source), "--quiet"]
    subprocess.run(program, check=True)
    # of all children so far, so the smaller import is measured first
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> int:
    """Measure both sizes and say what they cost."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _, base = measure(folder, FEWER)
        runs = [measure(folder, LINES) for _ in range(ROUNDS)]
    seconds, memory = max(run[0] for run in runs), max(run[1] for run in runs)
    print(f"import of {LINES} lines: {seconds:.1f} s (limit {SECONDS:.0f}), {memory:.0f} MB at the peak")
    print(f"memory against {FEWER} lines ({base:.0f} MB): {memory / base:.2f} (limit {GROWTH})")
    return int(seconds > SECONDS or memory / base > GROWTH)


if __name__ == "__main__":
    sys.exit(main())
