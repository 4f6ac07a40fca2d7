"""Where each note of a stave stands, how far its roll reaches, and what joins two staves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.charts.model import Note
from game.charts.pieces import Piece
from game.timing.units import Beats
from game.view.sheet.excerpt import Voice
from game.view.sheet.measures import PlacedMeasure


@dataclass(frozen=True, slots=True)
class Spot:
    """A note on its line."""

    note: Note
    x: float
    y: float
    size: float
    """Diameter of a disc of the usual size."""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A roll, or as much of it as sounds in a system."""

    piece: Piece
    x: float
    end_x: float
    y: float
    goes_on: bool
    """Whether it goes on in the next system."""


@dataclass(frozen=True, slots=True)
class Thread:
    """Joins what both strike together, from the upper stave to the lower one."""

    x: float
    top: float
    bottom: float


def spots_in(
    voice: Voice, row: Sequence[PlacedMeasure], y_of: Mapping[Piece, float]
) -> Iterator[Spot]:
    """Every note that begins in a row of measures."""
    for placed in row:
        for note in voice.between(placed.measure.bar.beat, placed.measure.end_beat):
            yield Spot(note, placed.x_of(note.beat), y_of[note.piece], placed.note_size)


def ribbons_in(
    voice: Voice, row: Sequence[PlacedMeasure], y_of: Mapping[Piece, float]
) -> Iterator[Ribbon]:
    """Every roll that sounds in a row of measures."""
    start, end = row[0].measure.bar.beat, row[-1].measure.end_beat
    for note in (*voice.rolls_over(start), *voice.between(start, end)):
        if note.length:
            end_beat = note.beat + note.length
            left = row[0].x if note.beat < start else _start_x(row, note.beat)
            right = row[-1].right if end_beat > end else _end_x(row, end_beat)
            yield Ribbon(note.piece, left, right, y_of[note.piece], end_beat > end)


def threads_in(staves: Sequence[Sequence[Spot]]) -> tuple[Thread, ...]:
    """For each moment that is shared, from the lowest such note above to the highest below."""
    if len(staves) < 2:
        return ()
    upper, lower = ([spot for spot in spots if spot.note.shared] for spots in staves)
    tops = {spot.note.beat: spot for spot in sorted(upper, key=lambda spot: spot.y)}
    bottoms = {spot.note.beat: spot for spot in sorted(lower, key=lambda spot: -spot.y)}
    return tuple(
        Thread(spot.x, spot.y, bottoms[beat].y)
        for beat, spot in sorted(tops.items())
        if beat in bottoms
    )


def _start_x(row: Sequence[PlacedMeasure], beat: Beats) -> float:
    placed = next(each for each in row if beat < each.measure.end_beat)
    return placed.x_of(beat)


def _end_x(row: Sequence[PlacedMeasure], beat: Beats) -> float:
    """Where something ends; at the end of a measure it reaches the bar line."""
    placed = next(each for each in row if beat <= each.measure.end_beat)
    return placed.x_of(beat)
