"""A play counts how often its sound stumbles, told by a device that behaves like a real one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from simulated_device import Dropout, SimulatedDevice

from game.app.calibration.tap_song import tap_setup
from game.app.calibration.tap_test import NoSound
from game.app.play.session import PlaySession
from game.app.settings.values import Settings, Volumes
from game.app.sound.sound import Sound

LEAD_IN_S = 2.5
S = 1_000_000_000
FRAME_NS = S // 60


class Device(NoSound):
    """Plays from the lead-in on; stalls where it is told to."""

    def __init__(self, *dropouts: Dropout, lag_s: float = 0.0) -> None:
        self._device = SimulatedDevice(lag_s=lag_s, dropouts=dropouts)
        self.now_ns = 0

    def play(self, from_us: int, sticks_us: Iterable[int], rate_pct: int) -> None:
        """As asked."""

    def position_us(self) -> int | None:
        return self._device.reported_us(self.now_ns) - round(LEAD_IN_S * 1e6)


def dropouts_of(device: Device, seconds: float = 20) -> int:
    play = PlaySession(
        tap_setup(Settings(), ("", "")),
        device,
        NoSound(),
        start_us=-round(LEAD_IN_S * 1e6),
        end_us=0,
        offset_ns={},
    )
    play.start(0)
    while device.now_ns < seconds * S:
        device.now_ns += FRAME_NS
        play.step(device.now_ns)
    return play.dropouts


def at(song_s: float, length_ms: float = 60) -> Dropout:
    return Dropout(LEAD_IN_S + song_s, length_ms / 1_000)


@pytest.mark.parametrize(
    ("device", "expected"),
    [
        (Device(), 0),
        (Device(lag_s=1.3), 0),  # a slow start is none
        (Device(at(-1.5)), 0),  # nor is what happens in the lead-in
        (Device(at(4)), 1),
        (Device(at(2), at(5), at(9), at(12)), 4),
    ],
    ids=["steady", "slow start", "in the lead-in", "one", "four"],
)
def test_dropouts_in_the_song_are_counted(device: Device, expected: int) -> None:
    assert dropouts_of(device) == expected


def test_a_sound_can_be_opened_again_with_another_buffer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    sound = Sound(Path(__file__).parents[3] / "assets", Volumes())
    sound.open(buffer_frames=256)
    sound.wait_until_loaded()
    sound.move()
    sound.open(buffer_frames=1024)
    assert (sound.wanted_frames, sound.output.buffer_frames) == (1024, 1024)
    sound.move()  # the drums are loaded anew: nothing sounds, and nothing breaks
    sound.wait_until_loaded()
    sound.choose()
    sound.close()
    sound.back()
