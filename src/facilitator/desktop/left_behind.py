"""Edits that may be refused after the panel they were made in has turned to something else: none of them is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from facilitator.domain.errors import FacilitatorError, PlaceError

from .notices import Notice, WayOut
from .translation import sentence

if TYPE_CHECKING:
    from facilitator.store.edits import Edits

    from .context import Context

T = TypeVar("T")


class LeftBehind(QObject):
    """Posts edits, and keeps those that a disk refused until the person, or the next edit of the same, lets them in."""

    def __init__(self, context: Context, origin: QObject) -> None:
        super().__init__(origin)
        self._context = context
        self._origin = origin
        self._posts: dict[tuple[str, bytes | None], Callable[[], None]] = {}
        """By topic and workshop: what could not be written into one is not written into another."""

    @property
    def is_unsaved(self) -> bool:
        """Whether something waits; then the window asks before it closes."""
        return bool(self._posts)

    def edit(
        self,
        label: str,
        action: Callable[[Edits], T],
        *,
        topic: str,
        join: str,
        then: Callable[[T], object],
        otherwise: Callable[[FacilitatorError], bool],
    ) -> None:
        """An edit of one `topic`, such as a field of one person, of which only the newest waits.

        `otherwise` tells of a refusal, and returns whether the words stand where the person can still see them and
        they are saved from there; if not, what the disk refused waits here.
        """

        whose = topic, self._context.notices.workshop

        def done(result: T) -> None:
            self._posts.pop(whose, None)
            self._context.notices.take_back(topic)
            then(result)

        def refused(error: FacilitatorError) -> None:
            if not otherwise(error) and isinstance(error, PlaceError):
                self._keep(whose, error, post)

        def post() -> None:
            self._context.bridge.edit(label, action, join=join, origin=self._origin, then=done, otherwise=refused)

        post()

    def try_again(self) -> None:
        """Do what was refused before in the workshop that is open, in its order."""
        for (_, workshop), post in list(self._posts.items()):
            if workshop == self._context.notices.workshop:
                post()

    def _keep(self, whose: tuple[str, bytes | None], error: FacilitatorError, post: Callable[[], None]) -> None:
        self._posts[whose] = post
        again = WayOut(self.tr("Try again"), self.try_again)
        self._context.notices.say(Notice(whose[0], sentence(error), "danger", (again,), of_workshop=True))
