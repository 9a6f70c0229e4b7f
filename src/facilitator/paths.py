"""Where things are: settings, logs, backups and data of the person, and the resources that the app ships with."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import platformdirs

from facilitator.domain.errors import NoHome

APP = "facilitator"
HOME_VARIABLE = "FACILITATOR_HOME"
"""Set to a folder, all that is otherwise spread over the account lies below it: for a portable copy and for tests."""


def config_folder() -> Path:
    """The folder of the settings file; not made here. Raises NoHome."""
    return _place("config", lambda: platformdirs.user_config_path(APP, False))


def data_folder() -> Path:
    """The folder of what the app keeps for the person; not made here. Raises NoHome."""
    return _place("data", lambda: platformdirs.user_data_path(APP, False))


def log_folder() -> Path:
    """The folder of the log files; not made here. Raises NoHome."""
    return _place("logs", lambda: platformdirs.user_log_path(APP, False))


def backup_folder() -> Path:
    """Where backups go when the settings name no other folder; not made here. Raises NoHome."""
    return data_folder() / "backups"


@cache
def resources() -> Path:
    """The folder of fonts, labels and samples: inside an installed package, beside `src` in a checkout."""
    package = Path(__file__).resolve().parent
    shipped = package / "resources"
    return shipped if shipped.is_dir() else package.parent.parent / "resources"


def _place(name: str, of_the_platform: Callable[[], Path]) -> Path:
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen).absolute() / name
    try:
        found = of_the_platform()
    except RuntimeError as error:
        raise NoHome(variable=HOME_VARIABLE) from error
    # Without HOME and without an entry for the account, `~` stays as it is, and a folder of that name would be made.
    if not found.is_absolute():
        raise NoHome(variable=HOME_VARIABLE)
    return found
