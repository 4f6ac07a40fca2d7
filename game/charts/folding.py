"""Folds the drums of a kit into the lanes of a layout, and merges what one hand cannot tell apart.

Notes of one lane within 10 ms become one note at the time of the earliest. A later note is
measured against that time, so a chain of close notes never slides on, and what is left in a lane
is always more than 10 ms apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.charts.beat_clock import BeatClock
from game.charts.layouts import Layout
from game.charts.model import Note
from game.charts.pieces import Piece, Stroke
from game.charts.timeline import TimedNote
from game.timing.units import Micros

MERGE_US = 10_000
"""Notes of one lane as near as this are one note."""

_STROKES_STRONGEST_FIRST = (Stroke.ROLL, Stroke.FLAM, Stroke.DRAG, Stroke.HIT, Stroke.GHOST)

_PIECES_CLEAREST_FIRST = (
    Piece.CRASH,
    Piece.CRASH2,
    Piece.CHINA,
    Piece.SPLASH,
    Piece.BELL,
    Piece.RIDE,
    Piece.SNARE,
    Piece.KICK,
    Piece.TOM1,
    Piece.TOM2,
    Piece.TOM3,
    Piece.RIM,
    Piece.HAT,
    Piece.PEDAL,
)
"""Which drum sounds where one press stands for several: a crash or a bell before a hat."""


def fold(notes: Iterable[Note], layout: Layout, clock: BeatClock) -> tuple[TimedNote, ...]:
    """Timed notes sorted by `(at_us, lane)`.

    Args:
        notes: sorted by beat.
    """
    lanes = {piece: lane for lane, pieces in layout.lanes.items() for piece in pieces}
    latest: dict[str, tuple[Micros, str, list[Note]]] = {}
    groups: list[tuple[Micros, str, list[Note]]] = []
    for note in notes:
        at_us = clock.us(note.beat)
        lane = lanes[note.piece]
        group = latest.get(lane)
        if group is not None and at_us - group[0] <= MERGE_US:
            group[2].append(note)
        else:
            group = latest[lane] = (at_us, lane, [note])
            groups.append(group)
    groups.sort(key=lambda group: group[:2])
    return tuple([_timed_note(at_us, lane, merged, clock) for at_us, lane, merged in groups])


def _timed_note(at_us: Micros, lane: str, notes: Sequence[Note], clock: BeatClock) -> TimedNote:
    if len(notes) > 1:
        return _merged(at_us, lane, notes, clock)
    (note,) = notes
    is_roll = note.stroke is Stroke.ROLL
    end_us = clock.us(note.beat + note.length) if is_roll else at_us
    # By position: keywords here would cost one twentieth of the whole compilation.
    return TimedNote(
        at_us,
        lane,
        note.piece,
        note.stroke,
        note.accent,
        note.open,
        note.shared,
        end_us,
        note.beat,
    )


def _merged(at_us: Micros, lane: str, notes: Sequence[Note], clock: BeatClock) -> TimedNote:
    """One note for several: the strongest stroke, the clearest drum, the longest roll."""
    piece = min((note.piece for note in notes), key=_PIECES_CLEAREST_FIRST.index)
    return TimedNote(
        at_us=at_us,
        lane=lane,
        piece=piece,
        stroke=min((note.stroke for note in notes), key=_STROKES_STRONGEST_FIRST.index),
        accent=any(note.accent for note in notes),
        open=any(note.open for note in notes if note.piece is piece),
        shared=any(note.shared for note in notes),
        end_us=max(
            (clock.us(note.beat + note.length) for note in notes if note.stroke is Stroke.ROLL),
            default=at_us,
        ),
        beat=notes[0].beat,
    )
