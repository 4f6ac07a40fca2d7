"""Whose lane a pad is: one kit for a player, one for each, or one for both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.app.kits.midi import Midi
from game.app.play.setup import SeatSetup
from game.charts.layouts import LAYOUTS
from game.input.bindings import Binding
from game.input.midi.filters import PadHit
from game.input.midi.kit import KitSettings
from game.input.midi.mapping import KitMap


class PadBindings:
    """The kits of the players who sit at one."""

    def __init__(self, seats: Iterable[SeatSetup], kits: Mapping[str, KitSettings]) -> None:
        self._maps = {device: kit.map for device, kit in kits.items()}
        self._layouts: dict[str, dict[int, str]] = {}
        for seat in seats:
            if seat.kit is not None:
                self._layouts.setdefault(seat.kit, {})[seat.player] = seat.layout

    @property
    def devices(self) -> tuple[str, ...]:
        """The kits that somebody plays."""
        return tuple(self._layouts)

    def are_known(self, midi: Midi) -> bool:
        """Whether it can be told by now if a kit is missing."""
        return midi.has_looked or not self.devices

    def missing(self, midi: Midi) -> tuple[str, ...]:
        """The kits that somebody plays here and that are not plugged in."""
        return tuple(device for device in self.devices if device not in midi.devices)

    def binding(self, hit: PadHit) -> Binding | None:
        """Where a hit goes; None for one that nobody's part has a lane for."""
        layouts = self._layouts.get(hit.raw.device)
        if not layouts or hit.piece is None:
            return None
        player = self._player(hit) if len(layouts) > 1 else next(iter(layouts))
        return Binding(player, LAYOUTS[layouts[player]].lane_of(hit.piece))

    def _player(self, hit: PadHit) -> int:
        kit = self._maps.get(hit.raw.device, KitMap())
        return kit.player(hit.channel, hit.raw.code)
