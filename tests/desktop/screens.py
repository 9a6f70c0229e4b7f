"""Every place of the window and what opens in it, each reached as a person reaches it."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.desktop.capture.place import CapturePlace
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.notices import Notice, WayOut
from facilitator.desktop.recommendations.place import RecommendationsPlace
from facilitator.desktop.wall.place import WallPlace

Reach = Callable[[MainWindow, QtBot], object]
"""Goes to a screen, which is then on the window."""
ROUNDS = 4


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until everything that was asked for is answered and laid out."""
    qtbot.waitUntil(lambda: not window.context.bridge.is_waiting)
    # What is laid out may ask for another layout of what lies around it.
    for _ in range(ROUNDS):
        QApplication.processEvents()


def leave(window: MainWindow, qtbot: QtBot) -> None:
    """Close what has been opened, one step after the other, as Esc does."""
    window.context.notices.take_back("test")
    for _ in range(5):
        window.context.actions.trigger("step-back")
    settle(window, qtbot)


def _place(name: str) -> Reach:
    def reach(window: MainWindow, qtbot: QtBot) -> QWidget:
        place = window.go(name)
        settle(window, qtbot)
        return place

    return reach


def _command(place: str, command: str) -> Reach:
    def reach(window: MainWindow, qtbot: QtBot) -> None:
        _place(place)(window, qtbot)
        assert window.context.actions.trigger(command), command
        settle(window, qtbot)

    return reach


def _wall(command: str) -> Reach:
    def reach(window: MainWindow, qtbot: QtBot) -> None:
        place = _place("wall")(window, qtbot)
        assert isinstance(place, WallPlace)
        column = next(place.board.column(theme.key) for theme in place.themes if theme.home)
        column.list.setFocus()
        column.list.setCurrentIndex(column.list.model().index(0, 0))
        settle(window, qtbot)
        assert window.context.actions.trigger(command), command
        settle(window, qtbot)

    return reach


def _register(command: str) -> Reach:
    def reach(window: MainWindow, qtbot: QtBot) -> None:
        place = _place("recommendations")(window, qtbot)
        assert isinstance(place, RecommendationsPlace)
        place.open_panel()
        settle(window, qtbot)
        if command:
            assert window.context.actions.trigger(command), command
            settle(window, qtbot)

    return reach


def _typing(text: str) -> Reach:
    def reach(window: MainWindow, qtbot: QtBot) -> None:
        place = _place("capture")(window, qtbot)
        assert isinstance(place, CapturePlace)
        place.desk.line.put(text)
        settle(window, qtbot)

    return reach


def _searching(window: MainWindow, qtbot: QtBot) -> None:
    _command("capture", "search")(window, qtbot)
    field = window.focusWidget()
    qtbot.keyClicks(field, "the")
    qtbot.keyClicks(field, " ")
    settle(window, qtbot)


def _notice(weight: Literal["ok", "warn", "danger"]) -> Reach:
    def reach(window: MainWindow, qtbot: QtBot) -> None:
        _place("capture")(window, qtbot)
        text = window.tr("Something that you typed is not saved. Try again, or close without it.")
        again = WayOut(window.tr("Try again"), lambda: None)
        window.context.notices.say(Notice("test", text, weight, (again,)))
        settle(window, qtbot)

    return reach


SCREENS: dict[str, Reach] = {
    **{name: _place(name) for name in ("programme", "capture", "wall", "recommendations", "people", "reports")},
    **{name: _place(name) for name in ("start", "settings", "restore")},
    "form of a session": _command("programme", "programme.edit"),
    "form of a person": _command("people", "people.add"),
    "new workshop": _command("start", "new"),
    "line that is read along": _typing('@gov1 "We need it" #Financing what is new ??'),
    "line with a warning": _typing("!!@kc"),
    "card on the wall": _wall("wall.open"),
    "card read large": _wall("wall.read"),
    "file by name": _wall("wall.file-by-name"),
    "new theme": _wall("wall.new-theme"),
    "card": _register(""),
    "versions of a card": _register("card.versions"),
    "linking a note": _register("card.link"),
    "palette": _command("capture", "palette"),
    "search": _searching,
    "shortcut sheet": _command("capture", "shortcuts"),
    "notice of success": _notice("ok"),
    "warning": _notice("warn"),
    "notice of a fault": _notice("danger"),
    # The last one, because the session stays off the record.
    "off the record": _command("capture", "capture.off-record"),
}
"""What each is called, and how it is reached."""
