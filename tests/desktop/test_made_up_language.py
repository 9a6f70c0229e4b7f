"""The made-up language itself, and the window in it: what a person reads has come through translation."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.desktop.made_up_language import MadeUpLanguage, is_made_up, lengthened

from facilitator.app import make_window
from facilitator.desktop import translation
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.translation import sentence, speak
from facilitator.domain.errors import WorkshopMissing
from facilitator.jobs.sample import make_sample

# Keys, figures, numbers of notes and sessions, and the times of the clock are the same in every language.
SAME_EVERYWHERE = re.compile(r"[\d:.,%/\s]*|[SR]\d+(\.\d+)?|(Ctrl|Alt|Shift|Esc|Enter|Tab|F\d+|[+ ]|\b.\b)+")


@pytest.fixture
def made_up(qapp: QApplication) -> Iterator[MadeUpLanguage]:
    """The language, spoken while the test runs."""
    language = MadeUpLanguage()
    qapp.installTranslator(language)
    yield language
    qapp.removeTranslator(language)


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, made_up: MadeUpLanguage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window with the sample workshop, in the made-up language."""
    # What is counted would be found in English before it is asked for here.
    monkeypatch.setattr(translation, "FOLDER", tmp_path)
    workshop = tmp_path / "water.workshop"
    make_sample(workshop)
    made = make_window(qapp)
    qtbot.addWidget(made, before_close_func=lambda window: window.context.bridge.close())
    with qtbot.waitSignal(made.context.bridge.opened):
        made.context.bridge.open(workshop, otherwise=lambda error: pytest.fail(str(error)))
    made.show()
    yield made
    made.close()
    qapp.setStyleSheet("")


@pytest.mark.parametrize("text", ["Save", "Go to the wall", "%n note(s) in %1", "File {path} is gone", "&Open"])
def test_a_text_becomes_140_per_cent_long_and_keeps_its_places(text: str) -> None:
    made = lengthened(text)

    assert len(made) >= round(1.4 * len(text))
    assert is_made_up(made)
    assert re.findall(r"%\w|\{\w+\}|&", made) == re.findall(r"%\w|\{\w+\}|&", text)


def test_what_the_frame_says_has_come_through_translation(window: MainWindow) -> None:
    frame = (window.top_bar, window.rail, window.status_line)
    shown = [part for whole in frame for part in whole.findChildren(QAbstractButton) + whole.findChildren(QLabel)]
    texts = {part.text() for part in shown if part.isVisible()}

    reads = window.context.bridge.read(lambda reads: reads.workshop().title)
    bypassing = {
        text
        for text in texts
        if not is_made_up(text) and not SAME_EVERYWHERE.fullmatch(text) and not reads.startswith(text.rstrip("…"))
    }
    assert bypassing == set()


def test_an_error_says_its_sentence_in_the_language_of_the_person(made_up: MadeUpLanguage) -> None:
    said = sentence(WorkshopMissing(path="/a/b.workshop"))

    assert is_made_up(said)
    assert "/a/b.workshop" in said


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which speaks English again afterwards."""
    yield qapp
    speak(qapp, "en")


@pytest.mark.parametrize(
    ("language", "side"),
    [("en", Qt.LayoutDirection.LeftToRight), ("ar", Qt.LayoutDirection.RightToLeft), ("dv", None)],
)
def test_the_window_turns_to_the_side_from_which_the_language_is_read(
    speaking: QApplication, language: str, side: Qt.LayoutDirection | None
) -> None:
    speak(speaking, language)

    assert speaking.layoutDirection() == (side or Qt.LayoutDirection.RightToLeft)


@pytest.mark.parametrize("language", ["en", "th", "pt-BR"])
def test_one_and_many_are_told_apart_in_english_and_where_nobody_has_translated(
    speaking: QApplication, language: str
) -> None:
    speak(speaking, language)

    one, many = (speaking.translate("NoteCommands", "Delete %n note(s)", "", n) for n in (1, 2))
    assert (one, many) == ("Delete 1 note", "Delete 2 notes")
