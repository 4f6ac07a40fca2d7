"""What stands in a prepared file, frame by frame."""

from pathlib import Path

import numpy as np
import pytest
from disk_recording import ASSETS
from sound_files import impulses, read_wav, write_wav

from game.audio.render import render
from game.audio.request import SongRequest
from game.audio.ticks import Tick, TickKind
from game.errors import AudioError


def rendered(request: SongRequest, tmp_path: Path, assets: Path = ASSETS) -> np.ndarray:
    render(request, assets, tmp_path / "out.wav", lambda _done: None)
    return read_wav(tmp_path / "out.wav")[:, 0]


def song_with_strokes(tmp_path: Path, *at_s: float) -> Path:
    return write_wav(tmp_path / "song.wav", impulses(4, list(at_s)))


@pytest.mark.parametrize(
    ("offset_us", "lead_in_us", "stroke_frame", "frames"),
    [
        (0, 2_000_000, 3 * 48_000, 6 * 48_000),  # the stroke at 1 s comes 3 s after the start
        (400_000, 2_000_000, 124_800, 268_800),  # 0.4 s of audio belong to the lead-in: 2.6 s
        (3_000_000, 2_000_000, 48_000, 5 * 48_000),  # 3 s of audio before bar 1; chart 2 s long
        (-500_000, 2_000_000, 168_000, 312_000),  # the audio starts half a second into bar 1
        (7, 2_000_000, 144_000, 288_000),  # a third of a frame
    ],
)
def test_the_song_lies_where_its_offset_says(
    tmp_path, offset_us, lead_in_us, stroke_frame, frames
) -> None:
    song = song_with_strokes(tmp_path, 1.0)
    out = rendered(SongRequest(song, 2_000_000, offset_us, lead_in_us), tmp_path)
    assert np.flatnonzero(out).tolist() == [stroke_frame]
    assert len(out) == max(frames, 2 * 48_000)


def test_the_song_is_as_loud_as_asked_for(tmp_path) -> None:
    song = song_with_strokes(tmp_path, 1.0)
    out = rendered(SongRequest(song, 1_000_000, song_gain=0.25), tmp_path)
    assert out.max() == round(round(0.5 * 32767) * 0.25)


def test_a_chart_longer_than_its_audio_ends_in_silence(tmp_path) -> None:
    out = rendered(SongRequest(song_with_strokes(tmp_path, 1.0), 30_000_000), tmp_path)
    assert len(out) == 32 * 48_000


def test_a_chart_without_audio_is_silence_and_sticks(tmp_path) -> None:
    ticks = tuple(Tick(at_us, TickKind.STICKS) for at_us in (-1_000_000, -500_000))
    out = rendered(SongRequest(None, 1_000_000, ticks=ticks), tmp_path)
    assert len(out) == 3 * 48_000
    assert not out[:48_000].any()
    assert out[48_000:60_000].any()
    assert not out[96_000:].any()


@pytest.mark.parametrize("rate_pct", [40, 73, 100, 150])
def test_sticks_fall_on_their_frame_at_any_speed(tmp_path, rate_pct) -> None:
    at_us = (-2_105_263, -1_578_947, -1_052_632, -526_316)  # 114 beats a minute
    ticks = tuple(Tick(tick_us, TickKind.STICKS) for tick_us in at_us)
    out = rendered(
        SongRequest(None, 0, lead_in_us=2_500_000, ticks=ticks, rate_pct=rate_pct), tmp_path
    )
    alone = rendered(
        SongRequest(None, 500_000, lead_in_us=0, ticks=(Tick(0, TickKind.STICKS),)), tmp_path
    )
    stick = alone[:4_800]
    for tick_us in at_us:
        exact = (tick_us + 2_500_000) * 48_000 / 1_000_000 * 100 / rate_pct
        frame = round(exact)
        assert np.array_equal(out[frame : frame + len(stick)], stick)


def test_ticks_are_mixed_over_the_song_at_their_own_level(tmp_path) -> None:
    song = write_wav(tmp_path / "song.wav", np.full(48_000, 0.25))
    beat = (Tick(500_000, TickKind.BEAT),)
    plain = rendered(SongRequest(song, 0, lead_in_us=0), tmp_path)
    ticked = rendered(SongRequest(song, 0, lead_in_us=0, ticks=beat, click_gain=0.5), tmp_path)
    added = ticked - plain
    assert not added[:24_000].any()
    assert np.abs(added).max() == pytest.approx(0.8 * 0.5 * 32768, rel=0.01)


def test_without_the_sticks_file_a_beep_counts_in(tmp_path) -> None:
    ticks = (Tick(0, TickKind.STICKS),)
    out = rendered(SongRequest(None, 1_000_000, ticks=ticks), tmp_path, assets=tmp_path)
    assert out[96_000:].any()


def test_progress_rises_to_one(tmp_path) -> None:
    told: list[float] = []
    request = SongRequest(song_with_strokes(tmp_path, 1.0), 30_000_000)
    render(request, ASSETS, tmp_path / "out.wav", told.append)
    assert told == sorted(told)
    assert told[-1] == 1


def test_a_song_that_is_no_sound_is_an_audio_error(tmp_path) -> None:
    song = tmp_path / "song.ogg"
    song.write_text("this is a text")
    with pytest.raises(AudioError):
        rendered(SongRequest(song, 1), tmp_path)
