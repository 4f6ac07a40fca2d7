"""The balance, and that it never clips."""

from itertools import combinations

import numpy as np
import pygame
import pytest
from disk_recording import ASSETS, record
from sound_files import loud_backing, loudness_lufs, write_wav

from game.audio.drums import PAN
from game.audio.levels import DRUM_LEVEL, HEADROOM_GAIN, Levels, fader_gain
from game.audio.pcm import to_frames
from game.audio.samples import KIT, Samples, voicing
from game.audio.ticks import TickKind, tick_sounds
from game.charts.pieces import Piece

HANDS = [piece for piece in KIT if piece not in (Piece.KICK, Piece.PEDAL)]


@pytest.mark.parametrize(("percent", "gain"), [(100, 1), (50, 0.25), (0, 0), (-10, 0), (150, 1)])
def test_a_fader(percent, gain) -> None:
    assert fader_gain(percent) == gain


def test_drums_are_at_half_and_the_song_at_minus_nine_decibels_below_the_headroom() -> None:
    assert DRUM_LEVEL / HEADROOM_GAIN == 0.5
    assert 20 * np.log10(Levels().song_gain / HEADROOM_GAIN) == pytest.approx(-9)


def test_each_player_and_the_master_have_a_fader() -> None:
    assert Levels(p1=50).drum_gain(1) == Levels().drum_gain(1) / 4
    assert Levels(p1=50).drum_gain(2) == Levels().drum_gain(2)
    assert Levels(master=50).drum_gain(2) == Levels().drum_gain(2) / 4


@pytest.mark.parametrize("levels", [Levels(), Levels(p1=20, p2=10), Levels(p1=0, p2=0)])
def test_the_interface_is_never_louder_than_play(levels) -> None:
    assert levels.ui_gain <= max(levels.drum_gain(1), levels.drum_gain(2))


def test_six_hands_and_feet_at_full_velocity_over_a_full_scale_song_do_not_clip(mixer) -> None:
    # The worst that can fall together: kick and any two hands of both players on one frame,
    # over a song that stands at full scale there, under a metronome's accent.
    samples, levels = Samples.load(ASSETS), Levels()
    click_peak = np.abs(tick_sounds(None)[TickKind.ACCENT]).max() * levels.click_gain
    under = levels.song_gain + float(click_peak)
    sides = np.add(*PAN.values())
    stroke = {}
    for piece in KIT:
        voice = voicing(piece, 127)
        heard = np.zeros((48_000, 2))
        pcm = to_frames(pygame.sndarray.samples(samples.sounds[voice.file]))[:48_000]
        heard[: len(pcm)] = pcm * voice.gain * sides
        stroke[piece] = heard
    worst = max(
        float(np.abs(stroke[Piece.KICK] + stroke[left] + stroke[right]).max())
        for left, right in combinations(HANDS, 2)
    )
    assert 0.9 < worst + under < 1


def test_the_fullest_mix_keeps_below_full_scale(tmp_path) -> None:
    backing = loud_backing(5)
    assert loudness_lufs(backing) == pytest.approx(-14, abs=0.1)
    write_wav(tmp_path / "backing.wav", backing)
    mixed, _ = record(
        """
from game.audio.drums import DrumKit
from game.audio.levels import Levels
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
    song_gain=levels.song_gain, click_gain=levels.click_gain,
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
