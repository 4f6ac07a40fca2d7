"""Standard MIDI files out of messages at their ticks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import mido

from game.charts.model import Chart
from game.exchange.general_midi import DRUM_CHANNEL
from game.timing.meter import Meter
from game.timing.units import Beats

_US_PER_MINUTE = 60_000_000


def midi_tracks(
    tracks: Sequence[tuple[str, Iterable[tuple[int, mido.Message | mido.MetaMessage]]]],
    ticks_per_beat: int,
) -> mido.MidiFile:
    """A file of named tracks of messages at their ticks, in any order; those of one tick keep it.

    Names are in the format's own Latin letters if those are enough for all, else in UTF-8.
    """
    own = [_track(name, messages) for name, messages in tracks]
    texts = [text for track in own for text in _texts(track)]
    charset = "latin1" if all(_is_latin(text) for text in texts) else "utf-8"
    file = mido.MidiFile(type=1, ticks_per_beat=ticks_per_beat, charset=charset)
    file.tracks.extend(own)
    return file


def strike(
    at: int, note: int, velocity: int, length_ticks: int
) -> Iterator[tuple[int, mido.Message]]:
    """One stroke, from its tick on."""
    drum = {"channel": DRUM_CHANNEL, "note": note}
    yield at, mido.Message("note_on", velocity=velocity, **drum)
    yield at + length_ticks, mido.Message("note_off", **drum)


def map_messages(
    chart: Chart, start: Beats, ticks_per_beat: int
) -> Iterator[tuple[int, mido.MetaMessage]]:
    """Meters and tempi where they change.

    Args:
        start: the beat at tick 0; before song time 0 the first meter and tempo hold.
    """
    meter: Meter | None = None
    for bar in chart.bars:
        if bar.meter != meter:
            beat = bar.beat if meter else start
            meter = bar.meter
            yield (
                ticks_of(beat, start, ticks_per_beat),
                mido.MetaMessage("time_signature", numerator=meter.count, denominator=meter.unit),
            )
    tempi = chart.tempo_map
    changes = {Beats(0), *(step.beat for step in tempi.steps), *(pin.beat for pin in tempi.pins)}
    for beat in sorted(changes):
        at = ticks_of(beat, start, ticks_per_beat) if beat else 0
        tempo = round(_US_PER_MINUTE / tempi.bpm(beat))
        yield at, mido.MetaMessage("set_tempo", tempo=tempo)


def ticks_of(beat: Beats, start: Beats, ticks_per_beat: int) -> int:
    """The tick of a beat, never before the file's start."""
    return max(0, round((beat - start) * ticks_per_beat))


def _texts(track: mido.MidiTrack) -> Iterator[str]:
    yield str(track.name)
    for message in track:
        if message.is_meta and hasattr(message, "text"):
            yield str(message.text)


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
