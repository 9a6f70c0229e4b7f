"""What the person has chosen for this computer: a TOML file that may be read and edited by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from facilitator import paths
from facilitator.domain.errors import FacilitatorError, NoHome, SettingIgnored, SettingsUnreadable

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

# What only writing needs (tomlkit, which keeps comments, and `files`) is loaded then, and what reads a file only where
# there is one: the window waits for this.

Paper = Literal["a4", "letter"]
Palette = Literal["system", "paper", "slate", "contrast"]
PAPERS: tuple[Paper, ...] = get_args(Paper)
PALETTES: tuple[Palette, ...] = get_args(Palette)
SMALLEST, LARGEST = 9.0, 32.0
"""Between these the size of the content on the screen can be chosen, in points."""
LONGEST_TURN = 60
"""So many minutes somebody may speak at most; 0 stands for no limit."""
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""The shape of a language tag as in BCP 47; whether there are words for it is for the reports to say."""
NOT_GIVEN = "nothing"


@dataclass(frozen=True)
class Settings:
    """The choices of this computer, each with what is built in."""

    language: str = "en"
    paper: Paper = "a4"
    backups: Path | None = None
    """A folder for backups; without one they go to `paths.backup_folder()`."""
    second_backups: Path | None = None
    """A second folder for backups, as on a stick; never made, so that its absence shows."""
    palette: Palette = "system"
    text_size: float = 12.0
    """Of notes and cards on the screen, in points."""
    turn: int = 3
    """Minutes that somebody on the speaking list may speak; 0 for no limit."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """What is typed short in the capture line, and what it stands for."""
    keeps_speaker: bool = False
    """Whether a line without a speaker is said by the one who was named last."""


@dataclass(frozen=True)
class Loaded:
    """Settings as read, and a sentence (by `str`) for each thing in the file that could not be used."""

    settings: Settings
    complaints: tuple[FacilitatorError, ...] = ()


def settings_file() -> Path:
    """The file of the settings, which need not be there. Raises NoHome."""
    return paths.config_folder() / "settings.toml"


def load(path: Path | None = None) -> Loaded:
    """Read the settings of this computer, or those of `path`; never fails, and never changes the file."""
    try:
        file = path or settings_file()
        values = _read(file)
    except (NoHome, SettingsUnreadable) as complaint:
        return Loaded(Settings(), (complaint,))
    built_in = Settings()
    found: dict[str, Any] = {}
    complaints: list[FacilitatorError] = []
    for key, (reader, choices) in READERS.items():
        if key not in values:
            continue
        found[key] = reader(values[key])
        if found[key] is None:
            import tomlkit

            value, used = tomlkit.item(values[key]).as_string(), _written(found.pop(key) or getattr(built_in, key))
            complaints.append(
                SettingIgnored(
                    path=file, key=key, value=value, used=NOT_GIVEN if used is None else used, choices=choices
                )
            )
    return Loaded(replace(built_in, **found), tuple(complaints))


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings; comments, order and keys of other versions in the file stay.

    A file that cannot be read is not thrown away: it is kept beside under a name ending in `.unreadable`.
    Raises NoHome and what `files.writing` raises.
    """
    import tomlkit

    from facilitator.files import writing

    file = path or settings_file()
    try:
        document = _parse(file)
    except SettingsUnreadable:
        document = tomlkit.document()
        _set_aside(file)
    for key in READERS:
        value = _written(getattr(settings, key))
        if value is None:
            document.pop(key, None)
        # What is already so stays as the person has written it.
        elif document.get(key) != value:
            document[key] = value
    _make_folder(file.parent)
    with writing(file) as part:
        part.write_text(tomlkit.dumps(document), encoding="utf-8", newline="")


def _read(file: Path) -> dict[str, object]:
    if not file.exists():
        return {}
    import tomllib

    with _readable(file, tomllib.TOMLDecodeError), file.open("rb") as stream:
        return tomllib.load(stream)


def _parse(file: Path) -> TOMLDocument:
    """The file with its comments, to be changed and written."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    with _readable(file, TOMLKitError):
        try:
            # Line ends as they are: else a file of another system would change in every line when it is saved.
            with file.open(encoding="utf-8", newline="") as stream:
                return tomlkit.parse(stream.read())
        except FileNotFoundError:
            return tomlkit.document()


@contextmanager
def _readable(file: Path, malformed: type[Exception]) -> Iterator[None]:
    """Say in our words why a file cannot be read. Raises SettingsUnreadable."""
    try:
        yield
    except OSError as error:
        raise SettingsUnreadable(path=file, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise SettingsUnreadable(path=file, reason="it is not UTF-8") from error
    except malformed as error:
        raise SettingsUnreadable(path=file, reason=str(error)) from error


def _expanded(value: str) -> Path:
    """The path that is meant; one that is not whole where no system could have it."""
    if "\0" in value:
        return Path()
    try:
        return Path(value).expanduser()
    except RuntimeError:
        return Path()


def _set_aside(file: Path) -> None:
    from facilitator.files import place_error

    try:
        file.replace(file.with_name(file.name + ".unreadable"))
    except OSError as error:
        raise place_error(error, file) from error


def _make_folder(folder: Path) -> None:
    from facilitator.files import place_error

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise place_error(error, folder) from error


def _language(value: object) -> str | None:
    return value if isinstance(value, str) and LANGUAGE_TAG.fullmatch(value) else None


def _one_of(choices: tuple[str, ...]) -> Callable[[object], str | None]:
    return lambda value: next((choice for choice in choices if choice == value), None)


def _size(value: object) -> float | None:
    # `true` is a number to Python, and no size to a person.
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if SMALLEST <= value <= LARGEST else None


def _turn(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= LONGEST_TURN else None


def _switch(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _words(value: object) -> dict[str, str] | None:
    """Short forms with what they stand for."""
    if not isinstance(value, dict) or not all(
        isinstance(long, str) and short.split() == [short] for short, long in value.items()
    ):
        return None
    return {short: long for short, long in value.items() if long.strip()}


def _folder(value: object) -> Path | None:
    folder = _expanded(value) if isinstance(value, str) else Path()
    return folder if folder.is_absolute() else None


READERS: Mapping[str, tuple[Callable[[object], object], str]] = {
    "language": (_language, "a language tag such as en or pt-BR"),
    "paper": (_one_of(PAPERS), "a4 or letter"),
    "backups": (_folder, "the whole path of a folder"),
    "second_backups": (_folder, "the whole path of a folder"),
    "palette": (_one_of(PALETTES), ", ".join(PALETTES)),
    "text_size": (_size, f"a number from {SMALLEST:.0f} to {LARGEST:.0f}"),
    "turn": (_turn, f"whole minutes from 0 to {LONGEST_TURN}, 0 for no limit"),
    "abbreviations": (_words, "a table of words, each with the text that it stands for"),
    "keeps_speaker": (_switch, "true or false"),
}
"""By key what makes a setting of a value in the file, None of one that cannot be used, and what could stand there."""


def _written(setting: Any) -> str | float | Mapping[str, str] | None:
    """A setting as the file holds it; None where it need not stand there."""
    if isinstance(setting, Path):
        return str(setting)
    is_left_out = setting is None or setting is False or setting == {}
    return None if is_left_out else dict(setting) if isinstance(setting, Mapping) else setting
