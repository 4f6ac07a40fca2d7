"""How hits are told from vibrations, pad by pad."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from game.charts.pieces import Piece

HOLD_BELOW = 40
"""Hits softer than this wait for a louder one; all others pass at once."""

HOLD_NS = 8_000_000
DEAD_NS = 5_000_000
"""Two hits of one pad that are nearer than this are one: no hand is that fast."""

_SAME_PAD = {Piece.RIM: Piece.SNARE, Piece.BELL: Piece.RIDE}

_RACK = (
    (Piece.SNARE, Piece.HAT),
    (Piece.SNARE, Piece.TOM1),
    (Piece.SNARE, Piece.TOM3),
    (Piece.TOM1, Piece.TOM2),
    (Piece.TOM2, Piece.TOM3),
    (Piece.HAT, Piece.TOM1),
    (Piece.HAT, Piece.CRASH),
    (Piece.CRASH, Piece.TOM1),
    (Piece.TOM2, Piece.RIDE),
    (Piece.TOM3, Piece.RIDE),
    (Piece.RIDE, Piece.CRASH2),
    (Piece.TOM2, Piece.CRASH2),
    (Piece.CHINA, Piece.CRASH2),
    (Piece.SPLASH, Piece.CRASH),
)


def pad_of(piece: Piece) -> Piece:
    """The pad that a drum lies on: a rim is part of its snare, a bell of its ride."""
    return _SAME_PAD.get(piece, piece)


NEIGHBOURS: frozenset[tuple[Piece, Piece]] = frozenset(
    {*_RACK, *((b, a) for a, b in _RACK), *((pad, pad) for pad in Piece)}
)
"""Pads that shake each other. Each is its own neighbour; feet shake no pad of the hands, since a
soft hand over a loud foot is how grooves are played."""

PADS: tuple[Piece, ...] = tuple(piece for piece in Piece if piece not in _SAME_PAD)
"""All pads, in the order of the drums."""


@dataclass(frozen=True, slots=True)
class PadFilter:
    """What one pad lets pass."""

    floor: int = 12
    """The softest velocity that counts."""

    mask_ms: int = 25
    """For so long after a hit, clearly softer ones of the same pad are its echo; 0: none are."""

    echo_pct: int = 80
    """What is clearly softer: less than this share of the hit's velocity."""

    crosstalk_pct: int = 25
    """Beside a louder hit of a neighbour, less than this share of its velocity is not played."""

    foot_ms: int = 20
    """For so long around the foot, open hats no louder than it are its work. Of the hat only."""


RANGES: Mapping[str, tuple[int, int]] = {
    "floor": (1, 127),
    "mask_ms": (0, 100),
    "echo_pct": (0, 100),
    "crosstalk_pct": (0, 100),
    "foot_ms": (0, 100),
}
"""The closed interval of each number of a `PadFilter`; 0 switches that filter off."""

assert {each.name for each in fields(PadFilter)} == set(RANGES)

_USUAL = PadFilter()
_USUAL_KICK = PadFilter(mask_ms=40)


@dataclass(frozen=True, slots=True)
class FilterSettings:
    """The filters of one kit."""

    pads: Mapping[Piece, PadFilter] = field(default_factory=dict)
    """Pads that were adjusted; the others are as usual."""

    def of(self, pad: Piece) -> PadFilter:
        """What holds for a pad."""
        return self.pads.get(pad, usual(pad))


def usual(pad: Piece) -> PadFilter:
    """What holds for a pad that nobody has adjusted: a beater bounces longer than a stick."""
    return _USUAL_KICK if pad is Piece.KICK else _USUAL
