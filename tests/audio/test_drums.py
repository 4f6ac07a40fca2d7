"""The kit, as it is heard."""

import numpy as np
import pygame
import pytest
from disk_recording import ASSETS, record

from game.audio.drums import DrumKit
from game.audio.samples import Samples, voicing
from game.charts.pieces import Piece


def next_sound(mixed: np.ndarray, after: int) -> int:
    return after + int(np.flatnonzero(np.abs(mixed[after:]).max(axis=1))[0])


KIT = """
from game.audio.drums import DrumKit
from game.charts.pieces import Piece
kit = DrumKit.load(mixer, ASSETS)
recorder.wait(512)
"""


def peaks(mixed: np.ndarray) -> tuple[int, int]:
    left, right = np.abs(mixed).max(axis=0)
    return int(left), int(right)


def test_player_one_sounds_from_the_left_and_player_two_from_the_right(tmp_path) -> None:
    mixed, said = record(
        KIT
        + """
kit.strike(1, Piece.KICK); recorder.wait(48000); print(recorder.frames())
kit.strike(2, Piece.KICK); recorder.wait(48000)
""",
        tmp_path,
    )
    second = int(said)
    p1, p2 = peaks(mixed[:second]), peaks(mixed[second:])
    assert p1[1] / p1[0] == pytest.approx(0.67, abs=0.02)
    assert p2 == p1[::-1]


def test_a_stroke_starts_with_the_next_buffer_at_its_own_gain(mixer, tmp_path) -> None:
    mixed, said = record(
        KIT
        + """
for velocity in (100, 30):
    print(recorder.frames()); kit.strike(1, Piece.SNARE, velocity); print(recorder.frames())
    recorder.wait(24000)
""",
        tmp_path,
    )
    frames = [int(frame) for frame in said.split()]
    struck, returned = frames[0::2], frames[1::2]
    # One buffer may be on its way to the file and one being mixed; the recording's own start is
    # 0.3 ms (14 frames) of near silence.
    for asked, back in zip(struck, returned, strict=True):
        assert asked <= next_sound(mixed, asked) <= back + 2 * 256 + 14
    heard = [np.abs(mixed[at : at + 20_000, 0]).max() for at in struck]
    sounds = Samples.load(ASSETS).sounds
    for velocity, peak in zip((100, 30), heard, strict=True):
        stroke = voicing(Piece.SNARE, velocity)
        recorded = np.abs(pygame.sndarray.samples(sounds[stroke.file]).astype(int)).max()
        assert peak == pytest.approx(recorded * stroke.gain, rel=0.02)


@pytest.mark.parametrize(
    ("then", "is_choked"),
    [
        ("kit.strike(1, Piece.PEDAL)", True),
        ("kit.strike(1, Piece.HAT)", True),
        ("kit.strike(2, Piece.PEDAL)", False),
        ("kit.strike(1, Piece.SNARE)", False),
    ],
)
def test_an_open_hat_rings_until_its_players_next_hat_or_pedal(tmp_path, then, is_choked) -> None:
    mixed, said = record(
        KIT
        + f"""
kit.strike(1, Piece.HAT, open=True); recorder.wait(12000)
{then}; recorder.wait(34000); print(recorder.frames()); recorder.wait(4800)
""",
        tmp_path,
    )
    # 0.7 s after the second stroke only an open hat still rings.
    left_over = np.abs(mixed[int(said) :]).max()
    assert (left_over == 0) == is_choked


def test_a_missing_sample_is_silence_and_not_an_error(mixer, tmp_path) -> None:
    kit = DrumKit.load(mixer, tmp_path)
    kit.strike(1, Piece.KICK)
    assert tmp_path / "drums" / "kick_hard.flac" in kit.missing


def test_a_third_player_is_nobody(mixer) -> None:
    DrumKit.load(mixer, ASSETS).strike(3, Piece.KICK)
    assert mixer.drum_voices[1].sounding() == mixer.drum_voices[2].sounding() == ()


def test_a_fader_of_one_player_leaves_the_other_alone(tmp_path) -> None:
    mixed, _ = record(
        KIT
        + """
from game.audio.levels import Levels
kit.levels = Levels(p1=0)
kit.strike(1, Piece.KICK); recorder.wait(24000); print(recorder.frames())
kit.strike(2, Piece.KICK); recorder.wait(24000)
""",
        tmp_path,
    )
    assert next_sound(mixed, 0) > 24_000


def test_harder_strokes_are_louder_through_both_layers(tmp_path) -> None:
    velocities = (8, 20, 35, 50, 64, 71, 72, 85, 100, 115, 127)
    mixed, said = record(
        KIT
        + f"""
for velocity in {velocities}:
    print(recorder.frames()); kit.strike(1, Piece.SNARE, velocity); recorder.wait(48000)
""",
        tmp_path,
    )
    starts = [next_sound(mixed, int(frame)) for frame in said.split()]
    # The first 100 ms, in which a snare says how hard it was hit.
    powers = [float(np.mean(mixed[at : at + 4_800].astype(float) ** 2)) for at in starts]
    levels_db = [10 * np.log10(power / powers[-1]) for power in powers]
    steps_db = np.diff(levels_db)
    layer_changes = velocities.index(72) - 1
    assert voicing(Piece.SNARE, 71).file != voicing(Piece.SNARE, 72).file
    assert all(step > 0.5 for i, step in enumerate(steps_db) if i != layer_changes)
    # Where the layer changes, the loudness does not jump.
    assert abs(steps_db[layer_changes]) < 3
    assert levels_db[0] < -18
