import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

NAME = re.compile(r"[A-Za-z0-9._-]+")
BUILD_TOOLS = ["hatchling"]


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def lines(root: Path) -> list[str]:
    return (root / "packaging" / "constraints.txt").read_text(encoding="utf-8").split()


def needed(root: Path) -> set[str]:
    """The names of all packages, direct and indirect, that this machine needs for the app and its tests."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [*project["dependencies"], *project["optional-dependencies"]["dev"], *BUILD_TOOLS]
    found: set[str] = set()
    while waiting:
        name = normal(NAME.match(waiting.pop())[0])  # type: ignore[index]
        if name not in found and installed(name):
            found.add(name)
            waiting += [line for line in metadata.requires(name) or [] if "extra ==" not in line]
    return found


def installed(name: str) -> bool:
    """Packages of other systems and of extras that nobody asked for are not here."""
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def test_every_package_is_pinned_direct_or_not(root: Path, lines: list[str]) -> None:
    pinned = {normal(line.split("==")[0]) for line in lines}

    assert needed(root) - pinned == set()


def test_the_pins_are_plain_versions(lines: list[str]) -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line) for line in lines)
    assert lines == sorted(lines, key=str.lower)


def test_what_is_installed_here_is_what_is_pinned(root: Path, lines: list[str]) -> None:
    pinned = {normal(name): version for name, version in (line.split("==") for line in lines)}

    assert {name: metadata.version(name) for name in needed(root)} == {name: pinned[name] for name in needed(root)}
