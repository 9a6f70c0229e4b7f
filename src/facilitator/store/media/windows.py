"""Windows: the type of a drive; a folder that is reached by the name of a computer is on the network.

https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PureWindowsPath

from facilitator.domain.medium import Medium

TYPES = {2: Medium.REMOVABLE, 3: Medium.FIXED, 4: Medium.NETWORK, 5: Medium.REMOVABLE, 6: Medium.FIXED}
LOCAL_PREFIX = re.compile(r"^\\\\[?.]\\(?!UNC\\)", re.IGNORECASE)
SHARE = re.compile(r"^\\\\([?]\\UNC\\)?[^\\?.]", re.IGNORECASE)


def medium(folder: str, drive_type: Callable[[str], int]) -> Medium:
    """What a folder lies on; `drive_type` is asked for the root of its drive, such as `E:\\`."""
    named = folder.replace("/", "\\")
    if SHARE.match(named):
        return Medium.NETWORK
    drive = PureWindowsPath(LOCAL_PREFIX.sub("", named)).drive
    return TYPES.get(drive_type(f"{drive}\\"), Medium.FIXED) if drive else Medium.FIXED
