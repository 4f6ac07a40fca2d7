"""Reading a standard MIDI file: its drum tracks, tempi, meters and markers; never a crash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import mido

from game.errors import FileFaultError
from game.exchange.general_midi import DRUM_CHANNEL
from game.timing.meter import Meter
from game.timing.units import Beats

_EXPECTED = "a standard MIDI file with drums on channel 10"
_MAX_BYTES = 8_000_000
_MOST_METER = 32


@dataclass(frozen=True, slots=True)
class MidiHit:
    """One stroke as the file has it."""

    beat: Beats
    """Quarter notes from the start of the file."""

    note: int
    velocity: int


@dataclass(frozen=True, slots=True)
class DrumTrack:
    """The strokes of one track, in the file's order."""

    number: int
    """Among all tracks of the file, from 1."""

    name: str
    hits: tuple[MidiHit, ...]

    def __str__(self) -> str:
        return f"{self.number} ({self.name})" if self.name else str(self.number)


@dataclass(frozen=True, slots=True)
class DrumFile:
    """What a chart can be made of; places are in quarter notes, each list in the file's order."""

    title: str
    """The name of a track without drums, or ""."""

    tick_beats: Beats
    """The length of the file's finest step."""

    tempi: tuple[tuple[Beats, int], ...]
    """(beat, microseconds of a quarter note)."""

    meters: tuple[tuple[Beats, Meter], ...]
    markers: tuple[tuple[Beats, str], ...]
    tracks: tuple[DrumTrack, ...]
    """Those that have strokes on channel 10."""

    end_beat: Beats


def read_midi(path: Path) -> DrumFile:
    """Raises FileFaultError: the file cannot be read, is none, or has no drums."""
    try:
        with path.open("rb") as stream:
            data = stream.read(_MAX_BYTES + 1)
    except OSError as error:
        found = error.strerror or type(error).__name__
        raise FileFaultError(path, "", found, _EXPECTED) from error
    if len(data) > _MAX_BYTES:
        raise FileFaultError(path, "", f"more than {_MAX_BYTES:,} bytes", _EXPECTED)
    file = _parsed(data, path)
    if file.ticks_per_beat <= 0:
        raise FileFaultError(path, "", "times in film frames", "times in quarter notes")
    read = _drum_file(file)
    if not read.tracks:
        hint = "put the drums on channel 10 and try again"
        raise FileFaultError(path, "", "no stroke on channel 10", _EXPECTED, hint)
    return read


def only_tracks(file: DrumFile, numbers: Sequence[int], path: Path) -> DrumFile:
    """The file with the drum tracks of these numbers alone, in this order.

    Raises:
        FileFaultError: there is no such drum track.
    """
    by_number = {track.number: track for track in file.tracks}
    for number in numbers:
        if number not in by_number:
            raise FileFaultError(path, "", f"no drums in track {number}", listed(file.tracks))
    return replace(file, tracks=tuple(by_number[number] for number in numbers))


def listed(tracks: Sequence[DrumTrack]) -> str:
    """Drum tracks in words: `drum track 2 (Kit)`."""
    names = ", ".join(map(str, tracks))
    return f"drum tracks {names}" if len(tracks) > 1 else f"drum track {names}"


def _parsed(data: bytes, path: Path) -> mido.MidiFile:
    """The file's messages; names are in UTF-8 or else in the format's own Latin letters."""
    reason = ""
    for charset in ("utf-8", "latin1"):
        try:
            return mido.MidiFile(file=BytesIO(data), clip=True, charset=charset)
        except Exception as error:
            # mido raises whatever a broken byte leads to; a stranger's file is no crash.
            reason = str(error) or "a file that is cut short"
    raise FileFaultError(path, "", reason, _EXPECTED)


def _drum_file(file: mido.MidiFile) -> DrumFile:
    tempi: list[tuple[Beats, int]] = []
    meters: list[tuple[Beats, Meter]] = []
    markers: list[tuple[Beats, str]] = []
    tracks: list[DrumTrack] = []
    title, end_beat = "", Beats(0)
    for number, track in enumerate(file.tracks, start=1):
        hits: list[MidiHit] = []
        for beat, message in _placed(track, file.ticks_per_beat):
            end_beat = max(end_beat, beat)
            if message.type == "set_tempo":
                tempi.append((beat, message.tempo))
            elif message.type == "time_signature" and _can_be_written(message):
                meters.append((beat, Meter((message.numerator,), message.denominator)))
            elif message.type == "marker" and message.text.strip():
                markers.append((beat, message.text))
            elif _is_stroke(message):
                hits.append(MidiHit(beat, message.note, message.velocity))
        if hits:
            tracks.append(DrumTrack(number, _plain(track.name), tuple(hits)))
        else:
            title = title or str(track.name)
    return DrumFile(
        title=title,
        tick_beats=Beats(1, file.ticks_per_beat),
        tempi=tuple(sorted(tempi, key=lambda pair: pair[0])),
        meters=tuple(sorted(meters, key=lambda pair: pair[0])),
        markers=tuple(sorted(markers, key=lambda pair: pair[0])),
        tracks=tuple(tracks),
        end_beat=end_beat,
    )


def _plain(name: object) -> str:
    return "".join(sign for sign in " ".join(str(name).split()) if sign.isprintable())


def _placed(
    track: mido.MidiTrack, ticks_per_beat: int
) -> Iterator[tuple[Beats, mido.Message | mido.MetaMessage]]:
    tick = 0
    for message in track:
        tick += message.time
        yield Beats(tick, ticks_per_beat), message


def _is_stroke(message: mido.Message) -> bool:
    is_on = message.type == "note_on" and message.velocity > 0
    return bool(is_on and message.channel == DRUM_CHANNEL)


def _can_be_written(message: mido.MetaMessage) -> bool:
    """Whether a chart has this meter; another one leaves the bars as they are."""
    return bool(1 <= message.numerator <= _MOST_METER and message.denominator <= _MOST_METER)
