"""Two signed sticks, and the duet after which they changed hands."""

from __future__ import annotations

from dataclasses import dataclass

from game.view.sticks.signature import Signature


@dataclass(frozen=True, slots=True)
class Stick:
    """One player's."""

    player: int
    name: str
    signature: Signature


@dataclass(frozen=True, slots=True)
class SignedPair:
    sticks: tuple[Stick, Stick]
    """P1's, then P2's."""

    title: str
    """Of the song."""

    at_s: int
    """When it was played: seconds since 1970."""

    score: int
    together: int | None = None
    """0 to 100; None for not known."""
