"""The families of errors: each is a code, parameters and an English sentence, and the exit code of the command line."""

from __future__ import annotations

from typing import ClassVar


class FacilitatorError(Exception):
    """Something that the person at the table can understand and mend.

    `template` is the English sentence with `{named}` places for the parameters; `exit_code` is the one of the command
    line.
    """

    template: ClassVar[str] = ""
    exit_code: ClassVar[int] = 3

    def __init__(self, **parameters: object) -> None:
        self.parameters = parameters
        super().__init__(self.template.format(**parameters))

    def __reduce__(self) -> tuple[object, ...]:
        # A job may work in a process of its own, and its refusal has to come over whole.
        return _made_again, (type(self), self.parameters)

    @property
    def code(self) -> str:
        """The name by which a translation finds the sentence."""
        return type(self).__name__


def _made_again(kind: type[FacilitatorError], parameters: dict[str, object]) -> FacilitatorError:
    return kind(**parameters)


class UsageError(FacilitatorError):
    """A command, option, report or format that is not understood."""

    exit_code = 2


class InputError(FacilitatorError):
    """Input that cannot be used as it is: missing, unreadable, not what it says it is."""

    exit_code = 3


class PlaceError(FacilitatorError):
    """A place that cannot be written now: full, read-only, taken, held by another program."""

    exit_code = 4


class DamageError(FacilitatorError):
    """A workshop file of our own that is damaged."""

    exit_code = 5
