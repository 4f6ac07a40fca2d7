"""Chord symbols, and voicings that move as little as possible from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product

PITCH_CLASSES = {
    name: pitch_class
    for pitch_class, names in enumerate(
        ("C", "C# Db", "D", "D# Eb", "E", "F", "F# Gb", "G", "G# Ab", "A", "A# Bb", "B")
    )
    for name in names.split()
}


@dataclass(frozen=True, slots=True)
class Quality:
    """What a chord is made of, in semitones above its root."""

    third: int
    fifth: int
    seventh: int
    upper: tuple[int, ...]
    """What the keys play over the bass; ninths and thirteenths leave the root to the bass."""


QUALITIES = {
    "": Quality(4, 7, 10, (0, 4, 7)),
    "m": Quality(3, 7, 10, (0, 3, 7)),
    "sus": Quality(5, 7, 10, (0, 5, 7)),
    "7": Quality(4, 7, 10, (0, 4, 7, 10)),
    "m7": Quality(3, 7, 10, (0, 3, 7, 10)),
    "maj7": Quality(4, 7, 11, (0, 4, 7, 11)),
    "dim7": Quality(3, 6, 9, (0, 3, 6, 9)),
    "m7b5": Quality(3, 6, 10, (0, 3, 6, 10)),
    "6/9": Quality(4, 7, 9, (2, 4, 7, 9)),
    "maj9": Quality(4, 7, 11, (2, 4, 7, 11)),
    "m9": Quality(3, 7, 10, (2, 3, 7, 10)),
    "9": Quality(4, 7, 10, (2, 4, 7, 10)),
    "9sus": Quality(5, 7, 10, (2, 5, 7, 10)),
    "13": Quality(4, 7, 10, (2, 4, 9, 10)),
    "7b9": Quality(4, 7, 10, (1, 4, 7, 10)),
}


@dataclass(frozen=True, slots=True)
class Chord:
    """A chord symbol, such as `Gm9` or `C/Bb`."""

    root: int
    """Pitch class, C = 0."""

    bass: int
    """Pitch class of the lowest note."""

    quality: Quality

    @classmethod
    def parse(cls, symbol: str) -> Chord:
        """Read a symbol: root, quality, and after a slash the bass.

        Raises:
            ValueError: the root, the quality or the bass is unknown.
        """
        over, _, under = symbol.rpartition("/")
        if under not in PITCH_CLASSES or not over:
            over, under = symbol, ""
        length = 2 if over[1:2] in ("b", "#") else 1
        name, quality = over[:length], over[length:]
        if name not in PITCH_CLASSES or quality not in QUALITIES:
            known = ", ".join(filter(None, QUALITIES))
            raise ValueError(f'unknown chord "{symbol}"; qualities are {known}')
        return cls(PITCH_CLASSES[name], PITCH_CLASSES[under or name], QUALITIES[quality])

    @property
    def upper(self) -> tuple[int, ...]:
        """The pitch classes over the bass."""
        return tuple((self.root + interval) % 12 for interval in self.quality.upper)


def voicings(
    chords: Sequence[Chord], low: int, high: int, voices: int = 4
) -> list[tuple[int, ...]]:
    """One voicing a chord, each as close as possible to the one before.

    Args:
        low, high: the MIDI pitches between which all voices stay.
        voices: how many notes; triads double none and stay at three.
    """
    centre = (low + high) / 2
    chosen: list[tuple[int, ...]] = []
    for chord in chords:
        before = chosen[-1] if chosen else ()
        chosen.append(
            min(
                _candidates(chord.upper[-voices:], low, high),
                key=lambda pitches, before=before: (  # type: ignore[misc]  # bound per chord
                    _distance(pitches, before) + abs(sum(pitches) / len(pitches) - centre) / 2
                ),
            )
        )
    return chosen


def _candidates(pitch_classes: Sequence[int], low: int, high: int) -> list[tuple[int, ...]]:
    """Every way to place the pitch classes within an octave and a third, lowest voice first."""
    places = [[p for p in range(low, high + 1) if p % 12 == pc] for pc in pitch_classes]
    found = [tuple(sorted(pitches)) for pitches in product(*places)]
    close = [pitches for pitches in found if pitches[-1] - pitches[0] <= 16]
    open_enough = [p for p in close if all(b - a > 1 for a, b in pairwise(p))]
    return open_enough or close


def _distance(pitches: Sequence[int], before: Sequence[int]) -> float:
    if not before:
        return 0.0
    return sum(min(abs(pitch - other) for other in before) for pitch in pitches)
