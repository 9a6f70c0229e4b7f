"""Where recommendations stand: one home and any number of further themes, or the tray."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from facilitator.domain.nouns import Key, Membership
from facilitator.store import order
from facilitator.store.ledger import Edit
from facilitator.store.operations import batched
from facilitator.store.schema import ALL, MembershipRow, new_key
from facilitator.store.shapes import MEMBERSHIPS

_MEMBERSHIP = ALL["membership"].c


def memberships_of(connection: Connection, recommendation_id: Key) -> list[Membership]:
    """The memberships of one recommendation: the home first, then the further ones, oldest first."""
    found = MEMBERSHIPS.all(connection, _MEMBERSHIP.recommendation_id == recommendation_id)
    return sorted(found, key=lambda membership: (not membership.home, membership.id))


def join_theme(edit: Edit, recommendation_id: Key, theme_id: Key) -> None:
    """Stand in a theme, last there: as its home where there is none yet, else further; once only."""
    there = memberships_of(edit.connection, recommendation_id)
    if any(membership.theme_id == theme_id for membership in there):
        return
    position = order.after_last(edit.connection, "membership", _MEMBERSHIP.theme_id == theme_id)
    row = MembershipRow(
        id=new_key(), theme_id=theme_id, recommendation_id=recommendation_id, home=not there, position=position
    )
    edit.insert([row])


def leave_theme(edit: Edit, membership: Membership) -> None:
    """Take a membership away; when it was the home, the oldest further one becomes it."""
    edit.delete(MembershipRow, membership.id)
    left = memberships_of(edit.connection, membership.recommendation_id) if membership.home else []
    if left:
        edit.update(MembershipRow, left[0].id, home=True)


def move_homes(edit: Edit, recommendation_ids: Iterable[Key], theme_id: Key | None) -> None:
    """Make a theme the home of each, last there in this order; with None all memberships go, to the tray."""
    keys = list(dict.fromkeys(recommendation_ids))
    there = _by_recommendation(edit, keys)
    left = [card for cards in there.values() for card in cards if theme_id is None or _doubles(card, theme_id)]
    for membership in left:
        edit.delete(MembershipRow, membership.id)
    if theme_id is None:
        return
    homes = {key: card.id for key in keys for card in there.get(key, ()) if card.home}
    settled = {key for key in homes if any(card.home and card.theme_id == theme_id for card in there[key])}
    last = order.last(edit.connection, "membership", _MEMBERSHIP.theme_id == theme_id)
    places = {key: last + place for place, key in enumerate((key for key in keys if key not in settled), 1)}
    moves = {homes[key]: {"theme_id": theme_id, "position": place} for key, place in places.items() if key in homes}
    edit.update_many(MembershipRow, moves)
    edit.insert(
        MembershipRow(theme_id=theme_id, recommendation_id=key, home=True, position=place)
        for key, place in places.items()
        if key not in homes
    )


def _doubles(card: Membership, theme_id: Key) -> bool:
    # where the card stands further already, its home comes and that place goes
    return card.theme_id == theme_id and not card.home


def _by_recommendation(edit: Edit, keys: list[Key]) -> dict[Key, list[Membership]]:
    found: dict[Key, list[Membership]] = {}
    for part in batched(keys):
        for card in MEMBERSHIPS.all(edit.connection, _MEMBERSHIP.recommendation_id.in_(part)):
            found.setdefault(card.recommendation_id, []).append(card)
    return found


def make_home(edit: Edit, recommendation_id: Key, theme_id: Key) -> None:
    """Let a theme in which the recommendation stands already be its home; the one before becomes a further theme."""
    for membership in memberships_of(edit.connection, recommendation_id):
        home = membership.theme_id == theme_id
        if membership.home != home:
            edit.update(MembershipRow, membership.id, home=home)
