"""What the person has chosen for this computer: a TOML file that may be read and edited by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar, get_args

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
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""The shape of a language tag as in BCP 47; whether there are words for it is for the reports to say."""
FOLDERS = "backups", "second_backups"
NOT_GIVEN = "nothing"


Choice = TypeVar("Choice", bound=str)


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
    complaints: list[FacilitatorError] = []

    def complain(key: str, used: object, choices: str) -> None:
        import tomlkit

        value = tomlkit.item(values[key]).as_string()
        complaints.append(SettingIgnored(path=file, key=key, value=value, used=used or NOT_GIVEN, choices=choices))

    language = _language(values, built_in.language)
    if language is None:
        complain("language", built_in.language, "a language tag such as en or pt-BR")
    paper = _one_of(PAPERS, values.get("paper", built_in.paper))
    if paper is None:
        complain("paper", built_in.paper, "a4 or letter")
    folders = {key: _folder(values.get(key)) for key in FOLDERS}
    for key, (_, usable) in folders.items():
        if not usable:
            complain(key, NOT_GIVEN, "the whole path of a folder")
    palette = _one_of(PALETTES, values.get("palette", built_in.palette))
    if palette is None:
        complain("palette", built_in.palette, ", ".join(PALETTES))
    size = _size(values.get("text_size", built_in.text_size))
    if size is None:
        complain("text_size", built_in.text_size, f"a number from {SMALLEST:.0f} to {LARGEST:.0f}")
    usable_settings = Settings(
        language or built_in.language,
        paper or built_in.paper,
        folders["backups"][0],
        folders["second_backups"][0],
        palette or built_in.palette,
        size or built_in.text_size,
    )
    return Loaded(usable_settings, tuple(complaints))


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
    for key, value in _values(settings).items():
        if value is None:
            document.pop(key, None)
        # What is already so stays as the person has written it.
        elif document.get(key) != value:
            document[key] = value
    _make_folder(file.parent)
    with writing(file) as part:
        part.write_text(tomlkit.dumps(document), encoding="utf-8", newline="")


def _values(settings: Settings) -> dict[str, str | float | None]:
    values: dict[str, str | float | None] = {
        "language": settings.language,
        "paper": settings.paper,
        **{key: _written(getattr(settings, key)) for key in FOLDERS},
        "palette": settings.palette,
        "text_size": settings.text_size,
    }
    return values


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


def _language(values: Mapping[str, object], built_in: str) -> str | None:
    value = values.get("language", built_in)
    return value if isinstance(value, str) and LANGUAGE_TAG.fullmatch(value) else None


def _one_of(choices: tuple[Choice, ...], value: object) -> Choice | None:
    return next((choice for choice in choices if choice == value), None)


def _size(value: object) -> float | None:
    # `true` is a number to Python, and no size to a person.
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if SMALLEST <= value <= LARGEST else None


def _written(folder: Path | None) -> str | None:
    return None if folder is None else str(folder)


def _folder(value: object) -> tuple[Path | None, bool]:
    """A folder for backups, and whether what is said about it can be used."""
    if value is None:
        return None, True
    folder = _expanded(value) if isinstance(value, str) else Path()
    return (folder, True) if folder.is_absolute() else (None, False)


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
