"""How loud everything is: the player's faders over a balance that cannot clip.

The mixer adds integers and cuts off what is beyond full scale, so the scale is divided: the song's
file, its count-in and its metronome keep to `SONG_PEAK`, all other voices together to
`VOICES_PEAK` (see `peak_budget`). Below these ceilings the song is as dense as a mastered one and
the drums as loud as the hardest stroke allows: a song that both play comes to -14 to -16 LUFS.
"""

from __future__ import annotations

from dataclasses import dataclass

SONG_LUFS = -15.0
"""Every song is brought to this loudness; then its peaks are limited, which takes up to 2 LU."""

SONG_PEAK = 0.37
VOICES_PEAK = 0.59
"""What is left to full scale is room for rounding, and for what lies between the samples."""

DRUM_LEVEL = 10 ** (-1.5 / 20)
"""A drum struck as hard as can be; the samples are brought to it when they are loaded."""

CLICK_LEVEL = 0.42
PREVIEW_LEVEL = SONG_PEAK
"""A preview is played as it is, whatever its loudness: no louder than full scale allows."""

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
        """The song, once at `SONG_LUFS`, inside its prepared file, which is played at
        `master_gain`."""
        return fader_gain(self.music)

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
