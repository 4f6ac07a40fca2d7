"""What tests of the timing screens share: a sound output without a device, and tapping hands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from menu_rig import SilentSound, down, services_in, up

from game.app.screens.base import Change, Replace
from game.app.screens.tap_test import TapTestScreen
from game.app.services import Services
from game.app.sound.audio_output import AudioOutput
from game.audio.levels import Levels
from game.timing.calibration import BEAT_US

SPEAKERS = AudioOutput("pulseaudio", "Speakers", 256, 48_000, is_silent=False)
FRAME_NS = 16_000_000
KEYS = {1: "S", 2: "L"}


class TimingSound(SilentSound):
    """Plays nothing, but through something."""

    def __init__(self, output: AudioOutput = SPEAKERS) -> None:
        super().__init__()
        self.output = output
        self.levels = Levels()
        self.is_playing = False

    def wait_until_loaded(self) -> None:
        """Nothing to load."""

    def load_song(self, song: object) -> None:
        """Nothing to load."""

    def play(self, from_us: int, sticks_us: Iterable[int] = (), rate_pct: int = 100) -> None:
        self.is_playing = True

    def stop(self) -> None:
        self.is_playing = False

    def position_us(self) -> int | None:
        return None

    def drum(self, player: int, voice: object, velocity: int) -> None:
        """Nothing to hear."""


def timing_services(folder: Path, output: AudioOutput = SPEAKERS) -> Services:
    """Services whose sound goes through `output`."""
    services = services_in(folder)
    services.sound = TimingSound(output)  # type: ignore[assignment]  # stands in for it
    return services


def tap_through(screen: TapTestScreen, late_us: dict[int, int], beats: int = 60) -> Change | None:
    """Tap with both players until the test leads on."""
    assert screen.test is not None
    now_ns = 0
    while not screen.test.session.is_running:
        now_ns += FRAME_NS
        screen.tick(now_ns)
    zero_ns = screen.test.session.song_zero_ns()
    taps = sorted(
        (zero_ns + (beat * BEAT_US + late) * 1_000, player)
        for beat in range(beats)
        for player, late in late_us.items()
    )
    for at_ns, player in taps:
        while now_ns < at_ns:
            now_ns += FRAME_NS
            change = screen.tick(now_ns)
            if isinstance(change, Replace):
                return change
        screen.handle(down(KEYS[player]), at_ns)
        screen.handle(up(KEYS[player]), at_ns)
    return None
