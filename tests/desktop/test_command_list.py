"""The one list of commands: its keys are those of the design, nothing is bound twice, and each key is heard."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import SHIFT, capture_of, settle

from facilitator.desktop.commands.command import EVERYWHERE, Command
from facilitator.desktop.commands.listing import COMMANDS
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.places import PLACES

EXPECTED = {
    **{f"go.{place.name}": f"Ctrl+{number}" for number, place in enumerate(PLACES, 1)},
    "palette": "Ctrl+K", "search": "Ctrl+F", "shortcuts": "F1",
    "undo": "Ctrl+Z", "redo": "Ctrl+Y Ctrl+Shift+Z",
    "new": "Ctrl+N", "open": "Ctrl+O", "back-up": "Ctrl+S", "print": "Ctrl+P",
    "zoom-in": "Ctrl++ Ctrl+=", "zoom-out": "Ctrl+-", "zoom-reset": "Ctrl+0",
    "fold-rail": "Ctrl+B", "fold-side": "F9", "full-screen": "F11", "step-back": "Esc", "quit": "Ctrl+Q",
    "capture.save": "Return", "capture.complete": "Tab", "capture.word": "Ctrl+.", "capture.change-last": "Up",
    **{f"capture.speaker-{number}": f"Alt+{number}" for number in range(1, 10)},
    "capture.list-speaker": "F6", "fill-in": "F7", "capture.call-next": "F8", "capture.end-session": "Ctrl+E",
    "capture.session-before": "Ctrl+Up", "capture.session-after": "Ctrl+Down", "capture.off-record": "F12",
    "note.point": ".", "note.recommendation": "!", "note.quote": '"', "note.question": "?", "note.good-practice": "+",
    "note.challenge": "~", "note.decision": "=", "note.action": ">", "note.parking-lot": "^",
    "note.edit": "F2 Return", "note.split": "Ctrl+Return", "note.recommend": "Ctrl+R",
    "note.private": "P", "note.check-later": "L", "note.history": "H", "note.join": "J", "note.move": "M",
    "note.delete": "Del",
    **{f"wall.file-{number}": f"{number}" for number in range(1, 10)},
    **{f"wall.also-{number}": f"Shift+{number}" for number in range(1, 10)},
    "wall.tray": "0", "wall.does-not-fit": "X", "wall.file-by-name": "G", "wall.open": "Return", "wall.read": "Space",
    "wall.compare": "D", "wall.merge": "M", "wall.new-theme": "N", "wall.fold": "F", "wall.filter": "/",
    "card.previous": "PgUp", "card.next": "PgDown", "card.bracket": "Ctrl+[", "card.next-bracket": "Ctrl+]",
    "card.versions": "Ctrl+H", "card.link": "Ctrl+L",
    "card.tabled": "Ctrl+Shift+T", "card.agreed": "Ctrl+Shift+A", "card.reservation": "Ctrl+Shift+V",
    "card.not-agreed": "Ctrl+Shift+N", "card.parked": "Ctrl+Shift+K",
    "people.open": "Return", "people.add": "Ins", "programme.capture": "Return",
    "search.complete": "Tab", "search.clear": "Ctrl+Backspace",
}  # fmt: skip
"""The keys of the design, and one that it lacks: Ctrl+E ends a session. Commands that are not here have none."""
PLAIN_PLACES = ("capture", "wall", "people")


def test_ids_are_unique_and_say_their_place() -> None:
    ids = Counter(command.id for command in COMMANDS)
    assert [name for name, count in ids.items() if count > 1] == []
    assert all(command.text for command in COMMANDS)


def test_the_keys_are_those_of_the_design() -> None:
    found = {command.id: " ".join(command.keys) for command in COMMANDS if command.keys}

    assert found == EXPECTED


def test_every_key_is_one_that_qt_knows() -> None:
    for command in COMMANDS:
        for key in command.keys:
            sequence = QKeySequence(key)
            assert sequence.count() == 1
            assert sequence.toString() not in {"", "Unknown"}, key


def shortcuts_of(place: str) -> list[tuple[str, str]]:
    """Shortcuts that are alive in a place: those of everywhere, of the place, and of the panel that opens in it."""
    panel = "card" if place in {"wall", "recommendations"} else place
    alive = [one for one in COMMANDS if not one.in_view and one.place in {EVERYWHERE, place, panel}]
    return [(QKeySequence(key).toString(), command.id) for command in alive for key in command.keys]


@pytest.mark.parametrize("place", [place.name for place in PLACES])
def test_no_key_is_bound_twice_in_a_place(place: str) -> None:
    counted = Counter(key for key, _ in shortcuts_of(place))

    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("place", PLAIN_PLACES)
def test_no_plain_key_is_bound_twice_in_a_view_or_taken_from_it_by_a_shortcut(place: str) -> None:
    """Keys of the line itself and those of the list beside it are two things: the focus decides."""
    listed = [one for one in COMMANDS if one.in_view and one.place == place]
    groups: dict[str, list[Command]] = {}
    for command in listed:
        groups.setdefault(command.id.partition(".")[0], []).append(command)
    for group in groups.values():
        counted = Counter(QKeySequence(key).toString() for command in group for key in command.keys)
        assert [key for key, count in counted.items() if count > 1] == []
        assert not counted.keys() & {key for key, _ in shortcuts_of(place)}


def test_no_shortcut_takes_a_key_of_menus_or_input_methods() -> None:
    for command in COMMANDS:
        for key in command.keys:
            sequence = QKeySequence(key)[0]
            modifiers = sequence.keyboardModifiers()
            both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
            assert modifiers & both != both, key
            is_letter = Qt.Key.Key_A <= sequence.key() <= Qt.Key.Key_Z
            assert not (is_letter and modifiers == Qt.KeyboardModifier.AltModifier), key


@pytest.mark.parametrize(
    "command",
    [one for one in COMMANDS if not one.in_view and one.place == EVERYWHERE and one.keys and one.id != "quit"],
    ids=lambda command: command.id,
)
def test_every_shortcut_of_the_window_is_heard_in_the_capture_line(
    qtbot: QtBot, window: MainWindow, command: Command
) -> None:
    """Only whether the key reaches the command is looked at here; what it does is proved elsewhere."""
    actions = window.context.actions
    qtbot.waitUntil(lambda: actions.action("undo").isEnabled())
    action = actions.action(command.id)
    heard: list[bool] = []
    action.triggered.disconnect()
    action.triggered.connect(lambda *_: heard.append(True))
    if command.id == "redo":
        action.setEnabled(True)
    for keys in command.keys:
        key = QKeySequence(keys)[0]
        capture_of(window).desk.line.setFocus()
        QTest.keyClick(capture_of(window).desk.line, key.key(), key.keyboardModifiers())

    assert heard == [True] * len(command.keys)


@pytest.mark.parametrize(
    "command",
    [one for one in COMMANDS if one.place == "capture" and not one.in_view and one.keys],
    ids=lambda command: command.id,
)
def test_every_shortcut_of_capture_is_heard_there_and_nowhere_else(window: MainWindow, command: Command) -> None:
    action = window.context.actions.action(command.id)
    capture = capture_of(window)
    if command.id.startswith("note."):
        capture.view.choose(capture.view.notes.rows[0].key)
        capture.view.setFocus()
    heard: list[str] = []
    action.triggered.disconnect()
    action.triggered.connect(lambda *_: heard.append(window.place.name))
    key = QKeySequence(command.keys[0])[0]
    for place in ("capture", "wall"):
        if place != "capture":
            window.go(place)
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key.key(), key.keyboardModifiers())

    assert heard == ["capture"]


@pytest.mark.parametrize("place", [place.name for place in PLACES])
def test_tab_alone_walks_through_a_place_and_ends_where_it_began(qtbot: QtBot, window: MainWindow, place: str) -> None:
    window.go(place)
    settle(qtbot, window)
    begun = QApplication.focusWidget()
    assert begun is not None
    seen = walked(begun, Qt.Key.Key_Tab)
    back = walked(begun, Qt.Key.Key_Backtab)

    assert set(seen) == set(back)
    missed = [widget for widget in reachable(window) if widget not in seen]
    assert missed == []


def walked(begun: QWidget, key: Qt.Key) -> list[QWidget]:
    """Who gets the focus until it is back where it began."""
    begun.setFocus()
    seen: list[QWidget] = []
    for _ in range(200):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
        QTest.keyClick(focus, key, SHIFT if key == Qt.Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
        if QApplication.focusWidget() is begun:
            return seen
    raise AssertionError(f"the walk does not come back; it ends among {seen[-3:]}")


def reachable(window: MainWindow) -> list[QWidget]:
    """Every control on the screen that takes the focus by Tab."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.window() is window
    ]
