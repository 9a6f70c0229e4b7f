"""The sample workshop: two days in Bangkok, told by a text file of notes and a second file with what became of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NotRequired, TypedDict, cast

from facilitator.capture import Line, SessionHeading, WorkshopTitle, read_lines
from facilitator.domain.capturing import NewNote
from facilitator.domain.errors import NumberNotThere
from facilitator.domain.kinds import Rule, Sector, SessionKind, SessionRole, Status
from facilitator.domain.nouns import Instant, Key, Session
from facilitator.domain.numbers import parse_number
from facilitator.paths import resources
from facilitator.store.edits import Edits
from facilitator.store.nouns.sessions import ChangedFields
from facilitator.store.reads import Reads
from facilitator.workspace.opening import building

from .clock_times import Moments, instant_of
from .ending import refuse_other_ending
from .filing import Filing
from .new import Made
from .progress import Progress, untold


class WorkshopPlan(TypedDict):
    """What the sample says of the workshop itself."""

    place: str
    time_zone: str
    attribution: str
    organisers: str
    supporters: str
    illustration: str
    conclusions: str


class SessionPlan(TypedDict):
    """A session beyond its heading: times off the record are clock times, people are codes."""

    kind: str
    place: NotRequired[str]
    attribution: NotRequired[str]
    digest: NotRequired[str]
    key_points: NotRequired[str]
    moderator: NotRequired[list[str]]
    panellist: NotRequired[list[str]]
    rapporteur: NotRequired[list[str]]
    off_record: NotRequired[list[str]]


class RecommendationPlan(TypedDict):
    """What became of a recommendation; `sources` are numbers of notes, `reservation` its text and constituency."""

    status: str
    wording: NotRequired[str]
    drafts: NotRequired[list[str]]
    note: NotRequired[str]
    merged_into: NotRequired[str]
    sources: NotRequired[list[str]]
    reservation: NotRequired[list[str]]


class Plan(TypedDict):
    """The whole second file: people by code, sessions and recommendations by number, themes by name."""

    workshop: WorkshopPlan
    people: Mapping[str, list[str]]
    sessions: Mapping[str, SessionPlan]
    actions: Mapping[str, list[str]]
    themes: Mapping[str, str]
    recommendations: Mapping[str, RecommendationPlan]


def make_sample(path: Path, progress: Progress = untold) -> Made:
    """Make the sample workshop at `path`, which must not be there.

    Raises WorkshopEnding and what `workspace.opening.building` raises.
    """
    refuse_other_ending(path)
    folder = resources() / "samples"
    text = (folder / "bangkok.txt").read_text(encoding="utf-8")
    plan = cast("Plan", tomllib.loads((folder / "bangkok.toml").read_text(encoding="utf-8")))
    titles = (entry.content.title for entry in read_lines(text) if isinstance(entry.content, WorkshopTitle))
    title, of = next(titles), plan["workshop"]
    with (
        building(path, title=title, time_zone=of["time_zone"], attribution=Rule(of["attribution"])) as workspace,
        workspace.edit("Sample workshop", undoable=False) as edits,
    ):
        _Telling(edits, plan).tell(text, progress)
    return Made(path, title)


class _Telling:
    """Tells the sample from its two files, within one step."""

    def __init__(self, edits: Edits, plan: Plan) -> None:
        self._edits = edits
        self._plan = plan
        self._reads = Reads(edits.edit.connection)
        self._counts: Iterator[int] = iter(())
        self._moments: dict[Key, Iterator[Instant]] = {}
        self._drafted: Iterator[Instant] = iter(())

    def tell(self, text: str, progress: Progress) -> None:
        """Everything, in the order in which it happened."""
        self._counts = iter(_notes_in_sessions(text))
        self._introduce()
        filing = Filing(self._edits, takes_title=True, begun=self._begin)
        self._edits.notes.capture_many(self._at_their_times(filing.notes(read_lines(text))))
        for done, follow in enumerate((self._go_off_record, self._assign, self._work_on)):
            progress(done, 3)
            follow()

    def _introduce(self) -> None:
        of = self._plan["workshop"]
        self._edits.workshop.change(
            place=of["place"],
            organisers=of["organisers"],
            supporters=of["supporters"],
            illustration=of["illustration"],
            conclusions=of["conclusions"],
        )
        # before the first note names one, so that they stand in the order of the plan and not of the talk
        for name, digest in self._plan["themes"].items():
            self._edits.themes.add(name, digest=digest)
        for code, (name, role, sector) in self._plan["people"].items():
            self._edits.people.add(name, code=code, role=role, sector=Sector(sector))

    def _begin(self, session: Session) -> None:
        """Say what the heading does not, before the first note, which takes its rule from the session."""
        plan = self._plan["sessions"][str(session.number)]
        fields: ChangedFields = {
            "kind": SessionKind(plan["kind"]),
            "place": plan.get("place", ""),
            "digest": plan.get("digest", ""),
            "key_points": plan.get("key_points", ""),
        }
        if "attribution" in plan:
            fields["attribution"] = Rule(plan["attribution"])
        self._edits.sessions.change(session.id, **fields)
        roles = (
            (SessionRole.MODERATOR, plan.get("moderator", [])),
            (SessionRole.PANELLIST, plan.get("panellist", [])),
            (SessionRole.RAPPORTEUR, plan.get("rapporteur", [])),
        )
        for role, codes in roles:
            for code in codes:
                self._edits.sessions.cast(session.id, self._edits.people.speaker(code), role)
        moments = Moments(session, self._plan["workshop"]["time_zone"], plan.get("off_record", ()))
        self._moments[session.id] = iter(moments.spread(next(self._counts)))
        self._edits.sessions.open(session.id, moments.begins)
        self._edits.sessions.close(session.id, moments.ends)

    def _at_their_times(self, notes: Iterator[NewNote]) -> Iterator[NewNote]:
        for note in notes:
            yield replace(note, taken_at=next(self._moments[note.session_id]))

    def _go_off_record(self) -> None:
        zone = self._plan["workshop"]["time_zone"]
        for session in self._reads.sessions():
            times = self._plan["sessions"][str(session.number)].get("off_record")
            if times and session.day:
                began, ended = (instant_of(session.day, time, zone) for time in times)
                self._edits.intervals.go_off_record(session.id, began)
                self._edits.intervals.come_back(session.id, ended)

    def _assign(self) -> None:
        for number, (who, due) in self._plan["actions"].items():
            self._edits.notes.assign(self._key(number), who, due)

    def _work_on(self) -> None:
        drafting = [one for one in self._reads.sessions() if one.kind is SessionKind.DRAFTING][-1]
        plans = self._plan["recommendations"].values()
        count = sum(len(_wordings(plan)) for plan in plans)
        self._drafted = Moments(drafting, self._plan["workshop"]["time_zone"]).spread(count)
        for number, plan in self._plan["recommendations"].items():
            self._word(self._key(number), plan)
        # Last, because what was merged is worked on no more.
        for number, plan in self._plan["recommendations"].items():
            if "merged_into" in plan:
                self._edits.recommendations.merge(self._key(plan["merged_into"]), self._key(number))

    def _word(self, key: Key, plan: RecommendationPlan) -> None:
        recommendations = self._edits.recommendations
        for wording in _wordings(plan):
            recommendations.reword(key, wording, next(self._drafted))
        given = cast("Mapping[str, str]", plan)
        recommendations.fill(
            key,
            addressed_to=given.get("addressed_to", ""),
            action=given.get("action", ""),
            timeframe=given.get("timeframe", ""),
            indicator=given.get("indicator", ""),
            resources=given.get("resources", ""),
        )
        for number in plan.get("sources", ()):
            recommendations.link(key, self._key(number))
        if "reservation" in plan:
            text, constituency = plan["reservation"]
            recommendations.reserve(key, text, constituency)
        if plan["status"] != Status.MERGED:
            recommendations.set_status(key, Status(plan["status"]), plan.get("note", ""))

    def _key(self, typed: str) -> Key:
        number = parse_number(typed)
        if number is None:
            raise NumberNotThere(number=typed)
        return self._reads.thing(number)


def _wordings(plan: RecommendationPlan) -> list[str]:
    """What a recommendation was worded as, one after the other, since its note."""
    return [wording for wording in (*plan.get("drafts", ()), plan.get("wording", "")) if wording]


def _notes_in_sessions(text: str) -> list[int]:
    """How many notes each session has, in the order of the file."""
    counts: list[int] = []
    for entry in read_lines(text):
        if isinstance(entry.content, SessionHeading):
            counts.append(0)
        elif isinstance(entry.content, Line):
            counts[-1] += 1
    return counts
