"""What a drummer meant by the notes of a track: main strokes with their graces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from game.charts.pieces import Piece
from game.exchange.general_midi import drum_of
from game.exchange.midi_in import MidiHit
from game.timing.tempo_map import TempoMap
from game.timing.units import Beats

MOST_GRACES = 2
"""A drag's."""

_GRACE_US = 45_000
_GRACE_SHARE = 0.85
"""A grace is this much softer than its main stroke, or softer still."""


@dataclass(frozen=True, slots=True)
class PlayedStroke:
    """One main stroke, where it was played."""

    beat: Beats
    piece: Piece
    velocity: int
    is_open: bool
    graces: int = 0


def played_strokes(hits: Sequence[MidiHit], tempo_map: TempoMap) -> Iterator[PlayedStroke]:
    """Main strokes with their graces; sounds that no kit has are left out."""
    drums = [(drum, hit) for hit in hits if (drum := drum_of(hit.note))]
    by_piece = sorted(drums, key=lambda pair: (pair[0][0], pair[1].beat))
    for piece, group in groupby(by_piece, key=lambda pair: pair[0][0]):
        waiting: list[MidiHit] = []
        for (_, is_open), hit in group:
            at_us = tempo_map.us(hit.beat)
            near = [each for each in waiting if at_us - tempo_map.us(each.beat) <= _GRACE_US * 2]
            is_after_grace = bool(near) and at_us - tempo_map.us(near[-1].beat) <= _GRACE_US
            softer = [each for each in near if each.velocity < hit.velocity * _GRACE_SHARE]
            if is_after_grace and softer == near and piece is not Piece.HAT:
                before = waiting[: len(waiting) - len(near)]
                yield from (_plain(each, piece) for each in before)
                graces = min(len(near), MOST_GRACES)
                yield PlayedStroke(hit.beat, piece, hit.velocity, is_open, graces)
                waiting = []
                continue
            waiting.append(hit)
            yield from (_plain(each, piece) for each in waiting[:-3])
            waiting = waiting[-3:]
        yield from (_plain(each, piece) for each in waiting)


def _plain(hit: MidiHit, piece: Piece) -> PlayedStroke:
    drum = drum_of(hit.note)
    return PlayedStroke(hit.beat, piece, hit.velocity, drum is not None and drum[1])
