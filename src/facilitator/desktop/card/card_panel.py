"""The panel beside a list of recommendations: one of them with all that belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.key_cap import KeyCap
from facilitator.domain.brackets import open_text
from facilitator.domain.errors import NoLongerThere
from facilitator.domain.kinds import Status
from facilitator.domain.nouns import Key, Recommendation, Wording
from facilitator.domain.readiness import CHECKED_FIELDS, TO_BE_READY, Given, readiness

from .card_edits import CardEdits
from .icon_button import IconButton
from .matrix_form import MatrixForm
from .open_brackets import OpenBrackets
from .readiness import ReadinessMarks, ReadinessReasons
from .reservations import Reservations
from .sources import EDGE, Sources
from .status_button import StatusButton
from .theme_chips import ThemeChips
from .versions import Versions
from .wording_editor import WordingEditor

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.desktop.place import Place
    from facilitator.domain.rows import Chip as Theme
    from facilitator.domain.rows import RecommendationDetail, SourceLine
    from facilitator.store.reads import Reads

WIDTH, HEAD, FOOT = 384, 46, 44
READ_SOON = 100
"""Milliseconds after the last key until the words are read anew."""
STATUSES = {
    "card.tabled": Status.TABLED,
    "card.agreed": Status.AGREED,
    "card.reservation": Status.AGREED_WITH_RESERVATION,
    "card.not-agreed": Status.NOT_AGREED,
    "card.parked": Status.PARKED,
}


REGISTER = "recommendations"
"""The place with the table of all recommendations."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What one reading gives: the recommendation, the themes that there are, the time zone of the workshop."""

    detail: RecommendationDetail
    themes: list[Theme]
    zone: str


@guarded
class CardPanel(QFrame):
    """For any place with recommendations; its commands work in the whole of that place while the panel is shown.

    The place calls `show_card`, `reload` when something has changed, and `flush`; the panel's edits have the panel as
    origin.
    """

    closed = Signal()
    asked = Signal(str, object)
    """Another place, and the key of what it is to show."""
    stepped = Signal(int)
    """To the next of the list (1), or the one before (-1)."""

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(place)
        self.setObjectName("cardPanel")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Recommendation"))
        self._context = context
        self._place = place
        self._key: Key | None = None
        self._detail: RecommendationDetail | None = None
        self._is_behind = False
        look = context.look
        self.edits = CardEdits(context, self, lambda: self._key)
        self.number = QLabel()
        self.number.setObjectName("recommendationNumber")
        self.status = StatusButton(look)
        self.wording = WordingEditor(look, self._save_wording)
        self.brackets = OpenBrackets(look)
        self.ready = ReadinessMarks(look)
        self.reasons = ReadinessReasons(look)
        self._reading = QTimer(self, singleShot=True, interval=READ_SOON)
        self.themes = ThemeChips(look)
        self.matrix = MatrixForm(look)
        self.reservations = Reservations(look)
        self.sources = Sources(look)
        self.versions = Versions(look)
        self._area = QScrollArea()
        self._compose()
        self._connect()

    @property
    def key(self) -> Key | None:
        """The recommendation that is shown."""
        return self._key

    def show_card(self, key: Key) -> None:
        """Show another recommendation; what was typed about the one before is written first."""
        if key == self._key:
            return
        self.flush()
        if self._holds_unsaved:
            # What could not be saved stays on the screen until it can, or is given up with the window.
            return
        self._key, self._detail = key, None
        self.reservations.turn_to(key)
        self.sources.close_form()
        self._area.verticalScrollBar().setValue(0)
        self.reload()

    def fill_in(self, field: str) -> None:
        """Put the focus into a field of the matrix, where it can be seen."""
        self.matrix.fold(False)
        edit = self.matrix.fields[field]
        edit.setFocus()
        self._area.ensureWidgetVisible(edit)

    def reload(self) -> None:
        """Read again; a field in which somebody is typing keeps its text."""
        key = self._key
        if key is None:
            return
        found = self._context.bridge.ask(lambda reads: _read(reads, key))
        if found is None:
            self._key = self._detail = None
            self.closed.emit()
            return
        # What was read may be older than what was typed, and is shown once all of that is told.
        self._is_behind = self._detail is not None and self._context.bridge.is_waiting and self._is_typed_in()
        self._detail = found.detail
        self._show(found)

    @property
    def is_unsaved(self) -> bool:
        """Whether something that was typed here could not be written, or is only begun."""
        return self._holds_unsaved or self.edits.is_unsaved or self.reservations.is_begun

    def flush(self) -> None:
        """Write what waits in a field, and what could not be written before."""
        self.edits.try_again()
        if self.wording.saving.is_unsaved:
            self.wording.saving.touch()
        self.wording.leave()
        self.matrix.kept.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the commands of a recommendation are carried out here."""
        super().showEvent(event)
        self._bind()

    def _show(self, found: _Found) -> None:
        detail, card = found.detail, found.detail.recommendation
        self.number.setText(str(card.number))
        self.status.show_status(card.status)
        if not self._is_behind:
            self.wording.show_text(card.wording)
            self.matrix.show_fields(card)
        self.themes.show_themes(detail.home, detail.further, found.themes)
        self.reservations.show_reservations(detail.reservations)
        self.sources.show_sources(detail.sources, detail.merged_from, found.zone)
        self.versions.show_history(detail, found.zone)
        self._show_readiness()

    def _show_readiness(self) -> None:
        """Of what stands in the fields, saved or not."""
        if self._detail is None:
            return
        wording = self.wording.toPlainText()
        addressed_to, timeframe, indicator = (bool(self.matrix.text(name)) for name in CHECKED_FIELDS)
        given = Given(wording, addressed_to, timeframe, indicator, bool(self._detail.sources))
        findings = readiness(given) if self._detail.recommendation.status in TO_BE_READY else ()
        self.ready.show_findings(findings)
        self.reasons.show_findings(findings)
        self.brackets.show_open(open_text(wording), wording)

    # Edits

    @property
    def _holds_unsaved(self) -> bool:
        """Whether what stands in a field waits or was refused."""
        return self.wording.saving.is_unsaved or self.matrix.kept.has_unsaved

    def _finish(self, field: str) -> None:
        if field == "wording":
            self.wording.saving.accept()
        elif field:
            self.matrix.kept.accept(field)
        self.reload()

    def _refuse(self, field: str) -> None:
        card = self._card()
        if field == "wording" and card is not None and not self.wording.toPlainText().strip():
            self.wording.show_text(card.wording)
        elif field == "wording":
            self.wording.saving.refuse()
        else:
            self.matrix.kept.refuse(field)

    def _is_typed_in(self) -> bool:
        return any(field.hasFocus() for field in (self.wording, *self.matrix.fields.values()))

    def _catch_up(self) -> None:
        if self._is_behind:
            self.reload()

    def _card(self) -> Recommendation | None:
        return None if self._detail is None else self._detail.recommendation

    def _save_wording(self, text: str, stay: str) -> None:
        card = self._card()
        # Cleared to be typed anew: nothing can be saved yet, and nothing is lost until the field is left.
        is_between = not text.strip() and self.wording.hasFocus()
        if card is not None and not is_between:
            self.edits.word(card, text, stay)

    def _save_field(self, field: str, stay: str) -> None:
        card = self._card()
        if card is not None:
            self.edits.fill(card, field, self.matrix.kept.text(field), stay)

    def _set_status(self, status: Status) -> None:
        card = self._card()
        if card is not None and card.status is not status:
            # What was typed up to here is a version of its own: it is what got this status.
            self.wording.leave()
            self.edits.set_status(card, status)

    def _restore(self, version: Wording) -> None:
        card = self._card()
        if card is not None and not self._context.bridge.is_read_only:
            self.wording.leave()
            self.edits.restore(card, version)

    def _make_home(self, theme: Key) -> None:
        if self._detail is not None:
            before = None if self._detail.home is None else self._detail.home.key
            self.edits.make_home(self._detail.recommendation, theme, before)

    def _open_note(self, source: SourceLine) -> None:
        self._context.current.choose_session(source.note.session_id)
        self.asked.emit("capture", source.note.key)

    def _open_in_register(self) -> None:
        if self._key is not None:
            self.asked.emit(REGISTER, self._key)

    # Composition

    def _compose(self) -> None:
        inside = QWidget()
        down = QVBoxLayout(inside)
        down.setContentsMargins(0, 0, 0, 8)
        down.setSpacing(2)
        top = QVBoxLayout()
        top.setContentsMargins(EDGE, 0, EDGE, 4)
        top.setSpacing(4)
        for widget in (self.wording, self.brackets, self.ready, self.themes):
            top.addWidget(widget)
        down.addLayout(top)
        for section in (self.reasons, self.matrix, self.reservations, self.sources, self.versions):
            down.addWidget(section)
        down.addStretch(1)
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        whole.addWidget(self._area, 1)
        if self._place.name != REGISTER:
            whole.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        look = self._context.look
        before = IconButton(look, "chevron-up", self.tr("Previous of the list"))
        after = IconButton(look, "chevron-down", self.tr("Next of the list"))
        away = IconButton(look, "x", self.tr("Close"))
        before.clicked.connect(lambda: self.stepped.emit(-1))
        after.clicked.connect(lambda: self.stepped.emit(1))
        away.clicked.connect(self.closed)
        across = QHBoxLayout()
        across.setContentsMargins(EDGE, 7, 8, 7)
        across.setSpacing(8)
        across.addWidget(self.number)
        across.addWidget(self.status)
        across.addStretch(1)
        for widget in (before, after, away, KeyCap(look, "Esc")):
            across.addWidget(widget)
        return across

    def _foot(self) -> QHBoxLayout:
        button = QPushButton(self.tr("Open in Recommendations"))
        button.setFlat(True)
        button.clicked.connect(self._open_in_register)
        across = QHBoxLayout()
        across.setContentsMargins(EDGE, 6, EDGE, 6)
        across.addStretch(1)
        across.addWidget(button)
        return across

    def _connect(self) -> None:
        self.edits.done.connect(self._finish)
        self.edits.refused.connect(self._refuse)
        self._context.bridge.idle.connect(self._catch_up)
        self.status.chosen.connect(self._set_status)
        self._reading.timeout.connect(self._show_readiness)
        self.wording.edited.connect(self._reading.start)
        self.brackets.next_asked.connect(self.wording.go_to_next_bracket)
        self.brackets.asked.connect(self.wording.choose)
        self.matrix.kept.save_asked.connect(self._save_field)
        self.matrix.typed.connect(self._reading.start)
        self.themes.made_home.connect(self._make_home)
        self.sources.opened.connect(self._open_note)
        self.versions.restored.connect(self._restore)
        self.versions.unfolded.connect(
            lambda: QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.versions))
        )
        edits = self.edits
        for signal, do in (
            (self.themes.added, edits.add_theme),
            (self.themes.left, edits.leave_theme),
            (self.reservations.announced, edits.reserve),
            (self.reservations.withdrawn, edits.withdraw),
            (self.sources.linked, edits.link),
            (self.sources.unlinked, edits.unlink),
            (self.sources.dissolved, edits.dissolve),
        ):
            signal.connect(partial(self._on_card, do))

    def _on_card(self, do: object, *arguments: object) -> None:
        card = self._card()
        if card is not None and callable(do):
            do(card, *arguments)

    def _bind(self) -> None:
        wording = self.wording
        commands: dict[str, Callable[[], object]] = {
            "card.previous": lambda: self.stepped.emit(-1),
            "card.next": lambda: self.stepped.emit(1),
            "card.bracket": wording.put_in_brackets,
            "card.next-bracket": wording.go_to_next_bracket,
            "card.versions": self.versions.turn,
            "card.link": self.sources.begin,
            **{command: partial(self._set_status, status) for command, status in STATUSES.items()},
        }
        for command, do in commands.items():
            self._context.actions.bind(command, do, owner=self._place, possible=self.isVisible)


def _read(reads: Reads, key: Key) -> _Found | None:
    try:
        detail = reads.recommendation_detail(key)
    except NoLongerThere:
        return None
    return _Found(detail, [theme.chip for theme in reads.theme_list()], reads.workshop().time_zone)
