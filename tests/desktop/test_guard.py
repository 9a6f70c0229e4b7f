"""A bug in what Qt calls is reported, and the program goes on with an answer that Qt can use."""

import gc
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QListView, QStylePainter, QWidget
from pytestqt.qtbot import QtBot

from facilitator.desktop.guard import guarded, is_guarded

Index = QModelIndex | QPersistentModelIndex
NOTHING: list[Any] = []


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[type[BaseException]]]:
    """The errors that reach the hook of the program."""
    kinds: list[type[BaseException]] = []
    kept: list[BaseException] = []

    def hook(kind: type[BaseException], error: BaseException, _trace: object) -> None:
        kinds.append(kind)
        # As a debugger does; what the broken frames hold lives on.
        kept.append(error)

    monkeypatch.setattr(sys, "excepthook", hook)
    yield kinds
    # Frames and errors hold each other, and with them widgets that would go on painting in later tests.
    kept.clear()
    gc.collect()


@guarded
class Broken(QLabel):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        NOTHING[3]
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(1 // 0, 1)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            raise ValueError
        return super().event(event)

    def hasHeightForWidth(self) -> bool:
        return next(iter([]))


@guarded
class BrokenStyled(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        self.deeper(QStylePainter(self))

    def deeper(self, painter: QStylePainter) -> None:
        raise LookupError


@guarded
class BrokenFilter(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            NOTHING[3]
        return False


@guarded
class BrokenList(QAbstractListModel):
    def rowCount(self, parent: Index | None = None) -> int:
        return 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return NOTHING[3]

    def flags(self, index: Index) -> Qt.ItemFlag:
        return NOTHING[3]


@guarded
class BrokenTree(QAbstractItemModel):
    def rowCount(self, parent: Index | None = None) -> int:
        return NOTHING[3]

    def columnCount(self, parent: Index | None = None) -> int:
        return NOTHING[3]

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        return NOTHING[3]

    def parent(self, child: Index | None = None) -> QModelIndex:
        return NOTHING[3]


@guarded
class BrokenLayout(QLayout):
    def addItem(self, item: QLayoutItem) -> None:
        raise ValueError

    def sizeHint(self) -> QSize:
        return NOTHING[3]

    def count(self) -> int:
        return NOTHING[3]

    def itemAt(self, index: int) -> QLayoutItem | None:
        return NOTHING[3]

    def takeAt(self, index: int) -> QLayoutItem | None:
        return NOTHING[3]

    def setGeometry(self, place: QRect) -> None:
        NOTHING[3]


def test_a_broken_paint_is_reported_and_its_painter_ended_so_that_the_next_paint_is_possible(
    qtbot: QtBot, met: list[type[BaseException]]
) -> None:
    for kind in (Broken, BrokenStyled):
        widget = kind()
        qtbot.addWidget(widget)
        widget.resize(20, 20)

        widget.grab()
        widget.grab()

        assert not widget.paintingActive()
    assert met.count(IndexError) >= 2
    assert met.count(LookupError) >= 2


def test_a_broken_size_is_the_one_that_qt_would_give(qtbot: QtBot, met: list[type[BaseException]]) -> None:
    sound, broken = QLabel("text"), Broken("text")
    qtbot.addWidget(sound)
    qtbot.addWidget(broken)

    assert broken.sizeHint() == sound.sizeHint()
    assert met == [ZeroDivisionError]


def test_a_question_that_breaks_is_answered_as_qt_would(qtbot: QtBot, met: list[type[BaseException]]) -> None:
    widget = Broken("text")
    qtbot.addWidget(widget)

    assert widget.hasHeightForWidth() is False
    assert StopIteration in met


def test_an_event_whose_handling_broke_half_way_is_not_handled_a_second_time(
    qtbot: QtBot, qapp: QObject, met: list[type[BaseException]]
) -> None:
    widget = Broken("text")
    qtbot.addWidget(widget)

    assert qapp.sendEvent(widget, QEvent(QEvent.Type.User)) is True
    assert met == [ValueError]


def test_a_broken_filter_lets_the_event_through(qapp: QObject, met: list[type[BaseException]]) -> None:
    watched, filtering = QObject(), BrokenFilter()
    watched.installEventFilter(filtering)

    qapp.sendEvent(watched, QEvent(QEvent.Type.User))

    assert filtering.eventFilter(watched, QEvent(QEvent.Type.User)) is False
    assert met == [IndexError, IndexError]


def test_a_list_with_broken_rows_is_shown_empty_rather_than_not_at_all(
    qtbot: QtBot, met: list[type[BaseException]]
) -> None:
    view, model = QListView(), BrokenList()
    qtbot.addWidget(view)
    view.setModel(model)

    view.grab()

    assert model.data(model.index(0)) is None
    assert IndexError in met


def test_where_qt_has_no_answer_the_override_answers_with_an_empty_one_of_its_kind(
    qapp: QObject, met: list[type[BaseException]]
) -> None:
    tree, layout = BrokenTree(), BrokenLayout()

    assert (tree.rowCount(), tree.columnCount()) == (0, 0)
    assert not tree.index(0, 0).isValid()
    assert not tree.parent(QModelIndex()).isValid()
    assert (layout.count(), layout.itemAt(0), layout.sizeHint()) == (0, None, QSize())
    assert set(met) == {IndexError}


def test_the_end_of_the_program_is_not_held_up(met: list[type[BaseException]]) -> None:
    @guarded
    class Leaving(QObject):
        def timerEvent(self, event: object) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Leaving().timerEvent(None)
    assert met == []


def test_what_is_no_override_is_left_as_it_was() -> None:
    def own(self: object) -> None:
        """Something of our own."""

    kind = guarded(type("Own", (QObject,), {"own": own, "__module__": __name__}))

    assert not is_guarded(vars(kind)["own"])


SURVIVES = """
    import sys
    from PySide6.QtCore import QAbstractListModel, QEvent, QObject, QSize
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QApplication, QListView, QWidget
    from facilitator.desktop.guard import guarded

    caught = []
    sys.excepthook = lambda kind, error, trace: caught.append(kind)

    @guarded
    class Broken(QWidget):
        def paintEvent(self, event):
            painter = QPainter(self)
            [][3]

        def sizeHint(self) -> QSize:
            return [][3]

    @guarded
    class Filter(QObject):
        def eventFilter(self, watched, event) -> bool:
            return [][3]

    @guarded
    class Model(QAbstractListModel):
        def rowCount(self, parent=None) -> int:
            return 1 // 0

        def data(self, index, role=0) -> object:
            return [][3]

    application = QApplication([])
    widget, filtering, view, model = Broken(), Filter(), QListView(), Model()
    view.setModel(model)
    widget.installEventFilter(filtering)
    for turn in range(300):
        widget.adjustSize()
        widget.grab()
        view.grab()
        application.sendEvent(widget, QEvent(QEvent.Type.User))
        model.data(model.index(0))
    print("alive", len(caught) > 1000)
"""


def test_a_program_with_bugs_in_every_kind_of_override_goes_on() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(SURVIVES)], capture_output=True, text=True, timeout=60
    )

    assert (done.returncode, done.stdout.split()) == (0, ["alive", "True"])
    assert "Traceback" not in done.stderr
    assert "QPainter" not in done.stderr


def test_setting_texts_takes_no_reference_from_nothing(qtbot: QtBot) -> None:
    # PySide6 6.12 takes one at each call, and CPython before 3.12 ends when none are left.
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for _ in range(200):
        label.setText("x")

    assert sys.getrefcount(None) - before > -100
