"""Takes for tests, and what a MIDI file says of them."""

from __future__ import annotations

import mido
from hypothesis import strategies as st

from game.app.jam.grid import METERS, Grid
from game.app.jam.take import JamHit, Take
from game.charts.pieces import Piece
from game.timing.meter import Meter

MS = 1_000_000
START_NS = 7_000 * MS

CHANGES = st.lists(
    st.tuples(
        st.integers(1, 3_000),
        st.sampled_from(["bpm", "meter", "align"]),
        st.integers(30, 300),
        st.sampled_from(METERS),
    ),
    max_size=12,
)
"""Of a metronome: ms since the last one, what, and the tempo and meter that it brings."""


def change(grid: Grid, what: str, now_ns: int, bpm: int, meter: Meter) -> None:
    """Do one of `CHANGES`."""
    if what == "bpm":
        grid.set_bpm(bpm, now_ns)
    elif what == "meter":
        grid.set_meter(meter, now_ns)
    else:
        grid.align(now_ns, bpm)


def take(*hits: tuple[float, int], grid: Grid | None = None) -> Take:
    """A take of snare hits: ms since its start, player."""
    made = Take(START_NS, grid or Grid(START_NS))
    made.hits = [JamHit(START_NS + round(at_ms * MS), p, Piece.SNARE) for at_ms, p in sorted(hits)]
    return made


def strikes(file: mido.MidiFile, track: int) -> list[tuple[float, int, int]]:
    """(ms, note, velocity) of a track, on the file's own tempo map."""
    at_ms, tempo, found = 0.0, 500_000, []
    for message in mido.merge_tracks([file.tracks[0], file.tracks[track]]):
        at_ms += mido.tick2second(message.time, file.ticks_per_beat, tempo) * 1_000
        if message.type == "set_tempo":
            tempo = message.tempo
        elif message.type == "note_on":
            found.append((at_ms, message.note, message.velocity))
    return found


def meters_and_tempi(file: mido.MidiFile) -> list[tuple[float, str]]:
    """(quarter note, what holds from there on) of the first track."""
    at, found = 0, []
    for message in file.tracks[0]:
        at += message.time
        beat = at / file.ticks_per_beat
        if message.type == "time_signature":
            found.append((beat, f"{message.numerator}/{message.denominator}"))
        elif message.type == "set_tempo":
            found.append((beat, str(round(mido.tempo2bpm(message.tempo), 2))))
    return found
