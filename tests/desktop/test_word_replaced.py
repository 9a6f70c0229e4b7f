"""Replacing a word everywhere in the window: it is listed first, single places can be left out, then it is one step."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, SHIFT, asked, capture_of, enter, notice_on, press, settle, texts, type_text

from facilitator.desktop.frame.replacement_lines import lines_of, told
from facilitator.desktop.frame.word_replacing import WordReplacing
from facilitator.desktop.main_window import MainWindow
from facilitator.domain.replacing import Occurrences, Worded

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(qtbot: QtBot, opened: Callable[[Path], MainWindow], workshop: Path) -> WordReplacing:
    """Over a column with a misspelt name, once in a private note, once in a recommendation."""
    window = opened(workshop)
    for line in ("Silvia spoke of สิทธิ", "// Silvia was tired", "! Ask Silvia"):
        enter(qtbot, window, line)
    assert window.context.actions.trigger("replace")
    panel = window.findChild(WordReplacing)
    assert panel is not None
    assert panel.word.hasFocus()
    return panel


def window_of(panel: WordReplacing) -> MainWindow:
    window = panel.window()
    assert isinstance(window, MainWindow)
    return window


def looked(qtbot: QtBot, panel: WordReplacing) -> None:
    """Wait until what is listed is what is asked for."""
    qtbot.waitUntil(lambda: not panel._wait.isActive() and panel._asked is not None)


def ask(qtbot: QtBot, panel: WordReplacing, word: str, by: str) -> list[tuple[str, str, str]]:
    """Type both words and wait for what is found."""
    for field, text in ((panel.word, word), (panel.by, by)):
        field.setFocus()
        field.selectAll()
        type_text(text)
    looked(qtbot, panel)
    return [(line.one.worded.name, line.old, told(line)) for line in panel.list.lines.rows]


def test_each_place_is_listed_and_enter_replaces_all(qtbot: QtBot, panel: WordReplacing) -> None:
    window = window_of(panel)
    before = texts(window)
    assert ask(qtbot, panel, "silvia", "Sílvia") == [
        ("S1.13", "Silvia", "Opening"), ("S1.14", "Silvia", "Opening"), ("S1.15", "Silvia", "Opening"),
        ("R3", "Silvia", "wording"),
    ]  # fmt: skip
    assert re.findall(r"\d+", panel.says.text()) == ["3", "1", "1"]
    assert panel.replace.text() == "Replace 4 of 4"
    press(Qt.Key.Key_Return)
    settle(qtbot, window)

    assert not panel.isVisible()
    assert texts(window)[-3:] == ["Sílvia spoke of สิทธิ", "Sílvia was tired", "Ask Sílvia"]
    assert asked(window, lambda reads: [one.wording for one in reads.recommendations()])[-1] == "Ask Sílvia"
    assert notice_on(window) == ("", [])
    capture_of(window).view.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)
    assert texts(window) == before


def test_by_keys_alone_a_place_is_left_out(qtbot: QtBot, panel: WordReplacing) -> None:
    window = window_of(panel)
    ask(qtbot, panel, "silvia", "Sylvie")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        press(key)
    assert panel.replace.text() == "Replace 3 of 4"
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert texts(window)[-3:] == ["Sylvie spoke of สิทธิ", "Silvia was tired", "Ask Sylvie"]


def test_space_turns_all_that_is_selected_and_turns_it_back(qtbot: QtBot, panel: WordReplacing) -> None:
    ask(qtbot, panel, "silvia", "Sylvie")
    told_on_the_button = []
    press(Qt.Key.Key_Down)
    for key, modifiers in (
        (Qt.Key.Key_A, CTRL), (Qt.Key.Key_Space, NONE), (Qt.Key.Key_Home, NONE), (Qt.Key.Key_Down, SHIFT),
        (Qt.Key.Key_Space, NONE),
    ):  # fmt: skip
        press(key, modifiers)
        told_on_the_button.append((panel.replace.text(), panel.replace.isEnabled()))
    assert told_on_the_button[1] == ("Replace 0 of 4", False)
    assert told_on_the_button[-1] == ("Replace 2 of 4", True)


def test_a_click_turns_a_line_and_with_shift_only_selects(qtbot: QtBot, panel: WordReplacing) -> None:
    ask(qtbot, panel, "silvia", "Sylvie")
    places = [panel.list.visualRect(panel.list.lines.index(row, 0)).center() for row in range(4)]

    def click(row: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, modifiers, places[row])

    click(1)
    assert panel.replace.text() == "Replace 3 of 4"
    click(3, SHIFT)
    assert panel.replace.text() == "Replace 3 of 4"
    click(1)
    assert panel.replace.text() == "Replace 4 of 4"


def test_what_is_left_out_stays_so_while_the_workshop_goes_on(qtbot: QtBot, panel: WordReplacing) -> None:
    window = window_of(panel)
    ask(qtbot, panel, "silvia", "Sylvie")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    first = capture_of(window).view.notes.rows[-3]
    window.context.bridge.edit("Beside", lambda edits: edits.notes.edit_text(first.key, "Today Silvia spoke, Silvia!"))
    settle(qtbot, window)
    looked(qtbot, panel)
    assert panel.replace.text() == "Replace 4 of 5"
    panel.by.setText("Silva")
    looked(qtbot, panel)
    assert panel.replace.text() == "Replace 4 of 5"
    panel.case.click()
    looked(qtbot, panel)
    panel.case.click()
    looked(qtbot, panel)
    assert panel.replace.text() == "Replace 5 of 5"


def test_what_has_changed_since_it_was_shown_is_left_out_and_told(qtbot: QtBot, panel: WordReplacing) -> None:
    window = window_of(panel)
    ask(qtbot, panel, "silvia", "Sylvie")
    first = capture_of(window).view.notes.rows[-3]
    window.context.bridge.edit("Beside", lambda edits: edits.notes.edit_text(first.key, "Silvia spoke, said Silvia"))
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert texts(window)[-3:] == ["Silvia spoke, said Silvia", "Sylvie was tired", "Ask Sylvie"]
    sentence, ways_out = notice_on(window)
    assert re.findall(r"\d+", sentence) == ["3", "1"]
    assert "Look again" in ways_out


def test_a_name_that_is_not_free_stays_and_the_line_says_why(qtbot: QtBot, panel: WordReplacing) -> None:
    window = window_of(panel)
    for name in ("Silvia", "Sylvie"):
        window.context.bridge.edit("Beside", lambda edits, name=name: edits.people.add(name))
        window.context.bridge.edit("Beside", lambda edits, name=name: edits.themes.add(name))
    settle(qtbot, window)
    lines = ask(qtbot, panel, "silvia", "Sylvie")
    assert [told.split(":")[0] for _, _, told in lines[:2]] == ["Stays", "Stays"]
    panel.list.setFocus()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Space)
    assert panel.replace.text() == "Replace 4 of 6"
    for key, modifiers, button in (
        (Qt.Key.Key_A, CTRL, "Replace 4 of 6"), (Qt.Key.Key_Space, NONE, "Replace 0 of 6"),
        (Qt.Key.Key_Space, NONE, "Replace 4 of 6"),
    ):  # fmt: skip
        press(key, modifiers)
        assert panel.replace.text() == button
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert [one.name for one in asked(window, lambda reads: reads.participants())].count("Silvia") == 1


def test_a_private_note_looks_and_sounds_private(qtbot: QtBot, panel: WordReplacing) -> None:
    ask(qtbot, panel, "silvia", "Sylvie")
    picture = panel.list.viewport().grab().toImage()
    hatched = QColor(window_of(panel).context.look.colour("quiet"))

    def has_strip(row: int) -> bool:
        rect = panel.list.visualRect(panel.list.lines.index(row, 0))
        return any(picture.pixelColor(x, y) == hatched for x in range(6) for y in range(rect.top(), rect.bottom()))

    assert [has_strip(row) for row in range(4)] == [False, True, False, False]
    spoken = panel.list.lines.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "private" in spoken
    assert "Silvia becomes Sylvie" in spoken


def test_a_screen_reader_hears_which_lines_are_checked(qtbot: QtBot, panel: WordReplacing) -> None:
    ask(qtbot, panel, "silvia", "Sylvie")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    shown = QAccessible.queryAccessibleInterface(panel.list)
    states = [shown.child(row).state() for row in range(2)]
    assert [(state.checkable, state.checked) for state in states] == [(True, False), (True, True)]


def test_of_a_long_list_only_what_is_seen_is_set(qtbot: QtBot, panel: WordReplacing) -> None:
    found = [
        Occurrences(Worded("note", b"%d" % number, "text", "Silvia", f"S1.{number}"), ((0, 6),))
        for number in range(20_000)
    ]
    panel.list.show_lines(lines_of(found), "Sylvie", begins_anew=True)
    panel.list.setFocus()
    press(Qt.Key.Key_End)
    panel.list.viewport().grab()
    last = panel.list.lines.index(19_999, 0)
    assert panel.list.viewport().rect().contains(panel.list.visualRect(last))
    assert 0 < len(panel.list._painter_of_lines._texts) < 100


def test_options_narrow_it_down_and_esc_changes_nothing(qtbot: QtBot, panel: WordReplacing) -> None:
    window = window_of(panel)
    before = texts(window)
    panel.case.click()
    assert ask(qtbot, panel, "silvia", "x") == []
    assert panel.says.text() == "This stands nowhere."
    assert not panel.replace.isEnabled()
    panel.list.setFocus()
    press(Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert not panel.isVisible()
    assert texts(window) == before


def test_a_wording_changes_on_its_own_and_keeps_its_note(qtbot: QtBot, panel: WordReplacing) -> None:
    window = window_of(panel)
    panel.leave()
    made = capture_of(window).view.notes.rows[-1].made
    assert made is not None
    window.context.bridge.edit("Reword", lambda edits: edits.recommendations.reword(made.key, "Ask her"))
    settle(qtbot, window)

    note = capture_of(window).view.notes.rows[-1]
    assert (note.text, note.made) == ("Ask Silvia", made)
    detail = asked(window, lambda reads: reads.recommendation_detail(made.key))
    assert [(source.note.key, source.origin) for source in detail.sources] == [(note.key, True)]
    window.context.bridge.edit("Correct", lambda edits: edits.notes.edit_text(note.key, "Ask Silvia now"))
    settle(qtbot, window)
    assert asked(window, lambda reads: reads.recommendation_detail(made.key)).recommendation.wording == "Ask her"
