import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain.errors import NoHome

FOLDERS = (paths.config_folder, paths.data_folder, paths.log_folder, paths.backup_folder)


def test_all_folders_lie_below_the_home_that_the_variable_names(own_folders: Path) -> None:
    found = [folder() for folder in FOLDERS]

    assert all(own_folders in folder.parents for folder in found)
    assert len(set(found)) == len(FOLDERS)


def test_a_relative_home_does_not_move_with_the_working_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(paths.HOME_VARIABLE, "here")

    assert paths.config_folder() == tmp_path / "here" / "config"


def test_without_the_variable_the_folders_are_those_of_the_platform(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))

    assert all(tmp_path in folder().parents and "facilitator" in folder().parts for folder in FOLDERS)


def test_nothing_is_made_by_asking_where_things_are(own_folders: Path) -> None:
    for folder in FOLDERS:
        folder()

    assert list(own_folders.iterdir()) == []


def test_an_account_without_a_home_gets_a_sentence_and_no_folder_named_tilde(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pwd = pytest.importorskip("pwd")

    def no_entry(_: int) -> None:
        raise KeyError

    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", paths.HOME_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", no_entry)
    monkeypatch.chdir(tmp_path)

    for folder in FOLDERS:
        with pytest.raises(NoHome, match="FACILITATOR_HOME"):
            folder()
    assert list(tmp_path.iterdir()) == []


def test_the_resources_are_found_from_any_working_folder(tmp_path: Path) -> None:
    code = "from facilitator import paths; print((paths.resources() / 'fonts' / 'OFL.txt').is_file())"

    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=os.environ, capture_output=True, text=True)

    assert done.stdout == "True\n"
