"""What a person reads is collected for translation, whole and with the forms for one and for many."""

import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

MODULE = """
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
N = QT_TRANSLATE_NOOP
PLACES = (N("Places", "Wall"), QT_TRANSLATE_NOOP("Places", "Start"))
class Outer:
    def a(self, n):
        self.tr("one " "two").replace("%1", self.tr("inner", "in a list"))
        translate = QCoreApplication.translate
        return self.tr("%n notes", "", len(n)), translate("Ctx", "%n cards", None, n)
class Other:
    def b(self):
        return QCoreApplication.translate("Places", PLACES[0])
"""


@pytest.fixture
def strings(root: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(root / "packaging")
    return importlib.reload(importlib.import_module("collect_strings"))


def collected(strings: ModuleType, tmp_path: Path, text: str) -> set[tuple[str, str, str, bool]]:
    path = tmp_path / "module.py"
    path.write_text(text, encoding="utf-8")
    return {(found.context, found.source, found.comment, found.counted) for found in strings._of_module(path)}


def test_texts_of_the_code_are_found_with_their_context(strings: ModuleType, tmp_path: Path) -> None:
    assert collected(strings, tmp_path, MODULE) == {
        ("Places", "Wall", "", False),
        ("Places", "Start", "", False),
        ("Outer", "one two", "", False),
        ("Outer", "inner", "in a list", False),
        ("Outer", "%n notes", "", True),
        ("Ctx", "%n cards", "", True),
    }


def test_a_text_that_is_put_together_cannot_be_collected_and_is_a_fault(strings: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(strings.NotLiteral, match=r"module.py:1: tr\(\) needs its text in quotation marks"):
        collected(strings, tmp_path, 'self.tr(f"{n} notes")')


def test_forms_commands_and_sentences_of_errors_are_among_what_is_collected(strings: ModuleType) -> None:
    found = {(message.context, message.source) for message in strings.messages()}

    assert {("NewWorkshop", "Create workshop"), ("Commands", "Go to the wall"), ("Places", "Wall")} <= found
    assert any(context == "Errors" and "is not a workshop" in source for context, source in found)


def test_what_is_translated_already_stays_and_what_has_gone_is_left_out(strings: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "facilitator_xx.ts"
    kept, gone = strings.Message("A", "%n notes", "", True), strings.Message("A", "old")
    file.write_text(strings.written("xx", {kept, gone}, {kept: ("one", "many"), gone: ("alt",)}), encoding="utf-8")
    new = strings.Message("B", "new")

    file.write_text(strings.written("xx", {kept, new}, strings.read(file)), encoding="utf-8")

    assert strings.read(file) == {kept: ("one", "many")}
    assert "unfinished" in file.read_text(encoding="utf-8").partition("<name>B</name>")[2]


def test_a_plural_with_an_s_in_brackets_is_written_out(
    strings: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = tmp_path / "facilitator_en.ts"
    monkeypatch.setattr(strings, "WORDS", tmp_path)
    monkeypatch.setattr(strings, "ENGLISH", english)
    notes, left, wrong = (
        strings.Message("A", text, "", True) for text in ("Delete %n note(s)", "%n minute(s) left", "%n cards")
    )

    assert strings.stale({notes, left, wrong, strings.Message("A", "never")}, write=True) == ["facilitator_en.ts"]

    assert strings.read(english) == {
        notes: ("Delete %n note", "Delete %n notes"),
        left: ("%n minute left", "%n minutes left"),
    }
    assert strings.stale({notes, left, wrong}, write=False) == []


def test_the_files_are_up_to_date_and_english_can_count(root: Path) -> None:
    check = [sys.executable, "packaging/collect_strings.py", "--check"]

    done = subprocess.run(check, cwd=root, capture_output=True, encoding="utf-8")

    assert done.returncode == 0, done.stdout
