"""A chart out of a drum file: strokes on the grid, ghosts, accents, flams and drags found."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.charts.model import PLAYERS, Chart, Lead, Meta, Note, Part, Section
from game.charts.pieces import Piece, Stroke
from game.errors import FileFaultError
from game.exchange.general_midi import drum_of
from game.exchange.grid import grid_of, on_line
from game.exchange.midi_in import DrumFile, listed
from game.exchange.strokes_in import PlayedStroke, played_strokes
from game.exchange.tempo_in import bars_of, tempo_steps
from game.input.midi.mapping import RIGHT_HALF
from game.timing.tempo_map import Bar, TempoMap
from game.timing.units import Beats

_STROKES = (Stroke.HIT, Stroke.FLAM, Stroke.DRAG)


@dataclass(frozen=True, slots=True)
class Choices:
    """What an author may decide about the chart."""

    is_split: bool = False
    """Whether one track is shared out: high drums to the left, P1, low ones to P2."""

    ghost_velocity: int = 50
    """At most so loud is a ghost."""

    accent_velocity: int = 112
    """At least so loud is an accent."""

    lines: int | None = None
    """Lines to a quarter note in every bar; None: the grid that fits each bar."""


@dataclass(frozen=True, slots=True)
class BarFit:
    """How well the strokes of a bar lie on its grid."""

    number: int
    """The bar's, from 1."""

    lines: int
    """To a quarter note."""

    errors_ms: tuple[float, ...]
    """How far each main stroke was from its line, sorted."""

    @property
    def worst_ms(self) -> float:
        return max(self.errors_ms, default=0.0)


@dataclass(frozen=True, slots=True)
class Imported:
    """A chart, and what its author should know of how it came about."""

    chart: Chart
    fits: tuple[BarFit, ...]
    """One for each bar."""

    doubled: int
    """Strokes left out because a louder one of the same drum fell on the same line."""

    unknown: Mapping[int, int]
    """Notes that no drum has -> how many were left out."""

    @property
    def errors_ms(self) -> list[float]:
        """Those of all bars, sorted."""
        return sorted(error_ms for fit in self.fits for error_ms in fit.errors_ms)


USUAL = Choices()


def chart_of(file: DrumFile, path: Path, choices: Choices = USUAL) -> Imported:
    """Make a chart. One track is P1's, for a solo; two are P1's and P2's.

    Args:
        path: of the file, for its name and for messages.

    Raises:
        FileFaultError: there are more than two drum tracks, or too many bars.
    """
    if len(file.tracks) > len(PLAYERS):
        hint = "choose one or two of them with --tracks"
        raise FileFaultError(path, "", listed(file.tracks), "one or two drum tracks", hint)
    bars = bars_of(file, path)
    tempo_map = TempoMap.build(tempo_steps(file, bars))
    hits = [hit for track in file.tracks for hit in track.hits]
    unknown = Counter(hit.note for hit in hits if not drum_of(hit.note))
    strokes = [list(played_strokes(track.hits, tempo_map)) for track in file.tracks]
    if choices.is_split and len(strokes) == 1:
        strokes = [[s for s in strokes[0] if (s.piece in RIGHT_HALF) == right] for right in (0, 1)]
    placing = _Placing(file, bars, tempo_map, [s.beat for own in strokes for s in own], choices)
    parts = [tuple(placing.notes(own)) for own in strokes]
    both = parts if len(parts) == len(PLAYERS) else parts * 2
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
    doubled = sum(map(len, strokes)) - sum(map(len, parts))
    return Imported(chart, placing.fits(), doubled, dict(unknown))


class _Placing:
    """Puts strokes on the grid of their bars, and remembers how far that was."""

    def __init__(
        self,
        file: DrumFile,
        bars: Sequence[Bar],
        tempo_map: TempoMap,
        beats: Sequence[Beats],
        choices: Choices,
    ) -> None:
        self._bars, self._us, self._choices = bars, tempo_map.us, choices
        self._starts = [bar.beat for bar in bars]
        inside: list[list[Beats]] = [[] for _ in bars]
        for beat in beats:
            inside[self._bar(beat)].append(beat)
        self._grids = [
            choices.lines or grid_of(own, bar, file.tick_beats, tempo_map.us)
            for own, bar in zip(inside, bars, strict=True)
        ]
        self._errors_ms: list[list[float]] = [[] for _ in bars]

    def notes(self, strokes: Sequence[PlayedStroke]) -> list[Note]:
        """One note a drum and place: the loudest."""
        found: dict[tuple[Beats, Piece], Note] = {}
        for each in sorted(strokes, key=lambda stroke: stroke.velocity):
            beat = self._beat(each.beat)
            found[beat, each.piece] = _note(each, beat, self._choices)
        return [found[key] for key in sorted(found)]

    def fits(self) -> tuple[BarFit, ...]:
        """What has been placed so far, bar by bar."""
        bars = zip(self._grids, self._errors_ms, strict=True)
        return tuple(
            BarFit(number, lines, tuple(sorted(errors_ms)))
            for number, (lines, errors_ms) in enumerate(bars, start=1)
        )

    def _beat(self, beat: Beats) -> Beats:
        index = self._bar(beat)
        bar, lines = self._bars[index], self._grids[index]
        line = on_line(beat, bar, lines)
        if line >= self._bars[-1].end_beat:
            line = bar.end_beat - min(Beats(1, lines), bar.meter.length_beats)
        self._errors_ms[index].append(abs(self._us(beat) - self._us(line)) / 1_000)
        return line

    def _bar(self, beat: Beats) -> int:
        return bisect_right(self._starts, beat) - 1


def _note(each: PlayedStroke, beat: Beats, choices: Choices) -> Note:
    stroke = _STROKES[each.graces]
    is_ghost = stroke is Stroke.HIT and each.velocity <= choices.ghost_velocity
    return Note(
        beat,
        each.piece,
        Stroke.GHOST if is_ghost else stroke,
        accent=each.velocity >= choices.accent_velocity and not is_ghost,
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
