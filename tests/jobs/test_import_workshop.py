"""A workshop's JSON: out, in, and out again; joined, and twice harmless."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from tests.factories import content_of
from tests.workshops import lying_in

from facilitator.domain.errors import FacilitatorError, InputError, NumberTaken
from facilitator.domain.nouns import Content
from facilitator.jobs.check import check
from facilitator.jobs.export import ExportOptions, export
from facilitator.jobs.import_source import ImportOptions, import_source
from facilitator.jobs.imported import Imported
from facilitator.jobs.large_sample import Size, make_large_sample
from facilitator.jobs.sample import make_sample
from facilitator.jobs.source import Source
from facilitator.store.shelf import backups_of
from facilitator.workspace.opening import create_workspace, open_workspace

BROKEN = {
    "cut": '{"format": "facilitator workshop", "version": 1, "work',
    "deep": "[" * 5000 + "]" * 5000,
    "long number": '{"version": ' + "9" * 10_000 + "}",
    "half a character": '{"format": "\\ud800"}',
    "doubled key": '{"format": "a", "format": "b"}',
    "a list": "[]",
    "newer": '{"format": "facilitator workshop", "version": 2}',
    "without content": '{"format": "facilitator workshop", "version": 1}',
}


def copy_out(path: Path, *, private: bool = False) -> bytes:
    """The workshop's JSON."""
    out = path.with_suffix(".json")
    export(path, "workshop", out, ExportOptions(0, include_private=private))
    return out.read_bytes()


def bring(path: Path, data: bytes, **options: object) -> Imported:
    """Import a workshop's JSON."""
    return import_source(path, Source("w.json", data), ImportOptions(**options))  # type: ignore[arg-type]


def read(path: Path) -> Content:
    """All that a workshop holds."""
    with closing(open_workspace(path, read_only=True)) as workspace:
        return content_of(workspace)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample workshop, not to be changed."""
    path = tmp_path_factory.mktemp("sample") / "sample.workshop"
    make_sample(path)
    return path


@pytest.mark.parametrize("private", [False, True])
def test_out_and_in_and_out_again_gives_identical_bytes(sample: Path, tmp_path: Path, *, private: bool) -> None:
    first = copy_out(sample, private=private)

    brought = bring(tmp_path / "again.workshop", first)

    assert copy_out(tmp_path / "again.workshop", private=private) == first
    assert (brought.kept, brought.recommendations, brought.sessions) == (0, 41, 10)
    assert check(tmp_path / "again.workshop").ok


def test_a_large_workshop_comes_back_the_same(tmp_path: Path) -> None:
    make_large_sample(tmp_path / "l.workshop", Size(notes=300, recommendations=80, people=20))
    first = copy_out(tmp_path / "l.workshop", private=True)

    bring(tmp_path / "again.workshop", first)

    assert copy_out(tmp_path / "again.workshop", private=True) == first


def test_private_notes_leave_only_when_asked_for(sample: Path) -> None:
    assert b"disagree openly" not in copy_out(sample)
    assert b"disagree openly" in copy_out(sample, private=True)


def test_twice_adds_nothing(sample: Path, tmp_path: Path) -> None:
    data = copy_out(sample)
    path = tmp_path / "w.workshop"
    first = bring(path, data)
    before = read(path)

    again = bring(path, data)

    assert (again.added, again.kept) == (0, first.added)
    assert read(path) == before


def test_laptops_of_two_rooms_become_one_workshop(tmp_path: Path) -> None:
    for room, note in (("A", "@kc ! Pay the boat #Money"), ("B", "@KC ! Pay the bus #money")):
        create_workspace(tmp_path / f"{room}.workshop", title="Water", prefix=room).close()
        import_source(tmp_path / f"{room}.workshop", Source("n.txt", f"## {room}\n{note}\n".encode()))

    joined = bring(tmp_path / "A.workshop", copy_out(tmp_path / "B.workshop"))

    content = read(tmp_path / "A.workshop")
    assert (joined.added, joined.kept) == (3, 2)
    assert [str(one.number) for one in content.recommendations] == ["RA1", "RB1"]
    assert (len(content.participants), len(content.themes)) == (1, 1)
    assert check(tmp_path / "A.workshop").ok
    assert len(backups_of(tmp_path / "A.workshop")) == 1


def test_a_number_that_another_thing_holds_changes_nothing(tmp_path: Path) -> None:
    for name in ("a", "b"):
        import_source(tmp_path / f"{name}.workshop", Source("n.txt", f"! from {name}\n".encode()))
    data = copy_out(tmp_path / "b.workshop")
    before = read(tmp_path / "a.workshop")

    with pytest.raises(NumberTaken):
        bring(tmp_path / "a.workshop", data)

    assert read(tmp_path / "a.workshop") == before


def test_a_dry_run_of_a_join_writes_nothing(sample: Path, tmp_path: Path) -> None:
    create_workspace(tmp_path / "w.workshop", title="Water").close()
    before = lying_in(tmp_path)

    rehearsed = bring(tmp_path / "w.workshop", copy_out(sample), dry_run=True)

    assert rehearsed.recommendations == 41
    assert lying_in(tmp_path) == before


@pytest.mark.parametrize("case", BROKEN)
def test_json_that_is_broken_is_one_sentence_and_no_file(tmp_path: Path, case: str) -> None:
    with pytest.raises(InputError) as caught:
        bring(tmp_path / "w.workshop", BROKEN[case].encode())

    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("section", ["sessions", "participants", "notes", "recommendations", "themes", "memberships"])
def test_a_thing_of_the_wrong_type_or_twice_is_refused(sample: Path, tmp_path: Path, section: str) -> None:
    whole = json.loads(copy_out(sample))
    for wrong in ([{**whole[section][0], "id": 5}], [whole[section][0], whole[section][0]], "text", [None]):
        with pytest.raises(FacilitatorError) as caught:
            bring(tmp_path / "w.workshop", json.dumps({**whole, section: wrong}).encode())
        assert section in str(caught.value)
    assert list(tmp_path.iterdir()) == []
