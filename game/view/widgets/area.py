"""Places on the canvas, in layout units, and what lies there for the mouse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def center_x(self) -> float:
        return self.x + self.width / 2

    @property
    def center_y(self) -> float:
        return self.y + self.height / 2

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def inset(self, across: float, down: float = 0) -> Area:
        """The same place, smaller on every side."""
        return Area(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)

    def below(self, steps: int, gap: float) -> Area:
        """The place of the same size that lies `steps` further down."""
        return Area(self.x, self.y + steps * (self.height + gap), self.width, self.height)


@dataclass(frozen=True, slots=True)
class Target:
    """Something that the mouse can point at: what it is, and which one of them."""

    name: str
    index: int = 0


def target_at(places: Iterable[tuple[Target, Area]], x: float, y: float) -> Target | None:
    """What lies at a point; the later one where two overlap."""
    found = None
    for target, area in places:
        if area.contains(x, y):
            found = target
    return found
