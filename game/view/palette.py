"""How each drum and each stroke looks: shape first, then colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from game.charts.model import Note
from game.charts.pieces import Piece, Stroke
from game.charts.timeline import TimedNote
from game.view.theme import Color


class Shape(StrEnum):
    """The outline of a note."""

    DISC = "disc"
    RIM = "hollow disc"
    """Only the edge of a drum."""

    DIAMOND = "diamond"
    HOLLOW = "hollow diamond"
    DOMED = "domed diamond"
    """A diamond with the bell of a ride in its middle."""

    FLAT = "flat diamond"
    """Half as high: the foot."""

    BAR = "bar"


HOLLOW_SHAPES = (Shape.RIM, Shape.HOLLOW)
"""Dark in their middle."""


@dataclass(frozen=True, slots=True)
class NoteLook:
    """Everything that makes two notes look different."""

    shape: Shape
    color: Color
    size: float = 1.0
    """Share of the usual size."""

    strength: float = 1.0
    """1 is opaque; a ghost has half."""

    rings: int = 1
    """Rings drawn into a disc or diamond, which tell drums of one shape apart."""

    has_dot: bool = False
    is_accent: bool = False
    """A white core."""

    graces: int = 0
    """Small twins ahead: one for a flam, two for a drag."""

    grace_side: int = -1
    """Where a single twin stands: -1 left, 1 right, on P2's mirrored highway."""

    is_shared: bool = False
    """A mint halo."""

    letter: str = ""
    """A letter on it, for those who asked for letters."""


_STANDARD: Mapping[str, Color] = {
    "hat": (0xFA, 0xD6, 0x46),
    "ride": (0xFF, 0xEC, 0x96),
    "crash": (0x5A, 0xE6, 0xF0),
    "snare": (0xF0, 0x48, 0x54),
    "tom1": (0x50, 0xAA, 0xFF),
    "tom2": (0x50, 0xDC, 0x96),
    "tom3": (0xB4, 0x6E, 0xFA),
    "kick": (0xFF, 0x96, 0x3C),
}
# Hues that stay apart with any of the usual colour deficiencies, lightness helping.
_COLOUR_BLIND: Mapping[str, Color] = {
    "hat": (0xF0, 0xE4, 0x42),
    "ride": (0xF8, 0xF3, 0xB4),
    "crash": (0x8C, 0xD2, 0xF5),
    "snare": (0xE2, 0x5E, 0x10),
    "tom1": (0x2E, 0x86, 0xDE),
    "tom2": (0x00, 0xA8, 0x84),
    "tom3": (0xD6, 0x86, 0xB8),
    "kick": (0xF2, 0xA9, 0x1E),
}
_HIGH_CONTRAST: Mapping[str, Color] = {
    "hat": (0xFF, 0xF0, 0x00),
    "ride": (0xFF, 0xFF, 0xB0),
    "crash": (0x00, 0xFF, 0xFF),
    "snare": (0xFF, 0x50, 0x50),
    "tom1": (0x66, 0xB8, 0xFF),
    "tom2": (0x40, 0xFF, 0x80),
    "tom3": (0xD8, 0x90, 0xFF),
    "kick": (0xFF, 0xA0, 0x20),
}
PALETTES: Mapping[str, Mapping[str, Color]] = {
    "standard": _STANDARD,
    "colour-blind": _COLOUR_BLIND,
    "high-contrast": _HIGH_CONTRAST,
}

# Piece -> its colour's name and its look but for the colour.
_PIECES: Mapping[Piece, tuple[str, NoteLook]] = {
    Piece.KICK: ("kick", NoteLook(Shape.BAR, (0, 0, 0))),
    Piece.SNARE: ("snare", NoteLook(Shape.DISC, (0, 0, 0))),
    Piece.RIM: ("snare", NoteLook(Shape.RIM, (0, 0, 0))),
    Piece.HAT: ("hat", NoteLook(Shape.DIAMOND, (0, 0, 0))),
    Piece.PEDAL: ("hat", NoteLook(Shape.FLAT, (0, 0, 0))),
    Piece.TOM1: ("tom1", NoteLook(Shape.DISC, (0, 0, 0), size=0.94, rings=0, has_dot=True)),
    Piece.TOM2: ("tom2", NoteLook(Shape.DISC, (0, 0, 0), has_dot=True)),
    Piece.TOM3: ("tom3", NoteLook(Shape.DISC, (0, 0, 0), size=1.06, rings=2)),
    Piece.CRASH: ("crash", NoteLook(Shape.DIAMOND, (0, 0, 0), size=1.08)),
    Piece.CRASH2: ("crash", NoteLook(Shape.DIAMOND, (0, 0, 0), size=1.08, rings=2)),
    Piece.RIDE: ("ride", NoteLook(Shape.DOMED, (0, 0, 0))),
    Piece.BELL: ("ride", NoteLook(Shape.DOMED, (0, 0, 0), has_dot=True)),
    Piece.CHINA: ("crash", NoteLook(Shape.DIAMOND, (0, 0, 0), rings=0, has_dot=True)),
    Piece.SPLASH: ("crash", NoteLook(Shape.DIAMOND, (0, 0, 0), size=0.82)),
}
_GRACES: Mapping[Stroke, int] = {Stroke.FLAM: 1, Stroke.DRAG: 2}
_ACCENT_SIZE = 1.16
_GHOST_SIZE = 0.7
_GHOST_STRENGTH = 0.5


def piece_color(piece: Piece, palette: str) -> Color:
    """The colour of a drum; an unknown palette is the standard one."""
    return PALETTES.get(palette, _STANDARD)[_PIECES[piece][0]]


def note_look(note: Note | TimedNote, palette: str, is_mirrored: bool = False) -> NoteLook:
    """How a note looks, on P1's highway or mirrored on P2's."""
    look = replace(_PIECES[note.piece][1], color=piece_color(note.piece, palette))
    if note.open and note.piece is Piece.HAT:
        look = replace(look, shape=Shape.HOLLOW)
    if note.stroke is Stroke.GHOST:
        look = replace(look, size=look.size * _GHOST_SIZE, strength=_GHOST_STRENGTH)
    if note.accent:
        look = replace(look, size=look.size * _ACCENT_SIZE, is_accent=True)
    if note.stroke in _GRACES:
        side = 1 if is_mirrored else -1
        look = replace(look, graces=_GRACES[note.stroke], grace_side=side)
    return replace(look, is_shared=note.shared)
