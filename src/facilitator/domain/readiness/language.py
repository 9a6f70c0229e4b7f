"""In which language a wording is, guessed from its own words."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from .english import ENGLISH
from .french import FRENCH
from .indonesian import INDONESIAN
from .lexicon import Lexicon, Token, words
from .spanish import SPANISH

LEXICA: Final = (ENGLISH, FRENCH, SPANISH, INDONESIAN)
LEAST: Final = 0.2
"""What part of all words has to be of the language; a name or two among others' words is no language."""
OTHERS: Final = tuple(
    words(spoken)
    for spoken in (
        # Portuguese, Italian, German, Dutch, Tagalog, Malay, Swahili, Vietnamese, Romanian, Catalan, Tetum
        """os as dos das do da em um uma na no nos nas ao aos com nao para por pelo pela e de ou que seu sua
        devem deve deveriam mulheres governos""",
        """il lo gli i di del della dei delle degli in con per che e un una dal alla nel nella sono deve devono ogni
        donne tra""",
        """der die das den dem des und in zu mit von fur auf im ist sind ein eine einen nicht alle sollen soll muss
        mussen werden zur zum bei""",
        "de het een en van in op voor met te zijn moeten moet alle bij door dat die niet aan worden",
        "ang ng sa mga na at ay para dapat isang lahat bawat ito hindi may kay o kung upang",
        """dan yang di untuk dengan dalam pada oleh hendaklah kerajaan wanita setiap ialah kepada daripada bagi mesti
        negara belanjawan mengikut""",
        "ya wa na kwa katika za la cha ni kila lazima wanawake serikali",
        "va cua cac cho voi trong phai nen mot nhung duoc khong phu nu la o",
        "si in de la pentru cu din pe ale este sunt trebuie fiecare femeile care",
        "els les dels amb per i una un cada ha han de la que dones",
        "no iha ba husi sira nian atu tenke feto governu ho",
    )
)
"""Languages that share words with ours: where one of them fits as well, we say nothing."""


def language_of(words: Sequence[Token]) -> Lexicon | None:
    """The language of a wording; None when it is another one, or nobody can tell."""
    if not words:
        return None
    texts = [token.word for token in words]
    # How vague ones begin tells as well.
    hits = [_count(lexicon.known, texts) + lexicon.is_vague(words, 0) for lexicon in LEXICA]
    best = max(hits)
    rivals = [*hits, *(_count(other, texts) for other in OTHERS)]
    if best < LEAST * len(words) or max(rivals) > best or rivals.count(best) > 1:
        return None
    return LEXICA[hits.index(best)]


def _count(known: Container[str], texts: Sequence[str]) -> int:
    return sum(map(known.__contains__, texts))
