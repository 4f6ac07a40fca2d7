"""Ports that a test plugs in and out, and plays."""

from __future__ import annotations

from threading import Event

from game.input.midi.backend import Packet
from game.input.midi.filters import Decision
from game.input.midi.listener import DevicesChanged, MidiListener, Report
from game.input.midi.ports import Place

LONGEST_S = 10.0


class FakeSource:
    """An open port."""

    def __init__(self) -> None:
        self.packets: list[Packet] = []
        self.is_closed = False
        self.is_broken = False
        self.is_unclosable = False

    def read(self) -> list[Packet]:
        if self.is_broken:
            raise RuntimeError("a driver's fault")
        packets, self.packets = self.packets, []
        return packets

    def close(self) -> None:
        if self.is_unclosable:
            raise RuntimeError("a driver's fault")
        self.is_closed = True


class FakePorts:
    """The system's list."""

    def __init__(self, *places: Place) -> None:
        self.places = places
        self.sources: dict[str, FakeSource] = {}
        self.opened: list[str] = []
        self.refused: set[str] = set()

    def found(self) -> tuple[Place, ...]:
        return self.places

    def open(self, place: Place) -> FakeSource:
        if place.device in self.refused:
            raise OSError("another program has it")
        self.opened.append(place.port)
        source = self.sources[place.device] = FakeSource()
        return source


class Witness:
    """A listener, and the reports that it makes."""

    def __init__(self, ports: FakePorts, **choices) -> None:
        self.wakes = 0
        self._woken = Event()
        self.listener = MidiListener(wake=self._wake, ports=ports, look_s=0.002, **choices)
        self.reports: list[Report] = []

    def _wake(self) -> None:
        self.wakes += 1
        self._woken.set()

    def until(self, enough) -> list[Report]:
        """Collect reports until there are enough."""
        while not enough(self.reports):
            assert self._woken.wait(LONGEST_S), self.reports
            self._woken.clear()
            self.reports += self.listener.reports()
        found, self.reports = self.reports, []
        return found

    def until_devices(self, *devices: str) -> None:
        self.until(lambda reports: DevicesChanged(devices) in reports)

    def until_decisions(self, count: int) -> list[Decision]:
        def enough(reports: list[Report]) -> bool:
            return sum(isinstance(each, Decision) for each in reports) >= count

        return [each for each in self.until(enough) if isinstance(each, Decision)]


def packet(note: int, velocity: int, delta_s: float = 0.0) -> Packet:
    return Packet(delta_s, bytes((0x99, note, velocity)))
