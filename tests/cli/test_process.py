"""What only a process of its own shows: the terminal's encoding, pipes, and what is loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.workshops import make_workshop

AVOIDABLE = ("reportlab", "uharfbuzz", "icu4py", "docx", "openpyxl", "alembic", "rich", "babel", "charset_normalizer")


def start(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a folder."""
    words = [sys.executable, "-m", "facilitator", *arguments]
    return subprocess.run(words, cwd=folder, env={**os.environ, **environment}, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a workshop in Thai."""
    (tmp_path / "n.txt").write_text("# กรุงเทพฯ\n## ผู้หญิง \U0001f600\nข้อความ\n", encoding="utf-8")
    assert start(tmp_path, "import", "w.workshop", "n.txt").returncode == 0
    return tmp_path


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8", "xx_XX"])
def test_output_is_utf_8_whatever_the_locale(folder: Path, locale: str) -> None:
    settings = {"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    said = start(folder, "show", "w.workshop", **settings)
    told = start(folder, "show", "w.workshop", "--json", **settings)

    assert (said.returncode, said.stderr) == (0, b"")
    assert "กรุงเทพฯ".encode() in said.stdout
    assert json.loads(told.stdout.decode("utf-8"))["sessions"][0]["title"] == "ผู้หญิง \U0001f600"


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    words = [sys.executable, "-m", "facilitator", "show", "w.workshop"]
    with subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        # Closed before anything is written: the pipe is broken for certain.
        process.stdout.close()
        said = process.stderr.read()
        code = process.wait()

    assert (code, said) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_an_answer_that_cannot_be_written_is_told(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        words = [sys.executable, "-m", "facilitator", "show", "w.workshop"]
        done = subprocess.run(words, cwd=folder, stdout=full, stderr=subprocess.PIPE)

    assert done.returncode == 4
    assert done.stderr.count(b"\n") == 1
    assert b"could not be written to standard output" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="closing a stream is written for a shell")
@pytest.mark.parametrize(
    ("line", "code", "sentence"),
    [
        ("show w.workshop >&-", 0, b""),
        ("show w.workshop 2>&-", 0, b""),
        ("show gone.workshop 2>&-", 3, b""),
        ("import w.workshop - <&-", 3, b"Standard input cannot be read (it is closed)"),
    ],
)
def test_a_stream_that_is_closed_is_no_bug(folder: Path, line: str, code: int, sentence: bytes) -> None:
    done = subprocess.run(f"{sys.executable} -m facilitator {line}", cwd=folder, shell=True, capture_output=True)

    assert done.returncode == code
    assert done.stderr.startswith(sentence)


def test_nothing_that_a_terminal_would_obey_is_printed(folder: Path) -> None:
    (folder / "bad.txt").write_text("## \x1b[31mred\x07 \u202eback\n#only\x1b[2J\n", encoding="utf-8")

    said = start(folder, "import", "w.workshop", "bad.txt").stdout + start(folder, "show", "w.workshop").stdout

    text = said.decode("utf-8")
    assert "red" in text
    assert not set(text) & {"\x1b", "\x07", "\u202e"}


def test_a_foreign_name_in_a_complaint_is_cleaned(folder: Path) -> None:
    done = start(folder, "import", "w.workshop", "\x1b]0;x\x07\n.txt")

    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1
    assert b"\x1b" not in done.stderr


def test_where_no_log_can_be_kept_a_bug_is_still_one_sentence(tmp_path: Path) -> None:
    code = (
        "import facilitator.cli.program as p, sys\n"
        "def broken(_): raise RuntimeError('words of a note')\n"
        "p._answered = broken\n"
        "from facilitator.__main__ import main\n"
        "sys.exit(main(['show', 'w.workshop']))"
    )
    (tmp_path / "home").touch()

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "FACILITATOR_HOME": str(tmp_path / "home")},
        capture_output=True,
    )

    assert done.returncode == 70
    assert done.stderr.count(b"\n") == 1
    assert b"words of a note" not in done.stderr


def test_show_loads_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    make_workshop(tmp_path / "w.workshop")
    code = (
        "import sys; from facilitator.__main__ import main; main(['show', 'w.workshop', '--json', '--quiet']);"
        "print(*sys.modules, file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)

    loaded = set(done.stderr.split())
    assert "sqlalchemy" in loaded
    assert loaded.isdisjoint(AVOIDABLE)
    assert not [name for name in loaded if name.startswith(("facilitator.report", "facilitator.intake"))]


@pytest.mark.skipif(os.name == "nt", reason="file names are Unicode there")
def test_a_file_name_that_is_no_utf_8_goes_in_and_out(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.workshop")

    assert start(tmp_path, "new", name, "--title", "x").returncode == 0
    assert (tmp_path / name).exists()
    assert start(tmp_path, "show", name).returncode == 0
