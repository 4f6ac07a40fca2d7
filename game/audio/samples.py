"""The drum samples: which file sounds for which drum, and how loud for which velocity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pygame

from game.audio.levels import DRUM_LEVEL, VOICES_PEAK
from game.audio.limiter import limited
from game.audio.pcm import to_frames, to_pcm
from game.audio.sounds import load_sound
from game.charts.pieces import Piece

FULL_VELOCITY = 127
OPEN_HAT = "hat_open"
STICKS = "sticks"

_ACCENT_FACTOR = 1.27
_GHOST_FACTOR = 0.45


@dataclass(frozen=True, slots=True)
class Layer:
    """One recording of a drum, used from a velocity on."""

    file: str
    """Name in the drum folder, without `.flac`."""

    trim_db: float
    """Brings the recording to the loudness of its drum in the kit at full velocity."""

    from_velocity: int = 1


# The trims set the loudness of the first 100 ms (K-weighted, at full velocity) to -9 LUFS for kick,
# crash and snare, -8 for toms, -10 for the second crash, -11 china, -12 splash, -13 rim, bell and
# open hat, -15 ride, -17 closed hat, -18 pedal. Both layers of a drum meet at the same loudness.
_HAT_OPEN = (Layer("hat_open", -8.6),)
KIT: Mapping[Piece, tuple[Layer, ...]] = {
    Piece.KICK: (Layer("kick_soft", 8.2), Layer("kick_hard", -3.1, 72)),
    Piece.SNARE: (Layer("snare_soft", 7.5), Layer("snare_hard", -3.7, 72)),
    Piece.RIM: (Layer("sidestick", -1.8),),
    Piece.HAT: (Layer("hat_closed", -2.3),),
    Piece.PEDAL: (Layer("hat_pedal", -6.5),),
    Piece.TOM1: (Layer("tom1_soft", 5.9), Layer("tom1_hard", -3.3, 72)),
    Piece.TOM2: (Layer("tom2_soft", 3.6), Layer("tom2_hard", -3.9, 72)),
    Piece.TOM3: (Layer("tom3_soft", 5.8), Layer("tom3_hard", -4.3, 72)),
    Piece.CRASH: (Layer("crash_soft", 6.7), Layer("crash_hard", -2.5, 72)),
    Piece.CRASH2: (Layer("crash2", -0.7),),
    Piece.RIDE: (Layer("ride", -3.6),),
    Piece.BELL: (Layer("ride_bell", -2.6),),
    Piece.CHINA: (Layer("china", -4.9),),
    Piece.SPLASH: (Layer("splash", -3.5),),
}


@dataclass(frozen=True, slots=True)
class Voicing:
    """What a stroke sounds like: a recording, and its gain against that drum's full strength."""

    file: str
    gain: float
    """0 to 1."""


def voicing(piece: Piece, velocity: int, *, is_open: bool = False) -> Voicing:
    """The recording and gain for a stroke; velocities outside 1-127 count as the nearest."""
    velocity = min(FULL_VELOCITY, max(1, velocity))
    layers = _HAT_OPEN if is_open and piece is Piece.HAT else KIT[piece]
    layer = next(layer for layer in reversed(layers) if velocity >= layer.from_velocity)
    return Voicing(layer.file, velocity_gain(velocity))


def velocity_gain(velocity: int) -> float:
    """Gain of a velocity 1-127: 127 is 1, 100 is -2.7 dB, 45 is -11, 1 is -29."""
    return float((0.1 + 0.9 * velocity / FULL_VELOCITY) ** 1.5)


def played_velocity(velocity: int, *, accent: bool, ghost: bool) -> int:
    """A key knows one velocity: the written accent or ghost gives it the drummer's dynamics."""
    factor = (_ACCENT_FACTOR if accent else 1.0) * (_GHOST_FACTOR if ghost else 1.0)
    return min(FULL_VELOCITY, max(1, round(velocity * factor)))


def recordings() -> Mapping[str, float]:
    """All files that are played, with the gain at which each is kept."""
    gains = {STICKS: 1.0}
    for layers in (*KIT.values(), _HAT_OPEN):
        for layer in layers:
            gains[layer.file] = DRUM_LEVEL * 10 ** (layer.trim_db / 20)
    return gains


@dataclass(frozen=True, slots=True)
class Samples:
    """The decoded recordings, at the mixer's rate."""

    sounds: Mapping[str, pygame.mixer.Sound]
    """By file name. Drums stand at the level of their hardest stroke in the mix: the mixer's gains
    are coarse, and this leaves all their steps to velocity, side and fader. Sticks are as recorded.
    """

    missing: tuple[Path, ...]
    """Files that could not be loaded: their drums are silent."""

    @classmethod
    def load(cls, assets: Path) -> Samples:
        """Decode `assets/drums/*.flac` as far as the kit needs them. May run in a thread."""
        sounds: dict[str, pygame.mixer.Sound] = {}
        missing: list[Path] = []
        ceilings = _ceilings()
        for name, gain in recordings().items():
            path = assets / "drums" / f"{name}.flac"
            try:
                sounds[name] = _scaled(load_sound(path), gain, ceilings.get(name, 1.0))
            except (OSError, pygame.error):
                missing.append(path)
        return cls(sounds, tuple(missing))


def _ceilings() -> Mapping[str, float]:
    """How high each drum's recording may go, so that its hardest stroke alone has room."""
    ceilings: dict[str, float] = {}
    for layers in (*KIT.values(), _HAT_OPEN):
        hardest = (*(layer.from_velocity - 1 for layer in layers[1:]), FULL_VELOCITY)
        for layer, velocity in zip(layers, hardest, strict=True):
            ceilings[layer.file] = min(1.0, VOICES_PEAK / velocity_gain(velocity))
    return ceilings


def _scaled(sound: pygame.mixer.Sound, gain: float, ceiling: float) -> pygame.mixer.Sound:
    """The same sound with its own memory turned down or up, and its peaks limited."""
    pcm = pygame.sndarray.samples(sound)
    pcm[:] = to_pcm(limited(to_frames(pcm) * np.float32(gain), ceiling))
    return sound
