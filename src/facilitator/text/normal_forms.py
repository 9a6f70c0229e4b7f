"""Unicode's normal forms (UAX #15), in linear time for hostile text too."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import Final, Literal

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]

# Up to this many characters the quadratic sort of the standard library costs less than our own walk.
_SHORT: Final = 2_000
_DECOMPOSED: Final[dict[Form, Form]] = {"NFC": "NFD", "NFD": "NFD", "NFKC": "NFKD", "NFKD": "NFKD"}


def normal_form(form: Form, text: str) -> str:
    """Text in the named normal form, by the tables of the running Python (Unicode 14 with Python 3.11)."""
    if text.isascii():
        return text
    if len(text) > _SHORT:
        text = _in_canonical_order(_DECOMPOSED[form], text)
    return unicodedata.normalize(form, text)


def _in_canonical_order(form: Form, text: str) -> str:
    # `unicodedata` orders marks by insertion: a letter with 100,000 marks would take a minute.
    decomposed = "".join([unicodedata.normalize(form, character) for character in text])
    ordered: list[str] = []
    for is_mark, run in groupby(decomposed, key=lambda character: unicodedata.combining(character) > 0):
        stretch = list(run)
        ordered.extend(sorted(stretch, key=unicodedata.combining) if is_mark else stretch)
    return "".join(ordered)
