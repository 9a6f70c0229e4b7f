"""The commands of the checkout: `make run`, `make test`, and `py packaging/make.py run` where there is no make.

Standard library only, and nothing here needs more than a bare Python: the rest is set up by `environment`.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036  (this file is what an older Python meets)
    sys.exit(
        "facilitator needs Python 3.11 or newer, this is {}.{}. Install it, then `make PYTHON=python3.11 run`.".format(
            *sys.version_info[:2]
        )
    )

import os
import shutil
import subprocess

import environment
import tour
from environment import ROOT

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-logo"),
    ("deptry", "src"),
)
LEFTOVERS = (
    ".venv",
    "build",
    "dist",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".hypothesis",
    ".import_linter_cache",
)


def run() -> int:
    """Make the sample workshop and its papers, and say where they are."""
    environment.ensure()
    return tour.make()


def check() -> int:
    """Run every check of the code; returns 1 if one of them finds something."""
    environment.ensure(dev=True)
    failed = [" ".join(command) for command in CHECKS if _call(*command) != 0]
    for name in failed:
        print(f"failed: {name}", flush=True)
    return 1 if failed else 0


def test() -> int:
    """Run the checks and then the tests, these even if a check has failed, so that one run tells everything."""
    checked = check()
    return _call("pytest") or checked


def bench() -> int:
    """Run each benchmark; returns 1 if one of them misses its limit."""
    environment.ensure(dev=True)
    scripts = sorted((ROOT / "benchmarks").glob("*.py"))
    failed = [script.name for script in scripts if _call("python", str(script)) != 0]
    for name in failed:
        print(f"missed: {name}", flush=True)
    return 1 if failed else 0


def clean() -> int:
    """Remove whatever the other commands have made."""
    for name in LEFTOVERS:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    environment.LOCK.unlink(missing_ok=True)
    return 0


def _call(name: str, *arguments: str) -> int:
    print(f"$ {name} {' '.join(arguments)}".rstrip(), flush=True)
    # A bare machine knows no other locale, and tools must not differ between machines.
    settings = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run([environment.tool(name), *arguments], cwd=ROOT, env=settings, check=False).returncode


COMMANDS = {"run": run, "test": test, "check": check, "bench": bench, "clean": clean}


def main() -> int:
    """Carry out the command named on the command line."""
    if len(sys.argv) != 2 or sys.argv[1] not in COMMANDS:
        print(f"Say one of: {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    try:
        return COMMANDS[sys.argv[1]]()
    except environment.SetUpStopped as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
