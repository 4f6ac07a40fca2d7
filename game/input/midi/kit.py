"""One kit: what a device sends, as decided hits."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.charts.pieces import Piece
from game.input.midi.filter_settings import FilterSettings
from game.input.midi.filters import Decision, HitFilter, PadHit
from game.input.midi.mapping import KitMap, is_open
from game.input.midi.messages import HatPedal, Message, Strike
from game.input.raw_hit import RawHit


@dataclass(frozen=True, slots=True)
class KitSettings:
    """Everything that is kept about one device."""

    map: KitMap = field(default_factory=KitMap)
    filters: FilterSettings = field(default_factory=FilterSettings)


class Kit:
    """The map and the filters of one device, with the place of its hat pedal."""

    def __init__(self, device: str, settings: KitSettings | None = None) -> None:
        self.device = device
        self._settings = settings or KitSettings()
        self._filter = HitFilter(self._settings.filters)
        self._pedal: int | None = None

    @property
    def due_ns(self) -> int | None:
        """When to `advance` if nothing comes; None if nothing is held."""
        return self._filter.due_ns

    def use(self, settings: KitSettings) -> None:
        """Go on with another map and other filters; what is held stays held."""
        self._settings = settings
        self._filter.settings = settings.filters

    def take(self, message: Message) -> list[Decision]:
        """What is decided with a message: perhaps nothing yet, perhaps several hits."""
        if isinstance(message, HatPedal):
            self._pedal = message.position
            return self._filter.advance(message.host_ns)
        return self._filter.feed(self._hit(message))

    def advance(self, now_ns: int) -> list[Decision]:
        """What is decided because nothing came."""
        return self._filter.advance(now_ns)

    def _hit(self, strike: Strike) -> PadHit:
        piece = self._settings.map.drum(strike.note)
        return PadHit(
            RawHit(strike.host_ns, self.device, strike.note, strike.velocity),
            piece,
            is_open=piece is Piece.HAT and is_open(strike.note, self._pedal),
            channel=strike.channel,
        )
