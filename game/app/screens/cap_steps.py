"""Arrow keys over caps that lie about: which one is next in a direction."""

from __future__ import annotations

from collections.abc import Sequence

Spot = tuple[int, int]
"""Row and place from the left, in any even measure."""


def beside(spots: Sequence[Spot], index: int, direction: int) -> int:
    """The next one to the right (1) or left (-1), in the same row if there is one; else itself."""
    row, across = spots[index]
    ahead = [
        (abs(spot[0] - row), abs(spot[1] - across), other)
        for other, spot in enumerate(spots)
        if (spot[1] - across) * direction > 0
    ]
    return min(ahead)[2] if ahead else index


def beyond(spots: Sequence[Spot], index: int, direction: int) -> int | None:
    """The nearest one of the next row down (1) or up (-1); None at the edge."""
    row, across = spots[index]
    ahead = [
        (abs(spot[0] - row), abs(spot[1] - across), other)
        for other, spot in enumerate(spots)
        if (spot[0] - row) * direction > 0
    ]
    return min(ahead)[2] if ahead else None
