"""MIDI devices as screens see them: what is plugged in, and events that bring hits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pygame

from game.input.midi.filters import Decision
from game.input.midi.kit import KitSettings
from game.input.midi.listener import DevicesChanged, MidiListener, Report

MIDI_ARRIVED = pygame.event.custom_type()
"""Something came; the loop fills in `reports`."""


class Midi:
    """Listens from `start` to `close`; before and after, nothing is plugged in."""

    def __init__(self, kits: Mapping[str, KitSettings] | None = None) -> None:
        self._listener = MidiListener(kits, wake=_wake)
        self.has_looked = False
        """Whether it is known by now what is plugged in."""

        self.devices: tuple[str, ...] = ()
        """What is plugged in, as far as events have told."""

    def start(self) -> None:
        """Look for devices from now on; the first look takes a moment, in a thread."""
        self._listener.start()

    def close(self) -> None:
        """Let go of all devices."""
        self._listener.close()

    def use(self, device: str, settings: KitSettings) -> None:
        """Map and filter a device's hits like this from now on."""
        self._listener.use(device, settings)

    def filled(self, event: pygame.Event) -> pygame.Event:
        """A `MIDI_ARRIVED` with everything that has come by now."""
        reports = tuple(self._listener.reports())
        for report in reports:
            if isinstance(report, DevicesChanged):
                self.devices = report.devices
                self.has_looked = True
        return pygame.Event(MIDI_ARRIVED, reports=reports)


def decisions_in(event: pygame.Event) -> Iterator[Decision]:
    """What was decided on hits; nothing for any event but `MIDI_ARRIVED`."""
    if event.type == MIDI_ARRIVED:
        reports: tuple[Report, ...] = event.reports
        yield from (report for report in reports if isinstance(report, Decision))


def _wake() -> bool:
    """Called from threads: ends the loop's wait, if there is a loop and room in its queue."""
    try:
        return bool(pygame.event.post(pygame.Event(MIDI_ARRIVED)))
    except pygame.error:
        return False
