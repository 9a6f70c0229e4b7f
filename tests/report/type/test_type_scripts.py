"""What is known about scripts, and how text is cut into stretches of one script."""

import unicodedata

import pytest

from facilitator.report.type.fonts import FontLibrary
from facilitator.report.type.scripts import COMMON, is_ignorable, language_of, least_leading, script_of
from facilitator.report.type.shaping import Shaper

LIBRARY = FontLibrary.bundled()


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("a", "Latn"),
        ("я", "Cyrl"),
        ("ก", "Thai"),
        ("ກ", "Laoo"),
        ("ក", "Khmr"),
        ("က", "Mymr"),
        ("1", COMMON),
        ("\u0301", COMMON),
    ],
)
def test_a_character_has_its_script(character: str, script: str) -> None:
    assert script_of(character) == script


@pytest.mark.parametrize(
    ("script", "document", "language"),
    [
        ("Deva", "mr", "mr"),
        ("Deva", "en", "hi"),
        ("Cyrl", "sr-RS", "sr-RS"),
        ("Cyrl", "fr", "ru"),
        ("Latn", "ro", "ro"),
    ],
)
def test_a_script_is_shaped_in_the_language_of_the_document_if_it_is_written_so(
    script: str, document: str, language: str
) -> None:
    assert language_of(script, document) == language


def test_marathi_has_forms_of_its_own() -> None:
    hindi, marathi = (Shaper(LIBRARY, language).word("शल", False).runs[0] for language in ("en", "mr"))

    assert hindi.code != marathi.code


def test_scripts_of_one_font_are_shaped_apart() -> None:
    runs = Shaper(LIBRARY, "en").word("abв1,гαc", False).runs
    ends = ["ab", "в1,г", "α", "c"]

    assert ["".join(text for _, text in run.texts) for run in runs] == ends


def test_least_leading_is_on_the_grid() -> None:
    for script in ("Thai", "Khmr", "Deva", "Latn"):
        for size in (8, 10, 17, 24, 52):
            assert least_leading(script, size) % 3.5 == 0


def test_no_letter_mark_digit_or_space_is_ignorable_but_the_fillers() -> None:
    found = [code for code in range(0x3000) if is_ignorable(chr(code)) and unicodedata.category(chr(code)) != "Cf"]

    assert [chr(code) for code in found if unicodedata.category(chr(code)) != "Cn"] == [
        *"\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f"
    ]
