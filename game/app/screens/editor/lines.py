"""Which lanes the editor shows, from top to bottom."""

from __future__ import annotations

from game.charts.document import Document
from game.charts.model import FULL_LEVEL, PLAYERS
from game.charts.pieces import Piece
from game.charts.reader.labels import LaneKey
from game.charts.writing.lanes import PIECES_IN_ORDER

_ALWAYS = frozenset(
    {
        Piece.CRASH,
        Piece.RIDE,
        Piece.HAT,
        Piece.SNARE,
        Piece.TOM1,
        Piece.TOM2,
        Piece.TOM3,
        Piece.KICK,
    }
)
"""The drums that most kits have."""


def pieces_shown(document: Document) -> tuple[Piece, ...]:
    """The drums of a usual kit, and whatever else somebody plays in this song."""
    score = document.reading.score
    used = {lane.piece for lane in score.sheet.notes} if score else set[Piece]()
    return tuple(piece for piece in PIECES_IN_ORDER if piece in _ALWAYS | used)


def lane_lines(document: Document) -> tuple[LaneKey, ...]:
    """The full parts of both players, the first one's above."""
    pieces = pieces_shown(document)
    return tuple(LaneKey(player, FULL_LEVEL, piece) for player in PLAYERS for piece in pieces)
