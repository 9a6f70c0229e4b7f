"""The words that lists of participants use for sectors, read as the sectors of the app."""

from __future__ import annotations

import re

from facilitator.domain.kinds import Sector
from facilitator.intake.columns import plain

_WORDS: dict[Sector, str] = {
    Sector.GOVERNMENT: """
        government|governments|govt|gov|goverment|gov t|government agency|government official|government representative
        |national government|local government|local authority|local authorities|central government|governmental|ministry
        |ministries|ministerial|public sector|public|state|member state|parliament|state institution|go
    """,
    Sector.CIVIL_SOCIETY: """
        civil society|civil society organization|civil society organizations|civil society organisation
        |civil society organisations|civil society representative|cso|csos|ngo|ngos|ingo|ingos|cbo|cbos|wco|wcso|wro
        |non governmental organization|non governmental organizations|non governmental organisation
        |non governmental organisations|non government organization|women s organization|women s organizations
        |women s organisation|women s organisations|community|community based organization
        |community based organisation|grassroots|non profit|nonprofit|network|youth organization|youth organisation
    """,
    Sector.UN: """
        un|united nations|un agency|un agencies|un entity|un entities|un system|un organization|un organisation
        |un women|undp|unfpa|unicef|unhcr|escap|unescap|undppa|ohchr|ilo|iom|who|fao|unesco|unodc|unv
    """,
    Sector.ACADEMIA: """
        academia|academic|academics|academe|academic institution|university|universities|research|researcher
        |researchers|research institute|research institution|think tank|think tanks|education|scholar
    """,
    Sector.DONOR: """
        donor|donors|donor agency|development partner|development partners|funder|funders|foundation|bilateral donor
        |funding agency|funding partner
    """,
    Sector.PRIVATE: """
        private|private sector|business|businesses|company|companies|corporate|industry|enterprise|commercial
    """,
    Sector.MEDIA: """
        media|press|journalist|journalists|journalism|news|broadcaster|media organization|media organisation
    """,
    Sector.OTHER: "other|others|individual|independent|independent expert|n a|none|not applicable",
}

_SECTORS = {word.strip(): sector for sector, words in _WORDS.items() for word in words.split("|")}
_PARTS = re.compile(r"[/,;&()|\n]| and | or ")


def sector_of(text: str) -> Sector | None:
    """The sector that a cell names, in full or by parts that agree (`NGO / CSO`); None when it names none.

    An empty cell is for the caller: it says nothing, which is not the same.
    """
    whole = _SECTORS.get(plain(text))
    if whole is not None:
        return whole
    # Its agencies are too many to list, and they all begin so.
    if plain(text).startswith(("un ", "united nations ")):
        return Sector.UN
    # Parts that name different sectors settle nothing, and neither does one that is unknown.
    found = {_SECTORS.get(plain(part)) for part in _PARTS.split(text.casefold()) if plain(part)}
    return found.pop() if len(found) == 1 else None
