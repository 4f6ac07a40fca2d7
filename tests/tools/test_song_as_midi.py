"""Songs as MIDI files."""

from pathlib import Path

import pytest
from music.midi import Track, write_midi
from music.notation import Sound

NOTE = Sound(start_cells=4, length_cells=2, pitch=60, velocity=100)


def written(path: Path, *tracks: Track, bpm: float = 120, lead_in_s: float = 0.0) -> bytes:
    write_midi(path, tracks, bpm, 16, lead_in_s)
    return path.read_bytes()


def test_a_file_starts_with_its_tempo(tmp_path: Path) -> None:
    data = written(tmp_path / "a.mid", Track("piano", 0, [NOTE]))
    assert data[:14] == b"MThd\0\0\0\6\0\1\0\2\x03\xc0"  # type 1, two tracks, 960 ticks a quarter
    assert b"\xff\x51\x03" + (500_000).to_bytes(3, "big") in data  # µs a quarter


@pytest.mark.parametrize(
    ("lead_in_s", "early_ms", "delta"),
    [
        (0.0, 0.0, b"\x87\x40"),  # one quarter: 960 ticks
        (0.5, 0.0, b"\x8f\x00"),  # half a second is another quarter at 120: 1920
        (0.5, 25.0, b"\x8e\x50"),  # 25 ms earlier: 1920 - 48
    ],
)
def test_a_note_starts_after_the_lead_in_and_early_where_its_samples_are_slow(
    tmp_path: Path, lead_in_s: float, early_ms: float, delta: bytes
) -> None:
    track = Track("horns", 61, [NOTE], early_ms=early_ms)
    data = written(tmp_path / "a.mid", track, lead_in_s=lead_in_s)
    assert delta + bytes([0x90, 60, 100]) in data


def test_percussion_has_the_drum_channel_and_nobody_else(tmp_path: Path) -> None:
    tracks = [Track(f"{n}", n, [NOTE]) for n in range(10)]
    data = written(tmp_path / "a.mid", *tracks, Track("drum", 0, [NOTE], is_percussion=True))
    played = [channel for channel in range(16) if bytes([0x90 | channel, 60, 100]) in data]
    assert played == list(range(11))
    assert data.count(bytes([0x99, 60, 100])) == 1


def test_a_swell_runs_straight_between_its_points(tmp_path: Path) -> None:
    track = Track("strings", 48, [], swells=[(0, 40), (4, 80)])
    data = written(tmp_path / "a.mid", track)
    values = [data[at + 2] for at in range(len(data) - 2) if data[at : at + 2] == b"\xb0\x0b"]
    assert values == [40, 50, 60, 70, 80]


def test_the_same_notes_give_the_same_bytes(tmp_path: Path) -> None:
    track = Track("piano", 0, [NOTE])
    assert written(tmp_path / "a.mid", track) == written(tmp_path / "b.mid", track)
