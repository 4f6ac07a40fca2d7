"""A play as a standard MIDI file, read back."""

from __future__ import annotations

from pathlib import Path

import mido
import pytest
from helpers import chart

from game.app.files import midi_file
from game.charts.compile import compile_timeline
from game.charts.layouts import LAYOUTS
from game.charts.pieces import Piece
from game.duet.duet import Duet
from game.duet.events import InputEvent
from game.duet.replay import Hands, Replay, record
from game.duet.seat import Seat
from game.exchange.general_midi import drum_note
from game.input.midi.mapping import DEFAULT_NOTES
from game.judge.rules import RULES

# Two bars at 120, one at 90 in 3/4.
SONG = chart("""
bpm      |120 |    |90 |
meter    |4/4 |    |3/4|
P1 snare |x---|x---|x--|
P1 hat   |o-x-|--x-|---|
P2 kick  |o-o-|o-o-|o-o|
""")


def played(*events: tuple[int, int, str, int]) -> Replay:
    """A play of (at_us, player, lane, velocity)."""
    timelines = [compile_timeline(SONG, player, 5, "four") for player in (1, 2)]
    duet = Duet([Seat(timeline, RULES["standard"]) for timeline in timelines])
    for at_us, player, lane, velocity in events:
        duet.feed(InputEvent(at_us, player, lane, velocity))
    return record(duet, [Hands("midi:TD-17"), Hands()], "digest", SONG.meta.title)


def read_back(replay: Replay, tmp_path: Path, names=()) -> mido.MidiFile:
    path = tmp_path / "play.mid"
    midi_file.save(midi_file.midi_file(replay, SONG, names), path)
    return mido.MidiFile(path)


def notes_of(file: mido.MidiFile, track: int) -> list[tuple[float, int, int]]:
    """(seconds, note, velocity) of a player's track, on the file's own tempo map."""
    at_s, found = 0.0, []
    merged = mido.merge_tracks([file.tracks[0], file.tracks[track]])
    tempo = 500_000
    for message in merged:
        at_s += mido.tick2second(message.time, file.ticks_per_beat, tempo)
        if message.type == "set_tempo":
            tempo = message.tempo
        elif message.type == "note_on" and message.velocity:
            found.append((at_s, message.note, message.velocity))
    return found


def test_every_hit_stands_in_its_players_track_at_its_time(tmp_path):
    events = [
        (3_000, 1, "snare", 100),
        (510_250, 2, "kick", 127),
        (999_123, 1, "cymbal", 1),
        (4_001_000, 1, "snare", 64),
        (5_350_400, 2, "kick", 90),
    ]
    file = read_back(played(*events), tmp_path)
    assert file.type == 1
    assert len(file.tracks) == 3
    for player in (1, 2):
        mine = [event for event in events if event[1] == player]
        found = notes_of(file, player)
        assert [velocity for _, _, velocity in found] == [event[3] for event in mine]
        for (at_s, note, _), (at_us, _, lane, _) in zip(found, mine, strict=True):
            # Half a tick at 90 is 0.35 ms.
            assert at_s == pytest.approx(at_us / 1e6, abs=0.000_4)
            assert LAYOUTS["four"].lane_of(DEFAULT_NOTES[note]) == lane


def test_tempo_and_meter_are_the_charts(tmp_path):
    track = read_back(played(), tmp_path).tracks[0]
    at, found = 0, []
    for message in track:
        at += message.time
        if message.type in ("set_tempo", "time_signature"):
            found.append((at / midi_file.TICKS_PER_BEAT, message))
    tempi = [(beat, round(mido.tempo2bpm(m.tempo))) for beat, m in found if m.type == "set_tempo"]
    meters = [(beat, m.numerator, m.denominator) for beat, m in found if m.type != "set_tempo"]
    assert tempi == [(0, 120), (8, 90)]
    assert meters == [(0, 4, 4), (8, 3, 4)]


def test_hits_in_the_lead_in_move_the_song_by_whole_bars(tmp_path):
    # At 120 a bar is two seconds.
    replay = played((-2_500_000, 1, "snare", 80), (0, 1, "snare", 100))
    found = notes_of(read_back(replay, tmp_path), 1)
    assert [round(at_s, 3) for at_s, _, _ in found] == [1.5, 4.0]


def test_an_open_hat_is_one():
    song = chart("P1 hat |o-x-|\nP2 kick |o---|")
    timelines = [compile_timeline(song, player, 5, "four") for player in (1, 2)]
    duet = Duet([Seat(timeline, RULES["standard"]) for timeline in timelines])
    for at_us in (0, 1_000_000):
        duet.feed(InputEvent(at_us, 1, "cymbal"))
    replay = record(duet, [Hands(), Hands()], "digest", "Hats")
    track = midi_file.midi_file(replay, song).tracks[1]
    assert [message.note for message in track if message.type == "note_on"] == [46, 42]


@pytest.mark.parametrize(
    ("names", "charset"),
    [
        (("Mina", "Jürgen"), "latin1"),  # the format's own letters
        (("민아", "Jürgen"), "utf-8"),
        (("ゆい", "W" * 40), "utf-8"),
    ],
)
def test_each_track_bears_its_players_name(tmp_path, names, charset):
    read_back(played(), tmp_path, names)
    file = mido.MidiFile(tmp_path / "play.mid", charset=charset)
    assert [track.name for track in file.tracks[1:]] == list(names)


def test_a_player_without_a_name_is_p1_or_p2(tmp_path):
    assert [track.name for track in read_back(played(), tmp_path, ("", "Jun")).tracks[1:]] == [
        "P1",
        "Jun",
    ]


def test_every_drum_has_a_number_of_its_own():
    assert len({drum_note(piece) for piece in Piece}) == len(Piece)
