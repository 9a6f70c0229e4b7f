"""`facilitator show` of the sample against `python -c pass`: reported, the worst of five pairs, without a limit."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 5
UNWANTED = ("reportlab", "alembic", "openpyxl", "docx", "rich", "icu", "pypdfium2")


def seconds(*arguments: str) -> float:
    """The wall's time of one run of Python."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def loaded(path: Path) -> list[str]:
    """Which packages `show` loads that it has no use for."""
    code = "import sys; from facilitator.__main__ import main; main(sys.argv[2:]); "
    code += "sys.stderr.write(' '.join(name for name in sys.argv[1].split() if name in sys.modules))"
    program = [sys.executable, "-c", code, " ".join(UNWANTED), "show", str(path), "--json"]
    return subprocess.run(program, check=True, capture_output=True, text=True).stderr.split()


def main() -> int:
    """Compare in turn; returns 1 when something avoidable is loaded."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "sample.workshop"
        seconds("-m", "facilitator", "sample", str(path))
        pairs = [
            (seconds("-m", "facilitator", "show", str(path), "--json"), seconds("-c", "pass")) for _ in range(ROUNDS)
        ]
        avoidable = loaded(path)
    shown, bare = max(pairs, key=lambda pair: pair[0] / pair[1])
    print(f"show {shown * 1000:.0f} ms, python -c pass {bare * 1000:.0f} ms: {shown / bare:.1f} times")
    print(f"avoidable imports: {', '.join(avoidable) or 'none'}")
    return int(bool(avoidable))


if __name__ == "__main__":
    sys.exit(main())
