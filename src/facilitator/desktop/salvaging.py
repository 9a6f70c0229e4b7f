"""Saving what can be read of a damaged workshop into a new one, and telling what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from .marking import N
from .notices import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.errors import FacilitatorError
    from facilitator.jobs.salvage import Salvaged

    from .context import Context

SALVAGED = "salvaged"
"""Topic of the notice."""
ENDING = ".workshop"
NAMED = 12
"""A sentence names so many numbers at most."""
TEXTS = {
    "name": N("Salvaging", "New name for what can be read"),
    "saved": N("Salvaging", "This is what could be read in %1: notes %2, recommendations %3."),
    "numbers": N("Salvaging", "Given once and not found any more: %1."),
    "more": N("Salvaging", "%1 and %2 more"),
    "closed": N(
        "Salvaging",
        "Only the history still held some notes, and their last change may be lost, so they are private: %1.",
    ),
    "missing": N("Salvaging", "Other things that are lost, or have a title that says so: %1."),
}


def ask_name(context: Context, path: Path, otherwise: Callable[[FacilitatorError | None], object]) -> None:
    """Let a new name be given, save under it what can be read at `path`, and open that.

    `otherwise` is called when nothing comes of it, with what was in the way, or None when the person left off.
    """
    from . import asking_files

    proposed = str(path.with_name(f"{path.stem} 2{ENDING}"))
    chosen = asking_files.ask_name(QApplication.activeWindow(), _text("name"), proposed)
    if chosen is None:
        otherwise(None)
    else:
        target = chosen if chosen.name.endswith(ENDING) else chosen.with_name(chosen.name + ENDING)
        save_readable(context, path, target, otherwise)


def save_readable(
    context: Context, path: Path, target: Path, otherwise: Callable[[FacilitatorError | None], object]
) -> None:
    """Make the workshop `target` of what can be read at `path` and open it; then the banner reports.

    `otherwise` as with `ask_name`.
    """
    from facilitator.jobs.salvage import salvage

    from .made_beside import MadeBeside

    MadeBeside(
        context,
        path,
        salvage,
        (path, target),
        then=lambda saved: context.notices.say(Notice(SALVAGED, report(path, saved), "warn")),
        otherwise=otherwise,
        cancelled=lambda: otherwise(None),
    ).begin()


def report(path: Path, saved: Salvaged) -> str:
    """What was saved and what is missing, in whole sentences."""
    said = [_filled("saved", path.name, str(saved.notes), str(saved.recommendations))]
    numbers = [str(number) for number in saved.numbers]
    if numbers:
        shown = ", ".join(numbers[:NAMED])
        more = len(numbers) - NAMED
        said.append(_filled("numbers", _filled("more", shown, str(more)) if more > 0 else shown))
    if saved.closed:
        said.append(_filled("closed", str(saved.closed)))
    if saved.missing:
        said.append(_filled("missing", str(sum(saved.missing.values()))))
    return " ".join(said)


def _filled(key: str, *parts: str) -> str:
    text = _text(key)
    for place, part in enumerate(parts, 1):
        text = text.replace(f"%{place}", part)
    return text


def _text(key: str) -> str:
    return QCoreApplication.translate("Salvaging", TEXTS[key])
