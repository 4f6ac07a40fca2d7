"""A part as single strokes: graces and rolls written out, each with a velocity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.charts.model import Chart, Note, Part
from game.charts.pieces import Piece, Stroke
from game.timing.tempo_map import TempoMap
from game.timing.units import Beats

HIT, ACCENT, GHOST = 100, 120, 40
"""Velocities of a stroke; between them lie the borders at which an import tells them apart."""

_GRACE_SHARE = 0.6
_GRACE_US = 30_000
"""From one grace to the next, and from the last to its main stroke."""

_GRACES = {Stroke.FLAM: 1, Stroke.DRAG: 2}
_ROLL_STEP_US = 90_000


@dataclass(frozen=True, slots=True)
class Strike:
    """One sound of a drum."""

    beat: Beats
    piece: Piece
    velocity: int
    """1 to 127."""

    is_open: bool = False


def strikes_of(chart: Chart, part: Part) -> list[Strike]:
    """What is to be heard of a full part, sorted by beat; a grace before beat 0 falls on it."""
    strikes = [each for note in part.notes for each in _strikes(note, chart.tempo_map)]
    return sorted(strikes, key=lambda strike: strike.beat)


def _strikes(note: Note, tempo_map: TempoMap) -> Iterator[Strike]:
    at_us = tempo_map.us(note.beat)
    velocity = ACCENT if note.accent else GHOST if note.stroke is Stroke.GHOST else HIT
    for grace in range(_GRACES.get(note.stroke, 0), 0, -1):
        beat = max(Beats(0), tempo_map.beat(at_us - grace * _GRACE_US))
        yield Strike(beat, note.piece, round(velocity * _GRACE_SHARE))
    yield Strike(note.beat, note.piece, velocity, note.open)
    if note.stroke is Stroke.ROLL:
        end_us = tempo_map.us(note.beat + note.length)
        for again_us in range(at_us + _ROLL_STEP_US, end_us - _ROLL_STEP_US // 2, _ROLL_STEP_US):
            beat = tempo_map.beat(again_us)
            yield Strike(beat, note.piece, round(velocity * _GRACE_SHARE), note.open)
