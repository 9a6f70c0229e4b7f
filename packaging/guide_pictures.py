"""The pictures that `docs/guide` shows: each place of the sample workshop in the state that its page speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pictures import Photographer

    from facilitator.settings import Palette

SIZE = (1366, 768)
COLOURS = 256
"""What a PNG with a table of its colours can hold; these pictures are committed."""
SESSIONS_ON = 2
"""The third session has everything in it: each kind of note, what is private, and what is to be filled in."""
BRACKETED = 21
"""The recommendation in whose wording something is still in brackets."""
OUTCOME = 2
"""Which of the reports is shown."""

Scene = Callable[["Photographer"], object]


def _go(name: str) -> Scene:
    return lambda photographer: photographer.window.go(name)


def _do(place: str, *commands: str, text: str = "") -> Scene:
    """In a place, carry out commands one after the other, then type."""

    def act(photographer: Photographer) -> None:
        photographer.window.go(place)
        photographer.settle()
        for command in commands:
            photographer.window.context.actions.trigger(command)
            photographer.settle()
        if text:
            photographer.type(text)

    return act


def _find_person(photographer: Photographer) -> None:
    _do("people", text="bu")(photographer)
    photographer.settle()
    photographer.window.context.actions.trigger("people.open")


def _outcome(photographer: Photographer) -> None:
    from PySide6.QtWidgets import QRadioButton

    photographer.window.go("reports").findChildren(QRadioButton)[OUTCOME].click()


def _card(photographer: Photographer) -> None:
    from PySide6.QtCore import Qt

    photographer.window.go("wall")
    photographer.settle()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        photographer.press(key)


def _wording(photographer: Photographer) -> None:
    from facilitator.desktop.recommendations.place import RecommendationsPlace

    place = photographer.window.go("recommendations")
    photographer.settle()
    if isinstance(place, RecommendationsPlace):
        place.go_to(next(row.key for row in place.rows if row.counted == BRACKETED))
        place.panel.reasons.fold(False)


SCENES: tuple[tuple[str, Palette, Scene], ...] = (
    ("capture", "paper", _do("capture", *["capture.session-after"] * SESSIONS_ON)),
    ("capture-dark", "slate", _go("capture")),
    ("wall-dark", "slate", _go("wall")),
    ("wall", "paper", _go("wall")),
    ("wall-card", "paper", _card),
    ("capture-hint", "paper", _do("capture", text="! @fin1 Publish the budget of every plan #fin")),
    ("programme", "paper", _do("programme", "programme.edit")),
    ("people", "paper", _find_person),
    ("recommendations", "paper", _go("recommendations")),
    ("wording", "paper", _wording),
    ("reports", "paper", _outcome),
    ("search", "paper", _do("capture", "search", text="budget")),
    ("shortcuts", "paper", _do("capture", "shortcuts")),
    ("settings", "paper", _go("settings")),
    ("start", "paper", _go("start")),
    ("new-workshop", "paper", _do("start", "new", text="Water for all")),
    # The last one, because the session stays off the record.
    ("off-the-record", "paper", _do("capture", "capture.off-record")),
)
"""Name, palette, and what leads there from the scene before."""
BACK = 4
"""Esc so often closes whatever a scene has opened."""


def take(photographer: Photographer, folder: Path) -> Iterator[Path]:
    """A picture of each scene; gives the path once it is written."""
    folder.mkdir(parents=True, exist_ok=True)
    window = photographer.window
    window.resize(*SIZE)
    for name, palette, scene in SCENES:
        window.context.look.choose_palette(palette)
        scene(photographer)
        photographer.settle()
        yield photographer.save(folder / f"{name}.png", colours=COLOURS)
        for _ in range(BACK):
            window.context.actions.trigger("step-back")
        photographer.clear_field()
        photographer.settle()
