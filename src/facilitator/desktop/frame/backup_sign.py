"""What the status line says of backups: when the last proven one was made, and what is amiss, by sign and by words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from facilitator.desktop.look.style import restyle
from facilitator.desktop.translation import sentence
from facilitator.domain.errors import SecondFolderAbsent

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.backups import Proof

ICON = 14


class BackupSign(QPushButton):
    """Leads to the backups when it is clicked."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("backedUp")
        self.setFlat(True)
        self.setIconSize(QSize(ICON, ICON))
        self.clicked.connect(lambda: context.actions.trigger("restore"))
        context.backups.changed.connect(self.show_proof)
        context.look.changed.connect(self.show_proof)

    def show_proof(self) -> None:
        """Say how far the work is proven now."""
        now = datetime.now()  # noqa: DTZ005 - as the names of backups have it
        proof = self._context.backups.proof
        is_bad = proof.problem is not None or proof.is_overdue(now)
        parts = [self._last(proof, now), self._waiting(proof, now), self._second(proof)]
        # The text of a button would take an ampersand for the mark of a key.
        self.setText(" · ".join(part for part in parts if part).replace("&", "&&"))
        reasons = [sentence(error) for error in (proof.problem, proof.behind) if error is not None]
        self.setToolTip("\n".join(reasons))
        self.setAccessibleDescription(" ".join(reasons))
        restyle(self, "weight", "danger" if is_bad else "")
        good = "shield" if proof.last is None else "shield-check"
        icon = "circle-alert" if is_bad else "usb" if proof.behind is not None else good
        self.setIcon(self._context.look.icon(icon, "danger" if is_bad else "quiet", ICON))

    def _last(self, proof: Proof, now: datetime) -> str:
        at = proof.last
        if at is None:
            return self.tr("Backup failed") if proof.problem is not None else self.tr("No backup yet")
        moment = f"{at:%H:%M}" if at.date() == now.date() else f"{at:%d.%m. %H:%M}"
        says = self.tr("Backup failed; last proven backup %1") if proof.problem else self.tr("Last proven backup %1")
        return says.replace("%1", moment)

    def _waiting(self, proof: Proof, now: datetime) -> str:
        """How long a change has waited, once that is too long."""
        if proof.unproven_since is None or not proof.is_overdue(now):
            return ""
        minutes = int((now - proof.unproven_since).total_seconds() // 60)
        if minutes < 120:
            return self.tr("changes of %n minute(s) are in none", "", minutes)
        return self.tr("changes of %n hour(s) are in none", "", minutes // 60)

    def _second(self, proof: Proof) -> str:
        if proof.behind is None:
            return ""
        if isinstance(proof.behind, SecondFolderAbsent):
            return self.tr("second folder not there")
        return self.tr("not in the second folder")
