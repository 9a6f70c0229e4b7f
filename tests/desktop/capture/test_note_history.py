"""The history of a note: what each version has changed, in any script, and the way back to it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, capture_of, press, settle, texts, type_text

from facilitator.desktop.capture.note_history import NoteHistory
from facilitator.desktop.card.differences import differences
from facilitator.desktop.main_window import MainWindow


def edit(qtbot: QtBot, window: MainWindow, row: int, text: str) -> None:
    """Give a note another text with the keys."""
    view = capture_of(window).view
    view.setFocus()
    view.choose(view.notes.rows[row].key)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_A, CTRL)
    type_text(text)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)


def history(qtbot: QtBot, window: MainWindow) -> NoteHistory:
    """Open the history of the note with the focus."""
    type_text("h")
    settle(qtbot, window)
    panel = window.findChild(NoteHistory)
    assert panel is not None
    assert panel.hasFocus()
    return panel


def test_h_shows_every_version_and_enter_brings_back_the_words_of_one(qtbot: QtBot, window: MainWindow) -> None:
    edit(qtbot, window, 0, "Said about twelve")
    edit(qtbot, window, 0, "Said about two")
    type_text("l")
    settle(qtbot, window)
    panel = history(qtbot, window)
    side = capture_of(window).side
    assert not side.isVisible()
    told = [(block.version.number, block.version.text, block.version.what) for block in panel._blocks]
    assert [one[:2] for one in told] == [
        (4, "Said about two"), (3, "Said about two"), (2, "Said about twelve"), (1, "Said 0"),
    ]  # fmt: skip
    assert told[0][2] == ("check later: no → yes",)
    assert panel._blocks[1].words.toPlainText() == "Said about twelvetwo"

    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert texts(window)[0] == "Said about twelve"
    assert capture_of(window).view.notes.rows[0].check_later
    settle(qtbot, window)
    assert len(panel._blocks) == 5

    press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert side.isVisible()
    assert capture_of(window).view.hasFocus()
    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)
    assert texts(window)[0] == "Said about two"


def test_a_version_can_be_compared_with_now(qtbot: QtBot, window: MainWindow) -> None:
    edit(qtbot, window, 0, "one")
    edit(qtbot, window, 0, "two")
    panel = history(qtbot, window)
    panel._now.click()
    assert [block.words.toPlainText() for block in panel._blocks][1:] == ["onetwo", "Said 0two"]


def test_what_was_private_once_shows_no_words_and_cannot_be_restored(qtbot: QtBot, window: MainWindow) -> None:
    edit(qtbot, window, 0, "secret words")
    type_text("p")
    settle(qtbot, window)
    panel = history(qtbot, window)
    assert [block.version.text for block in panel._blocks] == [None] * 3
    assert "secret" not in "".join(block.spoken for block in panel._blocks)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert texts(window)[0] == "secret words"


def test_words_differ_as_words_in_scripts_without_spaces() -> None:
    cases = {
        ("ผู้หญิงในพื้นที่รู้", "ผู้ชายในพื้นที่รู้"): {"ผู้หญิง", "ผู้ชาย", "หญิง", "ชาย"},
        ("我们需要更多预算", "我们需要更多时间"): {"预算", "时间"},
        ("យើងត្រូវការថវិកា", "យើងត្រូវការពេលវេលា"): {"ថវិកា", "ពេលវេលា", "ពេល", "វេលា"},
        ("ငွေ လိုအပ်သည်", "ငွေ မလိုပါ"): set(),
    }
    for (before, after), expected in cases.items():
        pieces = differences(before, after)
        assert "".join(piece.text for piece in pieces if piece.kind != "added") == before
        assert "".join(piece.text for piece in pieces if piece.kind != "taken out") == after
        changed = {piece.text for piece in pieces if piece.kind != "same"}
        assert not expected or changed <= expected
