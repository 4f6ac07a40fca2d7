"""Taps of both players outside of play: at the keys, or at the kits that are plugged in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.app.kits.midi import decisions_in
from game.app.kits.pad_bindings import PadBindings
from game.app.play.setup import PlaySetup, device_of
from game.app.services import Services
from game.charts.model import PLAYERS
from game.input.bindings import Binding, KeyBindings
from game.input.raw_hit import KEYBOARD


@dataclass(frozen=True, slots=True)
class Tap:
    """One tap of one player."""

    host_ns: int
    binding: Binding
    velocity: int
    device: str
    """As seats have it: `keyboard`, or `midi:` and a name."""


def devices_of(kits: Sequence[str]) -> dict[int, str]:
    """What each player would tap on: a kit each, one kit for both, else the keyboard."""
    if not kits:
        return dict.fromkeys(PLAYERS, KEYBOARD)
    return {
        player: device_of(kits[min(index, len(kits) - 1)]) for index, player in enumerate(PLAYERS)
    }


class Taps:
    """Finds taps in events. Keys always count, also beside a kit."""

    def __init__(self, services: Services, setup: PlaySetup) -> None:
        self._services = services
        keys = services.settings.keys
        self._keys = KeyBindings({s.player: keys[s.layout][s.player] for s in setup.seats})
        self._pads = PadBindings(setup.seats, services.settings.kits)

    def of(self, event: pygame.Event, at_ns: int) -> Iterator[Tap]:
        """The taps that an event brings."""
        hit = self._services.keyboard.hit(event, at_ns)
        if hit is not None:
            binding = self._keys.binding(self._services.keyboard.name(event))
            if binding is not None:
                yield Tap(hit.host_ns, binding, hit.velocity, KEYBOARD)
        for decision in decisions_in(event):
            raw = decision.hit.raw
            binding = self._pads.binding(decision.hit) if decision.is_passed else None
            if binding is not None:
                yield Tap(raw.host_ns, binding, raw.velocity, device_of(raw.device))
