"""What must not come back with a workshop's JSON: the words of notes that have become private here since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from facilitator.domain.kinds import Status
from facilitator.domain.nouns import Content, Key, Recommendation, Source, Wording


def withhold(content: Content, private: Mapping[Key, str], here: Iterable[Key]) -> Content:
    """The content without links to the notes that are `private` here (key and text), and without their words.

    A recommendation that such a note made stays away, unless it is `here` already; of one that is here, the wordings
    that are the note's words do. What was merged into one that stays away is raw again.
    """
    secret = [source for source in content.sources if source.note_id in private]
    if not secret:
        return content
    known = set(here)
    # one that is here has been worked on since: `Notes.set_private` took the untouched away
    gone = {source.recommendation_id for source in secret if source.origin} - known
    told = _told(content, secret, private)
    return replace(
        content,
        recommendations=tuple(_freed(one, gone) for one in content.recommendations if one.id not in gone),
        wordings=tuple(one for one in content.wordings if one.recommendation_id not in gone and not _tells(one, told)),
        memberships=tuple(one for one in content.memberships if one.recommendation_id not in gone),
        reservations=tuple(one for one in content.reservations if one.recommendation_id not in gone),
        sources=tuple(
            one for one in content.sources if one.note_id not in private and one.recommendation_id not in gone
        ),
    )


def _freed(one: Recommendation, gone: set[Key]) -> Recommendation:
    return replace(one, status=Status.RAW, merged_into_id=None) if one.merged_into_id in gone else one


def _told(content: Content, secret: list[Source], private: Mapping[Key, str]) -> dict[Key, tuple[set[str], bool]]:
    # by recommendation: the words of its secret sources then and now, and whether its first wording is one of them
    then = {note.id: note.text for note in content.notes}
    told: dict[Key, tuple[set[str], bool]] = {}
    for source in secret:
        texts, origin = told.get(source.recommendation_id, (set(), False))
        words = {private[source.note_id], then[source.note_id]}
        told[source.recommendation_id] = (texts | words, origin or source.origin)
    return told


def _tells(wording: Wording, told: Mapping[Key, tuple[set[str], bool]]) -> bool:
    texts, origin = told.get(wording.recommendation_id, (set(), False))
    return wording.text in texts or (origin and wording.position == 1)
