"""The measures of a page and its inks. All lengths are units: 150 to the inch on A4."""

from __future__ import annotations

from collections.abc import Mapping

from game.charts.model import PLAYERS
from game.charts.pieces import Piece
from game.view.theme import Color

WIDTH = 1240
HEIGHT = 1754
MARGIN = 80
TOP = 72
FOOT = 104
"""Kept free below the systems: the legend and the page's number."""

GUTTER = 100
"""Room for the players' tags and the names of the drums."""

LEFT = MARGIN + GUTTER
RIGHT = WIDTH - MARGIN
ROOM = RIGHT - LEFT

LANE = 25
LONE_LANE = 34
"""A stave without a note in its system."""

STAVE_PAD = (6.0, 2.0)
"""Above and below the lines of a stave, so that accents have room."""

STAVE_GAP = 16
SYSTEM_GAP = 38
MOST_EXTRA_GAP = 44
"""Added at most between systems, so that they fill their page."""

RUNNING = 44
"""The line above the systems of all pages but the first."""

SECTION = 38
"""A section's name above its first system."""

RULER = 21
WORD_ROW = 22
BELOW_WORDS = 5

NOTE = 13.5
"""Diameter of a disc of the usual size."""

PAD_LEFT = 17.0
"""From a bar line to the first note, so that its graces have room."""

PAD_RIGHT = 3.0

SIZE_TITLE = 46
SIZE_SECTION = 24
SIZE_BODY = 17
SIZE_WORD = 16
SIZE_LABEL = 15
SIZE_SMALL = 13
SIZE_RULER = 12

PAPER: Color = (255, 255, 255)
INK: Color = (0x1C, 0x1C, 0x26)
INK_DIM: Color = (0x5A, 0x5E, 0x6C)
LINE: Color = (0xA9, 0xAD, 0xB8)
"""The line of a drum."""

PULSE: Color = (0xCF, 0xD2, 0xDA)
FAINT: Color = (0xE4, 0xE6, 0xEB)
TOGETHER: Color = (0x12, 0x9A, 0x6C)

_PLAYERS: Mapping[tuple[int, ...], Color] = {
    (1,): (0xC8, 0x2F, 0x3C),
    (2,): (0x1D, 0x66, 0xB8),
    PLAYERS: (0x3A, 0x3E, 0x4C),
}
_PIECES: Mapping[Piece, Color] = {
    Piece.KICK: (0xF0, 0x84, 0x22),
    Piece.SNARE: (0xDE, 0x36, 0x42),
    Piece.RIM: (0xDE, 0x36, 0x42),
    Piece.HAT: (0xF6, 0xC4, 0x1C),
    Piece.PEDAL: (0xF6, 0xC4, 0x1C),
    Piece.TOM1: (0x3A, 0x88, 0xE0),
    Piece.TOM2: (0x2C, 0xB0, 0x6E),
    Piece.TOM3: (0x92, 0x58, 0xD8),
    Piece.CRASH: (0x2A, 0xB8, 0xC8),
    Piece.CRASH2: (0x2A, 0xB8, 0xC8),
    Piece.RIDE: (0xF9, 0xE0, 0x84),
    Piece.BELL: (0xF9, 0xE0, 0x84),
    Piece.CHINA: (0x2A, 0xB8, 0xC8),
    Piece.SPLASH: (0x2A, 0xB8, 0xC8),
}


def player_ink(players: tuple[int, ...]) -> Color:
    """The colour of a player's tag; of both for a solo chart."""
    return _PLAYERS[players]


def piece_ink(piece: Piece) -> Color:
    """What a note is filled with."""
    return _PIECES[piece]
