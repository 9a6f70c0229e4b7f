"""What a recommendation still lacks: short marks below its wording, and the reasons in a section of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from facilitator.desktop.look.look import Look
from facilitator.desktop.translation import explained
from facilitator.desktop.widgets.icon_label import IconLabel
from facilitator.desktop.widgets.section import Section
from facilitator.desktop.words import word
from facilitator.domain.readiness import Finding, Point, State, missing

from .flow import Flow

EDGE = 14
SIGNS = {
    State.MISSING: ("circle-alert", "warn"),
    State.UNCHECKED: ("circle-help", "quiet"),
    State.THERE: ("check", "ok"),
}
"""Icon and token of each state, in the order in which the reasons are told."""


class ReadinessMarks(QWidget):
    """A sign and a word or two for each point; the reason is told by its tooltip and spoken."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._marks = {point: IconLabel(look, *SIGNS[State.UNCHECKED]) for point in Point}
        flow = Flow(self, gap=12)
        for mark in self._marks.values():
            flow.addWidget(mark)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these points; without any there is nothing to be ready for."""
        self.setVisible(bool(findings))
        for finding in findings:
            mark, reason = self._marks[finding.point], explained(finding)
            mark.show_sign(*SIGNS[finding.state])
            mark.setText(self._told(finding))
            # The first line is ours, so that Qt takes what is quoted below for no markup.
            mark.setToolTip(f"{mark.text()}\n{reason}")
            mark.setAccessibleName(mark.text())
            mark.setAccessibleDescription(reason)

    def _told(self, finding: Finding) -> str:
        name = word(finding.point)
        match finding.state:
            case State.MISSING:
                return self.tr("%1: still open").replace("%1", name)
            case State.UNCHECKED:
                return self.tr("%1: not checked").replace("%1", name)
        return name


class ReadinessReasons(Section):
    """A sentence for each point, those that are missing first; folded until somebody wants to read it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("What is missing"))
        self._look = look
        self._findings: Sequence[Finding] = ()
        self._signs = [QLabel() for _ in Point]
        self._sentences = [QLabel() for _ in Point]
        grid = QGridLayout()
        grid.setContentsMargins(EDGE, 0, EDGE, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (sign, sentence) in enumerate(zip(self._signs, self._sentences, strict=True)):
            sentence.setTextFormat(Qt.TextFormat.PlainText)
            sentence.setWordWrap(True)
            grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(sentence, row, 1)
        self.column.addLayout(grid)
        look.changed.connect(self._paint)
        self.fold(True)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these points."""
        order = list(SIGNS)
        self._findings = sorted(findings, key=lambda finding: order.index(finding.state))
        self.setVisible(bool(findings))
        lacking = len(missing(findings))
        count = self.tr("%1 of %2").replace("%1", str(lacking)).replace("%2", str(len(findings)))
        self.tell(count if lacking else self.tr("nothing"))
        for finding, sentence in zip(self._findings, self._sentences, strict=False):
            told = self.tr("%1: %2", "point of readiness and its reason")
            sentence.setText(told.replace("%1", word(finding.point)).replace("%2", explained(finding)))
        self._paint()

    def _paint(self) -> None:
        for finding, sign in zip(self._findings, self._signs, strict=False):
            sign.setPixmap(self._look.pixmap(*SIGNS[finding.state], 16, self.devicePixelRatioF()))
