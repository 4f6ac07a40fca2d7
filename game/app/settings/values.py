"""What the players may set: frozen values with sensible defaults.

A change is a new value, made with `dataclasses.replace` and kept by `SettingsStore.save`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.input.bindings import DEFAULT_KEYS, KeyMap
from game.input.midi.kit import KitSettings
from game.timing.offsets import Calibration

VERSION = 1


@dataclass(frozen=True, slots=True)
class Display:
    """The window and the look."""

    width_px: int = 1280
    height_px: int = 720
    fullscreen: bool = False
    frames_per_s: int = 60
    palette: str = "standard"
    text_scale_pct: int = 100
    lane_letters: bool = False
    reduced_motion: bool = False
    reduced_flash: bool = False


@dataclass(frozen=True, slots=True)
class Volumes:
    """Loudness in percent of each voice's own full level."""

    master_pct: int = 100
    music_pct: int = 100
    p1_pct: int = 100
    p2_pct: int = 100
    click_pct: int = 80
    interface_pct: int = 70


@dataclass(frozen=True, slots=True)
class Playing:
    """How a play goes."""

    metronome: bool = False
    approach_ms: int = 1500
    """How long a note is on its way."""

    audio_offset_ms: int = 0
    """How late the sound arrives, before anyone has calibrated; -100 to 400."""

    buffer_frames: int = 256
    """The sound's buffer, at 48 kHz; it grows by itself where the sound stutters."""

    pause_hold_ms: int = 0
    """How long Esc or Backspace is held until a play pauses; 0: at once."""

    menus_by_pads: bool = True
    """Whether strokes on a kit steer menus, and a long roll on a cymbal pauses a play."""


@dataclass(frozen=True, slots=True)
class Player:
    """One seat's choices, kept from evening to evening."""

    name: str = ""
    level: int = 3
    layout: str = "four"
    rules: str = "standard"


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """How far the players have come in the lesson."""

    is_offered: bool = False
    """Whether the first start has offered it."""

    marks: Mapping[str, int] = field(default_factory=dict)
    """Step -> the most marks that it was worth so far."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that the settings file holds."""

    language: str = "en"
    display: Display = field(default_factory=Display)
    volumes: Volumes = field(default_factory=Volumes)
    playing: Playing = field(default_factory=Playing)
    players: tuple[Player, ...] = (Player(), Player())
    keys: Mapping[str, Mapping[int, KeyMap]] = field(default_factory=lambda: DEFAULT_KEYS)
    """Layout -> player -> lane -> key name."""

    calibrations: tuple[Calibration, ...] = ()
    """What the players' tests have found, oldest first."""

    kits: Mapping[str, KitSettings] = field(default_factory=dict)
    """MIDI device -> what the players have taught about it."""

    lesson: LessonProgress = field(default_factory=LessonProgress)

    def player(self, number: int) -> Player:
        """The choices of player 1 or 2."""
        return self.players[number - 1]


RANGES: Mapping[str, tuple[int, int]] = {
    "display.width_px": (640, 15_360),
    "display.height_px": (360, 8_640),
    "display.frames_per_s": (30, 500),
    "display.text_scale_pct": (75, 150),
    "volumes.master_pct": (0, 100),
    "volumes.music_pct": (0, 100),
    "volumes.p1_pct": (0, 100),
    "volumes.p2_pct": (0, 100),
    "volumes.click_pct": (0, 100),
    "volumes.interface_pct": (0, 100),
    "playing.approach_ms": (400, 4_000),
    "playing.audio_offset_ms": (-100, 400),
    "playing.pause_hold_ms": (0, 2_000),
    "playing.buffer_frames": (64, 8_192),
    "players.level": (1, 5),
}
"""The closed interval of each number."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "display.palette": ("standard", "colour-blind", "high-contrast"),
    "players.layout": ("four", "two", "kit"),
    "players.rules": ("relaxed", "standard", "tight"),
}
"""The words that each choice takes."""
