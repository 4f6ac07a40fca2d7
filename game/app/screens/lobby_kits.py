"""Kits in the lobby: who sits down by hitting one, and how two share it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.app.screens.kit_sharing import (
    channels_of,
    is_by_channel,
    shared_by_channel,
    shared_by_drum,
    with_channel,
)
from game.app.screens.lobby_seat import Seat
from game.app.services import Services
from game.app.settings.values import Settings
from game.input.midi.filters import PadHit
from game.input.midi.kit import KitSettings

Seats = tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """What of a shared kit is a player's."""

    text: str
    is_by_channel: bool


class LobbyKits:
    """Remembers on which channels each kit was heard."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._heard: dict[str, list[int]] = {}

    def joined(self, seats: Seats, hit: PadHit) -> Seats:
        """The seats after a hit: a kit that nobody plays takes the first one without a person.

        A kit that is shared by channel takes the seat of the player whose channel was hit.
        """
        device = hit.raw.device
        whose = self._kit(device).map.channels.get(hit.channel)
        free = [
            seat for seat in seats if not seat.is_human and (whose is None or seat.player == whose)
        ]
        is_here = any(seat.kit == device and whose in (None, seat.player) for seat in seats)
        if is_here or not free:
            return seats
        joined = free[0].joined_by(device)
        return tuple(joined if seat.player == joined.player else seat for seat in seats)

    def heard(self, seats: Sequence[Seat], hit: PadHit) -> Settings:
        """The settings after a hit: a new channel of a kit that is shared so finds a player."""
        device, channel = hit.raw.device, hit.channel
        known = self._heard.setdefault(device, [])
        if channel not in known:
            known.append(channel)
        if device != shared_kit(seats):
            return self._services.settings
        return self._with(device, with_channel(self._kit(device), channel))

    def stepped(self, device: str, steps: int) -> Settings:
        """The settings with a kit shared by channel, or by drum for steps back."""
        kit = self._kit(device)
        if steps < 0:
            return self._with(device, shared_by_drum(kit))
        if is_by_channel(kit):
            return self._services.settings
        return self._with(device, shared_by_channel(kit, self._heard.get(device, ())))

    def share(self, seats: Sequence[Seat], player: int) -> Share | None:
        """What of the kit at which both sit is this player's; None if they sit apart."""
        device = shared_kit(seats)
        if device is None:
            return None
        kit = self._kit(device)
        return Share(self._share_text(kit, player), is_by_channel(kit))

    def _share_text(self, kit: KitSettings, player: int) -> str:
        strings = self._services.strings
        if not is_by_channel(kit):
            return strings("lobby.own_drums" if kit.map.players else f"lobby.half_of_p{player}")
        channels = channels_of(kit, player)
        if not channels:
            return strings("lobby.no_channel")
        key = "lobby.channel" if len(channels) == 1 else "lobby.channels"
        return strings(key, channels=", ".join(map(str, channels)))

    def _kit(self, device: str) -> KitSettings:
        return self._services.settings.kits.get(device, KitSettings())

    def _with(self, device: str, kit: KitSettings) -> Settings:
        settings = self._services.settings
        return (
            settings
            if kit == self._kit(device)
            else replace(settings, kits={**settings.kits, device: kit})
        )


def shared_kit(seats: Sequence[Seat]) -> str | None:
    """The kit at which both players sit; None if they do not."""
    first, second = seats
    return first.kit if first.kit == second.kit else None
