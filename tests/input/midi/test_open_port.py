"""One port: packets with stamps, decisions with host times."""

from __future__ import annotations

from fake_ports import FakeSource, packet

from game.input.midi.backend import Packet
from game.input.midi.kit import Kit
from game.input.midi.open_port import OpenPort
from game.input.midi.ports import Place

MS = 1_000_000


class Rig:
    """A port and a clock that a test sets."""

    def __init__(self) -> None:
        self.at_ms = 0.0
        self.source = FakeSource()
        place = Place("Kit", "Kit 20:0")
        self.port = OpenPort(place, self.source, Kit("Kit"), lambda: round(self.at_ms * MS))

    def read(self, at_ms: float, *packets: Packet) -> list[tuple[int, float]]:
        """(note, stamp in ms) of what passes when the port is read at a time."""
        self.at_ms = at_ms
        self.source.packets = list(packets)
        return [
            (each.hit.raw.code, each.hit.raw.host_ns / MS)
            for each in self.port.decisions()
            if each.is_passed
        ]


def test_two_hits_that_arrive_together_keep_their_distance():
    rig = Rig()
    rig.read(0, packet(38, 100))
    assert rig.read(101, packet(38, 100, 0.095), packet(36, 100, 0.005)) == [(38, 95), (36, 100)]


def test_a_held_hit_passes_with_its_stamp_when_its_time_is_up():
    rig = Rig()
    rig.read(0, packet(38, 100))
    assert rig.read(100, packet(38, 20, 0.1)) == []
    assert rig.read(107.9) == []
    assert rig.read(108) == [(38, 100)]


def test_the_time_of_what_is_no_hit_counts():
    rig = Rig()
    rig.read(0, packet(38, 100))
    clock = Packet(0.04, b"\xf8")
    assert rig.read(100, clock, packet(38, 100, 0.06)) == [(38, 100)]


def test_a_hat_pedal_opens_a_hat_without_a_note_of_its_own():
    rig = Rig()
    rig.source.packets = [Packet(0.0, b"\xb9\x04\x00"), packet(42, 100)]
    (decision,) = rig.port.decisions()
    assert decision.hit.is_open
