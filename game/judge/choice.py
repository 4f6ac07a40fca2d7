"""Which note a press takes."""

from __future__ import annotations

from collections.abc import Iterable

from game.judge.windows import Window


def note_for_press(unjudged: Iterable[Window], at_us: int, great_us: int) -> Window | None:
    """The note that a press takes, or None if it takes none.

    It is the earliest note whose window holds the press; but where the press is past that note's
    GREAT edge, the nearest of the later ones that hold it, if that one is closer. (Always the
    earliest would let one slip cascade through a run; always the nearest would let two hits swap.)

    Args:
        unjudged: the windows of the lane's notes that are still open, in the order of the notes.
        at_us: song time of the press.
        great_us: width of GREAT.
    """
    taken: Window | None = None
    for window in unjudged:
        if window.from_us > at_us:
            break
        if window.to_us < at_us:
            continue
        if taken is None:
            taken = window
            if at_us - window.at_us <= great_us:
                break
        elif abs(at_us - window.at_us) < abs(at_us - taken.at_us):
            taken = window
    return taken
