import hashlib
from pathlib import Path

import pytest
import uharfbuzz

from facilitator.paths import resources

FONTS = resources() / "fonts"
SCRIPTS = {
    "NotoSans": "The quick Ελλάδα Кыргызстан Việt Nam “x” – …",
    "NotoSansThai": "กรุงเทพ",
    "NotoSansLao": "ວຽງຈັນ",
    "NotoSansKhmer": "ភ្នំពេញ",
    "NotoSansMyanmar": "နေပြည်တော်",
    "NotoSansDevanagari": "काठमाडौँ",
    "NotoSansBengali": "ঢাকা",
    "NotoSansTamil": "தமிழ்",
    "NotoSansSinhala": "කොළඹ",
}


def listed() -> dict[str, str]:
    lines = (FONTS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ") for line in lines)}


def test_every_font_is_the_one_that_was_copied_in() -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")}

    assert found == listed()


def test_the_fonts_come_with_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
@pytest.mark.parametrize("family", SCRIPTS)
def test_each_script_of_the_rooms_has_its_letters_in_both_weights(family: str, weight: str) -> None:
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / f"{family}-{weight}.ttf")))

    missing = {character for character in SCRIPTS[family].replace(" ", "") if ord(character) not in face.unicodes}

    assert missing == set()


def test_the_fonts_stay_small_enough_to_send_around() -> None:
    assert sum(path.stat().st_size for path in Path(FONTS).iterdir()) < 8_000_000
