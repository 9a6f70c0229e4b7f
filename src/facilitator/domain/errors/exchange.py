"""The JSON of a workshop that cannot be taken in."""

from __future__ import annotations

from .families import InputError


class ExchangeError(InputError):
    """A workshop as JSON that cannot be taken in; nothing was imported."""


class ExchangeForeign(ExchangeError):
    """JSON, but not a workshop's."""

    template = "This JSON is not a workshop that was exported with `facilitator export ... workshop`."


class ExchangeNewer(ExchangeError):
    """An export of a later version of the app."""

    template = "This workshop was exported by a newer version of facilitator. Install that version to import it."


class ExchangeMissing(ExchangeError):
    """A field that must be there."""

    template = "In the workshop's JSON, {where} has no {name}. Nothing was imported; export it again."


class ExchangeUnknown(ExchangeError):
    """A field that is not known, so that leaving it out might lose something."""

    template = "In the workshop's JSON, {where} is not known. Nothing was imported; export it again."


class ExchangeWrong(ExchangeError):
    """A value of the wrong type, outside its limits, or not of the closed list."""

    template = "In the workshop's JSON, {where} is {found}, but must be {expected}. Nothing was imported."


class ExchangeDoubled(ExchangeError):
    """Two things that must differ in an id, a number or a name do not."""

    template = "In the workshop's JSON, {where} repeats {first}. Nothing was imported; export it again."


class ExchangeReference(ExchangeError):
    """A reference to something that the JSON does not hold."""

    template = "In the workshop's JSON, {where} leads to {id}, which is not among the {target}. Nothing was imported."


class ExchangeHomes(ExchangeError):
    """A recommendation in themes of which not exactly one is its home."""

    template = (
        "In the workshop's JSON, the recommendation of {where} has {count} homes instead of one. Nothing was imported."
    )
