"""Names that hold from day to day."""

from __future__ import annotations

import pytest

from game.input.midi.apis import Api
from game.input.midi.port_names import PortBook, plain_name


@pytest.mark.parametrize(
    ("api", "port", "name"),
    [
        (Api.ALSA, "TD-17:TD-17 MIDI 1 24:0", "TD-17 MIDI 1"),
        (Api.ALSA, "TD-17:TD-17 MIDI 1 128:12", "TD-17 MIDI 1"),
        (Api.ALSA, "Midi Through:Midi Through Port-0 14:0", "Midi Through Port-0"),
        (Api.ALSA, "Synth 3:out 20:0", "Synth 3:out"),
        (Api.JACK, "Kit:pads", "Kit:pads"),
        (Api.JACK, "Kit-01:pads", "Kit:pads"),
        (Api.JACK, "a2j:TD-17 [24] (capture): TD-17 MIDI 1", "a2j:TD-17 (capture): TD-17 MIDI 1"),
        (Api.WINDOWS, "TD-17 0", "TD-17"),
        (Api.WINDOWS, "2- TD-17 3", "TD-17"),
        (Api.CORE, "TD-17", "TD-17"),
        (Api.CORE, "MPS 850", "MPS 850"),
    ],
)
def test_numbers_that_change_are_no_part_of_a_name(api, port, name):
    assert plain_name(port, api) == name


def test_the_second_of_two_alike_has_a_number_of_its_own():
    ports = ["TD-17:TD-17 24:0", "TD-17:TD-17 28:0"]
    assert PortBook().names(ports, Api.ALSA) == ("TD-17", "TD-17 (2)")


def test_the_second_stays_the_second_when_the_first_goes_and_comes_back():
    book = PortBook()
    book.names(["TD-17:TD-17 24:0", "TD-17:TD-17 28:0"], Api.ALSA)
    assert book.names(["TD-17:TD-17 28:0"], Api.ALSA) == ("TD-17 (2)",)
    # It comes back with another number, and further down the list.
    back = ["TD-17:TD-17 28:0", "TD-17:TD-17 32:0"]
    assert book.names(back, Api.ALSA) == ("TD-17 (2)", "TD-17")


def test_ports_that_the_system_itself_calls_the_same_are_told_apart():
    assert PortBook().names(["Pad", "Pad", "Pad"], Api.CORE) == ("Pad", "Pad (2)", "Pad (3)")
