"""The place where paper is made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from facilitator.desktop.notices import Notice, WayOut
from facilitator.desktop.place import Place
from facilitator.desktop.translation import sentence
from facilitator.desktop.widgets.choice import Choice

from .chooser import Chooser
from .making import Making
from .pages import Pages
from .preview import Fit, Preview

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.errors import FacilitatorError
    from facilitator.jobs.exported import Exported
    from facilitator.workspace.workspace import Changes

    from .pages import Found


class ReportsPlace(Place):
    """Choices at the side, the real pages beside them."""

    name = "reports"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._pages: Pages | None = None
        self._found: tuple[Found, ...] = ()
        self._prints_when_made = False
        self._is_proven = False
        self._making = Making(context, self)
        self._chooser = Chooser(context)
        self._preview = Preview(context.look)
        self._where = QLabel()
        self._find = QLineEdit()
        self._fit = Choice(context.look, self.tr("Size of the pages"))
        self._compose()
        context.bridge.closed.connect(self._let_pages_go)
        self._chooser.changed.connect(self._ask)
        self._chooser.print_asked.connect(self.print_now)
        self._chooser.save_asked.connect(self._ask_target)
        self._making.begun.connect(self._begin)
        self._making.drawn.connect(self._show_pages)
        self._making.made.connect(self._show)
        self._making.refused.connect(self._show_refusal)
        self._preview.turned.connect(self._show_where)
        self._find.textChanged.connect(self._look_for)
        self._find.returnPressed.connect(self._preview.next_found)
        self._fit.currentIndexChanged.connect(lambda fit: self._preview.fit(Fit(fit)))

    def load(self) -> None:
        """The rules, sessions and days, and pages of how things stand now."""
        found = self.context.bridge.ask(lambda reads: (reads.workshop().attribution, reads.session_list()))
        if found is not None:
            self._chooser.show_workshop(*found)
            self._ask()

    def apply(self, _changes: Changes) -> None:
        """Whatever was changed can stand on a page."""
        self.load()

    def take_focus(self) -> None:
        """The pages can be turned at once."""
        self._preview.setFocus()

    def summarise(self, key: bytes) -> None:
        """Show the summary of one session."""
        self.refresh()
        self._chooser.choose_session(key)
        self._chooser.offer_printing()
        self._ask()

    def offer(self, kind: str) -> None:
        """Show a report of this kind, ready to print."""
        self.refresh()
        self._chooser.choose_kind(kind)
        self._chooser.offer_printing()
        self._ask()

    def print_now(self) -> None:
        """Print the pages that are shown, or, where they are still being made, when they are there."""
        if self._pages is None or not self._is_proven:
            self._prints_when_made = True
            return
        # Loaded only now: nobody who looks at pages waits for printers.
        from .printing import ask_and_print

        ask_and_print(self._pages, self._chooser.wanted.paper, self._name(), self)

    def save(self, target: Path) -> None:
        """Write the chosen report, or for .json the workshop, to a file."""
        wanted = self._chooser.wanted
        if target.suffix.casefold() == ".json":
            from .wanted import Wanted

            wanted = Wanted("workshop", (), None, None, wanted.paper)
        task = self._making.save(wanted, target)
        if task is not None:
            task.done.connect(self._tell_saved)
            task.refused.connect(self._show_refusal)

    def _compose(self) -> None:
        bar = QFrame()
        bar.setObjectName("placeBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 7, 16, 8)
        row.setSpacing(8)
        for icon, text, by in (
            ("chevron-left", self.tr("Pages before"), -1),
            ("chevron-right", self.tr("Pages after"), 1),
        ):
            button = QPushButton()
            button.setFlat(True)
            button.setAccessibleName(text)
            button.setToolTip(text)
            button.setIcon(self.context.look.icon(icon, "text"))
            button.clicked.connect(lambda *_, by=by: self._preview.step(by))
            row.addWidget(button)
            if by < 0:
                row.addWidget(self._where)
        row.addStretch(1)
        self._find.setPlaceholderText(self.tr("Find on the pages"))
        self._find.setAccessibleName(self.tr("Find on the pages"))
        self._find.setClearButtonEnabled(True)
        row.addWidget(self._find)
        for text in (self.tr("Two pages"), self.tr("Page width"), self.tr("Whole page"), self.tr("Large")):
            self._fit.addItem(text)
        row.addWidget(self._fit)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(bar)
        right.addWidget(self._preview, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._chooser)
        across.addLayout(right, 1)

    def _ask(self) -> None:
        if self._chooser.is_complete:
            self._making.ask(self._chooser.wanted)
        else:
            self._take_pages(None)
            self._is_proven = False
            self._chooser.allow_printing(can_be=False)
            self._chooser.tell(self.tr("Choose a session."), "warn")

    def _begin(self) -> None:
        self._is_proven = False
        self._chooser.allow_printing(can_be=True)

    def _show_pages(self, path: Path) -> None:
        """They can be looked at; only those that are counted can be printed."""
        self._take_pages(Pages(path))

    def _show(self, exported: Exported) -> None:
        self._is_proven = True
        exported.path.unlink(missing_ok=True)
        count = self.tr("%n page(s)", "", self._pages.count if self._pages is not None else 0)
        if exported.warnings:
            more = len(exported.warnings) - 3
            told = [*exported.warnings[:3], *([self.tr("%n more", "", more)] if more > 0 else [])]
            self._chooser.tell("\n".join(told), "warn")
        else:
            self._chooser.tell(self.tr("%1. Every character prints.").replace("%1", count), "ok")
        if self._prints_when_made:
            self._prints_when_made = False
            self.print_now()

    def _show_refusal(self, error: FacilitatorError) -> None:
        self._prints_when_made = False
        self._chooser.allow_printing(can_be=self._is_proven)
        self._chooser.tell(sentence(error), "danger")

    def _take_pages(self, pages: Pages | None) -> None:
        at = self._preview.shown[0]
        # Showing them tells at once which are on the screen, and of how many.
        before, self._pages = self._pages, pages
        self._preview.show_pages(pages)
        if before is not None:
            before.close()
        self._preview.turn_to(at)
        self._look_for(self._find.text())

    def _let_pages_go(self) -> None:
        # They are of the workshop that is left, and their document must not stay open.
        self._take_pages(None)

    def _show_where(self) -> None:
        first, last = self._preview.shown
        count = self._pages.count if self._pages is not None else 0
        span = f"{first}" if first == last else f"{first}–{last}"
        self._where.setText(self.tr("Page %1 of %2").replace("%1", span).replace("%2", str(count)) if count else "")

    def _look_for(self, text: str) -> None:
        found = tuple(self._pages.find(text)) if self._pages is not None and text.strip() else ()
        self._preview.show_found(found)
        self._find.setToolTip(self.tr("%n place(s)", "", len(found)) if text.strip() else "")

    def _name(self) -> str:
        """What the file is called: the report and the workshop, never a person."""
        path = self.context.bridge.path
        report = QCoreApplication.translate("Reports", self._chooser.kind.text)
        return f"{path.stem if path is not None else ''} {report}".strip()

    def _ask_target(self, ending: str) -> None:
        from facilitator.desktop.asking_files import ask_name

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(documents) / f"{self._name()}{ending}")
        chosen = ask_name(self, self.tr("Save as"), proposed, f"*{ending}")
        if chosen:
            self.save(chosen if chosen.name.casefold().endswith(ending) else chosen.with_name(chosen.name + ending))

    def _tell_saved(self, exported: Exported) -> None:
        text = self.tr("Saved: %1").replace("%1", str(exported.path))
        look = WayOut(
            self.tr("Open in the system's viewer"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(exported.path))),
        )
        self.context.notices.say(Notice("saved", text, "ok", (look,)))
