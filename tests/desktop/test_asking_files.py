"""A dialog that shows the folder of the open workshop does not let go of the locks that SQLite has on it."""

import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QListView
from pytestqt.qtbot import QtBot
from tests.workshops import make_workshop

from facilitator.desktop import asking_files
from facilitator.workspace.opening import open_workspace

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel's table of locks is read")


def locks() -> int:
    """How many locks on files this process holds."""
    lines = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    return sum(f" {os.getpid()} " in line and "POSIX" in line for line in lines)


def in_dialog(qtbot: QtBot, name: str, do: Callable[[QFileDialog], object]) -> None:
    """Once the dialog that comes next shows a file of this name with its icon, do something in it."""

    def look() -> None:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()]
        view = found[0].findChild(QListView, "listView") if found else None
        if view is not None:
            model, root = view.model(), view.rootIndex()
            shown = [model.index(row, 0, root) for row in range(model.rowCount(root))]
            if any(one.data() == name and one.data(Qt.ItemDataRole.DecorationRole) is not None for one in shown):
                do(found[0])
                return
        QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


@linux
def test_the_open_workshop_keeps_its_locks_while_its_folder_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    path = make_workshop(tmp_path / "water.workshop")
    with closing(open_workspace(path)) as workspace:
        workspace.next_undo()
        before = locks()
        found: list[int] = []

        def leave(dialog: QFileDialog) -> None:
            found.append(locks())
            dialog.reject()

        in_dialog(qtbot, path.name, leave)
        assert asking_files.ask_file(None, "Open", str(tmp_path), "Workshops (*.workshop)") is None

    assert found == [before]
    assert before > 0


def test_a_proposed_name_is_taken_with_enter(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "other.pdf").touch()
    in_dialog(qtbot, "other.pdf", lambda dialog: dialog.findChild(QDialogButtonBox).buttons()[0].click())

    assert asking_files.ask_name(None, "Save as", str(tmp_path / "day.pdf"), "*.pdf") == tmp_path / "day.pdf"


def test_the_folder_that_is_shown_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    in_dialog(qtbot, "stick", lambda dialog: dialog.accept())

    assert asking_files.ask_folder(None, "Folder", str(tmp_path)) == tmp_path
