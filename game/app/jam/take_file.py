"""A take as a standard MIDI file: the metronome's bars and tempi, and one track a player."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import mido

from game.app.jam.grid import Grid
from game.app.jam.take import JamHit, Take
from game.exchange.general_midi import drum_note
from game.exchange.midi_tracks import midi_tracks, strike
from game.timing.meter import Meter
from game.timing.units import Beats

Hand = tuple[int, str]
"""A player, and the device that they strike."""

TICKS_PER_BEAT = 3_840
"""Fine enough that a slow tempo blurs no stroke: 0.4 ms at 40 beats a minute."""

_LENGTH_TICKS = TICKS_PER_BEAT // 16
_NS_PER_US = 1_000
_SLOWEST_US = (1 << 24) - 1
"""The longest quarter note that the format can say."""


def take_file(
    take: Take, title: str, names: Mapping[int, str], offset_ns: Mapping[Hand, int]
) -> mido.MidiFile:
    """The strokes of a take at their own times, on the grid's beats.

    The file begins with a bar line: the last one before the recording and its first stroke.

    Args:
        title: name of the track that holds bars and tempi.
        names: by player; each has a track, even one who struck nothing.
        offset_ns: the input offset of each player on each device: as in play, it is taken out.
    """
    places = _Places(take, offset_ns)
    tracks = [(title, places.map_messages())]
    tracks += [(name, places.strikes(player)) for player, name in names.items()]
    return midi_tracks(tracks, TICKS_PER_BEAT)


def take_path(folder: Path, now: datetime) -> Path:
    """A new file that sorts by date."""
    name = f"{now:%Y-%m-%d %H.%M.%S} jam"
    path, again = folder / f"{name}.mid", 1
    while path.exists():
        again += 1
        path = folder / f"{name} {again}.mid"
    return path


class _Places:
    """Where in the file a host time lies."""

    def __init__(self, take: Take, offset_ns: Mapping[Hand, int]) -> None:
        self._take, self._grid = take, take.grid
        self._offset_ns = dict(offset_ns)
        first_ns = min([take.start_ns, *(self._heard_ns(hit) for hit in take.hits)])
        self._origin = self._grid.bar_line(self._grid.pulse_at(first_ns))

    def map_messages(self) -> Iterator[tuple[int, mido.MetaMessage]]:
        """Meters and tempi where they change, as far as the take reaches."""
        for pulse, meter in _meters(self._grid, self._origin):
            message = {"numerator": meter.count, "denominator": meter.unit}
            yield self._ticks(Fraction(pulse)), mido.MetaMessage("time_signature", **message)
        for pulse, pulse_ns in _tempi(self._grid, self._origin):
            beat_ns = pulse_ns / self._grid.bars_at(pulse).pulse_beats
            tempo = min(_SLOWEST_US, max(1, round(beat_ns / _NS_PER_US)))
            yield self._ticks(Fraction(pulse)), mido.MetaMessage("set_tempo", tempo=tempo)

    def strikes(self, player: int) -> Iterator[tuple[int, mido.Message]]:
        """One player's strokes."""
        for hit in self._take.hits:
            if hit.player == player:
                at = self._ticks(self._grid.pulse_at(self._heard_ns(hit)))
                note = drum_note(hit.piece, is_open=hit.is_open)
                yield from strike(at, note, hit.velocity, _LENGTH_TICKS)

    def _heard_ns(self, hit: JamHit) -> int:
        return hit.host_ns - self._offset_ns.get((hit.player, hit.device), 0)

    def _ticks(self, pulse: Fraction) -> int:
        return round(self._beats(pulse) * TICKS_PER_BEAT)

    def _beats(self, pulse: Fraction) -> Beats:
        """Quarter notes from the origin to a pulse."""
        beats, at, bars = Fraction(0), Fraction(self._origin), self._grid.bars_at(self._origin)
        for later in self._grid.bars:
            if at < later.pulse <= pulse:
                beats += (later.pulse - at) * bars.pulse_beats
                at, bars = Fraction(later.pulse), later
        return beats + (pulse - at) * bars.pulse_beats


def _meters(grid: Grid, origin: int) -> Iterator[tuple[int, Meter]]:
    yield origin, grid.bars_at(origin).meter
    yield from ((bars.pulse, bars.meter) for bars in grid.bars if bars.pulse > origin)


def _tempi(grid: Grid, origin: int) -> Iterator[tuple[int, int]]:
    """(pulse, its length) where quarter notes may change their length: a meter changes it too."""
    pulses = {origin, *(s.pulse for s in grid.steps), *(bars.pulse for bars in grid.bars)}
    for pulse in sorted(pulse for pulse in pulses if pulse >= origin):
        yield pulse, grid.at_ns(pulse + 1) - grid.at_ns(pulse)
