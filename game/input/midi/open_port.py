"""One open port: packets in, decisions out."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter_ns

from game.input.midi.byte_parser import ByteParser
from game.input.midi.filters import Decision
from game.input.midi.kit import Kit
from game.input.midi.messages import message_of
from game.input.midi.ports import Place, Source
from game.input.midi.stamps import StampClock


class OpenPort:
    """Reads one device. Only one thread may read it."""

    def __init__(
        self,
        place: Place,
        source: Source,
        kit: Kit,
        now_ns: Callable[[], int] = perf_counter_ns,
    ) -> None:
        self.place = place
        self.kit = kit
        self.clock = StampClock()
        self._source = source
        self._now_ns = now_ns
        self._bytes = ByteParser()
        self._looked_ns = now_ns()

    @property
    def device(self) -> str:
        return self.place.device

    def decisions(self) -> list[Decision]:
        """What is decided by now."""
        asked_ns = self._now_ns()
        packets = self._source.read()
        arrived_ns = self._now_ns()
        decisions = []
        for packet in packets:
            stamp_ns = self.clock.host_ns(packet.delta_s, self._looked_ns, arrived_ns)
            for data in self._bytes.feed(packet.data):
                message = message_of(data, stamp_ns)
                if message is not None:
                    decisions += self.kit.take(message)
        self._looked_ns = asked_ns
        return decisions + self.kit.advance(arrived_ns)

    def close(self) -> None:
        self._source.close()
