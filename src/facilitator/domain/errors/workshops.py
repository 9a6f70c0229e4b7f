"""Workshop files and ledgers that cannot be opened or joined."""

from __future__ import annotations

from .families import DamageError, InputError


class WorkshopMissing(InputError):
    """The workshop file that was named is not there."""

    template = "There is no file {path}. Look at the name, or make a new workshop there."


class NotAWorkshop(InputError):
    """A file that we did not write; `found` says what it is."""

    template = "{path} is not a workshop: it is {found}. It was left as it is. Give the name of a workshop file."


class NewerWorkshop(InputError):
    """A file of a later version of the app; versions are those of the tables."""

    template = (
        "{path} was made by a newer version of the app (version {version} of the file; this app knows up to {known}). "
        "It was left as it is. Install the newer app."
    )


class OlderWorkshop(InputError):
    """A file of an earlier version, which must be brought up to date before it can be read."""

    template = (
        "{path} was made by an older version of the app. Open it once for writing; it is then brought up to date."
    )


class CannotRead(InputError):
    """The system does not let the file be read; `reason` is what it says."""

    template = "{path} cannot be read ({reason}). Copy it to a disk of this computer, or ask for the right to read it."


class DamagedFile(DamageError):
    """A workshop whose bytes are not what we wrote; `found` says where, `advice` names the backups."""

    template = "{path} is damaged ({found}). It was left as it is. {advice}"


class NothingToSalvage(DamageError):
    """A file in which nothing of a workshop can be read any more."""

    template = (
        "Nothing of a workshop can be read in {path}, so nothing was made. It was left as it is. "
        "Look for a backup on this computer, on sticks and other computers."
    )


class NumberTaken(InputError):
    """Two different things bear one printed number, so that two files cannot become one; `what` is their kind."""

    template = (
        "The number {number} is borne by two different things of the kind {what}. Nothing was changed. "
        "Give each room a letter of its own before it captures."
    )


class OtherWorkshop(InputError):
    """A file that is to be united with another belongs to a different workshop."""

    template = "{path} is a different workshop, so nothing was changed. Only copies of one workshop can be united."


class LedgerGap(InputError):
    """The history in a file lacks steps in the middle, or has two different steps in one place."""

    template = (
        "The history in {path} is not whole: {reason}. Nothing was changed. "
        "Copy the file again from the computer that it comes from."
    )


class NoWorkshopOpen(InputError):
    """Something was asked of a workshop while the window has none open."""

    template = "No workshop is open. Open one, or make a new one."
