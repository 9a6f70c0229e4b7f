import logging
from pathlib import Path

import pytest

from facilitator import logs, paths

log = logging.getLogger("facilitator.tests")


def content(file: Path | None) -> str:
    assert file is not None
    return file.read_text(encoding="utf-8")


def test_what_the_app_does_is_kept_in_the_log_folder() -> None:
    with logs.kept_in_file() as file:
        log.info("opened")

    assert file == logs.log_file()
    assert file is not None
    assert file.parent == paths.log_folder()
    assert "INFO facilitator.tests: opened" in content(file)


def test_the_chatter_of_libraries_is_not_kept_and_their_warnings_are(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    with logs.kept_in_file() as file:
        logging.getLogger("some.library").info("chatter")

    assert "chatter" not in content(file)


@pytest.mark.expects_log
def test_a_warning_of_a_library_is_kept() -> None:
    with logs.kept_in_file() as file:
        logging.getLogger("some.library").warning("odd")

    assert "WARNING some.library: odd" in content(file)


def test_after_the_work_nothing_of_the_log_stays_behind(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR, "facilitator")
    before = list(logging.getLogger().handlers), logging.ERROR

    with logs.kept_in_file():
        pass

    assert (list(logging.getLogger().handlers), logging.getLogger("facilitator").level) == before


@pytest.mark.expects_log
def test_of_an_exception_its_kind_and_place_are_kept_and_not_its_words() -> None:
    words = "Ms Chan said".upper()
    with logs.kept_in_file() as file:
        try:
            try:
                {}[words]
            except KeyError as error:
                raise ValueError(words) from error
        except ValueError:
            log.exception("a bug")

    text = content(file)
    assert text.index("builtins.KeyError") < text.index("builtins.ValueError")
    assert "test_logs.py" in text
    assert words not in text


def test_the_log_never_grows_beyond_its_five_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "FILE_BYTES", 1000)
    with logs.kept_in_file() as file:
        for number in range(200):
            log.info("line %d %s", number, "x" * 100)

    assert file is not None
    kept = list(file.parent.iterdir())
    assert len(kept) == logs.FILES
    assert all(path.stat().st_size <= 1000 for path in kept)
    assert "line 199" in content(file)


def test_where_no_log_can_be_kept_the_work_goes_on(own_folders: Path) -> None:
    (own_folders / "logs").write_text("in the way", encoding="utf-8")

    with logs.kept_in_file() as file:
        log.info("opened")

    assert file is None


def test_an_account_without_a_home_has_no_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_: Path("~/.local/state"))

    with logs.kept_in_file() as file:
        log.info("opened")

    assert file is None
    assert logs.log_file() is None


def test_a_disk_that_fills_up_meanwhile_disturbs_nobody(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(logs, "FILE_BYTES", 0)
    monkeypatch.setattr(logs.QuietFile, "_begin_anew", full)
    with logs.kept_in_file():
        log.info("opened")

    assert capsys.readouterr().err == ""
