"""A part of a song, over and over, as it is heard."""

import numpy as np
import pytest
from disk_recording import record
from sound_files import read_wav, write_wav

from game.audio.cycle import FADE_FRAMES, Cycle, write_cycle
from game.audio.mixer import Mixer
from game.audio.request import PreparedSong
from game.audio.song import SongPlayer
from game.errors import AudioError

RATE_HZ = 48_000
FRAMES = 6 * RATE_HZ


def clicks_at(frames: list[int], length: int = FRAMES) -> np.ndarray:
    """One loud frame at each place, in silence."""
    pcm = np.zeros(length)
    pcm[frames] = 0.9
    return pcm


def song_of(path, rate_pct: int = 100) -> PreparedSong:
    return PreparedSong(path, start_us=0, frames=FRAMES, rate_pct=rate_pct)


def test_a_part_is_cut_to_the_frame(tmp_path) -> None:
    path = write_wav(tmp_path / "song.wav", np.arange(FRAMES) % 30_000 / 32767)
    write_cycle(song_of(path), 1_000, 21_000, tmp_path / "part.wav")
    part, whole = read_wav(tmp_path / "part.wav"), read_wav(path)
    inside = slice(FADE_FRAMES, -FADE_FRAMES)
    assert len(part) == 20_000
    assert np.array_equal(part[inside], whole[1_000:21_000][inside])


def test_both_ends_begin_and_end_in_silence(tmp_path) -> None:
    path = write_wav(tmp_path / "song.wav", np.full(FRAMES, 0.5))
    write_cycle(song_of(path), 0, 4_800, tmp_path / "part.wav")
    part = read_wav(tmp_path / "part.wav")
    assert not part[0].any()
    assert not part[-1].any()


def test_what_is_over_the_part_is_heard_from_its_first_frame(tmp_path) -> None:
    path = write_wav(tmp_path / "song.wav", np.zeros(FRAMES))
    over = np.full((100, 2), 0.25, np.float32)
    write_cycle(song_of(path), 0, 4_800, tmp_path / "part.wav", over)
    assert np.flatnonzero(read_wav(tmp_path / "part.wav")[:, 0]).tolist() == list(range(100))


@pytest.mark.parametrize("rate_pct", [100, 60])
def test_every_time_round_follows_the_one_before_without_a_gap(tmp_path, rate_pct) -> None:
    # From song second 1.0 to 1.25; clicks 50 ms and 150 ms of song time after its start.
    first, length, places = ([frame * 100 // rate_pct for frame in each] for each in (
        [48_000], [12_000], [2_400, 7_200]))  # fmt: skip
    write_wav(tmp_path / "song.wav", clicks_at([first[0] + place for place in places]))
    mixed, said = record(
        f"""
from game.audio.request import PreparedSong
from game.audio.song import SongPlayer
player = SongPlayer(mixer)
player.load(PreparedSong(TMP / "song.wav", 0, {FRAMES}, {rate_pct}))
cycle = player.play_cycle(1_000_000, 1_250_000); recorder.wait(6 * cycle.frames)
print(cycle.from_us, cycle.frames, recorder.frames(), player.position_us())
""",
        tmp_path,
    )
    from_us, frames, recorded, position_us = map(int, said.split())
    assert (from_us, frames) == (1_000_000, length[0])
    heard = np.flatnonzero(mixed[:, 0] > 16_000)
    start = int(heard[0]) - places[0]
    expected = [start + round_ * frames + place for round_ in range(6) for place in places]
    assert heard[: len(expected)].tolist() == expected
    # The position runs on through all rounds: what was mixed by then, told in whole milliseconds.
    mixed_us = (recorded - start) * 10 * rate_pct // 48
    assert position_us >= 1_000_000 + mixed_us - 10 * rate_pct
    assert mixed_us > 5 * 250_000


def test_a_part_at_the_end_of_the_song_ends_with_it(mixer, tmp_path) -> None:
    path = write_wav(tmp_path / "song.wav", np.zeros(FRAMES))
    player = SongPlayer(mixer)
    player.load(song_of(path))
    assert player.play_cycle(5_000_000, 9_000_000) == Cycle(5_000_000, 48_000, 100)
    player.close()
    assert list(tmp_path.iterdir()) == [path]


def test_times_round_are_counted_to_the_frame() -> None:
    # 12,345 frames are 257,187.5 us: two of them 514,375, not twice a rounded one.
    cycle = Cycle(0, 12_345, 100)
    assert (cycle.us_of(0), cycle.us_of(1), cycle.us_of(2)) == (0, 257_188, 514_375)


def test_a_song_that_is_gone_is_said(tmp_path) -> None:
    with pytest.raises(AudioError, match="to practise"):
        write_cycle(song_of(tmp_path / "gone.wav"), 0, 100, tmp_path / "part.wav")


def test_without_a_mixer_nothing_goes_round(tmp_path) -> None:
    player = SongPlayer(Mixer(None))
    player.load(song_of(tmp_path / "song.wav"))
    assert player.play_cycle(0, 1_000_000) is None
