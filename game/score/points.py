"""The two formulas of the score. Integers only, so that every machine agrees to the last point."""

from __future__ import annotations

from collections.abc import Iterable

PERFECT_POINTS = 100
"""What a PERFECT earns; what GREAT and GOOD earn of it is the rules' business."""

HIGHEST_PART = 1_000_000
HIGHEST_DUET = 1_200_000


def part_score(points: int, max_combo: int, notes: int) -> int:
    """A part's score, 0 to 1,000,000, so that an easy part and a hard part weigh the same.

    Args:
        points: the sum over all notes hit.
        max_combo: the longest run of hits.
        notes: how many notes the part has, rolls aside; without any the score is 0.
    """
    if notes == 0:
        return 0
    return 900_000 * points // (PERFECT_POINTS * notes) + 100_000 * max_combo // notes


def duet_score(parts: Iterable[int | None], together: int | None = None) -> int:
    """The score of the two, 0 to 1,200,000: the mean of the parts, and Together on top.

    Args:
        parts: the parts' scores; None for a part without notes, which is left out of the mean.
        together: 0 to 100; unknown counts 0.
    """
    scores = [score for score in parts if score is not None]
    mean = sum(scores) // len(scores) if scores else 0
    return mean + 2_000 * (together or 0)
