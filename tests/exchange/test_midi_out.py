"""A chart as MIDI, read message by message."""

from __future__ import annotations

import mido
from helpers import chart

from game.exchange.midi_out import TICKS_PER_BEAT, midi_file
from game.exchange.strikes import ACCENT, GHOST, HIT

# Two bars in 4/4, one in 3/4 at another tempo.
SONG = chart("""
== Call ==
bpm      |120 |    |90 |
meter    |4/4 |    |3/4|
P1 snare |x-X-|--g-|f--|
P1 hat   |o-x-|----|---|
P2 kick  |o---|----|--o|
""")


def placed(track: mido.MidiTrack) -> list[tuple[int, mido.Message]]:
    """The messages of a track at their ticks."""
    at, found = 0, []
    for message in track:
        at += message.time
        found.append((at, message))
    return found


def strokes(track: mido.MidiTrack) -> list[tuple[float, int, int]]:
    """(beat, note, velocity) of every stroke."""
    return [
        (at / TICKS_PER_BEAT, message.note, message.velocity)
        for at, message in placed(track)
        if message.type == "note_on"
    ]


def test_each_player_has_a_drum_track() -> None:
    file = midi_file(SONG)
    assert [track.name for track in file.tracks] == ["Test", "P1", "P2"]
    assert {m.channel for track in file.tracks for m in track if m.type == "note_on"} == {9}


def test_accents_and_ghosts_are_velocities_and_an_open_hat_a_note_of_its_own() -> None:
    _, p1, p2 = midi_file(SONG).tracks
    assert strokes(p1)[:5] == [
        (0, 46, HIT),
        (0, 38, HIT),
        (2, 42, HIT),
        (2, 38, ACCENT),
        (6, 38, GHOST),
    ]
    assert strokes(p2) == [(0, 36, HIT), (10, 36, HIT)]


def test_a_flam_has_a_softer_grace_thirty_milliseconds_before_it() -> None:
    grace, main = strokes(midi_file(SONG).tracks[1])[-2:]
    assert main == (8, 38, HIT)
    # At 120 beats a minute 30 ms are 0.06 of a beat; the grace lies before the change to 90.
    assert abs(grace[0] - 7.94) < 1 / TICKS_PER_BEAT
    assert grace[2] < HIT


def test_tempi_meters_and_sections_stand_where_they_change() -> None:
    messages = placed(midi_file(SONG).tracks[0])
    meters = [(at, m.numerator, m.denominator) for at, m in messages if m.type == "time_signature"]
    assert meters == [(0, 4, 4), (8 * TICKS_PER_BEAT, 3, 4)]
    tempi = [(at, m.tempo) for at, m in messages if m.type == "set_tempo"]
    assert tempi == [(0, 500_000), (8 * TICKS_PER_BEAT, 666_667)]
    assert [(at, m.text) for at, m in messages if m.type == "marker"] == [(0, "Call")]


def test_the_file_is_as_long_as_the_chart() -> None:
    at, last = placed(midi_file(SONG).tracks[0])[-1]
    assert (at, last.type) == (11 * TICKS_PER_BEAT, "end_of_track")


def test_a_solo_chart_has_one_drum_track_and_a_roll_is_written_out() -> None:
    solo = chart("P1 snare |r===|----|")
    (track,) = midi_file(solo).tracks[1:]
    beats = [beat for beat, _, _ in strokes(track)]
    # Two seconds of strokes, 90 ms from one to the next.
    assert len(beats) == 22
    assert max(beats) < 4
