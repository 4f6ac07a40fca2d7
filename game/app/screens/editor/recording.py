"""Recording: presses of keys and pads while the song plays."""

from __future__ import annotations

from game.app.play.offsets import play_offsets
from game.app.play.setup import SeatSetup, device_of
from game.app.services import Services
from game.charts.layouts import LAYOUTS
from game.charts.model import FULL_LEVEL, PLAYERS
from game.editor.recorder import Hit, Take
from game.input.bindings import KeyBindings
from game.input.midi.filters import PadHit
from game.input.midi.mapping import KitMap
from game.timing.units import Beats

LAYOUT = "kit"
"""Eight keys a player, so that every drum has its own."""

STRENGTHS_PCT = (100, 75, 50, 25, 0)
_WHO = ((1,), (2,), PLAYERS)


class Recording:
    """Who is recorded and how, and the take that is being made."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._who = 0
        self._strength = 0
        self.keeps = True
        """Whether what was there stays."""

        self._start: Beats | None = None
        self._hits: list[Hit] = []
        self._offsets_ns: dict[tuple[int, str], int] = {}
        keys = services.settings.keys[LAYOUT]
        self._bindings = KeyBindings({player: keys[player] for player in PLAYERS})

    @property
    def players(self) -> tuple[int, ...]:
        return _WHO[self._who]

    @property
    def strength_pct(self) -> int:
        return STRENGTHS_PCT[self._strength]

    @property
    def is_on(self) -> bool:
        return self._start is not None

    def change_players(self) -> None:
        self._who = (self._who + 1) % len(_WHO)

    def change_strength(self) -> None:
        self._strength = (self._strength + 1) % len(STRENGTHS_PCT)

    def begin(self, start: Beats) -> None:
        """From this beat on."""
        self._start = start
        self._hits = []
        self._offsets_ns.clear()

    def end(self, end: Beats) -> Take | None:
        """The take up to a beat; None if there was none, or no time for one."""
        start, self._start = self._start, None
        if start is None or end <= start:
            return None
        return Take(tuple(self._hits), self.players, start, end)

    def offset_ns(self, player: int, device: str) -> int:
        """The player's input offset as it was measured for a device."""
        key = player, device
        if key not in self._offsets_ns:
            seat = SeatSetup(player, "", device, FULL_LEVEL, LAYOUT, "standard")
            services = self._services
            offsets = play_offsets(services.settings, services.sound.output, (seat,))
            self._offsets_ns[key] = offsets.input_ns.get(player, 0)
        return self._offsets_ns[key]

    def key(self, name: str) -> tuple[int, str] | None:
        """Whose lane a key is, if that player is recorded."""
        binding = self._bindings.binding(name)
        if binding is None or binding.player not in self.players:
            return None
        return binding.player, binding.lane

    def hit_of_key(self, player: int, lane: str, at_us: int) -> Hit:
        return Hit(player, LAYOUTS[LAYOUT].lanes[lane][0], at_us)

    def player_of_pad(self, hit: PadHit) -> int:
        """Who sits at a pad: the only one who is recorded, or whom the kit's map says."""
        if len(self.players) == 1:
            return self.players[0]
        kit = self._services.settings.kits.get(hit.raw.device)
        kit_map = kit.map if kit is not None else KitMap()
        return kit_map.player(hit.channel, hit.raw.code)

    def add(self, hit: Hit) -> None:
        self._hits.append(hit)


def device_of_pad(hit: PadHit) -> str:
    """As calibrations name it."""
    return device_of(hit.raw.device)
