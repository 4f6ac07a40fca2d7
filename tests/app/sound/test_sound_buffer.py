"""A sound that stutters gets a longer buffer, once, and the players are told."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from timing_rig import SPEAKERS, TimingSound, timing_services

from game.app.services import Services
from game.app.settings.store import SettingsStore
from game.app.sound import sound_buffer


class OpenedSound(TimingSound):
    """Opens with whatever buffer is asked for."""

    def __init__(self, buffer_frames: int = 256) -> None:
        super().__init__(dataclasses.replace(SPEAKERS, buffer_frames=buffer_frames))
        self.wanted_frames = buffer_frames

    def open(self, *, buffer_frames: int) -> None:
        self.wanted_frames = buffer_frames
        self.output = dataclasses.replace(self.output, buffer_frames=buffer_frames)


def services_with(folder: Path, buffer_frames: int) -> Services:
    services = timing_services(folder)
    services.sound = OpenedSound(buffer_frames)  # type: ignore[assignment]  # stands in for it
    playing = dataclasses.replace(services.settings.playing, buffer_frames=buffer_frames)
    services.store.save(dataclasses.replace(services.settings, playing=playing))
    return services


@pytest.mark.parametrize(
    ("buffer_frames", "dropouts", "expected_frames"),
    [
        (256, 0, 256),
        (256, 2, 256),
        (256, 3, 512),
        (512, 40, 1024),
        (1024, 40, 1024),  # longer would be felt
    ],
)
def test_a_song_that_stutters_makes_the_buffer_longer(
    tmp_path: Path, buffer_frames: int, dropouts: int, expected_frames: int
) -> None:
    services = services_with(tmp_path, buffer_frames)
    said = list(sound_buffer.after_song(services, dropouts))
    assert services.sound.output.buffer_frames == expected_frames
    kept = SettingsStore(services.store.path).settings.playing.buffer_frames
    assert kept == expected_frames
    if expected_frames == buffer_frames:
        assert said == []
    else:
        assert f"stuttered {dropouts} times" in said[-1]


def test_the_sound_is_opened_anew_only_when_another_buffer_is_wanted(tmp_path: Path) -> None:
    services = services_with(tmp_path, 256)
    services.sound.open = None  # type: ignore[method-assign,assignment]  # must not be called
    assert list(sound_buffer.follow(services)) == []
