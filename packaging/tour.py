"""The tour of `make run`: the sample workshop and what can be printed of it, in build/tour."""

from __future__ import annotations

import json
import shutil
import subprocess

from environment import ROOT, tool

TOUR = ROOT / "build" / "tour"
WORKSHOP = TOUR / "sample.workshop"
PAPERS = (
    ("session", "session.pdf"),
    ("day", "day.pdf"),
    ("outcome", "outcome.pdf"),
    ("matrix", "matrix.pdf"),
    ("minutes", "minutes.pdf"),
    ("outcome", "outcome.docx"),
    ("workshop", "workshop.json"),
)


def make() -> int:
    """Make everything anew and print where it is; returns the exit code of the first command that fails, or 0."""
    shutil.rmtree(TOUR, ignore_errors=True)
    TOUR.mkdir(parents=True)
    lines = []
    for arguments in (["sample", str(WORKSHOP)], *(_export(report, name) for report, name in PAPERS)):
        done = subprocess.run(
            [tool("facilitator"), *arguments, "--json"], stdout=subprocess.PIPE, encoding="utf-8", check=False
        )
        if done.returncode != 0:
            return done.returncode
        lines.append(_line(json.loads(done.stdout)))
    print("The sample workshop and its papers:\n", *lines, sep="\n  ")
    return 0


def _export(report: str, name: str) -> list[str]:
    return ["export", str(WORKSHOP), report, "-o", str(TOUR / name)]


def _line(result: dict[str, object]) -> str:
    pages = result.get("pages")
    count = "" if pages is None else f"  ({pages} page{'' if pages == 1 else 's'})"
    return f"{result['path']}{count}"
