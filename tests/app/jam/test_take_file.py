"""A take as a standard MIDI file, read back."""

from datetime import datetime

import mido
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jam_takes import CHANGES, MS, START_NS, change, meters_and_tempi, strikes, take

from game.app.jam.grid import Grid
from game.app.jam.take import JamHit, Take
from game.app.jam.take_file import Hand, take_file, take_path
from game.charts.pieces import Piece
from game.input.raw_hit import KEYBOARD
from game.timing.meter import Meter

NAMES = {1: "Mina", 2: "Jun"}


def file_of(made: Take, offset_ns: dict[Hand, int] | None = None) -> mido.MidiFile:
    return take_file(made, "Jam", NAMES, offset_ns or {})


def times_ms(file: mido.MidiFile, track: int) -> list[float]:
    return [round(at_ms, 1) for at_ms, _, _ in strikes(file, track)]


def test_one_track_a_player_with_their_names(tmp_path):
    path = tmp_path / "jam.mid"
    file_of(take((0, 1), (250, 2), (1_000, 1))).save(path)
    file = mido.MidiFile(path)
    assert file.type == 1
    assert [track.name for track in file.tracks] == ["Jam", "Mina", "Jun"]
    assert times_ms(file, 1) == [0, 1_000]
    assert times_ms(file, 2) == [250]


def test_a_player_who_struck_nothing_has_an_empty_track():
    assert strikes(file_of(take((0, 1))), 2) == []


def test_drum_and_velocity_are_kept():
    made = take()
    made.hits = [
        JamHit(START_NS, 1, Piece.HAT, is_open=True, velocity=30),
        JamHit(START_NS, 1, Piece.KICK, velocity=127),
    ]
    assert [(note, velocity) for _, note, velocity in strikes(file_of(made), 1)] == [
        (46, 30),
        (36, 127),
    ]


def test_the_file_begins_with_the_bar_line_before_the_recording():
    grid = Grid(START_NS - 2_700 * MS)  # bars of two seconds: the last one is 700 ms ago
    assert times_ms(file_of(take((0, 1), (1_300, 1), grid=grid)), 1) == [700, 2_000]


def test_the_input_offset_is_taken_out_and_nothing_gets_lost_before_the_beginning():
    file = file_of(take((0, 1), (0, 2)), {(1, KEYBOARD): 60 * MS, (2, KEYBOARD): -20 * MS})
    assert times_ms(file, 1) == pytest.approx([1_940], abs=0.15)  # a bar of two seconds went before
    assert times_ms(file, 2) == pytest.approx([2_020], abs=0.15)


def test_tempo_and_meter_are_written_where_they_change():
    grid = Grid(START_NS)
    grid.set_bpm(60, START_NS + 1_200 * MS)  # from the fourth beat on
    grid.set_meter(Meter((6,), 8), START_NS + 1_700 * MS)  # from the second bar on
    assert meters_and_tempi(file_of(take(grid=grid))) == [
        (0, "4/4"), (0, "120.0"), (3, "60.0"), (4, "6/8"), (4, "90.0"),
    ]  # fmt: skip


def test_strokes_on_the_metronome_stand_on_the_beats():
    grid = Grid(START_NS)
    grid.set_bpm(97, START_NS + 100 * MS)
    on_beats = [(grid.at_ns(pulse) - START_NS) / MS for pulse in range(8)]
    track = file_of(take(*((at_ms, 1) for at_ms in on_beats), grid=grid)).tracks[1]
    at, found = 0, []
    for message in track:
        at += message.time
        if message.type == "note_on":
            found.append(at / 3_840)
    assert found == list(range(8))


@settings(max_examples=60, deadline=None)
@given(CHANGES, st.lists(st.integers(0, 20_000), max_size=20))
def test_whatever_the_metronome_does_every_stroke_keeps_its_time(changes, hits_ms):
    grid, now_ns = Grid(START_NS), START_NS
    for gap_ms, what, bpm, meter in changes:
        now_ns += gap_ms * MS
        change(grid, what, now_ns, bpm, meter)
    made = take(*((at_ms, 1) for at_ms in hits_ms), grid=grid)
    found = strikes(file_of(made), 1)
    assert [at_ms for at_ms, _, _ in found] == pytest.approx(sorted(hits_ms), abs=0.6)


def test_a_file_is_never_written_over(tmp_path):
    now = datetime(2026, 11, 23, 18, 31, 5)
    first = take_path(tmp_path, now)
    assert first.name == "2026-11-23 18.31.05 jam.mid"
    first.touch()
    assert take_path(tmp_path, now).name == "2026-11-23 18.31.05 jam 2.mid"
