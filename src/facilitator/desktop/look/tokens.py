"""The table of colours, read once from resources/styles."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from facilitator import paths

PALETTES = ("paper", "slate", "contrast")

Tokens = Mapping[str, str]
"""Colours as #RRGGBB by the name of their use."""


@cache
def palettes() -> Mapping[str, Tokens]:
    """The tokens of each palette."""
    with (paths.resources() / "styles" / "tokens.toml").open("rb") as stream:
        return tomllib.load(stream)
