"""Every script of the rooms shows on a system that has no fonts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QTextLayout

from facilitator.desktop.look import fonts
from facilitator.desktop.look.look import Look

WORDS = {
    "Noto Sans": "Việt Nam Ελλάδα Кыргызстан “x” – …",
    "Noto Sans Thai": "กรุงเทพ",
    "Noto Sans Arabic": "سلام",
    "Noto Sans Lao": "ວຽງຈັນ",
    "Noto Sans Khmer": "ភ្នំពេញ",
    "Noto Sans Myanmar": "နေပြည်တော်",
    "Noto Sans Devanagari": "काठमाडौँ",
    "Noto Sans Bengali": "ঢাকা",
    "Noto Sans Tamil": "தமிழ்",
    "Noto Sans Sinhala": "කොළඹ",
    "Noto Sans Math": "→∑≤",
}


def set_in(text: str) -> dict[str, list[int]]:
    """The glyphs of a text by the family that they come from."""
    layout = QTextLayout(text, fonts.font(16))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    found: dict[str, list[int]] = {}
    for run in layout.glyphRuns():
        found.setdefault(run.rawFont().familyName(), []).extend(run.glyphIndexes())
    return found


@pytest.mark.parametrize("family", WORDS)
def test_each_script_is_set_in_the_face_that_the_app_brings(look: Look, family: str) -> None:
    glyphs = set_in(WORDS[family].replace(" ", ""))

    assert family in glyphs
    assert all(0 not in indices for indices in glyphs.values())
    assert set(glyphs) <= set(fonts.families())


def test_every_family_that_is_asked_for_is_one_that_was_loaded(faces: None) -> None:
    assert set(fonts.families()) <= set(QFontDatabase.families())


def test_figures_are_equally_wide_so_that_columns_of_them_stand_still(look: Look) -> None:
    for semibold in (False, True):
        metrics = QFontMetricsF(look.font(14, semibold=semibold))

        assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_semibold_is_a_face_of_its_own_and_not_smeared(look: Look) -> None:
    plain, semibold = (QFontMetricsF(look.font(14, semibold=is_bold)) for is_bold in (False, True))

    assert semibold.horizontalAdvance("Recommendations") > plain.horizontalAdvance("Recommendations")
    assert "SemiBold" in QFontDatabase.styles("Noto Sans")


BARE = """
from PySide6.QtGui import QFontInfo, QTextLayout
from PySide6.QtWidgets import QApplication
from facilitator.desktop.look import fonts
application = QApplication([])
fonts.load_first()
assert QFontInfo(fonts.font(14)).family() == "Noto Sans"
fonts.load_rest()
layout = QTextLayout("กรุงเทพ سلام ភ្នំពេញ", fonts.font(14))
layout.beginLayout()
layout.createLine()
layout.endLayout()
print(sorted({run.rawFont().familyName() for run in layout.glyphRuns()}))
"""


def test_a_system_without_any_font_shows_them_too(tmp_path: Path) -> None:
    settings = tmp_path / "fonts.conf"
    settings.write_text("<fontconfig><dir>/nowhere</dir></fontconfig>", encoding="utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(settings), "QT_QPA_FONTDIR": str(tmp_path)}

    done = subprocess.run([sys.executable, "-c", BARE], env=environment, capture_output=True, text=True, timeout=60)

    families = "['Noto Sans', 'Noto Sans Arabic', 'Noto Sans Khmer', 'Noto Sans Thai']"
    assert (done.returncode, done.stdout.strip()) == (0, families), done.stderr
    assert "OpenType support missing" not in done.stderr
