"""Which messages say something about drums."""

from __future__ import annotations

import pytest

from game.input.midi.messages import HatPedal, Strike, message_of


@pytest.mark.parametrize("channel", range(1, 17))
def test_a_note_counts_on_every_channel(channel):
    assert message_of(bytes((0x90 + channel - 1, 38, 1)), 5) == Strike(5, channel, 38, 1)


@pytest.mark.parametrize(
    "data",
    [
        b"\x99\x26\x00",  # velocity 0 ends a note
        b"\x89\x26\x40",  # note-off
        b"\xa9\x26\x40",  # key pressure: a choked cymbal
        b"\xd9\x40",  # channel pressure
        b"\xb9\x10\x40",  # CC16: where on the head
        b"\xb9\x01\x7f",
        b"\xc9\x05",
        b"\xe9\x00\x40",
    ],
)
def test_what_is_no_stroke_says_nothing(data):
    assert message_of(data, 0) is None


def test_the_hat_pedal_tells_where_it_is():
    assert message_of(b"\xb9\x04\x5a", 7) == HatPedal(7, 10, 90)
