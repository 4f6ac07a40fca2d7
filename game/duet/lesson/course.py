"""The steps of the lesson, in the order in which they are best taken; any may be taken first."""

from __future__ import annotations

from collections.abc import Mapping

MOST_MARKS = 3

FIRST_MINUTE = "first-minute"
STEPS = (
    FIRST_MINUTE,
    "pulse",
    "back-beat",
    "off-beats",
    "singles",
    "doubles",
    "paradiddle",
    "flam",
    "five-stroke",
    "drag",
    "ratamacue",
    "trading",
    "unison",
)
"""Names: of charts, of texts, and of what is remembered."""


def after(step: str) -> str | None:
    """The step that follows; None behind the last."""
    index = STEPS.index(step) + 1
    return STEPS[index] if index < len(STEPS) else None


def first_open(marks: Mapping[str, int]) -> str:
    """Where to go on: the first step without a mark, or the first of all."""
    return next((step for step in STEPS if not marks.get(step)), STEPS[0])


def with_marks(marks: Mapping[str, int], step: str, won: int) -> dict[str, int]:
    """What is remembered after a step: the best of all times; nothing is ever taken away."""
    best = max(marks.get(step, 0), won)
    return {**marks, step: best} if best else dict(marks)
