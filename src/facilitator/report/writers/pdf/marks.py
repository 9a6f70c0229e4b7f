"""The symbols of the themes as paths in a unit box, and the operators that fill them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from facilitator.report.inks import INKS

Point = tuple[float, float]

# Distance of the control points of a quarter circle drawn as one cubic curve, for radius 1.
_QUARTER: Final = 0.5523
_BLACK: Final = "000000"


def _polygon(points: Sequence[Point]) -> str:
    (x, y), *others = points
    lines = " ".join(f"{x:.4f} {y:.4f} l" for x, y in others)
    return f"{x:.4f} {y:.4f} m {lines} h"


def _corners(count: int, radius: float, inner: float | None = None, turn: float = 90.0) -> list[Point]:
    """Corners of a regular polygon about the middle of the box, or of a star where `inner` is the inner radius."""
    radii = [radius] * count if inner is None else [radius, inner] * count
    steps = [math.radians(turn + 360.0 * place / len(radii)) for place in range(len(radii))]
    return [(0.5 + r * math.cos(angle), 0.5 + r * math.sin(angle)) for r, angle in zip(radii, steps, strict=True)]


def _circle(radius: float) -> str:
    """Four quarters, anticlockwise from the right."""
    k, r, c = _QUARTER * radius, radius, 0.5
    curves = (
        (c + r, c + k, c + k, c + r, c, c + r),
        (c - k, c + r, c - r, c + k, c - r, c),
        (c - r, c - k, c - k, c - r, c, c - r),
        (c + k, c - r, c + r, c - k, c + r, c),
    )
    return f"{c + r:.4f} {c:.4f} m " + " ".join(" ".join(f"{v:.4f}" for v in each) + " c" for each in curves) + " h"


def _left_half(radius: float) -> str:
    k, r, c = _QUARTER * radius, radius, 0.5
    return (
        f"{c:.4f} {c + r:.4f} m {c - k:.4f} {c + r:.4f} {c - r:.4f} {c + k:.4f} {c - r:.4f} {c:.4f} c "
        f"{c - r:.4f} {c - k:.4f} {c - k:.4f} {c - r:.4f} {c:.4f} {c - r:.4f} c h"
    )


def _bars() -> str:
    return " ".join(_polygon([(0.04, y), (0.96, y), (0.96, y + 0.2), (0.04, y + 0.2)]) for y in (0.04, 0.4, 0.76))


def _crossed(points: Sequence[Point]) -> list[Point]:
    """Points turned by an eighth about the middle: a plus becomes a cross."""
    s = math.sqrt(0.5)
    return [(0.5 + s * (x - y), 0.5 + s * (x + y - 1.0)) for x, y in points]


_PLUS: Final[tuple[Point, ...]] = (
    *((0.35, 0.02), (0.65, 0.02), (0.65, 0.35), (0.98, 0.35), (0.98, 0.65), (0.65, 0.65)),
    *((0.65, 0.98), (0.35, 0.98), (0.35, 0.65), (0.02, 0.65), (0.02, 0.35), (0.35, 0.35)),
)

# Each is filled by the even-odd rule, so that a path within a path is a hole.
SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "disc": _circle(0.46),
        "triangle up": _polygon([(0.0, 0.08), (1.0, 0.08), (0.5, 0.96)]),
        "three bars": _bars(),
        "ring": f"{_circle(0.48)} {_circle(0.24)}",
        "star": _polygon(_corners(5, 0.53, 0.22)),
        "triangle down": _polygon([(0.0, 0.92), (1.0, 0.92), (0.5, 0.04)]),
        "square": _polygon([(0.08, 0.08), (0.92, 0.08), (0.92, 0.92), (0.08, 0.92)]),
        "plus": _polygon(_PLUS),
        "diamond": _polygon([(0.5, -0.02), (1.02, 0.5), (0.5, 1.02), (-0.02, 0.5)]),
        "half disc": f"{_circle(0.48)} {_circle(0.38)} {_left_half(0.38)}",
        "hexagon": _polygon(_corners(6, 0.51, turn=0.0)),
        "cross": _polygon(_crossed(_PLUS)),
    }
)
"""Paths by the names of `domain.signs`, y upwards."""


def symbol_code(colour: str, name: str, x: float, y: float, size: float) -> str:
    """Operators that fill a symbol in a box with its lower left corner at (x, y). What has no name here is a disc."""
    ink = INKS.get(colour, _BLACK)
    red, green, blue = (int(ink[place : place + 2], 16) / 255 for place in (0, 2, 4))
    path = SHAPES.get(name, SHAPES["disc"])
    return f"q {red:.3f} {green:.3f} {blue:.3f} rg {size:g} 0 0 {size:g} {x:.2f} {y:.2f} cm {path} f* Q"
