"""Copy the icons of the window into resources/icons, once, with their licence and checksums.

Takes the unpacked folder of the package lucide-static in the version named here:
`npm pack lucide-static@VERSION`, `tar xzf`, `python3 packaging/fetch_icons.py package`.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path

VERSION = "1.62.0"
NAMES = """
arrow-down arrow-left arrow-right arrow-up book-open calendar-days check chevron-down chevron-left chevron-right
chevron-up circle-alert circle-help clock coffee columns-3 command copy corner-down-left download ellipsis eye eye-off
file-plus-2 file-spreadsheet file-text flag folder-open graduation-cap grip-vertical hand hard-drive hash history
import keyboard landmark languages link list-checks list-ordered lock merge message-circle message-square mic minus
monitor panel-left panel-right pen-line pencil plus presentation printer quote redo-2 save search settings-2 shield
shield-check split star timer trash-2 undo-2 usb user user-plus users users-round x zoom-in zoom-out
"""
ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"


def main() -> None:
    """Replace the icons of the checkout by those of the package."""
    package = Path(sys.argv[1])
    found = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    if found != VERSION:
        sys.exit(f"This is version {found}; the icons are those of {VERSION}.")
    ICONS.mkdir(parents=True, exist_ok=True)
    for name in NAMES.split():
        shutil.copyfile(package / "icons" / f"{name}.svg", ICONS / f"{name}.svg")
    shutil.copyfile(package / "LICENSE", ICONS / "LICENSE")
    files = sorted(ICONS.glob("*.svg"))
    sums = "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
    (ICONS / "SHA256SUMS").write_text(sums, encoding="utf-8")


if __name__ == "__main__":
    main()
