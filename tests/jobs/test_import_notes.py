"""Text files of notes on their way in: every line is kept, and what is warned of is named."""

from collections import Counter
from contextlib import closing
from datetime import date, time
from itertools import takewhile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import content_of
from tests.workshops import lying_in, make_workshop

from facilitator.capture import Line, SessionHeading, read_lines
from facilitator.domain.errors import NotAWorkshop, WorkshopHeld
from facilitator.domain.kinds import NoteKind, Rule
from facilitator.domain.nouns import Content
from facilitator.jobs.import_source import ImportOptions, import_source
from facilitator.jobs.imported import Imported
from facilitator.jobs.source import Source
from facilitator.text import clean
from facilitator.workspace.lock import Lock
from facilitator.workspace.opening import create_workspace, open_workspace


def bring(path: Path, text: str, name: str = "notes.txt", **options: object) -> Imported:
    """Import a text."""
    data = text.encode("utf-8", "surrogatepass")
    return import_source(path, Source(name, data), ImportOptions(**options))  # type: ignore[arg-type]


def read(path: Path) -> Content:
    """All that a workshop holds."""
    with closing(open_workspace(path, read_only=True)) as workspace:
        return content_of(workspace)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.workshop"


def test_a_file_that_is_not_there_is_made_with_the_title_of_the_source(path: Path) -> None:
    bring(path, "# Water for all\nfirst\n")

    workshop = read(path).workshop
    assert (workshop.title, workshop.attribution) == ("Water for all", Rule.NAMED)


def test_the_title_counts_wherever_it_stands(path: Path) -> None:
    bring(path, "first\n## Opening\nsecond\n# Water for all\n")

    content = read(path)
    assert content.workshop.title == "Water for all"
    assert [session.title for session in content.sessions] == ["Water for all", "Opening"]


@pytest.mark.parametrize(("name", "title"), [("day one.md", "day one"), ("-", "w"), ("/a/b.c.txt", "b.c")])
def test_without_a_title_the_files_name_is_it(path: Path, name: str, title: str) -> None:
    bring(path, "first\n", name)

    assert read(path).workshop.title == title


def test_a_workshop_that_is_there_keeps_its_title(path: Path) -> None:
    make_workshop(path)

    brought = bring(path, "# Another\nfirst\n")

    assert read(path).workshop.title == "Water"
    assert [(one.line, one.text) for one in brought.warnings] == [(1, "# Another")]
    assert "keeps its title" in brought.warnings[0].why


def test_headings_and_days_make_sessions_in_the_order_of_the_file(path: Path) -> None:
    bring(path, "Day: 2023-08-09\n## 09:30-10:30 Opening\na\n## Opening\nb\nDay: 2023-08-10\n## 8:00–9:00 Next\nc\n")

    sessions = read(path).sessions
    assert [(str(one.number), one.title, one.day, one.starts, one.ends) for one in sessions] == [
        ("S1", "Opening", date(2023, 8, 9), time(9, 30), time(10, 30)),
        ("S2", "Opening", date(2023, 8, 9), None, None),
        ("S3", "Next", date(2023, 8, 10), time(8), time(9)),
    ]


def test_a_heading_starts_a_session_also_when_its_title_was_there_before(path: Path) -> None:
    bring(path, "## Opening\na\n")
    bring(path, "## Opening\nb\n")

    assert [one.title for one in read(path).sessions] == ["Opening", "Opening"]


def test_notes_before_the_first_session_go_into_one_with_the_workshops_name(path: Path) -> None:
    make_workshop(path)

    bring(path, "early\n## Later\nlate\n")

    content = read(path)
    held = {one.id: one.title for one in content.sessions}
    assert [held[note.session_id] for note in content.notes if note.text in ("early", "late")] == ["Water", "Later"]


def test_a_line_becomes_a_note_with_all_that_it_says(path: Path) -> None:
    bring(path, "## One\n@kc ! Publish the budget #financing #law ??\n// ! ask @ #secret\n")

    content = read(path)
    made, private = content.notes
    (one,) = content.recommendations
    themes = {theme.id: theme.name for theme in content.themes}
    assert (made.kind, made.text, made.check_later, made.taken_at) == (
        NoteKind.RECOMMENDATION,
        "Publish the budget",
        True,
        None,
    )
    assert (one.wording, str(one.number)) == ("Publish the budget", "R1")
    assert [(themes[card.theme_id], card.home) for card in content.memberships] == [("financing", True), ("law", False)]
    assert [person.name for person in content.participants] == ["kc"]
    assert (private.kind, private.private, private.text) == (NoteKind.RECOMMENDATION, True, "ask @")
    assert [themes[tag.theme_id] for tag in content.tags] == ["secret"]


def test_the_same_speaker_is_the_one_of_the_note_just_before_in_the_session(path: Path) -> None:
    brought = bring(path, "## A\n@kc a\n@@ b\n@@ c\nd\n@@ e\n@kc f\n## B\n@@ g\n")

    content = read(path)
    assert [note.speaker_id is not None for note in content.notes] == [True, True, True, False, False, True, False]
    assert [(one.line, one.text) for one in brought.warnings] == [(6, "@@ e"), (9, "@@ g")]
    assert brought.speakers == 1


def test_a_code_means_its_holder_and_a_quoted_name_is_never_a_code(path: Path) -> None:
    with closing(create_workspace(path, title="Water")) as workspace, workspace.edit("Guests") as edits:
        kim = edits.people.add("Kim Chi", code="kc")
        lee = edits.people.add("Lee")

    bring(path, '@KC a\n@lee b\n@"kim chi" c\n@"kc" d\n')

    content = read(path)
    *known, stranger = (note.speaker_id for note in content.notes)
    assert known == [kim.id, lee.id, kim.id]
    assert stranger not in (kim.id, lee.id)


def test_a_code_in_a_file_is_never_that_of_whom_we_made_it_for(path: Path) -> None:
    with closing(create_workspace(path, title="Water")) as workspace, workspace.edit("Guests") as edits:
        kofi = edits.people.add("Kofi Owusu").id

    for _ in range(2):
        bring(path, '@ko a\n@"Kofi Owusu" b\n@"Kai Chen" c\n@kc d\n')

    content = read(path)
    codes = {one.name: (one.code, one.code_made) for one in content.participants}
    assert codes == {name: (code, True) for name, code in
                     {"Kofi Owusu": "koo", "ko": "ko", "Kai Chen": "kac", "kc": "kc"}.items()}  # fmt: skip
    names = {one.id: one.name for one in content.participants}
    assert [names[note.speaker_id] for note in content.notes] == ["ko", "Kofi Owusu", "Kai Chen", "kc"] * 2
    assert names[kofi] == "Kofi Owusu"


def test_a_note_takes_the_rule_of_the_workshop(path: Path) -> None:
    create_workspace(path, title="Water", attribution=Rule.CHATHAM).close()

    bring(path, "@kc a\n")

    assert [note.rule for note in read(path).notes] == [Rule.CHATHAM]


def test_an_import_is_one_step(path: Path) -> None:
    make_workshop(path)
    before = read(path)
    bring(path, "# T\n## New\n@new ! a #new\n@new ! b\n")

    with closing(open_workspace(path)) as workspace:
        assert workspace.undo() == "Import notes"
        assert content_of(workspace) == before


def test_counts_are_of_this_import_alone(path: Path) -> None:
    bring(path, "@kc a #money\n@lee b\n")

    again = bring(path, "@kc ! c #money #law\n@kc d #Money\n")

    assert (again.lines, again.sessions, again.notes) == (2, 1, {NoteKind.RECOMMENDATION: 1, NoteKind.POINT: 1})
    assert (again.recommendations, again.themes, again.speakers, again.people) == (1, 2, 1, 0)
    assert (again.added, again.kept) == (1 + 2 + 1 + 1, 2)


def test_a_dry_run_of_a_file_that_is_there_leaves_it_as_it_is(path: Path) -> None:
    make_workshop(path)
    before = lying_in(path.parent)

    rehearsed = bring(path, "# T\n@new ! a #new\n", dry_run=True)

    assert (rehearsed.recommendations, rehearsed.people, len(rehearsed.warnings)) == (1, 1, 1)
    assert lying_in(path.parent) == before


def test_a_foreign_file_and_a_held_workshop_stay_as_they_are(path: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "f.workshop"
    foreign.write_bytes(b"something else")
    make_workshop(path)
    before = lying_in(tmp_path)

    with pytest.raises(NotAWorkshop):
        bring(foreign, "a\n")
    lock = Lock(path)
    with pytest.raises(WorkshopHeld):
        bring(path, "a\n")
    lock.release()

    assert lying_in(tmp_path) == before


def test_nothing_at_all_makes_an_empty_workshop(path: Path) -> None:
    brought = bring(path, "\n \n\t\n")

    assert (brought.lines, brought.added) == (0, 0)
    assert read(path).notes == ()


def test_nothing_but_headings_makes_sessions(path: Path) -> None:
    brought = bring(path, "".join(f"## Session {number}\n" for number in range(200)))

    assert (brought.lines, brought.sessions, brought.notes) == (200, 200, {})


def test_only_lf_crlf_and_cr_end_a_line(path: Path) -> None:
    bring(path, "a\rb\r\nc\nd\x0be\x0cf\x85g\u2028h")

    assert [note.text for note in read(path).notes] == ["a", "b", "c", "d\ufffde\ufffdf\ufffdg\u2028h"]


def test_a_line_of_a_million_characters_is_one_note(path: Path) -> None:
    bring(path, "x" * 1_000_000 + " #theme\n")

    (note,) = read(path).notes
    assert (len(note.text), len(read(path).tags)) == (1_000_000, 1)


PIECES = st.sampled_from(
    ["# ", "## ", "Day: ", "2023-08-09", "09:30-10:30 ", "// ", "! ", "? ", "@kc ", "@@ ", '@"A B" ', "#x", " ??", "\\",
     "word", "กี", "\u3000", "\x00", "＃", "é", "\ud800", "<b>", "=cmd()", "\u202e"]
)  # fmt: skip
LINES = st.lists(st.lists(PIECES, max_size=6).map("".join), max_size=12)


@settings(deadline=None, max_examples=40)
@given(lines=LINES, ending=st.sampled_from(["\n", "\r\n", "\r"]))
def test_whatever_is_typed_each_line_becomes_a_note_or_a_heading(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], ending: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "w.workshop"
    # Written in UTF-16 with its mark, so that half characters are possible; a NUL right behind it would be UTF-32's.
    data = b"\xff\xfe" + "\n".encode("utf-16-le") + ending.join(lines).encode("utf-16-le", "surrogatepass")

    brought = import_source(path, Source("notes.txt", data))

    content, typed = read(path), [entry.content for entry in read_lines(ending.join(lines))]
    of_file = [one for one in typed if isinstance(one, SessionHeading)]
    said = Counter(one.text for one in typed if isinstance(one, Line))
    early = bool(typed) and any(isinstance(one, Line) for one in takewhile(lambda one: one not in of_file, typed))
    assert brought.lines == len(typed) == len([line for line in lines if clean(line).strip(" \t\u3000")])
    assert Counter(note.text for note in content.notes) == said
    assert len(content.sessions) == brought.sessions == len(of_file) + early


def test_a_session_without_length_is_taken_in_with_its_time(path: Path) -> None:
    brought = bring(path, "## 09:30-09:30 Opening\na\n")

    assert [(one.title, one.starts, one.ends) for one in read(path).sessions] == [("Opening", time(9, 30), time(9, 30))]
    assert brought.warnings == ()
