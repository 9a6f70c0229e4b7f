"""The command line as a person has it, in this process and in an empty working folder."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from facilitator.cli import run


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def object(self) -> dict[str, Any]:
        """The one JSON object on standard output, of a command that was carried out."""
        assert (self.code, self.err) == (0, ""), self
        found: dict[str, Any] = json.loads(self.out)
        return found


Facilitator = Callable[..., Done]


@pytest.fixture
def facilitator(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Facilitator:
    """Call the command line with arguments."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: object) -> Done:
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return call


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A file of notes with a bit of everything."""
    path = tmp_path / "notes.txt"
    path.write_text(
        "# Water for all\n"
        "Day: 2023-08-09\n"
        "## 09:30-10:30 Opening\n"
        "@kc ! Publish the budget #financing ??\n"
        '@"Full Name" + A map of the valley #localizing\n'
        "// ask the chair\n"
        "## Closing\n"
        "= Adopted as worded\n",
        encoding="utf-8",
    )
    return path
