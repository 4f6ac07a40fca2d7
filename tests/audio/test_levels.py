"""The balance, and that it never clips."""

import numpy as np
import pygame
import pytest
from disk_recording import ASSETS, record
from sound_files import loud_backing, loudness_lufs, write_wav

from game.audio.levels import SONG_PEAK, VOICES_PEAK, Levels, fader_gain
from game.audio.pcm import to_frames
from game.audio.samples import KIT, Samples, voicing
from game.audio.ticks import TickKind, tick_sounds


@pytest.mark.parametrize(("percent", "gain"), [(100, 1), (50, 0.25), (0, 0), (-10, 0), (150, 1)])
def test_a_fader(percent, gain) -> None:
    assert fader_gain(percent) == gain


def test_song_and_voices_together_stay_below_full_scale() -> None:
    assert SONG_PEAK + VOICES_PEAK < 1


def test_the_strongest_of_the_kit_alone_has_room(mixer) -> None:
    """So that the relation of velocity and loudness is a drummer's own."""
    samples = Samples.load(ASSETS)
    for piece in KIT:
        for velocity in range(1, 128):
            voice = voicing(piece, velocity)
            pcm = to_frames(pygame.sndarray.samples(samples.sounds[voice.file]))
            assert np.abs(pcm).max() * voice.gain <= VOICES_PEAK, (piece, velocity)


def test_the_metronome_and_the_sticks_have_room_under_the_songs_ceiling() -> None:
    sounds = tick_sounds(None)
    for kind in TickKind:
        assert np.abs(sounds[kind]).max() * Levels().click_gain <= SONG_PEAK


def test_each_player_and_the_master_have_a_fader() -> None:
    assert Levels(p1=50).drum_gain(1) == Levels().drum_gain(1) / 4
    assert Levels(p1=50).drum_gain(2) == Levels().drum_gain(2)
    assert Levels(master=50).drum_gain(2) == Levels().drum_gain(2) / 4


@pytest.mark.parametrize("levels", [Levels(), Levels(p1=20, p2=10), Levels(p1=0, p2=0)])
def test_the_interface_is_never_louder_than_play(levels) -> None:
    assert levels.ui_gain <= max(levels.drum_gain(1), levels.drum_gain(2))


def test_the_fullest_mix_keeps_below_full_scale(tmp_path) -> None:
    backing = loud_backing(5)
    assert loudness_lufs(backing) == pytest.approx(-14, abs=0.1)
    write_wav(tmp_path / "backing.wav", backing)
    mixed, _ = record(
        """
from game.audio.drums import DrumKit
from game.audio.levels import SONG_LUFS, SONG_PEAK, Levels
from game.audio.prepare import prepare
from game.audio.request import SongRequest
from game.audio.song import SongPlayer
from game.audio.ticks import Tick, TickKind
from game.charts.pieces import Piece as P
levels = Levels()
kit = DrumKit.load(mixer, ASSETS, levels)
request = SongRequest(
    TMP / "backing.wav", 5_000_000, lead_in_us=0,
    ticks=tuple(Tick(beat * 500_000, TickKind.ACCENT) for beat in range(10)),
    song_gain=levels.song_gain, click_gain=levels.click_gain, song_lufs=SONG_LUFS, peak=SONG_PEAK,
)
player = SongPlayer(mixer)
player.load(prepare(request, TMP / "cache", ASSETS))
player.set_volume(levels.master_gain)
player.play()
TOGETHER = [(P.KICK, P.SNARE, P.CRASH), (P.KICK, P.TOM1, P.TOM3), (P.KICK, P.CRASH, P.CRASH2)]
for beat in range(9):
    for player_number in (1, 2):
        for piece in TOGETHER[beat % 3]:
            kit.strike(player_number, piece, accent=True)
    recorder.wait(12000)
    for player_number in (1, 2):
        kit.strike(player_number, P.RIDE)
        kit.strike(player_number, P.HAT, open=True)
    recorder.wait(12000)
""",
        tmp_path,
    )
    peak = np.abs(mixed).max() / 32768
    assert 0.5 < peak < 0.95
