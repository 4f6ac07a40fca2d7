"""Sticks and metronome on request, and the count-in of a song that is resumed."""

from itertools import pairwise

import numpy as np
import pytest
from disk_recording import ASSETS, record
from sound_files import write_wav

from game.audio.click import Click
from game.audio.levels import Levels
from game.audio.mixer import Mixer
from game.audio.samples import Samples
from game.audio.ticks import Tick, TickKind


def test_sticks_and_beats_sound_in_the_middle(tmp_path) -> None:
    mixed, said = record(
        """
from game.audio.click import Click
from game.audio.levels import Levels
from game.audio.samples import Samples
click = Click(mixer, Samples.load(ASSETS))
for play in (click.sticks, click.beat, lambda: click.beat(accent=True)):
    print(recorder.frames()); play(); recorder.wait(19200)
""",
        tmp_path,
    )
    struck = [*map(int, said.split()), len(mixed)]
    peaks = [np.abs(mixed[a:b]).max(axis=0) for a, b in pairwise(struck)]
    assert all(left == right > 1000 for left, right in peaks)


def test_a_counted_in_song_has_each_stick_on_its_frame(tmp_path) -> None:
    # Half scale for one frame at song time 3 s; the song resumes at 2 s with sticks before it.
    song = np.zeros(5 * 48_000)
    song[3 * 48_000] = 0.5
    write_wav(tmp_path / "song.wav", song)
    mixed, _ = record(
        """
from game.audio.click import Click
from game.audio.levels import Levels
from game.audio.request import PreparedSong
from game.audio.samples import Samples
from game.audio.song import SongPlayer
from game.audio.ticks import Tick, TickKind
click = Click(mixer, Samples.load(TMP))
player = SongPlayer(mixer)
player.load(PreparedSong(TMP / "song.wav", 0, 5 * 48000, 100))
ticks = [Tick(2_250_000, TickKind.BEAT), Tick(2_500_000, TickKind.BEAT)]
player.play(2_100_000, click.count_in(ticks, 2_100_000)); recorder.wait(60000)
""",
        tmp_path,
    )
    stroke = int(np.flatnonzero(mixed[:, 0] == round(0.5 * 32767))[0])
    beeps = np.flatnonzero(np.abs(mixed[:stroke, 0]) > 0)
    # The first frame of a beep is zero: it is a sine.
    assert stroke - int(beeps[0]) == 36_000 - 1
    second = beeps[beeps > beeps[0] + 6_000]
    assert stroke - int(second[0]) == 24_000 - 1


def test_ticks_before_the_start_are_no_count_in(mixer) -> None:
    click = Click(mixer, Samples.load(ASSETS))
    assert len(click.count_in([Tick(0, TickKind.STICKS)], from_us=1)) == 0


def test_a_count_in_follows_the_clicks_fader(mixer) -> None:
    click = Click(mixer, Samples.load(ASSETS))
    ticks = [Tick(0, TickKind.STICKS)]
    loud = np.abs(click.count_in(ticks, from_us=0)).max()
    click.levels = Levels(click=50)
    assert np.abs(click.count_in(ticks, from_us=0)).max() == pytest.approx(loud / 4)


def test_a_tick_can_be_silenced(mixer) -> None:
    click = Click(mixer, Samples.load(ASSETS))
    click.sticks()
    assert mixer.click_voices.sounding() == ("sticks",)
    click.stop()
    assert mixer.click_voices.sounding() == ("",)


@pytest.mark.parametrize("action", ["sticks", "beat", "stop"])
def test_without_a_mixer_nothing_sounds(action) -> None:
    getattr(Click(Mixer(None), Samples({}, ())), action)()
