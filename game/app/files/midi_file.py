"""A play as a standard MIDI file: tempo map and meters, and one track a player."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import mido

from game.app.files import atomic
from game.charts.model import Chart
from game.duet.replay import Replay
from game.duet.seat import Seat
from game.duet.sounding import Sounding
from game.exchange.general_midi import drum_note
from game.exchange.midi_tracks import map_messages, midi_tracks, strike, ticks_of
from game.timing.units import Beats

TimedMessage = tuple[int, Any]
"""A tick, and the mido message that stands there."""

TICKS_PER_BEAT = 960
_LENGTH_TICKS = TICKS_PER_BEAT // 16


def midi_file(replay: Replay, chart: Chart, names: Sequence[str] = ()) -> mido.MidiFile:
    """The hits of a play, at their own times, on the chart's beats.

    Args:
        chart: the one that was played.
        names: of the players, in the order of the seats.
    """
    start = _start_beat(replay, chart)
    tracks = [(chart.meta.title, map_messages(chart, start, TICKS_PER_BEAT))]
    for index, seat in enumerate(replay.seats):
        name = (names[index] if index < len(names) else "") or f"P{seat.player}"
        tracks.append((name, _hits(replay, seat, chart, start)))
    return midi_tracks(tracks, TICKS_PER_BEAT)


def save(file: mido.MidiFile, path: Path) -> None:
    """Write the whole file or nothing. Raises OSError."""
    stream = io.BytesIO()
    file.save(file=stream)
    atomic.write_bytes(path, stream.getvalue())


def _start_beat(replay: Replay, chart: Chart) -> Beats:
    """Where tick 0 lies: whole bars before the first one, if somebody hit in the lead-in."""
    first_us = min((event.at_us for event in replay.events), default=0)
    if first_us >= 0 or not chart.bars:
        return Fraction(0)
    length_beats = chart.bars[0].meter.length_beats
    return length_beats * (chart.tempo_map.beat(first_us) // length_beats)


def _hits(
    replay: Replay, seat: Seat, chart: Chart, start: Beats
) -> Iterator[tuple[int, mido.Message]]:
    sounding = Sounding(seat.timeline)
    for event in replay.events:
        if event.player != seat.player:
            continue
        voice = sounding.voice(event.lane, event.at_us)
        note = drum_note(voice.piece, is_open=voice.open)
        at = ticks_of(chart.tempo_map.beat(event.at_us), start, TICKS_PER_BEAT)
        yield from strike(at, note, event.velocity, _LENGTH_TICKS)
