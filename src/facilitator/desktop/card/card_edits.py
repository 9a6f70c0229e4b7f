"""What a person does in the panel, as steps of the workshop that can be undone by their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.desktop.left_behind import LeftBehind
from facilitator.desktop.notices import Notice
from facilitator.desktop.translation import sentence
from facilitator.desktop.words import word
from facilitator.domain.errors import FacilitatorError, PlaceError
from facilitator.domain.kinds import Status
from facilitator.domain.nouns import Key, Recommendation, Wording

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.numbers import Number
    from facilitator.store.edits import Edits


class CardEdits(QObject):
    """Edits of the recommendation that is `shown`. `done` or `refused` with the field that was saved, or with nothing.

    What was refused and stands in no field any more waits here until the person tries again.
    """

    done = Signal(str)
    refused = Signal(str)

    def __init__(self, context: Context, origin: QObject, shown: Callable[[], Key | None]) -> None:
        super().__init__(origin)
        self._context = context
        self._shown = shown
        self._left_behind = LeftBehind(context, origin)
        self._worded: tuple[str, Key] | None = None

    @property
    def is_unsaved(self) -> bool:
        """Whether something waits for the person to try again."""
        return self._left_behind.is_unsaved

    def try_again(self) -> None:
        """Do what was refused before, in its order."""
        self._left_behind.try_again()

    def word(self, card: Recommendation, text: str, stay: str) -> None:
        """Put another wording in force; what is typed in one stay is one version and one step."""
        key = card.id

        def action(edits: Edits) -> None:
            # Looked at here and not outside: the step before may have been refused, or undone.
            if (stay, edits.recommendations.history(key)[-1].id) == self._worded:
                edits.recommendations.amend(key, text)
            else:
                edits.recommendations.reword(key, text)
                self._worded = (stay, edits.recommendations.history(key)[-1].id)

        self._edit(card, self.tr("%1 wording"), action, "wording", f"wording {key.hex()} {stay}")

    def restore(self, card: Recommendation, version: Wording) -> None:
        """Put the words of an earlier version in force again, as a new one."""
        label = self.tr("%1 version %2 restored").replace("%2", str(version.position))
        self._edit(card, label, lambda edits: edits.recommendations.reword(card.id, version.text))

    def fill(self, card: Recommendation, field: str, text: str, stay: str) -> None:
        """Set a field of the matrix."""
        key = card.id
        join = f"{field} {key.hex()} {stay}"
        self._edit(card, self.tr("%1 matrix"), lambda edits: _fill(edits, key, field, text), field, join)

    def set_status(self, card: Recommendation, status: Status) -> None:
        """Say how far it has come."""
        label = self.tr("%1 %2").replace("%2", word(status))
        self._edit(card, label, lambda edits: edits.recommendations.set_status(card.id, status))

    def add_theme(self, card: Recommendation, theme: Key) -> None:
        """Let it stand in a further theme; the first one is its home."""
        self._edit(card, self.tr("%1 in a theme"), lambda edits: edits.recommendations.also_in(card.id, theme))

    def leave_theme(self, card: Recommendation, theme: Key) -> None:
        """Take it out of a theme."""
        self._edit(card, self.tr("%1 out of a theme"), lambda edits: edits.recommendations.leave(card.id, theme))

    def make_home(self, card: Recommendation, theme: Key, before: Key | None) -> None:
        """Let one of its themes be the home; the one that was it stays a further one."""

        def action(edits: Edits) -> None:
            edits.recommendations.file([card.id], theme)
            if before is not None:
                edits.recommendations.also_in(card.id, before)

        self._edit(card, self.tr("%1 another home"), action)

    def reserve(self, card: Recommendation, text: str, constituency: str) -> None:
        """Record what a constituency holds back."""
        label = self.tr("%1 reservation")
        self._edit(card, label, lambda edits: edits.recommendations.reserve(card.id, text, constituency))

    def withdraw(self, card: Recommendation, reservation: Key) -> None:
        """Take a reservation back."""
        label = self.tr("%1 reservation withdrawn")
        self._edit(card, label, lambda edits: edits.recommendations.withdraw(reservation))

    def link(self, card: Recommendation, number: Number) -> None:
        """Let the note of this number be a further source; a notice when there is none."""
        try:
            note = self._context.bridge.read(lambda reads: reads.thing(number))
        except FacilitatorError as error:
            self._say(error)
            return
        self._edit(card, self.tr("%1 linked"), lambda edits: edits.recommendations.link(card.id, note))

    def unlink(self, card: Recommendation, note: Key) -> None:
        """Take a source away."""
        self._edit(card, self.tr("%1 unlinked"), lambda edits: edits.recommendations.unlink(card.id, note))

    def dissolve(self, card: Recommendation, gone: Key) -> None:
        """Take a merge back."""
        self._edit(card, self.tr("%1 merge dissolved"), lambda edits: edits.recommendations.dissolve(gone))

    def _edit(
        self, card: Recommendation, label: str, action: Callable[[Edits], object], field: str = "", join: str = ""
    ) -> None:
        name = label.replace("%1", str(card.number))
        topic = f"card {name}"

        def refused(error: FacilitatorError) -> bool:
            is_in_field = bool(field) and self._shown() == card.id
            if is_in_field:
                self.refused.emit(field)
            if is_in_field or not isinstance(error, PlaceError):
                self._context.notices.say(Notice(topic, sentence(error), "danger"))
            return is_in_field

        self._left_behind.edit(
            name,
            action,
            topic=topic,
            join=join,
            then=lambda _: self.done.emit(field if self._shown() == card.id else ""),
            otherwise=refused,
        )

    def _say(self, error: FacilitatorError) -> None:
        self._context.notices.say(Notice("card", sentence(error), "danger"))


def _fill(edits: Edits, key: Key, field: str, text: str) -> None:
    match field:
        case "addressed_to":
            edits.recommendations.fill(key, addressed_to=text)
        case "action":
            edits.recommendations.fill(key, action=text)
        case "timeframe":
            edits.recommendations.fill(key, timeframe=text)
        case "indicator":
            edits.recommendations.fill(key, indicator=text)
        case _:
            edits.recommendations.fill(key, resources=text)
