"""The speaking list, what is still open, and the end of a session, as a person at the keyboard meets them."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, SHIFT, focused, press, settle, type_text
from tests.desktop.rooms import made

from facilitator.desktop.capture.hint_row import HintRow
from facilitator.desktop.capture.place import CapturePlace
from facilitator.desktop.capture.waiting_list import WaitingList
from facilitator.desktop.main_window import MainWindow
from facilitator.domain.kinds import NoteKind, Sector, Status
from facilitator.domain.rows import Floor
from facilitator.store.edits import Edits

Open = Callable[[Path], MainWindow]


def fill(edits: Edits) -> None:
    """Two sessions; something of every kind is open."""
    today = datetime.now().astimezone()
    panel = edits.sessions.add("Panel", day=today.date()).id
    group = edits.sessions.add("Group").id
    edits.workshop.change(time_zone="UTC")
    edits.people.add("Kim Chi", code="kc", organisation="Water Board", sector=Sector.GOVERNMENT)
    edits.people.add("Rosa Tan", code="rt", organisation="Peace Now", sector=Sector.CIVIL_SOCIETY)
    take = edits.notes.capture
    take(panel, NoteKind.POINT, "… million", check_later=True)
    take(panel, NoteKind.ACTION, "send the form", speaker_id=edits.people.speaker("kc"))
    take(group, NoteKind.POINT, "which year", check_later=True)
    take(group, NoteKind.POINT, "said", speaker_id=edits.people.speaker("Anan"))
    tabled = edits.recommendations.add("Cost it").id
    edits.recommendations.set_status(tabled, Status.TABLED)
    edits.recommendations.fill(tabled, addressed_to="all", action="x", timeframe="y", indicator="z")


@pytest.fixture
def window(opened: Open, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    window = opened(made(tmp_path / "floor.workshop", fill))
    window.go("capture")
    qtbot.waitUntil(lambda: len(gaps(window)) == 5)
    return window


def capture(window: MainWindow) -> CapturePlace:
    place = window.go("capture") if window.place.name != "capture" else window.place
    assert isinstance(place, CapturePlace)
    return place


def gaps(window: MainWindow) -> list[str]:
    return [line.text for line in capture(window).side._gap_list.lines.rows]


def floor(window: MainWindow) -> Floor:
    session = window.context.current.session
    assert session is not None
    found = window.context.bridge.ask(lambda reads: reads.floor_of(session))
    assert found is not None
    return found


def shown(window: MainWindow) -> list[str]:
    return [line.spoken for line in capture(window).side.speaking_list.findChild(WaitingList).lines.rows]


def put_on(qtbot: QtBot, window: MainWindow, *codes: str) -> None:
    before = len(shown(window))
    for code in codes:
        press(Qt.Key.Key_F6)
        type_text(code)
        press(Qt.Key.Key_Return)
        settle(qtbot, window)
    qtbot.waitUntil(lambda: len(shown(window)) == before + len(codes))


def test_whoever_is_called_is_no_mistake_before_something_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    put_on(qtbot, window, "rt")
    press(Qt.Key.Key_F8)
    settle(qtbot, window)
    hint = capture(window).findChild(HintRow)
    assert capture(window).desk.line.toPlainText() == "@rt "
    assert (hint.toolTip(), "nothing is said" in hint.accessibleDescription()) == ("", False)
    type_text("#water ")
    assert "nothing is said" in hint.toolTip()
    type_text("flows")
    assert hint.toolTip() == ""


def test_f6_puts_codes_on_the_list_and_f8_makes_the_first_the_speaker_of_the_line(
    window: MainWindow, qtbot: QtBot
) -> None:
    put_on(qtbot, window, "rt", "kc")
    assert [line.speaker.code for line in floor(window).waiting] == ["rt", "kc"]
    assert "speaks for the first time" in shown(window)[0]
    assert "speaks for the first time" not in shown(window)[1]
    assert focused() is capture(window).desk.line

    press(Qt.Key.Key_F8)
    settle(qtbot, window)
    assert capture(window).desk.line.toPlainText() == "@rt "
    speaking = floor(window).speaking
    assert speaking is not None
    assert speaking.speaker.code == "rt"
    qtbot.waitUntil(lambda: len(shown(window)) == 1)

    press(Qt.Key.Key_F8)
    settle(qtbot, window)
    assert capture(window).desk.line.toPlainText() == "@kc "
    press(Qt.Key.Key_F8)
    settle(qtbot, window)
    assert floor(window) == Floor(None, ())


def test_who_waits_changes_places_by_keys_and_by_dragging_and_goes_by_delete(window: MainWindow, qtbot: QtBot) -> None:
    put_on(qtbot, window, "rt", "kc", "Anan")
    waiting = capture(window).side.speaking_list.findChild(WaitingList)
    waiting.setFocus()
    waiting.setCurrentIndex(waiting.lines.index(2, 0))
    press(Qt.Key.Key_Up, SHIFT)
    qtbot.waitUntil(lambda: [line.code for line in waiting.lines.rows] == ["rt", "an", "kc"])

    waiting.drop(waiting.lines.rows[2].key, 0)
    qtbot.waitUntil(lambda: [line.code for line in waiting.lines.rows] == ["kc", "rt", "an"])

    waiting.setCurrentIndex(waiting.lines.index(1, 0))
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [line.code for line in waiting.lines.rows] == ["kc", "an"])


def test_the_list_is_there_again_after_the_window_was_closed(window: MainWindow, opened: Open, qtbot: QtBot) -> None:
    put_on(qtbot, window, "rt", "kc")
    path = window.context.bridge.path
    assert path is not None
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())

    again = opened(path)
    again.go("capture")
    qtbot.waitUntil(lambda: len(shown(again)) == 2)


def test_a_key_right_after_turning_to_another_session_never_acts_on_the_list_of_the_one_before(
    window: MainWindow, qtbot: QtBot
) -> None:
    put_on(qtbot, window, "rt", "kc")
    before = window.context.current.session
    assert before is not None
    press(Qt.Key.Key_Down, CTRL)
    press(Qt.Key.Key_F8)
    settle(qtbot, window)

    found = window.context.bridge.ask(lambda reads: reads.floor_of(before))
    assert found is not None
    assert (found.speaking, len(found.waiting)) == (None, 2)


def test_who_is_called_does_not_get_what_somebody_else_is_said_to_say(window: MainWindow, qtbot: QtBot) -> None:
    put_on(qtbot, window, "rt")
    type_text("@kc half a sentence")
    press(Qt.Key.Key_F8)
    settle(qtbot, window)

    assert capture(window).desk.line.toPlainText() == "@kc half a sentence"
    assert floor(window).speaking is not None


def test_off_the_record_the_list_is_closed_and_nobody_gets_onto_it(window: MainWindow, qtbot: QtBot) -> None:
    put_on(qtbot, window, "rt", "kc")
    press(Qt.Key.Key_F8)
    settle(qtbot, window)
    press(Qt.Key.Key_F12)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: floor(window).speaking is None)
    qtbot.waitUntil(lambda: capture(window).side.speaking_list._is_off)

    for key in (Qt.Key.Key_F8, Qt.Key.Key_F6):
        press(key)
    settle(qtbot, window)
    assert floor(window).speaking is None
    assert not isinstance(focused(), QLineEdit)


def test_f7_leads_through_all_that_is_open_wherever_it_is_and_what_is_solved_goes(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: focused().objectName() == "cellEditor")
    type_text(" three")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(gaps(window)) == 4)

    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: focused().objectName() == "cellEditor")
    title = "Group"
    session = window.context.current.session
    assert session is not None
    assert window.context.bridge.ask(lambda reads: reads.session(session).title) == title
    press(Qt.Key.Key_Escape)

    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: focused().accessibleName().startswith("Who"))
    type_text("kc")
    press(Qt.Key.Key_Return)
    type_text("Friday")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focused() is capture(window).desk.line)
    settle(qtbot, window)

    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: window.place.name == "people")
    assert focused().objectName() == "sector"
    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: window.place.name == "recommendations")
    assert focused().accessibleName() == "Resources"
    type_text("none")
    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: window.place.name == "capture")
    settle(qtbot, window)
    found = window.context.bridge.ask(lambda reads: [(gap.label, gap.field) for gap in reads.fill_in_rows()])
    assert found == [("S2.1", ""), ("Anan", "sector")]


def test_who_does_an_action_is_kept_when_f7_leads_on_before_it_is_known_when(window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(2):
        press(Qt.Key.Key_F7)
        qtbot.waitUntil(lambda: focused().objectName() == "cellEditor")
        press(Qt.Key.Key_Escape)
        settle(qtbot, window)
    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: focused().accessibleName().startswith("Who"))
    type_text("kc")
    press(Qt.Key.Key_F7)
    settle(qtbot, window)

    found = window.context.bridge.ask(lambda reads: [(gap.text, gap.field) for gap in reads.fill_in_rows()])
    assert found is not None
    assert ("send the form", "due") in found


def test_a_long_list_of_what_is_open_scrolls_with_the_panel_and_shows_who_goes_through_it_by_keys(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.context.current.session
    assert session is not None
    window.context.bridge.edit(
        "Take",
        lambda edits: [edits.notes.capture(session, NoteKind.POINT, "which", check_later=True) for _ in range(30)],
    )
    qtbot.waitUntil(lambda: len(gaps(window)) == 35)
    side = capture(window).side
    rows = side._gap_list
    # The panel is laid out some turns after its lists have grown.
    qtbot.waitUntil(lambda: side._content.height() >= rows.mapTo(side._content, rows.rect().bottomLeft()).y() > 35 * 20)
    rows.setFocus()
    press(Qt.Key.Key_End)

    last = rows.visualRect(rows.currentIndex())
    assert rows.currentIndex().row() == 34
    assert rows.verticalScrollBar().maximum() == 0
    assert rows.viewport().visibleRegion().contains(last)


def test_from_the_end_of_a_session_to_printed_pages_takes_four_keys(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keys: list[Qt.Key] = []
    paper = tmp_path / "printed.pdf"

    def choose_printer(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        # The system's own window, in which Enter prints. No printer stands here: the sheets go into a file.
        keys.append(Qt.Key.Key_Return)
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(paper))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", choose_printer)

    def hit(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        keys.append(key)
        press(key, modifiers)

    hit(Qt.Key.Key_E, CTRL)
    ending = capture(window).room.ending
    qtbot.waitUntil(ending.isVisible)
    told = " ".join(label.text() for label in ending.findChildren(QLabel))
    assert "S1 Panel ended at" in told
    assert "1 note(s) to check" in told.replace("1 note to check", "1 note(s) to check")
    assert isinstance(focused(), QPushButton)
    hit(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.place.name == "reports")
    hit(Qt.Key.Key_Return)
    qtbot.waitUntil(paper.exists, timeout=20_000)

    assert len(keys) <= 4
    with closing(pypdfium2.PdfDocument(paper)) as sheets:
        assert len(sheets) >= 1
    session = window.context.current.session
    assert session is not None
    closed = window.context.bridge.ask(lambda reads: reads.session(session).closed_at)
    assert closed is not None
    assert abs(closed / 1000 - datetime.now().astimezone().timestamp()) < 60


def test_a_session_goes_on_after_its_end_with_its_first_beginning(window: MainWindow, qtbot: QtBot) -> None:
    type_text("said aloud")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    session = window.context.current.session
    assert session is not None
    opened = window.context.bridge.ask(lambda reads: reads.session(session).opened_at)
    assert opened is not None

    press(Qt.Key.Key_E, CTRL)
    ending = capture(window).room.ending
    qtbot.waitUntil(ending.isVisible)
    next(button for button in ending.findChildren(QPushButton) if button.text().startswith("Go on")).click()
    settle(qtbot, window)
    found = window.context.bridge.ask(lambda reads: reads.session(session))
    assert found is not None
    assert (found.opened_at, found.closed_at) == (opened, None)
    assert not ending.isVisible()
    assert focused() is capture(window).desk.line


def test_the_clock_tells_by_sign_and_words_when_time_runs_out(opened: Open, tmp_path: Path, qtbot: QtBot) -> None:
    now = datetime.now().astimezone()
    starts, ends = (now - timedelta(minutes=95)).time(), (now - timedelta(minutes=1)).time()
    if starts > ends:
        pytest.skip("a session of this test would go past midnight")

    def session(edits: Edits) -> None:
        edits.sessions.add("Panel", day=now.date(), starts=starts, ends=ends)
        edits.workshop.change(time_zone=str(now.tzinfo) if str(now.tzinfo) == "UTC" else "UTC")

    window = opened(made(tmp_path / "late.workshop", session))
    clock = next(
        widget for widget in QApplication.allWidgets() if type(widget).__name__ == "SessionClock" and widget.isVisible()
    )
    qtbot.waitUntil(lambda: "over" in clock.toolTip())
    assert "of 94 min" in clock.toolTip()
    assert window.isVisible()


def test_shares_are_told_by_group_once_somebody_wants_to_know(opened: Open, tmp_path: Path, qtbot: QtBot) -> None:
    def speak(edits: Edits) -> None:
        session = edits.sessions.add("Panel").id
        for place in range(4):
            sector = Sector.GOVERNMENT if place else Sector.UN
            person = edits.people.add(f"P{place}", organisation="x", sector=sector, about="rural").id
            for _ in range(2):
                edits.notes.capture(session, NoteKind.POINT, "said", speaker_id=person)

    window = opened(made(tmp_path / "shares.workshop", speak))
    section = capture(window).side._shares
    assert section.is_folded
    assert section._list.lines.rows == []

    section._button.click()
    qtbot.waitUntil(lambda: bool(section._list.lines.rows))
    assert [(line.text, line.end) for line in section._list.lines.rows] == [
        ("Government", "too few to tell"),
        ("UN", "too few to tell"),
        ("rural", "100 % notes"),
    ]
    assert not any("P1" in line.spoken for line in section._list.lines.rows)
