"""A play as a standard MIDI file: tempo map and meters, and one track a player."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import mido

from game.app import atomic
from game.charts.model import Chart
from game.charts.pieces import Piece
from game.duet.replay import Replay
from game.duet.seat import Seat
from game.duet.sounding import Sounding
from game.timing.meter import Meter
from game.timing.units import Beats

TimedMessage = tuple[int, Any]
"""A tick, and the mido message that stands there."""

TICKS_PER_BEAT = 960
_LENGTH_TICKS = TICKS_PER_BEAT // 16
_US_PER_MINUTE = 60_000_000
_DRUM_CHANNEL = 9
_OPEN_HAT = 46

_NOTES = {
    Piece.KICK: 36,
    Piece.SNARE: 38,
    Piece.RIM: 37,
    Piece.HAT: 42,
    Piece.PEDAL: 44,
    Piece.TOM1: 48,
    Piece.TOM2: 45,
    Piece.TOM3: 43,
    Piece.CRASH: 49,
    Piece.CRASH2: 57,
    Piece.RIDE: 51,
    Piece.BELL: 53,
    Piece.CHINA: 52,
    Piece.SPLASH: 55,
}
"""General MIDI's number of each drum."""


def midi_file(replay: Replay, chart: Chart, names: Sequence[str] = ()) -> mido.MidiFile:
    """The hits of a play, at their own times, on the chart's beats.

    Args:
        chart: the one that was played.
        names: of the players, in the order of the seats.
    """
    start = _start_beat(replay, chart)
    tracks = [(chart.meta.title, _map_messages(chart, start))]
    for index, seat in enumerate(replay.seats):
        name = (names[index] if index < len(names) else "") or f"P{seat.player}"
        tracks.append((name, _hits(replay, seat, chart, start)))
    return midi_tracks(tracks, TICKS_PER_BEAT)


def midi_tracks(
    tracks: Sequence[tuple[str, Iterable[tuple[int, mido.Message | mido.MetaMessage]]]],
    ticks_per_beat: int,
) -> mido.MidiFile:
    """A file of named tracks of messages at their ticks, in any order; those of one tick keep it.

    Names are in the format's own Latin letters if those are enough for all, else in UTF-8.
    """
    own = [_track(name, messages) for name, messages in tracks]
    charset = "latin1" if all(_is_latin(track.name) for track in own) else "utf-8"
    file = mido.MidiFile(type=1, ticks_per_beat=ticks_per_beat, charset=charset)
    file.tracks.extend(own)
    return file


def drum_note(piece: Piece, *, is_open: bool = False) -> int:
    """General MIDI's number of a drum."""
    return _OPEN_HAT if is_open and piece is Piece.HAT else _NOTES[piece]


def strike(
    at: int, note: int, velocity: int, length_ticks: int
) -> Iterator[tuple[int, mido.Message]]:
    """One stroke, from its tick on."""
    drum = {"channel": _DRUM_CHANNEL, "note": note}
    yield at, mido.Message("note_on", velocity=velocity, **drum)
    yield at + length_ticks, mido.Message("note_off", **drum)


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


def _map_messages(chart: Chart, start: Beats) -> Iterator[tuple[int, mido.MetaMessage]]:
    """Meters and tempi where they change."""
    meter: Meter | None = None
    for bar in chart.bars:
        if bar.meter != meter:
            beat = bar.beat if meter else start
            meter = bar.meter
            yield (
                _ticks(beat, start),
                mido.MetaMessage("time_signature", numerator=meter.count, denominator=meter.unit),
            )
    tempi = chart.tempo_map
    changes = sorted({Fraction(0), *(s.beat for s in tempi.steps), *(p.beat for p in tempi.pins)})
    for beat in changes:
        at = _ticks(beat, start) if beat else 0
        tempo = round(_US_PER_MINUTE / tempi.bpm(beat))
        yield at, mido.MetaMessage("set_tempo", tempo=tempo)


def _hits(
    replay: Replay, seat: Seat, chart: Chart, start: Beats
) -> Iterator[tuple[int, mido.Message]]:
    sounding = Sounding(seat.timeline)
    for event in replay.events:
        if event.player != seat.player:
            continue
        voice = sounding.voice(event.lane, event.at_us)
        note = drum_note(voice.piece, is_open=voice.open)
        at = _ticks(chart.tempo_map.beat(event.at_us), start)
        yield from strike(at, note, event.velocity, _LENGTH_TICKS)


def _is_latin(name: str) -> bool:
    return all(ord(sign) < 256 for sign in name)


def _track(
    name: str, messages: Iterable[tuple[int, mido.Message | mido.MetaMessage]]
) -> mido.MidiTrack:
    track = mido.MidiTrack([mido.MetaMessage("track_name", name=name)])
    before = 0
    for at, message in sorted(messages, key=lambda each: each[0]):
        track.append(message.copy(time=at - before))
        before = at
    return track


def _ticks(beat: Beats, start: Beats) -> int:
    return max(0, round((beat - start) * TICKS_PER_BEAT))
