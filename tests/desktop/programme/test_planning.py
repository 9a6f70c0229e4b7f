"""Planning the days: adding, moving, deleting, and going to capture."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.rooms import closed, made, opened, settled

from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.programme.day_list import MIME, DayList
from facilitator.desktop.programme.place import ProgrammePlace
from facilitator.domain.kinds import NoteKind, Rule, SessionKind
from facilitator.store.edits import Edits

ONE, TWO = date(2023, 8, 9), date(2023, 8, 10)


def two_days(edits: Edits) -> None:
    opening = edits.sessions.add("Opening", day=ONE, starts=time(9), ends=time(9, 30), place="Main hall")
    edits.sessions.add("Panel", kind=SessionKind.PANEL, day=ONE, starts=time(9, 30), ends=time(11))
    edits.sessions.add("Lunch", kind=SessionKind.BREAK, day=ONE, starts=time(12))
    edits.sessions.add("Adoption", day=TWO, starts=time(15))
    edits.notes.capture(opening.id, NoteKind.POINT, "Welcome")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = opened(qtbot, made(tmp_path / "water.workshop", two_days), "programme")
    yield window
    # What a test has left in a field is not worth asking for.
    window._may_lose = True
    closed(qtbot, window)


def place_of(window: MainWindow) -> ProgrammePlace:
    assert isinstance(window.place, ProgrammePlace)
    return window.place


def lists(window: MainWindow) -> list[DayList]:
    return sorted(window.place.findChildren(DayList), key=lambda one: one.mapTo(window, QPoint()).x())


def titles(window: MainWindow) -> list[list[str]]:
    return [[line.title for line in one.lines.rows] for one in lists(window)]


def chosen(window: MainWindow) -> str:
    key = place_of(window).board.chosen
    return next(line.title for one in lists(window) for line in one.lines.rows if line.key == key)


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def type_into(field: QWidget, text: str) -> None:
    field.setFocus()
    for letter in text:
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def choose(window: MainWindow, title: str) -> None:
    for one in lists(window):
        for line in one.lines.rows:
            if line.title == title:
                one.setFocus()
                one.choose(line.key)


def trigger(qtbot: QtBot, window: MainWindow, command: str) -> None:
    assert window.context.actions.trigger(command)
    settled(qtbot, window)


def drop(target: DayList, key: bytes, at: QPoint) -> None:
    """What Qt does when a session is let go over a day."""
    mime = QMimeData()
    mime.setData(MIME, key)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    target.dragEnterEvent(QDragEnterEvent(at, Qt.DropAction.MoveAction, mime, left, none))
    target.dropEvent(QDropEvent(QPointF(at), Qt.DropAction.MoveAction, mime, left, none))


def test_the_days_stand_beside_each_other_with_their_sessions_in_order(window: MainWindow) -> None:
    assert titles(window) == [["Opening", "Panel", "Lunch"], ["Adoption"]]


def test_a_screen_reader_hears_times_number_title_kind_rule_place_and_notes(window: MainWindow) -> None:
    index = lists(window)[0].lines.index(0, 0)

    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.startswith("09:00 – 09:30, S1, Opening, plenary, Named, Main hall, 1 note")


def test_arrows_lead_through_all_days_and_to_the_side(window: MainWindow) -> None:
    choose(window, "Opening")
    for key, expected in (
        (Qt.Key.Key_Down, "Panel"), (Qt.Key.Key_Down, "Lunch"), (Qt.Key.Key_Down, "Adoption"),
        (Qt.Key.Key_Up, "Lunch"), (Qt.Key.Key_Right, "Adoption"), (Qt.Key.Key_Left, "Opening"),
    ):  # fmt: skip
        press(key)
        assert chosen(window) == expected


def test_only_one_session_of_all_days_is_selected(window: MainWindow) -> None:
    choose(window, "Panel")
    choose(window, "Adoption")

    assert sum(len(one.selectedIndexes()) for one in lists(window)) == 1


def test_enter_captures_the_session(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, "Panel")
    key = place_of(window).board.chosen

    press(Qt.Key.Key_Return)

    assert window.place.name == "capture"
    assert window.context.current.session == key


def test_a_line_below_a_day_adds_a_session_by_its_times(qtbot: QtBot, window: MainWindow) -> None:
    trigger(qtbot, window, "programme.add")
    field = QApplication.focusWidget()
    assert field is not None
    type_into(field, "11:00-11:45 Voices from the provinces")
    press(Qt.Key.Key_Return)
    settled(qtbot, window)

    assert titles(window)[0] == ["Opening", "Panel", "Voices from the provinces", "Lunch"]
    assert chosen(window) == "Voices from the provinces"
    assert QApplication.focusWidget() is field
    assert field.property("text") == ""


def test_times_that_are_reversed_leave_what_was_typed_and_say_why(qtbot: QtBot, window: MainWindow) -> None:
    trigger(qtbot, window, "programme.add")
    field = QApplication.focusWidget()
    assert field is not None
    type_into(field, "11:00-10:00 Backwards")
    press(Qt.Key.Key_Return)
    settled(qtbot, window)

    notice = window.context.notices.newest
    assert notice is not None
    assert "11:00" in notice.text
    assert field.property("text") == "11:00-10:00 Backwards"
    assert window.place.unsaved()
    field.setProperty("text", "")


def test_a_day_is_offered_and_stands_once_a_session_is_on_it(qtbot: QtBot, window: MainWindow) -> None:
    trigger(qtbot, window, "programme.add-day")
    field = QApplication.focusWidget()
    assert field is not None
    type_into(field, "Field visit")
    press(Qt.Key.Key_Return)
    settled(qtbot, window)

    lines = [line for one in lists(window) for line in one.lines.rows]
    assert next(line.day for line in lines if line.title == "Field visit") == date(2023, 8, 11)


def test_a_session_moves_down_and_undo_brings_it_back(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, "Opening")

    trigger(qtbot, window, "programme.move-down")
    assert titles(window)[0] == ["Panel", "Opening", "Lunch"]
    trigger(qtbot, window, "programme.move-up")
    assert titles(window)[0] == ["Opening", "Panel", "Lunch"]
    trigger(qtbot, window, "undo")
    assert titles(window)[0] == ["Panel", "Opening", "Lunch"]
    assert chosen(window) == "Opening"


def test_the_first_session_of_a_day_cannot_move_further_up(window: MainWindow) -> None:
    choose(window, "Adoption")

    assert not window.context.actions.is_possible("programme.move-up")
    assert not window.context.actions.is_possible("programme.move-down")


def test_a_session_dropped_on_another_day_goes_there(qtbot: QtBot, window: MainWindow) -> None:
    first, second = lists(window)
    key = first.lines.rows[1].key

    drop(second, key, QPoint(40, second.height() - 2))
    settled(qtbot, window)

    assert titles(window) == [["Opening", "Lunch"], ["Adoption", "Panel"]]
    assert chosen(window) == "Panel"
    trigger(qtbot, window, "undo")
    assert titles(window) == [["Opening", "Panel", "Lunch"], ["Adoption"]]


def test_a_session_dropped_within_its_day_stands_where_the_line_was(qtbot: QtBot, window: MainWindow) -> None:
    first = lists(window)[0]

    drop(first, first.lines.rows[2].key, QPoint(40, 2))
    settled(qtbot, window)

    assert titles(window)[0] == ["Lunch", "Opening", "Panel"]


def test_a_session_without_notes_is_deleted_at_once(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, "Panel")

    trigger(qtbot, window, "programme.delete")

    assert titles(window)[0] == ["Opening", "Lunch"]
    trigger(qtbot, window, "undo")
    assert titles(window)[0] == ["Opening", "Panel", "Lunch"]


def test_a_session_with_notes_is_deleted_only_with_a_place_for_them(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, "Opening")
    trigger(qtbot, window, "programme.delete")
    assert titles(window)[0] == ["Opening", "Panel", "Lunch"]
    deleting = place_of(window).panel.deleting
    assert deleting.isVisible()

    deleting.delete.click()
    settled(qtbot, window)

    assert titles(window)[0] == ["Panel", "Lunch"]
    assert lists(window)[0].lines.rows[0].notes == 1


def test_another_rule_for_the_workshop_shows_in_every_session(qtbot: QtBot, window: MainWindow) -> None:
    place_of(window).bar.rule_chosen.emit(Rule.CHATHAM)
    settled(qtbot, window)

    assert {line.rule for one in lists(window) for line in one.lines.rows} == {Rule.CHATHAM}


def test_an_empty_programme_says_how_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, made(tmp_path / "empty.workshop", lambda edits: None), "programme")
    try:
        assert lists(window) == []
        trigger(qtbot, window, "programme.add")
        field = QApplication.focusWidget()
        assert field is not None
        type_into(field, "9:00 Opening")
        press(Qt.Key.Key_Return)
        settled(qtbot, window)
        assert titles(window) == [["Opening"]]
    finally:
        closed(qtbot, window)


def test_when_a_session_has_overrun_those_after_it_show_what_is_expected_beside_the_plan(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def overrun(edits: Edits) -> None:
        two_days(edits)
        opening = edits.sessions.add("Early", day=ONE, starts=time(8), ends=time(9))
        at = datetime(2023, 8, 9, 8, 0, tzinfo=UTC).timestamp() * 1000
        edits.workshop.change(time_zone="UTC")
        edits.sessions.open(opening.id, int(at))
        edits.sessions.close(opening.id, int(at) + 80 * 60_000)

    window = opened(qtbot, made(tmp_path / "late.workshop", overrun), "programme")
    first = lists(window)[0]
    told = [
        str(first.lines.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(len(first.lines.rows))
    ]
    closed(qtbot, window)

    assert "08:00 – 09:00, expected 08:00–09:20" in told[0]
    assert "09:00 – 09:30, expected 09:20–09:50" in told[1]
    assert "09:30 – 11:00, expected 09:50–11:20" in told[2]
    assert "expected" not in told[3]
