"""The line under the hands: what is typed becomes a note, in any script."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import ALT, CTRL, SHIFT, asked, capture_of, compose, enter, press, settle, texts, type_text

from facilitator.desktop.capture.column import WAITING
from facilitator.desktop.capture.names import Names
from facilitator.desktop.main_window import MainWindow
from facilitator.domain.kinds import NoteKind
from facilitator.domain.rows import NoteRow


def last(window: MainWindow) -> NoteRow:
    """The newest note on the screen."""
    return capture_of(window).view.notes.rows[-1]


def known(window: MainWindow) -> Names:
    """What the line can name."""
    reader = capture_of(window).desk.line._reader
    assert reader is not None
    return reader._names


def test_the_line_has_the_focus_when_the_workshop_is_open(window: MainWindow) -> None:
    assert capture_of(window).desk.line.hasFocus()


def test_enter_shows_the_note_at_once_and_its_number_once_it_is_on_the_disk(qtbot: QtBot, window: MainWindow) -> None:
    type_text("Water is life")
    press(Qt.Key.Key_Return)

    # The writer's answer comes by the event loop, which has not turned since.
    assert (last(window).text, last(window).number) == ("Water is life", WAITING)
    assert capture_of(window).desk.line.toPlainText() == ""

    settle(qtbot, window)
    assert str(last(window).number) == "S1.13"
    assert asked(window, lambda reads: [row.text for row in reads.note_rows(last(window).session_id)])[-1] == (
        "Water is life"
    )


@pytest.mark.parametrize("said", ["น้ำคือชีวิต", "الماء هو الحياة", "Nước là sự sống", "水は命です", "👩‍👩‍👧 family"])
def test_notes_in_every_script_are_saved_as_they_were_typed(qtbot: QtBot, window: MainWindow, said: str) -> None:
    enter(qtbot, window, said)

    assert last(window).text == said
    assert str(last(window).number) == "S1.13"


def test_ten_lines_in_a_row_keep_their_order_without_waiting(qtbot: QtBot, window: MainWindow) -> None:
    said = [f"Line {number}" for number in range(10)]
    for text in said:
        type_text(text)
        press(Qt.Key.Key_Return)
    settle(qtbot, window)

    assert texts(window)[-10:] == said
    assert [row.number.count for row in capture_of(window).view.notes.rows] == list(range(1, 23))


def test_enter_on_an_empty_line_saves_nothing(qtbot: QtBot, window: MainWindow) -> None:
    enter(qtbot, window, "")
    enter(qtbot, window, "   ")

    assert len(texts(window)) == 12


def test_the_hint_row_reads_along(window: MainWindow) -> None:
    capture = capture_of(window)
    type_text("! @nn Publish #financing #unheard ??")

    read = capture.desk._hint.accessibleDescription()
    assert read.startswith("! Recommendation, nn  new, ")
    assert "Financing" in read
    assert "unheard  new" in read
    assert read.endswith("check later")


def test_signs_make_kind_speaker_theme_and_check_later(qtbot: QtBot, window: MainWindow) -> None:
    enter(qtbot, window, '! @"Kim Chi" Publish it #Financing ??')

    note = last(window)
    assert (note.kind, note.text, note.check_later) == (NoteKind.RECOMMENDATION, "Publish it", True)
    assert note.speaker is not None
    assert note.speaker.name == "Kim Chi"
    assert [chip.name for chip in note.themes] == ["Financing"]


def test_tab_accepts_the_completion_that_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    line = capture_of(window).desk.line
    type_text("Pay #fin")
    press(Qt.Key.Key_Tab)

    assert line.toPlainText() == "Pay #Financing "
    assert line.hasFocus()


def test_tab_completes_a_theme_in_a_script_whose_signs_combine(qtbot: QtBot, window: MainWindow) -> None:
    name = "น้ำดื่มที่ปลอดภัย"
    enter(qtbot, window, f"First #{name}")
    qtbot.waitUntil(lambda: known(window).theme(name) is not None)
    line = capture_of(window).desk.line
    type_text("ต่อไป ที่นี่ #น้ำดื่")
    press(Qt.Key.Key_Tab)

    assert line.toPlainText() == f"ต่อไป ที่นี่ #{name} "


def test_tab_goes_on_to_the_next_control_when_there_is_nothing_to_complete(window: MainWindow) -> None:
    line = capture_of(window).desk.line
    type_text("Plain")
    press(Qt.Key.Key_Tab)
    assert not line.hasFocus()

    line.setFocus()
    press(Qt.Key.Key_Backtab, SHIFT)
    assert not line.hasFocus()
    assert line.toPlainText() == "Plain"


def test_ctrl_and_full_stop_completes_a_word_of_this_workshop(qtbot: QtBot, window: MainWindow) -> None:
    enter(qtbot, window, "Accountability matters")
    line = capture_of(window).desk.line
    qtbot.waitUntil(lambda: "Accountability" in [word for _, word in known(window).words])
    type_text("More accoun")
    press(Qt.Key.Key_Period, CTRL)

    assert line.toPlainText() == "More accountability"


def test_alt_and_a_digit_puts_that_speaker_before_the_line(qtbot: QtBot, window: MainWindow) -> None:
    enter(qtbot, window, '@"Kim Chi" I open')
    qtbot.waitUntil(lambda: known(window).speaker("Kim Chi") is not None)
    type_text("and more")
    press(Qt.Key.Key_1, ALT)

    assert capture_of(window).desk.line.toPlainText() == "@kc and more"
    assert capture_of(window).desk.line.hasFocus()


def test_up_in_the_empty_line_changes_the_last_note(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_Up)
    type_text(" and so on")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)

    assert texts(window)[-1] == "Said 11 and so on"


def test_up_in_a_line_with_text_stays_in_the_line(window: MainWindow) -> None:
    type_text("Text")
    press(Qt.Key.Key_Up)

    assert capture_of(window).desk.line.hasFocus()


def test_what_an_input_method_composes_is_saved_only_when_it_is_settled(qtbot: QtBot, window: MainWindow) -> None:
    line = capture_of(window).desk.line
    compose("みず")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert len(texts(window)) == 12

    compose("", "水")
    assert line.toPlainText() == "水"
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert texts(window)[-1] == "水"


def test_the_line_tells_the_number_that_the_note_will_have_also_after_a_deletion(
    qtbot: QtBot, window: MainWindow
) -> None:
    place = capture_of(window)
    told = place.room.column.next_number()
    enter(qtbot, window, "First")
    number = place.view.notes.rows[-1].number.count
    assert told.endswith(f" {number}")

    place.view.choose(place.view.notes.rows[-1].key)
    place.view.setFocus()
    press(Qt.Key.Key_Delete)
    settle(qtbot, window)
    told = place.room.column.next_number()
    enter(qtbot, window, "Second")

    assert told.endswith(f" {number + 1}")
    assert place.view.notes.rows[-1].number.count == number + 1


def test_the_line_grows_with_its_text_to_three_lines_and_shrinks_again(window: MainWindow) -> None:
    desk = capture_of(window).desk
    heights = []
    for count in (1, 14, 26, 60, 1):
        desk.line.put("น้ำคือชีวิต water " * count)
        heights.append(desk.line.height())

    one, two, three = heights[:3]
    assert one < two < three
    assert heights[3:] == [three, one]
