"""The settings as a list of things that can be stepped: what each one is, reads and writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from game.app.settings.values import CHOICES, RANGES, Settings


@dataclass(frozen=True, slots=True)
class Heading:
    """A group begins."""

    key: str
    """Of its string, in the table `settings`."""


@dataclass(frozen=True, slots=True)
class Action:
    """A row that leads to another screen."""

    key: str


@dataclass(frozen=True, slots=True)
class Setting:
    """One value, by its place in the settings: `volumes.master_pct`."""

    place: str

    @property
    def section(self) -> str:
        return self.place.partition(".")[0]

    @property
    def key(self) -> str:
        """Of its string, in the table `settings`; the unit does not belong to the name."""
        return self.place.partition(".")[2]

    def value(self, settings: Settings) -> Any:
        return getattr(getattr(settings, self.section), self.key)

    def put(self, settings: Settings, value: Any) -> Settings:
        """The settings with this value instead."""
        section = replace(getattr(settings, self.section), **{self.key: value})
        return replace(settings, **{self.section: section})

    def stepped(self, settings: Settings, steps: int) -> Settings:
        """The next or the former value; the same at its end."""
        raise NotImplementedError

    def ends(self, settings: Settings) -> tuple[bool, bool]:
        """Whether there is less, and whether there is more."""
        return self.stepped(settings, -1) != settings, self.stepped(settings, 1) != settings


@dataclass(frozen=True, slots=True)
class Slider(Setting):
    """A number within its range, in even steps."""

    step: int

    def stepped(self, settings: Settings, steps: int) -> Settings:
        value = self.value(settings)
        onto = value // self.step if steps > 0 else -(-value // self.step)
        return self.put(settings, self._within((onto + steps) * self.step))

    def share_pct(self, settings: Settings) -> int:
        """How far it stands between the ends of its range."""
        low, high = RANGES[self.place]
        value: int = self.value(settings)
        return round(100 * (value - low) / (high - low))

    def moved(self, settings: Settings, share: float) -> Settings:
        """Set to a place on the track: 0 is its left end, 1 its right."""
        low, high = RANGES[self.place]
        wanted = low + max(0.0, min(1.0, share)) * (high - low)
        return self.put(settings, self._within(round(wanted / self.step) * self.step))

    def _within(self, value: int) -> int:
        low, high = RANGES[self.place]
        return max(low, min(high, value))


@dataclass(frozen=True, slots=True)
class Toggle(Setting):
    """Off or on."""

    def stepped(self, settings: Settings, steps: int) -> Settings:
        return self.put(settings, steps > 0)


@dataclass(frozen=True, slots=True)
class Choice(Setting):
    """One of several words or numbers."""

    choices: Sequence[Any]

    def stepped(self, settings: Settings, steps: int) -> Settings:
        present = self.value(settings)
        if present in self.choices:
            index = self.choices.index(present) + steps
        else:
            # A number that somebody wrote into the file lies between two of the choices.
            smaller = sum(choice < present for choice in self.choices)
            index = smaller if steps > 0 else smaller - 1
        return self.put(settings, self.choices[max(0, min(len(self.choices) - 1, index))])


Item = Heading | Action | Setting

KEYS = Action("keys")
TIMING = Action("timing")
KITS = Action("kits")
APPROACH = Slider("playing.approach_ms", 100)
AUDIO_OFFSET = Slider("playing.audio_offset_ms", 5)
BUFFER = Choice("playing.buffer_frames", (128, 256, 512, 1024))
PAUSE = Choice("playing.pause_hold_ms", (0, 400, 800))
MUSIC = Slider("volumes.music_pct", 5)

ITEMS: tuple[Item, ...] = (
    Heading("sound"),
    Slider("volumes.master_pct", 5),
    MUSIC,
    Slider("volumes.p1_pct", 5),
    Slider("volumes.p2_pct", 5),
    Slider("volumes.click_pct", 5),
    Slider("volumes.interface_pct", 5),
    Toggle("playing.metronome"),
    Heading("play"),
    KEYS,
    APPROACH,
    TIMING,
    AUDIO_OFFSET,
    BUFFER,
    KITS,
    Toggle("playing.menus_by_pads"),
    PAUSE,
    Heading("picture"),
    Toggle("display.fullscreen"),
    Choice("display.frames_per_s", (30, 60, 120, 144, 240)),
    Choice("display.palette", CHOICES["display.palette"]),
    Toggle("display.lane_letters"),
    Slider("display.text_scale_pct", 5),
    Toggle("display.reduced_motion"),
    Toggle("display.reduced_flash"),
)
"""From the top of the screen to its bottom."""
