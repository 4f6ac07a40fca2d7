"""Notes of one lane that come too fast to be meant."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from game.charts.issues import Issue
from game.charts.lint.moments import Origins, part_name, warning
from game.charts.pieces import Piece
from game.charts.reader.placed import PlacedNote
from game.charts.reader.reading import Score
from game.timing.tempo_map import TempoMap
from game.timing.units import US_PER_S, Beats

NEAR_US = 40_000


def notes_too_near(score: Score) -> Iterator[Issue]:
    """Notes of one lane nearer than 40 ms. What `%` repeats is not said again."""
    tempo_map = score.chart.tempo_map
    never_near_beats = _safe_gap_beats(tempo_map)
    for (player, level), bars in score.parts.items():
        last: dict[Piece, PlacedNote] = {}
        told: set[Origins] = set()
        for bar in sorted(bars):
            for placed in bars[bar]:
                note = placed.note
                before = last.get(note.piece)
                last[note.piece] = placed
                if before is None or note.beat - before.note.beat >= never_near_beats:
                    continue
                gap_us = tempo_map.exact_us(note.beat) - tempo_map.exact_us(before.note.beat)
                pair = before.origin, placed.origin
                if gap_us < NEAR_US and pair not in told:
                    told.add(pair)
                    name = part_name(player, level)
                    message = f"{name} strikes {note.piece} twice within {_ms(gap_us)} ms"
                    place = placed.line, placed.column
                    yield warning(place, f"{message}, expected at least {NEAR_US // 1000}")


def _safe_gap_beats(tempo_map: TempoMap) -> Beats:
    """A gap that is long enough even at the fastest tempo, pins included."""
    fastest_bpm = max(step.bpm for step in tempo_map.steps) * (1 + 2 * TempoMap.MAX_STRETCH)
    return Fraction(NEAR_US, 60 * US_PER_S) * fastest_bpm


def _ms(gap_us: Fraction) -> str:
    return f"{float(gap_us) / 1000:.1f}"
