"""Drums, velocities and recordings."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pygame
import pytest
from disk_recording import ASSETS
from sound_files import loudness_lufs

from game.audio.samples import KIT, Samples, played_velocity, velocity_gain, voicing
from game.charts.pieces import Piece

HEARD_FRAMES = 4_800
"""The first 100 ms, by which a stroke is judged loud or soft."""


@pytest.fixture
def samples(mixer) -> Samples:
    return Samples.load(ASSETS)


def stroke_lufs(samples: Samples, piece: Piece, velocity: int, is_open: bool = False) -> float:
    stroke = voicing(piece, velocity, is_open=is_open)
    pcm = pygame.sndarray.samples(samples.sounds[stroke.file])[:HEARD_FRAMES]
    padded = np.zeros((2 * HEARD_FRAMES, 2))
    padded[: len(pcm)] = pcm / 32768
    return loudness_lufs(padded * stroke.gain)


def test_every_drum_has_its_recording(samples) -> None:
    assert set(KIT) == set(Piece)
    assert samples.missing == ()


@pytest.mark.parametrize("piece", Piece)
def test_a_harder_stroke_is_louder(samples, piece) -> None:
    loudness = [stroke_lufs(samples, piece, velocity) for velocity in range(1, 128)]
    assert all(soft < hard for soft, hard in pairwise(loudness))


@pytest.mark.parametrize("piece", [piece for piece, layers in KIT.items() if len(layers) > 1])
def test_the_layers_of_a_drum_meet_without_a_jump(samples, piece) -> None:
    edge = KIT[piece][1].from_velocity
    step_db = stroke_lufs(samples, piece, edge) - stroke_lufs(samples, piece, edge - 1)
    assert 0 < step_db < 1


@pytest.mark.parametrize(
    ("velocity", "file"), [(1, "snare_soft"), (71, "snare_soft"), (72, "snare_hard")]
)
def test_a_soft_stroke_has_a_soft_recording(velocity, file) -> None:
    assert voicing(Piece.SNARE, velocity).file == file


@pytest.mark.parametrize(
    ("piece", "is_open", "file"),
    [
        (Piece.HAT, False, "hat_closed"),
        (Piece.HAT, True, "hat_open"),
        (Piece.PEDAL, True, "hat_pedal"),
        (Piece.RIM, False, "sidestick"),
        (Piece.BELL, False, "ride_bell"),
    ],
)
def test_each_way_to_play_has_its_sound(piece, is_open, file) -> None:
    assert voicing(piece, 100, is_open=is_open).file == file


@pytest.mark.parametrize("velocity", [-5, 0, 128, 1000])
def test_a_velocity_beyond_the_ends_counts_as_the_end(velocity) -> None:
    assert voicing(Piece.RIDE, velocity) == voicing(Piece.RIDE, min(127, max(1, velocity)))


def test_full_velocity_is_full_gain() -> None:
    assert velocity_gain(127) == 1


@pytest.mark.parametrize(
    ("velocity", "accent", "ghost", "played"),
    [
        (100, False, False, 100),
        (100, True, False, 127),
        (100, False, True, 45),
        (120, True, False, 127),  # 152, held at the end
        (1, False, True, 1),
    ],
)
def test_accents_and_ghosts_move_the_velocity_of_keys(velocity, accent, ghost, played) -> None:
    assert played_velocity(velocity, accent=accent, ghost=ghost) == played


def test_missing_and_broken_samples_are_named_and_leave_the_rest(mixer, tmp_path: Path) -> None:
    drums = tmp_path / "drums"
    drums.mkdir()
    (drums / "kick_hard.flac").write_bytes((ASSETS / "drums" / "kick_hard.flac").read_bytes())
    (drums / "ride.flac").write_bytes(b"not a sound")
    samples = Samples.load(tmp_path)
    assert set(samples.sounds) == {"kick_hard"}
    assert drums / "ride.flac" in samples.missing
    assert drums / "snare_hard.flac" in samples.missing
