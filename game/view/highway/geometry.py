"""Where things lie on a highway: perspective and lanes, in layout units and in pixels.

`ahead` is how far a moment lies ahead, as a share of the time for which a note is seen: 0 on the
hit line, 1 at the far end, negative once it is past. `nearness` is how large things appear there:
1 on the hit line. Lengths across are given as they are on the hit line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.view.space import WIDTH, Space

TOP = 152
HIT = 816
BOTTOM = 956
CENTRE = 472
"""Middle of P1's highway; P2's lies as far from the other edge."""

HALF_WIDTH = 360
FAR = 0.62
"""Nearness of the far end."""

NEAR = FAR + (1 - FAR) * (BOTTOM - TOP) / (HIT - TOP)
"""Nearness of the lower end."""

_VANISHING_Y = (TOP - FAR * HIT) / (1 - FAR)
_DEPTH = 1 / FAR - 1

CAPS = (HIT + BOTTOM) / 2 + 4
"""The middle of the keycaps."""


def nearness_of(ahead: float) -> float:
    """How near a moment appears; below the hit line never nearer than twice the lower end."""
    return 1 / (1 + _DEPTH * max(ahead, -0.5))


def ahead_of(nearness: float) -> float:
    """The reverse of `nearness_of`."""
    return (1 / nearness - 1) / _DEPTH


def y_of(nearness: float) -> float:
    """Height on the screen in layout units."""
    return _VANISHING_Y + (HIT - _VANISHING_Y) * nearness


def nearness_at(y: float) -> float:
    """The reverse of `y_of`."""
    return (y - _VANISHING_Y) / (HIT - _VANISHING_Y)


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes of one highway, in P1's order from left to right."""

    names: tuple[str, ...]
    across: frozenset[str]
    """Lanes without a column of their own: bars over all the others."""

    @classmethod
    def of(cls, names: Sequence[str], layout: str) -> Lanes:
        """In the layout `kit` the kick lies across, as on a kit it lies under everything."""
        return cls(tuple(names), frozenset({"kick"} if layout == "kit" else ()) & set(names))

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(name for name in self.names if name not in self.across)

    @property
    def width(self) -> float:
        """Of one column, on the hit line."""
        return 2 * HALF_WIDTH / max(1, len(self.columns))

    def edges(self) -> list[float]:
        """Offsets of all column edges from the middle, the frame's two included."""
        return [index * self.width - HALF_WIDTH for index in range(len(self.columns) + 1)]

    def offset(self, lane: str) -> float:
        """Offset of a lane's middle from the middle of the highway."""
        if lane not in self.columns:
            return 0.0
        return (self.columns.index(lane) + 0.5) * self.width - HALF_WIDTH

    def half_width(self, lane: str) -> float:
        """Half the width of a lane, on the hit line."""
        return HALF_WIDTH if lane in self.across else self.width / 2


@dataclass(frozen=True, slots=True)
class Highway:
    """One player's highway in a window: P2's is P1's, mirrored to the pixel."""

    is_mirrored: bool
    window_px: int
    """Width of the window."""

    scale: float
    middle_px: float
    """Of P1's highway, from the window's left edge."""

    vanishing_px: float
    depth_px: float
    """From the vanishing line down to the hit line."""

    @classmethod
    def on(cls, space: Space, is_mirrored: bool) -> Highway:
        """The highway of P1, or mirrored that of P2, in a canvas's window."""
        return cls(
            is_mirrored=is_mirrored,
            window_px=space.width_px,
            scale=space.scale,
            middle_px=space.left_px + CENTRE * space.scale,
            vanishing_px=space.top_px + _VANISHING_Y * space.scale,
            depth_px=(HIT - _VANISHING_Y) * space.scale,
        )

    @property
    def centre(self) -> float:
        """Of the highway, in layout units."""
        return WIDTH - CENTRE if self.is_mirrored else CENTRE

    def x_px(self, offset: float, nearness: float = 1.0) -> int:
        """Pixel column of a place `offset` from the middle, counted in P1's direction."""
        x_px = round(self.middle_px + offset * nearness * self.scale)
        return self.window_px - x_px if self.is_mirrored else x_px

    def y_px(self, nearness: float) -> int:
        """Pixel row of a nearness."""
        return round(self.vanishing_px + self.depth_px * nearness)

    def span_px(self, from_offset: float, to_offset: float, nearness: float) -> tuple[int, int]:
        """Left end and width of a stretch across."""
        first, second = self.x_px(from_offset, nearness), self.x_px(to_offset, nearness)
        return min(first, second), abs(second - first)
