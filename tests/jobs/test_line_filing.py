"""Enter in the capture line: the line becomes a note as an import would make it, with the time it was taken."""

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import new_workspace

from facilitator.capture import read_line
from facilitator.domain.errors import OffTheRecord
from facilitator.domain.kinds import NoteKind
from facilitator.domain.nouns import Key
from facilitator.domain.numbers import Number
from facilitator.domain.rows import NoteRow
from facilitator.jobs.import_source import import_source
from facilitator.jobs.line_filing import CapturedLine, Nobody, capture_line
from facilitator.jobs.source import Source
from facilitator.store.edits import Edits
from facilitator.workspace.opening import open_workspace
from facilitator.workspace.workspace import Workspace

LINES = (
    '! @kc Publish the budget #financing #"early warning" ??',
    "@@ and cost it #Financing",
    "// ! @nobody ask the chair #secret",
    '" @"Kim Chi": water is life',
    "@@ \\! as before",
    "> @@kc pay, by Friday",
    "#financing",
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with closing(new_workspace(tmp_path)) as opened:
        yield opened


def panel_of(workspace: Workspace) -> Key:
    with workspace.edit("Session") as edits:
        edits.people.add("Kim Chi", code="kc")
        return edits.sessions.add("Panel").id


def entered(workspace: Workspace, session: Key, line: str, at: int = 7) -> CapturedLine:
    with workspace.edit("Note") as edits:
        return capture_line(edits, session, read_line(line), at)


def shown(row: NoteRow) -> tuple[object, ...]:
    """A note without its keys and its time."""
    speaker = row.speaker and (row.speaker.name, row.speaker.code)
    themes = [(chip.name, chip.colour, chip.symbol) for chip in row.themes]
    made = row.made and row.made.number
    return row.number, row.kind, row.text, speaker, row.private, row.check_later, row.rule, themes, made


def test_an_entered_line_is_what_an_import_makes_of_it(workspace: Workspace, tmp_path: Path) -> None:
    panel = panel_of(workspace)
    for line in LINES:
        entered(workspace, panel, line)
    path = tmp_path / "imported.workshop"
    with closing(new_workspace(tmp_path, "imported")) as other, other.edit("Person") as edits:
        edits.people.add("Kim Chi", code="kc")
    import_source(path, Source("notes.txt", "\n".join(("## Panel", *LINES)).encode()))

    with workspace.read() as reads:
        mine = reads.note_rows(panel)
    with closing(open_workspace(path)) as other, other.read() as reads:
        theirs = reads.note_rows(reads.session_list()[0].key)
    assert [shown(row) for row in mine] == [shown(row) for row in theirs]
    assert ({row.taken_at for row in mine}, {row.taken_at for row in theirs}) == ({7}, {None})


def test_the_number_and_the_recommendation_come_back(workspace: Workspace) -> None:
    panel = panel_of(workspace)
    result = entered(workspace, panel, "! @kc Publish")
    assert (result.captured.number, result.captured.recommendation, result.nobody) == (
        Number("S1.", 1), Number("R", 1), None,
    )  # fmt: skip
    with workspace.read() as reads:
        row = reads.note_row(result.captured.note_id)
    assert (row.kind, row.taken_at) == (NoteKind.RECOMMENDATION, 7)
    assert row.speaker is not None
    assert row.speaker.key == result.speaker_id


def test_the_same_speaker_is_that_of_the_note_just_above(workspace: Workspace) -> None:
    panel = panel_of(workspace)
    assert entered(workspace, panel, "@@ first").nobody is Nobody.FIRST_NOTE
    assert entered(workspace, panel, "@@ second").nobody is Nobody.NOBODY_BEFORE
    known = entered(workspace, panel, "@kc third")
    last = entered(workspace, panel, "@x fourth")
    with workspace.edit("Move up") as edits:
        edits.notes.move(last.captured.note_id, panel)
    assert entered(workspace, panel, "@@ fifth").speaker_id == known.speaker_id


def test_a_theme_is_meant_by_a_prefix_that_only_one_has(workspace: Workspace) -> None:
    panel = panel_of(workspace)
    with workspace.edit("Themes") as edits:
        for name in ("Financing", "Finance", "Water"):
            edits.themes.add(name)
    for line in ("a #wat", "b #fin", "c #finance"):
        entered(workspace, panel, line)
    with workspace.read() as reads:
        assert [[chip.name for chip in row.themes] for row in reads.note_rows(panel)] == [
            ["Water"], ["fin"], ["Finance"],
        ]  # fmt: skip


def test_off_the_record_nothing_is_stored_neither_note_nor_speaker(workspace: Workspace) -> None:
    panel = panel_of(workspace)
    with workspace.edit("Off the record") as edits:
        edits.intervals.go_off_record(panel)
    with pytest.raises(OffTheRecord):
        entered(workspace, panel, "@stranger what nobody may know #hidden")
    with workspace.read() as reads:
        assert ([one.name for one in reads.participants()], reads.themes(), reads.note_rows(panel)) == (
            ["Kim Chi"], (), (),
        )  # fmt: skip


NAMES = st.text("aAbBàÀ ก", min_size=1, max_size=3).filter(str.strip)


@settings(deadline=None, max_examples=40)
@given(names=st.lists(NAMES, max_size=5), codes=st.lists(NAMES, max_size=3, unique_by=str.casefold), typed=NAMES)
def test_what_the_hint_row_says_is_what_enter_does(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], codes: list[str], typed: str
) -> None:
    with closing(new_workspace(tmp_path_factory.mktemp("hint"))) as workspace:
        with workspace.edit("Fill") as edits:
            for name in names:
                edits.people.add(name)
                edits.themes.named(name)
            for place, code in enumerate(codes):
                if edits.people.find(code) is None:
                    edits.people.add(f"Person {place}", code=code)
        with workspace.read() as reads:
            vocabulary = reads.vocabulary()
        for whole in (False, True):
            speaker = vocabulary.speaker(typed, whole_name=whole)
            meant = tried(workspace, lambda edits, whole=whole: edits.people.speaker(typed, whole_name=whole))
            assert (speaker is None) is (meant not in {one.key for one in vocabulary.speakers})
            assert speaker is None or speaker.key == meant
        theme, meant = vocabulary.theme(typed), tried(workspace, lambda edits: edits.themes.meant(typed))
        assert (theme is None) is (meant not in {one.key for one in vocabulary.themes})
        assert theme is None or theme.key == meant


def tried(workspace: Workspace, do: Callable[[Edits], Key]) -> Key:
    """What an edit answers that is not carried out."""
    answers: list[Key] = []
    with suppress(InterruptedError), workspace.edit("Try") as edits:
        answers.append(do(edits))
        raise InterruptedError
    return answers[0]
