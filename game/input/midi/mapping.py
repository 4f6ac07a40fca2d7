"""Which drum a note is, and which of two drummers at one kit has struck it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.charts.pieces import Piece

_NOTES: Mapping[Piece, tuple[int, ...]] = {
    Piece.KICK: (35, 36, 33),
    Piece.SNARE: (38, 40),
    Piece.RIM: (37, 39),
    Piece.HAT: (42, 22, 46, 26, 23),
    Piece.PEDAL: (44, 21),
    Piece.TOM1: (48, 50),
    Piece.TOM2: (45, 47),
    Piece.TOM3: (41, 43, 58),
    Piece.CRASH: (49, 55),
    Piece.CRASH2: (57, 52),
    Piece.RIDE: (51, 59),
    Piece.BELL: (53,),
}
"""General MIDI, and what Roland TD, Alesis Nitro and Surge, Yamaha DTX and MPS kits add to it.

They agree wherever they meet: Yamaha's middle tom is 47 and Roland's 45, and where one sends the
other's number it is the rim of the same tom. 21 and 23 are the foot splash and the half open hat of
Alesis, 33 the second kick of Yamaha.
"""

DEFAULT_NOTES: Mapping[int, Piece] = {
    note: piece for piece, notes in _NOTES.items() for note in notes
}

OPEN_HAT_NOTES = frozenset({46, 26, 23})
CLOSED_HAT_NOTES = frozenset({42, 22})

_QUITE_UP = 16
_HALF = 64
"""Places of the hat pedal: 0 is open, 127 is closed."""

RIGHT_HALF = frozenset(
    {Piece.TOM2, Piece.TOM3, Piece.CRASH2, Piece.RIDE, Piece.BELL, Piece.CHINA, Piece.SPLASH}
)
"""The drums of P2 where two share a kit and have not said who plays what."""


@dataclass(frozen=True, slots=True)
class KitMap:
    """What the players have taught about one device; what they have not is as usual."""

    drums: Mapping[int, Piece] = field(default_factory=dict)
    """Note -> its drum."""

    players: Mapping[int, int] = field(default_factory=dict)
    """Note -> whose it is, where two share this kit."""

    channels: Mapping[int, int] = field(default_factory=dict)
    """Channel, 1-16 -> whose it is, where two share this kit; goes before drums and notes."""

    def drum(self, note: int) -> Piece | None:
        """The drum of a note; None for a note that no one has heard of."""
        return self.drums.get(note) or DEFAULT_NOTES.get(note)

    def player(self, channel: int, note: int) -> int:
        """Whose a note is where two share this kit."""
        if channel in self.channels:
            return self.channels[channel]
        return self.players.get(note) or (2 if self.drum(note) in RIGHT_HALF else 1)


def is_open(note: int, pedal: int | None) -> bool:
    """Whether a hat is open as it is struck.

    Args:
        pedal: the last position that the foot was in, 0 (open) to 127; None if it has not told.
    """
    if note in OPEN_HAT_NOTES or note in CLOSED_HAT_NOTES:
        # A kit with a number for each is surest; only a foot that is quite up overrules "closed".
        return note in OPEN_HAT_NOTES or (pedal is not None and pedal < _QUITE_UP)
    return pedal is not None and pedal < _HALF
