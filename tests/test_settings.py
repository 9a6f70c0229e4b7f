from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import paths, settings
from facilitator.domain.errors import PlaceError
from facilitator.settings import Settings

COMMENTED = """\
# My own file
paper = 'letter'  # as in Manila

[window]
width = 1200
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_the_settings_are_those_built_in() -> None:
    loaded = settings.load()

    assert loaded.settings == Settings(language="en", paper="a4", backups=None)
    assert loaded.complaints == ()
    assert not paths.config_folder().exists()


@given(
    language=st.sampled_from(["en", "th", "pt-BR", "zh-Hant-TW"]),
    paper=st.sampled_from(["a4", "letter"]),
    turn=st.integers(0, settings.LONGEST_TURN),
    backups=st.none() | st.sampled_from(['/media/stick/"x"', "/home/á/ç", "/a\\b\n"]).map(Path),
)
def test_what_is_saved_is_what_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, language: str, paper: settings.Paper, turn: int, backups: Path | None
) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    chosen = Settings(language, paper, backups, turn=turn)

    settings.save(chosen, file)

    assert settings.load(file) == settings.Loaded(chosen)


@given(
    st.dictionaries(st.sampled_from(["nap", "กมม", "Ñ", "a.b"]), st.sampled_from(["National Action Plan", 'a "b" \\']))
)
def test_short_forms_are_kept_and_those_of_hand_written_files_are_checked(
    tmp_path_factory: pytest.TempPathFactory, chosen: dict[str, str]
) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    file.write_text(COMMENTED, encoding="utf-8")
    settings.save(Settings(abbreviations=chosen, keeps_speaker=True), file)

    assert settings.load(file).settings == Settings(abbreviations=chosen, keeps_speaker=True)
    settings.save(Settings(), file)
    assert "nap" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("line", ["abbreviations = 3", "[abbreviations]\nnap = 3", "keeps_speaker = 'yes'"])
def test_what_is_no_short_form_and_no_switch_is_pointed_out(file: Path, line: str) -> None:
    file.write_text(line, encoding="utf-8")

    loaded = settings.load(file)
    assert loaded.settings == Settings()
    assert [line.split()[0].strip("[]") in str(complaint) for complaint in loaded.complaints] == [True]


def test_the_settings_of_the_computer_are_saved_into_its_config_folder() -> None:
    settings.save(Settings(language="th"))

    assert settings.settings_file().parent == paths.config_folder()
    assert settings.load().settings.language == "th"


def test_comments_and_unknown_keys_survive_saving(file: Path) -> None:
    file.write_text(COMMENTED, encoding="utf-8")

    settings.save(Settings(language="th", paper="letter"), file)

    text = file.read_text(encoding="utf-8")
    for kept in ("# My own file", "paper = 'letter'  # as in Manila", "[window]\nwidth = 1200"):
        assert kept in text
    assert settings.load(file).settings == Settings(language="th", paper="letter")


def test_line_ends_of_another_system_survive_saving(file: Path) -> None:
    file.write_bytes(b'paper = "letter"\r\n# mine\r\n')

    settings.save(Settings(paper="letter"), file)

    assert b'paper = "letter"\r\n# mine\r\n' in file.read_bytes()


def test_a_folder_no_longer_wanted_leaves_the_file(file: Path) -> None:
    settings.save(Settings(backups=Path("/media/stick")), file)
    settings.save(Settings(), file)

    assert "backups" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('paper = "a5"', ['paper = "a5"', "a4 is used", "a4 or letter"]),
        ("paper = 4", ["paper = 4", "a4 is used"]),
        ('language = "klingon!"', ["language", "en is used"]),
        ("language = true", ["language = true", "en is used"]),
        ('backups = "stick"', ["backups", "nothing is used", "whole path"]),
        ("backups = 7", ["backups = 7"]),
        ("turn = 61", ["turn = 61", "3 is used", "0 for no limit"]),
        ("turn = true", ["turn = true", "3 is used"]),
        ('backups = ["a"]', ["backups"]),
        ('backups = "/a\\u0000b"', ["backups", "whole path"]),
    ],
)
def test_a_value_that_cannot_be_used_is_said_and_what_is_built_in_holds(file: Path, line: str, said: list[str]) -> None:
    file.write_text(line, encoding="utf-8")

    loaded = settings.load(file)

    assert loaded.settings == Settings()
    (complaint,) = map(str, loaded.complaints)
    assert all(part in complaint for part in [str(file), *said])


def test_one_bad_value_does_not_take_the_others_with_it(file: Path) -> None:
    file.write_text('paper = "a5"\nlanguage = "th"\nbackups = "/media"', encoding="utf-8")

    loaded = settings.load(file)

    assert loaded.settings == Settings(language="th", backups=Path("/media"))
    assert len(loaded.complaints) == 1


def test_a_folder_may_be_said_from_the_home_of_the_person(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/maly")
    monkeypatch.setenv("USERPROFILE", "/home/maly")
    file.write_text('backups = "~/stick"', encoding="utf-8")

    assert settings.load(file).settings.backups == Path("/home/maly/stick")


@pytest.mark.parametrize("content", [b"paper = ", b'paper = "a4"\npaper = "a4"', b"\xff\xfe\x00", b"a = 1\x00"])
def test_a_file_that_is_no_toml_is_said_and_kept_beside_when_saved(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    loaded = settings.load(file)
    settings.save(Settings(language="th"), file)

    assert loaded.settings == Settings()
    assert len(loaded.complaints) == 1
    assert (file.parent / "settings.toml.unreadable").read_bytes() == content
    assert settings.load(file) == settings.Loaded(Settings(language="th"))


@given(st.binary(max_size=40) | st.text(max_size=40).map(str.encode))
def test_no_content_of_the_file_stops_the_program(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    file.write_bytes(content)

    assert settings.load(file).settings == Settings()


def test_a_folder_in_the_place_of_the_file_is_said(file: Path) -> None:
    file.mkdir()

    assert len(settings.load(file).complaints) == 1


def test_an_account_without_a_home_has_the_settings_built_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_: Path("~/.config"))

    loaded = settings.load()

    assert loaded.settings == Settings()
    assert "no home folder" in str(loaded.complaints[0])


def test_settings_that_cannot_be_saved_are_a_sentence(file: Path) -> None:
    file.write_text("", encoding="utf-8")

    with pytest.raises(PlaceError):
        settings.save(Settings(), file / "below" / "settings.toml")
