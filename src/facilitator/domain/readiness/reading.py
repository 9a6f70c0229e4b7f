"""What the words of a wording say, in the languages that we know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from .language import language_of
from .lexicon import Lexicon, Phrases, Token, is_year, tokens

KEPT: Final = 1 << 15
"""Wordings of which the reading is kept: a list that is sorted anew shows the same ones again."""
CLOSE: Final = 5
"""Words within which a verb that says little has the object that makes it say nothing."""
_BREAK: Final = re.compile(r"[.;!?]")
_SHARE: Final = re.compile(r"\d[\d.,]*\s?[%٪％]")
Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a wording says, each by its place in characters.

    `actions` are the verbs that say what is to be done, `vague` an opening that says nothing yet, `times` by when, and
    `measures` what can be counted.
    """

    actions: tuple[Span, ...]
    vague: Span | None
    times: tuple[Span, ...]
    measures: tuple[Span, ...]


@lru_cache(KEPT)
def read(wording: str) -> Reading | None:
    """Read a wording; None when it is in no language that we know, or nobody can tell in which."""
    words = tokens(wording)
    lexicon = language_of(words)
    if lexicon is None:
        return None
    actions = _actions(lexicon, words)
    times = list(_found(lexicon.times, words))
    measures = [*_found(lexicon.measures, words), *_counted(lexicon, words, times)]
    shares = (found.span() for found in _SHARE.finditer(wording))
    return Reading(
        tuple((words[place].start, words[place].end) for place in actions),
        _vague(lexicon, words, actions),
        tuple((words[first].start, words[last].end) for first, last in times),
        (*shares, *((words[first].start, words[last].end) for first, last in measures)),
    )


def _found(phrases: Phrases, words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and last word of each phrase, from the start on, the longest that fits."""
    place = 0
    while place < len(words):
        length = phrases.at(words, place)
        if length:
            yield place, place + length - 1
        place += max(1, length)


def _counted(lexicon: Lexicon, words: Sequence[Token], times: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Numbers that count something: not those of a time, a year or a title."""
    of_times = {place for first, last in times for place in range(first, last + 1)}
    for place, token in enumerate(words):
        is_title = place > 0 and words[place - 1].word in lexicon.titles
        if lexicon.is_number(token.word) and not is_year(token.word) and place not in of_times and not is_title:
            yield place, place


def _actions(lexicon: Lexicon, words: Sequence[Token]) -> list[int]:
    """The words that say what is to be done: the first one, and what is joined to it."""
    first = _first_action(lexicon, words)
    if first is None:
        return []
    return [first, *(place for place in _main_words(lexicon, words, first + 1) if _is_joined(lexicon, words, place))]


def _main_words(lexicon: Lexicon, words: Sequence[Token], start: int) -> Iterator[int]:
    """The places from `start` on that are in no clause which only explains; who asks for something does so in one."""
    asks, is_aside = words[0].word in lexicon.asks, False
    for place in range(start, len(words)):
        is_aside = is_aside and not _BREAK.search(words[place].before)
        if words[place].word in lexicon.stops and words[place - 1].word not in lexicon.joins and not asks:
            is_aside = True
        if not is_aside:
            yield place


def _first_action(lexicon: Lexicon, words: Sequence[Token]) -> int | None:
    start = _behind(lexicon, words, 0)
    if start < len(words) and (lexicon.is_verb(words[start].word) or lexicon.is_vague(words, start)):
        return start
    for place in range(len(words)):
        length = lexicon.calls.at(words, place)
        verb = _behind(lexicon, words, place + length)
        # "[shall / should] publish": of several calls the last one counts.
        if length and verb < len(words) and words[verb].word not in lexicon.leads and not lexicon.calls.at(words, verb):
            return verb
    places = [place for place in _main_words(lexicon, words, 1) if _says(lexicon, words, place)]
    sure = (place for place in places if words[place].word not in lexicon.nouns_too or _leads_on(lexicon, words, place))
    # "Donors fund peace work": who is several does, in the form that has no s
    told = (place for place in places if words[place - 1].word.endswith("s") and not words[place].word.endswith("s"))
    # Who asks for nothing in a clause asks for that itself: "Invite women to the committee".
    itself = start if start < len(words) and words[start].word in lexicon.asks else None
    return next(sure, next(told, itself))


def _behind(lexicon: Lexicon, words: Sequence[Token], place: int) -> int:
    """The place of the first word from `place` on that does not merely stand between."""
    while place < len(words) and words[place].word in lexicon.between:
        place += 1
    return place


def _says(lexicon: Lexicon, words: Sequence[Token], place: int) -> bool:
    """Whether a word within a sentence is a verb and no noun, as far as the word before it tells."""
    word, before = words[place].word, words[place - 1].word
    if word in lexicon.participles and before in lexicon.helpers:
        return True
    return lexicon.is_verb(word) and before not in lexicon.before_nouns


def _leads_on(lexicon: Lexicon, words: Sequence[Token], place: int) -> bool:
    """Whether behind a word stands what stands behind verbs: an object, or how it is done."""
    ahead = words[place + 1].word if place + 1 < len(words) else ""
    return ahead in lexicon.leads or ahead in lexicon.between or lexicon.is_number(ahead)


def _is_joined(lexicon: Lexicon, words: Sequence[Token], place: int) -> bool:
    """Whether a word says one more thing to do: a verb behind "and", a comma or a full stop."""
    token = words[place]
    before = place - 1
    while before > 0 and words[before].word in lexicon.between:
        before -= 1
    opens = words[before].word in lexicon.joins or any(
        sign in one.before for one in words[before + 1 : place + 1] for sign in ",;."
    )
    if not opens or not lexicon.is_verb(token.word):
        return False
    return token.word not in lexicon.nouns_too or _leads_on(lexicon, words, place)


def _vague(lexicon: Lexicon, words: Sequence[Token], actions: Sequence[int]) -> Span | None:
    for place in dict.fromkeys((_behind(lexicon, words, 0), *actions[:1])):
        if place >= len(words):
            continue
        length = lexicon.vague.at(words, place)
        if not length and words[place].word in lexicon.vague_verbs:
            ahead = words[place + 1 : place + 1 + CLOSE]
            length = next((at for at, one in enumerate(ahead, 2) if one.word in lexicon.vague_objects), 0)
        if length:
            return words[place].start, words[place + length - 1].end
    return None
