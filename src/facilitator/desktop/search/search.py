"""Search over notes, recommendations, people, sessions and themes, while one types."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.desktop.frame.finder import Finder
from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.short_label import ShortLabel
from facilitator.domain.finding import Found, HitKind
from facilitator.domain.query import Field, read_query, without_filters, written

from .completions import Known
from .filter_names import all_names, field_name, value_name
from .hit_list import HitLine, HitList
from .query_field import QueryField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.desktop.context import Context
    from facilitator.domain.finding import Vocabulary
    from facilitator.domain.rows import SessionLine

SIZE = QSize(940, 640)
LIMIT = 50
"""So many hits of each kind are read and shown."""


@guarded
class Search(Finder):
    """`found` with the `Hit` that was chosen. Nothing of what is looked for is kept or logged."""

    found = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        name = self.tr("Search")
        asks = self.tr("Words of a note, a recommendation, a name, a session or a theme")
        self._query = QueryField(context.look)
        self.hits = HitList(context.look, name)
        self._hint = ShortLabel()
        super().__init__(context, window, SIZE, name, asks, field=self._query, shown=self.hits, below=self._hint)
        self._names = all_names()
        self._found = Found()
        self._found_for: str | None = None
        self._is_chosen = False
        self.knows_names = False
        """Whether filters can be completed with those who and what are there."""
        self._query.completed.connect(self._show_hint)

    @property
    def shown_for(self) -> str | None:
        """The text whose hits are shown; None while those of what stands in the field are waited for."""
        return self._found_for

    def open(self) -> None:
        """Read once whom and what filters can name; that makes the texts ready for the first key, too."""
        self.context.bridge.ask_aside(
            "names of filters",
            lambda reads: (reads.vocabulary(), reads.session_list(), reads.search(read_query("\u0000"), 1)),
            lambda told: self._know(told[0], told[1]),
        )
        super().open()

    def look(self) -> None:
        """Ask in a thread of its own: an answer may take longer than a key is waited for."""
        text = self.field.text()
        query = read_query(text, self._names)
        self._found_for = None
        self.context.bridge.ask_aside(
            "search",
            lambda reads: Found() if query.is_empty else reads.search(query, LIMIT),
            lambda found: self._show_found(text, found),
        )
        self._show_hint()

    def choose_found(self) -> None:
        """Enter before the answer is there takes the first hit once it is."""
        self._is_chosen = True
        if self._found_for == self.field.text():
            self._choose_if_asked()
        else:
            self.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Backspace clears the filters; what else the field is typed, see `Finder`."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if is_control and event.key() == Qt.Key.Key_Backspace:
                self.field.setText(without_filters(self.field.text(), self._names))
                return True
        return super().eventFilter(watched, event)

    def take(self, key: bytes) -> None:
        """Go there."""
        self.found.emit(next(hit for hit in self._found.hits if hit.key == key))

    def says(self, text: str, count: int) -> str:
        """How much was found."""
        if self._found.cut:
            return self.tr("Of each kind the first %n are shown. Type more to narrow it down.", "", LIMIT)
        if self._found.words or count:
            return self.tr("%n found", "", count) if count else self.tr("Nothing found. Try fewer letters.")
        return ""

    def _know(self, vocabulary: Vocabulary, sessions: tuple[SessionLine, ...]) -> None:
        self._query.know(Known(self._names, vocabulary, sessions))
        self.knows_names = True

    def _show_found(self, text: str, found: Found) -> None:
        self._found, self._found_for = found, text
        lines = list(self._lines(found))
        self.hits.show_hits(found.words, lines)
        if lines:
            self.hits.setCurrentIndex(self.hits.lines.index(0, 0))
        self.tell(self.says(text, len(lines)))
        self._choose_if_asked()

    def _lines(self, found: Found) -> Iterator[HitLine]:
        private, is_open = self.tr("private"), self.tr("check later")
        for kind, hits in groupby(found.hits, key=lambda hit: hit.kind):
            ones = list(hits)
            group = self._group(kind, len(ones), is_cut=kind in found.cut)
            for place, hit in enumerate(ones):
                yield HitLine(
                    hit.key,
                    hit,
                    "" if place else group,
                    private if hit.private else "",
                    is_open if hit.is_open else "",
                )

    def _group(self, kind: HitKind, count: int, *, is_cut: bool) -> str:
        names = {
            HitKind.NOTE: self.tr("Notes"),
            HitKind.RECOMMENDATION: self.tr("Recommendations"),
            HitKind.PERSON: self.tr("People"),
            HitKind.SESSION: self.tr("Sessions"),
            HitKind.THEME: self.tr("Themes"),
        }
        counted = self.tr("%1 and more").replace("%1", str(count)) if is_cut else str(count)
        return f"{names[kind]}  {counted}"

    def _show_hint(self) -> None:
        """What Tab puts into the field, else what was not understood, else which filters there are."""
        candidates = self._query.candidates
        doubts = read_query(self.field.text(), self._names).doubts
        if candidates:
            first, *others = (one.shown for one in candidates)
            text = self.tr("Tab takes %1").replace("%1", first)
            if others:
                text += "   " + self.tr("also: %1").replace("%1", " · ".join(others))
        elif doubts:
            text = self.tr("There is no filter %1, so it is looked for as a word.").replace("%1", doubts[0])
        else:
            text = self.tr("Filters: %1").replace("%1", self._filters())
        if text != self._hint.text():
            self._hint.setText(text)

    def _filters(self) -> str:
        names = [f"{field_name(field)}:" for field in Field if field not in {Field.IS, Field.HAS}]
        whole = [
            written(field_name(Field.IS), value_name("private")),
            written(field_name(Field.HAS), value_name("fill-in")),
        ]
        return "  ".join((*names, *whole))

    def _choose_if_asked(self) -> None:
        is_chosen, self._is_chosen = self._is_chosen, False
        if is_chosen and self.isVisible():
            self.choose_current()
