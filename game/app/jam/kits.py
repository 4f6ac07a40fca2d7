"""Whose strokes a kit's are in a jam: whoever is hit joins in."""

from __future__ import annotations

from collections.abc import Mapping

from game.charts.model import PLAYERS
from game.input.midi.filters import PadHit
from game.input.midi.kit import KitSettings
from game.input.midi.mapping import KitMap

BOTH = 0
"""In place of a player: two drummers share the kit."""

_OWNERS = (*PLAYERS, BOTH)


class Kits:
    """The kits that have joined. One that was pulled out and comes back is whose it was."""

    def __init__(self) -> None:
        self._owners: dict[str, int] = {}
        self.latest: str | None = None
        """The kit that was hit last."""

    def join(self, device: str) -> None:
        """A kit that is hit for the first time joins the player who has fewer."""
        if device not in self._owners:
            self._owners[device] = min(PLAYERS, key=lambda player: len(self.of(player)))
        self.latest = device

    def owner(self, device: str) -> int | None:
        """A player, `BOTH`, or None for a kit that has not joined."""
        return self._owners.get(device)

    def of(self, player: int) -> tuple[str, ...]:
        """The kits that a player strikes, alone or with the other."""
        return tuple(kit for kit, owner in self._owners.items() if owner in (player, BOTH))

    def step(self, device: str, steps: int) -> None:
        """Hand a kit on: to P1, to P2, to both."""
        index = _OWNERS.index(self._owners[device]) + steps
        self._owners[device] = _OWNERS[index % len(_OWNERS)]

    def player(self, hit: PadHit, kits: Mapping[str, KitSettings]) -> int:
        """Whose stroke it is, of a kit that has joined."""
        device = hit.raw.device
        if self._owners[device] != BOTH:
            return self._owners[device]
        known = kits[device].map if device in kits else KitMap()
        return known.player(hit.channel, hit.raw.code)
