"""Which drums a learner strikes next: their keys are lit before the note arrives."""

from __future__ import annotations

from collections.abc import Sequence

from game.charts.timeline import TimedNote, Timeline

_SHARE_OF_GAP = (3, 5)
"""Of the way from one stroke to the next; so a key that is struck again goes dark in between."""

_LATE_US = 150_000
"""What is older than this nobody strikes any more."""


def due_lanes(timeline: Timeline, judged: bytes, now_us: int, ahead_us: int) -> tuple[str, ...]:
    """The lanes of the next moment that is not struck yet, once it is near.

    Args:
        judged: one byte a note, 0 for those that are still open.
        ahead_us: how early a drum is due after a long rest.
    """
    notes = timeline.notes
    first = next(
        (
            index
            for index, note in enumerate(notes)
            if not _is_done(judged, index) and note.end_us + _LATE_US >= now_us
        ),
        None,
    )
    if first is None:
        return ()
    at_us = notes[first].at_us
    part, whole = _SHARE_OF_GAP
    lead_us = min(ahead_us, _gap_us(notes, first) * part // whole)
    if now_us < at_us - lead_us:
        return ()
    return tuple(
        note.lane
        for index, note in enumerate(notes)
        if note.at_us == at_us and not _is_done(judged, index)
    )


def _gap_us(notes: Sequence[TimedNote], index: int) -> int:
    """From the moment before to a note; endless before the first moment."""
    at_us = notes[index].at_us
    before_us = next((n.at_us for n in reversed(notes[:index]) if n.at_us < at_us), None)
    return 1 << 60 if before_us is None else at_us - before_us


def _is_done(judged: bytes, index: int) -> bool:
    return index < len(judged) and judged[index] != 0
