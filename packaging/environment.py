"""Sets up `.venv` with the packages and the app itself, and the system's packages that they need.

It may be stopped at any moment and started again: the stamp that says "done" is written last.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "set-up.json"
LOCK = ROOT / ".venv.lock"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
BUILD_TOOLS = ("hatchling", "PySide6-Essentials")
TEST_PROGRAMS = {
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "xauth": "xauth",
    "fusermount3": "fuse3",
    "dbus-daemon": "dbus-daemon",
    # Nobody starts it by its name, so it lies on no path.
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
# What Qt loads, by the names of the files: those of the packages differ from one release of the system to the next.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
SCREEN_LIBRARIES = {
    **X11_LIBRARIES,
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}


class SetUpStopped(Exception):
    """The set-up cannot go on; the message says what to do."""


def ensure(*, dev: bool = False) -> None:
    """Have `.venv` ready, with `dev` for the checks and tests too. Raises SetUpStopped."""
    if _is_done(dev=dev):
        return
    with _alone():
        # Another set-up may have done it while this one waited.
        if not _is_done(dev=dev):
            _install_system_packages(dev=dev)
            _make_venv()
            _install_packages(dev=dev)
            STAMP.write_text(json.dumps({**_wanted(), "dev": dev}), encoding="utf-8")


def has_screen() -> bool:
    """Whether a window can be shown to somebody here."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def tool(name: str) -> str:
    """The path of a program in `.venv`."""
    return str(BIN / (f"{name}.exe" if os.name == "nt" else name))


def _wanted() -> dict[str, object]:
    """What the set-up depends on; the place too, since programs in `.venv` name their interpreter by its path."""
    packages = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + CONSTRAINTS.read_bytes())
    return {"place": [str(ROOT), sys.executable, sys.version], "packages": packages.hexdigest()}


def _stamp() -> dict[str, object]:
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_done(*, dev: bool) -> bool:
    stamp = _stamp()
    packages = all(stamp.get(key) == value for key, value in _wanted().items()) and (stamp.get("dev") or not dev)
    return bool(packages) and not _missing_system_packages(dev=dev)


@contextmanager
def _alone() -> Iterator[None]:
    """Let one set-up at a time work on `.venv`; the next one waits."""
    with LOCK.open("w") as stream:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(stream.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def _missing_system_packages(*, dev: bool) -> list[str]:
    """Names of Debian packages. `venv` itself is always there; it is `ensurepip` that Debian splits off."""
    missing = [] if importlib.util.find_spec("ensurepip") else ["python3-venv"]
    missing += _missing_libraries(dev=dev)
    if dev:
        missing += [package for program, package in TEST_PROGRAMS.items() if shutil.which(program) is None]
    return missing


def _missing_libraries(*, dev: bool) -> list[str]:
    """Names of Debian packages that Qt cannot do without: for pictures alone, for a virtual screen, for a real one."""
    found = _libraries()
    if not found:
        return []
    wanted = QT_LIBRARIES | (X11_LIBRARIES if dev else {}) | (SCREEN_LIBRARIES if has_screen() else {})
    return [package for library, package in wanted.items() if library not in found]


def _libraries() -> set[str]:
    """The libraries that the system's loader knows; none where it cannot be asked, as on Windows and macOS."""
    # Outside of the path of anyone but root.
    loader = next((place for place in ("/sbin/ldconfig", "/usr/sbin/ldconfig") if Path(place).exists()), None)
    if loader is None or not sys.platform.startswith("linux"):
        return set()
    done = subprocess.run([loader, "-p"], stdout=subprocess.PIPE, encoding="utf-8", errors="replace", check=False)
    return {line.split()[0] for line in done.stdout.splitlines() if line.startswith("\t")}


def _install_system_packages(*, dev: bool) -> None:
    missing = _missing_system_packages(dev=dev)
    if not missing:
        return
    if shutil.which("apt-get") is None:
        raise SetUpStopped(f"Please install by your system's own means: {', '.join(missing)}. Then try again.")
    line = f"apt-get update && apt-get install --no-install-recommends --yes {' '.join(missing)}"
    if os.name == "nt" or os.geteuid() != 0:
        raise SetUpStopped(
            f"Some packages of the system are missing. As root, type this and try again:\n\n    {line}\n"
        )
    print(f"Installing {', '.join(missing)} ...", flush=True)
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=60"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _do([*apt, "update"], quiet, f"The list of packages could not be fetched. As root, try: {line}")
    install = [*apt, "install", "--no-install-recommends", "--yes", *missing]
    _do(install, quiet, f"The packages could not be installed. As root, try: {line}")


def _make_venv() -> None:
    """Make `.venv` anew, unless it is a finished one of this place and this Python."""
    if _stamp().get("place") == _wanted()["place"]:
        STAMP.unlink()
        return
    print("Setting up .venv, once ...", flush=True)
    _do(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        dict(os.environ),
        f"No environment could be made in {VENV}.",
    )


def _install_packages(*, dev: bool) -> None:
    print("Installing packages ...", flush=True)
    pip = [tool("python"), "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", "install"]
    pinned = ["--only-binary", ":all:", "--constraint", str(CONSTRAINTS)]
    say = (
        "The packages could not be installed (see above). Is there a connection? Then try again; it goes on from here."
    )
    # Without build isolation the second step uses the build tools of the first, in the versions that are pinned.
    for what in (BUILD_TOOLS, ("--no-build-isolation", "--editable", ".[dev]" if dev else ".")):
        _do([*pip, *pinned, *what], dict(os.environ), say)


def _do(command: list[str], settings: dict[str, str], sentence: str) -> None:
    if subprocess.run(command, cwd=ROOT, env=settings, check=False, stdin=subprocess.DEVNULL).returncode != 0:
        raise SetUpStopped(sentence)
