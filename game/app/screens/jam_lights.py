"""Which drums have just been struck in a jam."""

from __future__ import annotations

from collections.abc import Collection

from game.charts.pieces import Piece

STEPS = 6
"""How many pictures a drum's light takes to fade."""

_STEP_NS = 30_000_000


class JamLights:
    """The last stroke of each drum."""

    def __init__(self) -> None:
        self._struck_ns: dict[tuple[int, Piece], int] = {}

    def strike(self, player: int, piece: Piece, at_ns: int) -> None:
        self._struck_ns[player, piece] = at_ns

    def glow(self, player: int, pieces: Collection[Piece], now_ns: int) -> float:
        """How bright the last stroke on any of the drums still shines: 0 to 1, in steps."""
        strokes_ns = [self._struck_ns[player, p] for p in pieces if (player, p) in self._struck_ns]
        if not strokes_ns:
            return 0.0
        steps_ago = max(0, now_ns - max(strokes_ns)) // _STEP_NS
        return max(0, STEPS - steps_ago) / STEPS

    def is_fading(self, now_ns: int) -> bool:
        """Whether a light still changes by itself."""
        latest_ns = max(self._struck_ns.values(), default=None)
        return latest_ns is not None and now_ns < latest_ns + STEPS * _STEP_NS
