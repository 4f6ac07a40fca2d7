"""Devices that come and go while somebody listens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fake_ports import FakePorts, Witness, packet

from game.charts.pieces import Piece
from game.input.midi.backend import Packet
from game.input.midi.kit import KitSettings
from game.input.midi.listener import DevicesChanged
from game.input.midi.mapping import KitMap
from game.input.midi.ports import Place

KIT = Place("TD-17", "TD-17:TD-17 24:0")
KIT_ELSEWHERE = Place("TD-17", "TD-17:TD-17 28:0")
PAD = Place("Pad", "Pad:Pad 20:0")


@pytest.fixture
def ports() -> FakePorts:
    return FakePorts(KIT)


@pytest.fixture
def witness(ports: FakePorts) -> Iterator[Witness]:
    witness = Witness(ports, settings={"TD-17": KitSettings(KitMap({60: Piece.CHINA}))})
    witness.listener.start()
    witness.until_devices("TD-17")
    yield witness
    witness.listener.close()


def test_a_hit_reaches_the_queue_and_wakes_whoever_waits(ports, witness):
    ports.sources["TD-17"].packets = [packet(38, 100)]
    (decision,) = witness.until_decisions(1)
    assert decision.is_passed
    assert (decision.hit.raw.device, decision.hit.raw.code) == ("TD-17", 38)
    assert decision.hit.raw.velocity == 100


def test_a_soft_hit_is_told_though_nothing_follows(ports, witness):
    ports.sources["TD-17"].packets = [packet(38, 20)]
    assert witness.until_decisions(1)[0].is_passed


def test_a_device_that_is_plugged_in_later_is_heard(ports, witness):
    ports.places = (KIT, PAD)
    witness.until_devices("TD-17", "Pad")
    ports.sources["Pad"].packets = [packet(36, 90)]
    assert witness.until_decisions(1)[0].hit.raw.device == "Pad"


def test_a_device_that_is_pulled_out_is_closed_and_told(ports, witness):
    source = ports.sources["TD-17"]
    ports.places = ()
    witness.until_devices()
    assert source.is_closed
    assert witness.listener.devices == ()


def test_a_driver_that_fails_to_let_go_keeps_no_other_from_being_followed(ports, witness):
    ports.sources["TD-17"].is_unclosable = True
    ports.places = (PAD,)
    witness.until_devices("Pad")


def test_a_device_that_comes_back_with_another_number_keeps_its_map(ports, witness):
    ports.places = ()
    witness.until_devices()
    ports.places = (KIT_ELSEWHERE,)
    witness.until_devices("TD-17")
    assert ports.opened == [KIT.port, KIT_ELSEWHERE.port]
    ports.sources["TD-17"].packets = [packet(60, 100)]
    assert witness.until_decisions(1)[0].hit.piece is Piece.CHINA


def test_a_map_that_is_taught_in_between_holds_after_coming_back(ports, witness):
    ports.places = ()
    witness.until_devices()
    witness.listener.use("TD-17", KitSettings(KitMap({60: Piece.BELL})))
    ports.places = (KIT,)
    witness.until_devices("TD-17")
    ports.sources["TD-17"].packets = [packet(60, 100)]
    assert witness.until_decisions(1)[0].hit.piece is Piece.BELL


def test_a_device_that_another_program_holds_is_tried_again(ports, witness):
    ports.refused = {"Pad"}
    ports.places = (KIT, PAD)
    ports.sources["TD-17"].packets = [packet(38, 100)]
    witness.until_decisions(1)
    ports.refused = set()
    witness.until_devices("TD-17", "Pad")


def test_a_driver_that_fails_is_opened_anew_and_silences_no_other(ports, witness):
    ports.places = (KIT, PAD)
    witness.until_devices("TD-17", "Pad")
    ports.sources["Pad"].is_broken = True
    witness.until(lambda reports: DevicesChanged(("TD-17", "Pad")) in reports)
    ports.sources["TD-17"].packets = [packet(38, 100)]
    ports.sources["Pad"].packets = [packet(36, 100)]
    devices = {each.hit.raw.device for each in witness.until_decisions(2)}
    assert devices == {"TD-17", "Pad"}


def test_a_flood_of_what_is_no_hit_is_not_even_told(ports, witness):
    wakes = witness.wakes
    clock, controller = Packet(0.0, b"\xf8"), Packet(0.0, b"\xb9\x10\x40")
    ports.sources["TD-17"].packets = [clock, controller] * 5_000 + [packet(38, 100)]
    assert len(witness.until_decisions(1)) == 1
    assert witness.wakes == wakes + 1
