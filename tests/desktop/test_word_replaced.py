"""Replacing a word everywhere in the window: it is listed first, then done in one step."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, asked, capture_of, enter, press, settle, texts, type_text

from facilitator.desktop.frame.word_replacing import WordReplacing
from facilitator.desktop.main_window import MainWindow


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


def ask(qtbot: QtBot, panel: WordReplacing, word: str, by: str) -> list[tuple[str, str, str]]:
    """Type both words and wait for what is found."""
    for field, text in ((panel.word, word), (panel.by, by)):
        field.setFocus()
        field.selectAll()
        type_text(text)
    with qtbot.waitSignal(panel._wait.timeout):
        pass
    qtbot.waitUntil(lambda: panel.says.text() != "")
    return [(line.number, line.text, line.end) for line in panel.list.lines.rows]


def test_each_place_is_listed_with_what_stands_around_it_and_enter_replaces_all(
    qtbot: QtBot, panel: WordReplacing
) -> None:
    window = panel.window()
    assert isinstance(window, MainWindow)
    before = texts(window)
    assert ask(qtbot, panel, "silvia", "Sílvia") == [
        ("S1.13", "[Silvia → Sílvia] spoke of สิทธิ", "Opening"),
        ("S1.14", "[Silvia → Sílvia] was tired", "private"),
        ("S1.15", "Ask [Silvia → Sílvia]", "Opening"),
        ("R3", "Ask [Silvia → Sílvia]", ""),
    ]
    places, notes, recommendations, private = re.findall(r"\d+", panel.says.text())
    assert (places, notes, recommendations, private) == ("4", "3", "1", "1")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)

    assert not panel.isVisible()
    assert texts(window)[-3:] == ["Sílvia spoke of สิทธิ", "Sílvia was tired", "Ask Sílvia"]
    assert asked(window, lambda reads: [one.wording for one in reads.recommendations()])[-1] == "Ask Sílvia"
    capture_of(window).view.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)
    assert texts(window) == before


def test_options_narrow_it_down_and_esc_changes_nothing(qtbot: QtBot, panel: WordReplacing) -> None:
    window = panel.window()
    assert isinstance(window, MainWindow)
    before = texts(window)
    panel.case.click()
    assert ask(qtbot, panel, "silvia", "x") == []
    assert panel.says.text() == "This stands nowhere."
    assert not panel.replace.isEnabled()
    press(Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert not panel.isVisible()
    assert texts(window) == before


def test_a_wording_changes_on_its_own_and_keeps_its_note(qtbot: QtBot, panel: WordReplacing) -> None:
    window = panel.window()
    assert isinstance(window, MainWindow)
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
