"""The song's player, as it is heard."""

import random

import numpy as np
import pytest
from disk_recording import record
from sound_files import write_wav

from game.audio.mixer import Mixer
from game.audio.request import PreparedSong
from game.audio.song import SongPlayer
from game.errors import AudioError

FRAMES = 30 * 48_000

PLAYER = """
from game.audio.request import PreparedSong
from game.audio.song import SongPlayer
song = PreparedSong(TMP / "numbered.wav", start_us=-2_000_000, frames={frames}, rate_pct={rate_pct})
player = SongPlayer(mixer)
player.load(song)
"""


def numbered(tmp_path, rate_pct: int = 100) -> str:
    """A song whose every frame says its own number; returns a script that loads it."""
    frame = np.arange(FRAMES)
    stereo = np.stack((frame % 16_384 + 1, frame // 16_384 + 1), axis=1)
    write_wav(tmp_path / "numbered.wav", stereo / 32767)
    return PLAYER.format(frames=FRAMES, rate_pct=rate_pct)


def numbers_of(mixed: np.ndarray) -> np.ndarray:
    """The numbers of the frames that were played."""
    played = mixed[mixed[:, 1] > 0]
    return (played[:, 1] - 1) * 16_384 + played[:, 0] - 1


def starts_of(mixed: np.ndarray) -> list[int]:
    """The numbers that do not follow the one before."""
    numbers = numbers_of(mixed)
    return numbers[np.diff(numbers, prepend=-2) != 1].tolist()


@pytest.mark.parametrize("rate_pct", [100, 75])
def test_a_start_anywhere_is_exact_to_the_frame(tmp_path, rate_pct) -> None:
    chance = random.Random(rate_pct)
    length_us = FRAMES * 10 * rate_pct // 48
    wanted_us = [-2_000_000, -1_000_000, 0, *(chance.randrange(length_us) for _ in range(12))]
    mixed, said = record(
        numbered(tmp_path, rate_pct)
        + f"""
for from_us in {wanted_us}:
    print(player.play(from_us)); recorder.wait(2048)
    player.stop(); recorder.wait(512)
""",
        tmp_path,
    )
    frames = [round((us + 2_000_000) * 4.8 / rate_pct) for us in wanted_us]
    frames = [min(frame, FRAMES - 1) for frame in frames]
    assert starts_of(mixed) == frames
    for us, told in zip(wanted_us, said.split(), strict=True):
        assert abs(min(us, length_us - 2_000_000) - int(told)) <= 21  # one frame is 20.8 us


def test_a_song_goes_on_after_a_pause_with_the_next_frame(tmp_path) -> None:
    mixed, _ = record(
        numbered(tmp_path)
        + """
player.play(); recorder.wait(4096); player.pause(); recorder.wait(4096)
player.resume(); recorder.wait(4096)
""",
        tmp_path,
    )
    assert starts_of(mixed) == [0]
    sounding = np.flatnonzero(mixed[:, 1])
    assert (sounding[-1] - sounding[0] + 1) - len(sounding) >= 2048


@pytest.mark.parametrize("from_us", [-2_000_000, 1_234_567])
def test_what_plays_alongside_begins_with_the_same_frame(tmp_path, from_us) -> None:
    write_wav(tmp_path / "quiet.wav", np.full(10 * 48_000, 0.15))
    mixed, _ = record(
        f"""
import numpy
from game.audio.request import PreparedSong
from game.audio.song import SongPlayer
player = SongPlayer(mixer)
player.load(PreparedSong(TMP / "quiet.wav", -2_000_000, 480_000, 100))
over = numpy.full((1000, 2), 0.15, numpy.float32)
player.play({from_us}, over); recorder.wait(4096)
player.play({from_us}); recorder.wait(4096)
""",
        tmp_path,
    )
    with_it = np.flatnonzero(mixed[:, 0] > 0.24 * 32768)
    first = int(np.flatnonzero(mixed[:, 0])[0])
    # Once, not a second time: a start without anything over it is the song alone.
    assert with_it.tolist() == list(range(first, first + 1000))


@pytest.mark.parametrize("rate_pct", [50, 100])
def test_the_position_is_that_of_the_last_frame_mixed(tmp_path, rate_pct) -> None:
    mixed, said = record(
        numbered(tmp_path, rate_pct)
        + """
print(player.position_us())
player.play(3_000_000); recorder.wait(9600); player.pause(); recorder.wait(1024)
print(player.position_us())
player.stop(); print(player.position_us())
""",
        tmp_path,
    )
    before, position_us, after = said.split()
    assert (before, after) == ("None", "None")
    mixed_us = int(numbers_of(mixed)[-1] + 1) * 10 * rate_pct / 48 - 2_000_000
    # The mixer tells whole milliseconds of its own time.
    assert 0 <= mixed_us - int(position_us) <= 10 * rate_pct + 1


def test_the_volume_stays_from_song_to_song(tmp_path) -> None:
    loud = np.full(48_000, 0.5)
    write_wav(tmp_path / "loud.wav", loud)
    mixed, _ = record(
        """
from game.audio.request import PreparedSong
from game.audio.song import SongPlayer
song = PreparedSong(TMP / "loud.wav", start_us=0, frames=48000, rate_pct=100)
player = SongPlayer(mixer)
player.set_volume(0.25)
for _ in range(2):
    player.load(song); player.play(); recorder.wait(2048)
""",
        tmp_path,
    )
    assert np.unique(mixed).tolist() == [0, pytest.approx(0.125 * 32768, abs=2)]


EVEN = """
import numpy
from game.audio.request import PreparedSong
from game.audio.song import SongPlayer
player = SongPlayer(mixer)
player.load(PreparedSong(TMP / "even.wav", 0, 480_000, 100))
"""


@pytest.mark.parametrize("from_us", [1_234_567, 2_000_000])
def test_a_soft_start_in_the_midst_of_a_song_does_not_crack(tmp_path, from_us) -> None:
    write_wav(tmp_path / "even.wav", np.full(480_000, 0.3))
    mixed, _ = record(EVEN + f"player.play({from_us}, is_soft=True); recorder.wait(4096)", tmp_path)
    rising = np.diff(mixed[:, 0])
    assert mixed.max() == pytest.approx(9_830, abs=1)
    # 2 ms, 96 frames.
    assert rising.max() <= 9_830 / 90


def test_a_soft_start_of_the_whole_song_is_its_own(tmp_path) -> None:
    write_wav(tmp_path / "even.wav", np.full(480_000, 0.5))
    mixed, _ = record(EVEN + "player.play(0, is_soft=True); recorder.wait(4096)", tmp_path)
    assert np.diff(mixed[:, 0]).max() == pytest.approx(16_384, abs=1)


def test_what_plays_alongside_a_soft_start_is_not_faded(tmp_path) -> None:
    write_wav(tmp_path / "even.wav", np.full(480_000, 0.1))
    script = "over = numpy.full((500, 2), 0.2, numpy.float32)\n"
    script += "player.play(1_234_567, over, is_soft=True); recorder.wait(4096)"
    mixed, _ = record(EVEN + script, tmp_path)
    first = int(np.flatnonzero(mixed[:, 0])[0])
    assert mixed[first, 0] == pytest.approx(0.2 * 32_768, abs=2)
    assert mixed[first + 499, 0] == pytest.approx(0.3 * 32_768, abs=2)


def test_a_song_that_is_hushed_ends_in_small_steps_and_at_once(tmp_path) -> None:
    write_wav(tmp_path / "even.wav", np.full(480_000, 0.5))
    mixed, said = record(
        EVEN
        + "player.play(0); recorder.wait(9600); player.hush(); print(player.position_us())"
        + "\nrecorder.wait(4096)",
        tmp_path,
    )
    assert said.split() == ["None"]
    # One of at least six steps, of a buffer each.
    assert -np.diff(mixed[:, 0]).min() <= 16_384 / 6
    assert not mixed[-2048:].any()


def test_a_song_that_does_not_play_is_hushed_in_no_time(mixer, tmp_path) -> None:
    path = write_wav(tmp_path / "song.wav", np.zeros(48_000))
    player = SongPlayer(mixer)
    player.hush()
    player.load(PreparedSong(path, 0, 48_000, 100))
    player.hush()
    assert player.position_us() is None


def test_a_song_that_has_ended_has_no_position(tmp_path) -> None:
    mixed, said = record(
        numbered(tmp_path)
        + "print(player.play(27_900_000)); recorder.wait(9600); print(player.position_us())",
        tmp_path,
    )
    assert said.split() == ["27900000", "None"]
    assert numbers_of(mixed)[-1] == FRAMES - 1


def test_a_song_that_is_gone_is_an_audio_error(mixer, tmp_path) -> None:
    with pytest.raises(AudioError, match="the prepared song"):
        SongPlayer(mixer).load(PreparedSong(tmp_path / "gone.wav", 0, 48_000, 100))


def test_closing_leaves_only_the_song_in_its_folder(mixer, tmp_path) -> None:
    path = write_wav(tmp_path / "song.wav", np.zeros(48_000))
    player = SongPlayer(mixer)
    player.load(PreparedSong(path, 0, 48_000, 100))
    assert player.play(500_000) == 500_000
    player.close()
    assert list(tmp_path.iterdir()) == [path]


def test_without_a_mixer_a_song_plays_in_no_time_at_all(tmp_path) -> None:
    player = SongPlayer(Mixer(None))
    player.load(PreparedSong(tmp_path / "song.wav", 0, 48_000, 100))
    assert player.play(0) is None
    player.pause()
    player.resume()
    assert player.position_us() is None
    player.close()
