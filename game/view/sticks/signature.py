"""What a player writes on a drumstick: a name, or strokes of a pen."""

from __future__ import annotations

from dataclasses import dataclass

REACH = 1000
"""A stroke's points are whole thousandths: of the signed stretch along it, of its height down."""

Stroke = tuple[tuple[int, int], ...]
"""A line of the pen, point after point."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Strokes stand instead of the text where there are any."""

    text: str = ""
    strokes: tuple[Stroke, ...] = ()

    @property
    def is_drawn(self) -> bool:
        return bool(self.strokes)
