import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

Facilitator = Callable[..., subprocess.CompletedProcess[str]]


def files_below(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name != ".made-from"
    }


def test_the_wheel_holds_every_module_migration_and_resource_and_nothing_else(wheel: Path, root: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    held = {name.removeprefix("facilitator/") for name in names if name.startswith("facilitator/")}
    resources = {f"resources/{name}" for name in files_below(root / "resources") if not name.endswith(".ts")}
    assert held == files_below(root / "src" / "facilitator") | resources
    assert any(name.startswith("store/migrations/versions/") for name in held)
    assert {"desktop/forms/new_workshop.py", "desktop/translations/facilitator_en.qm"} <= held


def test_the_wheel_carries_the_licences(wheel: Path) -> None:
    names = {name.partition("/licenses/")[2] for name in zipfile.ZipFile(wheel).namelist() if "/licenses/" in name}

    assert names == {"LICENSE", "NOTICE", "resources/fonts/OFL.txt", "resources/icons/LICENSE"}


def test_the_installed_program_does_not_borrow_from_the_checkout(installed: Path, tmp_path: Path, root: Path) -> None:
    code = "import facilitator.paths as p; print(p.__file__); print(p.resources())"
    python = installed.with_name("python")

    done = subprocess.run([str(python), "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)

    module, resources = map(Path, done.stdout.splitlines())
    assert root not in module.parents
    assert resources == module.parent / "resources"
    assert (resources / "fonts" / "NotoSans-Regular.ttf").is_file()


def test_the_installed_program_explains_itself(facilitator: Facilitator) -> None:
    done = facilitator("--help")

    assert done.returncode == 0
    assert "export" in done.stdout


def test_the_installed_program_makes_a_workshop_and_prints_it(facilitator: Facilitator, tmp_path: Path) -> None:
    made = facilitator("sample", "a.workshop")
    printed = facilitator("export", "a.workshop", "outcome", "-o", "outcome.pdf")

    assert (made.returncode, made.stderr) == (0, "")
    assert (printed.returncode, printed.stderr) == (0, "")
    assert (tmp_path / "outcome.pdf").read_bytes().startswith(b"%PDF-")
