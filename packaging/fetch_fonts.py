"""Copy the fonts of paper and screen into resources/fonts, once, with their licence and checksums.

Runs on Debian (`python3 packaging/fetch_fonts.py`) and takes the files as the packages ship them; nothing at run time
depends on the packages. The version is pinned so that a second run brings the same bytes.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

PACKAGE = "fonts-noto-core"
EXTRA = "fonts-noto-extra"
VERSION = "20201225-1"
SCRIPTS = ("", "Thai", "Lao", "Khmer", "Myanmar", "Devanagari", "Bengali", "Tamil", "Sinhala")
# Paper has no use for these yet; on the screen notes in Arabic must be readable, and headings are semibold.
ON_SCREEN = ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf")
ON_SCREEN_EXTRA = ("NotoSans-SemiBold.ttf",)
SYMBOLS = ("NotoSansSymbols-Regular.ttf", "NotoSansSymbols2-Regular.ttf", "NotoSansMath-Regular.ttf")
LICENCE_STANZA = "\nLicense: OFL-1.1\n PREAMBLE"
FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"


def font_names() -> list[str]:
    """The file names that come from the first package, in the order of the alphabet."""
    texts = [f"NotoSans{script}-{weight}.ttf" for script in SCRIPTS for weight in ("Regular", "Bold")]
    return sorted([*texts, *SYMBOLS, *ON_SCREEN])


def unpack(package: str, folder: Path) -> Path:
    """Fetch a pinned package and unpack it below `folder`; returns the root of what was in it."""
    subprocess.run(["apt-get", "download", f"{package}={VERSION}"], cwd=folder, check=True)
    (archive,) = folder.glob(f"{package}_*.deb")
    root = folder / package
    subprocess.run(["dpkg-deb", "-x", str(archive), str(root)], check=True)
    return root


def licence_text(copyright_file: str) -> str:
    """The Open Font License as the package's own copyright file holds it, without that file's indentation."""
    _, _, stanza = copyright_file.partition(LICENCE_STANZA)
    lines = ["PREAMBLE"]
    for line in stanza.splitlines()[1:]:
        if not line.startswith(" "):
            break
        lines.append("" if line == " ." else line[1:])
    head = "Noto fonts: Copyright 2010, 2012-2020 Google Inc. and Google LLC.\n"
    return f"{head}\nSIL OPEN FONT LICENSE Version 1.1 - 26 February 2007\n\n" + "\n".join(lines) + "\n"


def checksums(folder: Path) -> str:
    """One line for each font, in the form that `sha256sum --check` reads."""
    names = sorted(path.name for path in folder.glob("*.ttf"))
    return "".join(f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)


def main() -> None:
    """Replace the fonts of the checkout by those of the packages."""
    FONTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        root = unpack(PACKAGE, Path(name))
        for source, fonts in ((root, font_names()), (unpack(EXTRA, Path(name)), ON_SCREEN_EXTRA)):
            for font in fonts:
                shutil.copyfile(source / "usr/share/fonts/truetype/noto" / font, FONTS / font)
        copyright_file = root / "usr/share/doc" / PACKAGE / "copyright"
        (FONTS / "OFL.txt").write_text(licence_text(copyright_file.read_text(encoding="utf-8")), encoding="utf-8")
    (FONTS / "SHA256SUMS").write_text(checksums(FONTS), encoding="utf-8")


if __name__ == "__main__":
    main()
