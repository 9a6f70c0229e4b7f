"""The words of the window in the person's language: ours from `translations`, those of Qt's own dialogs from Qt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from facilitator.domain.errors import FacilitatorError

if TYPE_CHECKING:
    from facilitator.capture import LineWarning
    from facilitator.domain.readiness import Finding

_INSTALLED: list[QTranslator] = []
"""Qt keeps none of them alive; to look for them among the children of the application takes as long as a view."""
FOLDER = Path(__file__).resolve().parent / "translations"


def speak(application: QApplication, language: str) -> None:
    """Have texts translated from now on, and the window turned to the side from which this language is read.

    `language` is a tag such as "pt-BR". A language without a file of ours stays English, with English plurals.
    """
    while _INSTALLED:
        application.removeTranslator(_INSTALLED.pop())
    locale = QLocale(language)
    QLocale.setDefault(locale)
    application.setLayoutDirection(locale.textDirection())
    # English first: what is installed later is asked first, and what it does not know falls back.
    for tag in dict.fromkeys(("en", locale.name())):
        _install(application, f"facilitator_{tag}", FOLDER)
    _install(application, f"qtbase_{locale.name()}", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))


def sentence(error: FacilitatorError) -> str:
    """What an error says, in the person's language."""
    return QCoreApplication.translate("Errors", error.template).format(**error.parameters)


def warned(warning: LineWarning) -> str:
    """Why a line is pointed out, in the person's language."""
    return QCoreApplication.translate("Warnings", warning.reason.value).format(text=warning.shown)


def explained(finding: Finding) -> str:
    """What is said of a point of a recommendation, in the person's language."""
    return QCoreApplication.translate("Readiness", finding.reason.value).format(**finding.parameters)


def _install(application: QApplication, name: str, folder: Path) -> None:
    translator = QTranslator()
    # Qt goes from `pt_BR` to `pt` by itself.
    if translator.load(name, str(folder)):
        application.installTranslator(translator)
        _INSTALLED.append(translator)
