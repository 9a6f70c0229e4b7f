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
import forms
import tour
from environment import ROOT

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-logo"),
    ("deptry", "src"),
    ("python", "packaging/check_forms.py"),
)
LEFTOVERS = (
    "src/facilitator/desktop/forms",
    "src/facilitator/desktop/translations",
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
    """Open the window with the sample workshop; without a screen, make pictures and papers and say where they are."""
    _get_ready()
    return tour.open_window() if environment.has_screen() else tour.make()


def pictures() -> int:
    """Take a picture of every place in each palette and size."""
    _get_ready()
    return tour.make_pictures()


def i18n() -> int:
    """Collect what is to be translated into resources/i18n."""
    _get_ready(dev=True)
    return _call("python", "packaging/collect_strings.py")


def check() -> int:
    """Run every check of the code; returns 1 if one of them finds something."""
    _get_ready(dev=True)
    failed = [" ".join(command) for command in CHECKS if _call(*command) != 0]
    for name in failed:
        print(f"failed: {name}", flush=True)
    return 1 if failed else 0


def test() -> int:
    """Run the checks and then the tests, these even if a check has failed, so that one run tells everything."""
    checked = check()
    return _call("pytest") or checked


def faults() -> int:
    """Cut the power and kill the program ten and twenty times as often as the tests do; takes about an hour."""
    _get_ready(dev=True)
    cuts = _call("pytest", "--many=10", "--timeout=0", "tests/faults/test_power_cut.py")
    kills = ("tests/faults/test_kill.py", "tests/desktop/test_killed_while_typing.py")
    return _call("pytest", "--many=20", "--timeout=0", *kills) or cuts


def bench() -> int:
    """Run each benchmark; returns 1 if one of them misses its limit."""
    _get_ready(dev=True)
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


def _get_ready(*, dev: bool = False) -> None:
    """Have everything installed, and forms and translations compiled from what `ui` and `resources/i18n` hold now."""
    environment.ensure(dev=dev)
    forms.compile_all(environment.tool("python"))


def _call(name: str, *arguments: str) -> int:
    print(f"$ {name} {' '.join(arguments)}".rstrip(), flush=True)
    # A bare machine knows no other locale, and tools must not differ between machines.
    settings = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run([environment.tool(name), *arguments], cwd=ROOT, env=settings, check=False).returncode


COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "faults": faults,
    "bench": bench,
    "pictures": pictures,
    "i18n": i18n,
    "clean": clean,
}


def main() -> int:
    """Carry out the command named on the command line."""
    if len(sys.argv) != 2 or sys.argv[1] not in COMMANDS:
        print(f"Say one of: {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    try:
        return COMMANDS[sys.argv[1]]()
    except (environment.SetUpStopped, forms.NotCompiled) as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
