"""Finds names that were typed into the texts themselves, where no rule can take them away: a person has to look.

Linear in the length of the texts: words are looked up by the first word of each name, and scripts written without
spaces by their first two characters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from facilitator.text import folded, identity

from .kinds import Rule, Sector, SessionRole, stricter
from .nouns import Content, Participant
from .record import Record, RecordRecommendation, RecordSession

_SEPARATORS = (
    r"\s!-/:-@\[-`{-~\u00a1-\u00bf\u00d7\u00f7\u2000-\u206f\u2e00-\u2e7f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20"
)
_WORD = re.compile(f"[^{_SEPARATORS}]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Thai to Lao, Burmese, Khmer, kana, Han: no space parts the words, so a name may stand anywhere.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")

# A code or an acronym that reads as one of these says nothing without its `@` or its capitals.
_COMMON_WORDS = """
a about act aid all also am an and any are area as ask at be been big but by can case chair city come cost could day
days did do does don done each east end even few fund funds for four from gap get give go goal good had half has
have he her here him his how i if in into is it its just lead less let like line list local long made main make man
many may me media men month more most much must my name need new next no north not note now of off old on once one
only open or other our out over own page part peace people plan plans point put rate real role room rule said same
say see set she should side so some south staff step such take talk task team ten term test than that the their them
then there they this three time to today too two under up us use very vote wall war was way we week well went were
west what when where which who whom why will with women word work year years yes yet you young your un
"""
_OPENING = " \t\"'“”„«»‘’([*_-–—"
_ENDS = ".!?…:\n"
_COMMON = frozenset(_COMMON_WORDS.split())
_PLACEHOLDERS = frozenset(
    word
    for phrase in (*Sector, *SessionRole, "participant speaker chair delegate facilitator")
    for word in phrase.casefold().split()
)
_TITLES = frozenset(
    {"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "madam", "hon", "h", "e", "datuk", "dato"}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A text, told by its number and part ("S3.12", "R4 wording"), in which `found` stands as typed."""

    where: str
    found: str

    @property
    def sentence(self) -> str:
        """What to do about it, in English."""
        return f"{self.where} names “{self.found}” in its text: change the words if nobody should be recognised."


@dataclass(frozen=True, slots=True)
class _Needle:
    words: tuple[str, ...]
    capital: bool = False
    at_sign: bool = False
    exact: str = ""


def _anywhere(_: str) -> bool:
    return True


def named_in_text(content: Content, record: Record, stands: Callable[[str], bool] = _anywhere) -> list[Mention]:
    """The texts of a record that name a participant, a code or an organisation although the rule hides names.

    Whole names, organisations and e-mail addresses count in any case of the letters; first and last names alone (three
    letters and more) when they begin with a capital; codes as a word, or after `@` where the code is a common word or
    one that we made.
    Accents are passed over as a search passes over them. A name that is a common word is none at the start of a
    sentence. With `stands` only the texts count for which it is true: those of one report.
    """
    index = _Index(content.participants)
    return [
        Mention(where, found)
        for where, rule, text in _texts(record)
        if rule is not Rule.NAMED
        if (names := index.find(text)) and stands(text)
        for found in names
    ]


class _Index:
    """All names of a workshop by their first word, and by two characters for scripts without spaces."""

    def __init__(self, people: tuple[Participant, ...]) -> None:
        self._by_word: defaultdict[str, list[_Needle]] = defaultdict(list)
        self._by_pair: defaultdict[str, list[str]] = defaultdict(list)
        for needle in sorted({needle for person in people for needle in _needles(person)}, key=_longest_first):
            if _UNSPACED.search(needle.words[0]):
                whole = " ".join(needle.words)
                self._by_pair[whole[:2]].append(whole)
            else:
                self._by_word[needle.words[0]].append(needle)

    def find(self, text: str) -> list[str]:
        """What is named in a text, each once, as it is typed there."""
        plain = _INVISIBLE.sub("", text)
        found = dict.fromkeys(self._in_words(plain))
        if self._by_pair and _UNSPACED.search(plain):
            found.update(dict.fromkeys(self._in_characters(folded(plain))))
        return list(found)

    def _in_words(self, text: str) -> Iterator[str]:
        spans = list(_WORD.finditer(text))
        words = [folded(span[0]) for span in spans]
        place = 0
        while place < len(words):
            length = self._match(text, spans, words, place)
            if length:
                yield text[spans[place].start() : spans[place + length - 1].end()]
            place += max(length, 1)

    def _match(self, text: str, spans: list[re.Match[str]], words: list[str], place: int) -> int:
        for needle in self._by_word.get(words[place], ()):
            length = len(needle.words)
            if tuple(words[place : place + length]) == needle.words and _counts(needle, text, spans[place]):
                return length
        return 0

    def _in_characters(self, text: str) -> Iterator[str]:
        place = 0
        while place < len(text):
            names = self._by_pair.get(text[place : place + 2], ())
            name = next((name for name in names if text.startswith(name, place)), "")
            if name:
                yield name
            place += len(name) or 1


def _longest_first(needle: _Needle) -> tuple[int, _Needle | tuple[str, ...], bool, bool, str]:
    return -len(needle.words), needle.words, needle.capital, needle.at_sign, needle.exact


def _counts(needle: _Needle, text: str, span: re.Match[str]) -> bool:
    word = span[0]
    if needle.at_sign:
        return text.endswith(("@", "＠"), 0, span.start())
    if (needle.exact or needle.capital) and _is_common(word) and _begins_sentence(text, span.start()):
        return False
    if needle.exact:
        return word == needle.exact
    return not needle.capital or _begins_large(word)


def _is_common(word: str) -> bool:
    # "WHO" is no beginning of a sentence, "Who" may be one.
    return word.casefold() in _COMMON and word[1:] == word[1:].lower()


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(_OPENING)
    return not before or before[-1] in _ENDS


def _needles(person: Participant) -> Iterator[_Needle]:
    name = _split(person.name)
    if name and not all(word in _PLACEHOLDERS or word.isdigit() for word in name):
        yield from _whole(person.name)
        yield from _parts(person.name)
        if len(name) > 1:
            # As a theme names somebody: #KimSunhee.
            yield _Needle(("".join(name),))
    code = _split(person.code)
    if code:
        is_plain = person.code_made or len(code[0]) == 1 or code[0] in _COMMON | _PLACEHOLDERS
        yield _Needle(code, at_sign=len(code) == 1 and is_plain)
    if any(word not in _PLACEHOLDERS for word in _split(person.organisation)):
        yield from _whole(person.organisation)
    if email := _split(person.email):
        yield _Needle(email)


def _parts(name: str) -> Iterator[_Needle]:
    """First and last name alone; "Regional adviser", which ends small, is no name of that kind."""
    parts = [part for part in name.split() if _WORD.search(part) and identity(part.strip(".")) not in _TITLES]
    if len(parts) < 2 or not all(_begins_large(part) for part in (parts[0], parts[-1])):
        return
    for part in {_split(parts[0]), _split(parts[-1])}:
        whole = "".join(part)
        if len(whole) >= 3 and whole not in _PLACEHOLDERS and not whole.isdigit():
            yield _Needle(part, capital=True)


def _begins_large(word: str) -> bool:
    # A script without capitals has nothing to go by: there any word will do.
    return word[0].isupper() or word[0].lower() == word[0].upper()


def _whole(name: str) -> Iterator[_Needle]:
    words = _split(name)
    if len(words) == 1 and (len(words[0]) == 1 or words[0] in _COMMON):
        yield _Needle(words, exact=name.strip())
    elif words:
        yield _Needle(words)


def _split(text: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in _WORD.findall(_INVISIBLE.sub("", text)))


def _texts(record: Record) -> Iterator[tuple[str, Rule, str]]:
    """Each text that may be printed, with where it stands and the rule that holds there."""
    yield "The workshop's title", record.rule, record.title
    yield "The workshop's place", record.rule, record.place
    yield "The key conclusions", record.rule, record.conclusions
    rules = {note.number: note.rule for session in record.sessions for note in session.notes}
    for session in record.sessions:
        yield from _texts_of_session(session)
    for theme in record.themes:
        yield f"The theme {theme.name}", record.rule, theme.name
        yield f"The digest of the theme {theme.name}", record.rule, theme.digest
    for one in record.recommendations:
        rule = record.rule
        for source in one.sources:
            rule = stricter(rule, rules.get(source, rule))
        yield from _texts_of_recommendation(one, rule)


def _texts_of_session(session: RecordSession) -> Iterator[tuple[str, Rule, str]]:
    yield f"{session.number} title", session.rule, session.title
    yield f"{session.number} place", session.rule, session.place
    yield f"{session.number} key points", session.rule, session.key_points
    yield f"{session.number} digest", session.rule, session.digest
    for note in session.notes:
        yield note.number, note.rule, note.text
        yield f"{note.number} by when", note.rule, note.due


def _texts_of_recommendation(one: RecordRecommendation, rule: Rule) -> Iterator[tuple[str, Rule, str]]:
    yield f"{one.number} wording", rule, one.wording
    if one.first_wording != one.wording:
        yield f"{one.number} first wording", rule, one.first_wording
    yield f"{one.number} status", rule, one.status_note
    yield f"{one.number} addressed to", rule, one.addressed_to
    yield f"{one.number} action", rule, one.action
    yield f"{one.number} timeframe", rule, one.timeframe
    yield f"{one.number} indicator", rule, one.indicator
    yield f"{one.number} resources", rule, one.resources
    for held in one.reservations:
        yield f"{one.number} reservation", rule, held.text
        yield f"{one.number} constituency", rule, held.constituency
