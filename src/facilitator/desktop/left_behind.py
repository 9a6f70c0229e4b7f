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
        self._posts: dict[str, Callable[[], None]] = {}

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

        def done(result: T) -> None:
            self._posts.pop(topic, None)
            self._context.notices.take_back(topic)
            then(result)

        def refused(error: FacilitatorError) -> None:
            if not otherwise(error) and isinstance(error, PlaceError):
                self._keep(topic, error, post)

        def post() -> None:
            self._context.bridge.edit(label, action, join=join, origin=self._origin, then=done, otherwise=refused)

        post()

    def try_again(self) -> None:
        """Do what was refused before, in its order."""
        for post in list(self._posts.values()):
            post()

    def _keep(self, topic: str, error: FacilitatorError, post: Callable[[], None]) -> None:
        self._posts[topic] = post
        again = WayOut(self.tr("Try again"), self.try_again)
        self._context.notices.say(Notice(topic, sentence(error), "danger", (again,)))
