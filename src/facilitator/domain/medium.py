"""What a workshop's file lies on, as far as that decides how safely it can be written."""

from __future__ import annotations

from enum import Enum


class Medium(Enum):
    """A disk of this computer; one that may be pulled out, such as a stick; one that other computers share."""

    FIXED = "fixed"
    REMOVABLE = "removable"
    NETWORK = "network"
