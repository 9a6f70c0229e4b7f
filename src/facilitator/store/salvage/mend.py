"""Rows that were saved are made to fit together: what they refer to and is lost gets a stand-in, or is let go."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.sql.schema import ScalarElementColumnDefault

from facilitator.domain.kinds import Rule
from facilitator.domain.numbers import RECOMMENDATION, SESSION, Number, note_series, parse_number, series
from facilitator.store.operations import COLUMNS, Fields
from facilitator.store.references import REFERENCES
from facilitator.store.schema import RECORDED
from facilitator.store.shapes import IDENTITIES
from facilitator.text import identity

from .found import Found, Key, last_known

LOST = "Lost title"
STAND_INS = {"session": "title", "theme": "name", "participant": "name", "recommendation": "wording"}
"""What can be named anew when only references to it are left, and the field for the name."""
NEEDED = {"note": "text", "recommendation": "wording", "wording": "text", "reservation": "text"}
"""Without this field nothing of such a row is worth keeping."""
NUMBERED = ("session", "note", "recommendation")
EMPTY: dict[str, object] = {"Blob": b"", "Integer": 0, "Float": 0.0, "Double": 0.0, "Boolean": False}
STRICTEST: Fields = {"rule": Rule.CHATHAM, "attribution": Rule.CHATHAM, "private": True}
PROTECTING = frozenset({("note", "rule"), ("note", "private"), ("session", "attribution"), ("workshop", "attribution")})


@dataclass(slots=True)
class Mended:
    """Rows that fit together, and what is missing: how many of each table, and the printed numbers that are known.

    `closed` notes come from a ledger of which parts are lost, and are as protected as can be.
    """

    rows: dict[Key, Fields]
    numbering: dict[str, int]
    missing: Counter[str] = field(default_factory=Counter)
    numbers: list[Number] = field(default_factory=list)
    closed: int = 0


def mend(found: Found, workshop_id: bytes, title: str) -> Mended:
    """Make of what was found a workshop in which every rule holds."""
    return _Mending(found, workshop_id, title).carry_out()


def _bare(table: str) -> Fields:
    """Every field as it is when nothing is known of it; what protects a speaker is then as strict as it can be."""
    bare: Fields = {}
    for name in COLUMNS[table]:
        column = RECORDED[table].c[name]
        known: Any = column.default.arg if isinstance(column.default, ScalarElementColumnDefault) else None
        bare[name] = known if known is not None or column.nullable else EMPTY.get(column.type.__class__.__name__, "")
    return {**bare, **_strictest(table)}


def _strictest(table: str) -> Fields:
    return {name: strict for name, strict in STRICTEST.items() if (table, name) in PROTECTING}


class _Mending:
    def __init__(self, found: Found, workshop_id: bytes, title: str) -> None:
        self._found = found
        self._workshop_id = workshop_id
        self._title = title
        self._gone: set[Key] = set()
        self._mended = Mended(dict(found.rows), dict(found.numbering))
        self._rows = self._mended.rows

    def carry_out(self) -> Mended:
        self._ask_ledger()
        self._name_workshop()
        self._stand_in()
        self._let_go()
        self._number()
        self._keep_rules()
        self._count_numbers()
        return self._mended

    def _ask_ledger(self) -> None:
        """The second source: rows that no table holds any more, as their last operation left them."""
        for (table, key), operations in self._found.operations.items():
            if (table, key) in self._rows:
                continue
            alive, values = last_known(operations)
            if not alive:
                self._gone.add((table, key))
            if alive and values and NEEDED.get(table, next(iter(values))) in values:
                if len(values) < len(COLUMNS[table]):
                    self._mended.missing[table] += 1
                self._rows[table, key] = {**_bare(table), **values}
                self._close(table, key)
            elif alive:
                self._mended.missing[table] += 1

    def _close(self, table: str, key: bytes) -> None:
        """A note that was made private or deleted last must not come back for all to read when that step is lost."""
        if not self._found.is_ledger_whole:
            self._rows[table, key].update(_strictest(table))
            self._mended.closed += table == "note"

    def _name_workshop(self) -> None:
        others = [place for place in self._rows if place[0] == "workshop" and place[1] != self._workshop_id]
        for place in others:
            values = self._rows.pop(place)
            self._rows.setdefault(("workshop", self._workshop_id), values)
        if ("workshop", self._workshop_id) not in self._rows:
            self._mended.missing["workshop"] += 1
            self._rows["workshop", self._workshop_id] = {**_bare("workshop"), "title": self._title}

    def _stand_in(self) -> None:
        """A session that notes were taken in, a theme that cards are in, get a name that says that theirs is lost."""
        texts: dict[bytes, tuple[int, str]] = {}
        for (table, _), values in self._rows.items():
            if table == "wording":
                texts[values["recommendation_id"]] = max(
                    texts.get(values["recommendation_id"], (-1, "")), (values["position"], values["text"])
                )
        for table, key, why in list(self._dangling()):
            if table not in STAND_INS or (table == "recommendation" and key not in texts) or (table, key) in self._rows:
                continue
            self._mended.missing[table] += 1
            named = texts[key][1] if table == "recommendation" else f"{LOST} {self._mended.missing[table]}"
            number = parse_number(str(why.get("prefix", "")).removesuffix(".")) if table == "session" else None
            given = {"prefix": number.prefix, "count": number.count} if number else {}
            self._rows[table, key] = {**_bare(table), STAND_INS[table]: named, **given}

    def _dangling(self) -> Iterator[tuple[str, bytes, Fields]]:
        """What rows refer to and is not there, with the row that does."""
        for child, column, parent in REFERENCES:
            for (table, _), values in list(self._rows.items()):
                key = values.get(column) if table == child else None
                if key is not None and (parent, key) not in self._rows and (parent, key) not in self._gone:
                    yield parent, key, values

    def _let_go(self) -> None:
        """References that still lead nowhere: an empty field where that is possible, else the row itself goes."""
        is_changed = True
        while is_changed:
            is_changed = False
            for child, column, parent in REFERENCES:
                for place, values in list(self._rows.items()):
                    key = values.get(column) if place[0] == child else None
                    if key is None or (parent, key) in self._rows:
                        continue
                    is_changed = True
                    if RECORDED[child].c[column].nullable:
                        values[column] = None
                    else:
                        del self._rows[place]
                        self._mended.missing[child] += 1

    def _number(self) -> None:
        """Whoever has no printed number, or one that another bears too, gets the next that was never given."""
        room = str(self._rows["workshop", self._workshop_id]["prefix"])
        wanting: list[Key] = []
        held: set[tuple[str, str, int]] = set()
        for place in sorted(self._rows):
            values = self._rows[place]
            if place[0] not in NUMBERED:
                continue
            number = (place[0], str(values["prefix"]), int(values["count"]))
            if number[1] and number[2] > 0 and number not in held:
                held.add(number)
                self._raise(number[1], number[2])
            else:
                wanting.append(place)
        # sessions first: the prefix of a note is its session's number
        for table, key in sorted(wanting, key=lambda place: place[0] != "session"):
            values = self._rows[table, key]
            values["prefix"] = self._prefix(table, values, room)
            values["count"] = self._mended.numbering.get(values["prefix"], 0) + 1
            self._raise(values["prefix"], values["count"])

    def _prefix(self, table: str, values: Fields, room: str) -> str:
        if table != "note":
            return series(SESSION if table == "session" else RECOMMENDATION, room)
        session = self._rows["session", values["session_id"]]
        return note_series(Number(session["prefix"], session["count"]))

    def _raise(self, prefix: str, count: int) -> None:
        self._mended.numbering[prefix] = max(count, self._mended.numbering.get(prefix, 0))

    def _keep_rules(self) -> None:
        homes: defaultdict[bytes, dict[bytes, Key]] = defaultdict(dict)
        for place in sorted(self._rows, key=lambda one: (one[0], not self._rows[one].get("home"), one[1])):
            table, values = place[0], self._rows[place]
            for name, derived in IDENTITIES.items():
                if name in values and derived in values:
                    values[derived] = identity(values[name])
            if table == "recommendation" and (values["status"] == "merged") != (values["merged_into_id"] is not None):
                values["status"], values["merged_into_id"] = "raw", None
            if table == "theme" and values["parent_id"] is not None and self._parent(values)["parent_id"] is not None:
                values["parent_id"] = None
            if table == "membership":
                there = homes[values["recommendation_id"]]
                if values["theme_id"] in there:
                    del self._rows[place]
                    continue
                values["home"] = not there
                there[values["theme_id"]] = place

    def _parent(self, theme: Fields) -> dict[str, Any]:
        return self._rows["theme", theme["parent_id"]]

    def _count_numbers(self) -> None:
        """Numbers that were given, to nothing that is here and to nothing that is known to be deleted."""
        borne = {(values["prefix"], values["count"]) for values in self._rows.values() if "count" in values}
        for place in self._gone:
            _, values = last_known(self._found.operations[place])
            borne.add((values.get("prefix"), values.get("count")))
        for prefix, count in sorted(self._mended.numbering.items()):
            self._mended.numbers += [
                Number(prefix, number) for number in range(1, count + 1) if (prefix, number) not in borne
            ]
