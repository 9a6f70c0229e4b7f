"""Lines that are being typed and not yet entered: they come back after a crash, and are in no history and no export."""

from __future__ import annotations

from sqlalchemy import bindparam
from sqlalchemy.dialects.sqlite import insert as upsert

from facilitator.domain.nouns import Key
from facilitator.store.ledger import Edit, in_sql
from facilitator.store.schema import ALL
from facilitator.text import clean_lines

from .intervals import open_interval

_DRAFT = ALL["draft"]
_NEW = upsert(_DRAFT).values(place=bindparam("place"), text=bindparam("text"))
KEEP = in_sql(_NEW.on_conflict_do_update(index_elements=["place"], set_={"text": _NEW.excluded.text}))
DROP = in_sql(_DRAFT.delete().where(_DRAFT.c["place"] == bindparam("place")))


class Drafts:
    """One draft for each place where something is typed. None of this can be undone, and no step tells of it."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit

    def keep(self, place: str, text: str, session_id: Key | None = None) -> None:
        """Keep what stands in the line of this place, instead of what was kept before; nothing for an empty line.

        Of a session that is off the record nothing is kept.
        """
        if not text or (session_id is not None and open_interval(self._edit.connection, session_id)):
            self.drop(place)
            return
        self._write(KEEP, {"place": place, "text": clean_lines(text)})

    def drop(self, place: str) -> None:
        """Forget the draft of a place, as when its line was entered; there may be none."""
        self._write(DROP, {"place": place})

    def _write(self, statement: str, values: dict[str, str]) -> None:
        self._edit.written += self._edit.driver.execute(statement, values).rowcount
