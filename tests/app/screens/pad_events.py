"""MIDI events as the loop hands them to screens."""

from __future__ import annotations

import pygame

from game.app.kits.midi import MIDI_ARRIVED
from game.app.services import Services
from game.input.midi.kit import Kit
from game.input.midi.listener import DevicesChanged
from game.input.midi.messages import Strike


def plugged(services: Services, *devices: str) -> pygame.Event:
    """These devices are plugged in from now on."""
    services.midi.devices = devices
    services.midi.has_looked = True
    return pygame.Event(MIDI_ARRIVED, reports=(DevicesChanged(devices),))


def struck(
    device: str, note: int, velocity: int = 100, at_ns: int = 0, channel: int = 10
) -> pygame.Event:
    """A pad is hit; a soft hit has been waited for."""
    kit = Kit(device)
    decisions = kit.take(Strike(at_ns, channel, note, velocity)) + kit.advance(at_ns + 10**9)
    return pygame.Event(MIDI_ARRIVED, reports=tuple(decisions))
