"""What a device sent that matters to a drummer."""

from __future__ import annotations

from dataclasses import dataclass

from game.timing.units import Nanos

_NOTE_ON = 0x90
_CONTROL = 0xB0
_HAT_PEDAL = 4


@dataclass(frozen=True, slots=True)
class Strike:
    """A note that begins."""

    host_ns: Nanos
    channel: int
    """1-16."""

    note: int
    velocity: int
    """1-127."""


@dataclass(frozen=True, slots=True)
class HatPedal:
    """Where the foot is."""

    host_ns: Nanos
    channel: int
    position: int
    """0 is open, 127 is closed."""


Message = Strike | HatPedal


def message_of(data: bytes, host_ns: int) -> Message | None:
    """A channel message as a strike or a pedal; None for what says nothing about drums.

    A note of velocity 0 is an end, as on every MIDI device; pressure and other controllers are how
    a kit tells of choked cymbals and of places on the head.
    """
    kind, channel = data[0] & 0xF0, (data[0] & 0x0F) + 1
    if kind == _NOTE_ON and data[2]:
        return Strike(Nanos(host_ns), channel, data[1], data[2])
    if kind == _CONTROL and data[1] == _HAT_PEDAL:
        return HatPedal(Nanos(host_ns), channel, data[2])
    return None
