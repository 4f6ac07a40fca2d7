"""Strokes as the symbols of a lane, and the other way round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.charts.pieces import Piece, Stroke
from game.charts.reader.symbols import STRIKES

ROLLS = "rR"
SHARED = "&"
_PLAIN = "xX"
_ROUND = "oO"
_BY_STROKE: Mapping[Stroke, str] = {
    Stroke.HIT: _PLAIN,
    Stroke.GHOST: "gX",
    Stroke.FLAM: "fF",
    Stroke.DRAG: "dD",
    Stroke.ROLL: ROLLS,
}


def symbol_for(
    piece: Piece, stroke: Stroke = Stroke.HIT, *, accent: bool = False, open: bool = False
) -> str:
    """How a stroke is written on a drum. A ghost has no accent: it becomes an accented hit."""
    if stroke is Stroke.HIT and (piece is Piece.KICK or (open and piece is Piece.HAT)):
        return _ROUND[accent]
    return _BY_STROKE[stroke][accent]


def with_stroke(symbol: str, piece: Piece, stroke: Stroke) -> str:
    """The symbol for another stroke; its accent is kept where the stroke has one."""
    if STRIKES[symbol].stroke is stroke:
        return symbol
    accent = STRIKES[symbol].accent and stroke is not Stroke.GHOST
    return symbol_for(piece, stroke, accent=accent)


def with_accent(symbol: str, piece: Piece, accent: bool) -> str:
    """The symbol with or without its accent; without it, nothing is shared any more."""
    strike = STRIKES[symbol]
    if strike.accent == accent:
        return symbol
    return symbol_for(piece, strike.stroke, accent=accent, open=strike.open)


def with_open(symbol: str, piece: Piece, open: bool) -> str:
    """An open or closed hat; any other drum or stroke stays as it is."""
    strike = STRIKES[symbol]
    if piece is not Piece.HAT or strike.stroke is not Stroke.HIT or strike.open == open:
        return symbol
    return symbol_for(piece, accent=strike.accent, open=open)


def means_same(symbol: str, other: str, piece: Piece) -> bool:
    """Whether two symbols say the same on a drum: `x` and `o` do, but for the hat."""
    one, two = (STRIKES[each] for each in (symbol, other))
    return one == two or (piece is not Piece.HAT and replace(one, open=two.open) == two)
