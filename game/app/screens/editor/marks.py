"""Notes as marks on the lines: only those in sight and a little around it are made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from game.app.screens.editor.lines import pieces_shown
from game.app.screens.editor.work import Mode, Work
from game.charts.beat_clock import BeatClock
from game.charts.layouts import DEFAULT_LAYOUT, LAYOUTS
from game.charts.levels import notes_at_level
from game.charts.model import FULL_LEVEL, LEVELS, PLAYERS, Note
from game.charts.pieces import Piece, Stroke
from game.charts.timeline import TimedNote
from game.timing.units import Beats, Micros
from game.view.palette import NoteLook, note_look
from game.view.screens.editor.snapshot import NoteMark

LEVEL_LANES = tuple(reversed(list(LAYOUTS[DEFAULT_LAYOUT].lanes)))
"""The lines of each level, from top to bottom."""

_Kind = tuple[Piece, Stroke, bool, bool, bool]


class MarkMaker:
    """Knows how notes look, and what each level plays."""

    def __init__(self, palette: str) -> None:
        self._palette = palette
        self._looks: dict[_Kind, NoteLook] = {}
        self._levels: tuple[object, dict[int, tuple[Note, ...]]] = (None, {})

    def marks(self, work: Work, from_us: int, to_us: int) -> tuple[NoteMark, ...]:
        """The notes between two times, with the rolls that last into it, sorted by time."""
        chart, clock = work.chart, BeatClock(work.chart.tempo_map)
        span = chart.tempo_map.beat(from_us), chart.tempo_map.beat(to_us)
        if work.mode is Mode.LEVELS:
            marks = list(self._level_marks(work, clock, span))
        else:
            marks = list(self._part_marks(work, clock, span))
        marks.sort(key=lambda mark: (mark.at_us, mark.row))
        return tuple(marks)

    def _part_marks(
        self, work: Work, clock: BeatClock, span: tuple[Beats, Beats]
    ) -> Iterator[NoteMark]:
        pieces, chart = pieces_shown(work.document), work.chart
        is_compared = work.mode is Mode.COMPARE
        for player in PLAYERS if not chart.is_solo or is_compared else PLAYERS[:1]:
            first = 0 if is_compared else (player - 1) * len(pieces)
            rows = {piece: first + index for index, piece in enumerate(pieces)}
            half = (-1 if player == PLAYERS[0] else 1) if is_compared else 0
            for note in _between(chart.parts[player - 1].notes, span):
                mark = self._mark(note, rows, clock)
                yield replace(mark, half=half) if half else mark

    def _level_marks(
        self, work: Work, clock: BeatClock, span: tuple[Beats, Beats]
    ) -> Iterator[NoteMark]:
        """What nobody wrote is marked as proposed."""
        part = work.chart.parts[work.player - 1]
        starts = [bar.beat for bar in work.chart.bars]
        for place, level in enumerate(reversed(LEVELS)):
            rows = {
                piece: place * len(LEVEL_LANES) + row
                for row, lane in enumerate(LEVEL_LANES)
                for piece in LAYOUTS[DEFAULT_LAYOUT].lanes[lane]
            }
            written = {bar for own, bar in part.overrides if own == level}
            for note in _between(self._notes_of_level(work, level), span):
                is_own = level == FULL_LEVEL or bisect_right(starts, note.beat) - 1 in written
                yield replace(self._mark(note, rows, clock), is_proposed=not is_own)

    def _notes_of_level(self, work: Work, level: int) -> tuple[Note, ...]:
        key = (work.document, work.player)
        known, notes = self._levels
        if not isinstance(known, tuple) or known[0] is not key[0] or known[1] != key[1]:
            notes = {}
            self._levels = (key, notes)
        if level not in notes:
            notes[level] = tuple(notes_at_level(work.chart, work.player, level))
        return notes[level]

    def _mark(self, note: Note, rows: Mapping[Piece, int], clock: BeatClock) -> NoteMark:
        at_us = clock.us(note.beat)
        end_us = clock.us(note.beat + note.length) if note.length else at_us
        return NoteMark(rows[note.piece], at_us, end_us, self._look(note))

    def _look(self, note: Note) -> NoteLook:
        kind = (note.piece, note.stroke, note.accent, note.open, note.shared)
        if kind not in self._looks:
            none, piece = Micros(0), note.piece
            flags = note.accent, note.open, note.shared
            timed = TimedNote(none, "", piece, note.stroke, *flags, none, Beats(0))
            self._looks[kind] = note_look(timed, self._palette)
        return self._looks[kind]


def _between(notes: Sequence[Note], span: tuple[Beats, Beats]) -> Iterable[Note]:
    """The notes that begin in a stretch of song, and the rolls that last into it."""
    first = bisect_left(notes, span[0], key=lambda note: note.beat)
    last = bisect_right(notes, span[1], key=lambda note: note.beat)
    for note in notes[:first]:
        if note.stroke is Stroke.ROLL and note.beat + note.length > span[0]:
            yield note
    yield from notes[first:last]
