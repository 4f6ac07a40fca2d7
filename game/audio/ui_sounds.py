"""The interface's own drums: rim for move, snare for choose, low tom for back."""

from __future__ import annotations

from game.audio.levels import Levels
from game.audio.mixer import Mixer
from game.audio.samples import Samples, voicing
from game.charts.pieces import Piece

_VELOCITY = 90


class UiSounds:
    """Sounds of menus: in the middle, and never louder than play."""

    def __init__(self, mixer: Mixer, samples: Samples, levels: Levels | None = None) -> None:
        self._voices = mixer.ui_voices
        self._samples = samples
        self.levels = levels or Levels()

    def move(self) -> None:
        self._play(Piece.RIM)

    def choose(self) -> None:
        self._play(Piece.SNARE)

    def back(self) -> None:
        self._play(Piece.TOM3)

    def _play(self, piece: Piece) -> None:
        stroke = voicing(piece, _VELOCITY)
        sound = self._samples.sounds.get(stroke.file)
        if sound is not None:
            gain = stroke.gain * self.levels.ui_gain
            self._voices.play(stroke.file, sound, gain, gain)
