"""What a device said, in host time."""

from __future__ import annotations

from dataclasses import dataclass

from game.timing.units import Nanos

KEYBOARD = "keyboard"
"""The device of all keyboards: the system mixes them into one."""


@dataclass(frozen=True, slots=True)
class RawHit:
    """One press of a key or pad."""

    host_ns: Nanos
    device: str
    """`KEYBOARD`, or a MIDI device's name."""

    code: int
    """A scancode, or a MIDI note."""

    velocity: int = 100
    """1-127; 100 for keys."""
