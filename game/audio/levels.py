"""How loud everything is: the player's faders over a balance that cannot clip."""

from __future__ import annotations

from dataclasses import dataclass

HEADROOM_GAIN = 0.45
"""What everything is turned down by, so that the fullest mix stays below full scale.

The worst that can fall together reaches 0.95 with it: two players who strike three drums each at
full velocity on one frame, over a song at full scale and a metronome's accent.
"""

DRUM_LEVEL = 0.5 * HEADROOM_GAIN
"""A drum struck as hard as can be; the samples are brought to it when they are loaded."""

SONG_LEVEL = 10 ** (-9 / 20) * HEADROOM_GAIN
"""The song: -9 dB."""

CLICK_LEVEL = 0.3 * HEADROOM_GAIN
UI_STRENGTH = 0.6
"""Interface sounds against the same drum in play."""


@dataclass(frozen=True, slots=True)
class Levels:
    """The faders, in percent, 0 to 100."""

    master: int = 100
    music: int = 100
    p1: int = 100
    p2: int = 100
    click: int = 100
    ui: int = 100

    @property
    def master_gain(self) -> float:
        """The whole mix's fader; the song's stream is played at this gain."""
        return fader_gain(self.master)

    @property
    def song_gain(self) -> float:
        """The song inside its prepared file, which is then played at `master_gain`."""
        return SONG_LEVEL * fader_gain(self.music)

    @property
    def click_gain(self) -> float:
        """Count-in and metronome inside that file."""
        return CLICK_LEVEL * fader_gain(self.click)

    def drum_gain(self, player: int) -> float:
        """A player's drums, which stand at `DRUM_LEVEL`; master fader included."""
        return fader_gain(self.p1 if player == 1 else self.p2) * self.master_gain

    @property
    def ui_gain(self) -> float:
        """The interface's drums, master fader included: never louder than the louder player's."""
        wanted = UI_STRENGTH * fader_gain(self.ui) * self.master_gain
        return min(wanted, max(self.drum_gain(1), self.drum_gain(2)))


def fader_gain(percent: int) -> float:
    """Gain of a fader: 100 is 1, 50 is -12 dB, 0 is silence; beyond the ends it stays there."""
    return float((min(100, max(0, percent)) / 100) ** 2)
