"""Voices: which channel plays the next sound, and which sound gives way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pygame

from game.audio.peak_budget import PeakBudget

MAX_ALIKE = 6
"""How many strokes of one drum ring at once; beyond it the oldest fades, as on a real head."""

_GIVE_WAY_MS = 60
CHOKE_MS = 30


@dataclass(slots=True)
class _Voice:
    channel: pygame.mixer.Channel
    name: str
    """What sounds, or "" once it has been told to fade."""

    gain: float


class Voices:
    """A group of mixer channels that one kind of sound has to itself.

    With no channels (no sound device at all) everything here does nothing.
    """

    def __init__(
        self, channels: Sequence[pygame.mixer.Channel], budget: PeakBudget | None = None
    ) -> None:
        """`budget` is what this group shares with others."""
        self._channels = tuple(channels)
        self._budget = budget or PeakBudget()
        self._sounding: list[_Voice] = []
        """Oldest first."""

    def play(self, name: str, sound: pygame.mixer.Sound, left: float, right: float) -> None:
        """Start a sound now, at these gains (0 to 1) for each side, or as far as there is room."""
        if not self._channels:
            return
        self._forget_the_finished()
        alike = [voice for voice in self._sounding if voice.name == name]
        if len(alike) >= MAX_ALIKE:
            _fade(alike[0], _GIVE_WAY_MS)
        channel = self._free_channel()
        left, right = self._budget.admit(channel, sound, left, right)
        # Gains first: a channel that starts before it knows its gains is loud for one buffer.
        channel.set_volume(left, right)
        channel.play(sound)
        self._sounding.append(_Voice(channel, name, max(left, right)))

    def learn(self, sounds: Iterable[pygame.mixer.Sound]) -> None:
        """Look through sounds that will be played, so that none is late the first time."""
        if self._channels:
            for sound in sounds:
                self._budget.learn(sound)

    def choke(self, name: str) -> None:
        """Damp every voice of that name, as a hand does or a closing hat."""
        for voice in self._sounding:
            if voice.name == name:
                _fade(voice, CHOKE_MS)

    def sounding(self) -> tuple[str, ...]:
        """The names of what sounds, oldest first; "" for what is fading."""
        self._forget_the_finished()
        return tuple(voice.name for voice in self._sounding)

    def _forget_the_finished(self) -> None:
        self._sounding = [voice for voice in self._sounding if voice.channel.get_busy()]

    def _free_channel(self) -> pygame.mixer.Channel:
        busy = {id(voice.channel) for voice in self._sounding}
        for channel in self._channels:
            if id(channel) not in busy:
                return channel
        older_half = self._sounding[: max(1, len(self._sounding) // 2)]
        quietest = min(older_half, key=lambda voice: voice.gain)
        self._sounding.remove(quietest)
        quietest.channel.stop()
        return quietest.channel


def _fade(voice: _Voice, fade_ms: int) -> None:
    voice.channel.fadeout(fade_ms)
    voice.name = ""
