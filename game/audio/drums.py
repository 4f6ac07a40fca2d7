"""The drum kit: every press sounds at once, on its player's side."""

from __future__ import annotations

from pathlib import Path

from game.audio.levels import Levels
from game.audio.mixer import Mixer
from game.audio.samples import OPEN_HAT, Samples, played_velocity, voicing
from game.charts.pieces import Piece

PAN = {1: (1.0, 0.67), 2: (0.67, 1.0)}
"""Gain left and right: 3.5 dB towards each player's side. Anyone else is in the middle."""

_CENTRE = (0.84, 0.84)
_CHOKES_THE_HAT = (Piece.HAT, Piece.PEDAL)


class DrumKit:
    """Both players' drums. A stroke starts with the mixer's next buffer."""

    def __init__(self, mixer: Mixer, samples: Samples, levels: Levels | None = None) -> None:
        self._voices = mixer.drum_voices
        self._samples = samples
        for voices in self._voices.values():
            voices.learn(samples.sounds.values())
        self.levels = levels or Levels()
        """May be replaced at any time; strokes that already ring keep theirs."""

    @classmethod
    def load(cls, mixer: Mixer, assets: Path, levels: Levels | None = None) -> DrumKit:
        """Decode the samples under `assets`; may run in a thread."""
        return cls(mixer, Samples.load(assets), levels)

    @property
    def missing(self) -> tuple[Path, ...]:
        """Samples that could not be loaded, for one message to the player."""
        return self._samples.missing

    def strike(
        self,
        player: int,
        piece: Piece,
        velocity: int = 100,
        *,
        open: bool = False,
        accent: bool = False,
        ghost: bool = False,
    ) -> None:
        """Sound one stroke now.

        Args:
            player: 1 or 2: whose kit, side and fader.
            piece: the drum.
            velocity: 1-127; 100 for keys.
            open: an open hat; it rings until that player's next hat or pedal stroke.
            accent: the written note is accented; for devices that know one velocity only.
            ghost: likewise for a ghost note.
        """
        voices = self._voices.get(player)
        if voices is None:
            return
        if piece in _CHOKES_THE_HAT:
            voices.choke(OPEN_HAT)
        stroke = voicing(piece, played_velocity(velocity, accent=accent, ghost=ghost), is_open=open)
        sound = self._samples.sounds.get(stroke.file)
        if sound is not None:
            gain = stroke.gain * self.levels.drum_gain(player)
            left, right = PAN.get(player, _CENTRE)
            voices.play(stroke.file, sound, gain * left, gain * right)
