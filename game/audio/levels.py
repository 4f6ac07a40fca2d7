"""How loud everything is: the player's faders over a balance that cannot clip."""

from __future__ import annotations

from dataclasses import dataclass

DRUM_GAIN = 0.5
"""A drum struck as hard as can be, against full scale."""

BACKING_GAIN = 10 ** (-9 / 20)
"""The song: -9 dB."""

CLICK_GAIN = 0.3
UI_GAIN = 0.3

HEADROOM_GAIN = 0.5
"""What all of the above is turned down by, so that the fullest mix stays below full scale.

Two players who strike three drums each at full velocity on one buffer, over a song that is
mastered up to full scale, reach a peak of 0.93 with it.
"""


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
        return BACKING_GAIN * HEADROOM_GAIN * fader_gain(self.music)

    @property
    def click_gain(self) -> float:
        """Count-in and metronome, likewise before `master_gain`."""
        return CLICK_GAIN * HEADROOM_GAIN * fader_gain(self.click)

    def drum_gain(self, player: int) -> float:
        """The hardest stroke of a player's drums, master fader included."""
        fader = self.p1 if player == 1 else self.p2
        return DRUM_GAIN * HEADROOM_GAIN * fader_gain(fader) * self.master_gain

    @property
    def ui_gain(self) -> float:
        """The interface, master fader included: never louder than the louder player's drums."""
        wanted = UI_GAIN * HEADROOM_GAIN * fader_gain(self.ui) * self.master_gain
        return min(wanted, max(self.drum_gain(1), self.drum_gain(2)))


def fader_gain(percent: int) -> float:
    """Gain of a fader: 100 is 1, 50 is -12 dB, 0 is silence; beyond the ends it stays there."""
    return float((min(100, max(0, percent)) / 100) ** 2)
