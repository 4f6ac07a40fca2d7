"""What pauses a play on purpose: a key, at once or held, or a long roll on one cymbal.

Pads cannot be held: they know strokes only. What holds instead is a roll on a single cymbal, with
both sticks and with nothing else struck meanwhile, that the part itself does not ask for. A ring
fills while it goes on, and is empty as soon as it stops, so nobody pauses without having seen it.
Its strokes are hits like all others; a play that counts every extra hit is better paused by key.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.pieces import Piece
from game.input.midi.filter_settings import pad_of

_NS_PER_MS = 1_000_000
ROLL_NS = 1_500 * _NS_PER_MS
"""How long a roll goes on until it pauses."""

GAP_NS = 180 * _NS_PER_MS
"""The slowest roll."""

CYMBALS = frozenset({Piece.CRASH, Piece.CRASH2, Piece.RIDE, Piece.CHINA, Piece.SPLASH})
"""Pads that a roll pauses on. A hat is played as fast in many songs."""

_SHOWN_STROKES = 5
"""Fewer are no roll yet, and show nothing."""


@dataclass(slots=True)
class _Roll:
    pad: Piece
    since_ns: int
    last_ns: int
    strokes: int = 1


class HoldToPause:
    """Follows keys and strokes, and tells how far a pause is."""

    def __init__(self, key_hold_ns: int, is_by_pads: bool) -> None:
        """
        Args:
            key_hold_ns: how long a key is held until it pauses; 0: at once.
            is_by_pads: whether a roll pauses too.
        """
        self._key_hold_ns = key_hold_ns
        self._is_by_pads = is_by_pads
        self._keys_ns: dict[str, int] = {}
        self._rolls: dict[int, _Roll] = {}

    def let_go(self) -> None:
        """Forget all that was held."""
        self._keys_ns.clear()
        self._rolls.clear()

    def press(self, key: str, at_ns: int) -> None:
        """A key that pauses went down."""
        self._keys_ns.setdefault(key, at_ns)

    def release(self, key: str) -> None:
        """Any key was let go."""
        self._keys_ns.pop(key, None)

    def strike(self, player: int, piece: Piece, at_ns: int, is_written: bool) -> None:
        """A stroke of a pad.

        Args:
            is_written: whether the player's part itself rolls there.
        """
        pad, roll = pad_of(piece), self._rolls.get(player)
        if not self._is_by_pads or pad not in CYMBALS or is_written:
            self._rolls.pop(player, None)
        elif roll is None or roll.pad is not pad or at_ns - roll.last_ns > GAP_NS:
            self._rolls[player] = _Roll(pad, at_ns, at_ns)
        else:
            roll.last_ns = max(roll.last_ns, at_ns)
            roll.strokes += 1

    def share(self, now_ns: int) -> float:
        """How far the nearest pause is: from 0, nothing is held, to 1, it is due."""
        return max(self._key_share(now_ns), self._roll_share(now_ns))

    def is_due(self, now_ns: int) -> bool:
        return self.share(now_ns) >= 1

    def _key_share(self, now_ns: int) -> float:
        if not self._keys_ns:
            return 0.0
        held_ns = now_ns - min(self._keys_ns.values())
        return min(1.0, held_ns / self._key_hold_ns) if self._key_hold_ns else 1.0

    def _roll_share(self, now_ns: int) -> float:
        going_on = (
            roll.last_ns - roll.since_ns
            for roll in self._rolls.values()
            if roll.strokes >= _SHOWN_STROKES and now_ns - roll.last_ns <= GAP_NS
        )
        return min(1.0, max(going_on, default=0) / ROLL_NS)
