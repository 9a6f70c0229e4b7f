"""What `make run` and `make pictures` show: the window with the sample workshop, or pictures of it and its papers."""

from __future__ import annotations

import json
import shutil
import subprocess

from environment import ROOT, tool

BUILD = ROOT / "build"
TOUR = BUILD / "tour"
WORKSHOP = TOUR / "sample.workshop"
SAMPLE = BUILD / "sample.workshop"
"""What the window opens; it is kept, so that what somebody tries out is there the next time."""
PICTURES = ROOT / "docs" / "pictures"
GUIDE = ROOT / "docs" / "guide" / "pictures"
NOTES = (3, 3000)
"""Of each picture of a place there is one with so few notes and one with so many."""
PAPERS = (
    ("session", "session.pdf"),
    ("day", "day.pdf"),
    ("outcome", "outcome.pdf"),
    ("matrix", "matrix.pdf"),
    ("minutes", "minutes.pdf"),
    ("outcome", "outcome.docx"),
    ("workshop", "workshop.json"),
)


def open_window() -> int:
    """Open the window with the sample workshop, which is made the first time; returns the exit code."""
    if not SAMPLE.exists():
        SAMPLE.parent.mkdir(parents=True, exist_ok=True)
        made = subprocess.run([tool("facilitator"), "sample", str(SAMPLE)], check=False).returncode
        if made != 0:
            return made
    return subprocess.run([tool("facilitator"), str(SAMPLE)], check=False).returncode


def make_pictures() -> int:
    """Take every place in each palette, in both sizes, with few and with many notes, and those of the guide.

    Returns the exit code of the first command that fails, or 0.
    """
    folder = BUILD / "pictures"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    workshops = []
    for notes in NOTES:
        workshop = folder / f"{notes}.workshop"
        counts = ["--notes", str(notes), "--recommendations", str(max(1, notes // 6))]
        made = subprocess.run([tool("facilitator"), "sample", str(workshop), *counts, "--quiet"], check=False)
        if made.returncode != 0:
            return made.returncode
        workshops.append(str(workshop))
    sample = folder / "Bangkok.workshop"
    made = subprocess.run([tool("facilitator"), "sample", str(sample), "--quiet"], check=False)
    if made.returncode != 0:
        return made.returncode
    return _photograph("--all", str(PICTURES), *workshops) or _photograph("--guide", str(GUIDE), str(sample))


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
    print("\nThe window has no screen here; pictures of its places:\n", flush=True)
    return _photograph(str(TOUR), str(WORKSHOP))


def _photograph(*arguments: str) -> int:
    return subprocess.run([tool("python"), str(ROOT / "packaging" / "pictures.py"), *arguments], check=False).returncode


def _export(report: str, name: str) -> list[str]:
    return ["export", str(WORKSHOP), report, "-o", str(TOUR / name)]


def _line(result: dict[str, object]) -> str:
    pages = result.get("pages")
    count = "" if pages is None else f"  ({pages} page{'' if pages == 1 else 's'})"
    return f"{result['path']}{count}"
