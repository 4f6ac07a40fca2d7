"""Kit layouts: how the drums of a full kit fold into the lanes of a highway."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.charts.pieces import Piece


@dataclass(frozen=True, slots=True)
class Layout:
    """A folding of pieces into lanes."""

    name: str
    lanes: Mapping[str, tuple[Piece, ...]]
    """Lane -> its pieces, the lane's first drum first; in P1's order from left to right."""

    def lane_of(self, piece: Piece) -> str:
        """The lane on which a piece is played."""
        return next(lane for lane, pieces in self.lanes.items() if piece in pieces)


LAYOUTS: Mapping[str, Layout] = {
    layout.name: layout
    for layout in (
        Layout(
            "four",
            {
                "tom": (Piece.TOM1, Piece.TOM2, Piece.TOM3),
                "snare": (Piece.SNARE, Piece.RIM),
                "cymbal": (
                    Piece.HAT,
                    Piece.PEDAL,
                    Piece.CRASH,
                    Piece.CRASH2,
                    Piece.RIDE,
                    Piece.BELL,
                    Piece.CHINA,
                    Piece.SPLASH,
                ),
                "kick": (Piece.KICK,),
            },
        ),
        Layout(
            "two",
            {
                "high": (
                    Piece.SNARE,
                    Piece.RIM,
                    Piece.HAT,
                    Piece.TOM1,
                    Piece.CRASH,
                    Piece.CRASH2,
                    Piece.RIDE,
                    Piece.BELL,
                    Piece.CHINA,
                    Piece.SPLASH,
                ),
                "low": (Piece.KICK, Piece.TOM2, Piece.TOM3, Piece.PEDAL),
            },
        ),
        Layout(
            "kit",
            {
                "hat": (Piece.HAT, Piece.PEDAL),
                "snare": (Piece.SNARE, Piece.RIM),
                "tom1": (Piece.TOM1,),
                "tom2": (Piece.TOM2,),
                "tom3": (Piece.TOM3,),
                "crash": (Piece.CRASH, Piece.CRASH2, Piece.CHINA, Piece.SPLASH),
                "ride": (Piece.RIDE, Piece.BELL),
                "kick": (Piece.KICK,),
            },
        ),
    )
}
DEFAULT_LAYOUT = "four"
