"""What turns the sense of a sentence although hardly a letter differs: a negation, another number."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from .features import plain_words

# By language; words that mostly mean something else (pas as a step is rare, personne as a person is not) are left out.
_NEGATIONS = {
    "Arabic": "لا ولا لم ولم لن ولن ليس ليست وليس دون بدون ودون بلا عدم وعدم غير",
    "Chinese": "不 没 沒 没有 沒有 未 无 無 非 勿 不得 不要 不能",
    "English": "no not non never none nor neither nobody nothing nowhere without cannot except",
    "French": "ne pas jamais aucun aucune sans ni rien non",
    "Indonesian": "tidak tak bukan bukanlah jangan janganlah belum tanpa tiada",
    "Khmer": "មិន កុំ គ្មាន",
    "Lao": "ບໍ່ ຢ່າ",
    "Spanish": "no nunca jamás ningún ninguno ninguna sin ni nada nadie tampoco",
    "Tagalog": "hindi huwag wala walang",
    "Thai": "ไม่ ไม่ใช่ ไม่ได้ ไม่มี ไม่ควร มิ มิใช่ มิได้ ห้าม อย่า ไร้ ปราศจาก",
    "Vietnamese": "không chưa chẳng đừng",
}
NEGATIONS = frozenset(" ".join(_NEGATIONS.values()).split())
_SHORTENED = ("n't", "n'")
_NUMBER = re.compile(r"\d+(?:[.,\u066b\u066c]\d+)*")


def differing(one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The negations and the numbers that stand in one text oftener than in the other, in alphabetical order."""
    return _apart(_negations(one), _negations(other)), _apart(_numbers(one), _numbers(other))


def _apart(one: Counter[str], other: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted((one - other) + (other - one)))


def _negations(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for _, word in plain_words(text):
        bare = word.casefold().replace("\u2019", "'")
        if bare in NEGATIONS or bare.endswith(_SHORTENED[0]) or bare.startswith(_SHORTENED[1]):
            found[bare] += 1
    return found


def _numbers(text: str) -> Counter[str]:
    return Counter("".join(map(_digit, number)) for number in _NUMBER.findall(text))


def _digit(character: str) -> str:
    # the same number may be typed in the digits of either script
    return str(unicodedata.digit(character)) if character.isdigit() else character
