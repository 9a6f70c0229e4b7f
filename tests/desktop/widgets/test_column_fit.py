"""Columns keep what they need to be read, and some give way to those that matter more."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from pytestqt.qtbot import QtBot

from facilitator.desktop.look.look import Look
from facilitator.desktop.widgets.column_fit import ColumnFit

LEAST = 200


@pytest.fixture
def table(look: Look, qtbot: QtBot, shown: Callable[..., QWidget]) -> QTableView:
    """Words, which take what is left, then status and a column with a long heading for its width."""
    table = QTableView()
    model = QStandardItemModel(1, 3, table)
    model.setHorizontalHeaderLabels(["Wording", "Status", "Number of notes"])
    table.setModel(model)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    fit = ColumnFit(table, look, {1: 120, 2: 40}, (2, 1), LEAST)
    look.changed.connect(fit.fit)
    table.setMinimumWidth(10)
    shown(table).resize(700, 300)
    qtbot.waitUntil(lambda: table.columnWidth(0) > LEAST)
    return table


def test_a_column_is_as_wide_as_its_heading_however_small_the_text(table: QTableView, look: Look) -> None:
    look.set_zoom(9)

    assert table.columnWidth(2) >= table.horizontalHeader().sectionSizeHint(2)


def test_columns_give_way_in_their_order_and_come_back(table: QTableView, look: Look, qtbot: QtBot) -> None:
    look.set_zoom(24)
    assert (table.isColumnHidden(1), table.isColumnHidden(2)) == (False, True)
    assert table.columnWidth(0) >= 2 * LEAST

    table.window().resize(450, 300)
    qtbot.waitUntil(lambda: table.isColumnHidden(1))

    look.set_zoom(12)
    table.window().resize(700, 300)
    qtbot.waitUntil(lambda: not table.isColumnHidden(1) and not table.isColumnHidden(2))
