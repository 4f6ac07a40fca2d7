"""The clipboard: notes out of their place, to be put down anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from game.charts.document import Document
from game.charts.model import FULL_LEVEL
from game.charts.pieces import Piece
from game.charts.reader.labels import LaneKey
from game.charts.reader.sharing import partner_of
from game.editor.lane_notes import LaneNote, LaneText, Spot, bar_at
from game.editor.notes import PutNotes, notes_at
from game.timing.units import Beats

_NOTHING = Beats(0)
_MIRRORED: Mapping[Piece, Piece] = {
    Piece.HAT: Piece.RIDE,
    Piece.RIDE: Piece.HAT,
    Piece.CRASH: Piece.CRASH2,
    Piece.CRASH2: Piece.CRASH,
    Piece.TOM1: Piece.TOM3,
    Piece.TOM3: Piece.TOM1,
    Piece.SPLASH: Piece.CHINA,
    Piece.CHINA: Piece.SPLASH,
    Piece.PEDAL: Piece.PEDAL,
}
"""The kit seen from the other side: what is on the left is on the right."""


@dataclass(frozen=True, slots=True)
class PatternNote:
    """A note of a pattern; `note.beat` counts from the pattern's start."""

    player: int
    piece: Piece
    note: LaneNote


@dataclass(frozen=True, slots=True)
class Pattern:
    """Notes of one or both players, and how much time they fill."""

    notes: tuple[PatternNote, ...] = ()
    length: Beats = _NOTHING

    def for_partner(self) -> Pattern:
        """The same with the players exchanged."""
        return self._each(lambda each: replace(each, player=partner_of(each.player)))

    def mirrored(self) -> Pattern:
        """The same on a kit that stands the other way round."""
        return self._each(lambda each: replace(each, piece=_MIRRORED.get(each.piece, each.piece)))

    def _each(self, change: Callable[[PatternNote], PatternNote]) -> Pattern:
        return replace(self, notes=tuple(change(each) for each in self.notes))


def copied(document: Document, spots: Iterable[Spot], start: Beats, length: Beats) -> Pattern:
    """The notes at these spots as a pattern that begins at `start`."""
    found = notes_at(document, spots)
    notes = tuple(
        PatternNote(spot.lane.player, spot.lane.piece, replace(note, beat=note.beat - start))
        for spot, note in sorted(found.items())
    )
    return Pattern(notes, length)


def pasted(
    document: Document, pattern: Pattern, at_beat: Beats, *, clear: bool = False
) -> PutNotes:
    """The edit that puts a pattern down; what lies behind the song's end is left out.

    Args:
        clear: whether the pattern's players have nothing else in the time that it fills.
    """
    notes: dict[Spot, LaneNote | None] = {}
    if clear:
        players = {each.player for each in pattern.notes}
        spots = spots_between(document, players, at_beat, at_beat + pattern.length)
        notes |= dict.fromkeys(spots)
    score = document.reading.score
    end_beat = score.chart.end_beat if score else Beats(0)
    for each in pattern.notes:
        note = replace(each.note, beat=each.note.beat + at_beat)
        if 0 <= note.beat < end_beat:
            notes[Spot(LaneKey(each.player, FULL_LEVEL, each.piece), note.beat)] = note
    return PutNotes(tuple(notes.items()))


def answer_beat(document: Document, at_beat: Beats) -> Beats:
    """One bar later, at the same place of the bar."""
    score = document.reading.score
    bars = score.chart.bars if score else ()
    bar = bars[bar_at(bars, at_beat)]
    return at_beat + bar.meter.length_beats


def spots_between(
    document: Document,
    players: Iterable[int],
    start: Beats,
    end: Beats,
    pieces: Iterable[Piece] = tuple(Piece),
) -> tuple[Spot, ...]:
    """Where the full parts of these players have notes from a beat until before another."""
    score = document.reading.score
    if score is None or not score.chart.bars or end <= start:
        return ()
    bars = score.chart.bars
    first = bar_at(bars, max(start, Beats(0))) if start < bars[-1].end_beat else len(bars)
    last = bar_at(bars, end) if end < bars[-1].end_beat else len(bars) - 1
    wanted, asked = set(pieces), set(players)
    lanes = (
        lane
        for lane in score.sheet.notes
        if lane.player in asked and lane.level == FULL_LEVEL and lane.piece in wanted
    )
    spots = (
        Spot(lane, note.beat)
        for lane in lanes
        for note in LaneText(document, lane).notes(first, last)
        if start <= note.beat < end
    )
    return tuple(sorted(spots))
