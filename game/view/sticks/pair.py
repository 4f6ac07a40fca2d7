"""Two sticks together: swapping hands, lying crossed."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from game.view.canvas import Canvas
from game.view.sticks.signature import Signature
from game.view.sticks.stick import draw_stick

_WIDEST_ANGLE = 34.0
_CROSS_ANGLE = 3.2
_CROSS_SHARE = 0.078
_SWAP_OUT = 0.16


@dataclass(frozen=True, slots=True)
class Place:
    x: float
    y: float
    angle: float = 0.0


def swapping(upper: Place, lower: Place, share: float, length: float) -> tuple[Place, Place]:
    """Where both sticks are on their way to each other's place.

    Args:
        upper: where the first lies before, the second after.
        lower: where the second lies before, the first after.
        share: of the way, 0 to 1.
        length: of a stick; they swing apart by a part of it.
    """
    eased = (1 - cos(pi * min(1.0, max(0.0, share)))) / 2
    swing = sin(pi * eased)
    out, angle = _SWAP_OUT * length * swing, _WIDEST_ANGLE * swing
    down = (lower.y - upper.y) * eased
    return (
        Place(upper.x - out, upper.y + down, angle),
        Place(lower.x + out, lower.y - down, angle),
    )


def draw_crossed(
    canvas: Canvas, signatures: tuple[Signature, ...], x: float, y: float, length: float
) -> None:
    """Both sticks, the second's above the first's, slightly crossed at their tips."""
    first, second = signatures
    down = length * _CROSS_SHARE / 2
    draw_stick(canvas, 2, second, x, y - down, length, -_CROSS_ANGLE)
    draw_stick(canvas, 1, first, x, y + down, length, _CROSS_ANGLE)
