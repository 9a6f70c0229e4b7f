"""The history of one thing in words: its own fields, and what was put to it or taken from it, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter

from facilitator.domain.errors import NoLongerThere
from facilitator.domain.nouns import Instant, Key
from facilitator.store.log import Step, Version
from facilitator.store.reads import Reads

NOTHING = "nothing"
ORDER_ALONE = ("its place in the order",)
"""What a step says that changed nothing else."""
# Where a thing stands in an order, its number, and what only repeats another field (a person typed as "who").
UNTOLD = frozenset({"position", "prefix", "count", "who_id", "name_identity", "code_identity", "code_made"})
LABELS = {"rule": "attribution", "due": "by when", "status_note": "remark on the status"}
# Words of closed lists and days: everything else that is text was typed by somebody and stands in quotation marks.
UNQUOTED = frozenset({"kind", "status", "rule", "attribution", "role", "day", "sector"})
MINUTES = frozenset({"starts", "ends"})

TAKING_BACK = {"undo": "Undo: ", "redo": "Redo: "}

Pair = tuple[object, object]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One step in the history of a thing: `at` in milliseconds since 1970, and what it changed, a phrase for each."""

    id: bytes
    at: Instant
    label: str
    what: tuple[str, ...]
    undone: bool


def chapters(versions: Iterable[Version], reads: Reads) -> Iterator[Chapter]:
    """The history as it is told, oldest step first. A step that only moved the thing in an order says just that."""
    telling = _Telling(_Names(reads))
    for step, group in groupby(versions, key=attrgetter("step")):
        parts = list(group)
        # a row written twice in one step may say the same twice
        what = tuple(dict.fromkeys(phrase for part in parts for phrase in telling.phrases(part)))
        yield Chapter(step, parts[0].at, named_step(parts[0]), what or ORDER_ALONE, parts[0].undone)


def named_step(of: Step | Version) -> str:
    """The label of a step; one that takes another back or does it again says so."""
    return f"{TAKING_BACK.get(of.kind, '')}{of.label}"


def shown_instant(at: Instant) -> str:
    """A moment in UTC, to the millisecond."""
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class _Names:
    """Other things by their names and numbers."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads
        self._known: dict[Key, str] = {theme.id: theme.name for theme in reads.themes()}
        self._known |= {person.id: person.name for person in reads.participants()}
        self._known |= {session.id: str(session.number) for session in reads.sessions()}
        self._known |= {one.id: str(one.number) for one in reads.recommendations()}

    def of(self, key: Key) -> str:
        if key not in self._known:
            self._known[key] = self._note(key)
        return self._known[key]

    def _note(self, key: Key) -> str:
        try:
            return str(self._reads.note(key).number)
        except NoLongerThere:
            return "one that is no longer there"


class _Telling:
    def __init__(self, names: _Names) -> None:
        self._names = names
        # an update names only what differs, so what a row of another table belongs to is kept from its birth on
        self._latest: dict[bytes, dict[str, object]] = {}
        self._others: Mapping[str, Callable[[str, dict[str, object], Mapping[str, Pair]], str]] = {
            "membership": self._membership,
            "source": self._source,
            "tag": self._tag,
            "wording": self._wording,
            "reservation": self._reservation,
            "release": self._release,
            "part": self._part,
            "interval": self._interval,
            "turn": self._turn,
        }

    def phrases(self, version: Version) -> Iterator[str]:
        """What one change says, nothing when it is about the order alone."""
        tell = self._others.get(version.table)
        if tell is None:
            yield from self._own(version)
            return
        latest = self._latest.setdefault(version.row, {})
        latest.update({name: before for name, (before, _) in version.fields.items() if version.action == "-"})
        latest.update({name: after for name, (_, after) in version.fields.items() if version.action != "-"})
        if phrase := tell(version.action, latest, version.fields):
            yield phrase

    def _own(self, version: Version) -> Iterator[str]:
        if version.action == "-":
            yield "deleted"
            return
        for name, (before, after) in version.fields.items():
            if name in UNTOLD or before == after:
                continue
            label = LABELS.get(name, name.removesuffix("_id").replace("_", " "))
            if version.action == "=":
                yield f"{label}: {self._shown(name, before)} → {self._shown(name, after)}"
            # what a new thing has not is not worth a word
            elif after not in (None, "", False):
                yield f"{label}: {self._shown(name, after)}"

    def _shown(self, name: str, value: object) -> str:
        if value in (None, ""):
            return NOTHING
        if isinstance(value, bytes):
            return self._names.of(value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int) and name in MINUTES:
            return f"{value // 60:02}:{value % 60:02}"
        if isinstance(value, int) and name.endswith("_at"):
            return shown_instant(value)
        return str(value) if name in UNQUOTED else f"“{str(value).replace(chr(10), ' / ')}”"

    def _named(self, latest: Mapping[str, object], field: str) -> str:
        key = latest.get(field)
        return self._names.of(key) if isinstance(key, bytes) else NOTHING

    def _membership(self, action: str, latest: dict[str, object], fields: Mapping[str, Pair]) -> str:
        theme = self._named(latest, "theme_id")
        if action == "-":
            return f"taken out of the theme {theme}"
        if action == "=" and not fields.keys() & {"theme_id", "home"}:
            return ""
        return f"in the theme {theme}, {'its home' if latest.get('home') else 'as a further one'}"

    def _source(self, action: str, latest: dict[str, object], _: Mapping[str, Pair]) -> str:
        note = self._named(latest, "note_id")
        return f"source {note} taken away" if action == "-" else f"source {note}"

    def _tag(self, action: str, latest: dict[str, object], _: Mapping[str, Pair]) -> str:
        theme = self._named(latest, "theme_id")
        return {"+": f"theme {theme}", "-": f"theme {theme} taken away"}.get(action, "")

    def _wording(self, action: str, latest: dict[str, object], fields: Mapping[str, Pair]) -> str:
        # a wording that is put in force is told by the recommendation itself
        if action == "-" and "text" in fields:
            return f"wording taken out of the history: {self._shown('text', latest.get('text'))}"
        return ""

    def _reservation(self, action: str, latest: dict[str, object], _: Mapping[str, Pair]) -> str:
        whose = f" of {latest['constituency']}" if latest.get("constituency") else ""
        return f"reservation{whose}{' withdrawn' if action == '-' else ''}: {self._shown('text', latest.get('text'))}"

    def _release(self, action: str, latest: dict[str, object], _: Mapping[str, Pair]) -> str:
        if action == "-":
            return f"release to {latest.get('rule')} ended"
        agreed = f", agreed by {latest['agreed_by']}" if latest.get("agreed_by") else ""
        return f"released to {latest.get('rule')}{agreed}"

    def _part(self, action: str, latest: dict[str, object], _: Mapping[str, Pair]) -> str:
        return f"{latest.get('role')} {self._named(latest, 'participant_id')}{' taken away' if action == '-' else ''}"

    def _interval(self, action: str, latest: dict[str, object], _: Mapping[str, Pair]) -> str:
        began, ended = (self._shown(name, latest.get(name)) for name in ("began_at", "ended_at"))
        if action == "-":
            return f"time off the record from {began} taken away"
        return f"off the record from {began}" if ended == NOTHING else f"off the record from {began} to {ended}"

    def _turn(self, action: str, latest: dict[str, object], fields: Mapping[str, Pair]) -> str:
        who = self._named(latest, "participant_id")
        began, ended = (self._shown(name, latest.get(name)) for name in ("began_at", "ended_at"))
        if action == "-":
            return f"{who} taken off the speaking list"
        if began == NOTHING:
            return f"{who} on the speaking list" if fields.keys() - {"position"} else ""
        return f"{who} speaks from {began}" if ended == NOTHING else f"{who} spoke from {began} to {ended}"
