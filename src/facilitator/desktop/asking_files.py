"""Asks for files and folders, without touching what lies in the folders that it shows.

To choose icons Qt's dialog opens every file of a folder and looks into it, and so does that of GTK. POSIX takes all
locks of a process on a file away as soon as it closes any descriptor of it (fcntl, "record locks"): those of SQLite on
the open workshop among them, after which another process may take its log for nobody's and remove it.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QStyle, QWidget

from .guard import guarded

Mode = QFileDialog.FileMode


@guarded
class _IconsByName(QAbstractFileIconProvider):
    """Tells folders from files, and files by the ends of their names alone."""

    def icon(self, of: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        """A folder or a sheet."""
        is_folder = of.isDir() if isinstance(of, QFileInfo) else of != QAbstractFileIconProvider.IconType.File
        kind = QStyle.StandardPixmap.SP_DirIcon if is_folder else QStyle.StandardPixmap.SP_FileIcon
        return QApplication.style().standardIcon(kind)

    def type(self, of: QFileInfo) -> str:
        """What stands in the column of kinds."""
        return "" if of.isDir() else of.suffix()


def ask_file(parent: QWidget | None, title: str, place: str, kinds: str) -> Path | None:
    """A file to be read, of `kinds` as Qt's filters name them; `place` is the folder to begin in."""
    dialog = _dialog(parent, title, place, Mode.ExistingFile)
    dialog.setNameFilter(kinds)
    return _answer(dialog)


def ask_name(parent: QWidget | None, title: str, proposed: str, kinds: str = "") -> Path | None:
    """A file to be written; one that is there is asked about."""
    dialog = _dialog(parent, title, str(Path(proposed).parent), Mode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if kinds:
        dialog.setNameFilter(kinds)
    dialog.selectFile(proposed)
    return _answer(dialog)


def ask_folder(parent: QWidget | None, title: str, place: str = "") -> Path | None:
    """A folder that is there."""
    dialog = _dialog(parent, title, place, Mode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _answer(dialog)


def _dialog(parent: QWidget | None, title: str, place: str, mode: QFileDialog.FileMode) -> QFileDialog:
    dialog = QFileDialog(parent, title, place)
    if not sys.platform.startswith(("win", "darwin")):
        # There the system's own dialog has no such locks to lose, or asks from a process of its own.
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setIconProvider(_icons())
    dialog.setFileMode(mode)
    return dialog


@cache
def _icons() -> QAbstractFileIconProvider:
    """One for all dialogs: Qt does not keep it alive."""
    return _IconsByName()


def _answer(dialog: QFileDialog) -> Path | None:
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None
