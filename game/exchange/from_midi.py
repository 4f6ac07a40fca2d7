"""A chart out of a drum file: strokes on the grid, ghosts, accents, flams and drags found."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from game.charts.model import PLAYERS, Chart, Lead, Meta, Note, Part, Section
from game.charts.pieces import Piece, Stroke
from game.errors import FileFaultError
from game.exchange.general_midi import drum_of
from game.exchange.grid import grid_of, on_line
from game.exchange.midi_in import DrumFile, MidiHit
from game.exchange.tempo_in import bars_of, tempo_steps
from game.input.midi.mapping import RIGHT_HALF
from game.timing.tempo_map import Bar, TempoMap
from game.timing.units import Beats

GHOST_VELOCITY, ACCENT_VELOCITY = 50, 112
"""At most, and at least."""

_GRACE_US = 45_000
_GRACE_SHARE = 0.85
"""A grace is this much softer than its main stroke, or softer still."""

_STROKES = (Stroke.HIT, Stroke.FLAM, Stroke.DRAG)


@dataclass(frozen=True, slots=True)
class Imported:
    """A chart, and what its author should know of how it came about."""

    chart: Chart
    grids: tuple[int, ...]
    """Lines to a quarter note, bar by bar."""

    errors_ms: tuple[float, ...]
    """How far each main stroke was from its line, sorted."""

    worst_bar: int
    """The number of the bar with the largest error."""

    unknown: dict[int, int]
    """Notes that no drum has -> how many were left out."""


@dataclass(frozen=True, slots=True)
class _Stroke:
    beat: Beats
    piece: Piece
    velocity: int
    is_open: bool
    graces: int = 0


def chart_of(file: DrumFile, path: Path, *, is_split: bool = False) -> Imported:
    """Make a chart. One track is P1's, for a solo; two are P1's and P2's.

    Args:
        path: of the file, for its name and for messages.
        is_split: whether one track is shared out: high drums to the left, P1, low ones to P2.

    Raises:
        FileFaultError: there are more than two drum tracks, or too many bars.
    """
    if len(file.tracks) > len(PLAYERS):
        found = f"{len(file.tracks)} drum tracks"
        raise FileFaultError(path, "", found, "one or two", "join or drop some of them")
    bars = bars_of(file, path)
    tempo_map = TempoMap.build(tempo_steps(file, bars))
    unknown = Counter(hit.note for hits in file.tracks for hit in hits if not drum_of(hit.note))
    strokes = [list(_strokes(hits, tempo_map)) for hits in file.tracks]
    if is_split and len(strokes) == 1:
        strokes = [[s for s in strokes[0] if (s.piece in RIGHT_HALF) == right] for right in (0, 1)]
    placed = _Placing(file, bars, tempo_map, [s.beat for part in strokes for s in part])
    parts = [tuple(placed.notes(part)) for part in strokes]
    both = parts if len(parts) == len(PLAYERS) else parts * 2
    errors = sorted(placed.errors)
    chart = Chart(
        meta=Meta(title=file.title.strip() or path.stem or "Untitled"),
        tempo_map=tempo_map,
        bars=bars,
        sections=tuple(_sections(file, bars)),
        leads=(Lead(Beats(0), PLAYERS),),
        cues=(),
        parts=tuple(Part(player, notes) for player, notes in zip(PLAYERS, both, strict=True)),
        is_solo=len(parts) == 1,
    )
    worst_bar = errors[-1][1] + 1 if errors else 1
    return Imported(
        chart, tuple(placed.grids), tuple(ms for ms, _ in errors), worst_bar, dict(unknown)
    )


def _strokes(hits: Sequence[MidiHit], tempo_map: TempoMap) -> Iterator[_Stroke]:
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
                graces = min(len(near), len(_STROKES) - 1)
                yield _Stroke(hit.beat, piece, hit.velocity, is_open, graces)
                waiting = []
                continue
            waiting.append(hit)
            yield from (_plain(each, piece) for each in waiting[:-3])
            waiting = waiting[-3:]
        yield from (_plain(each, piece) for each in waiting)


def _plain(hit: MidiHit, piece: Piece) -> _Stroke:
    drum = drum_of(hit.note)
    return _Stroke(hit.beat, piece, hit.velocity, drum is not None and drum[1])


class _Placing:
    """Puts strokes on the grid of their bars, and remembers how far that was."""

    def __init__(
        self, file: DrumFile, bars: Sequence[Bar], tempo_map: TempoMap, beats: Sequence[Beats]
    ) -> None:
        self._bars, self._us = bars, tempo_map.us
        self._starts = [bar.beat for bar in bars]
        inside: list[list[Beats]] = [[] for _ in bars]
        for beat in beats:
            inside[self._bar(beat)].append(beat)
        self.grids = [
            grid_of(own, bar, file.tick_beats, tempo_map.us)
            for own, bar in zip(inside, bars, strict=True)
        ]
        self.errors: list[tuple[float, int]] = []
        """(ms, index of the bar)."""

    def notes(self, strokes: Sequence[_Stroke]) -> list[Note]:
        """One note a drum and place: the loudest."""
        found: dict[tuple[Beats, Piece], Note] = {}
        for each in sorted(strokes, key=lambda stroke: stroke.velocity):
            beat = self._beat(each.beat)
            found[beat, each.piece] = _note(each, beat)
        return [found[key] for key in sorted(found)]

    def _beat(self, beat: Beats) -> Beats:
        index = self._bar(beat)
        bar, lines = self._bars[index], self.grids[index]
        line = on_line(beat, bar, lines)
        if line >= self._bars[-1].end_beat:
            line = bar.end_beat - min(Beats(1, lines), bar.meter.length_beats)
        self.errors.append((abs(self._us(beat) - self._us(line)) / 1_000, index))
        return line

    def _bar(self, beat: Beats) -> int:
        return bisect_right(self._starts, beat) - 1


def _note(each: _Stroke, beat: Beats) -> Note:
    stroke = _STROKES[each.graces]
    is_ghost = stroke is Stroke.HIT and each.velocity <= GHOST_VELOCITY
    return Note(
        beat,
        each.piece,
        Stroke.GHOST if is_ghost else stroke,
        accent=each.velocity >= ACCENT_VELOCITY,
        open=each.is_open and stroke is Stroke.HIT and not is_ghost,
    )


def _sections(file: DrumFile, bars: Sequence[Bar]) -> Iterator[Section]:
    """Markers at the bar line next to them, one a bar."""
    named: dict[int, str] = {}
    for beat, text in file.markers:
        index = min(range(len(bars)), key=lambda each: abs(bars[each].beat - beat))
        named.setdefault(index, " ".join(text.split()))
    for index in sorted(named):
        yield Section(named[index], index, bars[index].beat)
