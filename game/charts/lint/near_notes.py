"""Notes of one lane that come too fast to be meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from game.charts.issues import Issue
from game.charts.lint.moments import Origins, and_more, origins, part_name, warning
from game.charts.pieces import Piece
from game.charts.reader.numbers import decimal_text
from game.charts.reader.placed import PlacedNote
from game.charts.reader.reading import Score
from game.timing.tempo_map import TempoMap
from game.timing.units import US_PER_S, Beats

NEAR_US = 40_000


@dataclass(frozen=True, slots=True)
class _NearPair:
    place: tuple[int, int]
    """Where the second of the two notes stands."""

    origins: Origins
    gap_us: Fraction


def notes_too_near(score: Score) -> Iterator[Issue]:
    """Notes of one lane nearer than 40 ms. What `%` repeats is not said again."""
    for (player, level), bars in score.parts.items():
        told: set[Origins] = set()
        for bar in _near_pairs(bars, score.chart.tempo_map):
            for piece, pairs in bar.items():
                found = [pair for pair in pairs if pair.origins not in told]
                told.update(pair.origins for pair in found)
                if found:
                    shortest_ms = decimal_text(min(pair.gap_us for pair in found) / 1000)
                    message = f"{part_name(player, level)} strikes {piece} {shortest_ms} ms after"
                    message = f"{message} the note before{and_more(len(found))}"
                    yield warning(found[0].place, message, "expected at least 40 ms")


def _near_pairs(
    bars: Mapping[int, list[PlacedNote]], tempo_map: TempoMap
) -> Iterator[dict[Piece, list[_NearPair]]]:
    """For each bar its notes that come too soon after another, by drum."""
    never_near_beats = _safe_gap_beats(tempo_map)
    last: dict[Piece, PlacedNote] = {}
    for bar in sorted(bars):
        near: dict[Piece, list[_NearPair]] = {}
        for placed in bars[bar]:
            note = placed.note
            before = last.get(note.piece)
            last[note.piece] = placed
            if before is None or note.beat - before.note.beat >= never_near_beats:
                continue
            gap_us = tempo_map.exact_us(note.beat) - tempo_map.exact_us(before.note.beat)
            if gap_us < NEAR_US:
                pair = _NearPair((placed.line, placed.column), origins([before, placed]), gap_us)
                near.setdefault(note.piece, []).append(pair)
        yield near


def _safe_gap_beats(tempo_map: TempoMap) -> Beats:
    """A gap that is long enough even at the fastest tempo, pins included."""
    fastest_bpm = max(step.bpm for step in tempo_map.steps) * (1 + 2 * TempoMap.MAX_STRETCH)
    return Fraction(NEAR_US, 60 * US_PER_S) * fastest_bpm
