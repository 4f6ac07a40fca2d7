"""What a play is made of: the song, and who plays it how."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.app.play.song_audio import audio_file
from game.charts.model import Chart
from game.input.raw_hit import KEYBOARD
from game.timing.sound_map import AS_WRITTEN, SoundMap
from game.timing.units import US_PER_S

_MIDI = "midi:"


def device_of(kit: str) -> str:
    """A MIDI device as seats, the command line and replays write it."""
    return _MIDI + kit


def kit_of(device: str) -> str | None:
    """The name of a MIDI device, as the system knows it; None for any other device."""
    return device.removeprefix(_MIDI) if device.startswith(_MIDI) else None


@dataclass(frozen=True, slots=True)
class SeatSetup:
    """One player of a play."""

    player: int
    name: str
    device: str
    """`keyboard`, `midi:` and the name of a device, or a bot as the command line writes it."""

    level: int
    layout: str
    rules: str

    @property
    def is_at_keyboard(self) -> bool:
        return self.device == KEYBOARD

    @property
    def kit(self) -> str | None:
        """The name of the MIDI device, if it is one."""
        return kit_of(self.device)

    @property
    def is_bot(self) -> bool:
        return self.device.split(":")[0] == "bot"


@dataclass(frozen=True, slots=True)
class OwnRecording:
    """A sound file of the player's that is played to in place of the game's own music."""

    path: Path
    sound_map: SoundMap
    """From song time to that file's own."""


@dataclass(frozen=True, slots=True)
class PlaySetup:
    """A play, ready to be prepared."""

    path: Path
    """The chart's file."""

    chart: Chart
    seats: tuple[SeatSetup, ...]
    rate_pct: int = 100
    seed: int = 1
    """For bots."""

    replay_path: Path | None = None
    """Where the replay goes; None: the player's replay folder."""

    quit_at_end: bool = False
    recording: OwnRecording | None = None
    from_us: int | None = None
    """Song time at which it begins; None: with the lead-in."""

    @property
    def sound_map(self) -> SoundMap:
        """From song time to the time of what sounds, which the audio room calls song time."""
        return self.recording.sound_map if self.recording else AS_WRITTEN

    @property
    def offset_us(self) -> int:
        """Microsecond of the sound file at the sound's time 0."""
        return 0 if self.recording else round(self.chart.meta.offset_s * US_PER_S)

    @property
    def audio_path(self) -> Path | None:
        """The player's recording, or the song's sound file if the chart names one that is there."""
        if self.recording is not None:
            return self.recording.path
        return audio_file(self.path, self.chart.meta.audio)
