"""A taste of a song."""

import numpy as np
import pytest
from disk_recording import ASSETS, record
from sound_files import write_wav

from game.audio.mixer import Mixer
from game.audio.preview import Preview
from game.errors import AudioError


def test_it_fades_in_and_out(tmp_path) -> None:
    write_wav(tmp_path / "song.wav", np.full(5 * 48_000, 0.9))
    mixed, _ = record(
        """
from game.audio.preview import Preview
preview = Preview(mixer)
preview.play(TMP / "song.wav", from_s=1); recorder.wait(48000)
preview.stop(); recorder.wait(12000)
""",
        tmp_path,
    )
    left = mixed[:, 0]
    begun = int(np.flatnonzero(left)[0])
    assert left[begun] < left[begun + 12_000] < left[begun + 30_000]
    assert left[-1] == 0


@pytest.mark.parametrize("from_s", [0, 1.5, 1000, -3])
def test_a_song_plays_from_any_second_even_one_it_has_not(mixer, from_s) -> None:
    preview = Preview(mixer)
    preview.play(ASSETS / "drums" / "crash_hard.flac", from_s)
    preview.stop_now()
    assert not preview.is_playing


def test_the_next_song_replaces_one_that_fades(mixer, tmp_path) -> None:
    preview = Preview(mixer)
    for name in ("one.wav", "two.wav"):
        preview.play(write_wav(tmp_path / name, np.zeros(480_000)))
        preview.stop()
    preview.play(tmp_path / "one.wav")
    assert preview.is_playing


@pytest.mark.parametrize("content", [b"", b"words", b"\0\0\0\x20ftypM4A \0\0\0\0"])
def test_a_song_that_cannot_be_played_is_an_audio_error(mixer, tmp_path, content) -> None:
    path = tmp_path / "song.ogg"
    path.write_bytes(content)
    with pytest.raises(AudioError) as caught:
        Preview(mixer).play(path)
    assert caught.value.path == path


def test_without_a_mixer_nothing_plays(tmp_path) -> None:
    preview = Preview(Mixer(None))
    preview.play(tmp_path / "gone.ogg")
    preview.stop()
    assert not preview.is_playing
