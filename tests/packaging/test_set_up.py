"""The set-up behind the two commands, without carrying it out: what it would call, and what it says."""

import importlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def environment(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, with a checkout of its own."""
    monkeypatch.syspath_prepend(root / "packaging")
    module = importlib.reload(importlib.import_module("environment"))
    (tmp_path / "packaging").mkdir()
    for name in ("pyproject.toml", "packaging/constraints.txt"):
        shutil.copy(root / name, tmp_path / name)
    for name in ("ROOT", "VENV", "BIN", "STAMP", "LOCK", "CONSTRAINTS"):
        monkeypatch.setattr(module, name, tmp_path / getattr(module, name).relative_to(root))
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    everything = set(module.QT_LIBRARIES | module.SCREEN_LIBRARIES)
    monkeypatch.setattr(module, "_libraries", lambda: everything)
    for screen in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(screen, raising=False)
    return module


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been carried out; `venv` makes its folder, as the real one does."""
    made: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        made.append(command)
        if "venv" in command:
            shutil.rmtree(command[-1], ignore_errors=True)
            Path(command[-1]).mkdir()
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    return made


def test_a_second_run_does_nothing(environment: ModuleType, calls: list[list[str]]) -> None:
    environment.ensure(dev=True)
    first = len(calls)
    environment.ensure(dev=True)
    environment.ensure()

    assert first == 3
    assert len(calls) == first


def test_the_tests_add_their_packages_to_what_is_there(environment: ModuleType, calls: list[list[str]]) -> None:
    environment.ensure()
    environment.ensure(dev=True)

    assert [command[-1] for command in calls if command[-1].startswith(".")] == [".", ".[dev]"]
    assert sum("venv" in command for command in calls) == 1


def test_every_package_comes_finished_and_in_the_version_pinned(
    environment: ModuleType, calls: list[list[str]]
) -> None:
    environment.ensure()

    for command in calls[1:]:
        assert command[command.index("--only-binary") + 1] == ":all:"
        assert command[command.index("--constraint") + 1] == str(environment.CONSTRAINTS)


def test_a_set_up_that_was_stopped_is_begun_anew(
    environment: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = subprocess.run

    def stopped(command: list[str], **keywords: object) -> subprocess.CompletedProcess[str]:
        if "pip" in command:
            raise KeyboardInterrupt
        return run(command, **keywords)  # type: ignore[call-overload, no-any-return]

    with monkeypatch.context() as during, pytest.raises(KeyboardInterrupt):
        during.setattr(subprocess, "run", stopped)
        environment.ensure()
    assert not environment.STAMP.exists()

    environment.ensure()

    assert [command[-2:] for command in calls if "venv" in command] == [["--clear", str(environment.VENV)]] * 2


def test_a_checkout_that_was_moved_gets_its_environment_anew(environment: ModuleType, calls: list[list[str]]) -> None:
    environment.ensure()
    stamp = json.loads(environment.STAMP.read_text(encoding="utf-8"))
    stamp["place"][0] = "/elsewhere"
    environment.STAMP.write_text(json.dumps(stamp), encoding="utf-8")

    environment.ensure()

    assert sum("venv" in command for command in calls) == 2


def test_other_versions_are_installed_into_the_environment_that_is_there(
    environment: ModuleType, calls: list[list[str]]
) -> None:
    environment.ensure()
    environment.CONSTRAINTS.write_text("rich==15.0.0\n", encoding="utf-8")

    environment.ensure()

    assert sum("venv" in command for command in calls) == 1
    assert sum("pip" in command for command in calls) == 4


@pytest.mark.parametrize("stamp", [b"", b"[]", b"{", b"\xff"])
def test_a_stamp_that_means_nothing_is_no_stamp(environment: ModuleType, calls: list[list[str]], stamp: bytes) -> None:
    environment.VENV.mkdir()
    environment.STAMP.write_bytes(stamp)

    environment.ensure()

    assert sum("venv" in command for command in calls) == 1


def test_root_gets_the_missing_packages_of_the_system(
    environment: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "qpdf" else f"/usr/bin/{name}")

    environment.ensure(dev=True)

    assert [command[-1] for command in calls if command[0] == "apt-get"] == ["update", "qpdf"]


def asked_for(calls: list[list[str]]) -> list[str]:
    """The packages of the system that were installed."""
    return [name for command in calls if "apt-get" in command and "install" in command for name in command[7:]]


@pytest.mark.parametrize(
    ("dev", "screen", "expected"),
    [
        (False, {}, "QT_LIBRARIES"),
        (False, {"DISPLAY": ":0"}, "QT_LIBRARIES SCREEN_LIBRARIES"),
        (False, {"WAYLAND_DISPLAY": "wayland-0"}, "QT_LIBRARIES SCREEN_LIBRARIES"),
        (True, {}, "QT_LIBRARIES X11_LIBRARIES"),
    ],
)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring these along")
def test_qt_gets_the_libraries_that_the_screen_of_this_machine_asks_for(
    environment: ModuleType,
    calls: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    dev: bool,
    screen: dict[str, str],
    expected: str,
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(environment, "_libraries", lambda: {"libc.so.6"})
    for name, value in screen.items():
        monkeypatch.setenv(name, value)

    environment.ensure(dev=dev)

    tables = [getattr(environment, name) for name in expected.split()]
    assert asked_for(calls) == [package for table in tables for package in table.values()]


def test_a_system_that_cannot_be_asked_for_its_libraries_is_taken_to_have_them(
    environment: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "_libraries", set)

    environment.ensure()

    assert not [command for command in calls if "apt-get" in command]


def test_anyone_else_gets_the_line_to_type_and_nothing_happens(
    environment: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    programs = "poppler-utils qpdf xvfb xdotool xauth fuse3 dbus-daemon at-spi2-core"
    line = f"apt-get update && apt-get install --no-install-recommends --yes {programs}"

    with pytest.raises(environment.SetUpStopped, match=f"As root.*\n\n    {line}\n"):
        environment.ensure(dev=True)

    assert calls == []
    assert not environment.VENV.exists()


def test_without_apt_the_packages_are_named(
    environment: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)

    with pytest.raises(environment.SetUpStopped, match="poppler-utils, qpdf, xvfb"):
        environment.ensure(dev=True)
    assert calls == []


def test_a_step_that_fails_ends_with_a_sentence(
    environment: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 1))

    with pytest.raises(environment.SetUpStopped, match="No environment could be made"):
        environment.ensure()


def test_an_unknown_command_is_answered_with_those_there_are(root: Path) -> None:
    done = subprocess.run([sys.executable, "packaging/make.py", "all"], cwd=root, capture_output=True, text=True)

    assert done.returncode == 2
    assert "run, test, check, faults, bench, pictures, i18n, clean" in done.stderr
