"""The binding to Qt must not wear out the interpreter: one release dropped a reference to None with every call."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 200


def test_calls_without_a_result_cost_no_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        label.setText("x")

    # Others come and go in between, but not by the hundred.
    assert sys.getrefcount(None) > before - CALLS // 2
