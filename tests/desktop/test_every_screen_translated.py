"""Every screen in the made-up language: no text bypasses translation, and what is 140 % long still fits."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.desktop.made_up_language import MadeUpLanguage
from tests.desktop.said import Said, cut, said, said_by_menu
from tests.desktop.screens import SCREENS, leave, settle

from facilitator.app import make_window
from facilitator.desktop import translation
from facilitator.desktop.frame.shortcut_sheet import KeySheet
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.wall.place import WallPlace
from facilitator.desktop.words import WORDS
from facilitator.jobs.sample import make_sample

WIDTH, HEIGHT = 1366, 768
LONG_ENOUGH = 12
TRANSLATED = re.compile(r"⟦[^⟦⟧]*⟧")
SAME_EVERYWHERE = re.compile(
    # Signs and figures; numbers of notes and cards; keys; formats of files and paper; the name of the app;
    # a day as the locale writes it; a place of the list of time zones; what a language calls itself.
    r"([\s\d:.,%/·–—…+()?!@#→×>\"'=~^-]|[SR]\d+|Ctrl|Alt|Shift|Esc|Enter|Tab|F\d+|Del|Ins|Space|PgUp|PgDown|\b[A-Z]\b"
    r"|A4|Letter|PDF|DOCX|JSON|facilitator|(Mon|Tues?|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(day)?\b"
    r"|Jan\w*|Feb\w*|Mar(ch)?\b|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*"
    r"|[A-Z][A-Za-z]+/[\w/+-]+|UTC|\.workshop|(American )?English)*"
)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample."""
    path = tmp_path_factory.mktemp("made up") / "water.workshop"
    make_sample(path)
    return path


@pytest.fixture(scope="module")
def typed(workshop: Path) -> list[str]:
    """Everything that people have typed into the sample, the longest first."""
    copy = sqlite3.connect(f"file:{workshop}?mode=ro", uri=True)
    tables = [name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = (row for table in tables for row in copy.execute(f'SELECT * FROM "{table}"'))
    values = {value for row in rows for value in row if isinstance(value, str) and len(value) > 1}
    roles = {role for (role,) in copy.execute("SELECT role FROM participant")}
    copy.close()
    # The words of the closed lists are stored in English, and shown in the person's language.
    values = (values - set(WORDS)) | roles | {str(workshop), workshop.stem, workshop.parent.name}
    return sorted(values, key=len, reverse=True)


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, workshop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window with the sample, in the made-up language, of the size of a small screen."""
    language = MadeUpLanguage()
    qapp.installTranslator(language)
    # What is counted would be found in English before it is asked for here.
    monkeypatch.setattr(translation, "FOLDER", tmp_path)
    made = make_window(qapp)
    qtbot.addWidget(made, before_close_func=lambda window: window.context.bridge.close())
    made.show()
    with qtbot.waitSignal(made.context.bridge.opened):
        made.context.bridge.open(workshop, otherwise=lambda error: pytest.fail(str(error)))
    made.resize(WIDTH, HEIGHT)
    yield made
    made.close()
    qapp.removeTranslator(language)
    qapp.setStyleSheet("")


def test_no_text_of_a_screen_bypasses_translation_or_is_cut(window: MainWindow, qtbot: QtBot, typed: list[str]) -> None:
    faults: dict[str, list[str]] = {}
    for name, reach in SCREENS.items():
        reach(window, qtbot)
        bypassing = {f"bypasses: {found}" for found in said(window) if not _is_known(found.text, typed)}
        if told := [*sorted(bypassing), *sorted(cut(window)), *_grown(window)]:
            faults[name] = told
        leave(window, qtbot)

    assert faults == {}


def test_no_text_of_the_painted_sheet_and_of_any_command_bypasses_translation(window: MainWindow, qtbot: QtBot) -> None:
    sheet = KeySheet(window.context)
    qtbot.addWidget(sheet)
    texts = [text for heading, lines in sheet.groups for text in (heading, *(line for _, line in lines))]
    texts += [window.context.actions.text(command) for command in window.context.actions.commands.values()]

    assert [text for text in texts if not _is_known(text, [])] == []


def test_no_text_of_the_menus_bypasses_translation(window: MainWindow, qtbot: QtBot, typed: list[str]) -> None:
    wall = window.go("wall")
    assert isinstance(wall, WallPlace)
    settle(window, qtbot)
    wall.board.column(wall.themes[0].key).header.menu_asked.emit(wall.mapToGlobal(wall.rect().center()))
    menus = [menu for menu in window.findChildren(QMenu) if menu.actions()]

    texts: list[Said] = [found for menu in menus for found in said_by_menu(menu)]
    for menu in menus:
        menu.close()
    assert menus
    assert [found for found in texts if not _is_known(found.text, typed)] == []


def _grown(window: MainWindow) -> list[str]:
    return [] if window.width() == WIDTH else [f"the window has become {window.width()} wide"]


def _is_known(text: str, typed: list[str]) -> bool:
    """Whether a text was translated, is the same in every language, or was typed by somebody."""
    before = ""
    while before != text:
        before, text = text, TRANSLATED.sub("\n", text)
    return all(_is_ours(part, typed) or _is_theirs(part, typed) for part in re.split(r"\n|…|  +", text))


def _is_ours(text: str, typed: list[str]) -> bool:
    return SAME_EVERYWHERE.fullmatch(text) is not None or _is_cut(text, typed)


def _is_theirs(text: str, typed: list[str]) -> bool:
    for value in typed:
        if value in text:
            text = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", "\n", text)
    return all(_is_ours(part, typed) for part in text.split("\n"))


def _is_cut(text: str, typed: list[str]) -> bool:
    """Whether a text is the beginning or the end of what somebody has typed, and too long to be found by chance."""
    part = text.strip(" …,")
    return len(part) > LONG_ENOUGH and any(part in value for value in typed)
