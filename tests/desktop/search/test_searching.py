"""Searching as a person does: keys in any script, what then stands in the list, going there and coming back."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, capture_of, compose, press, type_text
from tests.desktop.rooms import closed, made, opened, settled

from facilitator.desktop.look.look import Look
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.search.marked_text import MarkedText
from facilitator.desktop.search.search import Search
from facilitator.domain.kinds import NoteKind, Sector
from facilitator.store.edits import Edits
from facilitator.text import folded, places

THAI = "ผู้หญิงรู้ดีว่างบประมาณทำให้ชุมชนปลอดภัย"
ARABIC = "تحتاج الخطة إلى ميزانيةٍ واضحة"


def filled(edits: Edits) -> None:
    panel = edits.sessions.add("Panel on budgets").id
    plenary = edits.sessions.add("Closing").id
    kim = edits.people.add("Kim Chí", code="kc", organisation="Budget Watch", sector=Sector.OTHER).id
    edits.people.add("Karim", code="ka", organisation="Ministry", sector=Sector.OTHER)
    theme = edits.themes.named("Budgets first")
    for text in ("The budget is late", THAI, ARABIC):
        edits.notes.capture(panel, NoteKind.POINT, text)
    edits.notes.capture(panel, NoteKind.QUESTION, "Whose budget", private=True, check_later=True)
    edits.notes.capture(panel, NoteKind.RECOMMENDATION, "Publish the budget", speaker_id=kim, theme_ids=(theme,))
    edits.notes.capture(plenary, NoteKind.POINT, "Thank you")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = opened(qtbot, made(tmp_path / "water.workshop", filled), "capture")
    yield window
    window._may_lose = True
    closed(qtbot, window)


def begin(qtbot: QtBot, window: MainWindow) -> Search:
    press(Qt.Key.Key_F, CTRL)
    search = window.findChild(Search)
    assert isinstance(search, Search)
    qtbot.waitUntil(lambda: search.shown_for == search.field.text() and search.field.hasFocus())
    qtbot.waitUntil(lambda: search.knows_names)
    return search


def look_for(qtbot: QtBot, window: MainWindow, text: str) -> Search:
    search = begin(qtbot, window)
    type_text(text)
    qtbot.waitUntil(lambda: search.shown_for == text)
    return search


def spoken(search: Search) -> list[str]:
    model = search.hits.model()
    rows = range(model.rowCount())
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


def says(search: Search) -> list[str]:
    return [label.text() for label in search.findChildren(QLabel) if label.text()]


def marked(search: Search) -> list[list[str]]:
    search.grab()
    return list(search.hits.marked.values())


def test_what_is_typed_is_found_in_groups_and_marked_as_it_is_written(qtbot: QtBot, window: MainWindow) -> None:
    search = look_for(qtbot, window, "BUDGET")

    assert spoken(search) == [
        "Notes  3, S1.1, point, The budget is late",
        "S1.4, question, Whose budget, private, check later",
        "S1.5, recommendation, kc, Publish the budget",
        "Recommendations  1, R1, raw, Budgets first, Publish the budget",
        "People  1, kc, Kim Chí, Budget Watch",
        "Sessions  1, S1, Panel on budgets",
        "Themes  1, Budgets first",
    ]
    assert [marks for marks in marked(search) if marks] == [
        *([["budget"]] * 4),
        ["Budget"],
        ["budget"],
        ["Budget"],
    ]
    assert "7 found" in says(search)


@pytest.mark.parametrize(
    ("typed", "found"), [("ง", THAI), ("งบ", THAI), ("ชุม", THAI), ("ميزانية", ARABIC), ("chi", "")]
)
def test_one_or_two_letters_of_any_script_are_enough(qtbot: QtBot, window: MainWindow, typed: str, found: str) -> None:
    search = look_for(qtbot, window, typed)

    assert any((found or "Kim Chí") in line for line in spoken(search))
    assert all(folded(typed) in folded("".join(marks)) for marks in marked(search))


def test_enter_goes_there_and_escape_comes_back_to_the_line_as_it_was_left(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_Down, CTRL)
    settled(qtbot, window)
    before = window.context.current.session
    type_text("half a line")
    look_for(qtbot, window, "late")
    press(Qt.Key.Key_Return)
    note = capture_of(window).view.current
    assert note is not None
    assert (note.text, window.context.current.session != before) == ("The budget is late", True)

    press(Qt.Key.Key_Escape)
    assert window.context.current.session == before
    line = capture_of(window).desk.line
    assert (line.hasFocus(), line.toPlainText()) == (True, "half a line")


def test_whoever_began_something_where_the_hit_is_stays_there(qtbot: QtBot, window: MainWindow) -> None:
    window.go("wall")
    look_for(qtbot, window, "late")
    press(Qt.Key.Key_Return)
    capture_of(window).desk.line.setFocus()
    press(Qt.Key.Key_Escape)

    assert window.place.name == "capture"


@pytest.mark.parametrize(
    ("typed", "place"),
    [("publish kind:rec session:closing", ""), ("r1", "recommendations"), ("kim", "people"), ("closing", "programme"),
     ("first theme:first", "wall")],
)  # fmt: skip
def test_every_kind_of_hit_leads_to_its_place_and_back(
    qtbot: QtBot, window: MainWindow, typed: str, place: str
) -> None:
    search = look_for(qtbot, window, typed)
    if place == "wall":
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    if not place:
        assert search.isVisible()
        return
    assert window.place.name == place
    press(Qt.Key.Key_Escape)
    assert window.place.name == "capture"


def test_escape_in_the_search_closes_it_where_one_was(qtbot: QtBot, window: MainWindow) -> None:
    search = look_for(qtbot, window, "late")
    press(Qt.Key.Key_Escape)

    assert not search.isVisible()
    assert capture_of(window).desk.line.hasFocus()


def test_filters_are_completed_by_tab_and_by_nothing_else(qtbot: QtBot, window: MainWindow) -> None:
    search = begin(qtbot, window)
    type_text("budget sp")
    assert "Tab takes speaker:" in says(search)
    press(Qt.Key.Key_Tab)
    type_text("k")
    assert "Tab takes ka Karim   also: kc Kim Chí" in says(search)
    type_text("im")
    assert "Tab takes kc Kim Chí" in says(search)
    press(Qt.Key.Key_Tab)
    assert search.field.text() == "budget speaker:kc "
    qtbot.waitUntil(lambda: search.shown_for == search.field.text())
    assert [line.split(", ")[1] for line in spoken(search)] == ["S1.5", "R1", "kc"]

    type_text("is:")
    compose("พ")
    assert not any(text.startswith("Tab") for text in says(search))
    press(Qt.Key.Key_Tab)
    assert search.field.text() == "budget speaker:kc is:"


def test_ctrl_backspace_clears_the_filters_and_leaves_the_words(qtbot: QtBot, window: MainWindow) -> None:
    search = look_for(qtbot, window, "budget kind:question is:private")
    assert len(spoken(search)) == 1
    press(Qt.Key.Key_Backspace, CTRL)

    assert search.field.text() == "budget"
    qtbot.waitUntil(lambda: len(spoken(search)) == 7)


def test_what_is_no_filter_is_looked_for_and_said_to_be_none(qtbot: QtBot, window: MainWindow) -> None:
    search = look_for(qtbot, window, "colour:red")

    assert says(search) == [
        "There is no filter colour:red, so it is looked for as a word.",
        "Nothing found. Try fewer letters.",
    ]


def test_nothing_that_is_looked_for_or_found_is_logged_or_remembered(
    qtbot: QtBot, window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    look_for(qtbot, window, "whose is:private")
    press(Qt.Key.Key_Return)
    settled(qtbot, window)
    window.context.preferences.write()

    assert "whose" not in caplog.text.lower()


@pytest.mark.parametrize(
    ("text", "typed", "stretches"),
    [
        ("Hòa Bình", "hoa bin", ["Hòa", "Bìn"]),
        ("กี่", "ก", ["กี่"]),
        ("e\u0301te\u0301", "te", ["te\u0301"]),
        ("\U0001f4a7 water", "wat", ["wat"]),
        (ARABIC, "ميزانية", ["ميزانيةٍ"]),
        ("가나", "나", ["나"]),
        ("\u1112\u1161\u11ab x", "한", ["\u1112\u1161\u11ab"]),
        (f"{'far away ' * 20} budget {'behind ' * 40}", "budget", ["budget"]),
        (f"{'ไกลออกไป' * 30}งบ{'ตามหลัง' * 40}", "งบ", ["งบ"]),
    ],
)
def test_what_was_found_is_marked_in_whole_letters_and_stays_to_be_seen(
    look: Look, qapp: QApplication, text: str, typed: str, stretches: list[str]
) -> None:
    assert MarkedText(look, text, places(text, folded(typed).split()), 400).stretches == stretches


def test_a_key_in_the_field_paints_nothing_of_what_lies_below(qtbot: QtBot, window: MainWindow) -> None:
    search = begin(qtbot, window)
    painted: list[QObject] = []

    class Eye(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
                painted.append(watched)
            return False

    eye = Eye()
    QApplication.instance().installEventFilter(eye)
    type_text("bud")
    qtbot.waitUntil(lambda: search.shown_for == "bud" and search.hits.viewport() in painted)
    QApplication.instance().removeEventFilter(eye)

    assert search.field in painted
    assert not [one for one in painted if one is not search and not search.isAncestorOf(one)]
