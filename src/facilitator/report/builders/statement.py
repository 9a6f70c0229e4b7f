"""Says in words what the attribution of a document is, also where its sessions follow different rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from facilitator.domain.kinds import Rule
from facilitator.domain.record import Record, RecordInterval, RecordSession
from facilitator.report.labels import Labels
from facilitator.report.model import AttributionNote, Run

# More notes than these that go their own way are counted and not named.
_NAMED_NOTES = 6


@dataclass(frozen=True, slots=True)
class Statement:
    """The rule of most of a document, the sessions and notes under each other rule, and how many are only counted.

    `off_record` are the times of each session that were, without hours where a rule hides them; `time_zone` is that of
    the hours.
    """

    rule: Rule
    others: Mapping[Rule, tuple[str, ...]]
    unnamed: int
    off_record: tuple[tuple[str, RecordInterval], ...]
    time_zone: str

    @property
    def rules(self) -> frozenset[Rule]:
        """Every rule that is met in the document, except those of notes that are only counted."""
        return frozenset({self.rule, *self.others})


def state(record: Record, sessions: Iterable[RecordSession]) -> Statement:
    """The attribution of a document made of these sessions."""
    sessions = tuple(sessions)
    stated = {session.number: _usual(note.rule for note in session.notes) for session in sessions if session.notes}
    rule = _usual(stated.values()) if stated else record.rule
    others: defaultdict[Rule, tuple[str, ...]] = defaultdict(tuple)
    single = _single_notes(record, stated)
    for number, other in stated.items():
        if other is not rule:
            others[other] += (number,)
    for number, other in single if len(single) <= _NAMED_NOTES else ():
        others[other] += (number,)
    off_record = tuple((session.number, interval) for session in sessions for interval in session.intervals)
    unnamed = len(single) if len(single) > _NAMED_NOTES else 0
    return Statement(rule, dict(others), unnamed, off_record, record.time_zone)


def _single_notes(record: Record, stated: Mapping[str, Rule]) -> list[tuple[str, Rule]]:
    """The notes that follow another rule than their session does as a whole."""
    return [
        (note.number, note.rule)
        for session in record.sessions
        if session.number in stated
        for note in session.notes
        if note.rule is not stated[session.number]
    ]


def _usual(rules: Iterable[Rule]) -> Rule:
    """The rule met most often; of two met equally often the stricter."""
    counts = Counter(rules)
    return max(counts, key=lambda rule: (counts[rule], rule.strictness))


def foot(statement: Statement, labels: Labels) -> str:
    """The statement as short as the foot of a page wants it: "Affiliation only; S5 Chatham House"."""
    return _listed(statement, labels, f"attribution.foot_{statement.rule}", "attribution.foot_others")


def attribution_note(
    statement: Statement, labels: Labels, illustration: str, *, in_session: bool = False
) -> AttributionNote:
    """The block that tells the reader who may be recognised, on page 1."""
    rules = _listed(statement, labels, f"attribution.rule_{statement.rule}", "attribution.others")
    title = labels.text("attribution.title_session" if in_session else "attribution.title", rules=rules)
    sentences = [labels.text(f"attribution.says_{statement.rule}")]
    for rule, places in statement.others.items():
        sentences.append(labels.text(f"attribution.those_{rule}", places=labels.join(places)))
    if Rule.NAMED not in statement.rules and not statement.unnamed:
        sentences.append(labels.text("attribution.no_names"))
    if statement.off_record:
        times = dict.fromkeys(_off_record(statement, labels))
        sentences.append(labels.text("attribution.off_record", times=labels.join(times, "clauses")))
    return AttributionNote(title, ((Run(" ".join(sentences)),),), illustration)


def _off_record(statement: Statement, labels: Labels) -> Iterator[str]:
    """The session, with the hours where they may be said."""
    for session, interval in statement.off_record:
        hours = labels.interval(interval.began_at, interval.ended_at, statement.time_zone)
        yield labels.text("attribution.off_record_hours", session=session, hours=hours) if hours else session


def _listed(statement: Statement, labels: Labels, first: str, others: str) -> str:
    texts = [labels.text(first)]
    texts += [labels.text(f"{others}_{rule}", places=labels.join(places)) for rule, places in statement.others.items()]
    if statement.unnamed:
        texts.append(labels.count("single", statement.unnamed))
    return labels.join(texts, "clauses")
