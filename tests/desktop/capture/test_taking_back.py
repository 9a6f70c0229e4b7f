"""What the line made of a key by itself is taken back by one Backspace."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, capture_of, compose, enter, press, type_text
from tests.workshops import make_workshop

from facilitator.capture import PartKind, read_line
from facilitator.desktop.capture.reading import just_read
from facilitator.desktop.main_window import MainWindow
from facilitator.settings import Settings


def line_of(window: MainWindow) -> str:
    return capture_of(window).desk.line.toPlainText()


JUST_READ = [
    ("! ", r"\! "),
    ("+ ", r"\+ "),
    ("// ", r"\// "),
    ("//", r"\//"),
    ("@kc ", r"\@kc "),
    ("! @kc ", r"! \@kc "),
    ('@"Kim Chi" ', r'\@"Kim Chi" '),
    ("๏ said #water ", r"๏ said \#water "),
    ("\U0001f30a said ??", "\U0001f30a said \\??"),
    ("said ?? ", r"said \?? "),
    ("！ ", r"\！ "),
]


def test_one_backspace_makes_text_of_what_was_just_read(window: MainWindow) -> None:
    for typed, kept in JUST_READ:
        type_text(typed)
        press(Qt.Key.Key_Backspace)
        assert line_of(window) == kept

        press(Qt.Key.Key_Backspace)
        assert line_of(window) == kept[:-1]
        capture_of(window).desk.line.clear()


def test_ctrl_z_takes_the_backslash_back(window: MainWindow) -> None:
    type_text("! ")
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Z, CTRL)

    assert line_of(window) == "! "


NOT_JUST_READ = ["! P", "@kc h", "said #wat", "a b ", "see #12 ", "1 / 2 ", "really?? ", "x//"]


def test_otherwise_backspace_deletes_one_letter(window: MainWindow) -> None:
    for typed in NOT_JUST_READ:
        type_text(typed)
        press(Qt.Key.Key_Backspace)
        assert line_of(window) == typed[:-1]
        capture_of(window).desk.line.clear()


def test_a_cursor_that_has_moved_deletes_where_it_stands(window: MainWindow) -> None:
    type_text("! ")
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Backspace)

    assert line_of(window) == " "


def test_a_sign_before_text_that_is_there_already_is_taken_back_too(window: MainWindow) -> None:
    type_text("publish")
    press(Qt.Key.Key_Home)
    type_text("! ")
    press(Qt.Key.Key_Backspace)

    assert line_of(window) == r"\! publish"


@given(st.text('!"?+~=>^/@#\\ ab\u3000', max_size=12), st.sampled_from(["", "b c"]))
def test_a_backslash_there_makes_text_of_it(before: str, after: str) -> None:
    at = just_read(before, after)

    if at is not None:
        line = read_line(before[:at] + "\\" + before[at:] + (after or "x"))
        assert line is not None
        assert not [part for part in line.parts if part.what is not PartKind.TEXT and part.start >= at]


@pytest.fixture
def short(window: MainWindow) -> MainWindow:
    """A window whose person writes `nap` for something longer."""
    window.context.preferences.choose(Settings(abbreviations={"nap": "National Action Plan", "กม": "กฎหมาย"}))
    return window


EXPANDED = [
    ("the nap ", "the National Action Plan "),
    ("NAP ", "National Action Plan "),
    ("(nap ", "(National Action Plan "),
    ("\U0001f30a กม ", "\U0001f30a กฎหมาย "),
    ("naps ", "naps "),
    ("@nap ", "@nap "),
    ("said #nap ", "said #nap "),
]


def test_a_short_form_becomes_what_it_stands_for_when_a_space_follows(short: MainWindow) -> None:
    for typed, long in EXPANDED:
        type_text(typed)
        assert line_of(short) == long
        capture_of(short).desk.line.clear()


def test_one_backspace_takes_the_long_form_back_and_a_second_deletes(short: MainWindow) -> None:
    type_text("the nap ")
    press(Qt.Key.Key_Backspace)
    assert line_of(short) == "the nap "

    press(Qt.Key.Key_Backspace)
    assert line_of(short) == "the nap"


def test_ctrl_z_takes_the_long_form_back(short: MainWindow) -> None:
    type_text("the nap ")
    press(Qt.Key.Key_Z, CTRL)

    assert line_of(short).strip() == "the nap"


def test_an_input_method_composes_undisturbed(qtbot: QtBot, short: MainWindow) -> None:
    line = capture_of(short).desk.line
    type_text("Pay #fin")
    assert line._completion is not None
    height, told = line.height(), []
    line.read_anew.connect(lambda *_: told.append(line.toPlainText()))
    line._highlighter.rehighlight = lambda: told.append("highlighted")  # type: ignore[union-attr, method-assign]
    for preedit in ("みず", "水を", "ကျေး" * 40, "น้ำ", "´"):
        compose(preedit)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backspace, Qt.Key.Key_Space):
            press(key)
        assert (line.height(), line.toPlainText(), told) == (height, "Pay #fin", [])
        assert line.hasFocus()
        assert line._completion is None
    compose("", "水")
    assert line.toPlainText() == "Pay #fin水"
    assert told[-1] == "Pay #fin水"


COMPOSED = ["น้ำคือชีวิต", "水は命です", "ကျေးရွာ", "الماء", "é"]


def test_what_was_composed_is_a_note_like_any_other(qtbot: QtBot, window: MainWindow) -> None:
    for words in COMPOSED:
        for end in range(1, len(words) + 1):
            compose(words[:end])
        compose("", words)
        enter(qtbot, window, "")
        assert capture_of(window).view.notes.rows[-1].text == words


def test_short_forms_typed_in_the_settings_hold_in_the_line_at_once_and_after_a_restart(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    window = opened(make_workshop(tmp_path / "a.workshop"))
    window.context.actions.trigger("go.settings")
    field = window.place.form.abbreviations  # type: ignore[attr-defined]
    field.setFocus()
    field.setPlainText("nap = National Action Plan\nnot one\n\nunscr=UN = Council")
    qtbot.waitUntil(lambda: "nap" in window.context.preferences.settings.abbreviations)
    assert "not one" in window.place.form.abbreviations_say.text()  # type: ignore[attr-defined]
    window.go("capture")
    type_text("nap unscr ")
    assert line_of(window) == "National Action Plan UN = Council "
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())

    again = opened(make_workshop(tmp_path / "b.workshop"))
    type_text("nap ")
    assert line_of(again) == "National Action Plan "
