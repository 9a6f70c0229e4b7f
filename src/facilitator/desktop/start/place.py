"""What is shown while no workshop is open."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from facilitator.desktop.guard import guarded
from facilitator.desktop.notices import Notice
from facilitator.desktop.opening import OPENING, open_workshop
from facilitator.desktop.place import Place
from facilitator.desktop.translation import sentence

from .recent import RecentList
from .way import Way

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.errors import FacilitatorError

    from .new_workshop import NewWorkshop

ENDING = ".workshop"
WIDTH = 1000


@guarded
class StartPlace(Place):
    """Recent workshops, new, open, sample, restore; a file dropped here is opened."""

    name = "start"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setAcceptDrops(True)
        self._recent = RecentList(context)
        self._recent_heading = self._label(self.tr("Recent workshops"), "heading")
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._scrolled(self._page()))
        self._recent.chosen.connect(self._open)

    def enter(self) -> None:
        """The list may have changed since."""
        self._recent.show_recent()
        has_recent = bool(self._recent.files.rows)
        self._recent.setVisible(has_recent)
        self._recent_heading.setVisible(has_recent)
        super().enter()

    def load(self) -> None:
        """Nothing of a workshop is shown here."""

    def take_focus(self) -> None:
        """The last workshop is one Enter away."""
        if self._pages.currentIndex() == 0:
            (self._recent if self._recent.files.rows else self._first_way).setFocus()

    def step_back(self) -> bool:
        """From the form to the page."""
        was_form = self._pages.currentIndex() == 1
        self._pages.setCurrentIndex(0)
        self.take_focus()
        return was_form

    def begin_new(self) -> None:
        """Show the form for a new workshop."""
        self._new.begin()
        self._pages.setCurrentIndex(1)
        self._new.form.title.setFocus()

    def ask_file(self) -> None:
        """Let a file be chosen, and open it."""
        from facilitator.desktop.asking_files import ask_file

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = ask_file(self, self.tr("Open a workshop"), documents, self.tr("Workshops (*%1)").replace("%1", ENDING))
        if chosen:
            self._open(chosen)

    def open_sample(self) -> None:
        """Make the sample once, in the folder of the app's own data, and open it."""
        from facilitator import paths

        target = paths.data_folder() / f"{self.tr('Sample workshop')}{ENDING}"
        if target.exists():
            self._open(target)
            return

        def job() -> Path:
            from facilitator.jobs.sample import make_sample

            target.parent.mkdir(parents=True, exist_ok=True)
            return make_sample(target).path

        self.context.bridge.do(job, then=self._open, otherwise=self._refused)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A workshop file may be dropped."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open it."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self._open(path)

    @cached_property
    def _new(self) -> NewWorkshop:
        # Made when it is asked for: its list of time zones alone takes longer than a frame.
        from .new_workshop import NewWorkshop

        form = NewWorkshop(self.context)
        form.made.connect(self._open)
        form.left.connect(self.step_back)
        self._pages.addWidget(self._scrolled(self._around(form)))
        return form

    def _open(self, path: Path) -> None:
        self._pages.setCurrentIndex(0)
        open_workshop(self.context, path)

    def _refused(self, error: FacilitatorError) -> None:
        self.context.notices.say(Notice(OPENING, sentence(error), "danger"))

    def _page(self) -> QWidget:
        title = self._label("facilitator", "title")
        says = self._label(
            self.tr(
                "Notes, themes and printed summaries for a workshop. It works without a network and keeps each "
                "workshop in one file."
            ),
            "quiet",
        )
        says.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._recent_heading, 0, 0)
        grid.addWidget(self._label(self.tr("Begin"), "heading"), 0, 1)
        grid.addWidget(self._recent, 1, 0, 4, 1, Qt.AlignmentFlag.AlignTop)
        ways = (
            ("new", self.tr("Title, days and rule; two minutes")),
            ("open", self.tr("A workshop file, also from a stick")),
            ("sample", self.tr("A two-day conference, filled in")),
            ("restore", self.tr("What stands in both folders of backups")),
        )
        buttons = [Way(self.context, command, text) for command, text in ways]
        self._first_way = buttons[0]
        for row, button in enumerate(buttons, 1):
            grid.addWidget(button, row, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 72, 0, 24)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(says)
        column.addSpacing(32)
        column.addLayout(grid)
        column.addStretch(1)
        return self._around(content)

    def _around(self, content: QWidget) -> QWidget:
        """In the middle, and no wider than can be read."""
        content.setMaximumWidth(WIDTH)
        outer = QWidget()
        row = QHBoxLayout(outer)
        row.setContentsMargins(24, 16, 24, 16)
        row.addStretch(1)
        row.addWidget(content, 100)
        row.addStretch(1)
        return outer

    def _scrolled(self, content: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(content)
        return area

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty(role, True)
        return label


def _dropped(event: QDropEvent) -> Path | None:
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((file for file in files if file.suffix.casefold() == ENDING), None)
