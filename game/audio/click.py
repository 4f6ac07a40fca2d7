"""Sticks and metronome that sound on request; those of a song lie in its file."""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from game.audio.levels import CLICK_LEVEL, Levels, fader_gain
from game.audio.mixer import Mixer
from game.audio.pcm import Frames, to_frames, to_pcm
from game.audio.samples import STICKS, Samples
from game.audio.ticks import Tick, TickKind, render_ticks, tick_sounds


class Click:
    """Ticks now (they start with the next buffer), and counted-in ones to start with a song."""

    def __init__(self, mixer: Mixer, samples: Samples, levels: Levels | None = None) -> None:
        self._voices = mixer.click_voices
        self._tick_sounds = tick_sounds(_frames_of(samples.sounds.get(STICKS)))
        self._sounds = (
            {kind: _sound_of(frames * CLICK_LEVEL) for kind, frames in self._tick_sounds.items()}
            if mixer.is_open
            else {}
        )
        self.levels = levels or Levels()

    def sticks(self) -> None:
        """One stroke of the sticks, as in a count-in."""
        self._play(TickKind.STICKS)

    def beat(self, accent: bool = False) -> None:
        """One tick of the metronome."""
        self._play(TickKind.ACCENT if accent else TickKind.BEAT)

    def count_in(self, ticks: Iterable[Tick], from_us: int, rate_pct: int = 100) -> Frames:
        """Ticks for `SongPlayer.play(from_us, alongside=...)`, each at its exact frame."""
        gain = self.levels.click_gain
        return render_ticks(
            ticks, self._tick_sounds, start_us=from_us, rate_pct=rate_pct, gain=gain
        )

    def stop(self) -> None:
        """Silence what still ticks."""
        for kind in TickKind:
            self._voices.choke(kind)

    def _play(self, kind: TickKind) -> None:
        if kind in self._sounds:
            gain = fader_gain(self.levels.click) * self.levels.master_gain
            self._voices.play(kind, self._sounds[kind], gain, gain)


def _frames_of(sound: pygame.mixer.Sound | None) -> Frames | None:
    return None if sound is None else to_frames(pygame.sndarray.samples(sound))


def _sound_of(frames: Frames) -> pygame.mixer.Sound:
    return pygame.mixer.Sound(buffer=to_pcm(frames).tobytes())
