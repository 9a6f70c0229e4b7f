"""From `ui/*.ui` to classes: what is compiled, when, and what the check lets through."""

import importlib
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0">
 <class>TinyForm</class>
 <widget class="QWidget" name="TinyForm">
  <property name="geometry"><rect><x>0</x><y>0</y><width>80</width><height>40</height></rect></property>
  <layout class="QVBoxLayout" name="layout">
   <item><widget class="QLabel" name="name_label">
     <property name="text"><string>Name</string></property>
     <property name="textFormat"><enum>Qt::TextFormat::PlainText</enum></property>
     <property name="buddy"><cstring>name</cstring></property>
   </widget></item>
   <item><widget class="QLineEdit" name="name"/></item>
   <item><widget class="QPushButton" name="close">
     <property name="text"><string>Close</string></property>
   </widget></item>
  </layout>
 </widget>
 <tabstops><tabstop>name</tabstop><tabstop>close</tabstop></tabstops>
</ui>
"""
LINE = '<widget class="QLineEdit" name="name"/>'
WRONG = {
    "a style sheet": (
        LINE,
        '<widget class="QLineEdit" name="name"><property name="styleSheet"><string>x</string></property></widget>',
        "styleSheet belongs to the style sheet of the app",
    ),
    "a font": (
        LINE,
        '<widget class="QLineEdit" name="name"><property name="font"><font/></property></widget>',
        "font belongs to the style sheet of the app",
    ),
    "a fixed size": (
        LINE,
        '<widget class="QLineEdit" name="name"><property name="minimumSize"><size/></property></widget>',
        "minimumSize is a fixed size",
    ),
    "a place of its own": (
        LINE,
        '<widget class="QLineEdit" name="name"><property name="geometry"><rect/></property></widget>',
        "it lies outside of a layout",
    ),
    "no layout": (
        LINE,
        f'<widget class="QWidget" name="box">{LINE}</widget>',
        "its children have no layout",
    ),
    "no label": ("<cstring>name</cstring>", "<cstring>close</cstring>", "neither a label that is its buddy nor an"),
    "a button without text": ("<string>Close</string>", "<string></string>", "neither a text nor an accessible name"),
    "rich text": ("PlainText", "AutoText", "its textFormat is to be PlainText"),
    "not in the order of Tab": ("<tabstop>close</tabstop>", "", "close: it is missing in the order of Tab"),
    "gone from the form": ("<tabstops>", "<tabstops><tabstop>old</tabstop>", "old: it is in the order of Tab and not"),
    "twice in the order of Tab": ("<tabstops>", "<tabstops><tabstop>name</tabstop>", "a name comes twice"),
    "another class": ("<class>TinyForm", "<class>Form", "the class is to be called TinyForm"),
    "a connection": ("</ui>", "<connections><connection/></connections></ui>", "signals are connected in code"),
}


@pytest.fixture
def forms(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, with forms and translations of its own."""
    monkeypatch.syspath_prepend(root / "packaging")
    module = importlib.reload(importlib.import_module("forms"))
    for name in ("UI", "FORMS", "TRANSLATIONS", "WORDS"):
        monkeypatch.setattr(module, name, tmp_path / name.lower())
    module.UI.mkdir()
    (module.UI / "tiny_form.ui").write_text(FORM, encoding="utf-8")
    return module


@pytest.fixture
def check(root: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The check of the forms."""
    monkeypatch.syspath_prepend(root / "packaging")
    return importlib.import_module("check_forms")


def made(forms: ModuleType) -> dict[str, int]:
    """The files of the forms and when they were written."""
    forms.compile_all(sys.executable)
    return {path.name: path.stat().st_mtime_ns for path in forms.FORMS.glob("*.py") if path.name != "__init__.py"}


def test_a_form_becomes_a_class_that_imports_what_it_uses_and_no_more(forms: ModuleType) -> None:
    made(forms)

    text = (forms.FORMS / "tiny_form.py").read_text(encoding="utf-8")
    assert "class Ui_TinyForm" in text
    imports = [line for line in text.splitlines() if line.startswith("from ")]
    assert imports == [
        "from PySide6.QtCore import QCoreApplication, QMetaObject, Qt",
        "from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget",
    ]


def test_what_has_not_changed_is_not_compiled_again(forms: ModuleType) -> None:
    before = made(forms)

    assert made(forms) == before
    (forms.UI / "tiny_form.ui").write_text(FORM.replace("Close", "Shut"), encoding="utf-8")
    assert made(forms) != before
    assert "Shut" in (forms.FORMS / "tiny_form.py").read_text(encoding="utf-8")


def test_a_form_that_has_gone_leaves_nothing_behind(forms: ModuleType) -> None:
    made(forms)
    (forms.UI / "tiny_form.ui").unlink()

    assert made(forms) == {}


def test_a_complaint_of_the_compiler_stops_the_build(forms: ModuleType) -> None:
    (forms.UI / "tiny_form.ui").write_text(FORM.replace('name="close"', 'name="name"'), encoding="utf-8")

    with pytest.raises(forms.NotCompiled, match="already in use"):
        forms.compile_all(sys.executable)
    assert not (forms.FORMS / "tiny_form.py").exists()


def test_translations_are_compiled_too(forms: ModuleType, root: Path) -> None:
    forms.WORDS.mkdir()
    english = (root / "resources" / "i18n" / "facilitator_en.ts").read_bytes()
    (forms.WORDS / "facilitator_en.ts").write_bytes(english)

    forms.compile_all(sys.executable)

    assert (forms.TRANSLATIONS / "facilitator_en.qm").stat().st_size > 0


def test_a_checkout_that_is_installed_to_be_worked_on_has_its_forms(root: Path, tmp_path: Path) -> None:
    checkout, left_out = tmp_path / "checkout", shutil.ignore_patterns("__pycache__", ".made-from", "*.qm")
    for name in ("packaging", "resources/i18n", "src", "ui"):
        shutil.copytree(root / name, checkout / name, ignore=left_out)
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE", ".gitignore"):
        shutil.copy(root / name, checkout / name)
    compiled = checkout / "src" / "facilitator" / "desktop"
    shutil.rmtree(compiled / "forms")

    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel:editable", "-d", str(tmp_path / "made")]
    subprocess.run(build, cwd=checkout, check=True, capture_output=True)

    forms = {path.stem for path in (compiled / "forms").glob("*.py")} - {"__init__"}
    assert forms == {path.stem for path in (root / "ui").glob("*.ui")}
    assert (compiled / "translations" / "facilitator_en.qm").is_file()


def test_our_own_forms_keep_to_the_rules(check: ModuleType, root: Path) -> None:
    files = sorted((root / "ui").glob("*.ui"))

    assert files
    assert [finding for file in files for finding in check.findings(file)] == []


def test_a_form_that_keeps_to_the_rules_is_let_through(check: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "tiny_form.ui").write_text(FORM, encoding="utf-8")

    assert check.findings(tmp_path / "tiny_form.ui") == []


@pytest.mark.parametrize("what", WRONG)
def test_the_check_finds(check: ModuleType, tmp_path: Path, what: str) -> None:
    before, after, said = WRONG[what]
    assert before in FORM
    (tmp_path / "tiny_form.ui").write_text(FORM.replace(before, after, 1), encoding="utf-8")

    assert any(said in finding for finding in check.findings(tmp_path / "tiny_form.ui"))
