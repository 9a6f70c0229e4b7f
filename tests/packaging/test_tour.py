import importlib
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def calls() -> list[list[str]]:
    """The commands that were called for something else than an answer."""
    return []


@pytest.fixture
def tour(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]) -> ModuleType:
    """The module, with a folder of its own; its `facilitator` writes empty files and says that PDFs have 12 pages.

    The pictures are not taken: `calls` has what would have been.
    """
    monkeypatch.syspath_prepend(root / "packaging")
    module = importlib.reload(importlib.import_module("tour"))
    run = subprocess.run

    def stand_in(command: list[str], **keywords: object) -> subprocess.CompletedProcess[str]:
        if "--json" not in command:
            calls.append(command[1:])
            return subprocess.CompletedProcess(command, 0)
        target = command[command.index("-o") + 1] if "-o" in command else command[2]
        result = json.dumps({"path": target, "pages": 12 if target.endswith("pdf") else None})
        program = f"open({target!r}, 'x').close(); print({result!r})"
        return run([sys.executable, "-c", program], **keywords)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(subprocess, "run", stand_in)
    monkeypatch.setattr(module, "TOUR", tmp_path / "tour")
    monkeypatch.setattr(module, "WORKSHOP", tmp_path / "tour" / "sample.workshop")
    monkeypatch.setattr(module, "SAMPLE", tmp_path / "build" / "sample.workshop")
    monkeypatch.setattr(module, "BUILD", tmp_path / "build")
    return module


def test_the_tour_says_where_each_paper_is_and_how_long(tour: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert tour.make() == 0

    said = capsys.readouterr().out
    assert all(str(tour.TOUR / name) in said for name in ("sample.workshop", *(name for _, name in tour.PAPERS)))
    assert f"{tour.TOUR / 'outcome.pdf'}  (12 pages)" in said


def test_a_second_tour_makes_everything_anew(tour: ModuleType) -> None:
    assert (tour.make(), tour.make()) == (0, 0)


def test_a_command_that_fails_ends_the_tour_with_its_exit_code(
    tour: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 4, stdout=""))

    assert tour.make() == 4


def test_the_tour_ends_with_a_picture_of_each_place(tour: ModuleType, calls: list[list[str]], root: Path) -> None:
    assert tour.make() == 0

    assert calls == [[str(root / "packaging" / "pictures.py"), str(tour.TOUR), str(tour.WORKSHOP)]]


def test_the_window_opens_with_the_sample_which_is_made_once_and_kept(tour: ModuleType, calls: list[list[str]]) -> None:
    assert tour.open_window() == 0
    tour.SAMPLE.touch()
    assert tour.open_window() == 0

    sample = str(tour.SAMPLE)
    assert calls == [["sample", sample], [sample], [sample]]


def test_pictures_are_taken_of_a_workshop_with_few_and_one_with_many_notes(
    tour: ModuleType, calls: list[list[str]]
) -> None:
    assert tour.make_pictures() == 0

    few, many, sample, taken, of_guide = calls
    assert [command[command.index("--notes") + 1] for command in (few, many)] == ["3", "3000"]
    assert taken[1:] == ["--all", str(tour.PICTURES), few[1], many[1]]
    assert of_guide[1:] == ["--guide", str(tour.GUIDE), sample[1]]


def test_the_guide_has_the_pictures_that_are_taken_for_it(tour: ModuleType) -> None:
    scenes = importlib.import_module("guide_pictures").SCENES

    assert {f"{name}.png" for name, _, _ in scenes} == {picture.name for picture in tour.GUIDE.glob("*.png")}
