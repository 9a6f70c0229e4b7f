"""Checking a workshop file: whether all is well, and if not, what is not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitator.store.check import FILE, Finding
from facilitator.store.check import check as findings_in

__all__ = ["FILE", "CheckResult", "check"]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """`ok` when nothing was found."""

    ok: bool
    findings: tuple[Finding, ...]


def check(path: Path) -> CheckResult:
    """Verify everything about the workshop at `path`, also while it is open elsewhere; nothing is written.

    Raises WorkshopMissing, CannotRead, NotAWorkshop, NewerWorkshop. Damage is no error here but a finding.
    """
    findings = findings_in(path)
    return CheckResult(not findings, findings)
